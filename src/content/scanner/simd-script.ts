import { keepMapComment, type MapComment, MapCommentReader } from '../map-comment.ts';
import { type Counts, type Region, RegionReader } from '../regions.ts';
import type { ScriptFacts, ScriptLexer, ScriptOptions } from '../script.ts';
import { COMMENT_BEGINS, COMMENT_INSIDE, COMMENT_STAR, DENSE_STRETCH, VIEW_BYTES } from './script-memory.ts';
import { borrowScriptModule, numberAt, returnScriptModule, type ScriptModule } from './script-module.ts';

const STAR = Buffer.from('*');
const NOTHING = new Uint8Array(0);
/** Where `finish` writes the number of the last line. */
const LAST_LINE = 21;

/**
 * The lexer in SIMD WebAssembly.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdScriptLexer(options: ScriptOptions): ScriptLexer | undefined {
  const module = borrowScriptModule();
  if (module === undefined) return undefined;
  module.reset(options.jsx);
  return new SimdScriptLexer(module);
}

/** Hands the bytes to the module and keeps what it logs: regions and map comments. */
class SimdScriptLexer implements ScriptLexer {
  readonly mapComments: MapComment[] = [];
  readonly #module: ScriptModule;
  readonly #regions = new RegionReader();
  /** Made when the first comment turns up: most files have none. */
  #comment: MapCommentReader | undefined;

  constructor(module: ScriptModule) {
    this.#module = module;
  }

  push(view: Uint8Array): void {
    const n = view.length;
    if (n <= VIEW_BYTES) this.#read(view);
    else for (let at = 0; at < n; at += VIEW_BYTES) this.#read(view.subarray(at, at + VIEW_BYTES));
  }

  breakOff(): void {
    this.#module.breakOff();
    this.#takeLog(NOTHING);
  }

  end(): ScriptFacts {
    const module = this.#module;
    module.finish();
    this.#takeLog(NOTHING);
    const { facts } = module;
    const regions = this.#regions.end({
      line: numberAt(facts, LAST_LINE),
      codeBytes: numberAt(facts, 0),
      literalBytes: numberAt(facts, 1),
      names: numberAt(facts, 12),
      shortNames: numberAt(facts, 14),
    });
    returnScriptModule(module);
    return factsIn(facts, regions);
  }

  #read(view: Uint8Array): void {
    const n = view.length;
    this.#module.load(view);
    let at = 0;
    while (at < n) {
      at = this.#module.read(at, n);
      this.#takeLog(view);
    }
  }

  /** Takes the events of the last call, which read `view`. */
  #takeLog(view: Uint8Array): void {
    const { log } = this.#module;
    const end = this.#module.takeLogged();
    let i = 0;
    while (i < end) {
      const event = numberAt(log, i++);
      if (event === DENSE_STRETCH) {
        this.#regions.dense(countsAt(log, i), countsAt(log, i + 5));
        i += 10;
      } else if (event === COMMENT_BEGINS) {
        this.#comment ??= new MapCommentReader();
        this.#comment.begin(numberAt(log, i), numberAt(log, i + 1));
        i += 2;
      } else if (event === COMMENT_INSIDE) {
        this.#comment?.push(view, numberAt(log, i), numberAt(log, i + 1));
        i += 2;
      } else if (event === COMMENT_STAR) this.#comment?.push(STAR, 0, 1);
      else {
        const comment = this.#comment?.end();
        if (comment !== undefined) keepMapComment(this.mapComments, comment);
      }
    }
  }
}

function countsAt(log: Int32Array, i: number): Counts {
  return {
    line: numberAt(log, i),
    codeBytes: numberAt(log, i + 1),
    literalBytes: numberAt(log, i + 2),
    names: numberAt(log, i + 3),
    shortNames: numberAt(log, i + 4),
  };
}

/** The facts as `finish` of the assembly writes them, in this order. */
function factsIn(facts: Int32Array, regions: readonly Region[]): ScriptFacts {
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
    names: numberAt(facts, 12),
    nameCharacters: numberAt(facts, 13),
    shortNames: numberAt(facts, 14),
    declared: numberAt(facts, 15),
    shortDeclared: numberAt(facts, 16),
    elements: numberAt(facts, 17),
    annotations: numberAt(facts, 18),
    control: numberAt(facts, 19),
    regions,
    broken: numberAt(facts, 20),
  };
}
