// Comments. The twin of ../../../script-comment.ts.
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
} from '../../../text/script-numbers.ts';
import {
  COMMENT_BEGINS,
  COMMENT_ENDS,
  COMMENT_INSIDE,
  COMMENT_STAR,
  OPERAND_AFTER_AT,
} from '../../memory.ts';
import { findBreakOr } from '../shared/find.ts';
import { log, log2 } from '../shared/log.ts';
import { byteAt, byteBehind } from '../shared/view.ts';
import { beginPiece, endBlockPiece, endLinePiece, endPiece } from './piece.ts';
import { endLine, s } from './state.ts';

/** A comment begins: `commentStart` and the first bytes have been taken. */
export function beginComment(block: bool): void {
  s.blockComment = block;
  s.legalStart = -1;
  // Two comments on one line are one line of comments.
  if (s.commentLine != s.line) s.commentLines++;
  s.commentLine = s.line;
}

/** A comment of so many bytes ended: whether it is a person's remark on the code before or behind it. */
function note(bytes: i64): void {
  if (s.code < DENSE || bytes < NOTE || bytes >= LONG_PIECE) return;
  s.notes++;
  s.noteBytes += bytes;
}

/** Reads from byte `from` of the view, behind a slash or inside a comment; gives where it stopped. */
export function readComment(from: i32, n: i32): i32 {
  const byte = byteAt(from);
  switch (s.state) {
    case SLASH:
      if (byte == 47 || byte == 42) {
        s.comment += 2;
        beginComment(byte == 42);
        s.state = PRAGMA_START;
        return from + 1;
      }
      if (load<u8>(OPERAND_AFTER_AT + s.last) == 1) {
        s.regexFrom = s.literal;
        s.literal++;
        s.state = REGEX;
      } else {
        s.code++;
        s.last = 47;
        s.state = CODE;
      }
      return from;

    case PRAGMA_START:
      if (byte == 35 || byte == 64) {
        const end = s.blockComment ? hintEnd(from, n) : -1;
        if (end >= 0) {
          s.comment += end - from;
          s.state = CODE;
          return end;
        }
        log2(COMMENT_BEGINS, s.line, s.commentStart - s.lineStart + 1);
        log(s.code);
        log(s.gapCode);
        s.comment++;
        s.state = PRAGMA;
        return from + 1;
      }
      if (byte == 33 && s.blockComment) s.legalStart = s.comment - 2;
      beginPiece(from);
      s.state = s.blockComment ? STAR_COMMENT : LINE;
      return from;

    case LINE: {
      const i = findBreakOr(from, 0xe2);
      s.comment += i - from;
      if (i == n) return i;
      // A line separator, E2 80 A8 or A9, ends a line for JavaScript.
      if (byteAt(i) == 0xe2) {
        s.comment++;
        s.state = LINE_E2;
        return i + 1;
      }
      endLinePiece(i);
      note(s.base + i - s.commentStart);
      s.state = CODE;
      return i;
    }
    case LINE_E2:
    case LINE_E280: {
      const separator = s.state == LINE_E2 ? byte == 0x80 : byte == 0xa8 || byte == 0xa9;
      if (!separator) {
        s.state = LINE;
        return from;
      }
      s.comment++;
      if (s.state == LINE_E280) endPiece(LINE_PIECE, from, s.code);
      s.state = s.state == LINE_E2 ? LINE_E280 : CODE;
      return from + 1;
    }

    case STAR_COMMENT: {
      let i = from;
      while (true) {
        i = findBreakOr(i, 42);
        if (i == n) break;
        if (byteAt(i) == 42) {
          i++;
          // Most stars stand at the beginning of a line.
          if (i < n && byteAt(i) != 47 && byteAt(i) != 42) continue;
          s.state = STAR;
          break;
        }
        if (endLine(i)) s.commentLines++;
        i++;
      }
      s.comment += i - from;
      return i;
    }
    case STAR:
      if (byte == 47) {
        endBlockPiece(from);
        if (s.legalStart < 0) note(s.base + from + 1 - s.commentStart);
        s.comment++;
        if (s.legalStart >= 0) s.legal += s.comment - s.legalStart;
        s.state = CODE;
        return from + 1;
      }
      if (byte != 42) {
        s.state = STAR_COMMENT;
        return from;
      }
      s.comment++;
      return from + 1;

    case PRAGMA:
      return readPragma(from, n);
    default:
      if (byte == 47) {
        endPragma();
        s.comment++;
        s.state = CODE;
        return from + 1;
      }
      log(COMMENT_STAR);
      s.state = PRAGMA;
      return from;
  }
}

/**
 * Behind a block comment that tells neither where a map is nor of a module, as most do not: `/*#__PURE__*\/`. `from`: its sign;
 * -1 where it may tell, or is not all there in one line.
 */
function hintEnd(from: i32, n: i32): i32 {
  const first = byteBehind(from);
  // `sourceMappingURL`, `sourceURL`, `region`, `endregion`.
  if (first <= 32 || first == 115 || first == 114 || first == 101) return -1;
  const i = findBreakOr(from + 1, 42);
  return i + 1 < n && byteAt(i) == 42 && byteBehind(i) == 47 ? i + 2 : -1;
}

function readPragma(from: i32, n: i32): i32 {
  const other = s.blockComment ? 42 : 0xe2;
  const i = findBreakOr(from, other);
  log2(COMMENT_INSIDE, from, i);
  s.comment += i - from;
  if (i == n) return i;
  const stop = byteAt(i);
  if (stop == 42) {
    s.comment++;
    s.state = PRAGMA_STAR;
    return i + 1;
  }
  if (!s.blockComment && stop != 0xe2) {
    endPragma();
    beginPiece(i);
    s.state = LINE;
    return i;
  }
  log2(COMMENT_INSIDE, i, i + 1);
  if (stop != 0xe2 && endLine(i)) s.commentLines++;
  s.comment++;
  return i + 1;
}

/** The comment that may point to a map is over. */
export function endPragma(): void {
  log(COMMENT_ENDS);
}
