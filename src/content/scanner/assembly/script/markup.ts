// JSX, and what else may follow `<`. The twin of ../../../script-markup.ts.
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
} from '../../../text/script-numbers.ts';
import { IN_WORD_AT, OPERAND_AFTER_AT } from '../../memory.ts';
import { findBreakOrEither } from '../shared/find.ts';
import { byteAt, byteBefore, isBreak } from '../shared/view.ts';
import { beginComment } from './comment.ts';
import { beginPiece } from './piece.ts';
import { close, endLine, open, s, top } from './state.ts';

/** Reads from byte `from` of the view, behind `<` or inside JSX; gives where it stopped. */
export function readMarkup(from: i32, n: i32): i32 {
  const byte = byteAt(from);
  switch (s.state) {
    case LESS:
      if (byte == 33) {
        s.state = LESS_BANG;
        return from + 1;
      }
      s.code++;
      if (s.jsx != 0 && load<u8>(OPERAND_AFTER_AT + s.last) == 1 && beginsElement(byte)) {
        s.closing = false;
        s.plainTag = byte >= 65 && byte <= 90 && top() != ELEMENT;
        s.state = TAG;
        return from;
      }
      s.last = 60;
      s.state = CODE;
      // `<<` shifts; the second one begins no element.
      if (byte != 60) return from;
      s.code++;
      return from + 1;
    case LESS_BANG:
      if (byte == 45) {
        s.state = LESS_BANG_DASH;
        return from + 1;
      }
      s.code += 2;
      s.last = 33;
      s.state = CODE;
      return from;
    case LESS_BANG_DASH:
      if (byte == 45) {
        // `<!--` is a comment to the end of the line.
        s.comment += 4;
        beginComment(false);
        beginPiece(from + 1);
        s.state = LINE;
        return from + 1;
      }
      s.code += 3;
      s.last = PREFIX_MINUS;
      s.state = CODE;
      return from;

    case TAG:
      return readTag(from, n);
    case TAG_STRING:
      s.literal++;
      if (isBreak(byte)) endLine(from);
      else if (byte == s.quote) s.state = TAG;
      return from + 1;
    case TAG_END:
      s.state = TEXT;
      if (byte == 40) {
        // `<T>(` is a generic function.
        close();
        s.elements--;
        s.annotations++;
        s.last = 62;
        s.state = CODE;
      }
      return from;

    case TEXT: {
      const i = findBreakOrEither(from, 60, 123);
      s.literal += i - from;
      if (i == n) return i;
      const stop = byteAt(i);
      if (isBreak(stop)) {
        endLine(i);
        s.white++;
        return i + 1;
      }
      s.code++;
      if (stop == 123) {
        open(IN_TEXT);
        s.last = stop;
        s.state = CODE;
      } else s.state = TEXT_LESS;
      return i + 1;
    }
    default:
      s.closing = byte == 47;
      s.plainTag = false;
      s.state = TAG;
      if (!s.closing) return from;
      s.code++;
      return from + 1;
  }
}

/** Whether `<` and this byte begin an element: a name or `<>`. */
function beginsElement(byte: i32): bool {
  return (load<u8>(IN_WORD_AT + byte) != 0 && (byte < 48 || byte > 57)) || byte == 62;
}

/** The bytes at which a tag has to be looked at. */
function endsTagPart(byte: i32): bool {
  switch (byte) {
    case 10:
    case 13:
    case 34:
    case 39:
    case 44:
    case 59:
    case 62:
    case 123:
      return true;
    default:
      return false;
  }
}

function readTag(from: i32, n: i32): i32 {
  let i = from;
  while (i < n && !endsTagPart(byteAt(i))) i++;
  s.code += i - from;
  if (i == n) return i;
  const stop = byteAt(i);
  if (isBreak(stop)) {
    endLine(i);
    s.white++;
  } else if (stop == 34 || stop == 39) {
    s.quote = stop;
    s.plainTag = false;
    s.literal++;
    s.state = TAG_STRING;
  } else if (stop == 123) {
    s.code++;
    open(IN_TAG);
    s.last = stop;
    s.state = CODE;
  } else if (stop == 62) {
    s.code++;
    endTag(byteBefore(i) == 47);
  } else {
    // No element: type parameters, `<T, U>(...)`.
    s.annotations++;
    s.last = 60;
    s.state = CODE;
    return i;
  }
  return i + 1;
}

function endTag(selfClosing: bool): void {
  s.elements++;
  if (s.closing) {
    if (top() == ELEMENT) close();
  } else if (!selfClosing) {
    open(ELEMENT);
    s.state = s.plainTag ? TAG_END : TEXT;
    return;
  }
  s.last = LITERAL;
  s.state = top() == ELEMENT ? TEXT : CODE;
}
