import { keepMapComment, type MapComment, MapCommentReader } from './map-comment.ts';
import { DENSE, type Region, RegionReader } from './regions.ts';
import {
  BLOCK,
  CONDITION,
  DECLARATION,
  FUNCTION,
  FUNCTION_NAME,
  LONGEST_WORD,
  NAME,
  NO_WORD,
  OPERATOR,
  OTHER,
  TYPE,
  wordKind,
} from './words.ts';

/** What the exact lexer counted in JavaScript (or TypeScript, JSX). Bytes unless said otherwise. */
export interface ScriptFacts {
  /** Outside comments, strings, templates, regular expressions and white space. */
  readonly codeBytes: number;
  /** Strings, templates and regular expressions, quotes included; text between JSX tags. */
  readonly literalBytes: number;
  readonly commentBytes: number;
  /** Of them: in comments that begin with an exclamation mark, as minifiers keep for licences. */
  readonly legalBytes: number;
  readonly whiteBytes: number;
  readonly lines: number;
  /** Lines that hold code. */
  readonly codeLines: number;
  /** Lines that hold (a part of) a comment. */
  readonly commentLines: number;
  /** Stretches of white space that a minifier would drop (not between two words). */
  readonly runs: number;
  readonly runBytes: number;
  /** Those of them that are more than one line break, which may stand for a semicolon. */
  readonly gaps: number;
  /** Code bytes in stretches of at least `DENSE` bytes without a gap. */
  readonly denseBytes: number;
  /** Names written: variables, functions, parameters, methods; no properties behind a dot, no keys, no keywords. */
  readonly names: number;
  /** Characters of them, and those of one or two characters. */
  readonly nameCharacters: number;
  readonly shortNames: number;
  /** Names where they are declared, and those of one or two characters. */
  readonly declared: number;
  readonly shortDeclared: number;
  /** JSX elements, and type annotations that plain JavaScript cannot hold. */
  readonly elements: number;
  readonly annotations: number;
  /** Parts that are laid out for a reader: the largest, in file order. */
  readonly regions: readonly Region[];
  /** Strings and regular expressions that a line break cut short: more than a few, and this is no script. */
  readonly broken: number;
}

const [
  CODE,
  WORD,
  WHITE,
  SLASH,
  LINE,
  LINE_E2,
  LINE_E280,
  STAR_COMMENT,
  STAR,
  PRAGMA_START,
  PRAGMA,
  PRAGMA_STAR,
] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const [STRING, STRING_ESCAPE, TEMPLATE, TEMPLATE_ESCAPE, TEMPLATE_DOLLAR, REGEX, REGEX_ESCAPE, REGEX_CLASS] =
  [12, 13, 14, 15, 16, 17, 18, 19];
const [
  REGEX_CLASS_ESCAPE,
  REGEX_FLAGS,
  LESS,
  LESS_BANG,
  LESS_BANG_DASH,
  TAG,
  TAG_STRING,
  TAG_END,
  TEXT,
  TEXT_LESS,
] = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29];
const [HASH, HASHBANG, STRING_CR, UNDERSCORE] = [30, 31, 32, 33];

/** What an open bracket was. */
const [PAREN, CONDITION_PAREN, PARAMETERS, BRACE_BLOCK, BRACE_OBJECT, IN_TEMPLATE, IN_TAG, IN_TEXT, ELEMENT] =
  [1, 2, 3, 4, 5, 6, 7, 8, 9];
const MAX_DEPTH = 1 << 16;

/** Stand in where a byte of punctuation is remembered; none of them is one. */
/** Stands for the first byte of a name like `_0x3f2a`, which only obfuscators write. */
const HEX_NAME = 1;
const [PLUS_PLUS, MINUS_MINUS, DECLARED, PREFIX, ASSIGNED] = [200, 201, 202, 203, 204];

