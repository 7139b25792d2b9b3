// Compiled by AssemblyScript to src/content/scanner/style.wasm.ts; see .ci/wasm.mjs. Its twin of plain loops is ../../text/style-plain.ts,
// from which it must not differ in any figure.
import {
  BLOCK_PIECE,
  DENSE,
  LONG_PIECE,
  PIECE_BEGINS,
  PIECE_ENDS,
  PROPERTY,
  PROPERTY_BLOCK,
  PROPERTY_HEAD,
} from '../../text/script-numbers.ts';
import {
  BESIDE_AT,
  COMMENT_BEGINS,
  COMMENT_ENDS,
  COMMENT_INSIDE,
  COMMENT_STAR,
  DENSE_STRETCH,
  PIECE,
  STATE_AT,
  VIEW_AT,
} from '../memory.ts';
import { findBreakOr, findBreakOrEither, holds, inkIn } from './shared/find.ts';
import { hasRoom, log, log2, logCounts } from './shared/log.ts';
import { byteAt, byteBefore, endView, fact, guardView, isBreak } from './shared/view.ts';

const CODE = 0;
const WHITE = 1;
const SLASH = 2;
const COMMENT_START = 3;
const IN_COMMENT = 4;
const STAR = 5;
const PRAGMA = 6;
const PRAGMA_STAR = 7;
const STRING = 8;
const ESCAPE = 9;
const URL_START = 10;
const URL = 11;

const COLON = 58;
const SEMICOLON = 59;
const COMMA = 44;
const OPEN = 123;
const CLOSE = 125;
/** `url` and `(`, as the last four bytes of code. */
const URL_CALL = 0x75726c28;

@unmanaged
class State {
  state: i32;
  /** The last bytes of code, the quote of the string, the last byte that is no white space. */
  tail: u32;
  quote: i32;
  last: i32;
  /** The first colon since the last `{`, `}` or `;`: 0 none, 1 tight, 2 with white space behind. */
  colon: i32;
  property: i32;
  depth: i64;
  base: i64;
  line: i64;
  lineStart: i64;
  /** Code and literals when the line began. */
  mark: i64;
  codeLines: i64;
  commentLines: i64;
  code: i64;
  literal: i64;
  comment: i64;
  commentStart: i64;
  legal: i64;
  legalStart: i64;
  white: i64;
  runs: i64;
  runBytes: i64;
  runLength: i64;
  blanks: i64;
  breaks: i64;
  gaps: i64;
  denseBytes: i64;
  declarations: i64;
  spacedDeclarations: i64;
  opens: i64;
  spacedOpens: i64;
  closes: i64;
  spacedCloses: i64;
  endedCloses: i64;
  headLine: i64;
  headCode: i64;
  gapLine: i64;
  gapCode: i64;
  gapLiteral: i64;
  /** The inside of the comment begins at this byte of the view, on this line; whether a part of it has been told. */
  pieceFrom: i32;
  pieceBegun: i32;
  pieceLine: i64;
}

// @ts-ignore: decorator
@inline const s = changetype<State>(STATE_AT);

/** A file begins. */
export function reset(_: i32): void {
  memory.fill(STATE_AT, 0, offsetof<State>());
  s.line = 1;
  s.legalStart = -1;
  s.gapLine = 1;
  s.headLine = 1;
  endView(0);
}

/** Reads the view in memory, `n` bytes, from byte `from` on. Returns `n`, or less where the log is full. */
export function read(from: i32, n: i32): i32 {
  guardView(n);
  let i = from;
  while (i < n && hasRoom()) {
    const state = s.state;
    if (state == CODE) i = readCode(i, n);
    else if (state == WHITE) i = readWhite(i, n);
    else if (state < STRING) i = readComment(i, n);
    else i = readLiteral(i, n);
  }
  if (i == n) {
    if (n > 0 && (s.state == IN_COMMENT || s.state == STAR)) {
      tell(s.pieceBegun ? 0 : PIECE_BEGINS, n);
      s.pieceFrom = 0;
      s.pieceBegun = 1;
    }
    endView(byteBefore(n));
    s.base += n;
  }
  return i;
}

/** The file is over: writes its facts, in the order in which ../simd-style.ts reads them. */
export function finish(): void {
  const lines = s.line - (s.base == s.lineStart ? 1 : 0);
  const line = s.line;
  // A line break ends what is still open; it is not counted.
  store<u8>(VIEW_AT, 10);
  read(0, 1);
  const white = s.state == WHITE ? 1 : 0;
  endGap(line);
  s.gaps--;
  fact(0, s.code);
  fact(1, s.literal);
  fact(2, s.comment);
  fact(3, s.legal);
  fact(4, s.white - white);
  fact(5, lines);
  fact(6, s.codeLines);
  fact(7, s.commentLines);
  fact(8, s.runs);
  fact(9, s.runBytes);
  fact(10, s.gaps);
  fact(11, s.denseBytes);
  fact(12, s.declarations);
  fact(13, s.spacedDeclarations);
  fact(14, s.opens);
  fact(15, s.spacedOpens);
  fact(16, s.closes);
  fact(17, s.spacedCloses);
  fact(18, s.endedCloses);
  fact(19, line);
}

