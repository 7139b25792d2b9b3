import type { MapFacts } from './facts.ts';
import { BLANK, MARK, QUOTE } from './quotes.ts';
import { createMapReader, type MapReader } from './reader.ts';
import type { MapRoom } from './room.ts';
import {
  chainUnescapers,
  createEntityDecoder,
  createPercentDecoder,
  createUnescaper,
  type Unescaper,
} from './unescape.ts';

/**
 * An object that may be a map, as its bytes pass by: in a script, or in a string, a string inside a string, an attribute.
 */
export interface ObjectReader {
  /** Reads on. @returns how many bytes belong to it: fewer than all only once it is over */
  take(view: Buffer): number;
  over(): boolean;
  /** What it is, and its size in bytes as JSON; null where it is no map. */
  end(): { readonly facts: MapFacts; readonly size: number } | null;
}

/** Where an object begins that may be a map, and how it is written. */
export interface Opening {
  /** Offset of the first key's name from the brace. */
  readonly key: number;
  /** Bytes from the brace on that tell, so that nothing need be read twice from there. */
  readonly length: number;
  readonly open: (room: MapRoom) => ObjectReader;
}

/** First keys of maps, each with how its value begins. */
const FIRST = [
  `(version)${QUOTE}?${BLANK}{0,4}:${BLANK}{0,4}${QUOTE}?3${QUOTE}?${BLANK}{0,16}[,}]`,
  String.raw`(?:sources(?:Content)?|names|sections|ignoreList|mappings)${QUOTE}?${BLANK}{0,4}:${BLANK}{0,4}\[`,
  `(?:file|sourceRoot|mappings|debugId|debug_id)${QUOTE}?${BLANK}{0,4}:${BLANK}{0,4}${QUOTE}`,
  String.raw`x_\w{1,40}${QUOTE}?${BLANK}{0,4}:${BLANK}{0,4}(?:${QUOTE}|[\[{\dtfn])`,
];
const OPENING = new RegExp(String.raw`^(\{${BLANK}{0,16}${MARK}?)(?:${FIRST.join('|')})`);
/** The first quote in what follows, for an object whose keys have none. */
const ANY_MARK = new RegExp(`^[^"'\`]{0,100}?${MARK}`);
/** Bytes from the brace on that are looked at. */
export const OPENING_BYTES = 160;

/**
 * Knows the beginning of a map by its first key, whatever of its keys that is.
 *
 * @param at offset of the brace in the bytes; one byte before it is looked at
 */
export function openingAt(bytes: Buffer, at: number): Opening | undefined {
  const text = bytes.toString('latin1', at, at + OPENING_BYTES);
  const match = OPENING.exec(text);
  if (match === null) return undefined;
  const [whole, before, backslashes, quote, version] = match;
  const entities = entitiesIn(whole);
  const bare = quote === undefined && entities === undefined;
  const mark = bare ? ANY_MARK.exec(text) : null;
  const depth = (backslashes ?? mark?.[1] ?? '').length;
  const levels = entities ?? escapingOf(depth, quote ?? mark?.[2] ?? '', bytes[at - 1]);
  return {
    key: before!.length,
    length: whole.length,
    open: (room) => createObjectReader(levels, { carried: true, room }, version !== undefined),
  };
}

/** The beginning of a map whose brace is written by its number. */
export interface EncodedOpening extends Opening {
  /** Where the escape of the brace begins. */
  readonly begins: number;
}

/**
 * Knows the beginning of a map that is escaped in all its characters, or in those that a URL cannot hold, as
 * obfuscators and `encodeURIComponent` write it: `\x7b\x22`, `\u007b\u0022`, `%7B%22`.
 *
 * @param digits offset of the number of the brace in the bytes
 */
export function encodedOpeningAt(bytes: Buffer, digits: number): EncodedOpening | undefined {
  const sign = bytes[digits - 1];
  const begins = digits - (sign === PERCENT ? 1 : sign === LETTER_X ? 2 : 4);
  const outer = bytes[begins - 1];
  const create = () =>
    sign === PERCENT
      ? createPercentDecoder()
      : createUnescaper(outer !== undefined && isQuote(outer) ? outer : 0);
  const decoder = create();
  const text = decoder.take(bytes.subarray(begins, begins + OPENING_BYTES)).text.toString('latin1');
  const match = OPENING.exec(text);
  if (match === null) return undefined;
  const [whole, before, backslashes, quote, version] = match;
  const inner = escapingOf((backslashes ?? '').length, quote ?? '', undefined);
  return {
    begins,
    key: decoder.origin(before!.length),
    length: decoder.origin(whole.length),
    open: (room) =>
      createObjectReader(
        inner === undefined ? create() : chainUnescapers([create(), inner]),
        { carried: true, room },
        version !== undefined,
      ),
  };
}

/**
 * Undoes the escaping of an attribute by how its first quote is written, of one inside another as well; undefined
 * where no entity is among the bytes.
 */
