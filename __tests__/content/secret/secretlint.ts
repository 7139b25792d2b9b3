import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from '../../tools/install.ts';

/** What secretlint itself says of one file. */
export interface Message {
  readonly path: string;
  readonly id: string;
  readonly line: number;
  readonly secret: string;
}

interface Core {
  lintSource(options: object): Promise<{
    readonly messages: readonly {
      readonly messageId: string;
      readonly range: readonly [number, number];
      readonly loc: { readonly start: { readonly line: number } };
    }[];
  }>;
}

/** secretlint as its users run it: the recommended preset over every file of a folder, with key ids of AWS. */
export async function secretlint(folder: string): Promise<Message[]> {
  const modules = install('secretlint');
  const load = (name: string, file: string) =>
    import(pathToFileURL(join(modules, '@secretlint', name, 'module', file)).href);
  const { lintSource } = (await load('core', 'index.js')) as Core;
  const { creator } = (await load('secretlint-rule-preset-recommend', 'index.js')) as { creator: object };
  const aws = { id: '@secretlint/secretlint-rule-aws', options: { enableIDScanRule: true } };
  const config = {
    rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, rules: [aws], options: {} }],
  };
  const found: Message[] = [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    const content = readFileSync(file, 'utf8');
    const source = { filePath: file, content, ext: extname(file), contentType: 'text' };
    const { messages } = await lintSource({ source, options: { config } });
    for (const { messageId, range, loc } of messages)
      found.push({
        path: file.slice(folder.length + 1),
        id: messageId,
        line: loc.start.line,
        secret: content.slice(...range),
      });
  }
  return found;
}

/** Unpacks a tarball as a user would and gives its files to `look`. */
export async function unpacked<Result>(
  tarball: string,
  look: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-unpacked-'));
  try {
    mkdirSync(join(folder, 'root'));
    // Old packages have headers of which GNU tar says a word each.
    const { status } = spawnSync(
      'tar',
      ['xzf', tarball, '-C', join(folder, 'root'), '--strip-components=1'],
      {
        stdio: 'ignore',
      },
    );
    if (status !== 0) throw new Error(`tar cannot unpack ${tarball}`);
    return await look(join(folder, 'root'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
