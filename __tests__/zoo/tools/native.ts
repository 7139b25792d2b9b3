// A C compiler for machines and for WebAssembly.
import { compiled } from '../../tools/zig.ts';
import { clean, leak } from '../case.ts';
import { put } from './shared/files.ts';

const build =
  (target: string, name: string, ...flags: string[]) =>
  () =>
    put(name, compiled('.', target, flags));
const counted = { uncounted: 'which headers a compiler names is known to nobody else' };

export const cases = [
  leak(
    'wasm debug sections',
    'WebAssembly with debug sections',
    build('wasm32-freestanding', 'price.wasm', '-g'),
    { 'debug-info/wasm': 'dist/price.wasm' },
    [],
    counted,
  ),
  leak('wasm names', 'WebAssembly with names', build('wasm32-freestanding', 'price.wasm', '-g0'), {
    'debug-info/names': 'dist/price.wasm',
  }),
  leak(
    'native debug sections',
    'an addon with debug sections',
    build('x86_64-linux-musl', 'price.node', '-g'),
    { 'debug-info/native': 'dist/price.node' },
    [],
    counted,
  ),
  clean('stripped WebAssembly', build('wasm32-freestanding', 'price.wasm', '-s')),
  clean('a stripped addon', build('x86_64-linux-musl', 'price.node', '-s')),
];