export function entitiesIn(begins: string): Unescaper | undefined {
  const quote = /&(amp;)?(?:quot|#34|#x22);/.exec(begins);
  if (quote === null) return undefined;
  return quote[1] === undefined
    ? createEntityDecoder()
    : chainUnescapers([createEntityDecoder(), createEntityDecoder()]);
}

/**
 * Reads on from the key that holds the texts, in an object that began with one that is not known: what came before
 * is gone.
 */
export function openContents(
  backslashes: string,
  quote: string,
  entities: Unescaper | undefined,
  room: MapRoom,
): ObjectReader {
  const levels = entities ?? escapingOf(backslashes.length, quote, undefined);
  return createObjectReader(levels, { partial: true, room }, true);
}

/**
 * How the text of an object is escaped; undefined where nothing before its first value tells.
 *
 * @param depth backslashes before the first quote in it
 * @param outer the byte before the object
 */
export function escapingOf(depth: number, quote: string, outer: number | undefined): Unescaper | undefined {
  const isQuoted = outer !== undefined && isQuote(outer);
  // A quote by number is escaped as often as one behind as many backslashes.
  if (depth === 0) return isQuoted && quote !== '' ? createUnescaper(outer) : undefined;
  const levels: Unescaper[] = [];
  for (let left = depth; left > 0; left >>= 1) {
    // Where the backslashes are even in number, the quote at hand closes nothing on this level.
    const closing = left === depth && isQuoted ? outer : DOUBLE;
    levels.push(createUnescaper(left % 2 === 1 ? closing : 0));
  }
  return chainUnescapers(levels);
}

const isQuote = (byte: number): boolean => byte === DOUBLE || byte === 39 || byte === 96;
const DOUBLE = 34;
const PERCENT = 37;
const LETTER_X = 120;
const BACKSLASH = 92;
const BRACE = Buffer.from('{');
/**
 * Bytes that are handed on at once, so that what is decided hangs on places in the object and not on how the file is cut.
 */
const PIECE = 512;
/** Bytes without anything new behind which an object is taken for none: that many pieces. */
const MAX_IDLE = 8;
/** Bytes up to which an object is read as part of a string as well: what loaders leave is that of one style sheet. */
const MAX_TWICE = 1_000_000;
/** Texts of fewer bytes are examples, in an object that does not begin with its version. */
const MIN_TEXT = 100;

/** One way to read the object. */
interface Reading {
  readonly reader: MapReader;
  readonly unescaper: Unescaper | undefined;
  progress: number;
  idle: number;
}

function createObjectReader(
  levels: Unescaper | undefined,
  how: { readonly partial?: true; readonly carried?: true; readonly room: MapRoom },
  isVersioned: boolean,
): ObjectReader {
  const read = (unescaper: Unescaper | undefined): Reading => {
    const reader = createMapReader({ ...how, notation: 'script' });
    if (how.partial) reader.take(BRACE);
    return { reader, unescaper, progress: 0, idle: 0 };
  };
  const readings = [read(levels)];
  // In a string in single quotes or in a template nothing at the beginning of an object tells that it stands in
  // one. Both readings are one up to the first escape, and most that begins like an object ends in front of it.
  let isAmbiguous = levels === undefined;
  let alive: readonly Reading[] = [...readings];
  let taken = 0;
  let over = false;

  /** @returns how many bytes it took, and whether it needs no more */
  function feed({ reader, unescaper }: Reading, view: Buffer): { took: number; ends: boolean } {
    if (unescaper === undefined) return { took: reader.take(view), ends: reader.verdict() === 'over' };
    const { text, taken: raw, closed } = unescaper.take(view);
    const length = reader.take(text);
    if (reader.verdict() === 'over') return { took: unescaper.origin(length), ends: true };
    return { took: raw, ends: closed };
  }

  function isIdle(reading: Reading): boolean {
    const progress = reading.reader.progress();
    reading.idle = progress === reading.progress ? reading.idle + 1 : 0;
    reading.progress = progress;
    return reading.reader.verdict() === 'unsure' && reading.idle >= MAX_IDLE;
  }

  /** Takes bytes of one piece. @returns how many belong to the object */
  function piece(view: Buffer): number {
    const left: Reading[] = [];
    const due = [...alive];
    let furthest = 0;
    for (const reading of due) {
      const { took, ends } = feed(reading, view);
      if (ends && reading.reader.state() === 'done') {
        over = true;
        return took;
      }
      furthest = Math.max(furthest, took);
      if (!ends) left.push(reading);
      if (isAmbiguous && (!ends || view.includes(BACKSLASH))) {
        isAmbiguous = false;
        const other = read(createUnescaper(0));
        readings.push(other);
        due.push(other);
      }
    }
    taken += furthest;
    alive = taken % PIECE === 0 ? left.filter((reading) => !isIdle(reading)) : left;
    if (alive.length > 1 && taken > MAX_TWICE) alive = alive.slice(0, 1);
    over = alive.length === 0;
    return furthest;
  }

  return {
    over() {
      return over;
    },
    take(view) {
      let at = 0;
      while (at < view.length && !over) at += piece(view.subarray(at, at + PIECE - (taken % PIECE)));
      return at;
    },
    end() {
      const found = readings.flatMap(({ reader }) => {
        const facts = reader.end();
        return facts === null ? [] : [{ facts, size: reader.size() }];
      });
      found.sort((a, b) => rank(b.facts) - rank(a.facts));
      const [best] = found;
      return best === undefined || (!isVersioned && isExample(best.facts)) ? null : best;
    },
  };
}

/** Of two readings the one that came to the end is right, and the one whose texts have their line breaks. */
function rank({ truncated, lines }: MapFacts): number {
  return (truncated ? 0 : 1e12) + lines;
}

function isExample({ embedded, lines, bytes }: MapFacts): boolean {
  return embedded > 0 && lines <= embedded && bytes < MIN_TEXT;
}
