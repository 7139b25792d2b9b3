import { createEntityDecoder } from '../map/unescape.ts';
import { newlinesIn } from '../scanner/leads.ts';
import type { TextDepth } from './depth.ts';
import { InlayReader } from './inlay.ts';
import type { Inlay } from './inlay-facts.ts';
import { keepMapComment, type MapComment } from './map-comment.ts';
import { createPlainReader } from './plain.ts';
import type { PlainFacts } from './plain-reader.ts';
import { createScriptLexer } from './script.ts';
import type { ScriptFacts, ScriptLexer } from './script-lexer.ts';
import { BLOCK_PIECE, LONG_PIECE, PIECE_BEGINS, PIECE_ENDS } from './script-numbers.ts';
import { createStyleLexer } from './style.ts';
import type { StyleLexer } from './style-lexer.ts';
import { type Dialect, type Part, TagReader } from './tags.ts';
import { writtenPart } from './written.ts';

/** What HTML (or XML) holds: its lines, and the scripts written between its tags. */
export interface MarkupFacts extends PlainFacts {
  /** Of all inline scripts together, where there is one. */
  readonly script?: ScriptFacts;
}

/** A place in a file, both counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Types of scripts that a browser runs, or a script before them: compilers, loaders, Partytown. A script without a type is one as well. */
const TYPES =
  '(?:module(?:-shim)?|(?:text|application)/(?:x-)?(?:java|ecma|type)script|text/(?:babel|[jt]sx|partytown))';
const RUNS = new RegExp(`\\stype\\s*=\\s*(?:"${TYPES}?"|'${TYPES}?'|${TYPES}[\\s>])`, 'i');
const TYPED = /\stype\s*=/i;
/** So few stretches of white space lay out nothing. */
const FEW_GAPS = 3;
/** Blanks are given to the lexer in pieces, in bytes. */
const BLANKS = 1 << 16;
const NEWLINE = 10;
const NOTHING = Buffer.alloc(0);
const NO_TEXTS: Pick<ScriptFacts, 'inlays' | 'moreInlays'> = { inlays: [], moreInlays: 0 };
/** How many scripts that lie in strings, attributes and comments are kept. */
const MAX_INLAYS = 64;
const SCRIPT_TAG = Buffer.from('<script');
/** The bytes before the `>` of `--!>`, with which a comment may end. */
const COMMENT_END = 3;
/** What a comment begins with that old browsers read as a part of the page. */
const CONDITION = Buffer.from('[if ');

/**
 * Reads HTML, XML or a component cut anywhere. What is code in it are its scripts and style sheets, and those of pages in its attributes; a
 * map comment anywhere else is shown to people, and no debugger reads it.
 *
 * The script lexer is given blanks for everything that is no script, so that lines and columns are those of the page.
 */
export class MarkupReader {
  readonly #plain = createPlainReader();
  readonly #script: ScriptLexer;
  readonly #tags: TagReader;
  readonly #depth: TextDepth;
  /** A component is a source as a whole. */
  readonly #readsComments: boolean;
  /** Made when the first long comment turns up. */
  #texts: InlayReader | undefined;
  #scripts = 0;
  /** Blanks that the script lexer was given in place of the page, and how many stretches of them. */
  #blanked = 0;
  #stretches = 0;
  /** One has begun, and nothing but white space has come since. */
  #inStretch = false;
  /** The comments of style sheets and of pages in attributes. */
  readonly #comments: MapComment[] = [];
  /** Reads the part that is open; undefined for what does not run. */
  #open: { push(bytes: Buffer): void; end(): void } | undefined;
  /** The place that has been reached, and the one that the script lexer has. */
  #line = 1;
  #column = 1;
  /** Scripts of pages in attributes. */
  readonly #inlays: Inlay[] = [];
  #scriptLine = 1;
  #scriptColumn = 1;