/** A bit for each of sixteen bytes that is more than code to count: white space and `/ " ' { } : ; , (`. */
// @ts-ignore: decorator
@inline function marksIn(bytes: v128): i32 {
  let found = i8x16.le_u(bytes, i8x16.splat(32));
  found = v128.or(found, i8x16.eq(bytes, i8x16.splat(34)));
  // `'` and `(` are neighbours, as are `:` and `;`.
  found = v128.or(found, i8x16.le_u(i8x16.sub(bytes, i8x16.splat(39)), i8x16.splat(1)));
  found = v128.or(found, i8x16.le_u(i8x16.sub(bytes, i8x16.splat(58)), i8x16.splat(1)));
  found = v128.or(found, i8x16.eq(bytes, i8x16.splat(44)));
  found = v128.or(found, i8x16.eq(bytes, i8x16.splat(47)));
  found = v128.or(found, i8x16.eq(bytes, i8x16.splat(<i8>OPEN)));
  found = v128.or(found, i8x16.eq(bytes, i8x16.splat(<i8>CLOSE)));
  return i8x16.bitmask(found);
}

function readCode(from: i32, n: i32): i32 {
  let i = from;
  let marks = marksIn(v128.load(VIEW_AT + i));
  while (marks == 0) {
    i += 16;
    marks = marksIn(v128.load(VIEW_AT + i));
  }
  i += ctz(marks);
  if (i > from) {
    for (let at = max(from, i - 4); at < i; at++) s.tail = (s.tail << 8) | <u32>byteAt(at);
    s.code += i - from;
    s.last = byteBefore(i);
  }
  if (i == n) return i;
  const byte = byteAt(i);
  if (byte <= 32) {
    s.runLength = 0;
    s.blanks = 0;
    s.breaks = 0;
    s.state = WHITE;
    return i;
  }
  if (byte == 47) {
    s.commentStart = s.base + i;
    s.state = SLASH;
    return i + 1;
  }
  if (byte == 34 || byte == 39) {
    s.quote = byte;
    s.literal++;
    s.last = byte;
    s.state = STRING;
    return i + 1;
  }
  s.code++;
  if (byte == 40) {
    // `url(` in either case; what follows without quotes is not CSS.
    if (((s.tail << 8) | <u32>byte | 0x20202000) == URL_CALL) s.state = URL_START;
  } else punctuation(byte);
  s.tail = 0;
  s.last = byte;
  return i + 1;
}

function punctuation(byte: i32): void {
  if (byte == COLON) {
    if (s.depth > 0 && s.colon == 0) s.colon = 1;
    return;
  }
  if (byte == COMMA) return;
  if (byte == OPEN) {
    s.depth++;
    s.opens++;
  } else if (s.colon > 0) {
    s.declarations++;
    if (s.colon == 2) s.spacedDeclarations++;
  }
  s.colon = 0;
  if (byte == SEMICOLON) return;
  s.property = byte == OPEN && s.property == PROPERTY_HEAD ? PROPERTY_BLOCK : 0;
  if (byte == OPEN) return;
  s.closes++;
  if (s.last == SEMICOLON) s.endedCloses++;
  if (s.depth > 0) s.depth--;
}

function readWhite(from: i32, n: i32): i32 {
  let i = from;
  while (i < n && byteAt(i) <= 32) {
    if (!isBreak(byteAt(i))) {
      const blanks = min(ctz(solidIn(v128.load(VIEW_AT + i)) | 0x10000), n - i);
      s.blanks += blanks;
      i += blanks;
    } else {
      if (endLine(i)) s.breaks++;
      i++;
    }
  }
  s.white += i - from;
  s.runLength += i - from;
  if (i == n) return i;
  s.state = CODE;
  endWhite(byteAt(i), s.last);
  s.tail = 0;
  return i;
}

/** A bit for each of sixteen bytes that is no white space, or a line break. */
// @ts-ignore: decorator
@inline function solidIn(bytes: v128): i32 {
  const breaks = v128.or(i8x16.eq(bytes, i8x16.splat(10)), i8x16.eq(bytes, i8x16.splat(13)));
  return inkIn(bytes) | i8x16.bitmask(breaks);
}

/** White space ended between these two bytes. */
function endWhite(next: i32, last: i32): void {
  if (s.tail == PROPERTY && s.property == 0) s.property = PROPERTY_HEAD;
  if (last == OPEN) s.spacedOpens++;
  if (next == CLOSE) s.spacedCloses++;
  if (last == COLON && s.colon == 1) s.colon = 2;
  // A comment beside it does not change that it can go.
  const beside = load<u8>(BESIDE_AT + last) == 1 || load<u8>(BESIDE_AT + next) == 1;
  if (!beside && !(last == COLON && s.depth > 0)) return;
  s.runs++;
  s.runBytes += s.runLength;
  // Some minifiers leave a blank before `{`, and all of them the values of custom properties as they are.
  const structure = last == OPEN || last == SEMICOLON || next == CLOSE;
  if (structure && s.property != PROPERTY_BLOCK && (s.blanks > 0 || s.breaks > 1)) endGap(s.line);
}

