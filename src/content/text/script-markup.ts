import { beginComment } from './script-comment.ts';
import {
  CODE,
  ELEMENT,
  IN_TAG,
  IN_TEXT,
  LESS,
  LESS_BANG,
  LESS_BANG_DASH,
  LINE,
  LITERAL,
  PREFIX_MINUS,
  TAG,
  TAG_END,
  TAG_STRING,
  TEXT,
  TEXT_LESS,
} from './script-numbers.ts';
import { beginPiece } from './script-piece.ts';
import { isBreak, type ScriptState, stops } from './script-state.ts';
import { OPERAND_AFTER } from './script-token.ts';
import { IN_WORD } from './words.ts';

const TAG_STOPS = stops('"\'{>,;\n\r');
const TEXT_STOPS = stops('<{\n\r');

/** Reads from `view[i]`, behind `<` or inside JSX; gives where it stopped. */
export function readMarkup(s: ScriptState, view: Uint8Array, from: number): number {
  const n = view.length;
  let i = from;
  const byte = view[i] as number;
  switch (s.state) {
    case LESS:
      if (byte === 33) {
        s.state = LESS_BANG;
        return i + 1;
      }
      s.code++;
      if (
        s.jsx &&
        OPERAND_AFTER[s.last] === 1 &&
        ((IN_WORD[byte] !== 0 && (byte < 48 || byte > 57)) || byte === 62)
      ) {
        s.closing = false;
        s.plainTag = byte >= 65 && byte <= 90 && s.top() !== ELEMENT;
        s.state = TAG;
        return i;
      }
      s.last = 60;
      s.state = CODE;
      // `<<` shifts; the second one begins no element.
      if (byte !== 60) return i;
      s.code++;
      return i + 1;
    case LESS_BANG:
      if (byte === 45) {
        s.state = LESS_BANG_DASH;
        return i + 1;
      }
      s.code += 2;
      s.last = 33;
      s.state = CODE;
      return i;
    case LESS_BANG_DASH:
      if (byte === 45) {
        // `<!--` is a comment to the end of the line.
        s.comment += 4;
        beginComment(s, false);
        beginPiece(s, i + 1);
        s.state = LINE;
        return i + 1;
      }
      s.code += 3;
      s.last = PREFIX_MINUS;
      s.state = CODE;
      return i;

    case TAG: {
      while (i < n && TAG_STOPS[view[i] as number] === 0) i++;
      s.code += i - from;
      if (i === n) return i;
      const stop = view[i] as number;
      if (isBreak(stop)) {
        s.endLine(view, i);
        s.white++;
      } else if (stop === 34 || stop === 39) {
        s.quote = stop;
        s.plainTag = false;
        s.literal++;
        s.state = TAG_STRING;
      } else if (stop === 123) {
        s.code++;
        s.open(IN_TAG);
        s.last = stop;
        s.state = CODE;
      } else if (stop === 62) {
        s.code++;
        endTag(s, (i > 0 ? view[i - 1] : s.lastByte) === 47);
      } else {
        // No element: type parameters, `<T, U>(...)`.
        s.annotations++;
        s.last = 60;
        s.state = CODE;
        return i;
      }
      return i + 1;
    }
    case TAG_STRING:
      s.literal++;
      if (isBreak(byte)) s.endLine(view, i);
      else if (byte === s.quote) s.state = TAG;
      return i + 1;
    case TAG_END:
      s.state = TEXT;
      if (byte === 40) {
        // `<T>(` is a generic function.
        s.close();
        s.elements--;
        s.annotations++;
        s.last = 62;
        s.state = CODE;
      }
      return i;

    case TEXT: {
      while (i < n && TEXT_STOPS[view[i] as number] === 0) i++;
      s.literal += i - from;
      if (i === n) return i;
      const stop = view[i] as number;
      if (isBreak(stop)) {
        s.endLine(view, i);
        s.white++;
        return i + 1;
      }
      s.code++;
      if (stop === 123) {
        s.open(IN_TEXT);
        s.last = stop;
        s.state = CODE;
      } else s.state = TEXT_LESS;
      return i + 1;
    }
    default:
      s.closing = byte === 47;
      s.plainTag = false;
      s.state = TAG;
      if (!s.closing) return i;
      s.code++;
      return i + 1;
  }
}

function endTag(s: ScriptState, selfClosing: boolean): void {
  s.elements++;
  if (s.closing) {
    if (s.top() === ELEMENT) s.close();
  } else if (!selfClosing) {
    s.open(ELEMENT);
    s.state = s.plainTag ? TAG_END : TEXT;
    return;
  }
  s.last = LITERAL;
  s.state = s.top() === ELEMENT ? TEXT : CODE;
}
