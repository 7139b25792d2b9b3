import type { Reader } from '../reader.ts';
import type { ReadInlay, ScriptFacts } from './script-lexer.ts';

/** How deep texts in texts are read: what a string or an attribute holds, what a string in that holds, and so on. */
export const MAX_DEPTH = 8;

type ReadText = (depth: TextDepth) => Reader<ScriptFacts | null>;

const UNREAD: ReturnType<ReadInlay> = { push() {}, end: () => null };

/** How deep a text lies in others, and whether any of all those lies too deep to be read. */
export class TextDepth {
  readonly #level: number;
  readonly #outermost: TextDepth;
  readonly #read: ReadText;
  #isExceeded = false;

  /** `read`: reads a text that lies in another one. */
  constructor(read: ReadText, around?: TextDepth) {
    this.#read = read;
    this.#level = around === undefined ? 0 : around.#level + 1;
    this.#outermost = around === undefined ? this : around.#outermost;
  }

  /** Whether the text lies in no other, and one in it was too deep. */
  get isExceeded(): boolean {
    return this.#isExceeded;
  }

  /** That of a text in this one; undefined where it is not read. */
  deeper(): TextDepth | undefined {
    if (this.#level < MAX_DEPTH) return new TextDepth(this.#read, this);
    this.#outermost.#isExceeded = true;
    return undefined;
  }

  /** For the lexer of this text. */
  readonly readInlay: ReadInlay = () => {
    const depth = this.deeper();
    return depth === undefined ? UNREAD : this.#read(depth);
  };
}
