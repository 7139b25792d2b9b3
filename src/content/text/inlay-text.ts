import type { Reader } from '../reader.ts';
import { MAX_DEPTH } from './depth.ts';
import { languageOfInlay } from './inlay-language.ts';
import { LoopPlainReader } from './plain-loops.ts';
import type { PlainReader } from './plain-reader.ts';
import type { ReadInlay, ScriptFacts } from './script-lexer.ts';
import { NUMBERED } from './script-numbers.ts';
import { Unescape, Unpercent } from './unescape.ts';
import { IN_WORD } from './words.ts';

/** Bytes that are looked at together for whether a script begins in them. */
export const BLOCK = 4096;
const NOTHING = Buffer.alloc(0);
const [EQUALS, PARENTHESIS, LESS, BRACE, PERCENT] = [61, 40, 60, 123, 37];
const [LETTER_D, LETTER_U, LETTER_X] = [100, 117, 120];
/** As much of a script is kept, to ask whether there is more than declarations in it. */
const KEPT = 16384;
/** What no script does without, as far as it has anything to tell; and what laid-out code does not do without. */
const WORDS = ['function', '=>', 'return', 'const ', 'let ', 'var ', 'import ', 'class ', '<script'].map(
  (word) => Buffer.from(word),
);
/** The end of a line in a string of JSON. */
const ESCAPED_LINE = Buffer.from('\\n');
const LAYOUT = [' = ', ') {', '=> '].map((signs) => Buffer.from(signs));

/** Turns bytes as they stand in the file into the text they mean, cut anywhere. */
export interface Decoder {
  push(view: Buffer): Buffer;
}

/** A text in another language than JavaScript and TypeScript. */
export interface OtherText {
  readonly language: string;
  readonly lines: number;
  /** Bytes that are not white space. */
  readonly inkBytes: number;
}

/** What a text in a script is. */
export type Told = { readonly script: ScriptFacts; readonly head: Buffer } | { readonly other: OtherText };

/** How a text is read, from the first block on that looks like code. */
type Begun = { readonly decoder: Decoder } & (
  | { readonly reader: Reader<ScriptFacts | null>; readonly language?: undefined }
  | { readonly reader: PlainReader; readonly language: string }
);

/**
 * A long text in a script. Most are data or words: nothing is read before the first block that looks like code, so that
 * megabytes of base64 cost next to nothing, and code behind them is found all the same.
 */
export class InlayText {
  #decoder: () => Decoder;
  readonly #readInlay: ReadInlay;
  readonly #inComment: boolean;
  #begun: Begun | undefined;
  /** The beginning of the script in it. */
  #head: Buffer = NOTHING;
  /** The beginning of the block that is being looked at. */
  #block: Buffer = NOTHING;
  #first = true;
  /** A comment that begins with one more star: what is documented is beside it. */
  #starred = false;
  /** A block declared something as other languages do, and what follows is theirs. */
  #foreign = false;

  /** `decoder`: makes what turns bytes as they stand in the file into text. */
  constructor(decoder: () => Decoder, readInlay: ReadInlay, inComment: boolean) {
    this.#decoder = decoder;
    this.#readInlay = readInlay;
    this.#inComment = inComment;
  }

