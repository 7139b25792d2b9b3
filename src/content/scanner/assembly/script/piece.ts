// Texts that lie in a script. The twin of ../../../script-piece.ts.
import {
  BLOCK_PIECE,
  INDENT,
  LINE,
  LINE_E280,
  LINE_PIECE,
  LONG_LINE,
  LONG_PIECE,
  NAME_PIECE,
  NUMBERED,
  PIECE_BEGINS,
  PIECE_ENDS,
  PIECE_HEADS,
  PIECE_OPENS,
  PIECE_RUN,
  RUN_GAP,
  RUN_HEAD,
  STAR,
  STAR_COMMENT,
  STRING,
  STRING_CR,
  STRING_PIECE,
  TEMPLATE,
  TEMPLATE_DOLLAR,
  TEMPLATE_PIECE,
} from '../../../text/script-numbers.ts';
import { CODE_COMMENT, DEFINES_MODULE, ENDS_MODULE, NAMES_DEFINED, NAMES_MODULE, PIECE, VIEW_AT } from '../../memory.ts';
import { holds, inkIn } from '../shared/find.ts';
import { log, log2 } from '../shared/log.ts';
import { byteAt, byteBefore, byteBehind } from '../shared/view.ts';
import { s } from './state.ts';

/** The inside of a text begins at byte `from` of the view. */
// @ts-ignore: decorator
@inline export function beginPiece(from: i32): void {
  s.pieceFrom = from;
  s.pieceLine = s.line;
  s.pieceBegun = false;
}

function tell(flags: i32, to: i32, code: i64): void {
  log(PIECE);
  log(flags);
  log(s.pieceLine);
  log(s.line);
  log(s.pieceFrom);
  log(to);
  log(code);
  log(s.gapCode);
}

/**
 * The text ends before byte `to`: it is told where a part of it was, or where it is long and may hold code, which does not do
 * without an equals sign and a parenthesis, unless these are written by their numbers.
 */
export function endPiece(kind: i32, to: i32, code: i64): void {
  const from = s.pieceFrom;
  if (s.pieceBegun) tell(kind | PIECE_ENDS, to, code);
  else if (
    to - from >= LONG_PIECE &&
    (kind == LINE_PIECE || (holds(from, to, 61) && holds(from, to, 40)) || isNumbered(from))
  )
    tell(kind | PIECE_BEGINS | PIECE_ENDS, to, code);
}

/** Whether a text begins with `\x` or `\u`, or has a `%` among its first bytes. */
function isNumbered(from: i32): bool {
  const first = load<u16>(VIEW_AT + from);
  return first == 0x785c || first == 0x755c || holds(from, from + NUMBERED, 37);
}

/** The view ends after `n` bytes: what is open goes on in the next one. */
export function cutPiece(n: i32): void {
  const state = s.state;
  let kind = 0;
  if (state >= STRING && state <= STRING_CR) kind = STRING_PIECE;
  else if (state >= TEMPLATE && state <= TEMPLATE_DOLLAR) kind = TEMPLATE_PIECE;
  else if (state == STAR_COMMENT || state == STAR) kind = BLOCK_PIECE;
  else if (state >= LINE && state <= LINE_E280) kind = LINE_PIECE;
  else return;
  tell(s.pieceBegun ? kind : kind | PIECE_BEGINS, n, s.code);
  s.pieceFrom = 0;
  s.pieceBegun = true;
}

/** The script breaks off: nothing stays open. */
export function breakPiece(): void {
  const state = s.state;
  if (!s.pieceBegun || state < LINE || state > TEMPLATE_DOLLAR) return;
  s.pieceFrom = 0;
  tell(PIECE_ENDS, 0, s.code);
  s.pieceBegun = false;
}

/** A line comment ends before byte `to`: it may be what a bundler wrote, or code that somebody switched off. */
export function endLinePiece(to: i32): void {
  const last = byteBefore(to);
  if (s.runLine == 0 || s.line > s.runLine + RUN_GAP || s.code != s.runCode) {
    s.runStart = s.line;
    s.runCode = s.code;
  }
  s.runLine = s.line;
  if (last == 59 || last == 123 || last == 125) {
    log2(CODE_COMMENT, s.line, s.base + to - s.commentStart - 2);
    log(s.runStart);
  }
  const run = s.line >= s.runStart + RUN_HEAD ? PIECE_RUN : 0;
  if (s.pieceBegun) return tell(LINE_PIECE | PIECE_ENDS | place() | run, to, s.code);
  const from = s.pieceFrom;
  if (to - from >= LONG_LINE || to - from < 4 || byteAt(from) != 32) return;
  if (run != 0) return tell(LINE_PIECE | PIECE_BEGINS | PIECE_ENDS | place() | run, to, s.code);
  // `// src/a.js`: one word, with a dot near its end, or `// a!./src/a.vue?vue&type=script`.
  const tail = v128.load(VIEW_AT + to - 16);
  if (!v128.any_true(v128.or(i8x16.eq(tail, i8x16.splat(46)), i8x16.eq(tail, i8x16.splat(61))))) return;
  let end = from + 1;
  let length = 16;
  while (end < to && length == 16) {
    length = min(ctz((inkIn(v128.load(VIEW_AT + end)) ^ 0xffff) | 0x10000), to - end);
    end += length;
  }
  if (end == to || (byteBehind(from) == 67 && byteAt(from + 2) == 79 && byteAt(from + 3) == 78))
    tell(LINE_PIECE | PIECE_BEGINS | PIECE_ENDS | place(), to, s.code);
}

