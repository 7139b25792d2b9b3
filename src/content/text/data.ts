import { createPlainReader } from './plain.ts';
import type { PlainFacts, PlainReader } from './plain-reader.ts';
import { createScriptLexer } from './script.ts';
import type { ReadInlay, ScriptFacts } from './script-lexer.ts';
import { isMarkdown } from './sources.ts';

/** What JSON holds: its lines, and the scripts in its strings, where there may be some. */
export interface DataFacts extends PlainFacts {
  readonly script: ScriptFacts;
}

/** Lines from which on a text is worth looking for, and bytes that one of them may have: messages end in one break or two. */
const LINES = 6;
const LINE = 300;
const BREAK = Buffer.from('\\n');
const BRACES = new Set([91, 123]);

/** Whether bytes begin as JSON whose strings have lines. */
export function mayCarryScripts(bytes: Buffer): boolean {
  let first = 0;
  while (first < bytes.length && bytes[first]! <= 32) first++;
  if (!BRACES.has(bytes[first]!)) return false;
  let lines = 0;
  let last = 0;
  for (let at = bytes.indexOf(BREAK); at !== -1; at = bytes.indexOf(BREAK, at + 2)) {
    lines = at - last > LINE ? 1 : lines + 1;
    if (lines === LINES) return true;
    last = at;
  }
  return false;
}

/** Reads JSON as the script that it is too: strings of both are alike. */
export class DataReader implements PlainReader {
  readonly mapComments: PlainReader['mapComments'] = [];
  readonly #plain = createPlainReader();
  readonly #script;

  constructor(readInlay: ReadInlay | undefined) {
    this.#script = createScriptLexer({ jsx: false, readInlay: readInlay && (() => notQuoted(readInlay())) });
  }

  push(view: Uint8Array): void {
    this.#plain.push(view);
    this.#script.push(view);
  }

  end(): DataFacts {
    return { ...this.#plain.end(), script: this.#script.end() };
  }
}

/** As much of a text as tells whether it is documentation. */
const HEAD = 16_384;

/** What documentation begins with and no script does: a sentence, a heading, an item of a list, words with a line below them. */
const WORDS = [
  /^[A-Z][\w'-]*(?:,? [\w'"`/&-]+){1,30}[.,:!?]?(?:\s|$)/,
  /^[A-Z][\w ]{0,80}(?:[:.!?][ \t]{0,20}\r?\n|\r?\n[=~-]{3,80}\r?\n)/,
  /^(?:#{1,6}|={1,6}|[-*+>]|\d{1,3}\.) \S/,
];
/** What most lines of a script have one of. */
const SIGNS = /[=;(){}'"`/*#]/;

/** Whether a text quotes code: documentation, what somebody asked or answered. */
function isDocument(head: string): boolean {
  if (isMarkdown(head)) return true;
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (WORDS.some((pattern) => pattern.test(text))) return true;
  // Words in other letters than those of a script.
  const [line = ''] = text.split('\n', 1);
  return /[\x80-\xff]/.test(line) && !SIGNS.test(line);
}

/** Data holds documentation more often than code does, and that quotes code in fences or behind words. */
function notQuoted(reader: ReturnType<ReadInlay>): ReturnType<ReadInlay> {
  let head = '';
  return {
    push(view) {
      if (head.length < HEAD) head += Buffer.from(view.subarray(0, HEAD)).toString('latin1');
      reader.push(view);
    },
    end() {
      const facts = reader.end();
      return facts !== null && isDocument(head) ? null : facts;
    },
  };
}
