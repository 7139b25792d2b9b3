import type { InlayFacts } from '../text/inlay-facts.ts';
import type { Region } from '../text/regions.ts';
import { CLASS } from '../text/script-class.ts';
import type { ScriptFacts, ScriptLexer, ScriptOptions } from '../text/script-lexer.ts';
import { OPENS, OPERAND_AFTER } from '../text/script-token.ts';
import { APART, IN_WORD, keywords } from '../text/words.ts';
import {
  APART_AT,
  CLASS_AT,
  IN_WORD_AT,
  KINDS_AT,
  MASKS_AT,
  OPENS_AT,
  OPERAND_AFTER_AT,
  WORDS_AT,
} from './memory.ts';
import { createModulePool, type Exports, numberAt } from './module.ts';
import { Reading } from './reading.ts';
import { WASM } from './script.wasm.ts';

/** What the module exports, as assembly/script.ts says. */
interface ScriptExports extends Exports {
  breakOff(): void;
}

const pool = createModulePool<ScriptExports>(WASM, writeTables);

/**
 * The lexer in SIMD WebAssembly.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdScriptLexer({ jsx, readInlay }: ScriptOptions): ScriptLexer | undefined {
  const module = pool.borrow(jsx ? 1 : 0);
  if (module === undefined) return undefined;
  const reading = new Reading(module, readInlay);
  return {
    mapComments: reading.mapComments,
    push: (view) => reading.push(view),
    breakOff() {
      module.exports.breakOff();
      reading.takeLog();
    },
    end() {
      const facts = reading.finish();
      const regions = reading.regions.end({
        line: numberAt(facts, LAST_LINE),
        codeBytes: numberAt(facts, 0),
        literalBytes: numberAt(facts, 1),
        names: numberAt(facts, 12),
        shortNames: numberAt(facts, 14),
      });
      const found = reading.endInlays(numberAt(facts, LAST_LINE), numberAt(facts, 0));
      const script = factsIn(facts, regions, found);
      pool.giveBack(module);
      return script;
    },
  };
}

/** Where `finish` writes the number of the last line. */
const LAST_LINE = 21;

/** The facts as `finish` of the assembly writes them, in this order. */
function factsIn(facts: Int32Array, regions: readonly Region[], found: InlayFacts): ScriptFacts {
  const script = {
    codeBytes: numberAt(facts, 0),
    literalBytes: numberAt(facts, 1),
    regexBytes: numberAt(facts, 28),
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
    names: numberAt(facts, 12),
    nameCharacters: numberAt(facts, 13),
    shortNames: numberAt(facts, 14),
    declared: numberAt(facts, 15),
    shortDeclared: numberAt(facts, 16),
    locals: numberAt(facts, 22),
    shortLocals: numberAt(facts, 23),
    letters: numberAt(facts, 24),
    distinctLetters: numberAt(facts, 29),
    negated: numberAt(facts, 25),
    parameters: numberAt(facts, 30),
    shortParameters: numberAt(facts, 31),
    notes: numberAt(facts, 26),
    noteBytes: numberAt(facts, 27),
    elements: numberAt(facts, 17),
    annotations: numberAt(facts, 18),
    control: numberAt(facts, 19),
    regions,
    broken: numberAt(facts, 20),
    inlays: found.inlays,
    moreInlays: found.moreInlays,
    modules: found.modules,
    banners: found.banners,
  };
  const { sourceUrl, denseModules } = found;
  if (sourceUrl === undefined && denseModules === undefined) return script;
  return { ...script, ...(denseModules && { denseModules }), ...(sourceUrl !== undefined && { sourceUrl }) };
}

/** The tables of the plain lexer, so that there is one of each. */
function writeTables(bytes: Uint8Array): void {
  bytes.set(IN_WORD, IN_WORD_AT);
  bytes.set(APART, APART_AT);
  bytes.set(CLASS, CLASS_AT);
  bytes.set(OPERAND_AFTER, OPERAND_AFTER_AT);
  bytes.set(OPENS, OPENS_AT);
  const { words, kinds } = keywords;
  bytes.fill(0xff, MASKS_AT, MASKS_AT + 16);
  bytes.set(kinds, KINDS_AT);
  words.forEach((word, slot) => {
    if (word !== undefined) bytes.set(word, WORDS_AT + slot * 16);
  });
}
