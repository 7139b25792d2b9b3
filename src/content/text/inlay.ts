import type { Inlay, InlayFacts } from './inlay-facts.ts';
import { languageOfInlay } from './inlay-language.ts';
import { BLOCK, InlayText, type Told } from './inlay-text.ts';
import {
  libraryInBanner,
  moduleInBlockComment,
  moduleInDefine,
  moduleInLineComment,
  moduleInRegion,
  moduleInSourceUrl,
  moduleInString,
} from './module-name.ts';
import { firstOf, type ModulePart, ModuleReader } from './modules.ts';
import type { ReadInlay } from './script-lexer.ts';
import {
  BLOCK_PIECE,
  LINE_PIECE,
  LONG_LINE,
  LONG_PIECE,
  PIECE_BEGINS,
  PIECE_ENDS,
  PIECE_HEADS,
  PIECE_OPENS,
  PIECE_RUN,
  RUN_GAP,
  RUN_HEAD,
  TEMPLATE_PIECE,
} from './script-numbers.ts';
import { Unescape, Unstar } from './unescape.ts';
import { writtenPart } from './written.ts';

/** A part of a text in a script, as the lexers tell it. */
export interface Piece {
  /** `*_PIECE`, with `PIECE_BEGINS` and `PIECE_ENDS`. */
  readonly flags: number;
  /** The line where the text begins, and the one that has been reached. */
  readonly startLine: number;
  readonly line: number;
  /** The bytes are `view[from..to)`. */
  readonly view: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Bytes of code before, and up to the last gap. */
  readonly code: number;
  readonly gapCode: number;
}

/** How many inlays and banners of one file are kept. */
const MAX_INLAYS = 64;
/** How many modules of one of these are told apart. */
const INLAY_MODULES = 50;
const NO_MODULES: readonly ModulePart[] = [];
const MAX_BANNERS = 8;
const NOTHING = Buffer.alloc(0);
/** Two lines of stars and a name between them that is as long, with the loaders in it. */
const FRAME = 4 * LONG_PIECE;
/** As much of a comment as is searched for what a licence is for, in bytes. */
const BANNER = 512;
/** Bytes of a comment for tools that are kept: webpack names a module with all the loaders that read it. */
const PRAGMA = 1024;
/** How the comments begin that tell something: `region`, `endregion`, ` sourceURL`, `sourceURL`. Most are `__PURE__`. */
const TELLING = new Set([114, 101, 32, 115]);

/** Where a text stands. */
type Place = Pick<Inlay, 'kind' | 'startLine' | 'endLine' | 'isExample'>;

/** Keys of what documentation shows: `example` of jsii and OpenAPI. */
const EXAMPLE = /^(?:x-)?(?:code-?)?(?:examples?|samples?)$/i;
/** Bytes of code from a key to its value: a colon, and a bracket. */
const BEHIND_KEY = 2;
/** A text that is being read. */
interface Open {
  readonly kind: number;
  readonly startLine: number;
  readonly isExample: boolean;
  /** The beginning as it stands in the file, until it is long enough to be read. */
  head: Buffer;
  text?: InlayText;
}

/** Commented-out lines with little between them. */
interface Switched {
  readonly startLine: number;
  line: number;
  lines: number;
  bytes: number;
}

/** Line comments below each other: of those that are kept the text behind the slashes and a blank. */
interface Remarks {
  readonly startLine: number;
  line: number;
  /** How many are longer than a bracket; the first ones of them. */
  seen: number;
  readonly texts: string[];
}

/** Lines that may stand between two lines of code that were commented out together. */
const BETWEEN = 4;
/** Lines of comments above the first one that ends as code does: imports and chains, where people write no semicolons. */
const ABOVE = 12;
/** As many of all lines end so where people write no semicolons; of less, the others are prose. */
const SWITCHED_SHARE = 0.2;
/** Fewer of them are left by anybody. */
const SWITCHED_LINES = 12;
/** Shorter line comments hold no name and no code worth a word. */
const SHORTEST = 4;
/** Of so many lines below each other the first ones are kept. */
const REMARKS = 400;

