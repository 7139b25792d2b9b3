import { instantiator } from './engine.ts';
import { WASM } from './openings.wasm.ts';

/** What the module exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  find(from: number, end: number): number;
}

/**
 * Tells the offset of every `{` in `bytes[from..to)` before a key that source maps begin with, in order, whatever stands between the two that may:
 * white space, a quote, escapes of both. What lies behind `to` may be looked at.
 */
export type OpeningFinder = (bytes: Buffer, from: number, to: number) => number[];

/** Bytes behind a brace among which the first key begins; and of that key. */
const REACH = 64;
const WORD = 8;
const BETWEEN = /^(?:[\t-\r "']|\\(?:u[\s\S]{4}|x[\s\S]{2}|[nrt]?)|&(?:quot|#34|#x22);)*/;
const KEY = /^(?:versi|mappi|names|file[^A-[\]-\xff]|secti|debug|ignor|source[sR]|x_)/;

/** A native search: the fallback, and the one that the other is tested against. */
export const plainOpeningFinder: OpeningFinder = (bytes, from, to) => {
  const found: number[] = [];
  for (let at = bytes.indexOf(BRACE, from); at !== -1 && at < to; at = bytes.indexOf(BRACE, at + 1)) {
    const behind = bytes.toString('latin1', at + 1, at + 1 + REACH + 2 * WORD);
    const blank = BETWEEN.exec(behind)![0].length;
    if (blank < REACH && KEY.test(`${behind.slice(blank)}\0`)) found.push(at);
  }
  return found;
};

const BRACE = 123;
/** Bytes that are handed over at once, and of those behind them; the module's memory holds twice as many. */
const PIECE = 256 * 1024;
const BEHIND = 96;
const instantiate = instantiator<Exports>(WASM);

/**
 * The same in SIMD WebAssembly: minified code has a brace every forty bytes, and a key of a map behind hardly any.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdOpeningFinder(): OpeningFinder | undefined {
  const wasm = instantiate();
  if (wasm === undefined) return undefined;
  const memory = new Uint8Array(wasm.memory.buffer);
  const { find } = wasm;
  return (bytes, from, to) => {
    const found: number[] = [];
    for (let start = from; start < to; start += PIECE) {
      const length = Math.min(PIECE, to - start);
      const held = bytes.subarray(start, Math.min(bytes.length, start + length + BEHIND));
      memory.set(held);
      // What was there before must not look like a key.
      memory.fill(0, held.length, length + BEHIND);
      for (let at = find(0, length); at < length; at = find(at + 1, length)) found.push(start + at);
    }
    return found;
  };
}

let finder: OpeningFinder | undefined;

/** The fastest finder there is here. */
export const findOpenings: OpeningFinder = (bytes, from, to) => {
  finder ??= createSimdOpeningFinder() ?? plainOpeningFinder;
  return finder(bytes, from, to);
};
