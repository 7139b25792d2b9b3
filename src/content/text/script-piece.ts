import {
  BLOCK_PIECE,
  INDENT,
  LINE,
  LINE_E280,
  LINE_PIECE,
  LONG_LINE,
  LONG_PIECE,
  NAME_PIECE,
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
} from './script-numbers.ts';
import type { ScriptState } from './script-state.ts';

/** The inside of a text that lies in the script begins at byte `from` of the view. */
export function beginPiece(s: ScriptState, from: number): void {
  s.pieceFrom = from;
  s.pieceLine = s.line;
  s.pieceBegun = false;
}

function tell(s: ScriptState, flags: number, view: Uint8Array, to: number, code: number): void {
  s.inlays.piece({
    flags,
    startLine: s.pieceLine,
    line: s.line,
    view,
    from: s.pieceFrom,
    to,
    code,
    gapCode: s.gapCode,
  });
}

/** The text ends before byte `to`: it is told where it is long, or where a part of it was. */
export function endPiece(s: ScriptState, kind: number, view: Uint8Array, to: number, code: number): void {
  if (s.pieceBegun) tell(s, kind | PIECE_ENDS, view, to, code);
  else if (to - s.pieceFrom >= LONG_PIECE) tell(s, kind | PIECE_BEGINS | PIECE_ENDS, view, to, code);
}

/** The view ends: what is open goes on in the next one. */
export function cutPiece(s: ScriptState, view: Uint8Array): void {
  const kind = kindOf(s.state);
  if (kind === -1) return;
  tell(s, s.pieceBegun ? kind : kind | PIECE_BEGINS, view, view.length, s.code);
  s.pieceFrom = 0;
  s.pieceBegun = true;
}

/** The script breaks off: nothing stays open. */
export function breakPiece(s: ScriptState): void {
  if (!s.pieceBegun || kindOf(s.state) === -1) return;
  s.pieceFrom = 0;
  tell(s, PIECE_ENDS, NOTHING, 0, s.code);
  s.pieceBegun = false;
}

const NOTHING = new Uint8Array(0);

function kindOf(state: number): number {
  if (state >= STRING && state <= STRING_CR) return STRING_PIECE;
  if (state >= TEMPLATE && state <= TEMPLATE_DOLLAR) return TEMPLATE_PIECE;
  if (state === STAR_COMMENT || state === STAR) return BLOCK_PIECE;
  return state >= LINE && state <= LINE_E280 ? LINE_PIECE : -1;
}

/** A line comment ends before byte `to`: it may be what a bundler wrote, or code that somebody switched off. */
export function endLinePiece(s: ScriptState, view: Uint8Array, to: number): void {
  const last = to > 0 ? view[to - 1] : s.lastByte;
  if (s.runLine === 0 || s.line > s.runLine + RUN_GAP || s.code !== s.runCode) {
    s.runStart = s.line;
    s.runCode = s.code;
  }
  s.runLine = s.line;
  if (last === 59 || last === 123 || last === 125)
    s.inlays.codeComment(s.line, s.base + to - s.commentStart - 2, s.runStart);
  if (s.pieceBegun) tell(s, LINE_PIECE | PIECE_ENDS | place(s) | run(s), view, to, s.code);
  else if (to - s.pieceFrom < LONG_LINE && view[s.pieceFrom] === 32)
    tell(s, LINE_PIECE | PIECE_BEGINS | PIECE_ENDS | place(s) | run(s), view, to, s.code);
}

/** Whether the comment that ends stands below others. */
function run(s: ScriptState): number {
  return s.line >= s.runStart + RUN_HEAD ? PIECE_RUN : 0;
}

/** Where the comment stands that ends: a bundler writes over a module, between statements. */
function place(s: ScriptState): number {
  if (s.commentStart - s.lineStart > INDENT) return 0;
  return s.last === 59 || s.last === 125 ? PIECE_HEADS : s.last === 123 ? PIECE_OPENS : 0;
}

/** A block comment ends before byte `to`; what begins with `!`, a licence or the name of a module, is told however short it is. */
export function endBlockPiece(s: ScriptState, view: Uint8Array, to: number): void {
  const from = s.pieceFrom;
  const short = !s.pieceBegun && to - from >= 8 && to - from < LONG_PIECE;
  if (short && view[from] === 33) tell(s, BLOCK_PIECE | PIECE_BEGINS | PIECE_ENDS, view, to, s.code);
  else endPiece(s, BLOCK_PIECE, view, to, s.code);
}

/** Whether a short string from `from` to `to` ends as a key does that is worth knowing: the name of a module, or one of documentation. */
export function mayBeName(view: Uint8Array, from: number, to: number): boolean {
  if (to - from < 4) return false;
  const last = view[to - 1];
  // The last letters of js, ts, jsx, tsx, vue, json, svelte, and Turbopack's parenthesis; and what vue-loader ends a script with.
  if (last === 38) return view[to - 4] === 61;
  if (last !== 115 && last !== 120 && last !== 101 && last !== 110 && last !== 41) return false;
  if (view[to - 3] === 61 || view[to - 4] === 61) return true;
  const dotted = view[to - 3] === 46 || view[to - 4] === 46 || view[to - 5] === 46 || view[to - 7] === 46;
  return dotted || last === 41 || endsAsExample(view, to);
}

/** Behind an opening parenthesis with a comma before it: whether such a name stood before that, as Turbopack writes modules. */
export function isChunk(s: ScriptState, code: number): boolean {
  return code === s.chunkedCode + 2;
}

/** `mple` or `ples`. */
function endsAsExample(view: Uint8Array, to: number): boolean {
  if (view[to - 1] === 101) return view[to - 2] === 108 && view[to - 3] === 112 && view[to - 4] === 109;
  return view[to - 1] === 115 && view[to - 2] === 101 && view[to - 3] === 108 && view[to - 4] === 112;
}

/** Tells the whole of a short string. */
export function tellName(s: ScriptState, view: Uint8Array, to: number, code: number): void {
  tell(s, NAME_PIECE | PIECE_BEGINS | PIECE_ENDS, view, to, code);
}

/** A function follows the string, with or without a colon between. */
export function nameModule(s: ScriptState, code: number): void {
  s.inlays.namesModule(s.line, code, s.gapCode);
}

/** Behind an opening parenthesis: whether it calls what a name of so many characters stands for, and no other bracket is open. */
export function isCalled(s: ScriptState, length: number): boolean {
  return s.isOutermost && s.nameLength === length && s.parenNames >= 0;
}

/** The string that has just been told is such an argument. */
export function nameDefined(s: ScriptState, code: number): void {
  s.inlays.namesDefined(s.line, code, s.gapCode);
}

/** A function begins that is the first argument of `__d`: a module of Metro, which it names behind it, if at all. */
export function defineModule(s: ScriptState, code: number): void {
  s.inlays.definesModule(s.line, code, s.gapCode);
}

/** A parenthesis closes behind a string that may name a module: the one that ends, where nothing else is open. */
export function endModule(s: ScriptState, code: number): void {
  if (s.isOutermost) s.inlays.endsModule(s.line, code, s.gapCode);
}