/** Where the comment stands that ends: a bundler writes over a module, between statements. */
function place(): i32 {
  if (s.commentStart - s.lineStart > INDENT) return 0;
  return s.last == 59 || s.last == 125 ? PIECE_HEADS : s.last == 123 ? PIECE_OPENS : 0;
}

/**
 * A block comment ends before byte `to`. It is told if it may hold code, which does not do without an equals sign or a brace, or
 * begins as a licence or the name of a module: with `!`, however short it is, or with an `@`.
 */
export function endBlockPiece(to: i32): void {
  const from = s.pieceFrom;
  if (s.pieceBegun) tell(BLOCK_PIECE | PIECE_ENDS, to, s.code);
  else if (to - from >= 8 && byteAt(from) == 33) tell(BLOCK_PIECE | PIECE_BEGINS | PIECE_ENDS, to, s.code);
  else if (to - from >= LONG_PIECE && mayHoldCode(from, to))
    tell(BLOCK_PIECE | PIECE_BEGINS | PIECE_ENDS, to, s.code);
}

/** Documentation, which begins with a star, is told for its equals sign alone: there are braces round its types. */
function mayHoldCode(from: i32, to: i32): bool {
  return holds(from, from + 16, 64) || holds(from, to, 61) || (byteAt(from) != 42 && holds(from, to, 123));
}

/** Whether a short string from `from` to `to` ends as a key does that is worth knowing: the name of a module, or one of documentation. */
export function mayBeName(from: i32, to: i32): bool {
  if (to - from < 4) return false;
  const last = byteBefore(to);
  // The last letters of js, ts, jsx, tsx, vue, json, svelte, and Turbopack's parenthesis; and what vue-loader ends a script with.
  if (last == 38) return byteAt(to - 4) == 61;
  if (last != 115 && last != 120 && last != 101 && last != 110 && last != 41) return false;
  if (byteAt(to - 3) == 61 || byteAt(to - 4) == 61) return true;
  return isDotBefore(to, 3) || isDotBefore(to, 4) || isDotBefore(to, 5) || isDotBefore(to, 7) || last == 41 || endsAsExample(to);
}

/** Behind an opening parenthesis with a comma before it: whether such a name stood before that, as Turbopack writes modules. */
// @ts-ignore: decorator
@inline export function isChunk(code: i64): bool {
  return code == s.chunkedCode + 2;
}

/** `mple` or `ples`. */
// @ts-ignore: decorator
@inline function endsAsExample(to: i32): bool {
  const end = load<u32>(VIEW_AT - 4 + to);
  return end == 0x656c706d || end == 0x73656c70;
}

/** Whether a dot stands so many bytes before byte `to`. */
// @ts-ignore: decorator
@inline function isDotBefore(to: i32, bytes: i32): bool {
  return load<u8>(VIEW_AT - bytes + to) == 46;
}

/** Tells the whole of a short string. */
export function tellName(to: i32, code: i64): void {
  tell(NAME_PIECE | PIECE_BEGINS | PIECE_ENDS, to, code);
}

/** A function follows the string, with or without a colon between. */
export function nameModule(code: i64): void {
  tellModule(NAMES_MODULE, code);
}

/** Behind an opening parenthesis: whether it calls what a name of so many characters stands for, and no other bracket is open. */
export function isCalled(length: i64): bool {
  return s.depth == 1 && s.nameLength == length && s.parenNames >= 0;
}

/** The string that has just been told is such an argument. */
export function nameDefined(code: i64): void {
  tellModule(NAMES_DEFINED, code);
}

/** A function begins that is the first argument of `__d`: a module of Metro, which it names behind it, if at all. */
export function defineModule(code: i64): void {
  tellModule(DEFINES_MODULE, code);
}

/** A parenthesis closes behind a string that may name a module: the one that ends, where nothing else is open. */
export function endModule(code: i64): void {
  if (s.depth == 1) tellModule(ENDS_MODULE, code);
}

function tellModule(event: i32, code: i64): void {
  log(event);
  log(s.line);
  log(code);
  log(s.gapCode);
}
