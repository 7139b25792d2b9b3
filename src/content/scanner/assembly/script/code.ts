// Code outside comments and literals. The twin of ../../../script-code.ts.
import {
  ASSIGN,
  BRACE_BLOCK,
  BRACE_OBJECT,
  CODE,
  CONDITION_END,
  CONDITION_PAREN,
  DECREMENT,
  DEFINE,
  DOTS,
  FUNCTION,
  HASH,
  IN_TAG,
  IN_TEMPLATE,
  IN_TEXT,
  INCREMENT,
  LESS,
  LINE,
  LITERAL,
  LONG_PIECE,
  LONGEST_WORD,
  NAME,
  NAMED,
  NAMED_COLON,
  OBJECT_END,
  OTHER,
  PAREN,
  PARENTHESIS_ASSIGN,
  PREFIX_DECREMENT,
  PREFIX_INCREMENT,
  PREFIX_MINUS,
  PREFIX_PLUS,
  SLASH,
  STRING,
  STRING_PIECE,
  TAG,
  TEMPLATE,
  TEXT,
  WHITE,
  WORD,
  WORD_TOKEN,
} from '../../../text/script-numbers.ts';
import { CLASS_AT, IN_WORD_AT, OPENS_AT, OPERAND_AFTER_AT, VIEW_AT, WORD_AT } from '../../memory.ts';
import { findBreakOrEitherHere, findWordEnd, outsideWords } from '../shared/find.ts';
import { hasRoom } from '../shared/log.ts';
import { blockAt, byteAt, byteBefore, byteBehind } from '../shared/view.ts';
import { beginGap, blanksAt, isBetweenWords, isWrapped, readWhite } from './blank.ts';
import { beginComment } from './comment.ts';
import { declare, declareParameters, endKnown, endLetter, endName, endWord, mayMean, readColon } from './name.ts';
import {
  beginPiece,
  endModule,
  endPiece,
  isCalled,
  isChunk,
  mayBeName,
  nameDefined,
  nameModule,
  tellName,
} from './piece.ts';
import { closeBrace, closeParen, endBlock, endOpenLine, open, openFunction, s, top } from './state.ts';

