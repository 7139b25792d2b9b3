import { InlayReader } from './inlay.ts';
import { keepMapComment, type MapComment, MapCommentReader } from './map-comment.ts';
import { type Counts, RegionReader } from './regions.ts';
import type { ReadInlay } from './script-lexer.ts';
import {
  BLOCK_PIECE,
  DENSE,
  LONG_PIECE,
  PIECE_BEGINS,
  PIECE_ENDS,
  PROPERTY,
  PROPERTY_BLOCK,
  PROPERTY_HEAD,
} from './script-numbers.ts';
import { carriedBy, type StyleFacts, type StyleLexer } from './style-lexer.ts';

const [
  CODE,
  WHITE,
  SLASH,
  COMMENT_START,
  COMMENT,
  STAR,
  PRAGMA,
  PRAGMA_STAR,
  STRING,
  ESCAPE,
  URL_START,
  URL,
] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const LF = 10;
const CR = 13;
const [COLON, SEMICOLON, COMMA, OPEN, CLOSE] = [58, 59, 44, 123, 125];
const STAR_BYTE = Buffer.from('*');
const LINE_BREAK = Buffer.from('\n');
/** `url` and `(`, as the last four bytes of code. */
const URL_CALL = 0x75726c28;

/** Bytes of code that only have to be counted. */
const PLAIN = new Uint8Array(256).fill(1);
for (let byte = 0; byte <= 32; byte++) PLAIN[byte] = 0;
for (const character of '/"\'{}:;,(') PLAIN[character.charCodeAt(0)] = 0;
/** Punctuation beside which white space means nothing. */
export const BESIDE = new Uint8Array(256);
for (const byte of [SEMICOLON, COMMA, OPEN, CLOSE]) BESIDE[byte] = 1;

/** The lexer as plain loops: the fallback, and the one that the other is tested against. */
export class PlainStyleLexer implements StyleLexer {
  readonly mapComments: MapComment[] = [];
  readonly #pragma = new MapCommentReader();
  readonly #regions = new RegionReader();
  readonly #inlays: InlayReader;

  #state = CODE;
  #base = 0;
  #lastByte = 0;
  #line = 1;
  #lineStart = 0;
  #code = 0;
  #literal = 0;
  #comment = 0;
  #commentStart = 0;
  /** The inside of the comment begins at this byte of the view, on this line; whether a part of it has been told. */
  #pieceFrom = 0;
  #pieceLine = 0;
  #pieceBegun = false;
  #legal = 0;
  #legalStart = -1;
  #white = 0;
  #codeLines = 0;
  #commentLines = 0;
  #mark = 0;
  #runs = 0;
  #runBytes = 0;
  #gaps = 0;
  #declarations = 0;
  #spacedDeclarations = 0;
  #opens = 0;
  #spacedOpens = 0;
  #closes = 0;
  #spacedCloses = 0;
  #endedCloses = 0;
  #denseBytes = 0;
  /** The counters at the last gap. */
  #gap: Counts = { line: 1, codeBytes: 0, literalBytes: 0, names: 0, shortNames: 0 };

  /** The first line since the last code that is dense, and code before it: comments and selectors at the head of a part. */
  #headLine = 1;
  #headCode = 0;

  #tail = 0;
  #quote = 0;
  #last = 0;
  #runLength = 0;
  #blanks = 0;
  #breaks = 0;
  #depth = 0;
  /** The first colon since the last `{`, `}` or `;`: 0 none, 1 tight, 2 with white space behind. */
  #colon = 0;
  /** `PROPERTY_HEAD` or `PROPERTY_BLOCK` in one of these. */
  #property = 0;

  constructor(readInlay?: ReadInlay) {
    this.#inlays = new InlayReader(readInlay);
  }

