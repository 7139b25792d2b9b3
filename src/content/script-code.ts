import { DENSE } from './regions.ts';
import { beginComment } from './script-comment.ts';
import { PREFIX } from './script-markup.ts';
import {
  BRACE_BLOCK,
  BRACE_OBJECT,
  CODE,
  CONDITION_PAREN,
  CR,
  HASH,
  IN_TAG,
  IN_TEMPLATE,
  IN_TEXT,
  IN_WORD,
  LESS,
  LINE,
  PARAMETERS,
  PAREN,
  type ScriptState,
  SLASH,
  STRING,
  TAG,
  TEMPLATE,
  TEXT,
  UNDERSCORE,
  WHITE,
  WORD,
} from './script-state.ts';
import {
  BLOCK,
  CONDITION,
  DECLARATION,
  FUNCTION,
  FUNCTION_NAME,
  hashStep,
  LONGEST_WORD,
  NAME,
  NO_WORD,
  OPERATOR,
  OTHER,
  PASSIVE,
  TYPE,
  wordKind,
} from './words.ts';

const [P_OPERATOR, P_WORD, P_WHITE, P_QUOTE, P_TEMPLATE, P_SLASH, P_LESS, P_OTHER] = [0, 1, 2, 3, 4, 5, 6, 7];
/** What a byte of code begins: an operator that needs no thought is 0. */
const CLASS = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  if (IN_WORD[byte] !== 0) CLASS[byte] = P_WORD;
  else if (byte <= 32) CLASS[byte] = P_WHITE;
}
for (const [characters, kind] of [
  ['"\'', P_QUOTE],
  ['`', P_TEMPLATE],
  ['/', P_SLASH],
  ['<', P_LESS],
  ['(){}].:+->*=', P_OTHER],
] as const) {
  for (const character of characters) CLASS[character.charCodeAt(0)] = kind;
}

/** Stand in where a byte of punctuation is remembered; none of them is one. */
const [PLUS_PLUS, MINUS_MINUS, DECLARED, ASSIGNED, DOTS] = [200, 201, 202, 204, 205];
/** Stands for the first byte of a name like `_0x3f2a`, which only obfuscators write. */
const HEX_NAME = 1;

const LF = 10;
const STRING_END = new Uint8Array(256);
for (const byte of [10, 13, 34, 39, 92]) STRING_END[byte] = 1;

