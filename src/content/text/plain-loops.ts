import { keepMapComment, type MapComment, MapCommentReader } from './map-comment.ts';
import type { PlainFacts, PlainReader } from './plain-reader.ts';

const [TEXT, SLASH, MARK, COMMENT, STAR] = [0, 1, 2, 3, 4];
const LF = 10;
const CR = 13;
const STAR_BYTE = Buffer.from('*');

/** What may end the code in front of a comment: behind anything else it may be the inside of a string. */
export const BEFORE = new Uint8Array(256);
for (let byte = 0; byte <= 32; byte++) BEFORE[byte] = 1;
for (const character of ';})>') BEFORE[character.charCodeAt(0)] = 1;

/** The reader as plain loops: the fallback, and the one that the other is tested against. */
export class LoopPlainReader implements PlainReader {
  readonly mapComments: MapComment[] = [];
  readonly #comment = new MapCommentReader();
  #state = TEXT;
  #base = 0;
  #lastByte = LF;
  #breaks = 0;
  #lineStart = 0;
  #start = 0;
  #block = false;
  #inkBytes = 0;
  #inkLines = 0;
  #lineInk = 0;

  push(view: Uint8Array): void {
    const n = view.length;
    let i = 0;
    let ink = this.#inkBytes;
    while (i < n) {
      const byte = view[i] as number;
      if (this.#state === TEXT) {
        let here = byte;
        while (here !== LF && here !== CR && here !== 47) {
          if (here > 32) ink++;
          if (++i === n) break;
          here = view[i] as number;
        }
        if (i === n) break;
        if (here === 47) {
          const before = i > 0 ? (view[i - 1] as number) : this.#lastByte;
          this.#start = this.#base + i;
          if (BEFORE[before] === 1) this.#state = SLASH;
          ink++;
        } else {
          if (here === CR || (i > 0 ? view[i - 1] : this.#lastByte) !== CR) {
            this.#breaks++;
            if (ink > this.#lineInk) this.#inkLines++;
            this.#lineInk = ink;
          }
          this.#lineStart = this.#base + i + 1;
        }
        i++;
      } else if (this.#state === SLASH) {
        if (byte === 47 || byte === 42) {
          this.#block = byte === 42;
          this.#state = MARK;
          ink++;
          i++;
        } else this.#state = TEXT;
      } else if (this.#state === MARK) {
        if (byte === 35 || byte === 64) {
          this.#comment.begin(this.#breaks + 1, this.#start - this.#lineStart + 1);
          this.#state = COMMENT;
          ink++;
          i++;
        } else this.#state = TEXT;
      } else if (this.#state === COMMENT) {
        const from = i;
        while (i < n && view[i] !== LF && view[i] !== CR && !(this.#block && view[i] === 42)) i++;
        this.#comment.push(view, from, i);
        ink += i - from;
        if (i === n) break;
        if (view[i] === 42) {
          this.#state = STAR;
          ink++;
          i++;
        } else {
          if (!this.#block) this.#endComment();
          this.#state = TEXT;
        }
      } else if (byte === 47) {
        this.#endComment();
        this.#state = TEXT;
        ink++;
        i++;
      } else {
        this.#comment.push(STAR_BYTE, 0, 1);
        this.#state = COMMENT;
      }
    }
    this.#inkBytes = ink;
    if (n > 0) this.#lastByte = view[n - 1] as number;
    this.#base += n;
  }

  end(): PlainFacts {
    if (this.#state === COMMENT && !this.#block) this.#endComment();
    if (this.#inkBytes > this.#lineInk) this.#inkLines++;
    const lines = this.#breaks + (this.#base > this.#lineStart ? 1 : 0);
    return { lines, inkLines: this.#inkLines, inkBytes: this.#inkBytes };
  }

  #endComment(): void {
    const comment = this.#comment.end();
    if (comment !== undefined) keepMapComment(this.mapComments, comment);
  }
}
