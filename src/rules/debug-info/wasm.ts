import type { FileRule } from '../rule.ts';
import { debugEvidence, debugSentence, isForeign } from './words.ts';

export const rule: FileRule = {
  id: 'debug-info/wasm',
  scope: 'file',
  grounds: ['debug'],
  title: 'Debug sections in a WebAssembly module',
  description:
    'A WebAssembly module with `.debug_*` sections leads back to the source it was compiled from: paths, functions, variables and lines. Browsers show it in their debuggers to everybody. Debug information of nothing but compilers and system libraries is only noted.',
  help: 'Build without debug information (`-g0`; in Emscripten no `-g` and no `-gseparate-dwarf`; in wasm-pack no `--dev`; in AssemblyScript no `--debug`), or strip the module: `wasm-opt --strip-debug`, `wasm-strip`, `wasm-tools strip`.',
  cwe: [215, 540],
  levels: { closed: 'error', open: 'note' },
  variants: { foreign: { closed: 'note', open: 'note' } },
  removable: true,
  *inspect(file) {
    const { debug, path, size } = file;
    if (debug?.format === undefined || debug.isWasm !== true) return;
    yield {
      path,
      message: `${debugSentence(debug, size)}.`,
      ...(isForeign(debug) && { variant: 'foreign' }),
      ...(debug.sources !== undefined && { exposes: { kind: 'originals', originals: [debug.sources] } }),
      evidence: debugEvidence(debug),
    };
  },
};
