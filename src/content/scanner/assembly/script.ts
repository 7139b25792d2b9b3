// Compiled by AssemblyScript to src/content/scanner/script.wasm.ts; see .ci/wasm.mjs. Its twin of plain loops is ../../text/script-plain.ts, from
// which it must not differ in any figure; the parts in script/ are named as the parts there.
import { CODE, DENSE, LESS, PRAGMA, REGEX, SLASH, STRING, TEMPLATE, WHITE } from '../../text/script-numbers.ts';
import { VIEW_AT } from '../memory.ts';
import { endDense } from './script/blank.ts';
import { readCode, readOn } from './script/code.ts';
import { endPragma, readComment } from './script/comment.ts';
import { readRegex, readString, readTemplate } from './script/literal.ts';
import { readMarkup } from './script/markup.ts';
import { breakPiece, cutPiece } from './script/piece.ts';
import { countLetters, resetState, s } from './script/state.ts';
import { hasRoom } from './shared/log.ts';
import { byteBefore, endView, fact, guardView } from './shared/view.ts';

/** A file begins. */
export function reset(jsx: i32): void {
  resetState(jsx);
  endView(0);
}

/**
 * Reads the view in memory, `n` bytes, from byte `from` on.
 * Returns `n`, or less where the log is full: empty it and call again.
 */
export function read(from: i32, n: i32): i32 {
  guardView(n);
  let i = from;
  while (i < n && hasRoom()) {
    const state = s.state;
    // The states are numbered by the part of the lexer that reads them.
    if (state == CODE) i = readCode(i, n);
    else if (state < SLASH) i = readOn(i, n);
    else if (state < STRING) i = readComment(i, n);
    else if (state < TEMPLATE) i = readString(i, n);
    else if (state < REGEX) i = readTemplate(i, n);
    else if (state < LESS) i = readRegex(i, n);
    else i = readMarkup(i, n);
  }
  if (i == n) {
    cutPiece(n);
    endView(byteBefore(n));
    s.base += n;
  }
  return i;
}

/** Ends whatever is still open, as the end of a `<script>` does; the next byte begins a program anew. */
export function breakOff(): void {
  if (s.state == PRAGMA) endPragma();
  breakPiece();
  if (s.state != WHITE) s.state = CODE;
  s.depth = 0;
  s.beyond = 0;
  s.outermost = -1;
  s.last = 59;
}

/** The file is over: writes its facts, in the order in which ../simd-script.ts reads them. */
export function finish(): void {
  const lines = s.line - (s.base == s.lineStart ? 1 : 0);
  const line = s.line;
  // A line break ends whatever word, comment or string is still open; it is not counted.
  store<u8>(VIEW_AT, 10);
  read(0, 1);
  s.line = line;
  if (s.state == WHITE) s.white--;
  if (s.code - s.gapCode >= DENSE) endDense();
  countLetters();
  fact(0, s.code);
  fact(1, s.literal);
  fact(2, s.comment);
  fact(3, s.legal);
  fact(4, s.white);
  fact(5, lines);
  fact(6, s.codeLines);
  fact(7, s.commentLines);
  fact(8, s.runs + s.singles);
  fact(9, s.runBytes + s.singles);
  fact(10, s.gaps + s.singles);
  fact(11, s.denseBytes);
  fact(12, s.names);
  fact(13, s.nameCharacters);
  fact(14, s.shortNames);
  fact(15, s.declared);
  fact(16, s.shortDeclared);
  fact(17, s.elements);
  fact(18, s.annotations);
  fact(19, s.control);
  fact(20, s.broken);
  fact(21, line);
  fact(22, s.locals);
  fact(23, s.shortLocals);
  fact(24, s.letters);
  fact(25, s.negated);
  fact(26, s.notes);
  fact(27, s.noteBytes);
  fact(28, s.regex);
  fact(29, popcnt(s.letterSet));
  fact(30, s.parameters);
  fact(31, s.shortParameters);
}
