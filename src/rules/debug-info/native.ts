import type { FileRule } from '../rule.ts';
import { debugEvidence, debugSentence, isForeign } from './words.ts';

export const rule: FileRule = {
  id: 'debug-info/native',
  scope: 'file',
  grounds: ['debug'],
  title: 'Debug information of native code',
  description:
    'DWARF sections in an executable, library, addon or object file, split debug files, dSYM bundles and program databases lead from machine code back to the source: its paths, functions, variables and lines, sometimes the text itself. So does byte code of Hermes that was compiled with the source map of its script. Debug information of nothing but compilers and system libraries is only noted.',
  help: 'Strip what is published: `strip --strip-debug`, `strip -S` on macOS; in Cargo `strip = true` under `[profile.release]`; in Go `-ldflags="-s -w"`; leave `.pdb`, `.dSYM`, `.dwo` and `.debug` files out of the package and keep them for your own debugger.',
  cwe: [215, 540],
  levels: { closed: 'error', open: 'note' },
  variants: { foreign: { closed: 'note', open: 'note' } },
  removable: true,
  *inspect(file) {
    const { debug, path, size } = file;
    if (debug?.format === undefined || debug.isWasm === true) return;
    yield {
      path,
      message: `${debugSentence(debug, size)}.`,
      ...(debug.format === 'Hermes' && { help: HERMES }),
      ...(isForeign(debug) && { variant: 'foreign' }),
      ...(debug.sources !== undefined && { exposes: { kind: 'originals', originals: [debug.sources] } }),
      evidence: debugEvidence(debug),
    };
  },
};

const HERMES =
  'Compile the release without `-source-map` and `-g`: Hermes needs neither to run, and its own map (`-output-source-map`), kept where only you can read it, is enough for your error tracker.';
