import { endWhite, readWhite } from './script-blank.ts';
import { CLASS } from './script-class.ts';
import { beginComment } from './script-comment.ts';
import { declare, declareParameters, endWord, readColon } from './script-name.ts';
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
} from './script-numbers.ts';
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
} from './script-piece.ts';
import { CR, type ScriptState } from './script-state.ts';
import { OPENS, OPERAND_AFTER } from './script-token.ts';
import { IN_WORD } from './words.ts';

const LF = 10;
const STRING_END = new Uint8Array(256);
for (const byte of [10, 13, 34, 39, 92]) STRING_END[byte] = 1;

/** Reads from `view[i]`, outside comments and literals, as long as that lasts; gives where it stopped. */
export function readCode(s: ScriptState, view: Uint8Array, from: number): number {
  const n = view.length;
  // Bundlers turn a module's constants into variables, which an engine may look up each time: local ones are not.
  const classes = CLASS;
  const inWord = IN_WORD;
  const stringEnd = STRING_END;
  let i = from;
  let { code, last } = s;
  while (i < n) {
    const byte = view[i] as number;
    switch (classes[byte]) {
      case 1: // a word
      case 17: // a figure
      case 18: {
        // a word that does not begin in ASCII
        const start = i;
        let further = 0;
        i++;
        while (i < n) {
          const step = inWord[view[i] as number] as number;
          if (step !== 1) {
            if (step === 0) break;
            further++;
          }
          i++;
        }
        code += i - start;
        if (i === n) {
          cutWord(s, view, start, further);
          s.code = code;
          s.last = last;
          return i;
        }
        last = endWord(s, view, start, i - start, further, last, code);
        break;
      }
      case 0: // an operator
        code++;
        i++;
        last = byte;
        break;
      case 6: // .
        code++;
        i++;
        last = last === 46 || last === DOTS ? DOTS : 46;
        break;
      case 7: {
        // (
        code++;
        i++;
        if (last === NAMED || last === NAMED_COLON || (last === 44 && isChunk(s, code))) nameModule(s, code);
        const paren = (OPENS[last] as number) >> 2;
        s.open(paren);
        // Behind a property stand arguments, as in half of all.
        s.parenNames = last === WORD_TOKEN + OTHER || paren !== PAREN ? -1 : s.names;
        s.parenShort = s.shortNames;
        last = 40;
        break;
      }
      case 8: // )
        code++;
        i++;
        if (last === NAMED) endModule(s, code);
        last = s.closeParen() === CONDITION_PAREN ? CONDITION_END : 41;
        break;
      case 12: // =
        code++;
        i++;
        last = last === WORD_TOKEN + NAME ? ASSIGN : last === 41 ? PARENTHESIS_ASSIGN : 61;
        break;
      case 11: // :
        code++;
        i++;
        if (last === NAMED) {
          s.namedCode = code;
          last = NAMED_COLON;
        } else {
          readColon(s, last);
          last = 58;
        }
        break;
      case 9: // {
        code++;
        i++;
        if (last === 41) declareParameters(s);
        if (last === 41 || last === 62) s.openFunction();
        s.open(beginsObject(s, last) ? BRACE_OBJECT : BRACE_BLOCK);
        last = 123;
        break;
      case 10: // }
        code++;
        i++;
        last = closeBrace(s);
        if (s.state !== CODE) {
          beginPiece(s, i);
          // The brace of a template belongs to it.
          s.code = s.state === TEMPLATE ? code - 1 : code;
          s.last = last;
          return i;
        }
        break;
      case 13: // +
      case 14: // -
      case 15: // >
      case 16: // *
        code++;
        i++;
        s.code = code;
        last = readOperator(s, byte, i, last);
        if (s.state !== CODE) {
          s.last = last;
          return i;
        }
        break;
      case 2: {
        // white space
        // One blank between two tokens, by far the most common.
        if (byte === 32 && i + 1 < n && (view[i + 1] as number) > 32) {
          i++;
          s.white++;
          s.breaks = 0;
          s.blanks = 1;
          endWhite(s, view[i] as number, last, code);
          break;
        }
        s.breaks = 0;
        s.blanks = 0;
        s.code = code;
        s.last = last;
        i = readWhite(s, view, i);
        if (i === n) return i;
        break;
      }
      case 3: {
        // a string
        i++;
        const start = i;
        let stop = 0;
        while (i < n) {
          stop = view[i] as number;
          if (stringEnd[stop] === 1 && (stop === byte || stop === 92 || stop === LF || stop === CR)) break;
          i++;
        }
        if (i < n && stop === byte) {
          const isLong = i - start >= LONG_PIECE;
          const isChunked = view[i - 1] === 41 && i > start;
          const keys = last === 123 || last === 44 || (last === 91 && isChunked);
          const isName = !isLong && keys && mayBeName(view, start, i);
          const isDefined = !isLong && last === 40 && isCalled(s, DEFINE);
          if (isLong || isName || isDefined) {
            beginPiece(s, start);
            if (isLong) endPiece(s, STRING_PIECE, view, i, code);
            else tellName(s, view, i, code);
            if (isDefined) nameDefined(s, code);
            if (isName && isChunked) s.chunkedCode = code;
          }
          last = isName ? NAMED : LITERAL;
          i++;
          s.literal += i - start + 1;
          break;
        }
        s.literal += i - start + 1;
        beginPiece(s, start);
        s.quote = byte;
        s.state = STRING;
        s.code = code;
        s.last = last;
        return i;
      }
      case 4: // a template
        s.literal++;
        beginPiece(s, i + 1);
        s.state = TEMPLATE;
        s.code = code;
        return i + 1;
      default:
        if (OPERAND_AFTER[last] === 0 && i + 1 < n) {
          // An operator, unless it begins a comment: no need to leave for that.
          const next = view[i + 1] as number;
          const width = next === 60 && byte === 60 ? 2 : 1;
          if (byte === 60 ? next !== 33 : next !== 47 && next !== 42) {
            code += width;
            i += width;
            last = byte;
            break;
          }
        }
        s.commentStart = s.base + i;
        s.state = byte === 47 ? SLASH : LESS;
        s.code = code;
        s.last = last;
        return i + 1;
    }
  }
  s.code = code;
  s.last = last;
  return i;
}

