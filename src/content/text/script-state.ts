import { InlayReader } from './inlay.ts';
import { type MapComment, MapCommentReader } from './map-comment.ts';
import { RegionReader } from './regions.ts';
import type { ReadInlay } from './script-lexer.ts';
import { DENSE, ELEMENT, LONGEST_WORD, MAX_DEPTH, PARAMETERS, START } from './script-numbers.ts';

const LF = 10;
export const CR = 13;

/** Bytes at which a plain loop over the inside of something has to stop and look. */
export function stops(characters: string, ...more: readonly number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  for (const byte of more) table[byte] = 1;
  return table;
}

/** Everything the parts of the script lexer know and count. Bytes unless said otherwise. */
export class ScriptState {
  /** Whether `<` may begin an element where an expression may begin. */
  readonly jsx: boolean;
  readonly mapComments: MapComment[] = [];
  readonly pragma = new MapCommentReader();
  readonly regions = new RegionReader();
  readonly inlays: InlayReader;

  state: number = START;
  /** Where the current view begins in the file, and the byte before it. */
  base = 0;
  lastByte = 0;

  line = 1;
  lineStart = 0;
  /** Code and literals when the line began, to know whether the line holds any. */
  mark = 0;
  codeLines = 0;
  commentLines = 0;

  code = 0;
  literal = 0;
  /** Of them: regular expressions that have ended; all that were read before the last one. */
  regex = 0;
  regexFrom = 0;
  comment = 0;
  legal = 0;
  white = 0;
  broken = 0;

  runs = 0;
  runBytes = 0;
  gaps = 0;
  denseBytes = 0;
  names = 0;
  nameCharacters = 0;
  shortNames = 0;
  declared = 0;
  shortDeclared = 0;
  locals = 0;
  shortLocals = 0;
  letters = 0;
  /** Which letters these are, by their lower five bits. */
  readonly letterSet = new Set<number>();
  negated = 0;
  parameters = 0;
  shortParameters = 0;
  /** Names before the last parenthesis that may hold parameters, and the short ones; -1 where it holds none, or the function has told them already. */
  parenNames = -1;
  parenShort = 0;
  notes = 0;
  noteBytes = 0;
  elements = 0;
  annotations = 0;
  control = 0;

  // The counters at the last gap.
  gapCode = 0;
  gapLine = 1;
  gapLiteral = 0;
  gapNames = 0;
  gapShort = 0;

  // Gaps with a line break in them; those without one before the last full line, and full lines since the last of these.
  lineGaps = 0;
  blankGaps = 0;
  fullLines = 0;

  // The first line since the last code that is dense, and code before it: comments and short code at the head of a part.
  headLine = 1;
  headCode = 0;

  // The word or the white space being read.
  readonly word = new Uint8Array(LONGEST_WORD + 1);
  length = 0;
  further = 0;
  breaks = 0;
  blanks = 0;

  /** The last token, as `script-token.ts` numbers them. */
  last = 59;
  /** Punctuation in front of the last name, or how it was declared; its length in characters; the line of a type word. */
  before = 0;
  nameLength = 0;
  kindLine = 0;

  // The comment, string or tag being read.
  quote = 0;
  blockComment = false;
  commentStart = 0;
  commentLine = 0;
  legalStart = -1;

  // Line comments below each other: the first line and the last one, and code before them.
  runStart = 0;
  runLine = 0;
  runCode = 0;

  // The text that lies in the script and is being read: where its inside begins in the view, and its line.
  pieceFrom = 0;
  pieceLine = 0;
  /** Whether an earlier view held a part of it. */
  pieceBegun = false;
  closing = false;
  plainTag = false;

  /** Code before the last colon behind a string that may name a module. */
  namedCode = -1;
  /** Code before the last such string that ends with a parenthesis. */
  chunkedCode = -1;
  /** The first byte of the last keyword that declares: `v` of `var`. */
  declarator = 0;
  /** How many brackets were open when the outermost function began that has not ended; -1 outside of functions. */
  outermost = -1;

  #stack = new Uint8Array(64);
  #depth = 0;
  #beyond = 0;

  constructor(jsx: boolean, readInlay?: ReadInlay) {
    this.jsx = jsx;
    this.inlays = new InlayReader(readInlay);
  }

  /** Counts the line that ends at `view[i]`; false for the second half of CR LF. */
  endLine(view: Uint8Array, i: number): boolean {
    const first = view[i] === CR || (i > 0 ? view[i - 1] : this.lastByte) !== CR;
    const seen = this.code + this.literal;
    if (first) {
      this.line++;
      if (seen > this.mark) this.codeLines++;
      if (this.code - this.headCode >= DENSE) {
        this.headLine = this.line;
        this.headCode = this.code;
      }
    }
    this.mark = seen;
    this.lineStart = this.base + i + 1;
    return first;
  }

  /** The body of a function begins with the next bracket. */
  openFunction(): void {
    if (this.outermost < 0) this.outermost = this.#depth;
  }

  open(bracket: number): void {
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

  /** Whether a bracket is open: what `let`, `const` and `class` declare here is seen by nobody outside the file. */
  get inside(): boolean {
    return this.#depth > 0;
  }

  /** Whether one bracket is open, and no more. */
  get isOutermost(): boolean {
    return this.#depth === 1;
  }

  top(): number {
    return this.#depth === 0 ? 0 : (this.#stack[this.#depth - 1] as number);
  }

  close(): number {
    if (this.#beyond > 0) {
      this.#beyond--;
      return 0;
    }
    return this.#depth === 0 ? 0 : (this.#stack[--this.#depth] as number);
  }

  /** No bracket is open any more. */
  clear(): void {
    this.#depth = 0;
    this.#beyond = 0;
    this.outermost = -1;
  }

  /** A stray `)` closes nothing. */
  closeParen(): number {
    return this.top() <= PARAMETERS ? this.close() : 0;
  }

  /** A `}` closes parentheses left open inside it, too. */
  closeBrace(): number {
    while (this.#depth > 0 && this.#beyond === 0 && this.top() <= PARAMETERS) this.#depth--;
    const opened = this.top() === ELEMENT ? 0 : this.close();
    if (this.#depth <= this.outermost) this.outermost = -1;
    return opened;
  }
}

export const isBreak = (byte: number): boolean => byte === LF || byte === CR;