/** Reads what a script carries as text, and the names that bundlers leave in it. */
export class InlayReader {
  readonly #modules = new ModuleReader();
  readonly #readInlay: ReadInlay | undefined;
  #inlays: Inlay[] = [];
  #more = 0;
  readonly #banners: string[] = [];
  #sourceUrl: string | undefined;
  #open: Open | undefined;
  #switched: Switched | undefined;
  #remarks: Remarks | undefined;
  /** The last line of comments that are written in another language. */
  #foreignTo = 0;
  /** The last short string, whole. */
  #name = '';
  /** Bytes of code before it. */
  #nameCode = 0;
  #pragma:
    | { readonly line: number; readonly code: number; readonly gapCode: number; text: string }
    | undefined;
  /** Regions that an editor folds, opened inside one that is a module. */
  #folds = 0;

  constructor(readInlay?: ReadInlay) {
    this.#readInlay = readInlay;
  }

  piece(piece: Piece): void {
    const { flags } = piece;
    const kind = flags & 7;
    if ((flags & PIECE_BEGINS) !== 0) {
      const isExample = piece.code - this.#nameCode <= BEHIND_KEY && EXAMPLE.test(this.#name);
      if (kind !== LINE_PIECE && kind !== BLOCK_PIECE) this.#name = '';
      this.#open = { kind, startLine: piece.startLine, isExample, head: NOTHING };
    }
    const open = this.#open;
    if (open === undefined) return;
    const { view, from, to } = piece;
    const bytes = Buffer.from(view.buffer, view.byteOffset + from, Math.max(0, to - from));
    if ((flags & PIECE_ENDS) === 0) {
      this.#take(open, bytes);
      return;
    }
    this.#open = undefined;
    const short = open.kind === LINE_PIECE ? LONG_LINE : LONG_PIECE;
    if (open.text === undefined && open.head.length + bytes.length < short) {
      open.head = open.head.length === 0 ? bytes : Buffer.concat([open.head, bytes]);
      this.#endShort(open, piece);
    } else if (open.kind !== LINE_PIECE) {
      if (open.text === undefined && open.kind === BLOCK_PIECE) this.#readFrame(open, bytes, piece);
      if (open.text === undefined) this.#begin(open, Buffer.concat([open.head, bytes.subarray(0, BANNER)]));
      this.#end(open, piece, bytes);
    }
  }

