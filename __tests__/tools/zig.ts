import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, install, run } from './install.ts';

/** The compiler for all systems, and the folder it finds its own files in. */
function zig(folder: string, args: readonly string[]): void {
  const modules = join(install('zig'), '@zigc');
  // What it has compiled before is kept, and nothing outside the repository is written to.
  const cache = join(CACHE, 'zig');
  mkdirSync(cache, { recursive: true });
  process.env.ZIG_LIB_DIR = join(modules, 'lib');
  process.env.ZIG_GLOBAL_CACHE_DIR = cache;
  process.env.ZIG_LOCAL_CACHE_DIR = cache;
  run(join(modules, 'linux-x64/bin/zig'), args, folder);
}

/** A library of some functions; Windows wants one of this name. */
const SOURCE = `int secret_discount(int cents) { return cents * 9 / 10; }
__attribute__((visibility("default"))) int price_for_customer(int cents) { return secret_discount(cents) + 7; }
int _DllMainCRTStartup(void *module, int reason, void *reserved) { return 1; }
`;

/**
 * Compiles the library in a folder.
 *
 * @param target as `x86_64-linux-musl`
 * @param flags among them `-c` for an object file
 * @returns the bytes of the file of that name
 */
export function compiled(
  folder: string,
  target: string,
  flags: readonly string[],
  made = 'made.node',
): Buffer {
  writeFileSync(join(folder, 'pricing.c'), SOURCE);
  const kind = flags.includes('-c') ? [] : target.startsWith('wasm') ? WASM : ['-shared', '-fPIC'];
  const out = flags.includes('-c') ? 'pricing.o' : 'made.node';
  zig(folder, [
    'cc',
    '-target',
    target,
    '-O1',
    '-fno-sanitize=all',
    '-nostdlib',
    ...kind,
    ...flags,
    '-o',
    out,
    'pricing.c',
  ]);
  return readFileSync(join(folder, made));
}

const WASM = ['-Wl,--no-entry', '-Wl,--export=price_for_customer'];

/** A static library of what was compiled before. */
export function archived(folder: string): Buffer {
  zig(folder, ['ar', 'rcs', 'made.a', 'pricing.o']);
  return readFileSync(join(folder, 'made.a'));
}
