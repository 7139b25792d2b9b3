import { counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';

export const rule: FileRule = {
  id: 'debug-info/names',
  scope: 'file',
  grounds: ['debug'],
  title: 'Names kept for debuggers',
  description:
    'Names and places without the source behind them: a symbol table or name section that running does not need, the path of a program database or of a split debug file, a CPU profile or V8 log. They tell how the code is built, and paths of the machine it was built on.',
  help: 'Strip native files (`strip`, `strip -x` on macOS, `wasm-opt --strip-debug` for WebAssembly), link with `/PDBALTPATH:%_PDB%` on Windows, and leave profiles and logs out of the package.',
  cwe: [215, 200],
  levels: { closed: 'note', open: 'note' },
  *inspect({ debug, path }) {
    // Where there is more, the names come with it.
    if (debug === undefined || debug.format !== undefined || debug.memory !== undefined) return;
    const { symbols, places, record } = debug;
    const told: string[] = [];
    if (record !== undefined) told.push(`is ${record}`);
    if (symbols > 0) told.push(`keeps ${counted(symbols, 'name')} of functions and variables for debuggers`);
    if (places.length > 0) told.push(`says where its debug information is: ${places.slice(0, 3).join(', ')}`);
    if (told.length === 0) return;
    yield {
      path,
      message: `This file ${told.join(', and ')}.`,
      evidence: { symbols, ...(places.length > 0 && { places }) },
    };
  },
};
