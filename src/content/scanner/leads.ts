import { instantiator } from './engine.ts';
import { AFTER, BEFORE, LOG_AT, LOG_LEADS, PADDING, PIECE, VIEW_AT } from './lead-memory.ts';
import { WASM } from './leads.wasm.ts';

/** What the module exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  find(from: number, end: number): number;
  count(): number;
  newlines(length: number): number;
}

/** Literals that lead to what a build leaves behind. ASCII. `Map` stands for the end of `statementMap`, and is told only behind a `t`. */
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

/**
 * What leads to source maps: an object whose first key is one of theirs (or that of a metafile), a comment, a data URL, any base64, the end of `sourcesContent`, told
 * only behind an `s`, and the number of a brace, told only where an escape or a URL has it.
 */
export const MAP_LEADS = [
  '{',
  'sourceMappingURL=',
  'data:application/json',
  'base64,',
  'Content',
  '7b',
  '7B',
] as const;
const [OPENING, CONTENT] = [MARKS.length, MARKS.length + 4];

/** What leads to compressed data: the heads of gzip and of zstd data, in latin1. */
const STREAM_LEADS = ['\x1f\x8b\x08', '(\xb5/\xfd'] as const;
const STREAMS = MARKS.length + MAP_LEADS.length;

/** Every lead; the module knows them by these numbers. */
export const LEADS: readonly string[] = [...MARKS, ...MAP_LEADS, ...STREAM_LEADS];

/** Leads in bytes, in order: their numbers in `LEADS`, and their offsets. */
export interface Leads {
  readonly count: number;
  readonly kinds: readonly number[];
  readonly places: readonly number[];
}

/** Finds every lead that lies in some bytes as a whole. Of an object, the first key has to be among them. */
export type LeadFinder = (bytes: Buffer) => Leads;

/** What reads bytes by their leads, so that several such readers need one search. */
export interface LeadReader<Facts> {
  /**
   * @param whole as a `Reader` takes it
   * @param leads of the view, where they are known
   */
  push(view: Buffer, whole?: boolean, leads?: Leads): void;
  end(): Facts;
}

export const isMark = (kind: number): boolean => kind < OPENING;
/** A brace with the first key of a map behind it, or of esbuild's record of a build. */
export const isOpeningLead = (kind: number): boolean => kind === OPENING;

export const isStreamLead = (kind: number): boolean => kind >= STREAMS;

const NONE: Leads = { count: 0, kinds: [], places: [] };

interface Found {
  readonly kind: number;
  readonly at: number;
}

function leadsOf(found: Found[]): Leads {
  if (found.length === 0) return NONE;
  found.sort((one, other) => one.at - other.at || one.kind - other.kind);
  return {
    count: found.length,
    kinds: found.map(({ kind }) => kind),
    places: found.map(({ at }) => at),
  };
}

/** Bytes behind a brace among which the first key begins; and of that key. */
const REACH = 64;
const WORD = 8;
const BETWEEN = /^(?:[\t-\r "']|\\(?:u[\s\S]{4}|x[\s\S]{2}|[nrt]?)|&(?:quot|#34|#x22);)*/;
const KEY = /^(?:versi|mappi|names|file[^A-[\]-\xff]|secti|debug|ignor|source[sR]|inputs|x_)/;

/** What stands before the number of a character. */
const ESCAPE = /(?:%|\\x|\\u00)$/;

function isOpening(bytes: Buffer, at: number): boolean {
  const behind = bytes.toString('latin1', at + 1, at + 1 + REACH + 2 * WORD);
  const blank = BETWEEN.exec(behind)![0].length;
  return blank < REACH && KEY.test(`${behind.slice(blank)}\0`);
}

/** A native search for each: the fallback, and the one that the other is tested against. */
export const plainLeadFinder: LeadFinder = (bytes) => {
  const found: Found[] = [];
  for (const [kind, text] of LEADS.entries()) {
    for (let at = bytes.indexOf(text, 0, 'latin1'); at !== -1; at = bytes.indexOf(text, at + 1, 'latin1')) {
      const holds =
        text === 'Map'
          ? bytes[at - 1] === LETTER_T
          : kind === CONTENT
            ? bytes[at - 1] === LETTER_S
            : kind > CONTENT && kind < STREAMS
              ? ESCAPE.test(bytes.toString('latin1', Math.max(0, at - 4), at))
              : kind !== OPENING || isOpening(bytes, at);
      if (holds) found.push({ kind, at });
    }
  }
  return leadsOf(found);
};

const LETTER_S = 115;
const LETTER_T = 116;
/** What the module compares of a mark. */
const COMPARED = 5;
const instantiate = instantiator<Exports>(WASM);

/** Finds leads, and counts newlines in bytes that it may have at hand as well. */
interface SimdLeads {
  readonly find: LeadFinder;
  newlines(bytes: Buffer): number;
}

/**
 * The same in SIMD WebAssembly: one look at every byte, at 4,000 MB/s, where native searches take one for each literal and a call each.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdLeadFinder(): SimdLeads | undefined {
  const wasm = instantiate();
  if (wasm === undefined) return undefined;
  const { buffer } = wasm.memory;
  const view = new Uint8Array(buffer, VIEW_AT, BEFORE + PIECE + AFTER + PADDING);
  const log = new Int32Array(buffer, LOG_AT, 2 * LOG_LEADS);
  const { find, count, newlines } = wasm;

  /** Takes what the last call found in the bytes from `base` on. */
  function take(bytes: Buffer, base: number, found: Found[]): void {
    for (let i = 0, end = 2 * count(); i < end; i += 2) {
      const kind = log[i]!;
      const at = base + log[i + 1]!;
      const text = LEADS[kind]!;
      if (
        kind > OPENING ||
        text.length <= COMPARED ||
        bytes.toString('latin1', at, at + text.length) === text
      )
        found.push({ kind, at });
    }
  }

  function findAll(bytes: Buffer): Leads {
    let found: Found[] | undefined;
    for (let start = 0; start < bytes.length; start += PIECE) {
      const base = Math.max(0, start - BEFORE);
      const end = Math.min(bytes.length, start + PIECE) - base;
      const held = Math.min(bytes.length - base, end + AFTER);
      view.set(held === bytes.length ? bytes : bytes.subarray(base, base + held));
      view.fill(0, held, held + PADDING);
      for (let at = start - base; at < end; ) {
        at = find(at, end);
        if (count() === 0) continue;
        found ??= [];
        take(bytes, base, found);
      }
    }
    return found === undefined ? NONE : leadsOf(found);
  }

  return {
    find: findAll,
    newlines(bytes) {
      let sum = 0;
      for (let start = 0; start < bytes.length; start += PIECE) {
        const length = Math.min(PIECE, bytes.length - start);
        view.set(bytes.subarray(start, start + length));
        view.fill(0, length, length + PADDING);
        sum += newlines(length);
      }
      return sum;
    },
  };
}

/** Bytes up to which a loop is as fast as handing them over. */
const FEW = 1024;

export function plainNewlines(bytes: Buffer): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === NEWLINE) sum++;
  return sum;
}

const NEWLINE = 10;
let simd: SimdLeads | null | undefined;

/** The fastest finder there is here. */
export const findLeads: LeadFinder = (bytes) => {
  if (simd === undefined) simd = createSimdLeadFinder() ?? null;
  return (simd?.find ?? plainLeadFinder)(bytes);
};

/** How many newlines there are in some bytes. */
export function newlinesIn(bytes: Buffer): number {
  return bytes.length > FEW && simd ? simd.newlines(bytes) : plainNewlines(bytes);
}
