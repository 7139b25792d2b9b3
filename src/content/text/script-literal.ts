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
} from './script-numbers.ts';
import { endPiece, isCalled, nameDefined } from './script-piece.ts';
import { CR, isBreak, type ScriptState, stops } from './script-state.ts';
import { IN_WORD } from './words.ts';

const STRING_STOPS = stops('"\'\\\n\r');
const TEMPLATE_STOPS = stops('`\\$\n\r');
const REGEX_STOPS = stops('/\\[\n\r');
const CLASS_STOPS = stops(']\\\n\r');

/** Reads from `view[i]`, inside a string; gives where it stopped. */
export function readString(s: ScriptState, view: Uint8Array, from: number): number {
  const n = view.length;
  let i = from;
  const byte = view[i] as number;
  if (s.state === STRING) {
    const quote = s.quote;
    let stop = 0;
    while (i < n) {
      stop = view[i] as number;
      if (STRING_STOPS[stop] === 1 && (stop === quote || stop === 92 || isBreak(stop))) break;
      i++;
    }
    s.literal += i - from;
    if (i === n) return i;
    if (stop === 92) {
      s.literal++;
      s.state = STRING_ESCAPE;
      return i + 1;
    }
    endPiece(s, STRING_PIECE, view, i, s.code);
    if (s.pieceBegun && stop === quote && s.last === 40 && isCalled(s, DEFINE)) nameDefined(s, s.code);
    // One that was cut may be a name: whoever kept its bytes knows.
    const isChunked = (i > 0 ? view[i - 1] : s.lastByte) === 41;
    const keys = s.last === 123 || s.last === 44 || (s.last === 91 && isChunked);
    s.last = s.pieceBegun && stop === quote && keys ? NAMED : LITERAL;
    if (s.last === NAMED && isChunked) s.chunkedCode = s.code;
    s.state = CODE;
    if (stop === quote) {
      s.literal++;
      return i + 1;
    }
    // A line break ends a string that was never closed.
    s.broken++;
    return i;
  }
  if (s.state === STRING_ESCAPE) {
    s.literal++;
    if (isBreak(byte)) s.endLine(view, i);
    s.state = byte === CR ? STRING_CR : STRING;
    return i + 1;
  }
  s.state = STRING;
  if (byte !== 10) return i;
  s.literal++;
  s.endLine(view, i);
  return i + 1;
}

/** Reads from `view[i]`, inside a template but outside its `${}`; gives where it stopped. */
export function readTemplate(s: ScriptState, view: Uint8Array, from: number): number {
  const n = view.length;
  let i = from;
  const byte = view[i] as number;
  if (s.state === TEMPLATE) {
    while (i < n && TEMPLATE_STOPS[view[i] as number] === 0) i++;
    s.literal += i - from;
    if (i === n) return i;
    const stop = view[i] as number;
    s.literal++;
    if (stop === 96) {
      endPiece(s, TEMPLATE_PIECE, view, i, s.code);
      s.last = LITERAL;
      s.state = CODE;
    } else if (stop === 92) s.state = TEMPLATE_ESCAPE;
    else if (stop === 36) s.state = TEMPLATE_DOLLAR;
    else s.endLine(view, i);
    return i + 1;
  }
  if (s.state === TEMPLATE_ESCAPE) {
    s.state = TEMPLATE;
    // An escaped line break still ends a line: the template counts it.
    if (isBreak(byte)) return i;
    s.literal++;
    return i + 1;
  }
  if (byte === 123) {
    endPiece(s, TEMPLATE_PIECE, view, from, s.code);
    s.literal++;
    s.open(IN_TEMPLATE);
    s.last = 123;
    s.state = CODE;
    return i + 1;
  }
  s.state = TEMPLATE;
  return i;
}

/** Reads from `view[i]`, inside a regular expression; gives where it stopped. */
export function readRegex(s: ScriptState, view: Uint8Array, from: number): number {
  const n = view.length;
  let i = from;
  switch (s.state) {
    case REGEX:
    case REGEX_CLASS: {
      const table = s.state === REGEX ? REGEX_STOPS : CLASS_STOPS;
      while (i < n && table[view[i] as number] === 0) i++;
      s.literal += i - from;
      if (i === n) return i;
      const stop = view[i] as number;
      if (isBreak(stop)) {
        // It was a division after all.
        s.broken++;
        s.regex += s.literal - s.regexFrom;
        s.last = 47;
        s.state = CODE;
        return i;
      }
      s.literal++;
      if (stop === 92) s.state = s.state === REGEX ? REGEX_ESCAPE : REGEX_CLASS_ESCAPE;
      else if (stop === 47) s.state = REGEX_FLAGS;
      else s.state = stop === 91 ? REGEX_CLASS : REGEX;
      return i + 1;
    }
    case REGEX_FLAGS:
      while (i < n && IN_WORD[view[i] as number] !== 0) i++;
      s.literal += i - from;
      if (i === n) return i;
      s.regex += s.literal - s.regexFrom;
      s.last = REGEX_END;
      s.state = CODE;
      return i;
    default:
      s.state = s.state === REGEX_ESCAPE ? REGEX : REGEX_CLASS;
      if (isBreak(view[i] as number)) return i;
      s.literal++;
      return i + 1;
  }
}