  /** A function follows the string that came last. */
  namesModule(line: number, code: number, gapCode: number): void {
    const name = moduleInString(this.#name);
    if (name !== undefined) this.#modules.begin(name, line, code, gapCode);
  }

  /** The string that came last is the first argument of `define`. */
  namesDefined(line: number, code: number, gapCode: number): void {
    const name = moduleInDefine(this.#name);
    if (name !== undefined) this.#modules.begin(name, line, code, gapCode);
  }

  /** A module begins that Metro may name behind it. */
  definesModule(line: number, code: number, gapCode: number): void {
    this.#modules.define(line, code, gapCode);
  }

  /** It ends behind the string that came last. */
  endsModule(line: number, code: number, gapCode: number): void {
    const name = moduleInString(this.#name);
    if (name !== undefined) this.#modules.endDefined(name, line, code, gapCode);
  }

  /** A line comment that ends as code does: its line and its bytes, and the first of the lines of comments that it is one of. */
  codeComment(line: number, bytes: number, first: number): void {
    const run = this.#switched;
    if (run !== undefined && (line - run.line <= BETWEEN || first <= run.line)) {
      run.line = line;
      run.lines++;
      run.bytes += bytes;
      return;
    }
    this.#endRemarks(line);
    this.#endSwitched();
    this.#switched = { startLine: line - first <= ABOVE ? first : line, line, lines: 1, bytes };
  }

  /** A comment with `#` or `@` begins. */
  pragmaBegins(line: number, code: number, gapCode: number): void {
    this.#pragma = { line, code, gapCode, text: '' };
  }

  pragma(view: Uint8Array, from: number, to: number): void {
    const pragma = this.#pragma;
    if (pragma === undefined || pragma.text.length > PRAGMA) return;
    if (pragma.text === '' && to > from && !TELLING.has(view[from] as number)) {
      this.#pragma = undefined;
      return;
    }
    const length = Math.min(to - from, PRAGMA + 1 - pragma.text.length);
    pragma.text += Buffer.from(view.buffer, view.byteOffset + from, length).toString('latin1');
  }

  pragmaEnds(): void {
    const pragma = this.#pragma;
    this.#pragma = undefined;
    if (pragma === undefined || pragma.text.length > PRAGMA) return;
    const text = Buffer.from(pragma.text, 'latin1').toString();
    if (text.startsWith('region')) {
      const name = moduleInRegion(text);
      if (name === undefined) this.#folds++;
      else {
        this.#folds = 0;
        this.#modules.begin(name, pragma.line, pragma.code, pragma.gapCode);
      }
    } else if (text.startsWith('endregion')) {
      if (this.#folds > 0) this.#folds--;
      else if (this.#modules.name !== undefined)
        this.#modules.begin(undefined, pragma.line, pragma.code, pragma.gapCode);
    } else this.#sourceUrl ??= moduleInSourceUrl(text);
  }

  /** A dense stretch of code went by: bytes of code before it, and behind it. */
  dense(before: number, behind: number): void {
    this.#modules.dense(before, behind);
  }

  /** The file is over: its last line, and its bytes of code. */
  end(line: number, code: number): InlayFacts {
    if (this.#open?.text !== undefined) this.#end(this.#open, { line }, NOTHING);
    this.#open = undefined;
    this.#endRemarks();
    this.#endSwitched();
    const inlays = this.#inlays.sort((a, b) => a.startLine - b.startLine);
    const modules = this.#modules.end(line, code);
    const { denseNames } = this.#modules;
    return {
      inlays,
      moreInlays: this.#more,
      modules,
      banners: this.#banners,
      ...(denseNames.length > 0 && { denseModules: denseNames }),
      ...(this.#sourceUrl !== undefined && { sourceUrl: this.#sourceUrl }),
    };
  }

  /** Takes a piece behind which the text goes on. */
  #take(open: Open, bytes: Buffer): void {
    if (open.text !== undefined) open.text.push(bytes);
    else if (open.head.length + bytes.length < BLOCK) open.head = Buffer.concat([open.head, bytes]);
    else if (open.kind !== LINE_PIECE) {
      const text = this.#begin(open, Buffer.concat([open.head, bytes.subarray(0, BANNER)]));
      text?.push(bytes);
    }
  }

  /** A text is long enough to be read; `start`: more of it than has been kept so far. */
  #begin(open: Open, start: Buffer): InlayText | undefined {
    if (open.kind === BLOCK_PIECE) this.#readBanner(start.toString('utf8', 0, BANNER));
    if (this.#readInlay === undefined) return undefined;
    const inComment = open.kind > TEMPLATE_PIECE;
    const decoder = inComment ? () => new Unstar() : () => new Unescape();
    open.text = new InlayText(decoder, this.#readInlay, inComment);
    if (open.head.length > 0) open.text.push(open.head);
    open.head = NOTHING;
    return open.text;
  }

  #endShort({ kind, head }: Open, { flags, startLine, code, gapCode }: Piece): void {
    const text = head.toString();
    if ((flags & PIECE_RUN) !== 0 && head.length < LONG_PIECE) this.#remark(startLine, text);
    if (kind === LINE_PIECE || kind === BLOCK_PIECE) {
      const name =
        kind === BLOCK_PIECE ? moduleInBlockComment(text) : moduleInLineComment(text, this.#isHead(flags));
      if (name !== undefined) this.#modules.begin(name, startLine, code, gapCode);
      // Of the short ones only those are always told that begin so.
      else if (kind === BLOCK_PIECE && text.startsWith('!') && head.length >= 8) this.#keepBanner(text);
    } else {
      this.#name = text;
      this.#nameCode = code;
    }
  }

  /** Whether a line comment stands where a bundler writes over a module: between statements, the first one in the function round them all. */
  #isHead(flags: number): boolean {
    return (flags & PIECE_HEADS) !== 0 || ((flags & PIECE_OPENS) !== 0 && this.#modules.isEmpty);
  }

  /** Two lines of stars, each as long as the name between them. */
  #readFrame({ head }: Open, bytes: Buffer, { startLine, code, gapCode }: Piece): void {
    if (head.length + bytes.length > FRAME) return;
    const name = moduleInBlockComment(Buffer.concat([head, bytes]).toString());
    if (name !== undefined) this.#modules.begin(name, startLine, code, gapCode);
  }

  #readBanner(text: string): void {
    if (text.startsWith('!') || text.slice(0, 16).includes('@')) this.#keepBanner(text);
  }

  #keepBanner(text: string): void {
    const library = libraryInBanner(text);
    if (library === undefined || this.#banners.length === MAX_BANNERS || this.#banners.includes(library))
      return;
    this.#banners.push(library);
  }

  #end(
    { kind, startLine, isExample, text }: Open,
    { line: endLine }: Pick<Piece, 'line'>,
    rest: Buffer,
  ): void {
    const where = kind === BLOCK_PIECE ? 'comment' : kind === TEMPLATE_PIECE ? 'template' : 'string';
    if (text !== undefined)
      this.#tell({ kind: where, startLine, endLine, ...(isExample && { isExample }) }, text.end(rest));
  }

  /** Keeps what can be read of a text. */
  #tell(place: Place, told: Told | undefined): void {
    if (told === undefined) return;
    if ('other' in told) {
      const { language, lines, inkBytes } = told.other;
      const names = { literalBytes: 0, names: 0, shortNames: 0 };
      const module = this.#modules.name;
      this.#keep({
        ...place,
        lines,
        codeBytes: inkBytes,
        ...names,
        evaluated: false,
        language,
        ...(module !== undefined && { module }),
      });
      return;
    }
    const { script, head } = told;
    this.#more += script.moreInlays;
    for (const inlay of script.inlays) this.#keep({ ...inlay, ...place, kind: inlay.kind });
    const modules = script.sourceUrl ? NO_MODULES : firstOf(script.modules, INLAY_MODULES);
    const module = script.sourceUrl || (modules.length === 0 ? this.#modules.name : undefined);
    const part = writtenPart(script, head);
    if (part === undefined) return;
    this.#keep({
      ...place,
      ...part,
      evaluated: script.sourceUrl !== undefined,
      ...(module !== undefined && { module }),
      ...(modules.length > 0 && { modules }),
    });
  }

