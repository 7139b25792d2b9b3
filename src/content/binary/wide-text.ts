import type { EntrySink } from '../../archive/entry.ts';
import type { Bytes } from '../../archive/store.ts';
import { indexesIn } from './search.ts';
import type { Range } from './streams.ts';

/** Keys with which maps begin, in UTF-16 of either byte order: from the first half that is no zero to the last. */
const MARKS = ['"version"', '"sources"', '"mappings"'].map((key) =>
  Buffer.from(key, 'utf16le').subarray(0, -1),
);
/** Places that are looked at, so that a file of nothing but such keys takes no more than a second. */
const MAX_PLACES = 10_000;
/** Characters before such a key among which the object of a map begins. */
const BEFORE = 500;
const PIECE = 64 * 1024;
const BRACE = 123;

/** Bytes before a place that `mayHoldWideMaps` knows in which such an object may begin. */
export const WIDE_BEFORE = 1000;

/** Whether a source map in UTF-16 may stand in a view: three searches at native speed, and hardly a file has any of them. */
export function mayHoldWideMaps(view: Buffer): boolean {
  return MARKS.some((mark) => view.includes(mark));
}

/**
 * Finds source maps in UTF-16 that lie anywhere in other bytes, as strings of programs do, and hands each on as a text in UTF-8, `text-1` and so
 * on: as far as characters follow each other.
 *
 * @returns what was not read, in a few words
 */
export function readWideMaps(bytes: Bytes, ranges: readonly Range[], sink: EntrySink): string | undefined {
  let count = 0;
  let unread: string | undefined;
  for (const [from, to] of ranges) {
    const found = MARKS.map((mark) => indexesIn(bytes, from, to, mark, MAX_PLACES));
    if (found.some(({ length }) => length === MAX_PLACES))
      unread = 'it holds more text in UTF-16 than packgate looks at';
    let next = from;
    for (const at of found.flat().sort((a, b) => a - b)) {
      if (at < next) continue;
      const begins = beginningOf(bytes, at, next);
      if (begins === undefined) continue;
      count++;
      sink.begin({ path: `text-${count}`, size: Number.POSITIVE_INFINITY });
      next = pour(bytes, begins, to, (text) => sink.bytes(text));
      sink.end();
    }
  }
  return unread;
}

/** Where the object begins that a key at this place stands in: at the last brace before it. */
function beginningOf(bytes: Bytes, at: number, floor: number): number | undefined {
  const most = Math.min(BEFORE, Math.floor((at - floor) / 2));
  const before = bytes.read(at - 2 * most, 2 * most);
  for (let i = before.length - 2; i >= 0; i -= 2) {
    const unit = before.readUInt16LE(i);
    if (!isText(unit)) return undefined;
    if (unit === BRACE) return at - before.length + i;
  }
  return undefined;
}

/** Hands on the text from a place on. @returns where it ends */
function pour(bytes: Bytes, from: number, to: number, take: (text: Buffer) => void): number {
  const decoder = new TextDecoder('utf-16le');
  for (let at = from; at + 1 < to; at += PIECE) {
    const piece = bytes.read(at, Math.min(PIECE, (to - at) & ~1));
    let end = 0;
    while (end + 1 < piece.length && isText(piece.readUInt16LE(end))) end += 2;
    take(Buffer.from(decoder.decode(piece.subarray(0, end), { stream: true })));
    if (end + 1 < piece.length) return at + end;
  }
  return to;
}

/** No control character, and none that no text has. */
function isText(unit: number): boolean {
  return (unit >= 32 && unit < 0xfffe && (unit < 127 || unit > 159)) || (unit >= 9 && unit <= 13);
}
