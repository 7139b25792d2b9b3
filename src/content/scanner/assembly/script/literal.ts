// Strings, templates and regular expressions. The twin of ../../../script-literal.ts.
import {
  CODE,
  DEFINE,
  IN_TEMPLATE,
  LITERAL,
  NAMED,
  REGEX,
  REGEX_CLASS,
  REGEX_CLASS_ESCAPE,
  REGEX_END,
  REGEX_ESCAPE,
  REGEX_FLAGS,
  STRING,
  STRING_CR,
  STRING_ESCAPE,
  STRING_PIECE,
  TEMPLATE,
  TEMPLATE_DOLLAR,
  TEMPLATE_ESCAPE,
  TEMPLATE_PIECE,
} from '../../../text/script-numbers.ts';
import { findBreakOrAny, findBreakOrEither, findWordEnd } from '../shared/find.ts';
import { byteAt, byteBefore, isBreak } from '../shared/view.ts';
import { endPiece, isCalled, nameDefined } from './piece.ts';
import { endLine, open, s } from './state.ts';

/** Reads from byte `from` of the view, inside a string; gives where it stopped. */
export function readString(from: i32, n: i32): i32 {
  if (s.state == STRING) {
    const i = findBreakOrEither(from, s.quote, 92);
    s.literal += i - from;
    if (i == n) return i;
    const stop = byteAt(i);
    if (stop == 92) {
      s.literal++;
      s.state = STRING_ESCAPE;
      return i + 1;
    }
    endPiece(STRING_PIECE, i, s.code);
    if (s.pieceBegun && stop == s.quote && s.last == 40 && isCalled(DEFINE)) nameDefined(s.code);
    // One that was cut may be a name: whoever kept its bytes knows.
    const isChunked = byteBefore(i) == 41;
    const keys = s.last == 123 || s.last == 44 || (s.last == 91 && isChunked);
    s.last = s.pieceBegun && stop == s.quote && keys ? NAMED : LITERAL;
    if (s.last == NAMED && isChunked) s.chunkedCode = s.code;
    s.state = CODE;
    if (stop == s.quote) {
      s.literal++;
      return i + 1;
    }
    // A line break ends a string that was never closed.
    s.broken++;
    return i;
  }
  const byte = byteAt(from);
  if (s.state == STRING_ESCAPE) {
    s.literal++;
    if (isBreak(byte)) endLine(from);
    s.state = byte == 13 ? STRING_CR : STRING;
    return from + 1;
  }
  s.state = STRING;
  if (byte != 10) return from;
  s.literal++;
  endLine(from);
  return from + 1;
}

/** Reads from byte `from` of the view, inside a template but outside its `${}`; gives where it stopped. */
export function readTemplate(from: i32, n: i32): i32 {
  if (s.state == TEMPLATE) {
    const i = findBreakOrAny(from, 96, 92, 36);
    s.literal += i - from;
    if (i == n) return i;
    const stop = byteAt(i);
    s.literal++;
    if (stop == 96) {
      endPiece(TEMPLATE_PIECE, i, s.code);
      s.last = LITERAL;
      s.state = CODE;
    } else if (stop == 92) s.state = TEMPLATE_ESCAPE;
    else if (stop == 36) s.state = TEMPLATE_DOLLAR;
    else endLine(i);
    return i + 1;
  }
  const byte = byteAt(from);
  if (s.state == TEMPLATE_ESCAPE) {
    s.state = TEMPLATE;
    // An escaped line break still ends a line: the template counts it.
    if (isBreak(byte)) return from;
    s.literal++;
    return from + 1;
  }
  if (byte == 123) {
    endPiece(TEMPLATE_PIECE, from, s.code);
    s.literal++;
    open(IN_TEMPLATE);
    s.last = 123;
    s.state = CODE;
    return from + 1;
  }
  s.state = TEMPLATE;
  return from;
}

/** Reads from byte `from` of the view, inside a regular expression; gives where it stopped. */
export function readRegex(from: i32, n: i32): i32 {
  switch (s.state) {
    case REGEX:
    case REGEX_CLASS: {
      const inClass = s.state == REGEX_CLASS;
      const i = inClass ? findBreakOrEither(from, 93, 92) : findBreakOrAny(from, 47, 92, 91);
      s.literal += i - from;
      if (i == n) return i;
      const stop = byteAt(i);
      if (isBreak(stop)) {
        // It was a division after all.
        s.broken++;
        s.regex += s.literal - s.regexFrom;
        s.last = 47;
        s.state = CODE;
        return i;
      }
      s.literal++;
      if (stop == 92) s.state = inClass ? REGEX_CLASS_ESCAPE : REGEX_ESCAPE;
      else if (stop == 47) s.state = REGEX_FLAGS;
      else s.state = stop == 91 ? REGEX_CLASS : REGEX;
      return i + 1;
    }
    case REGEX_FLAGS: {
      const i = findWordEnd(from);
      s.literal += i - from;
      if (i == n) return i;
      s.regex += s.literal - s.regexFrom;
      s.last = REGEX_END;
      s.state = CODE;
      return i;
    }
    default:
      s.state = s.state == REGEX_ESCAPE ? REGEX : REGEX_CLASS;
      if (isBreak(byteAt(from))) return from;
      s.literal++;
      return from + 1;
  }
}
