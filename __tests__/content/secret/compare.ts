import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkJson } from '../../tools/check.ts';
import { CACHE, run } from '../../tools/install.ts';
import { type Message, secretlint, unpacked } from './secretlint.ts';

/** A finding about credentials or places on networks, as the JSON report has it. */
export interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly evidence: { readonly times?: number };
}

/** Downloads a package unless its very bytes are there already, and gives back the tarball's path. */
export function download(spec: string, sha512: string): string {
  const folder = join(CACHE, 'packages');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${spec.replace(/^@/, '').replace('/', '-').replace('@', '-')}.tgz`);
  const digest = () => createHash('sha512').update(readFileSync(file)).digest('base64');
  if (!existsSync(file) || digest() !== sha512)
    run('npm', ['pack', spec, '--ignore-scripts', '--loglevel=error'], folder);
  assert.equal(digest(), sha512, `${spec} is not the package that was pinned`);
  return file;
}

/** What packgate tells of a tarball, and which of secretlint's messages about its files packgate has not. */
export async function compare(
  tarball: string,
): Promise<{ ours: Told[]; theirs: Message[]; missed: Message[] }> {
  const { verdict } = checkJson(`./${basename(tarball)}`, dirname(tarball));
  const ours = (verdict.findings as readonly Told[]).filter(({ rule }) =>
    /^(?:secret|cloud-reference)\//.test(rule),
  );
  const theirs = await unpacked(tarball, secretlint);
  return { ours, theirs, missed: theirs.filter((message) => !isTold(message, ours)) };
}

function isTold({ path, line }: Message, ours: readonly Told[]): boolean {
  return ours.some(
    (told) =>
      told.rule.startsWith('secret/') &&
      told.path === path &&
      (told.line === line || (told.evidence.times !== undefined && told.line < line)),
  );
}
