import { ASSEMBLY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { ship } from './shared/files.ts';

const asc =
  (...flags: string[]) =>
  async () => {
    // In this process, where only the first of them waits for the compiler to start.
    const { default: compiler } = await import('assemblyscript/asc');
    const { error, stderr } = await compiler.main([ASSEMBLY, '-o', 'dist/reckoning.wasm', ...flags]);
    if (error) throw new Error(String(stderr), { cause: error });
  };
const WASM = 'dist/reckoning.wasm';

export const cases = [
  leak(
    'linked map',
    'a map beside the module',
    asc('--optimize', '--sourceMap'),
    { 'source-map/file': `${WASM}.map` },
    [ASSEMBLY],
  ),
  leak(
    'wasm reference',
    'a map on a server',
    asc('--optimize', '--sourceMap', 'https://maps.quillon-marine.net/reckoning.wasm.map'),
    { 'source-map/file': `${WASM}.map`, 'source-map/reference': WASM },
    [ASSEMBLY],
  ),
  leak('wasm names', 'a debug build', asc('--debug'), { 'debug-info/names': WASM }),
  leak(
    'typescript original',
    'its own source',
    async () => {
      await asc('--optimize')();
      ship(ASSEMBLY);
    },
    { 'unminified/source': 'dist/reckoning.ts' },
  ),
  clean('optimised', asc('--optimize')),
  clean('optimised for size, with bindings as text', asc('-Oz', '--noAssert')),
];