function readComment(from: i32, n: i32): i32 {
  const byte = byteAt(from);
  switch (s.state) {
    case SLASH:
      if (byte != 42) {
        s.code++;
        s.last = 47;
        s.state = CODE;
        return from;
      }
      s.comment += 2;
      s.commentLines++;
      s.state = COMMENT_START;
      return from + 1;
    case COMMENT_START:
      s.legalStart = byte == 33 ? s.comment - 2 : -1;
      s.state = IN_COMMENT;
      if (byte != 35 && byte != 64) {
        s.pieceFrom = from;
        s.pieceLine = s.line;
        s.pieceBegun = 0;
        return from;
      }
      log2(COMMENT_BEGINS, s.line, s.commentStart - s.lineStart + 1);
      log(s.code);
      log(s.gapCode);
      s.comment++;
      s.state = PRAGMA;
      return from + 1;
    case STAR:
      if (byte == 47) {
        endPiece(from);
        endComment();
      } else if (byte != 42) {
        s.state = IN_COMMENT;
        return from;
      }
      s.comment++;
      return from + 1;
    case PRAGMA_STAR:
      if (byte != 47) {
        log(COMMENT_STAR);
        s.state = PRAGMA;
        return from;
      }
      log(COMMENT_ENDS);
      endComment();
      s.comment++;
      return from + 1;
    default:
      return readInside(from, n);
  }
}

/** Reads the inside of a comment up to a star or a line break. */
function readInside(from: i32, n: i32): i32 {
  const i = findBreakOr(from, 42);
  const stop = i < n ? 1 : 0;
  const star = stop == 1 && byteAt(i) == 42;
  s.comment += i - from + stop;
  if (s.state == PRAGMA) log2(COMMENT_INSIDE, from, star ? i : i + stop);
  if (star) s.state = s.state == PRAGMA ? PRAGMA_STAR : STAR;
  else if (stop == 1 && endLine(i)) s.commentLines++;
  return i + stop;
}

function readLiteral(from: i32, n: i32): i32 {
  const byte = byteAt(from);
  switch (s.state) {
    case STRING: {
      const i = findBreakOrEither(from, s.quote, 92);
      s.literal += i - from;
      if (i == n) return i;
      const stop = byteAt(i);
      s.state = stop == 92 ? ESCAPE : CODE;
      // A line break ends a string that was never closed; it is white space then.
      if (isBreak(stop)) return i;
      s.literal++;
      return i + 1;
    }
    case ESCAPE:
      if (isBreak(byte)) endLine(from);
      s.literal++;
      s.state = STRING;
      return from + 1;
    case URL_START:
      s.state = byte == 34 || byte == 39 || byte <= 32 ? CODE : URL;
      return from;
    default: {
      const i = findBreakOr(from, 41);
      s.literal += i - from;
      if (i < n) s.state = CODE;
      return i;
    }
  }
}

/** Counts the line that ends at byte `i` of the view; false for the second half of CR LF. */
function endLine(i: i32): bool {
  const first = byteAt(i) == 13 || byteBefore(i) != 13;
  const seen = s.code + s.literal;
  if (first) {
    s.line++;
    if (seen > s.mark) s.codeLines++;
    if (s.code - s.headCode >= DENSE) {
      s.headLine = s.line;
      s.headCode = s.code;
    }
  }
  s.mark = seen;
  s.lineStart = s.base + i + 1;
  return first;
}

/**
 * The comment ends before byte `to`. It is told where a part of it was, or where it is long and may hold code, which does not do without a brace, or an
 * equals sign and a parenthesis.
 */
function endPiece(to: i32): void {
  const from = s.pieceFrom;
  if (s.pieceBegun) tell(PIECE_ENDS, to);
  else if (to - from >= LONG_PIECE && (holds(from, to, <i8>OPEN) || (holds(from, to, 61) && holds(from, to, 40))))
    tell(PIECE_BEGINS | PIECE_ENDS, to);
}

function tell(flags: i32, to: i32): void {
  log(PIECE);
  log(BLOCK_PIECE | flags);
  log(s.pieceLine);
  log(s.line);
  log(s.pieceFrom);
  log(to);
  log(s.code);
  log(s.gapCode);
}

function endComment(): void {
  if (s.legalStart >= 0) s.legal += s.comment + 1 - s.legalStart;
  s.state = CODE;
}

/** Code up to here, since the last gap, is dense if there is enough of it. */
function endGap(line: i64): void {
  const stretch = s.code - s.gapCode;
  if (stretch >= DENSE) {
    s.denseBytes += stretch;
    log(DENSE_STRETCH);
    logCounts(s.gapLine, s.gapCode, s.gapLiteral, 0, 0);
    logCounts(s.code - s.headCode < DENSE ? s.headLine : line, s.code, s.literal, 0, 0);
  }
  s.gaps++;
  s.gapLine = line;
  s.gapCode = s.code;
  s.gapLiteral = s.literal;
}
