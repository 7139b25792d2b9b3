import { CLASS } from '../script-code.ts';
import { IN_WORD } from '../script-state.ts';
import { OPERAND_AFTER } from '../script-token.ts';
import { keywords } from '../words.ts';
import { instantiator } from './engine.ts';
import { WASM } from './script.wasm.ts';
import {
  CLASS_AT,
  FACTS,
  FACTS_AT,
  IN_WORD_AT,
  KINDS_AT,
  LENGTHS_AT,
  LOG_AT,
  LOG_END,
  MASKS_AT,
  OPERAND_AFTER_AT,
  VIEW_AT,
  WORDS_AT,
} from './script-memory.ts';

/** What the module exports, as assembly/script.ts says. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(jsx: number): void;
  read(from: number, n: number): number;
  breakOff(): void;
  finish(): void;
}

const instantiate = instantiator<Exports>(WASM);
const idle: ScriptModule[] = [];

/**
 * An instance of the module, to be given back after use: it has half a megabyte of memory, and a package thousands of scripts.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function borrowScriptModule(): ScriptModule | undefined {
  const module = idle.pop();
  if (module !== undefined) return module;
  const exports = instantiate();
  return exports && new ScriptModule(exports);
}

export function returnScriptModule(module: ScriptModule): void {
  idle.push(module);
}

/** Number `i` of those that the module wrote, eight bytes each. Small ones stay small integers for the engine. */
export function numberAt(halves: Int32Array, i: number): number {
  const low = halves[i * 2] as number;
  const high = halves[i * 2 + 1] as number;
  return high === 0 && low >= 0 ? low : high * 2 ** 32 + (low >>> 0);
}

/** One instance and the views on its memory. */
export class ScriptModule {
  /** The events of the last call. */
  readonly log: Int32Array;
  /** What `finish` wrote. */
  readonly facts: Int32Array;
  readonly #wasm: Exports;
  readonly #bytes: Uint8Array;
  readonly #logged: Int32Array;

  constructor(wasm: Exports) {
    const { buffer } = wasm.memory;
    this.#wasm = wasm;
    this.#bytes = new Uint8Array(buffer);
    this.facts = new Int32Array(buffer, FACTS_AT, FACTS * 2);
    this.#logged = new Int32Array(buffer, LOG_AT, 1);
    this.log = new Int32Array(buffer, LOG_AT + 8, (LOG_END - LOG_AT) / 4 - 2);
    writeTables(this.#bytes);
  }

  reset(jsx: boolean): void {
    this.#logged[0] = 0;
    this.#wasm.reset(jsx ? 1 : 0);
  }

  load(view: Uint8Array): void {
    this.#bytes.set(view, VIEW_AT);
  }

  read(from: number, n: number): number {
    return this.#wasm.read(from, n);
  }

  breakOff(): void {
    this.#wasm.breakOff();
  }

  /** Ends the file: its facts and the last events lie ready. */
  finish(): void {
    this.#wasm.finish();
  }

  /** How many numbers there are in the log, which is empty afterwards. */
  takeLogged(): number {
    const logged = this.#logged[0] as number;
    this.#logged[0] = 0;
    return logged;
  }
}

/** The tables of the plain lexer, so that there is one of each. */
function writeTables(bytes: Uint8Array): void {
  bytes.set(IN_WORD, IN_WORD_AT);
  bytes.set(CLASS, CLASS_AT);
  bytes.set(OPERAND_AFTER, OPERAND_AFTER_AT);
  const { words, kinds, lengths } = keywords;
  bytes.set(new Uint8Array(lengths.buffer), LENGTHS_AT);
  bytes.fill(0xff, MASKS_AT, MASKS_AT + 16);
  bytes.set(kinds, KINDS_AT);
  words.forEach((word, slot) => {
    if (word !== undefined) bytes.set(word, WORDS_AT + slot * 16);
  });
}