  /** `depth`: reads texts that lie in the scripts, but for those of a component, which are sources as a whole. */
  constructor(dialect: Dialect, depth: TextDepth) {
    this.#depth = depth;
    this.#readsComments = dialect !== 'component';
    const readInlay = dialect === 'component' ? undefined : depth.readInlay;
    this.#script = createScriptLexer({ jsx: false, readInlay });
    this.#tags = new TagReader(dialect, {
      begin: (part, tag) => {
        this.#open = this.#opened(part, tag);
      },
      push: (_, bytes) => {
        this.#open?.push(bytes);
        this.#pass(bytes);
      },
      end: () => {
        this.#open?.end();
        this.#open = undefined;
      },
    });
  }

  /** Found so far in parts that are over, and in scripts. */
  get mapComments(): MapComment[] {
    return [...this.#script.mapComments, ...this.#comments].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    );
  }

  push(view: Buffer): void {
    this.#plain.push(view);
    this.#tags.push(view);
  }

  /** The file is over. */
  end(): MarkupFacts {
    this.#tags.end();
    const facts = this.#plain.end();
    if (this.#scripts > 0) this.#catchUp();
    const script = this.#script.end();
    const texts = this.#texts?.end(this.#line, 0) ?? NO_TEXTS;
    const inlays = [...script.inlays, ...this.#inlays, ...texts.inlays];
    if (this.#scripts === 0 && inlays.length === 0) return facts;
    inlays.sort((a, b) => a.startLine - b.startLine);
    const own = (white: number, given: number) => Math.max(0, white - given);
    const gaps = own(script.gaps, this.#stretches);
    return {
      ...facts,
      script: {
        ...script,
        inlays: inlays.slice(0, MAX_INLAYS),
        moreInlays: script.moreInlays + texts.moreInlays + Math.max(0, inlays.length - MAX_INLAYS),
        whiteBytes: own(script.whiteBytes, this.#blanked),
        runBytes: own(script.runBytes, this.#blanked),
        runs: own(script.runs, this.#stretches),
        gaps,
        // Between short scripts there is nothing but the page.
        regions: gaps <= FEW_GAPS ? [] : script.regions,
      },
    };
  }

  /** A reader for a part that begins here. */
  #opened(part: Part, tag: string) {
    if (part === 'style') return this.#style();
    if (part === 'srcdoc') return this.#page();
    if (part === 'comment') return this.#comment();
    if (TYPED.test(tag) && !RUNS.test(tag)) return undefined;
    this.#scripts++;
    if (this.#catchUp()) this.#inStretch = true;
    return {
      push: (bytes: Buffer) => {
        // Scripts that lie elsewhere are empty here: what stands round them is one stretch, up to the next code.
        if (this.#inStretch && bytes.some((byte) => byte > 32)) {
          this.#inStretch = false;
          this.#stretches++;
        }
        this.#script.push(bytes);
      },
      end: () => {
        this.#script.breakOff();
        this.#scriptLine = this.#line;
        this.#scriptColumn = this.#column;
      },
    };
  }

  #style() {
    const style: StyleLexer = createStyleLexer(this.#readsComments ? this.#depth.readInlay : undefined);
    const at = { line: this.#line, column: this.#column };
    return {
      push: (bytes: Buffer) => style.push(bytes),
      end: () => {
        const { carried } = style.end();
        const moved = (line: number) => at.line + line - 1;
        for (const inlay of carried?.inlays ?? []) {
          const { startLine, endLine } = inlay;
          this.#inlays.push({ ...inlay, startLine: moved(startLine), endLine: moved(endLine) });
        }
        this.#keep(style.mapComments, at);
      },
    };
  }

  /** @returns undefined where the page lies too deep in others */
  #page() {
    const depth = this.#depth.deeper();
    if (depth === undefined) return undefined;
    const page = new MarkupReader('html', depth);
    const decoder = createEntityDecoder();
    const at = { line: this.#line, column: this.#column };
    return {
      push: (bytes: Buffer) => page.push(decoder.take(bytes).text),
      end: () => {
        const { script } = page.end();
        this.#keep(page.mapComments, at);
        if (script !== undefined) this.#tell(script, at.line);
      },
    };
  }

  /** @returns undefined where no code in it is read */
  #comment() {
    if (!this.#readsComments) return undefined;
    const startLine = this.#line;
    /** What has not been told yet: the beginning, until it is long enough, and what may be a part of the end. */
    let rest: Buffer = NOTHING;
    let begun = false;
    const tell = (flags: number, view: Buffer) => {
      this.#texts ??= new InlayReader(this.#depth.readInlay);
      const place = { startLine, line: this.#line, from: 0, to: view.length, code: 0, gapCode: 0 };
      this.#texts.piece({ flags: BLOCK_PIECE | flags, view, ...place });
    };
    return {
      push: (bytes: Buffer) => {
        const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
        if (!begun && all.length < LONG_PIECE) {
          rest = Buffer.from(all);
          return;
        }
        const text = begun ? all : withoutTitle(all);
        const to = Math.max(0, text.length - COMMENT_END);
        tell(begun ? 0 : PIECE_BEGINS, text.subarray(0, to));
        begun = true;
        rest = Buffer.from(text.subarray(to));
      },
      end: () => {
        if (!begun) return;
        const at = rest.indexOf('--');
        tell(PIECE_ENDS, at === -1 ? rest : rest.subarray(0, at));
      },
    };
  }

  /** Keeps what can be read of the scripts of a page in an attribute that begins on this line. */
  #tell(script: ScriptFacts, startLine: number): void {
    this.#inlays.push(...script.inlays.map((inlay) => ({ ...inlay, startLine, endLine: this.#line })));
    const part = writtenPart(script, NOTHING);
    if (part === undefined) return;
    this.#inlays.push({ kind: 'attribute', startLine, endLine: this.#line, ...part, evaluated: false });
  }

  /** Keeps comments of a part that begins at a place, by their place in the file. */
  #keep(comments: readonly MapComment[], { line, column }: Place): void {
    for (const comment of comments)
      keepMapComment(this.#comments, {
        ...comment,
        line: line + comment.line - 1,
        column: comment.line === 1 ? column + comment.column - 1 : comment.column,
      });
  }

  #pass(bytes: Buffer): void {
    const breaks = newlinesIn(bytes);
    this.#line += breaks;
    this.#column = breaks === 0 ? this.#column + bytes.length : bytes.length - bytes.lastIndexOf(NEWLINE);
  }

  /** Gives the script lexer as many lines and columns as it has not been given. @returns whether there were any */
  #catchUp(): boolean {
    const before = this.#blanked;
    const lines = this.#line - this.#scriptLine;
    this.#blank(lines, NEWLINE);
    this.#blank(lines === 0 ? this.#column - this.#scriptColumn : this.#column - 1, 32);
    return this.#blanked > before;
  }

  #blank(bytes: number, byte: number): void {
    this.#blanked += bytes;
    for (let left = bytes; left > 0; left -= BLANKS)
      this.#script.push(Buffer.alloc(Math.min(left, BLANKS), byte));
  }
}

/** The beginning of a comment without the words over a script in it, which say why it is there. */
function withoutTitle(head: Buffer): Buffer {
  if (head.subarray(0, CONDITION.length).equals(CONDITION)) return head;
  const at = head.subarray(0, LONG_PIECE).indexOf(SCRIPT_TAG);
  return at === -1 ? head : head.subarray(at);
}
