import { type MapComment, MapCommentReader } from './map-comment.ts';

const KEPT = 4200;
const MARK = /^\/\/[#@]\s*sourceMappingURL=/;

/**
 * Keeps the beginning of the last line that is not blank. Bundlers put the map comment there, so it counts
 * even where a lexer lost its way before it.
 */
export class LastLineReader {
  /** Of the line so far; undefined where it does not begin with a slash. */
  #kept: Buffer | undefined;
  #breaksAfter = 0;
  #ended = true;
  #lastByte = 10;

  push(view: Buffer): void {
    if (view.length === 0) return;
    this.#lastByte = view[view.length - 1] as number;
    let last = view.length - 1;
    while (last >= 0 && (view[last] as number) <= 32) last--;
    const trailing = breaksIn(view, last + 1);
    // Blanks may stand in the middle of the line, whose rest is in the next view.
    const end = trailing > 0 ? last + 1 : view.length;
    if (last < 0) {
      this.#breaksAfter += trailing;
      if (trailing > 0) this.#ended = true;
      else this.#keep(view, end);
      return;
    }
    const start = view.lastIndexOf(10, last) + 1;
    if (start > 0 || this.#ended)
      this.#kept =
        view[start] === 47 ? Buffer.from(view.subarray(start, Math.min(end, start + KEPT))) : undefined;
    else this.#keep(view, end);
    this.#breaksAfter = trailing;
    this.#ended = trailing > 0;
  }

  /** Adds to the line at hand. */
  #keep(view: Buffer, end: number): void {
    if (this.#ended || this.#kept === undefined || this.#kept.length >= KEPT) return;
    this.#kept = Buffer.concat([this.#kept, view.subarray(0, Math.min(end, KEPT - this.#kept.length))]);
  }

  /** The number of that line, given the number of lines in the file. */
  line(lines: number): number {
    return lines + (this.#lastByte === 10 ? 1 : 0) - this.#breaksAfter;
  }

  /** The comment on that line, given the number of lines in the file. */
  end(lines: number): MapComment | undefined {
    if (this.#kept === undefined || !MARK.test(this.#kept.toString('latin1'))) return undefined;
    const reader = new MapCommentReader();
    reader.begin(this.line(lines), 1);
    reader.push(this.#kept, 3, this.#kept.length);
    return reader.end();
  }
}

function breaksIn(view: Buffer, from: number): number {
  let breaks = 0;
  for (let i = from; i < view.length; i++) if (view[i] === 10) breaks++;
  return breaks;
}
