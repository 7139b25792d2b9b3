import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root: tests run from it. */
export const ROOT = join(import.meta.dirname, '../..');
/** Git-ignored; whatever lies in it can be made again. */
export const CACHE = join(ROOT, '.cache');

/**
 * Makes `folder` once: `fill` gets an empty folder beside it, which then takes its name.
 * Test files run as processes of their own, so two may make the same one; the later one is thrown away.
 */
export function once(folder: string, fill: (empty: string) => void): string {
  if (existsSync(folder)) return folder;
  mkdirSync(join(folder, '..'), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  try {
    fill(making);
    if (!existsSync(folder)) renameSync(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

/** Runs a program to its end and gives back its standard output; a failure carries all it said. */
export function run(program: string, args: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32' && program === 'npm';
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error ?? ''}${stderr}${stdout}`);
  return stdout;
}

/** Installs `__tests__/tools/<name>` by its lock file, without running scripts, and gives back its `node_modules`. */
export function install(name: string): string {
  const locked = join(import.meta.dirname, name);
  const lock = readFileSync(join(locked, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 16);
  const folder = once(join(CACHE, 'tools', `${name}-${hash}`), (empty) => {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(locked, file), join(empty, file));
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], empty);
  });
  return join(folder, 'node_modules');
}
