// Words: keywords and names. The twin of ../../../script-name.ts and ../../../words.ts.
import {
  BLOCK,
  CONDITION,
  DECLARATION,
  DECLARED,
  DEFINES,
  FUNCTION,
  FUNCTION_NAME,
  LITERAL,
  LONGEST_WORD,
  NAME,
  NAMED_COLON,
  OPERATOR,
  OTHER,
  PARAMETERS,
  PAREN,
  TYPE,
  WORD_TOKEN,
  WRAPPER,
} from '../../../text/script-numbers.ts';
import { KINDS_AT, MASKS_AT, WORDS_AT } from '../../memory.ts';
import { defineModule, isCalled, nameModule } from './piece.ts';
import { s, top } from './state.ts';

/** The slot of the word at `at` in memory, as `words.ts` lays the table out. */
// @ts-ignore: decorator
@inline function slotOf(at: usize, length: i32): i32 {
  const first = <i32>load<u8>(at);
  const second = <i32>load<u8>(at, 1);
  const last = <i32>load<u8>(at + length - 1);
  return (first * 31 + second * 7 + last * 131 + length * 17) & 1023;
}

/** Whether a word of two bytes or more may mean something special: nearly all names find an empty slot. */
// @ts-ignore: decorator
@inline export function mayMean(at: usize, length: i32): bool {
  return load<u8>(slotOf(at, length), KINDS_AT) != 0;
}

/** The kind of the word at `at` in memory; `NAME` for one that means nothing special. */
// @ts-ignore: decorator
@inline function wordKind(at: usize, length: i32): i32 {
  if (length > LONGEST_WORD) return NAME;
  const word = v128.and(v128.load(at), v128.load(MASKS_AT + 16 - length));
  let slot = slotOf(at, length);
  while (true) {
    const kind = <i32>load<u8>(slot, KINDS_AT);
    if (kind == 0) return NAME;
    if (!v128.any_true(v128.xor(v128.load(WORDS_AT + slot * 16), word))) return kind;
    slot = (slot + 1) & 1023;
  }
}

/** A bit for each kind of words that make a program of it. */
const CONTROL: i64 = (1 << OPERATOR) | (1 << BLOCK) | (1 << FUNCTION) | (1 << CONDITION);

/** The word at `at` in memory ended, `further` of its bytes not the first of their character; `code`: bytes of code with it. Gives the token. */
export function endWord(at: usize, length: i64, further: i64, behind: i32, code: i64): i32 {
  const first = <i32>load<u8>(at);
  // A property, or a number.
  if (behind == 46 || (first <= 57 && first >= 48)) {
    if (behind == 33 && length == 1) s.negated++;
    return WORD_TOKEN + OTHER;
  }
  const kind = length == 1 || length > LONGEST_WORD ? NAME : wordKind(at, <i32>length);
  if (kind != NAME && kind != TYPE) return endKeyword(first, <i32>length, behind, kind, code);
  countName(seenOf(at, length, further));
  return placeName(at, length, behind, kind);
}

/** A keyword ended. Gives the token; `code`: bytes of code with it. */
// @ts-ignore: decorator
@inline function endKeyword(first: i32, length: i32, behind: i32, kind: i32, code: i64): i32 {
  s.control += (CONTROL >> kind) & 1;
  s.declarator = kind == DECLARATION ? first : s.declarator;
  if (kind == FUNCTION) {
    // `"./src/a.js":function`, and `"src/a.js":[function`, as browserify and Parcel write it.
    if (behind == NAMED_COLON || (behind == 91 && code - length == s.namedCode + 1)) nameModule(code);
    else if (behind == 40 && isCalled(DEFINES)) defineModule(code);
  }
  if (behind == WORD_TOKEN + TYPE && s.kindLine == s.line && (kind == DECLARATION || kind == FUNCTION))
    s.annotations++;
  return WORD_TOKEN + kind;
}

/** Characters of the name at `at`. One like `_0x3f2a` is an obfuscator's, as good as none. */
// @ts-ignore: decorator
@inline function seenOf(at: usize, length: i64, further: i64): i64 {
  return load<u16>(at) == 0x305f && length > 1 ? 1 : length - further;
}

// @ts-ignore: decorator
@inline function countName(seen: i64): void {
  s.names++;
  s.nameCharacters += seen;
  s.shortNames += <i64>(seen <= 2);
  s.nameLength = seen;
}

