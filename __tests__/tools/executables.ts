import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bun } from './bun.ts';
import { CACHE, install, run } from './install.ts';

/** A small program to join things to. What stands in for the runtimes that Deno, pkg and nexe fetch from elsewhere. */
const BASE = '/bin/true';
/** What pkg looks for in a Node.js of its own, to write sizes and places over. */
const PLACES = `\0${'// BAKERY '.repeat(20)}\0// PAYLOAD_POSITION //\0// PAYLOAD_SIZE //\0// PRELUDE_POSITION //\0// PRELUDE_SIZE //\0`;

/**
 * Makes one executable of the application in a folder, with the real tool: `entry` and what it imports.
 *
 * Deno, pkg and nexe join it to a runtime that they fetch from a place which tests may not reach. They take another file for it,
 * and what they write behind it is the same.
 */
export type Maker = (folder: string, entry: string) => Buffer;

function environment(change: NodeJS.ProcessEnv, action: () => void): void {
  const before = { ...process.env };
  Object.assign(process.env, change);
  try {
    action();
  } finally {
    for (const name of Object.keys(change)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

export function bunExecutable(...flags: string[]): Maker {
  return (folder, entry) => {
    run(bun(), ['build', '--compile', ...flags, entry, '--outfile', 'made'], folder);
    return readFileSync(join(folder, 'made'));
  };
}

export const denoExecutable: Maker = (folder, entry) => {
  const modules = join(install('executables'), '@deno');
  const deno = join(modules, 'linux-x64-glibc', 'deno');
  const cache = { DENORT_BIN: BASE, DENO_DIR: join(CACHE, 'deno'), DENO_NO_UPDATE_CHECK: '1' };
  environment(cache, () => run(deno, ['compile', '--quiet', '--no-check', '-o', 'made', entry], folder));
  return readFileSync(join(folder, 'made'));
};

/** @param node of version 22 or later */
export function pkgExecutable(node: string, compression: string): Maker {
  return (folder, entry) => {
    writeFileSync(join(folder, 'base'), Buffer.concat([readFileSync(BASE), Buffer.from(PLACES)]));
    chmodSync(join(folder, 'base'), 0o755);
    const flags = ['--no-bytecode', '--public', '--public-packages', '*', '-t', 'node22-linux-x64'];
    const pkg = join(install('executables'), '@yao-pkg/pkg/lib-es5/bin.js');
    const manifest = { name: 'acme', version: '1.0.0', bin: entry, pkg: { assets: ['src/**'] } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    environment({ PKG_NODE_PATH: join(folder, 'base') }, () =>
      run(node, [pkg, '.', ...flags, '-C', compression, '-o', 'made'], folder),
    );
    return readFileSync(join(folder, 'made'));
  };
}

export const nexeExecutable: Maker = (folder, entry) => {
  const target = 'linux-x64-14.15.3';
  mkdirSync(join(folder, 'nexe'), { recursive: true });
  copyFileSync(BASE, join(folder, 'nexe', target));
  const options = {
    input: entry,
    output: 'made',
    target,
    temp: join(folder, 'nexe'),
    resources: ['./src/**'],
  };
  const script = `require(${JSON.stringify(join(install('executables'), 'nexe'))}).compile(${JSON.stringify({ ...options, cwd: folder, loglevel: 'silent' })}).catch((error) => { throw error; })`;
  run(process.execPath, ['-e', script], folder);
  return readFileSync(join(folder, 'made'));
};

/** The blob that a release of Node.js makes of a configuration. */
export function seaBlob(node: string, more: object = {}): Maker {
  return (folder, entry) => {
    const configuration = { main: entry, output: 'made', disableExperimentalSEAWarning: true, ...more };
    writeFileSync(join(folder, 'sea.json'), JSON.stringify(configuration));
    run(node, ['--experimental-sea-config', 'sea.json'], folder);
    return readFileSync(join(folder, 'made'));
  };
}

/** That blob in that very release, put there as its documentation says. */
export function seaExecutable(node: string): Maker {
  return (folder, entry) => {
    const blob = seaBlob(node)(folder, entry);
    writeFileSync(join(folder, 'blob'), blob);
    copyFileSync(node, join(folder, 'application'));
    const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
    const postject = join(install('executables'), 'postject/dist/cli.js');
    run(
      process.execPath,
      [postject, 'application', 'NODE_SEA_BLOB', 'blob', '--sentinel-fuse', fuse],
      folder,
    );
    return readFileSync(join(folder, 'application'));
  };
}

/** The start-up snapshot that a release of Node.js makes of a script. */
export function startupSnapshot(node: string): Maker {
  return (folder, entry) => {
    run(node, ['--snapshot-blob', 'made', '--build-snapshot', entry], folder);
    return readFileSync(join(folder, 'made'));
  };
}
