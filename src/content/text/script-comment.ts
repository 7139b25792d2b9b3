import { keepMapComment } from './map-comment.ts';
import {
  CODE,
  DENSE,
  LINE,
  LINE_E2,
  LINE_E280,
  LINE_PIECE,
  LONG_PIECE,
  NOTE,
  PRAGMA,
  PRAGMA_STAR,
  PRAGMA_START,
  REGEX,
  SLASH,
  STAR,
  STAR_COMMENT,
} from './script-numbers.ts';
import { beginPiece, endBlockPiece, endLinePiece, endPiece } from './script-piece.ts';
import { type ScriptState, stops } from './script-state.ts';
import { OPERAND_AFTER } from './script-token.ts';

const LINE_STOPS = stops('\n\r', 0xe2);
const STAR_STOPS = stops('*\n\r');
const STAR_BYTE = Buffer.from('*');

/** A comment begins: `commentStart` and the first bytes have been taken. */
export function beginComment(s: ScriptState, block: boolean): void {
  s.blockComment = block;
  s.legalStart = -1;
  // Two comments on one line are one line of comments.
  if (s.commentLine !== s.line) s.commentLines++;
  s.commentLine = s.line;
}

/** A comment of so many bytes ended: whether it is a person's remark on the code before or behind it. */
function note(s: ScriptState, bytes: number): void {
  if (s.code < DENSE || bytes < NOTE || bytes >= LONG_PIECE) return;
  s.notes++;
  s.noteBytes += bytes;
}

/** Reads from `view[i]`, behind a slash or inside a comment; gives where it stopped. */
export function readComment(s: ScriptState, view: Uint8Array, from: number): number {
  const n = view.length;
  let i = from;
  const byte = view[i] as number;
  switch (s.state) {
    case SLASH:
      if (byte === 47 || byte === 42) {
        s.comment += 2;
        beginComment(s, byte === 42);
        s.state = PRAGMA_START;
        return i + 1;
      }
      if (OPERAND_AFTER[s.last] === 1) {
        s.regexFrom = s.literal;
        s.literal++;
        s.state = REGEX;
      } else {
        s.code++;
        s.last = 47;
        s.state = CODE;
      }
      return i;

    case PRAGMA_START:
      if (byte === 35 || byte === 64) {
        s.pragma.begin(s.line, s.commentStart - s.lineStart + 1);
        s.inlays.pragmaBegins(s.line, s.code, s.gapCode);
        s.comment++;
        s.state = PRAGMA;
        return i + 1;
      }
      if (byte === 33 && s.blockComment) s.legalStart = s.comment - 2;
      beginPiece(s, i);
      s.state = s.blockComment ? STAR_COMMENT : LINE;
      return i;

    case LINE:
      while (i < n && LINE_STOPS[view[i] as number] === 0) i++;
      s.comment += i - from;
      if (i === n) return i;
      // A line separator, E2 80 A8 or A9, ends a line for JavaScript.
      if (view[i] === 0xe2) {
        s.comment++;
        s.state = LINE_E2;
        return i + 1;
      }
      endLinePiece(s, view, i);
      note(s, s.base + i - s.commentStart);
      s.state = CODE;
      return i;
    case LINE_E2:
    case LINE_E280: {
      const separator = s.state === LINE_E2 ? byte === 0x80 : byte === 0xa8 || byte === 0xa9;
      if (!separator) {
        s.state = LINE;
        return i;
      }
      s.comment++;
      if (s.state === LINE_E280) endPiece(s, LINE_PIECE, view, i, s.code);
      s.state = s.state === LINE_E2 ? LINE_E280 : CODE;
      return i + 1;
    }

    case STAR_COMMENT:
      while (i < n && STAR_STOPS[view[i] as number] === 0) i++;
      s.comment += i - from;
      if (i === n) return i;
      if (view[i] === 42) s.state = STAR;
      else if (s.endLine(view, i)) s.commentLines++;
      s.comment++;
      return i + 1;
    case STAR:
      if (byte === 47) {
        endBlockPiece(s, view, i);
        if (s.legalStart < 0) note(s, s.base + i + 1 - s.commentStart);
        s.comment++;
        if (s.legalStart >= 0) s.legal += s.comment - s.legalStart;
        s.state = CODE;
        return i + 1;
      }
      if (byte !== 42) {
        s.state = STAR_COMMENT;
        return i;
      }
      s.comment++;
      return i + 1;

    case PRAGMA: {
      const table = s.blockComment ? STAR_STOPS : LINE_STOPS;
      while (i < n && table[view[i] as number] === 0) i++;
      s.pragma.push(view, from, i);
      s.inlays.pragma(view, from, i);
      s.comment += i - from;
      if (i === n) return i;
      const stop = view[i] as number;
      if (stop === 42) {
        s.comment++;
        s.state = PRAGMA_STAR;
        return i + 1;
      }
      if (!s.blockComment && stop !== 0xe2) {
        endPragma(s);
        beginPiece(s, i);
        s.state = LINE;
        return i;
      }
      s.pragma.push(view, i, i + 1);
      s.inlays.pragma(view, i, i + 1);
      if (stop !== 0xe2 && s.endLine(view, i)) s.commentLines++;
      s.comment++;
      return i + 1;
    }
    default:
      if (byte === 47) {
        endPragma(s);
        s.comment++;
        s.state = CODE;
        return i + 1;
      }
      s.pragma.push(STAR_BYTE, 0, 1);
      s.state = PRAGMA;
      return i;
  }
}

/** The comment that may point to a map is over. */
export function endPragma(s: ScriptState): void {
  s.inlays.pragmaEnds();
  const comment = s.pragma.end();
  if (comment !== undefined) keepMapComment(s.mapComments, comment);
}
