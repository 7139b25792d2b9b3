import type { Region } from '../text/regions.ts';
import type { ReadInlay } from '../text/script-lexer.ts';
import { carriedBy, type StyleFacts, type StyleLexer } from '../text/style-lexer.ts';
import { BESIDE } from '../text/style-plain.ts';
import { BESIDE_AT } from './memory.ts';
import { createModulePool, numberAt } from './module.ts';
import { Reading } from './reading.ts';
import { WASM } from './style.wasm.ts';

const pool = createModulePool(WASM, (bytes) => bytes.set(BESIDE, BESIDE_AT));

/**
 * The lexer in SIMD WebAssembly.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdStyleLexer(readInlay?: ReadInlay): StyleLexer | undefined {
  const module = pool.borrow(0);
  if (module === undefined) return undefined;
  const reading = new Reading(module, readInlay);
  return {
    mapComments: reading.mapComments,
    push: (view) => reading.push(view),
    end() {
      const facts = reading.finish();
      const regions = reading.regions.end({
        line: numberAt(facts, LAST_LINE),
        codeBytes: numberAt(facts, 0),
        literalBytes: numberAt(facts, 1),
        names: 0,
        shortNames: 0,
      });
      const found = reading.endInlays(numberAt(facts, LAST_LINE), numberAt(facts, 0));
      const style = factsIn(facts, regions);
      pool.giveBack(module);
      return found.inlays.length === 0 ? style : { ...style, ...carriedBy(found) };
    },
  };
}

/** Where `finish` writes the number of the last line. */
const LAST_LINE = 19;

/** The facts as `finish` of the assembly writes them, in this order. */
function factsIn(facts: Int32Array, regions: readonly Region[]): StyleFacts {
  return {
    codeBytes: numberAt(facts, 0),
    literalBytes: numberAt(facts, 1),
    commentBytes: numberAt(facts, 2),
    legalBytes: numberAt(facts, 3),
    whiteBytes: numberAt(facts, 4),
    lines: numberAt(facts, 5),
    codeLines: numberAt(facts, 6),
    commentLines: numberAt(facts, 7),
    runs: numberAt(facts, 8),
    runBytes: numberAt(facts, 9),
    gaps: numberAt(facts, 10),
    denseBytes: numberAt(facts, 11),
    declarations: numberAt(facts, 12),
    spacedDeclarations: numberAt(facts, 13),
    opens: numberAt(facts, 14),
    spacedOpens: numberAt(facts, 15),
    closes: numberAt(facts, 16),
    spacedCloses: numberAt(facts, 17),
    endedCloses: numberAt(facts, 18),
    regions,
  };
}
