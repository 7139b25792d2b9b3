// Everything the module knows of the file, as ../../../script-state.ts has it for the plain lexer.
import { DENSE, ELEMENT, LITERAL, MAX_DEPTH, PARAMETERS, START } from '../../../text/script-numbers.ts';
import { STACK_AT, STATE_AT } from '../../memory.ts';
import { byteAt, byteBefore } from '../shared/view.ts';

/** Files may be larger than 4 GiB. */
type Count = i64;

@unmanaged
export class State {
  jsx: i32;
  state: i32;
  base: Count;
  line: Count;
  lineStart: Count;
  mark: Count;
  codeLines: Count;
  commentLines: Count;
  code: Count;
  literal: Count;
  regex: Count;
  regexFrom: Count;
  comment: Count;
  legal: Count;
  white: Count;
  broken: Count;
  runs: Count;
  runBytes: Count;
  gaps: Count;
  /** Runs of a single blank, which are not yet among those above. */
  singles: Count;
  denseBytes: Count;
  names: Count;
  nameCharacters: Count;
  shortNames: Count;
  /** Names of one letter that are not yet among those above. */
  letterNames: Count;
  declared: Count;
  shortDeclared: Count;
  locals: Count;
  shortLocals: Count;
  letters: Count;
  negated: Count;
  parameters: Count;
  shortParameters: Count;
  parenNames: Count;
  parenShort: Count;
  notes: Count;
  noteBytes: Count;
  elements: Count;
  annotations: Count;
  control: Count;
  gapCode: Count;
  gapLine: Count;
  gapLiteral: Count;
  gapNames: Count;
  gapShort: Count;
  lineGaps: Count;
  blankGaps: Count;
  fullLines: Count;
  headLine: Count;
  headCode: Count;
  length: Count;
  further: Count;
  breaks: Count;
  blanks: Count;
  nameLength: Count;
  namedCode: Count;
  chunkedCode: Count;
  kindLine: Count;
  commentStart: Count;
  commentLine: Count;
  runStart: Count;
  runLine: Count;
  runCode: Count;
  legalStart: Count;
  pieceLine: Count;
  pieceFrom: i32;
  last: i32;
  before: i32;
  quote: i32;
  depth: i32;
  declarator: i32;
  letterSet: i32;
  outermost: i32;
  beyond: Count;
  blockComment: bool;
  closing: bool;
  plainTag: bool;
  pieceBegun: bool;
}

// @ts-ignore: decorator
@inline export const s = changetype<State>(STATE_AT);

export function resetState(jsx: i32): void {
  memory.fill(STATE_AT, 0, offsetof<State>());
  s.jsx = jsx;
  s.state = START;
  s.line = 1;
  s.gapLine = 1;
  s.headLine = 1;
  s.last = 59;
  s.legalStart = -1;
  s.outermost = -1;
  s.namedCode = -1;
  s.chunkedCode = -1;
  s.parenNames = -1;
}

/** Counts the line that ends at byte `i` of the view; false for the second half of CR LF. */
export function endLine(i: i32): bool {
  const first = byteAt(i) == 13 || byteBefore(i) != 13;
  if (first) endOpenLine(i, s.code);
  else {
    s.mark = s.code + s.literal;
    s.lineStart = s.base + i + 1;
  }
  return first;
}

/** The same where it is not the second half; `code`: bytes of code before. */
// @ts-ignore: decorator
@inline export function endOpenLine(i: i32, code: i64): void {
  const seen = code + s.literal;
  s.line++;
  if (seen > s.mark) s.codeLines++;
  if (code - s.headCode >= DENSE) {
    s.headLine = s.line;
    s.headCode = code;
  }
  s.mark = seen;
  s.lineStart = s.base + i + 1;
}

/** Adds names of one letter to the others. */
// @ts-ignore: decorator
@inline export function countLetters(): void {
  const count = s.letterNames;
  if (count == 0) return;
  s.names += count;
  s.nameCharacters += count;
  s.shortNames += count;
  s.letterNames = 0;
}

/** The body of a function begins with the next bracket. */
// @ts-ignore: decorator
@inline export function openFunction(): void {
  if (s.outermost < 0) s.outermost = s.depth;
}

// @ts-ignore: decorator
@inline export function open(bracket: i32): void {
  const depth = s.depth;
  if (depth == MAX_DEPTH) s.beyond++;
  else {
    store<u8>(STACK_AT + depth, <u8>bracket);
    s.depth = depth + 1;
  }
}

/** The innermost bracket; below the first stands a zero. */
// @ts-ignore: decorator
@inline export function top(): i32 {
  return <i32>load<u8>(STACK_AT - 1 + s.depth);
}

export function close(): i32 {
  if (s.beyond > 0) {
    s.beyond--;
    return 0;
  }
  return s.depth == 0 ? 0 : <i32>load<u8>(STACK_AT + --s.depth);
}

/** A stray `)` closes nothing. */
// @ts-ignore: decorator
@inline export function closeParen(): i32 {
  const opened = top();
  if (s.beyond > 0) return opened <= PARAMETERS ? close() : 0;
  const closes = <u32>(opened - 1) < <u32>PARAMETERS;
  s.depth -= <i32>closes;
  return closes ? opened : 0;
}

/** A `}` closes a brace of code. */
// @ts-ignore: decorator
@inline export function endBlock(): void {
  const depth = s.depth - 1;
  s.depth = depth;
  if (depth <= s.outermost) s.outermost = -1;
}

/** A `}` closes parentheses left open inside it, too. */
export function closeBrace(): i32 {
  while (s.depth > 0 && s.beyond == 0 && top() <= PARAMETERS) s.depth--;
  const opened = top() == ELEMENT ? 0 : close();
  if (s.depth <= s.outermost) s.outermost = -1;
  return opened;
}