/** The view ends inside a word: keeps as much of it as tells a keyword. */
function cutWord(s: ScriptState, view: Uint8Array, start: number, further: number): void {
  s.length = 0;
  s.further = further;
  s.state = WORD;
  keepWord(s, view, start, view.length);
}

function keepWord(s: ScriptState, view: Uint8Array, start: number, end: number): void {
  for (let i = start; i < end && s.length + i - start < s.word.length; i++)
    s.word[s.length + i - start] = view[i] as number;
  s.length += end - start;
}

/** Reads on in a word that a cut went through, or decides what the first bytes of a file are. */
export function readOn(s: ScriptState, view: Uint8Array, from: number): number {
  const n = view.length;
  let i = from;
  const byte = view[i] as number;
  if (s.state === WORD) {
    while (i < n) {
      const step = IN_WORD[view[i] as number] as number;
      if (step === 0) break;
      if (step === 2) s.further++;
      i++;
    }
    s.code += i - from;
    keepWord(s, view, from, i);
    if (i === n) return i;
    s.state = CODE;
    s.last = endWord(s, s.word, 0, s.length, s.further, s.last, s.code);
    return i;
  }
  if (s.state === WHITE) return readWhite(s, view, i);
  if (s.state === HASH) {
    if (byte === 33) {
      // `#!` at the very start of a file.
      s.comment++;
      beginComment(s, false);
      beginPiece(s, i);
      s.state = LINE;
      return i;
    }
    s.word[0] = 35;
    s.length = 1;
    s.further = 0;
    s.code++;
    s.state = WORD;
    return i;
  }
  s.state = CODE;
  if (byte !== 35) return i;
  s.commentStart = s.base + i;
  s.state = HASH;
  return i + 1;
}

/** Operators that change what the next token may be. */
function readOperator(s: ScriptState, byte: number, i: number, last: number): number {
  if (byte === 43) return signBehind(last, byte, PREFIX_PLUS, INCREMENT, PREFIX_INCREMENT);
  if (byte === 45) return signBehind(last, byte, PREFIX_MINUS, DECREMENT, PREFIX_DECREMENT);
  // `function*` is still a function.
  if (byte === 42) return last === WORD_TOKEN + FUNCTION ? last : byte;
  if (last === ASSIGN) {
    declare(s, true);
    // `"./src/a.js":e=>`
    if (s.before === NAMED_COLON) nameModule(s, s.code);
  } else if (last === PARENTHESIS_ASSIGN) declareParameters(s);
  else if ((last === DECREMENT || last === PREFIX_DECREMENT) && s.code + s.literal - s.mark === 3) {
    // `-->` at the start of a line is a comment to its end.
    s.commentStart = s.base + i;
    beginComment(s, false);
    beginPiece(s, i);
    s.state = LINE;
  }
  return byte;
}

/** `++` and `--` keep what was before them: behind `a++` a slash divides, behind `;++` it does not. */
function signBehind(last: number, sign: number, prefix: number, twice: number, prefixTwice: number): number {
  if (last === sign) return twice;
  if (last === prefix) return prefixTwice;
  return OPERAND_AFTER[last] === 1 ? prefix : sign;
}

/** Whether `{` begins an object literal rather than a block. */
function beginsObject(s: ScriptState, last: number): boolean {
  const opens = (OPENS[last] as number) & 3;
  return opens === 1 || (opens === 2 && s.top() !== BRACE_BLOCK);
}

/** A brace closed: what it is the end of. The state tells where that leads. */
function closeBrace(s: ScriptState): number {
  const opened = s.closeBrace();
  if (opened === IN_TEMPLATE) {
    s.literal++;
    s.state = TEMPLATE;
  } else if (opened === IN_TEXT) s.state = TEXT;
  else if (opened === IN_TAG) {
    s.closing = false;
    s.plainTag = false;
    s.state = TAG;
  } else if (opened === BRACE_OBJECT) return OBJECT_END;
  return 125;
}