  /** Takes bytes as they stand between the quotes; the view is only valid during the call. */
  push(view: Buffer): void {
    let at = 0;
    if (this.#block.length > 0) {
      at = Math.min(view.length, BLOCK - this.#block.length);
      this.#block = Buffer.concat([this.#block, view.subarray(0, at)]);
      if (this.#block.length < BLOCK) return;
      this.#look(this.#block);
      this.#block = NOTHING;
    }
    while (this.#begun === undefined && view.length - at >= BLOCK) {
      this.#look(view.subarray(at, at + BLOCK));
      at += BLOCK;
    }
    if (this.#begun !== undefined) this.#read(this.#begun, this.#begun.decoder.push(view.subarray(at)));
    else if (at < view.length) this.#block = Buffer.from(view.subarray(at));
  }

  /** The text is over, but for these bytes; undefined where there is no code in it. */
  end(rest: Buffer): Told | undefined {
    if (this.#begun === undefined && this.#block.length + rest.length < BLOCK)
      this.#look(this.#block.length === 0 ? rest : Buffer.concat([this.#block, rest]));
    else {
      this.push(rest);
      if (this.#begun === undefined) this.#look(this.#block);
    }
    const begun = this.#begun;
    if (begun === undefined) return undefined;
    if (begun.language !== undefined) {
      const { inkLines, inkBytes } = begun.reader.end();
      return { other: { language: begun.language, lines: inkLines, inkBytes } };
    }
    const script = begun.reader.end();
    return script === null ? undefined : { script, head: this.#head };
  }

  #look(block: Buffer): void {
    const first = this.#first;
    this.#first = false;
    if (first) this.#starred = this.#inComment && block[0] === STAR;
    if (this.#foreign) return;
    if (first && isAddress(block)) this.#decoder = () => new Unpercent();
    // Single bytes first: most texts end there, and they take no time.
    let signs = holdsSigns(block);
    if (first && !signs && !this.#inComment && isNumbered(block)) {
      // Of text with a `%` in it, which an address has, or what `encodeURIComponent` made.
      const inPercent = block[0] !== BACKSLASH;
      const decoder = inPercent ? new Unpercent() : new Unescape();
      signs = holdsSigns(decoder.push(block));
      if (signs && inPercent) this.#decoder = () => new Unpercent();
    }
    if (!signs && (!this.#inComment || this.#starred || !block.includes(BRACE))) return;
    const decoder = this.#decoder();
    const text = decoder.push(block);
    const language = this.#starred ? undefined : languageOfInlay(text, this.#inComment);
    if (language !== undefined) {
      // Not the fastest: that one reads texts that lie in scripts itself.
      this.#begin({ decoder, reader: new LoopPlainReader(), language }, text);
      return;
    }
    if (!signs || !mayBeScript(text, first)) return;
    this.#foreign = !isPage(text, first) && declaresForeign(text);
    if (!this.#foreign) this.#begin({ decoder, reader: this.#readInlay() }, text);
  }

  #begin(begun: Begun, text: Buffer): void {
    this.#begun = begun;
    this.#read(begun, text);
  }

  #read({ reader, language }: Begun, text: Buffer): void {
    if (language === undefined && this.#head.length < KEPT)
      this.#head = Buffer.concat([this.#head, text.subarray(0, KEPT - this.#head.length)]);
    reader.push(text);
  }
}

/** Code does without neither. */
function holdsSigns(block: Buffer): boolean {
  return block.includes(EQUALS) && block.includes(PARENTHESIS);
}

/** Whether its characters may be written by their numbers: `\x3d`, `\u003d` or `%3D`. */
function isNumbered(block: Buffer): boolean {
  if (block[0] === BACKSLASH) return block[1] === LETTER_X || block[1] === LETTER_U;
  const at = block.indexOf(PERCENT);
  return at !== -1 && at < NUMBERED;
}

/** How the address of a script begins that stands in it, but for base64, which is read elsewhere. */
const ADDRESS = /^data:(?:text|application)\/(?:x-)?(?:java|ecma)script(?![^,]{0,80};base64)[;,]/i;

function isAddress(block: Buffer): boolean {
  return block[0] === LETTER_D && ADDRESS.test(block.toString('latin1', 0, 128));
}

function mayBeScript(block: Buffer, first: boolean): boolean {
  if (!LAYOUT.some((signs) => block.includes(signs)) || !WORDS.some((word) => block.includes(word)))
    return false;
  if (isPage(block, first)) return true;
  // A script that lies in a string of this one has its lines escaped, once for each string round it.
  let text = block;
  for (let level = 0; level <= MAX_DEPTH; level++) {
    if (!isProse(text)) return true;
    if (!text.includes(ESCAPED_LINE)) return false;
    text = new Unescape().push(text);
  }
  return true;
}

/** A page is read for the scripts between its tags. */
function isPage(block: Buffer, first: boolean): boolean {
  return first && block.find((byte) => byte > 32) === LESS;
}

/**
 * Lines that begin a declaration in WGSL, Rust, Go, Swift, Kotlin, Python, Ruby, C and the like, and in no script. A shader in WGSL else looks
 * as TypeScript does: it has few words beside each other.
 */
const FOREIGN =
  /(?:^[ \t]*|[@)]\w{0,20} )(?:pub )?(?:(?:fn|func|fun|def) [\w.]{1,80}[(<]|struct \w{1,80} ?\{|impl \w{1,80}[ <])|\bvar<\w{1,20}[,>]/m;

/** Strings, templates and comments do not count: scripts hold shaders in theirs. */
function declaresForeign(text: Buffer): boolean {
  const spoken: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; ) {
    const to = text[i] === LESS ? i + 1 : passOver(text, i);
    if (to > i + 1) {
      spoken.push(text.toString('latin1', from, i));
      from = to;
    }
    i = to;
  }
  spoken.push(text.toString('latin1', from));
  return FOREIGN.test(spoken.join(' '));
}

/** Words that have another word behind them in a script. */
const KEYWORDS = new Set(
  (
    'const let var function return new typeof in of instanceof await async yield delete void throw case else class extends ' +
    'import from export default as static get set do try finally type interface public private protected readonly enum declare ' +
    'namespace abstract implements keyof is satisfies override infer unique'
  ).split(' '),
);
/** Words with nothing but blanks between them, as part of all: JavaScript has next to none; a shader 0.1 and more, prose 0.7. */
const BESIDE = { share: 0.06, atLeast: 5 };

/** The same for words that have one before them. */
const INFIX = new Set(['in', 'of', 'instanceof', 'as', 'from', 'is', 'extends', 'implements', 'satisfies']);
/** 1 for each mix of length, first and last byte that a word of `KEYWORDS` has, and 2 of `INFIX`: most words need not be looked up. */
const SHAPES = new Uint8Array(4096);
for (const word of KEYWORDS) SHAPES[shapeOf(Buffer.from(word), 0, word.length)]! |= 1;
for (const word of INFIX) SHAPES[shapeOf(Buffer.from(word), 0, word.length)]! |= 2;

function shapeOf(text: Buffer, from: number, to: number): number {
  return (((to - from) << 10) ^ ((text[from] as number) << 5) ^ (text[to - 1] as number)) & 4095;
}

const [LF, QUOTE, APOSTROPHE, STAR, SLASH, BACKSLASH, BACKTICK] = [10, 34, 39, 42, 47, 92, 96];
/** So many words tell. */
const ENOUGH = 120;

/** Whether words follow on words as in no script: prose, shaders, queries. Strings, comments and tags do not count. */
export function isProse(text: Buffer): boolean {
  const n = text.length;
  let words = 0;
  let beside = 0;
  /** Where the last word began and ended; -1 behind anything but blanks. */
  let start = -1;
  let end = -1;
  for (let i = 0; i < n && words < ENOUGH; ) {
    const byte = text[i] as number;
    if (IN_WORD[byte] !== 0) {
      const from = i;
      while (i < n && IN_WORD[text[i] as number] !== 0) i++;
      words++;
      if (
        start >= 0 &&
        !(isShaped(text, start, end, 1) && KEYWORDS.has(text.toString('latin1', start, end))) &&
        !(isShaped(text, from, i, 2) && INFIX.has(text.toString('latin1', from, i)))
      )
        beside++;
      start = from;
      end = i;
      continue;
    }
    if (byte > 32 || byte === LF) start = -1;
    i = byte > 32 ? passOver(text, i) : i + 1;
  }
  return beside >= BESIDE.atLeast && beside > BESIDE.share * words;
}

function isShaped(text: Buffer, from: number, to: number, like: 1 | 2): boolean {
  return (SHAPES[shapeOf(text, from, to)]! & like) !== 0;
}

/** Behind the string, comment or tag that begins at `i`, or behind the one byte where there is none. */
function passOver(text: Buffer, i: number): number {
  const byte = text[i] as number;
  const next = text[i + 1];
  // In a string of JSON the ends of lines are escaped.
  if (byte === BACKSLASH) return i + 2;
  if (byte === SLASH && next === SLASH) return behind(text.indexOf(LF, i), text);
  if (byte === SLASH && next === STAR) return behind(text.indexOf('*/', i + 2), text) + 1;
  if (byte === BACKTICK) return behind(text.indexOf(BACKTICK, i + 1), text);
  if (byte !== QUOTE && byte !== APOSTROPHE && byte !== LESS) return i + 1;
  const close = byte === LESS ? 62 : byte;
  // No longer than a line: an apostrophe in prose closes nothing.
  const limit = Math.min(text.length, i + 400);
  for (let at = i + 1; at < limit && text[at] !== LF; at++) {
    if (text[at] === BACKSLASH) at++;
    else if (text[at] === close) return at + 1;
  }
  return i + 1;
}

const behind = (at: number, text: Buffer): number => (at === -1 ? text.length : at + 1);
