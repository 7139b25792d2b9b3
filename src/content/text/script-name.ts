import {
  BLOCK,
  CONDITION,
  DECLARATION,
  DECLARED,
  DEFINES,
  FUNCTION,
  FUNCTION_NAME,
  LITERAL,
  NAME,
  NAMED_COLON,
  OPERATOR,
  OTHER,
  PARAMETERS,
  PAREN,
  TYPE,
  WORD_TOKEN,
  WRAPPER,
} from './script-numbers.ts';
import { defineModule, isCalled, nameModule } from './script-piece.ts';
import type { ScriptState } from './script-state.ts';
import { wordKind } from './words.ts';

/** A word ended, `length` bytes from `view[start]`, `further` of them not the first of their character; `code`: bytes of code with it. */
export function endWord(
  s: ScriptState,
  view: Uint8Array,
  start: number,
  length: number,
  further: number,
  behind: number,
  code: number,
): number {
  const first = view[start] as number;
  if (behind === 46 || (first <= 57 && first >= 48)) {
    // A property, or a number.
    if (behind === 33 && length === 1) s.negated++;
    return WORD_TOKEN + OTHER;
  }
  const kind = length === 1 ? NAME : wordKind(view, start, length);
  if (kind === NAME || kind === TYPE) {
    // A name like `_0x3f2a` is an obfuscator's, as good as none.
    const obfuscated = first === 95 && length > 1 && view[start + 1] === 48;
    const seen = obfuscated ? 1 : length - further;
    s.names++;
    s.nameCharacters += seen;
    if (seen <= 2) s.shortNames++;
    s.nameLength = seen;
    // Of an obfuscator's name its first figure.
    const letter = view[start + Math.min(length - 1, 3)] as number;
    if (behind >= WORD_TOKEN) nameBehindWord(s, behind - WORD_TOKEN, kind, letter);
    else {
      s.before = behind;
      if ((behind === 40 || behind === 44) && s.top() === PARAMETERS)
        declareLetter(s, s.names > WRAPPER, letter);
    }
    if (kind === TYPE) s.kindLine = s.line;
    return WORD_TOKEN + (behind === WORD_TOKEN + FUNCTION ? FUNCTION_NAME : kind);
  }
  if (kind === OPERATOR || kind === BLOCK || kind === FUNCTION || kind === CONDITION) s.control++;
  if (kind === DECLARATION) s.declarator = first;
  else if (kind === FUNCTION) {
    // `"./src/a.js":function`, and `"src/a.js":[function`, as browserify and Parcel write it.
    if (behind === NAMED_COLON || (behind === 91 && code - length === s.namedCode + 1)) nameModule(s, code);
    else if (behind === 40 && isCalled(s, DEFINES)) defineModule(s, code);
  }
  if (behind === WORD_TOKEN + TYPE && s.kindLine === s.line && (kind === DECLARATION || kind === FUNCTION))
    s.annotations++;
  return WORD_TOKEN + kind;
}

/** A name with nothing but white space between it and the word before. */
function nameBehindWord(s: ScriptState, lastKind: number, kind: number, letter: number): void {
  s.before = LITERAL;
  if (lastKind === DECLARATION) {
    // `var` in a block is seen outside of it.
    declareLetter(s, s.declarator === 118 ? s.outermost >= 0 : s.inside, letter);
    s.before = DECLARED;
  } else if (lastKind === FUNCTION) {
    declare(s, false);
  } else if (lastKind === TYPE && s.kindLine === s.line && kind === NAME) s.annotations++;
}

/** The same as `declare`, and notes which letter a local of one is. */
function declareLetter(s: ScriptState, local: boolean, letter: number): void {
  declare(s, local);
  if (local && s.nameLength === 1) s.letterSet.add(letter & 31);
}

/** The last name is declared here; `local`: where no other file sees it, so that every minifier renames it. Some keep functions. */
export function declare(s: ScriptState, local: boolean): void {
  const short = s.nameLength <= 2;
  s.declared++;
  if (short) s.shortDeclared++;
  if (!local) return;
  s.locals++;
  if (short) s.shortLocals++;
  if (s.nameLength === 1) s.letters++;
}

/** The names since the last parenthesis are parameters: of a method, or of an arrow function. */
export function declareParameters(s: ScriptState): void {
  if (s.parenNames < WRAPPER) return;
  s.parameters += s.names - s.parenNames;
  s.shortParameters += s.shortNames - s.parenShort;
  s.parenNames = -1;
}

/** `{ key:` and `, key:` are no names; `(name:`, `let name:` and `name?:` are typed ones. */
export function readColon(s: ScriptState, last: number): void {
  if (last !== WORD_TOKEN + NAME && last !== WORD_TOKEN + TYPE) {
    if (last === 63) s.annotations++;
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