/** Reads from `view[i]`, outside comments and literals, as long as that lasts; gives where it stopped. */
export function readCode(s: ScriptState, view: Uint8Array, from: number): number {
  const n = view.length;
  let i = from;
  while (i < n) {
    const byte = view[i] as number;
    switch (CLASS[byte]) {
      case P_WORD: {
        const start = i;
        let hash = byte;
        let further = 0;
        i++;
        while (i < n) {
          const next = view[i] as number;
          const step = IN_WORD[next] as number;
          if (step !== 1) {
            if (step === 0) break;
            further++;
          }
          hash = hashStep(hash, next);
          i++;
        }
        const length = i - start - further;
        s.code += i - start;
        const hex = byte === 95 && i - start > 1 && view[start + 1] === 48;
        if (i === n) {
          s.hash = hash;
          s.length = length;
          s.first = hex ? HEX_NAME : byte;
          s.state = byte === 95 && i - start === 1 ? UNDERSCORE : WORD;
          return i;
        }
        endWord(s, hex ? HEX_NAME : byte, hash, length);
        break;
      }
      case P_WHITE: {
        s.breaks = 0;
        s.blanks = 0;
        // One blank between two tokens, by far the most common.
        if (byte === 32 && i + 1 < n && (view[i + 1] as number) > 32) {
          i++;
          s.white++;
          s.blanks = 1;
          endWhite(s, view[i] as number);
          break;
        }
        i = readWhite(s, view, i);
        if (i === n) return i;
        break;
      }
      case P_QUOTE: {
        s.literal++;
        i++;
        const start = i;
        let stop = 0;
        while (i < n) {
          stop = view[i] as number;
          if (STRING_END[stop] === 1 && (stop === byte || stop === 92 || stop === LF || stop === CR)) break;
          i++;
        }
        s.literal += i - start;
        if (i < n && stop === byte) {
          s.literal++;
          i++;
          s.token(0, false);
          break;
        }
        s.quote = byte;
        s.state = STRING;
        return i;
      }
      case P_OPERATOR:
        s.code++;
        i++;
        s.token(byte, true);
        break;
      case P_OTHER:
        i++;
        readPunctuation(s, byte, i);
        if (s.state !== CODE) return i;
        break;
      case P_TEMPLATE:
        s.literal++;
        s.state = TEMPLATE;
        return i + 1;
      default:
        if (!s.operand && i + 1 < n) {
          // An operator, unless it begins a comment: no need to leave for that.
          const next = view[i + 1] as number;
          const width = next === 60 && byte === 60 ? 2 : 1;
          if (byte === 60 ? next !== 33 : next !== 47 && next !== 42) {
            s.code += width;
            i += width;
            s.token(byte, true);
            break;
          }
        }
        s.commentStart = s.base + i;
        s.state = byte === 47 ? SLASH : LESS;
        return i + 1;
    }
  }
  return i;
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
      s.hash = hashStep(s.hash, view[i] as number);
      s.length += step & 1;
      i++;
    }
    s.code += i - from;
    if (i === n) return i;
    s.state = CODE;
    endWord(s, s.first, s.hash, s.length);
    return i;
  }
  if (s.state === UNDERSCORE) {
    if (byte === 48) s.first = HEX_NAME;
    s.state = WORD;
    return i;
  }
  if (s.state === WHITE) return readWhite(s, view, i);
  if (s.state === HASH) {
    if (byte === 33) {
      // `#!` at the very start of a file.
      s.comment++;
      beginComment(s, false);
      s.state = LINE;
      return i;
    }
    s.first = 35;
    s.hash = 35;
    s.length = 1;
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

/** Reads white space; `breaks` and `blanks` hold what of it has been read. */
function readWhite(s: ScriptState, view: Uint8Array, from: number): number {
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
  endWhite(s, byte);
  return i;
}

/** White space ended before `next`: whether a minifier would drop it, and whether code before it was dense. */
function endWhite(s: ScriptState, next: number): void {
  if (s.afterWord && IN_WORD[next] !== 0) return;
  s.runs++;
  s.runBytes += s.blanks + s.breaks;
  if (s.blanks === 0 && s.breaks < 2) return;
  s.gaps++;
  if (s.code - s.gapCode >= DENSE) endDense(s);
  s.gapCode = s.code;
  s.gapLine = s.line;
  s.gapLiteral = s.literal;
  s.gapNames = s.names;
  s.gapShort = s.shortNames;
}

/** Whatever stands between the last gap and here is one dense stretch. */
export function endDense(s: ScriptState): void {
  s.denseBytes += s.code - s.gapCode;
  s.regions.dense(
    {
      line: s.gapLine,
      codeBytes: s.gapCode,
      literalBytes: s.gapLiteral,
      names: s.gapNames,
      shortNames: s.gapShort,
    },
    { line: s.line, codeBytes: s.code, literalBytes: s.literal, names: s.names, shortNames: s.shortNames },
  );
}

/** A word ended: what it is, and what that makes of the next token. */
function endWord(s: ScriptState, first: number, hash: number, length: number): void {
  const behind = s.punctuation;
  s.punctuation = 0;
  s.afterWord = true;
  s.operand = false;
  if (behind === 46 || (first <= 57 && first >= 48)) {
    s.kind = OTHER;
    return;
  }
  const lastKind = s.kind;
  const kind = length > LONGEST_WORD || length < 2 || first < 97 ? NAME : wordKind(hash, length);
  s.kind = kind;
  if (kind === NAME) {
    const seen = first === HEX_NAME ? 1 : length;
    s.names++;
    s.nameCharacters += seen;
    if (seen <= 2) s.shortNames++;
    s.nameLength = seen;
    s.before = behind;
    if (lastKind !== NO_WORD) nameBehindWord(s, lastKind);
    else if ((behind === 40 || behind === 44) && s.top() === PARAMETERS) declare(s);
    return;
  }
  if (kind === OPERATOR || kind === BLOCK || kind === PASSIVE) {
    s.operand = true;
    if (kind !== PASSIVE) s.control++;
  } else if (kind === TYPE) {
    s.names++;
    s.nameCharacters += length;
    s.nameLength = length;
    s.before = behind;
    s.kindLine = s.line;
    if (lastKind !== NO_WORD) nameBehindWord(s, lastKind);
    else if ((behind === 40 || behind === 44) && s.top() === PARAMETERS) declare(s);
  } else {
    if (kind === FUNCTION || kind === CONDITION) s.control++;
    if (lastKind === TYPE && s.kindLine === s.line && (kind === DECLARATION || kind === FUNCTION))
      s.annotations++;
  }
}

/** A name with nothing but white space between it and the word before. */
function nameBehindWord(s: ScriptState, lastKind: number): void {
  if (lastKind === DECLARATION) {
    declare(s);
    s.before = DECLARED;
  } else if (lastKind === FUNCTION) {
    declare(s);
    s.kind = FUNCTION_NAME;
  } else if (lastKind === TYPE && s.kindLine === s.line && s.kind === NAME) s.annotations++;
}

function declare(s: ScriptState): void {
  s.declared++;
  if (s.nameLength <= 2) s.shortDeclared++;
}

/** Punctuation that brackets, or that changes what the next token may be. */
function readPunctuation(s: ScriptState, byte: number, i: number): void {
  s.code++;
  switch (byte) {
    case 46:
      s.token(s.punctuation === 46 || s.punctuation === DOTS ? DOTS : 46, true);
      return;
    case 40: {
      const { kind } = s;
      const parameters = kind === FUNCTION || kind === FUNCTION_NAME;
      s.open(kind === CONDITION ? CONDITION_PAREN : parameters ? PARAMETERS : PAREN);
      s.token(byte, true);
      return;
    }
    case 41:
      s.token(byte, s.closeParen() === CONDITION_PAREN);
      return;
    case 93:
      s.token(byte, false);
      return;
    case 123:
      s.open(beginsObject(s) ? BRACE_OBJECT : BRACE_BLOCK);
      s.token(byte, true);
      return;
    case 125:
      closeBrace(s);
      return;
    case 58:
      readColon(s);
      s.token(byte, true);
      return;
    case 61: {
      const named = s.kind === NAME;
      s.token(byte, true);
      s.before = named ? ASSIGNED : 0;
      return;
    }
    case 42:
      // `function*` is still a function.
      if (s.kind === FUNCTION) return;
      s.token(byte, true);
      return;
    case 62:
      if (s.punctuation === 61 && s.before === ASSIGNED) declare(s);
      if (s.punctuation === MINUS_MINUS && s.code + s.literal - s.mark === 3) {
        // `-->` at the start of a line is a comment to its end.
        s.commentStart = s.base + i;
        beginComment(s, false);
        s.state = LINE;
      }
      s.token(byte, true);
      return;
    default: {
      // `++` and `--` keep what was before them: `a++ / b`, `;++a`.
      const twice = s.punctuation === byte;
      const operand = s.operand;
      if (twice) s.token(byte === 45 ? MINUS_MINUS : PLUS_PLUS, s.before === PREFIX);
      else {
        s.token(byte, true);
        s.before = operand ? PREFIX : 0;
      }
    }
  }
}

/** Whether `{` begins an object literal rather than a block. */
function beginsObject(s: ScriptState): boolean {
  if (s.kind !== NO_WORD) return s.kind === OPERATOR || s.kind === PASSIVE;
  switch (s.punctuation) {
    case 58:
      return s.top() !== BRACE_BLOCK;
    case 0: // behind a literal, or at the start of the file
    case 41:
    case 59:
    case 62: // of an arrow
    case 123:
    case 125:
      return false;
    default:
      return true;
  }
}

function closeBrace(s: ScriptState): void {
  const opened = s.closeBrace();
  if (opened === IN_TEMPLATE) {
    s.code--;
    s.literal++;
    s.state = TEMPLATE;
  } else if (opened === IN_TEXT) s.state = TEXT;
  else if (opened === IN_TAG) {
    s.closing = false;
    s.plainTag = false;
    s.state = TAG;
  } else s.token(125, opened !== BRACE_OBJECT);
}

/** `{ key:` and `, key:` are no names; `(name:`, `let name:` and `name?:` are typed ones. */
function readColon(s: ScriptState): void {
  if (s.kind !== NAME && s.kind !== TYPE) {
    if (s.punctuation === 63) s.annotations++;
    return;
  }
  const { before } = s;
  if (before === 123 || before === 44) {
    s.names--;
    s.nameCharacters -= s.nameLength;
    if (s.nameLength <= 2) s.shortNames--;
  }
  if (before === DECLARED) s.annotations++;
  else if (before === 40 || before === 44) {
    const top = s.top();
    if (top === PAREN || top === PARAMETERS) s.annotations++;
  }
}