/** The name at `at` in memory ended. Gives the token. */
// @ts-ignore: decorator
@inline export function endName(at: usize, length: i32, behind: i32, kind: i32): i32 {
  let seen = <i64>length;
  const start = v128.load(at);
  // Nearly all are short and ASCII.
  if (length > 16 || (i8x16.bitmask(start) & ((1 << length) - 1)) != 0) seen -= furtherIn(at, length);
  if (load<u16>(at) == 0x305f) seen = 1;
  countName(seen);
  return placeName(at, length, behind, kind);
}

/** The word at `at` in memory ended, which may be a keyword. Gives the token; `code`: bytes of code with it. */
// @ts-ignore: decorator
@inline export function endKnown(at: usize, length: i32, behind: i32, code: i64): i32 {
  const kind = wordKind(at, length);
  if (kind == NAME || kind == TYPE) return endName(at, length, behind, kind);
  return endKeyword(<i32>load<u8>(at), length, behind, kind, code);
}

/** Bytes of a word that are not the first of their character. */
function furtherIn(at: usize, length: i32): i64 {
  let further: i64 = 0;
  for (let i = 1; i < length; i++) if ((load<u8>(at + i) & 0xc0) == 0x80) further++;
  return further;
}

/** The same for a name of one letter in ASCII, which is counted later. */
// @ts-ignore: decorator
@inline export function endLetter(at: usize, behind: i32): i32 {
  s.letterNames++;
  s.nameLength = 1;
  return placeName(at, 1, behind, NAME);
}

/** The name at `at` was counted: what stands before it says whether it is declared here. Gives the token. */
// @ts-ignore: decorator
@inline function placeName(at: usize, length: i64, behind: i32, kind: i32): i32 {
  let token = WORD_TOKEN + kind;
  if (behind >= WORD_TOKEN) {
    nameBehindWord(at, length, behind - WORD_TOKEN, kind);
    if (behind == WORD_TOKEN + FUNCTION) token = WORD_TOKEN + FUNCTION_NAME;
  } else {
    s.before = behind;
    // An opening parenthesis, 40, or a comma, 44.
    if ((behind & ~4) == 40 && top() == PARAMETERS)
      declareAt(at, length, s.names + s.letterNames > WRAPPER);
  }
  if (kind == TYPE) s.kindLine = s.line;
  return token;
}

/** A name with nothing but white space between it and the word before. */
// @ts-ignore: decorator
@inline function nameBehindWord(at: usize, length: i64, lastKind: i32, kind: i32): void {
  s.before = LITERAL;
  if (lastKind == DECLARATION) {
    // `var` in a block is seen outside of it.
    declareAt(at, length, s.declarator == 118 ? s.outermost >= 0 : s.depth > 0);
    s.before = DECLARED;
  } else if (lastKind == FUNCTION) declare(false);
  else if (lastKind == TYPE && s.kindLine == s.line && kind == NAME) s.annotations++;
}

/** The name at `at` is declared here: the same as `declare`, and notes which letter a local of one is. */
function declareAt(at: usize, length: i64, local: bool): void {
  declare(local);
  if (local && s.nameLength == 1) s.letterSet |= 1 << (<i32>load<u8>(at + <usize>min<i64>(length - 1, 3)) & 31);
}

/** The last name is declared here; `local`: where no other file sees it, so that every minifier renames it. Some keep functions. */
export function declare(local: bool): void {
  const short = s.nameLength <= 2;
  s.declared++;
  if (short) s.shortDeclared++;
  if (!local) return;
  s.locals++;
  if (short) s.shortLocals++;
  if (s.nameLength == 1) s.letters++;
}

/** The names since the last parenthesis are parameters: of a method, or of an arrow function. */
export function declareParameters(): void {
  if (s.parenNames < WRAPPER) return;
  const letters = s.letterNames;
  s.parameters += s.names + letters - s.parenNames;
  s.shortParameters += s.shortNames + letters - s.parenShort;
  s.parenNames = -1;
}

/** `{ key:` and `, key:` are no names; `(name:`, `let name:` and `name?:` are typed ones. */
// @ts-ignore: decorator
@inline export function readColon(last: i32): void {
  if (last != WORD_TOKEN + NAME && last != WORD_TOKEN + TYPE) {
    if (last == 63) s.annotations++;
    return;
  }
  const before = s.before;
  if (before == 123 || before == 44) {
    s.names--;
    s.nameCharacters -= s.nameLength;
    if (s.nameLength <= 2) s.shortNames--;
  }
  if (before == DECLARED) s.annotations++;
  else if (before == 40 || before == 44) {
    const bracket = top();
    if (bracket == PAREN || bracket == PARAMETERS) s.annotations++;
  }
}
