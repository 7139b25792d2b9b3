import { count } from '../figures.ts';

/** A part of a report that may be cut between its rows. Everything in it is escaped, and ends with a newline. */
export interface Section {
  /** Before the first row; left out together with `close` when no row fits. */
  readonly open: string;
  /** There may be very many: they are asked for as far as they fit. */
  readonly rows: Iterable<string>;
  readonly count: number;
  readonly close: string;
  /** Rows that the maker has left out already. */
  readonly more?: number;
}

/** Longer than any line that says how much was left out. */
const RESERVED = 80;

/**
 * Joins sections, and leaves out from the end of each what would make the whole longer than `maxBytes` in UTF-8. How many rows
 * are missing is said where they are missing.
 */
export function joinSections(sections: readonly Section[], maxBytes: number): string {
  const parts: string[] = [];
  let left = maxBytes - RESERVED;
  let unsaid = 0;
  for (const { open, rows, count: all, close, more = 0 } of sections) {
    const frame = Buffer.byteLength(open) + Buffer.byteLength(close) + RESERVED;
    let room = left - frame;
    const shown: string[] = [];
    for (const row of rows) {
      room -= Buffer.byteLength(row);
      if (room < 0) break;
      shown.push(row);
    }
    if (shown.length === 0) {
      unsaid += all + more;
      continue;
    }
    const text = `${open}${shown.join('')}${close}${notShown(all - shown.length + more)}`;
    parts.push(text);
    left -= Buffer.byteLength(text);
  }
  const text = `${parts.join('')}${notShown(unsaid)}`;
  return Buffer.byteLength(text) <= maxBytes ? text : '';
}

function notShown(rows: number): string {
  return rows === 0 ? '' : `\n_${count(rows)} more not shown._\n\n`;
}
