import { count, counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';

export const rule: FileRule = {
  id: 'debug-info/names',
  scope: 'file',
  grounds: ['debug', 'traces'],
  title: 'Names kept for debuggers',
  description:
    'Names and places without the source behind them: a symbol table or name section that running does not need, the path of a program database or of a split debug file, a CPU profile or V8 log, the id of a source map that is kept elsewhere. They tell how the code is built, and paths of the machine it was built on.',
  help: 'Strip native files (`strip`, `strip -x` on macOS, `wasm-opt --strip-debug` for WebAssembly), link with `/PDBALTPATH:%_PDB%` on Windows, and leave profiles and logs out of the package. A debug id is harmless as long as nobody else can ask your error tracker for the map.',
  cwe: [215, 200],
  levels: { closed: 'note', open: 'note' },
  *inspect({ debug, path, traces, maps, references }) {
    const ids = traces?.debugIds ?? [];
    // Where a comment or the map itself is there, that is told.
    if (ids.length > 0 && maps.length === 0 && references.length === 0) {
      yield {
        path,
        detail: 'debug-id',
        message: `This file names its source map by the debug id ${ids[0]}${ids.length > 1 ? `, and ${count(ids.length - 1)} more` : ''}, and not where it is.`,
        evidence: { debugIds: ids.slice(0, 20) },
      };
    }
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
  // The map beside it is told.
  settle:
    ({ files }) =>
    (sighting) =>
      sighting.detail === 'debug-id' && files.has(`${sighting.path}.map`) ? undefined : sighting,
};