  push(view: Uint8Array): void {
    const n = view.length;
    let i = 0;
    while (i < n) {
      const byte = view[i] as number;
      switch (this.#state) {
        case CODE:
          i = this.#readCode(view, i);
          break;
        case WHITE:
          i = this.#readWhite(view, i);
          break;
        case SLASH:
          if (byte === 42) {
            this.#comment += 2;
            this.#commentLines++;
            this.#state = COMMENT_START;
            i++;
          } else {
            this.#code++;
            this.#last = 47;
            this.#state = CODE;
          }
          break;
        case COMMENT_START:
          this.#legalStart = byte === 33 ? this.#comment - 2 : -1;
          this.#state = COMMENT;
          if (byte === 35 || byte === 64) {
            this.#pragma.begin(this.#line, this.#commentStart - this.#lineStart + 1);
            this.#comment++;
            this.#state = PRAGMA;
            i++;
          } else {
            this.#pieceFrom = i;
            this.#pieceLine = this.#line;
            this.#pieceBegun = false;
          }
          break;
        case COMMENT:
        case PRAGMA: {
          const from = i;
          while (i < n && view[i] !== 42 && view[i] !== LF && view[i] !== CR) i++;
          const stop = i < n ? 1 : 0;
          this.#comment += i - from + stop;
          const star = stop === 1 && view[i] === 42;
          if (this.#state === PRAGMA) this.#pragma.push(view, from, star ? i : i + stop);
          if (star) this.#state = this.#state === PRAGMA ? PRAGMA_STAR : STAR;
          else if (stop === 1 && this.#breakAt(view, i)) this.#commentLines++;
          i += stop;
          break;
        }
        case STAR:
          if (byte === 47) {
            this.#endPiece(view, i);
            this.#endComment();
          } else if (byte !== 42) {
            this.#state = COMMENT;
            break;
          }
          this.#comment++;
          i++;
          break;
        case PRAGMA_STAR:
          if (byte === 47) {
            const comment = this.#pragma.end();
            if (comment !== undefined) keepMapComment(this.mapComments, comment);
            this.#endComment();
            this.#comment++;
            i++;
          } else {
            this.#pragma.push(STAR_BYTE, 0, 1);
            this.#state = PRAGMA;
          }
          break;
        case STRING: {
          const from = i;
          while (i < n && view[i] !== this.#quote && view[i] !== 92 && view[i] !== LF && view[i] !== CR) i++;
          this.#literal += i - from;
          if (i === n) break;
          if (view[i] === 92) this.#state = ESCAPE;
          else this.#state = CODE;
          // A line break ends a string that was never closed; it is white space then.
          if (view[i] === 92 || view[i] === this.#quote) {
            this.#literal++;
            i++;
          }
          break;
        }
        case ESCAPE:
          if (byte === LF || byte === CR) this.#breakAt(view, i);
          this.#literal++;
          this.#state = STRING;
          i++;
          break;
        case URL_START:
          this.#state = byte === 34 || byte === 39 || byte <= 32 ? CODE : URL;
          break;
        default: {
          const from = i;
          while (i < n && view[i] !== 41 && view[i] !== LF && view[i] !== CR) i++;
          this.#literal += i - from;
          if (i < n) this.#state = CODE;
        }
      }
    }
    if (n > 0 && (this.#state === COMMENT || this.#state === STAR)) {
      this.#tell(this.#pieceBegun ? 0 : PIECE_BEGINS, view, n);
      this.#pieceFrom = 0;
      this.#pieceBegun = true;
    }
    if (n > 0) this.#lastByte = view[n - 1] as number;
    this.#base += n;
  }

  end(): StyleFacts {
    const lines = this.#line - (this.#base === this.#lineStart ? 1 : 0);
    const line = this.#line;
    this.push(LINE_BREAK);
    const white = this.#state === WHITE ? 1 : 0;
    this.#endGap(line);
    this.#gaps--;
    return {
      codeBytes: this.#code,
      literalBytes: this.#literal,
      commentBytes: this.#comment,
      legalBytes: this.#legal,
      whiteBytes: this.#white - white,
      lines,
      codeLines: this.#codeLines,
      commentLines: this.#commentLines,
      runs: this.#runs,
      runBytes: this.#runBytes,
      gaps: this.#gaps,
      denseBytes: this.#denseBytes,
      declarations: this.#declarations,
      spacedDeclarations: this.#spacedDeclarations,
      opens: this.#opens,
      spacedOpens: this.#spacedOpens,
      closes: this.#closes,
      spacedCloses: this.#spacedCloses,
      endedCloses: this.#endedCloses,
      regions: this.#regions.end(this.#gap),
      ...carriedBy(this.#inlays.end(line, this.#code)),
    };
  }

  #readCode(view: Uint8Array, from: number): number {
    const n = view.length;
    let i = from;
    let tail = this.#tail;
    while (i < n && PLAIN[view[i] as number] === 1) {
      tail = (tail << 8) | (view[i] as number);
      i++;
    }
    this.#tail = tail;
    if (i > from) {
      this.#code += i - from;
      this.#last = view[i - 1] as number;
    }
    if (i === n) return i;
    const byte = view[i] as number;
    if (byte <= 32) {
      this.#runLength = 0;
      this.#blanks = 0;
      this.#breaks = 0;
      this.#state = WHITE;
      return i;
    }
    if (byte === 47) {
      this.#commentStart = this.#base + i;
      this.#state = SLASH;
      return i + 1;
    }
    if (byte === 34 || byte === 39) {
      this.#quote = byte;
      this.#literal++;
      this.#last = byte;
      this.#state = STRING;
      return i + 1;
    }
    this.#code++;
    if (byte === 40) {
      // `url(` in either case; what follows without quotes is not CSS.
      if (((tail << 8) | byte | 0x20202000) >>> 0 === URL_CALL) this.#state = URL_START;
    } else this.#punctuation(byte);
    this.#tail = 0;
    this.#last = byte;
    return i + 1;
  }

  #punctuation(byte: number): void {
    if (byte === COLON) {
      if (this.#depth > 0 && this.#colon === 0) this.#colon = 1;
      return;
    }
    if (byte === COMMA) return;
    if (byte === OPEN) {
      this.#depth++;
      this.#opens++;
    } else if (this.#colon > 0) {
      this.#declarations++;
      if (this.#colon === 2) this.#spacedDeclarations++;
    }
    this.#colon = 0;
    if (byte === SEMICOLON) return;
    this.#property = byte === OPEN && this.#property === PROPERTY_HEAD ? PROPERTY_BLOCK : 0;
    if (byte === OPEN) return;
    this.#closes++;
    if (this.#last === SEMICOLON) this.#endedCloses++;
    if (this.#depth > 0) this.#depth--;
  }

  #readWhite(view: Uint8Array, from: number): number {
    const n = view.length;
    let i = from;
    while (i < n && (view[i] as number) <= 32) {
      const byte = view[i] as number;
      if (byte === LF || byte === CR) {
        if (this.#breakAt(view, i)) this.#breaks++;
      } else this.#blanks++;
      i++;
    }
    this.#white += i - from;
    this.#runLength += i - from;
    if (i === n) return i;
    this.#state = CODE;
    const next = view[i] as number;
    const last = this.#last;
    if (this.#tail === PROPERTY && this.#property === 0) this.#property = PROPERTY_HEAD;
    if (last === OPEN) this.#spacedOpens++;
    if (next === CLOSE) this.#spacedCloses++;
    if (last === COLON && this.#colon === 1) this.#colon = 2;
    // A comment beside it does not change that it can go.
    if (BESIDE[last] === 1 || BESIDE[next] === 1 || (last === COLON && this.#depth > 0)) {
      this.#runs++;
      this.#runBytes += this.#runLength;
      // Some minifiers leave a blank before `{`, and all of them the values of custom properties as they are.
      const structure = last === OPEN || last === SEMICOLON || next === CLOSE;
      if (structure && this.#property !== PROPERTY_BLOCK && (this.#blanks > 0 || this.#breaks > 1))
        this.#endGap(this.#line);
    }
    this.#tail = 0;
    return i;
  }

  /** Counts a line that ends at `view[i]`; false for the second half of CR LF. */
  #breakAt(view: Uint8Array, i: number): boolean {
    const first = view[i] === CR || (i > 0 ? view[i - 1] : this.#lastByte) !== CR;
    const seen = this.#code + this.#literal;
    if (first) {
      this.#line++;
      if (seen > this.#mark) this.#codeLines++;
      if (this.#code - this.#headCode >= DENSE) {
        this.#headLine = this.#line;
        this.#headCode = this.#code;
      }
    }
    this.#mark = seen;
    this.#lineStart = this.#base + i + 1;
    return first;
  }

  /** The comment ends before byte `to`: it is told where it is long, or where a part of it was. */
  #endPiece(view: Uint8Array, to: number): void {
    if (this.#pieceBegun) this.#tell(PIECE_ENDS, view, to);
    else if (to - this.#pieceFrom >= LONG_PIECE) this.#tell(PIECE_BEGINS | PIECE_ENDS, view, to);
  }

  #tell(flags: number, view: Uint8Array, to: number): void {
    this.#inlays.piece({
      flags: BLOCK_PIECE | flags,
      startLine: this.#pieceLine,
      line: this.#line,
      view,
      from: this.#pieceFrom,
      to,
      code: this.#code,
      gapCode: this.#gap.codeBytes,
    });
  }

  #endComment(): void {
    if (this.#legalStart >= 0) this.#legal += this.#comment + 1 - this.#legalStart;
    this.#state = CODE;
  }

  #endGap(line: number): void {
    const now = { line, codeBytes: this.#code, literalBytes: this.#literal, names: 0, shortNames: 0 };
    const stretch = this.#code - this.#gap.codeBytes;
    if (stretch >= DENSE) {
      this.#denseBytes += stretch;
      const begins = this.#code - this.#headCode < DENSE ? this.#headLine : line;
      this.#regions.dense(this.#gap, { ...now, line: begins });
    }
    this.#gaps++;
    this.#gap = now;
  }
}