/** 1 for an ASCII byte of a word or the first byte of another character, 2 for a further byte of one, 0 for the rest. */
const IN_WORD = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  if (byte >= 0x80) IN_WORD[byte] = byte < 0xc0 ? 2 : 1;
  else if (/[\w$\\#]/.test(String.fromCharCode(byte))) IN_WORD[byte] = 1;
}
const [
  P_WORD,
  P_WHITE,
  P_QUOTE,
  P_TEMPLATE,
  P_SLASH,
  P_LESS,
  P_OPEN,
  P_CLOSE,
  P_LEFT,
  P_RIGHT,
  P_BRACKET,
  P_OTHER,
] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const [P_DOT, P_COLON, P_SIGN, P_GREATER] = [12, 13, 14, 15];
const CLASS = new Uint8Array(256).fill(P_OTHER);
for (let byte = 0; byte < 256; byte++) {
  if (IN_WORD[byte] !== 0) CLASS[byte] = P_WORD;
  else if (byte <= 32) CLASS[byte] = P_WHITE;
}
for (const [characters, kind] of [
  ['"\'', P_QUOTE],
  ['`', P_TEMPLATE],
  ['/', P_SLASH],
  ['<', P_LESS],
  ['(', P_OPEN],
  [')', P_CLOSE],
  ['{', P_LEFT],
  ['}', P_RIGHT],
  [']', P_BRACKET],
  ['.', P_DOT],
  [':', P_COLON],
  ['+-', P_SIGN],
  ['>', P_GREATER],
] as const) {
  for (const character of characters) CLASS[character.charCodeAt(0)] = kind;
}

/** Bytes at which a plain loop over the inside of something has to stop and look. */
function stops(characters: string, ...more: number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  for (const byte of more) table[byte] = 1;
  return table;
}
const LINE_STOPS = stops('\n\r', 0xe2);
const STAR_STOPS = stops('*\n\r');
const STRING_STOPS = stops('"\'\\\n\r');
const TEMPLATE_STOPS = stops('`\\$\n\r');
const REGEX_STOPS = stops('/\\[\n\r');
const REGEX_CLASS_STOPS = stops(']\\\n\r');
const TAG_STOPS = stops('"\'{>,;\n\r');
const TEXT_STOPS = stops('<{\n\r');

const LF = 10;
const CR = 13;
const LINE_BREAK = Buffer.from('\n');
const STAR_BYTE = Buffer.from('*');

/**
 * Reads JavaScript in one pass, cut anywhere, and counts. It knows where comments, strings, templates, regular
 * expressions and JSX begin and end; it does not parse. Text that is no script gives figures that mean nothing.
 */
export class ScriptLexer {
  readonly mapComments: MapComment[] = [];
  readonly #jsx: boolean;
  readonly #pragma = new MapCommentReader();
  readonly #regions = new RegionReader();

  #state = HASH;
  #base = 0;
  #lastByte = 0;
  #line = 1;
  #lineStart = 0;
  #code = 0;
  #literal = 0;
  #comment = 0;
  #legal = 0;
  #legalStart = -1;
  #white = 0;
  #codeLines = 0;
  #commentLines = 0;
  #mark = 0;
  #runs = 0;
  #runBytes = 0;
  #gaps = 0;
  // The counters at the last gap.
  #gapCode = 0;
  #gapLine = 1;
  #gapLiteral = 0;
  #gapNames = 0;
  #gapShort = 0;
  #denseBytes = 0;
  #names = 0;
  #nameCharacters = 0;
  #shortNames = 0;
  #declared = 0;
  #shortDeclared = 0;
  #elements = 0;
  #annotations = 0;
  #broken = 0;

  // The word being read.
  #hash = 0;
  #length = 0;
  #first = 0;
  // The white space being read.
  #breaks = 0;
  #blanks = 0;
  // The last token: its last byte if it was punctuation, its kind if it was a word, what stood before it.
  #punctuation = 0;
  #kind: number = NO_WORD;
  #dots = 0;
  #before = 0;
  #nameLength = 0;
  #kindLine = 0;
  /** Whether an expression may begin here, so that a slash begins a regular expression. */
  #operand = true;
  #afterWord = false;

  #quote = 0;
  #blockComment = false;
  #commentStart = 0;
  #commentLine = 0;
  #closing = false;
  #plainTag = false;

  #stack = new Uint8Array(256);
  #depth = 0;
  #beyond = 0;

  /** `jsx`: whether `<` may begin an element where an expression may begin (not so in `.ts`). */
  constructor(options: { readonly jsx: boolean }) {
    this.#jsx = options.jsx;
  }

  push(view: Uint8Array): void {
    const n = view.length;
    const base = this.#base;
    const jsx = this.#jsx;
    let i = 0;
    let state = this.#state;
    let line = this.#line;
    let lineStart = this.#lineStart;
    let code = this.#code;
    let literal = this.#literal;
    let comment = this.#comment;
    let white = this.#white;
    let codeLines = this.#codeLines;
    let mark = this.#mark;
    let runs = this.#runs;
    let runBytes = this.#runBytes;
    let gaps = this.#gaps;
    let gapCode = this.#gapCode;
    let gapLine = this.#gapLine;
    let gapLiteral = this.#gapLiteral;
    let gapNames = this.#gapNames;
    let gapShort = this.#gapShort;
    let denseBytes = this.#denseBytes;
    let names = this.#names;
    let nameCharacters = this.#nameCharacters;
    let shortNames = this.#shortNames;
    let declared = this.#declared;
    let shortDeclared = this.#shortDeclared;
    let hash = this.#hash;
    let length = this.#length;
    let first = this.#first;
    let breaks = this.#breaks;
    let blanks = this.#blanks;
    let punctuation = this.#punctuation;
    let kind = this.#kind;
    let before = this.#before;
    let nameLength = this.#nameLength;
    let operand = this.#operand;
    let afterWord = this.#afterWord;

    while (i < n) {
      switch (state) {
        case CODE: {
          const byte = view[i] as number;
          switch (CLASS[byte]) {
            case P_WORD:
              hash = byte;
              length = 1;
              first = byte;
              code++;
              i++;
              state = byte === 95 ? UNDERSCORE : WORD;
              break;
            case P_WHITE:
              breaks = 0;
              blanks = 0;
              state = WHITE;
              break;
            case P_QUOTE:
              this.#quote = byte;
              literal++;
              i++;
              state = STRING;
              break;
            case P_TEMPLATE:
              literal++;
              i++;
              state = TEMPLATE;
              break;
            case P_SLASH:
              this.#commentStart = base + i;
              i++;
              state = SLASH;
              break;
            case P_LESS:
              i++;
              state = LESS;
              break;
            case P_OPEN:
              this.#open(
                kind === CONDITION
                  ? CONDITION_PAREN
                  : kind === FUNCTION || kind === FUNCTION_NAME
                    ? PARAMETERS
                    : PAREN,
              );
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            case P_CLOSE: {
              const opened = this.#closeParen();
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = opened === CONDITION_PAREN;
              afterWord = false;
              break;
            }
            case P_LEFT: {
              let object: boolean;
              if (kind !== NO_WORD) object = kind === OPERATOR;
              else if (punctuation === 58) object = this.#top() !== BRACE_BLOCK;
              // Behind `)`, `;`, `{`, `}`, `>` (of an arrow), a string, or at the start of the file: a block.
              else
                object =
                  punctuation !== 41 &&
                  punctuation !== 59 &&
                  punctuation !== 123 &&
                  punctuation !== 125 &&
                  punctuation !== 62 &&
                  punctuation !== 0;
              this.#open(object ? BRACE_OBJECT : BRACE_BLOCK);
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            }
            case P_RIGHT: {
              const opened = this.#closeBrace();
              i++;
              if (opened === IN_TEMPLATE) {
                literal++;
                state = TEMPLATE;
                break;
              }
              code++;
              if (opened === IN_TEXT) {
                state = TEXT;
                break;
              }
              if (opened === IN_TAG) {
                this.#closing = false;
                this.#plainTag = false;
                state = TAG;
                break;
              }
              punctuation = byte;
              kind = NO_WORD;
              operand = opened !== BRACE_OBJECT;
              afterWord = false;
              break;
            }
            case P_BRACKET:
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = false;
              afterWord = false;
              break;
            case P_DOT:
              this.#dots = punctuation === byte ? this.#dots + 1 : 1;
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            case P_COLON:
              if (kind === NAME || kind === TYPE) {
                // `{ key:` and `, key:` are no names; `(name:` and `let name:` are typed ones.
                if (before === 123 || before === 44) {
                  names--;
                  nameCharacters -= nameLength;
                  if (nameLength <= 2) shortNames--;
                }
                if (before === 40 || before === 44) {
                  const top = this.#top();
                  if (top === PAREN || top === PARAMETERS) this.#annotations++;
                } else if (before === DECLARED) this.#annotations++;
              } else if (punctuation === 63 && kind === NO_WORD) this.#annotations++; // `(name?:`
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            case P_SIGN:
              code++;
              i++;
              // `++` and `--` keep what was before them: `a++ / b`, `;++a`.
              if (punctuation === byte) {
                operand = before === PREFIX;
                punctuation = byte === 45 ? MINUS_MINUS : PLUS_PLUS;
              } else {
                before = operand ? PREFIX : 0;
                operand = true;
                punctuation = byte;
              }
              kind = NO_WORD;
              afterWord = false;
              break;
            case P_GREATER:
              if (punctuation === 61) {
                if (before === ASSIGNED) {
                  declared++;
                  if (nameLength <= 2) shortDeclared++;
                }
              }
              code++;
              i++;
              if (punctuation === MINUS_MINUS && code + literal - mark === 3) {
                // `-->` at the start of a line is a comment to its end.
                this.#commentStart = base + i;
                this.#beginComment(line, false);
                state = LINE;
              }
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            default:
              code++;
              i++;
              if (byte === 42 && kind === FUNCTION) break; // `function*`
              before = byte === 61 && kind === NAME ? ASSIGNED : 0;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
          }
          break;
        }

        case UNDERSCORE:
          if (view[i] === 48) first = HEX_NAME;
          state = WORD;
          break;
        case WORD: {
          const from = i;
          let byte = 0;
          while (i < n) {
            byte = view[i] as number;
            const step = IN_WORD[byte] as number;
            if (step === 0) break;
            hash = (Math.imul(hash, 31) + byte) | 0;
            length += step & 1;
            i++;
          }
          code += i - from;
          if (i === n) break;
          state = CODE;
          const lastKind = kind;
          const behind = punctuation;
          punctuation = 0;
          afterWord = true;
          operand = false;
          if (first <= 57 && first >= 48) {
            kind = OTHER;
          } else if (behind === 46 && lastKind === NO_WORD && this.#dots === 1) {
            kind = OTHER;
          } else {
            kind = length > LONGEST_WORD || length < 2 || first < 97 ? NAME : wordKind(hash);
            if (kind === OPERATOR || kind === BLOCK) operand = true;
            else if (kind === NAME || kind === TYPE) {
              if (first === HEX_NAME) length = 1;
              names++;
              nameCharacters += length;
              if (length <= 2) shortNames++;
              nameLength = length;
              before = lastKind === NO_WORD ? behind : 0;
              if (lastKind === DECLARATION) {
                declared++;
                if (length <= 2) shortDeclared++;
                before = DECLARED;
              } else if (lastKind === FUNCTION) {
                declared++;
                if (length <= 2) shortDeclared++;
                kind = FUNCTION_NAME;
              } else if (lastKind === TYPE && this.#kindLine === line && kind === NAME) {
                this.#annotations++;
              } else if (behind === 40 || behind === 44) {
                if (this.#top() === PARAMETERS) {
                  declared++;
                  if (length <= 2) shortDeclared++;
                }
              }
              if (kind === TYPE) this.#kindLine = line;
            } else if (
              lastKind === TYPE &&
              this.#kindLine === line &&
              (kind === DECLARATION || kind === FUNCTION)
            ) {
              this.#annotations++;
            }
          }
          break;
        }

        case WHITE: {
          let byte = 0;
          const from = i;
          while (i < n) {
            byte = view[i] as number;
            if (byte === 32 || byte === 9) blanks++;
            else if (byte === LF || byte === CR) {
              if (byte === CR || (i > 0 ? view[i - 1] : this.#lastByte) !== CR) {
                breaks++;
                line++;
                if (code + literal > mark) codeLines++;
              }
              mark = code + literal;
              lineStart = base + i + 1;
            } else if (byte > 32) break;
            else blanks++;
            i++;
          }
          white += i - from;
          if (i === n) break;
          state = CODE;
          if (!(afterWord && IN_WORD[byte] !== 0)) {
            runs++;
            runBytes += blanks + breaks;
            if (blanks > 0 || breaks > 1) {
              gaps++;
              if (code - gapCode >= DENSE) {
                denseBytes += code - gapCode;
                this.#regions.dense(
                  {
                    line: gapLine,
                    codeBytes: gapCode,
                    literalBytes: gapLiteral,
                    names: gapNames,
                    shortNames: gapShort,
                  },
                  { line, codeBytes: code, literalBytes: literal, names, shortNames },
                );
              }
              gapCode = code;
              gapLine = line;
              gapLiteral = literal;
              gapNames = names;
              gapShort = shortNames;
            }
          }
          break;
        }

        case SLASH: {
          const byte = view[i] as number;
          if (byte === 47) {
            i++;
            comment += 2;
            this.#beginComment(line, false);
            state = PRAGMA_START;
          } else if (byte === 42) {
            i++;
            comment += 2;
            this.#beginComment(line, true);
            state = PRAGMA_START;
          } else if (operand) {
            literal++;
            state = REGEX;
          } else {
            code++;
            punctuation = 47;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          }
          break;
        }

        case PRAGMA_START: {
          const byte = view[i] as number;
          if (byte === 35 || byte === 64) {
            this.#pragma.begin(line, this.#commentStart - lineStart + 1);
            comment++;
            i++;
            state = PRAGMA;
          } else {
            if (byte === 33 && this.#blockComment) this.#legalStart = comment - 2;
            state = this.#blockComment ? STAR_COMMENT : LINE;
          }
          break;
        }
        case PRAGMA: {
          const table = this.#blockComment ? STAR_STOPS : LINE_STOPS;
          const from = i;
          while (i < n && table[view[i] as number] === 0) i++;
          this.#pragma.push(view, from, i);
          comment += i - from;
          if (i === n) break;
          const byte = view[i] as number;
          if (byte === 42) {
            i++;
            comment++;
            state = PRAGMA_STAR;
          } else if (!this.#blockComment) {
            if (byte === 0xe2) {
              // Three bytes of a line separator, or of another character of the value.
              this.#pragma.push(view, i, i + 1);
              i++;
              comment++;
            } else {
              this.#endPragma();
              state = LINE;
            }
          } else {
            this.#pragma.push(view, i, i + 1);
            if (byte === CR || (i > 0 ? view[i - 1] : this.#lastByte) !== CR) {
              line++;
              this.#commentLines++;
              if (code + literal > mark) codeLines++;
            }
            mark = code + literal;
            lineStart = base + i + 1;
            i++;
            comment++;
          }
          break;
        }
        case PRAGMA_STAR:
          if (view[i] === 47) {
            this.#endPragma();
            i++;
            comment++;
            state = CODE;
          } else {
            this.#pragma.push(STAR_BYTE, 0, 1);
            state = PRAGMA;
          }
          break;

        case LINE: {
          const from = i;
          while (i < n && LINE_STOPS[view[i] as number] === 0) i++;
          comment += i - from;
          if (i === n) break;
          if (view[i] === 0xe2) {
            i++;
            comment++;
            state = LINE_E2;
          } else state = CODE;
          break;
        }
        case LINE_E2:
          if (view[i] === 0x80) {
            i++;
            comment++;
            state = LINE_E280;
          } else state = LINE;
          break;
        case LINE_E280: {
          const byte = view[i] as number;
          if (byte === 0xa8 || byte === 0xa9) {
            i++;
            comment++;
            state = CODE;
          } else state = LINE;
          break;
        }

        case STAR_COMMENT: {
          const from = i;
          while (i < n && STAR_STOPS[view[i] as number] === 0) i++;
          comment += i - from;
          if (i === n) break;
          const byte = view[i] as number;
          if (byte === 42) state = STAR;
          else {
            if (byte === CR || (i > 0 ? view[i - 1] : this.#lastByte) !== CR) {
              line++;
              this.#commentLines++;
              if (code + literal > mark) codeLines++;
            }
            mark = code + literal;
            lineStart = base + i + 1;
          }
          comment++;
          i++;
          break;
        }
        case STAR: {
          const byte = view[i] as number;
          if (byte === 47) {
            i++;
            comment++;
            if (this.#legalStart >= 0) this.#legal += comment - this.#legalStart;
            this.#legalStart = -1;
            state = CODE;
          } else if (byte === 42) {
            i++;
            comment++;
          } else state = STAR_COMMENT;
          break;
        }

        case STRING: {
          const from = i;
          const quote = this.#quote;
          let byte = 0;
          while (i < n) {
            byte = view[i] as number;
            if (STRING_STOPS[byte] === 1 && (byte === quote || byte === 92 || byte === LF || byte === CR))
              break;
            i++;
          }
          literal += i - from;
          if (i === n) break;
          if (byte === 92) {
            literal++;
            i++;
            state = STRING_ESCAPE;
            break;
          }
          if (byte === quote) {
            literal++;
            i++;
          } else this.#broken++;
          state = CODE;
          punctuation = 0;
          kind = NO_WORD;
          operand = false;
          afterWord = false;
          break;
        }
        case STRING_ESCAPE: {
          const byte = view[i] as number;
          if (byte === LF || byte === CR) {
            line++;
            codeLines++;
            mark = code + literal + 1;
            lineStart = base + i + 1;
          }
          literal++;
          i++;
          state = byte === CR ? STRING_CR : STRING;
          break;
        }
        case STRING_CR:
          if (view[i] === LF) {
            literal++;
            mark++;
            i++;
            lineStart = base + i;
          }
          state = STRING;
          break;

        case TEMPLATE: {
          const from = i;
          while (i < n && TEMPLATE_STOPS[view[i] as number] === 0) i++;
          literal += i - from;
          if (i === n) break;
          const byte = view[i] as number;
          literal++;
          if (byte === 96) {
            state = CODE;
            punctuation = 0;
            kind = NO_WORD;
            operand = false;
            afterWord = false;
          } else if (byte === 92) state = TEMPLATE_ESCAPE;
          else if (byte === 36) state = TEMPLATE_DOLLAR;
          else {
            if (byte === CR || (i > 0 ? view[i - 1] : this.#lastByte) !== CR) {
              line++;
              codeLines++;
            }
            mark = code + literal;
            lineStart = base + i + 1;
          }
          i++;
          break;
        }
        case TEMPLATE_ESCAPE: {
          const byte = view[i] as number;
          // An escaped line break still ends a line: let the template count it.
          if (byte !== LF && byte !== CR) {
            literal++;
            i++;
          }
          state = TEMPLATE;
          break;
        }
        case TEMPLATE_DOLLAR:
          if (view[i] === 123) {
            literal++;
            i++;
            this.#open(IN_TEMPLATE);
            punctuation = 123;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          } else state = TEMPLATE;
          break;

        case REGEX: {
          const from = i;
          while (i < n && REGEX_STOPS[view[i] as number] === 0) i++;
          literal += i - from;
          if (i === n) break;
          const byte = view[i] as number;
          if (byte === LF || byte === CR) {
            this.#broken++;
            punctuation = 47;
            kind = NO_WORD;
            operand = true;
            state = CODE;
            break;
          }
          literal++;
          i++;
          state = byte === 47 ? REGEX_FLAGS : byte === 91 ? REGEX_CLASS : REGEX_ESCAPE;
          break;
        }
        case REGEX_ESCAPE:
        case REGEX_CLASS_ESCAPE: {
          const byte = view[i] as number;
          if (byte !== LF && byte !== CR) {
            literal++;
            i++;
          }
          state = state === REGEX_ESCAPE ? REGEX : REGEX_CLASS;
          break;
        }
        case REGEX_CLASS: {
          const from = i;
          while (i < n && REGEX_CLASS_STOPS[view[i] as number] === 0) i++;
          literal += i - from;
          if (i === n) break;
          const byte = view[i] as number;
          if (byte === LF || byte === CR) {
            state = REGEX;
            break;
          }
          literal++;
          i++;
          state = byte === 93 ? REGEX : REGEX_CLASS_ESCAPE;
          break;
        }
        case REGEX_FLAGS: {
          const from = i;
          while (i < n && IN_WORD[view[i] as number] !== 0) i++;
          literal += i - from;
          if (i === n) break;
          punctuation = 0;
          kind = NO_WORD;
          operand = false;
          afterWord = true;
          state = CODE;
          break;
        }

        case LESS: {
          const byte = view[i] as number;
          if (byte === 33) {
            i++;
            state = LESS_BANG;
            break;
          }
          code++;
          if (byte === 60) {
            // `<<` shifts; the second one begins no element.
            code++;
            i++;
          } else if (jsx && operand && ((IN_WORD[byte] !== 0 && (byte < 48 || byte > 57)) || byte === 62)) {
            this.#closing = false;
            this.#plainTag = byte >= 65 && byte <= 90 && this.#top() !== ELEMENT;
            state = TAG;
            break;
          }
          punctuation = 60;
          kind = NO_WORD;
          operand = true;
          afterWord = false;
          state = CODE;
          break;
        }
        case LESS_BANG:
          if (view[i] === 45) {
            i++;
            state = LESS_BANG_DASH;
          } else {
            code += 2;
            punctuation = 33;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          }
          break;
        case LESS_BANG_DASH:
          if (view[i] === 45) {
            this.#commentStart = base + i - 3;
            comment += 4;
            i++;
            this.#beginComment(line, false);
            state = LINE;
          } else {
            code += 3;
            punctuation = 45;
            before = PREFIX;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          }
          break;

        case TAG: {
          const from = i;
          while (i < n && TAG_STOPS[view[i] as number] === 0) i++;
          code += i - from;
          if (i === n) break;
          const byte = view[i] as number;
          if (byte === LF || byte === CR) {
            if (byte === CR || (i > 0 ? view[i - 1] : this.#lastByte) !== CR) {
              line++;
              codeLines++;
            }
            white++;
            mark = code + literal;
            lineStart = base + i + 1;
            i++;
          } else if (byte === 34 || byte === 39) {
            this.#quote = byte;
            this.#plainTag = false;
            literal++;
            i++;
            state = TAG_STRING;
          } else if (byte === 123) {
            this.#open(IN_TAG);
            code++;
            i++;
            punctuation = byte;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          } else if (byte === 44 || byte === 59) {
            // No element: type parameters, `<T, U>(...)`.
            this.#annotations++;
            operand = true;
            kind = NO_WORD;
            state = CODE;
          } else {
            const self = (i > 0 ? view[i - 1] : this.#lastByte) === 47;
            code++;
            i++;
            this.#elements++;
            if (this.#closing) {
              if (this.#top() === ELEMENT) this.#close();
            } else if (!self) {
              this.#open(ELEMENT);
              state = this.#plainTag ? TAG_END : TEXT;
              break;
            }
            state = this.#top() === ELEMENT ? TEXT : CODE;
            punctuation = 0;
            kind = NO_WORD;
            operand = false;
            afterWord = false;
          }
          break;
        }
        case TAG_STRING: {
          const byte = view[i] as number;
          if (byte === LF && (i > 0 ? view[i - 1] : this.#lastByte) !== CR) line++;
          else if (byte === CR) line++;
          if (byte === LF || byte === CR) lineStart = base + i + 1;
          if (byte === this.#quote) state = TAG;
          literal++;
          i++;
          break;
        }
        case TAG_END:
          if (view[i] === 40) {
            // `<T>(` is a generic function.
            this.#close();
            this.#elements--;
            this.#annotations++;
            punctuation = 62;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          } else state = TEXT;
          break;
        case TEXT: {
          const from = i;
          while (i < n && TEXT_STOPS[view[i] as number] === 0) i++;
          literal += i - from;
          if (i === n) break;
          const byte = view[i] as number;
          if (byte === LF || byte === CR) {
            if (byte === CR || (i > 0 ? view[i - 1] : this.#lastByte) !== CR) {
              line++;
              if (code + literal > mark) codeLines++;
            }
            white++;
            mark = code + literal;
            lineStart = base + i + 1;
          } else if (byte === 123) {
            this.#open(IN_TEXT);
            code++;
            punctuation = byte;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          } else {
            code++;
            state = TEXT_LESS;
          }
          i++;
          break;
        }
        case TEXT_LESS:
          this.#closing = view[i] === 47;
          this.#plainTag = false;
          state = TAG;
          if (this.#closing) {
            code++;
            i++;
          }
          break;

        case HASH:
          // Only the first bytes of a file can be a byte order mark or `#!`.
          if (view[i] === 35) {
            this.#commentStart = base + i;
            i++;
            state = HASHBANG;
          } else state = CODE;
          break;
        default:
          if (view[i] === 33) {
            comment++;
            this.#beginComment(line, false);
            state = LINE;
          } else {
            hash = 35;
            length = 1;
            first = 35;
            code++;
            state = WORD;
          }
      }
    }

    if (n > 0) this.#lastByte = view[n - 1] as number;
    this.#base = base + n;
    this.#state = state;
    this.#line = line;
    this.#lineStart = lineStart;
    this.#code = code;
    this.#literal = literal;
    this.#comment = comment;
    this.#white = white;
    this.#codeLines = codeLines;
    this.#mark = mark;
    this.#runs = runs;
    this.#runBytes = runBytes;
    this.#gaps = gaps;
    this.#gapCode = gapCode;
    this.#gapLine = gapLine;
    this.#gapLiteral = gapLiteral;
    this.#gapNames = gapNames;
    this.#gapShort = gapShort;
    this.#denseBytes = denseBytes;
    this.#names = names;
    this.#nameCharacters = nameCharacters;
    this.#shortNames = shortNames;
    this.#declared = declared;
    this.#shortDeclared = shortDeclared;
    this.#hash = hash;
    this.#length = length;
    this.#first = first;
    this.#breaks = breaks;
    this.#blanks = blanks;
    this.#punctuation = punctuation;
    this.#kind = kind;
    this.#before = before;
    this.#nameLength = nameLength;
    this.#operand = operand;
    this.#afterWord = afterWord;
  }
  /** The file is over. */
  end(): ScriptFacts {
    const lines = this.#line - (this.#base === this.#lineStart ? 1 : 0);
    // A line break ends whatever word, comment or string is still open.
    const line = this.#line;
    this.push(LINE_BREAK);
    const white = this.#state === WHITE ? 1 : 0;
    const now = {
      line,
      codeBytes: this.#code,
      literalBytes: this.#literal,
      names: this.#names,
      shortNames: this.#shortNames,
    };
    if (this.#code - this.#gapCode >= DENSE) {
      this.#denseBytes += this.#code - this.#gapCode;
      const gap = {
        line: this.#gapLine,
        codeBytes: this.#gapCode,
        literalBytes: this.#gapLiteral,
        names: this.#gapNames,
        shortNames: this.#gapShort,
      };
      this.#regions.dense(gap, now);
    }
    return {
      codeBytes: this.#code,
      literalBytes: this.#literal,
      commentBytes: this.#comment,
      legalBytes: this.#legal,
      whiteBytes: this.#white - white,
      lines,
      codeLines: this.#codeLines,
      commentLines: this.#commentLines,
      runs: this.#runs,
      runBytes: this.#runBytes,
      gaps: this.#gaps,
      denseBytes: this.#denseBytes,
      names: this.#names,
      nameCharacters: this.#nameCharacters,
      shortNames: this.#shortNames,
      declared: this.#declared,
      shortDeclared: this.#shortDeclared,
      elements: this.#elements,
      annotations: this.#annotations,
      regions: this.#regions.end(now),
      broken: this.#broken,
    };
  }

  #beginComment(line: number, block: boolean): void {
    this.#blockComment = block;
    this.#legalStart = -1;
    // Two comments on one line are one line of comments.
    if (this.#commentLine !== line) this.#commentLines++;
    this.#commentLine = line;
  }

  #endPragma(): void {
    const comment = this.#pragma.end();
    if (comment !== undefined) keepMapComment(this.mapComments, comment);
  }

  #open(bracket: number): void {
    if (this.#depth === this.#stack.length) {
      if (this.#depth === MAX_DEPTH) {
        this.#beyond++;
        return;
      }
      const larger = new Uint8Array(this.#depth * 2);
      larger.set(this.#stack);
      this.#stack = larger;
    }
    this.#stack[this.#depth++] = bracket;
  }

  #top(): number {
    return this.#depth === 0 ? 0 : (this.#stack[this.#depth - 1] as number);
  }

  #close(): number {
    if (this.#beyond > 0) {
      this.#beyond--;
      return 0;
    }
    return this.#depth === 0 ? 0 : (this.#stack[--this.#depth] as number);
  }

  /** A stray `)` closes nothing. */
  #closeParen(): number {
    return this.#top() <= PARAMETERS ? this.#close() : 0;
  }

  /** A `}` closes parentheses left open inside it, too. */
  #closeBrace(): number {
    while (this.#depth > 0 && this.#beyond === 0 && this.#top() <= PARAMETERS) this.#depth--;
    return this.#top() === ELEMENT ? 0 : this.#close();
  }
}
