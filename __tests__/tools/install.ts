import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root: tests run from it. */
export const ROOT = join(import.meta.dirname, '../..');
/** Git-ignored; whatever lies in it can be made again. */
export const CACHE = join(ROOT, '.cache');
/** Tarballs of published packages, each under the name that npm gives it. */
export const PACKAGES = join(CACHE, 'packages');

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

/** What a registry or the way to it says in a bad moment; npm itself asks again for some of it, and never for what breaks off half-way. */
const BAD_MOMENT =
  /\b(?:E(?:408|429|5\d\d|AI_AGAIN|CONN\w+|INTEGRITY|NETUNREACH|NOTFOUND|PIPE|TIMEDOUT|IDLETIMEOUT)|ERR_SOCKET_\w+|ERR_STREAM_PREMATURE_CLOSE|FETCH_ERROR|TAR_BAD_ARCHIVE|Z_\w+_ERROR)\b|socket hang up|network/i;

/** Of a server in trouble npm asks again after 2, 4 and 8 seconds. */
const PATIENT = ['--fetch-retries=3', '--fetch-retry-mintimeout=2000', '--fetch-retry-factor=2'];

/** Seconds before each further try. */
const PAUSES = [5, 20];

/**
 * Runs npm where it downloads something, and again where the registry had a bad moment. What was begun in the folder is done anew.
 */
export function fetched(args: readonly string[], cwd: string): string {
  const patient = [...args, ...PATIENT, '--loglevel=error'];
  for (const pause of PAUSES) {
    try {
      return run('npm', patient, cwd);
    } catch (error) {
      const { message } = error as Error;
      if (!BAD_MOMENT.test(message)) throw error;
      console.error(`the registry did not give what the tests need, asking again in ${pause} s: ${message}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause * 1000);
    }
  }
  try {
    return run('npm', patient, cwd);
  } catch (cause) {
    throw new Error(`what the tests need could not be downloaded, in ${PAUSES.length + 1} tries`, { cause });
  }
}

/** Downloads a published package unless its very bytes are there already. `integrity` is as npm writes it. Gives the path of the tarball. */
export function downloaded(spec: string, integrity: string): string {
  const name = `${spec.replace(/^@/, '').replace('/', '-').replace('@', '-')}.tgz`;
  const file = join(PACKAGES, name);
  if (existsSync(file) && sha512(file) === integrity) return file;
  mkdirSync(PACKAGES, { recursive: true });
  // Aside, and then in its place in one step: another process may be reading or making it.
  const making = mkdtempSync(join(PACKAGES, 'making-'));
  try {
    fetched(['pack', spec, '--ignore-scripts'], making);
    assert.equal(sha512(join(making, name)), integrity, `${spec} is not the package that was pinned`);
    renameSync(join(making, name), file);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return file;
}

function sha512(file: string): string {
  return `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
}

/** Installs `__tests__/tools/<name>` by its lock file, without running scripts, and gives back its `node_modules`. */
export function install(name: string): string {
  const locked = join(import.meta.dirname, name);
  const lock = readFileSync(join(locked, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 16);
  const folder = once(join(CACHE, 'tools', `${name}-${hash}`), (empty) => {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(locked, file), join(empty, file));
    fetched(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], empty);
  });
  return join(folder, 'node_modules');
}
