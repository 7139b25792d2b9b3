import { instantiator } from './engine.ts';
import { WASM } from './marks.wasm.ts';

/** What the module exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly mark: { readonly value: number };
  find(from: number, end: number): number;
}

/**
 * Literals that lead to what a build leaves behind; the module knows them by these numbers. ASCII. `Map` stands for the end of
 * `statementMap`, and is told only behind a `t`.
 */
export const MARKS = [
  '/home/',
  'Users',
  '/root/',
  '/builds',
  '/__w/',
  '/github/w',
  '/jenkin',
  '/codebu',
  '/vercel',
  '/opt/bu',
  '/var/fo',
  ':\\a\\',
  ':\\\\a\\',
  '#region',
  'RL=webp',
  '!*** .',
  '__file',
  '# debugId=',
  'Map',
] as const;
export type Mark = (typeof MARKS)[number];

/** Tells the marks that begin in `bytes[from..to)`, in order; what lies behind `to` may be looked at. */
export type MarkFinder = (
  bytes: Buffer,
  from: number,
  to: number,
  onMark: (mark: Mark, at: number) => void,
) => void;

const LETTER_T = 116;
const NEVER = Number.POSITIVE_INFINITY;

/** A native search for each: the fallback, and the one that the other is tested against. */
export const plainMarkFinder: MarkFinder = (bytes, from, to, onMark) => {
  const nextOf = (mark: Mark, at: number) => {
    const next = bytes.indexOf(mark, at, 'latin1');
    return next === -1 || next >= to ? NEVER : next;
  };
  const next = MARKS.map((mark) => nextOf(mark, from));
  for (let at = Math.min(...next); at !== NEVER; at = Math.min(...next)) {
    const index = next.indexOf(at);
    const mark = MARKS[index]!;
    if (mark !== 'Map' || bytes[at - 1] === LETTER_T) onMark(mark, at);
    next[index] = nextOf(mark, at + 1);
  }
};

/** Bytes that are handed over at once, and of those behind them; the module's memory holds twice as many. */
const PIECE = 256 * 1024;
const BEHIND = 32;
const instantiate = instantiator<Exports>(WASM);

/**
 * The same in SIMD WebAssembly: one look at every byte, where native searches take one for each literal and a call each.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdMarkFinder(): MarkFinder | undefined {
  const wasm = instantiate();
  if (wasm === undefined) return undefined;
  const memory = new Uint8Array(wasm.memory.buffer);
  const { find, mark } = wasm;
  return (bytes, from, to, onMark) => {
    for (let start = from; start < to; start += PIECE) {
      const length = Math.min(PIECE, to - start);
      // One byte before: `Map` is known by it.
      const base = Math.max(0, start - 1);
      memory.set(bytes.subarray(base, Math.min(bytes.length, start + length + BEHIND)));
      const end = start + length - base;
      for (let at = find(start - base, end); at < end; at = find(at + 1, end)) {
        const known = MARKS[mark.value]!;
        if (bytes.toString('latin1', base + at, base + at + known.length) === known) onMark(known, base + at);
      }
    }
  };
}

let finder: MarkFinder | undefined;

/** The fastest finder there is here. */
export const findMarks: MarkFinder = (bytes, from, to, onMark) => {
  finder ??= createSimdMarkFinder() ?? plainMarkFinder;
  finder(bytes, from, to, onMark);
};
