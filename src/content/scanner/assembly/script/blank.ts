// White space. The twin of ../../../script-blank.ts.
import { CODE, DENSE, FULL, FULL_LINES, OPERATOR, REGEX_END, WHITE, WORD_TOKEN } from '../../../text/script-numbers.ts';
import { APART_AT, DENSE_STRETCH, VIEW_AT } from '../../memory.ts';
import { inkIn } from '../shared/find.ts';
import { log, logCounts } from '../shared/log.ts';
import { blockAt, byteAt, byteBefore, isBreak } from '../shared/view.ts';
import { countLetters, endLine, s } from './state.ts';

/** Reads white space; `breaks` and `blanks` hold what of it has been read. */
export function readWhite(from: i32, n: i32): i32 {
  let i = from;
  let length = 16;
  while (length == 16 && i < n) {
    const block = blockAt(i);
    length = min(ctz(inkIn(block) | 0x10000), n - i);
    const within = (1 << length) - 1;
    const feeds = i8x16.bitmask(i8x16.eq(block, i8x16.splat(10))) & within;
    const returns = i8x16.bitmask(i8x16.eq(block, i8x16.splat(13))) & within;
    if (returns != 0 || ((feeds & 1) != 0 && byteBefore(i) == 13)) readBreaks(i, i + length);
    else {
      const count = popcnt(feeds);
      s.breaks += count;
      s.blanks += length - count;
      if (count > 0) {
        // Only the first of these lines can hold code.
        endLine(i + ctz(feeds));
        s.line += count - 1;
        s.lineStart = s.base + i + 32 - clz(feeds);
      }
    }
    i += length;
  }
  s.white += i - from;
  if (i == n) {
    s.state = WHITE;
    return i;
  }
  s.state = CODE;
  endWhite(byteAt(i), s.last, s.code);
  return i;
}

function readBreaks(from: i32, to: i32): void {
  for (let i = from; i < to; i++) {
    if (!isBreak(byteAt(i))) s.blanks++;
    else if (endLine(i)) s.breaks++;
  }
}

/** White space ended before `next`: whether a minifier would drop it, and whether code before it was dense. */
function endWhite(next: i32, last: i32, code: i64): void {
  if (isBetweenWords(next, last)) return;
  s.runs++;
  s.runBytes += s.blanks + s.breaks;
  if (s.blanks == 0 && s.breaks < 2) return;
  if (s.breaks > 0 && isWrapped(code)) return;
  s.gaps++;
  beginGap(code);
}

/** Whether a line that ends here was wrapped where it was full; `code`: bytes of code before. */
// @ts-ignore: decorator
@inline export function isWrapped(code: i64): bool {
  const blankGaps = s.gaps + s.singles - s.lineGaps;
  if (blankGaps != s.blankGaps) {
    s.blankGaps = blankGaps;
    s.fullLines = 0;
  }
  if (code - s.gapCode >= FULL) {
    if (s.fullLines == FULL_LINES) return true;
    s.fullLines++;
  }
  s.lineGaps++;
  return false;
}

/** Whether white space behind this token and before the byte `next` keeps two words apart, or an operator and a string. */
// @ts-ignore: decorator
@inline export function isBetweenWords(next: i32, last: i32): bool {
  if (last < WORD_TOKEN && last != REGEX_END) return false;
  const apart = load<u8>(APART_AT + next);
  if (apart != 2) return apart == 1;
  if (last != WORD_TOKEN + OPERATOR) return false;
  // A minifier would drop it all the same.
  s.runs++;
  s.runBytes++;
  return true;
}

/** How many blanks stand at byte `i`, up to fifteen; -1 where there are more, or line breaks among them. */
// @ts-ignore: decorator
@inline export function blanksAt(i: i32): i32 {
  const block = blockAt(i);
  const length = ctz(inkIn(block) | 0x10000);
  const breaks = i8x16.bitmask(v128.or(i8x16.eq(block, i8x16.splat(10)), i8x16.eq(block, i8x16.splat(13))));
  return length == 16 || (breaks & ((1 << length) - 1)) != 0 ? -1 : length;
}

/** A gap ended; true where something was logged for it. */
// @ts-ignore: decorator
@inline export function beginGap(code: i64): bool {
  const dense = code - s.gapCode >= DENSE;
  if (dense) {
    s.code = code;
    endDense();
  }
  countLetters();
  s.gapCode = code;
  s.gapLine = s.line;
  s.gapLiteral = s.literal;
  s.gapNames = s.names;
  s.gapShort = s.shortNames;
  return dense;
}

/** Whatever stands between the last gap and here is one dense stretch. */
export function endDense(): void {
  countLetters();
  s.denseBytes += s.code - s.gapCode;
  log(DENSE_STRETCH);
  logCounts(s.gapLine, s.gapCode, s.gapLiteral, s.gapNames, s.gapShort);
  logCounts(s.code - s.headCode < DENSE ? s.headLine : s.line, s.code, s.literal, s.names, s.shortNames);
}
