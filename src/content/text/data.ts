import { createPlainReader } from './plain.ts';
import type { PlainFacts, PlainReader } from './plain-reader.ts';
import { createScriptLexer } from './script.ts';
import type { ReadInlay, ScriptFacts } from './script-lexer.ts';
import { isMarkdown } from './sources.ts';

/** What JSON holds: its lines, and the scripts in its strings, where there may be some. */
export interface DataFacts extends PlainFacts {
  readonly carried?: Pick<ScriptFacts, 'inlays' | 'moreInlays'>;
}

/** Lines from which on a text is worth looking for, and bytes that one of them may have: messages end in one break or two. */
const LINES = 6;
const LINE = 300;
const BREAK = Buffer.from('\\n');
const BRACES = new Set([91, 123]);
const [LF, QUOTE, STAR, SLASH, BACKSLASH] = [10, 34, 42, 47, 92];
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whether bytes begin as JSON whose strings have lines. */
export function mayCarryScripts(bytes: Buffer): boolean {
  return beginsAsData(bytes) && linesFrom(bytes, 0) !== -1;
}

/** Whether bytes begin as JSON, behind a byte order mark, white space and comments. */
export function beginsAsData(bytes: Buffer): boolean {
  let first = bytes.subarray(0, 3).equals(BOM) ? 3 : 0;
  for (;;) {
    while (first < bytes.length && bytes[first]! <= 32) first++;
    if (bytes[first] !== SLASH) return BRACES.has(bytes[first]!);
    const isLine = bytes[first + 1] === SLASH;
    if (!isLine && bytes[first + 1] !== STAR) return false;
    const end = isLine ? bytes.indexOf(LF, first) : bytes.indexOf('*/', first + 2);
    if (end === -1) return false;
    first = end + (isLine ? 1 : 2);
  }
}

/** Where the first of so many breaks stands, from `from` on; -1 where there are no lines. */
function linesFrom(bytes: Buffer, from: number): number {
  let lines = 0;
  let first = -1;
  let last = 0;
  for (let at = bytes.indexOf(BREAK, from); at !== -1; at = bytes.indexOf(BREAK, at + 2)) {
    if (lines === 0 || at - last > LINE) {
      lines = 0;
      first = at;
    }
    lines++;
    if (lines === LINES) return first;
    last = at;
  }
  return -1;
}

/** Where the first string that has lines begins, in bytes from the midst of JSON; -1 where none does. */
function stringWithLines(bytes: Buffer): number {
  let from = 0;
  for (;;) {
    const first = linesFrom(bytes, from);
    if (first === -1) return -1;
    // The last quote before a break opens the string that it stands in.
    for (let at = first; at > from; ) {
      at = bytes.lastIndexOf(QUOTE, at - 1);
      if (at < from) break;
      if (!isEscaped(bytes, at)) return keyBefore(bytes, at) ?? at;
    }
    // It began in bytes that are gone: on behind its end.
    let end = bytes.indexOf(QUOTE, first);
    while (end !== -1 && isEscaped(bytes, end)) end = bytes.indexOf(QUOTE, end + 1);
    if (end === -1) return -1;
    from = end + 1;
  }
}

/** As many bytes before a value are searched for its key. */
const KEY = 64;

/** Where the sign stands before the key of the value at `at`; undefined where it has none. */
function keyBefore(bytes: Buffer, at: number): number | undefined {
  const from = Math.max(0, at - KEY);
  const key = /[{,]\s{0,40}"[^"\\]{0,40}"\s{0,9}:\s{0,9}$/.exec(bytes.toString('latin1', from, at));
  return key === null ? undefined : from + key.index;
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let before = at;
  while (bytes[before - 1] === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}

/**
 * How data begins that is documentation as a whole, with examples in several languages: descriptions of an API in OpenAPI and of elements (Custom
 * Elements Manifest), and the translated examples of jsii.
 */
const DOCUMENT =
  /"openapi"\s{0,9}:\s{0,9}"3\.\d\.\d"|"swagger"\s{0,9}:\s{0,9}"2\.0"|"kind"\s{0,9}:\s{0,9}"javascript-module"|^\s{0,9}\{\s{0,9}"version":\s{0,9}"\d",\s{0,9}"toolVersion":[^,]{1,40},\s{0,9}"snippets":/;
/** Bytes in which that stands. */
const BEGINNING = 1024;

/** Reads JSON as the script that it is too, from the first lines in it on: strings of both are alike. */
export class DataReader implements PlainReader {
  readonly mapComments: PlainReader['mapComments'] = [];
  readonly #plain = createPlainReader();
  readonly #readInlay: ReadInlay | undefined;
  #script: ReturnType<typeof createScriptLexer> | undefined;
  #begun = false;
  #isDocument = false;

  constructor(readInlay: ReadInlay | undefined) {
    this.#readInlay = readInlay;
  }

  push(view: Uint8Array): void {
    this.#plain.push(view);
    if (this.#script !== undefined) {
      this.#script.push(view);
      return;
    }
    const bytes = Buffer.from(view.buffer, view.byteOffset, view.length);
    if (!this.#begun) this.#isDocument = DOCUMENT.test(bytes.toString('latin1', 0, BEGINNING));
    const start = this.#begun ? stringWithLines(bytes) : Math.min(0, linesFrom(bytes, 0));
    this.#begun = true;
    if (start === -1) return;
    const readInlay = this.#readInlay;
    this.#script = createScriptLexer({ jsx: false, readInlay: readInlay && (() => notQuoted(readInlay())) });
    this.#script.push(view.subarray(start));
  }

  end(): DataFacts {
    const plain = this.#plain.end();
    if (this.#script === undefined) return plain;
    const { inlays, moreInlays, lines } = this.#script.end();
    if (inlays.length === 0) return plain;
    const before = plain.lines - lines;
    const placed = inlays.map((inlay) => ({
      ...inlay,
      startLine: inlay.startLine + before,
      endLine: inlay.endLine + before,
      ...(this.#isDocument && { isExample: true as const }),
    }));
    return { ...plain, carried: { inlays: placed, moreInlays } };
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