/** Reads from byte `from` of the view, outside comments and literals, as long as that lasts; gives where it stopped. */
export function readCode(from: i32, n: i32): i32 {
  let i = from;
  // Bytes of code before byte `i` are `skipped + i`: most tokens need not count theirs.
  let skipped = s.code - from;
  let last = s.last;
  // Behind the view stands a line break, at which this ends.
  while (true) {
    const byte = byteAt(i);
    // What a byte begins is numbered by `CLASS` of the plain lexer.
    switch (load<u8>(CLASS_AT + byte)) {
      case 0: // an operator
        i++;
        last = byte;
        break;
      case 1: {
        // a word
        const start = i;
        // Half of them are a letter.
        if (load<u8>(IN_WORD_AT + byteBehind(i)) == 0) {
          i++;
          if (i == n) return cutWord(start, n, 0, skipped, last);
          last = last == 46 ? WORD_TOKEN + OTHER : endLetter(VIEW_AT + start, last);
          break;
        }
        const outside = outsideWords(blockAt(i));
        if (outside != 0) i += ctz(outside);
        else i = findWordEnd(i);
        if (i == n) return cutWord(start, n, furtherBytes(start + 1, n), skipped, last);
        const at = VIEW_AT + start;
        // A property needs no look at its name.
        if (last == 46) last = WORD_TOKEN + OTHER;
        else if (mayMean(at, i - start)) last = endKnown(at, i - start, last, skipped + i);
        else last = endName(at, i - start, last, NAME);
        break;
      }
      case 2: {
        // white space
        const start = i;
        if (i == n) {
          s.code = skipped + i;
          s.last = last;
          return i;
        }
        // One blank between two tokens, by far the most common; behind the view stands a line break.
        if (byte == 32 && byteBehind(i) > 32) {
          i++;
          s.white++;
          skipped--;
          if (isBetweenWords(byteAt(i), last)) break;
          s.singles++;
          if (!beginGap(skipped + i)) break;
        } else {
          // A line break, and the indentation of the next line.
          const blanks = byte == 10 && byteBefore(i) != 13 ? blanksAt(i + 1) : -1;
          if (blanks >= 0) {
            endOpenLine(i, skipped + i);
            i += 1 + blanks;
            s.white += 1 + blanks;
            skipped -= 1 + blanks;
            if (isBetweenWords(byteAt(i), last)) break;
            s.runs++;
            s.runBytes += 1 + blanks;
            if (blanks == 0 || isWrapped(skipped + i)) break;
            s.gaps++;
            if (!beginGap(skipped + i)) break;
          } else {
            s.breaks = 0;
            s.blanks = 0;
            s.code = skipped + i;
            s.last = last;
            i = readWhite(i, n);
            if (i == n) return i;
            skipped -= i - start;
          }
        }
        if (hasRoom()) break;
        s.code = skipped + i;
        s.last = last;
        return i;
      }
      case 3: {
        // a string
        const start = i;
        i = findBreakOrEitherHere(i + 1, byte, 92);
        const code = skipped + start;
        if (i < n && byteAt(i) == byte) {
          i++;
          skipped -= i - start;
          s.literal += i - start;
          const isLong = i - start > LONG_PIECE + 1;
          const isDefined = last == 40 && !isLong && isCalled(DEFINE);
          const isChunked = byteAt(i - 2) == 41;
          const keys = last == 123 || last == 44 || (last == 91 && isChunked);
          if (!isLong && !isDefined && (!keys || !mayBeName(start + 1, i - 1))) {
            last = LITERAL;
            break;
          }
          beginPiece(start + 1);
          if (isLong) endPiece(STRING_PIECE, i - 1, code);
          else tellName(i - 1, code);
          if (isDefined) nameDefined(code);
          last = isLong || isDefined ? LITERAL : NAMED;
          if (last == NAMED && isChunked) s.chunkedCode = code;
          if (hasRoom()) break;
          s.code = code;
          s.last = last;
          return i;
        }
        s.literal += i - start;
        beginPiece(start + 1);
        s.quote = byte;
        s.state = STRING;
        s.code = code;
        s.last = last;
        return i;
      }
      case 4: // a template
        s.literal++;
        beginPiece(i + 1);
        s.state = TEMPLATE;
        s.code = skipped + i;
        return i + 1;
      case 6: {
        // .
        const start = ++i;
        if (last == 46 || last == DOTS) {
          last = DOTS;
          break;
        }
        last = 46;
        // A property, read with its dot.
        const outside = outsideWords(blockAt(i));
        if ((outside & 1) != 0) break;
        if (outside != 0) i += ctz(outside);
        else i = findWordEnd(i);
        if (i == n) return cutWord(start, n, 0, skipped, last);
        last = WORD_TOKEN + OTHER;
        break;
      }
      case 7: {
        // (
        i++;
        if (last == NAMED || last == NAMED_COLON || (last == 44 && isChunk(skipped + i))) nameModule(skipped + i);
        const paren = <i32>load<u8>(OPENS_AT + last) >> 2;
        open(paren);
        // Behind a property stand arguments, as in half of all.
        if (last == WORD_TOKEN + OTHER || paren != PAREN) s.parenNames = -1;
        else {
          const letters = s.letterNames;
          s.parenNames = s.names + letters;
          s.parenShort = s.shortNames + letters;
        }
        last = 40;
        break;
      }
      case 8: // )
        i++;
        if (last == NAMED) endModule(skipped + i);
        last = closeParen() == CONDITION_PAREN ? CONDITION_END : 41;
        break;
      case 9: {
        // {
        i++;
        if (last == 41) declareParameters();
        if (last == 41 || last == 62) openFunction();
        const opens = <i32>load<u8>(OPENS_AT + last) & 3;
        open(opens == 1 || (opens == 2 && top() != BRACE_BLOCK) ? BRACE_OBJECT : BRACE_BLOCK);
        last = 123;
        break;
      }
      case 10: {
        // }
        i++;
        const opened = top();
        if ((opened == BRACE_BLOCK || opened == BRACE_OBJECT) && s.beyond == 0) {
          endBlock();
          last = opened == BRACE_OBJECT ? OBJECT_END : 125;
          break;
        }
        last = endBrace();
        if (s.state != CODE) {
          beginPiece(i);
          // The brace of a template belongs to it.
          s.code = s.state == TEMPLATE ? skipped + i - 1 : skipped + i;
          s.last = last;
          return i;
        }
        break;
      }
      case 11: // :
        i++;
        if (last == NAMED) {
          s.namedCode = skipped + i;
          last = NAMED_COLON;
        } else {
          readColon(last);
          last = 58;
        }
        break;
      case 12: // =
        i++;
        last = last == WORD_TOKEN + NAME ? ASSIGN : last == 41 ? PARENTHESIS_ASSIGN : 61;
        break;
      case 13: // +
        i++;
        last = signBehind(last, 43, PREFIX_PLUS, INCREMENT, PREFIX_INCREMENT);
        break;
      case 14: // -
        i++;
        last = signBehind(last, 45, PREFIX_MINUS, DECREMENT, PREFIX_DECREMENT);
        break;
      case 15: // >
        i++;
        if (last == ASSIGN) {
          declare(true);
          // `"./src/a.js":e=>`
          if (s.before == NAMED_COLON) nameModule(skipped + i);
        } else if (last == PARENTHESIS_ASSIGN) declareParameters();
        else if (
          (last == DECREMENT || last == PREFIX_DECREMENT) &&
          skipped + i + s.literal - s.mark == 3
        ) {
          // `-->` at the start of a line is a comment to its end.
          s.commentStart = s.base + i;
          beginComment(false);
          beginPiece(i);
          s.state = LINE;
          s.code = skipped + i;
          s.last = byte;
          return i;
        }
        last = 62;
        break;
      case 16: // *
        i++;
        // `function*` is still a function.
        if (last != WORD_TOKEN + FUNCTION) last = 42;
        break;
      case 17: {
        // a figure
        const start = i;
        const isAlone = load<u8>(IN_WORD_AT + byteBehind(i)) == 0;
        i = isAlone ? i + 1 : findWordEnd(i);
        if (i == n) return cutWord(start, n, furtherBytes(start + 1, n), skipped, last);
        if (isAlone && last == 33) s.negated++;
        last = WORD_TOKEN + OTHER;
        break;
      }
      case 18: {
        // a word that does not begin in ASCII
        const start = i;
        i = findWordEnd(i);
        const further = furtherBytes(start + 1, i);
        if (i == n) return cutWord(start, n, further, skipped, last);
        last = endWord(VIEW_AT + start, i - start, further, last, skipped + i);
        break;
      }
      default: {
        // / <
        if (load<u8>(OPERAND_AFTER_AT + last) == 0 && i + 1 < n) {
          // An operator, unless it begins a comment: no need to leave for that.
          const next = byteBehind(i);
          if (byte == 60 ? next != 33 : next != 47 && next != 42) {
            i += next == 60 && byte == 60 ? 2 : 1;
            last = byte;
            break;
          }
        }
        s.commentStart = s.base + i;
        s.state = byte == 47 ? SLASH : LESS;
        s.code = skipped + i;
        s.last = last;
        return i + 1;
      }
    }
  }
}