  /** Keeps a line comment with those above it. */
  #remark(line: number, text: string): void {
    if (text.length < SHORTEST || !text.startsWith(' ')) return;
    this.#endRemarks(line);
    this.#remarks ??= { startLine: line - RUN_HEAD, line, seen: 0, texts: [] };
    this.#remarks.line = line;
    this.#remarks.seen++;
    if (this.#remarks.texts.length < REMARKS) this.#remarks.texts.push(text.slice(1));
  }

  /** Line comments are over, unless one on this line stands with them: no program runs what is written in them. */
  #endRemarks(line = Number.POSITIVE_INFINITY): void {
    const run = this.#remarks;
    if (run === undefined || line <= run.line + RUN_GAP) return;
    this.#remarks = undefined;
    const lines = run.line - run.startLine + 1;
    if (lines < SWITCHED_LINES) return;
    const text = run.texts.join('\n');
    const language = languageOfInlay(Buffer.from(text), true);
    if (language === undefined) return;
    this.#foreignTo = run.line;
    this.#keep({
      kind: 'comment',
      startLine: run.startLine,
      endLine: run.line,
      lines,
      codeBytes: Math.round((text.replace(/\s+/g, '').length * run.seen) / run.texts.length),
      literalBytes: 0,
      names: 0,
      shortNames: 0,
      evaluated: false,
      language,
    });
  }

  #endSwitched(): void {
    const run = this.#switched;
    this.#switched = undefined;
    if (run === undefined || run.lines < SWITCHED_LINES || run.startLine <= this.#foreignTo) return;
    const all = run.line - run.startLine + 1;
    const lines = run.lines < SWITCHED_SHARE * all ? run.lines : all;
    this.#keep({
      kind: 'comment',
      startLine: run.startLine,
      endLine: run.line,
      lines,
      // Those between are code as well, of people who write no semicolons.
      codeBytes: Math.round((run.bytes * lines) / run.lines),
      literalBytes: 0,
      names: 0,
      shortNames: 0,
      evaluated: false,
    });
  }

  #keep(inlay: Inlay): void {
    this.#inlays.push(inlay);
    if (this.#inlays.length <= MAX_INLAYS) return;
    this.#more++;
    // Examples go first: they may not hide a source that is shorter.
    let least = 0;
    for (let i = 1; i < this.#inlays.length; i++)
      if (weightOf(this.#inlays[i] as Inlay) < weightOf(this.#inlays[least] as Inlay)) least = i;
    this.#inlays.splice(least, 1);
  }
}

function weightOf({ isExample, codeBytes }: Inlay): number {
  return isExample ? codeBytes - Number.MAX_SAFE_INTEGER : codeBytes;
}
