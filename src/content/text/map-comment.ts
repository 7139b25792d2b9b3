import { posix } from 'node:path';
import { spanEnd } from '../scanner/span.ts';

/** A comment that tells a debugger where the map of this file is. */
export interface MapComment {
  /** As written, at most `MAX_URL` bytes of it; of a `data:` URL only the first `MAX_DATA_URL` bytes. */
  readonly url: string;
  /** Counted from 1. */
  readonly line: number;
  /** Of the comment's first byte, counted from 1, in bytes. */
  readonly column: number;
}

/** How much of a URL is kept, in bytes. */
export const MAX_URL = 4096;
export const MAX_DATA_URL = 64;
/** How many comments of one file are kept: the first ones, and always the last. */
export const MAX_MAP_COMMENTS = 100;

/** Room for most of them. */
const SHORT_URL = 128;

const NAME = Buffer.from('sourceMappingURL=', 'latin1');
const [SPACE, MATCH, LEAD, VALUE, TAIL, DEAD] = [0, 1, 2, 3, 4, 5];

const BLANK = new Uint8Array(256);
for (const byte of [9, 10, 11, 12, 13, 32]) BLANK[byte] = 1;

/**
 * Where a comment leads in the package, as a path from its root.
 *
 * @param path of the file the comment stands in
 * @param url as written, relative; a query or fragment does not name another file
 */
export function referencedPath(path: string, url: string): string {
  // Most maps lie beside their file, and `posix.join` goes through every character.
  if (isName(url) && !path.includes('//') && !path.includes('./'))
    return path.slice(0, path.lastIndexOf('/') + 1) + url;
  const bare = url.replace(/[?#].*$/s, '');
  let decoded = bare;
  try {
    decoded = decodeURI(bare);
  } catch {
    // Not percent-encoded after all.
  }
  return posix.join(posix.dirname(path), decoded);
}

/** Whether it names a file in the same folder, as it stands. */
function isName(url: string): boolean {
  return url !== '' && !url.startsWith('.') && !['/', '?', '#', '%'].some((sign) => url.includes(sign));
}

const NOTHING = Buffer.alloc(0);

/** Adds a comment to a bounded list. */
export function keepMapComment(list: MapComment[], comment: MapComment): void {
  if (list.length === MAX_MAP_COMMENTS) list.pop();
  list.push(comment);
}

/**
 * Reads what stands behind `//#`, `//@`, `/*#` or `/*@`, cut anywhere: `sourceMappingURL=` and a value with
 * nothing else beside it. https://tc39.es/ecma426/ has the pattern; what a value may hold is V8's rule.
 */
export class MapCommentReader {
  #phase = DEAD;
  #matched = 0;
  #length = 0;
  #line = 0;
  #column = 0;
  #kept = NOTHING;

  begin(line: number, column: number): void {
    this.#phase = SPACE;
    this.#matched = 0;
    this.#length = 0;
    this.#line = line;
    this.#column = column;
  }

  /** Whether more bytes of the comment can still matter. */
  get alive(): boolean {
    return this.#phase !== DEAD;
  }

  /** Takes `view[from..to)`, bytes of the comment's inside. */
  push(view: Uint8Array, from: number, to: number): void {
    let i = from;
    while (i < to) {
      const byte = view[i] as number;
      if (this.#phase === SPACE) {
        if (BLANK[byte] === 1) i++;
        else this.#phase = MATCH;
      } else if (this.#phase === MATCH) {
        if (byte !== NAME[this.#matched]) this.#phase = DEAD;
        else if (++this.#matched === NAME.length) this.#phase = LEAD;
        i++;
      } else if (this.#phase === LEAD) {
        if (BLANK[byte] === 1) i++;
        else this.#phase = VALUE;
      } else if (this.#phase === VALUE) {
        const end = spanEnd(view, i, to, 'commentValue');
        const kept = Math.min(end - i, MAX_URL - this.#length);
        this.#hold(this.#length + kept);
        this.#kept.set(view.subarray(i, i + kept), this.#length);
        this.#length += kept;
        i = end;
        if (i < to) this.#phase = BLANK[view[i] as number] === 1 ? TAIL : DEAD;
      } else if (this.#phase === TAIL) {
        if (BLANK[byte] === 1) i++;
        else this.#phase = DEAD;
      } else return;
    }
  }

  /** Makes room for so many bytes: most values are short, and 4 kB for each file would cost more than reading it. */
  #hold(bytes: number): void {
    if (bytes <= this.#kept.length) return;
    const larger = Buffer.allocUnsafe(Math.min(MAX_URL, Math.max(SHORT_URL, 2 * bytes)));
    larger.set(this.#kept);
    this.#kept = larger;
  }

  /** The comment is over; what it was, if it points to a map. */
  end(): MapComment | undefined {
    const whole = (this.#phase === VALUE || this.#phase === TAIL) && this.#length > 0;
    this.#phase = DEAD;
    if (!whole) return undefined;
    const data = this.#length >= 5 && this.#kept.toString('latin1', 0, 5).toLowerCase() === 'data:';
    const url = this.#kept.toString('utf8', 0, data ? Math.min(this.#length, MAX_DATA_URL) : this.#length);
    return { url, line: this.#line, column: this.#column };
  }
}
