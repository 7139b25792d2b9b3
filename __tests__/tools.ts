import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');

/** The folders of `__tests__/tools`: programs of an exact version that some tests need. */
export type Tool = 'npm12' | 'pnpm' | 'yarn1' | 'yarn4' | 'bun' | 'verdaccio';

/**
 * Installs a tool with `npm ci`, once for each lock file, into `.cache/tools`. A tool that cannot be installed fails the
 * test that asks for it: a skipped test would read like a passed one.
 *
 * @returns the folder that holds its programs
 */
export async function tool(name: Tool): Promise<string> {
  const recipe = join(root, '__tests__', 'tools', name);
  const lock = readFileSync(join(recipe, 'package-lock.json'));
  const id = createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex')
    .slice(0, 12);
  const cache = join(root, '.cache', 'tools');
  const place = join(cache, `${name}-${id}`);
  if (!existsSync(place)) {
    mkdirSync(cache, { recursive: true });
    // Test files run side by side: each installs aside, and the first to be ready wins.
    const aside = mkdtempSync(join(cache, `installing-${name}-`));
    try {
      for (const file of readdirSync(recipe).filter((file) => file.endsWith('.json'))) {
        cpSync(join(recipe, file), join(aside, file));
      }
      const own = Object.entries(process.env).filter(
        ([key]) => !/^npm_(?:lifecycle|package|command)/.test(key),
      );
      await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts=false'], {
        cwd: aside,
        env: Object.fromEntries(own),
      });
      renameSync(aside, place);
    } catch (error) {
      if (!existsSync(place)) throw error;
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  }
  return join(place, 'node_modules', '.bin');
}

/** `PATH` with these folders first. */
export function pathWith(...folders: readonly string[]): string {
  return [...folders, process.env.PATH ?? ''].join(delimiter);
}
