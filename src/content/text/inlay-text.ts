import type { Reader } from '../reader.ts';
import type { ScriptFacts } from './script.ts';
import type { Unescape, Unstar } from './unescape.ts';

/** Makes a reader for a text in a script, escapes read; its facts are null where the text is no script. */
export type ReadInlay = () => Reader<ScriptFacts | null>;

/** Bytes that are looked at together for whether a script begins in them. */
export const BLOCK = 4096;
const NOTHING = Buffer.alloc(0);
const [EQUALS, PARENTHESIS, LESS] = [61, 40, 60];
/** What no script does without, as far as it has anything to tell; and what laid-out code does not do without. */
const WORDS = ['function', '=>', 'return', 'const ', 'let ', 'var ', 'import ', 'class ', '<script'].map(
  (word) => Buffer.from(word),
);
const LAYOUT = [' = ', ') {', '=> '].map((signs) => Buffer.from(signs));

/**
 * A long text in a script. Most are data or words: nothing is read before the first block that looks like code, so that
 * megabytes of base64 cost next to nothing, and code behind them is found all the same.
 */
export class InlayText {
  readonly #decoder: Unescape | Unstar;
  readonly #readInlay: ReadInlay;
  #reader: Reader<ScriptFacts | null> | undefined;
  /** The beginning of the block that is being looked at. */
  #block: Buffer = NOTHING;
  #first = true;

  constructor(decoder: Unescape | Unstar, readInlay: ReadInlay) {
    this.#decoder = decoder;
    this.#readInlay = readInlay;
  }

  /** Takes bytes as they stand between the quotes; the view is only valid during the call. */
  push(view: Buffer): void {
    const text = this.#decoder.push(view);
    if (this.#reader !== undefined) {
      this.#reader.push(text);
      return;
    }
    let at = 0;
    while (this.#block.length + text.length - at >= BLOCK) {
      const missing = BLOCK - this.#block.length;
      const part = text.subarray(at, at + missing);
      at += missing;
      this.#look(this.#block.length === 0 ? part : Buffer.concat([this.#block, part]));
      this.#block = NOTHING;
      if (this.#reader === undefined) continue;
      this.#begun.push(text.subarray(at));
      return;
    }
    if (at < text.length) this.#block = Buffer.concat([this.#block, text.subarray(at)]);
  }

  /** The text is over; null where there is no script in it. */
  end(): ScriptFacts | null {
    if (this.#reader === undefined) this.#look(this.#block);
    return this.#reader?.end() ?? null;
  }

  get #begun(): Reader<ScriptFacts | null> {
    return this.#reader as Reader<ScriptFacts | null>;
  }

  #look(block: Buffer): void {
    const first = this.#first;
    this.#first = false;
    if (!mayBeScript(block, first)) return;
    this.#reader = this.#readInlay();
    this.#reader.push(block);
  }
}

function mayBeScript(block: Buffer, first: boolean): boolean {
  // Single bytes first: most texts end there, and they take no time.
  if (!block.includes(EQUALS) || !block.includes(PARENTHESIS)) return false;
  if (!LAYOUT.some((signs) => block.includes(signs)) || !WORDS.some((word) => block.includes(word)))
    return false;
  // A page is read for the scripts between its tags; so is what begins as JSON, for its strings.
  const start = first ? block.find((byte) => byte > 32) : undefined;
  return start === LESS || !isProse(block.toString());
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

/** Words that begin with the second operand of two: `a in b`. */
const INFIX = new Set(['in', 'of', 'instanceof', 'as', 'from', 'is', 'extends', 'implements', 'satisfies']);
/** A word, the end of which is looked for; or what begins something to be passed over. */
const TOKEN = /[\p{L}_$][\p{L}\p{N}_$]*|["'`<]|\/[/*]|[^\s]/gu;
const CLOSES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '//': '\n',
  '/*': '*/',
  '<': '>',
};

/** Whether words follow on words as in no script: prose, shaders, queries. Strings, comments and tags do not count. */
function isProse(text: string): boolean {
  let words = 0;
  let beside = 0;
  /** Where the last word ended that is no keyword. */
  let end = -1;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [seen] = token;
    const close = Object.hasOwn(CLOSES, seen) ? CLOSES[seen] : undefined;
    if (close !== undefined) {
      const at = closing(text, TOKEN.lastIndex, close);
      if (at > 0) TOKEN.lastIndex = at;
      end = -1;
      continue;
    }
    if (!/^[\p{L}_$]/u.test(seen)) {
      end = -1;
      continue;
    }
    words++;
    if (end >= 0 && !INFIX.has(seen) && !text.slice(end, token.index).includes('\n')) beside++;
    end = KEYWORDS.has(seen) ? -1 : TOKEN.lastIndex;
  }
  return beside >= BESIDE.atLeast && beside > BESIDE.share * words;
}

/** Where something ends that began before `from`; -1 where it is none: a string or a tag that does not end on its line. */
function closing(text: string, from: number, close: string): number {
  const limit = close === '"' || close === "'" || close === '>' ? 400 : text.length;
  for (let i = from; i < text.length && i - from < limit; i++) {
    if (text[i] === '\\' && close !== '\n') i++;
    else if (text.startsWith(close, i)) return i + close.length;
    else if (text[i] === '\n' && limit === 400) return -1;
  }
  return limit === 400 ? -1 : text.length;
}
