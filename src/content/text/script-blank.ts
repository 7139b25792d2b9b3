import { CODE, DENSE, FULL, FULL_LINES, OPERATOR, REGEX_END, WHITE, WORD_TOKEN } from './script-numbers.ts';
import { CR, type ScriptState } from './script-state.ts';
import { APART } from './words.ts';

const LF = 10;

/** Reads white space; `breaks` and `blanks` hold what of it has been read. */
export function readWhite(s: ScriptState, view: Uint8Array, from: number): number {
  const n = view.length;
  let i = from;
  let byte = 0;
  while (i < n) {
    byte = view[i] as number;
    if (byte > 32) break;
    if (byte === LF || byte === CR) {
      if (s.endLine(view, i)) s.breaks++;
    } else s.blanks++;
    i++;
  }
  s.white += i - from;
  if (i === n) {
    s.state = WHITE;
    return i;
  }
  s.state = CODE;
  endWhite(s, byte, s.last, s.code);
  return i;
}

/** White space ended before `next`: whether a minifier would drop it, and whether code before it was dense. */
export function endWhite(s: ScriptState, next: number, last: number, code: number): void {
  if (last >= WORD_TOKEN || last === REGEX_END) {
    const apart = APART[next];
    if (apart === 1) return;
    if (apart === 2 && last === WORD_TOKEN + OPERATOR) {
      // A minifier would drop it all the same.
      s.runs++;
      s.runBytes++;
      return;
    }
  }
  s.runs++;
  s.runBytes += s.blanks + s.breaks;
  if (s.blanks === 0 && s.breaks < 2) return;
  if (s.breaks > 0 && isWrapped(s, code)) return;
  s.gaps++;
  if (code - s.gapCode >= DENSE) {
    s.code = code;
    endDense(s);
  }
  s.gapCode = code;
  s.gapLine = s.line;
  s.gapLiteral = s.literal;
  s.gapNames = s.names;
  s.gapShort = s.shortNames;
}

/** Whether a line that ends here was wrapped where it was full, and not for its reader; `code`: bytes of code before. */
function isWrapped(s: ScriptState, code: number): boolean {
  const blankGaps = s.gaps - s.lineGaps;
  if (blankGaps !== s.blankGaps) {
    s.blankGaps = blankGaps;
    s.fullLines = 0;
  }
  if (code - s.gapCode >= FULL) {
    if (s.fullLines === FULL_LINES) return true;
    s.fullLines++;
  }
  s.lineGaps++;
  return false;
}

/** Whatever stands between the last gap and here is one dense stretch. */
export function endDense(s: ScriptState): void {
  s.denseBytes += s.code - s.gapCode;
  s.inlays.dense(s.gapCode, s.code);
  s.regions.dense(
    {
      line: s.gapLine,
      codeBytes: s.gapCode,
      literalBytes: s.gapLiteral,
      names: s.gapNames,
      shortNames: s.gapShort,
    },
    {
      line: s.code - s.headCode < DENSE ? s.headLine : s.line,
      codeBytes: s.code,
      literalBytes: s.literal,
      names: s.names,
      shortNames: s.shortNames,
    },
  );
}