/** Bytes that are not the first of their character. */
function furtherBytes(from: i32, to: i32): i32 {
  let further = 0;
  for (let i = from; i < to; i++) if ((byteAt(i) & 0xc0) == 0x80) further++;
  return further;
}

/** The view ends inside a word: keeps as much of it as tells a keyword. Gives the end. */
function cutWord(start: i32, end: i32, further: i32, skipped: i64, last: i32): i32 {
  s.length = 0;
  s.further = further;
  s.state = WORD;
  keepWord(start, end);
  s.code = skipped + end;
  s.last = last;
  return end;
}

function keepWord(start: i32, end: i32): void {
  for (let i = start; i < end && s.length + i - start <= LONGEST_WORD; i++)
    store<u8>(WORD_AT + <i32>s.length + i - start, <u8>byteAt(i));
  s.length += end - start;
}

/** Reads on in a word that a cut went through, or decides what the first bytes of a file are. */
export function readOn(from: i32, n: i32): i32 {
  const byte = byteAt(from);
  if (s.state == WORD) {
    const i = findWordEnd(from);
    s.further += furtherBytes(from, i);
    s.code += i - from;
    keepWord(from, i);
    if (i == n) return i;
    s.state = CODE;
    s.last = endWord(WORD_AT, s.length, s.further, s.last, s.code);
    return i;
  }
  if (s.state == WHITE) return readWhite(from, n);
  if (s.state == HASH) {
    if (byte == 33) {
      // `#!` at the very start of a file.
      s.comment++;
      beginComment(false);
      beginPiece(from);
      s.state = LINE;
      return from;
    }
    store<u8>(WORD_AT, 35);
    s.length = 1;
    s.further = 0;
    s.code++;
    s.state = WORD;
    return from;
  }
  s.state = CODE;
  if (byte != 35) return from;
  s.commentStart = s.base + from;
  s.state = HASH;
  return from + 1;
}

/** `++` and `--` keep what was before them: behind `a++` a slash divides, behind `;++` it does not. */
// @ts-ignore: decorator
@inline function signBehind(last: i32, sign: i32, prefix: i32, twice: i32, prefixTwice: i32): i32 {
  if (last == sign) return twice;
  if (last == prefix) return prefixTwice;
  return load<u8>(OPERAND_AFTER_AT + last) == 1 ? prefix : sign;
}

/** A brace closed: what it is the end of. The state tells where that leads. */
function endBrace(): i32 {
  const opened = closeBrace();
  if (opened == IN_TEMPLATE) {
    s.literal++;
    s.state = TEMPLATE;
  } else if (opened == IN_TEXT) s.state = TEXT;
  else if (opened == IN_TAG) {
    s.closing = false;
    s.plainTag = false;
    s.state = TAG;
  } else if (opened == BRACE_OBJECT) return OBJECT_END;
  return 125;
}
