import { instantiator } from './engine.ts';
import { WASM } from './runs.wasm.ts';

/** What the module exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  find(from: number, end: number, step: number): number;
}

/** Digits of base64 in a row, line breaks among them, as such or escaped, that tell a run from words. */
export const PROBE = 48;

/** Of base64 for addresses one digit in 32 is a dash. */
const MOST_DASHES = 6;

/** Tells, of the places `from`, `from + step`, ... in `bytes`, those from which `PROBE` digits stand that are not those of a long name. */
export type RunFinder = (bytes: Buffer, from: number, step: number) => number[];

/** 1 for each digit of base64 and of its URL-safe form, and for what line breaks are written with. */
const DIGIT = new Uint8Array(256);
for (const digit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_\r\n\\')
  DIGIT[digit.charCodeAt(0)] = 1;

/** The plain loop: the fallback, and the one that the other is tested against. */
export const plainRunFinder: RunFinder = (bytes, from, step) => {
  const found: number[] = [];
  for (let at = from; at + PROBE <= bytes.length; at += step) {
    // Most places fail here.
    if (DIGIT[bytes[at + PROBE - 1]!] !== 1 || DIGIT[bytes[at + PROBE / 2]!] !== 1) continue;
    let i = at;
    let dashes = 0;
    let numbers = 0;
    for (; i < at + PROBE && DIGIT[bytes[i]!] === 1; i++) {
      const byte = bytes[i]!;
      if (byte === 95 || byte === 45) dashes++;
      if (byte >= 48 && byte <= 57) numbers++;
    }
    // Names are words between dashes, and most have no number.
    if (i === at + PROBE && dashes <= MOST_DASHES && numbers > 0) found.push(at);
  }
  return found;
};

/** Bytes that are handed over at once; the module's memory holds twice as many. */
const PIECE = 256 * 1024;
const instantiate = instantiator<Exports>(WASM);

/**
 * The same in SIMD WebAssembly: the loop takes a fifth of a second for ten megabytes before an engine has made anything of it.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdRunFinder(): RunFinder | undefined {
  const wasm = instantiate();
  if (wasm === undefined) return undefined;
  const memory = new Uint8Array(wasm.memory.buffer);
  const { find } = wasm;
  return (bytes, from, step) => {
    const found: number[] = [];
    for (let start = from; start + PROBE <= bytes.length; ) {
      const held = bytes.subarray(start, start + PIECE);
      memory.set(held);
      let at = find(0, held.length, step);
      for (; at < held.length; at = find(at + step, held.length, step)) found.push(start + at);
      // Of the last place it may be that not all it needs was there.
      const places = Math.max(1, Math.floor((held.length - PROBE) / step) + 1);
      start += places * step;
    }
    return found;
  };
}

/** Bytes up to which the loop is faster, as nothing has to be handed over. */
const SHORT = 2048;

let finder: RunFinder | undefined;

/** The fastest finder there is here. */
export const findRuns: RunFinder = (bytes, from, step) => {
  if (bytes.length - from <= SHORT) return plainRunFinder(bytes, from, step);
  finder ??= createSimdRunFinder() ?? plainRunFinder;
  return finder(bytes, from, step);
};
