import type { Reader } from '../reader.ts';
import { beginsAsData, type DataFacts, DataReader, mayCarryScripts } from './data.ts';
import { TextDepth } from './depth.ts';
import { createFlowReader, type FlowReader } from './flow.ts';
import { withoutHelpers } from './helpers.ts';
import { isProse } from './inlay-text.ts';
import { isReadByPeople, type Language, languageByName, languageByText, type Spoken } from './language.ts';
import { LastLineReader } from './last-line.ts';
import { keepMapComment, type MapComment } from './map-comment.ts';
import { type MarkupFacts, MarkupReader } from './markup.ts';
import { createPlainReader } from './plain.ts';
import type { PlainFacts, PlainReader } from './plain-reader.ts';
import { createScriptLexer } from './script.ts';
import type { ReadInlay, ScriptFacts, ScriptLexer } from './script-lexer.ts';
import { endsAsShim, isShim, withoutComments } from './shim.ts';
import { createStyleLexer } from './style.ts';
import type { StyleFacts, StyleLexer } from './style-lexer.ts';

/** What the text reader saw in one text file. */
export interface TextFacts {
  readonly lines: number;
  readonly language: Language;
  /** What people call an original language: "TypeScript", "Vue". */
  readonly source?: string;
  /** Whether the text told the language, not the file's name. */
  readonly byContent: boolean;
  /** Where the exact lexer for JavaScript (TypeScript, JSX) ran; of HTML: all scripts between its tags. */
  readonly script?: ScriptFacts;
  /** Where the exact lexer for CSS ran. */
  readonly style?: StyleFacts;
  /** Where no lexer ran. */
  readonly plain?: PlainFacts;
  /** Of JSON: the scripts in its strings, where there are some. */
  readonly carried?: Pick<ScriptFacts, 'inlays' | 'moreInlays'>;
  /** Nothing but imports and exports of what other files hold; nobody asks that of a declaration. */
  readonly shim: boolean;
  /** Of a short file that is none: characters outside comments and white space. */
  readonly ink?: number;
  /** Set where texts lie deeper in each other than they are read. */
  readonly tooDeep?: true;
  /** Every `sourceMappingURL=` that is really a comment, in file order; the first ones and the last of very many. */
  readonly comments: readonly MapComment[];
}

/** As much of a file as decides its language; a shorter one is looked at for being a shim. In bytes. */
const HEAD = 16384;
/** Names of helpers of a bundler, of which one is there where any is. */
const HELPERS = ['__defProp', '__getOwnProp'];
/** Bytes of code and strings up to which the characters are worth counting. */
const SHORT = 400;
const NOTHING = Buffer.alloc(0);
/** Of a text that is too long to be asked, or is told by its words not to be a shim. */
const LONG: Pick<TextFacts, 'shim' | 'ink'> = { shim: false };
const NO_COMMENTS: readonly MapComment[] = [];

/**
 * Reads one text file: decides its language by path and content, runs the exact lexer for JavaScript or CSS, and
 * finds map comments. `path`: in the package. Holds at most 30 KB and a borrowed module, whatever the file's size.
 */
export function createTextReader(path: string): Reader<TextFacts> {
  return readTextAt(path, new TextDepth(readInlayAt));
}

/** Reads a text in a script as a script of its own, or the scripts in it where it is a page. */
function readInlayAt(depth: TextDepth): ReturnType<ReadInlay> {
  let reader: Reader<TextFacts> | undefined;
  return {
    push(view) {
      const ink = reader === undefined ? view.toString('latin1').trimStart() : '';
      if (reader === undefined && ink !== '')
        reader = readTextAt(ink.startsWith('<') ? 'a.html' : 'a.js', depth);
      reader?.push(view);
    },
    end: () => reader?.end().script ?? null,
  };
}

function readTextAt(path: string, depth: TextDepth): Reader<TextFacts> {
  const lastLine = new LastLineReader();
  /** The beginning, until it is long enough to decide by. */
  let head: Buffer = NOTHING;
  let begun: Begun | undefined;

  return {
    push(view, whole) {
      if (view.length === 0) return;
      lastLine.push(view);
      if (whole && view.length < HEAD) head = view;
      else if (begun !== undefined) begun.lexer.push(view);
      else if (head.length === 0 && view.length >= HEAD) begun = settled(begin(path, view, depth), view);
      else {
        head = Buffer.concat([head, view]);
        if (head.length >= HEAD) begun = settled(begin(path, head, depth), head);
      }
    },
    end() {
      const short = begun === undefined;
      const read = begun ?? begin(path, head, depth);
      const { lexer, reads, spoken, flow } = read;
      const facts = lexer.end();
      const own = reads === 'script' ? (facts as ScriptFacts) : undefined;
      const script = own ?? (reads === 'markup' ? (facts as MarkupFacts).script : undefined);
      const style = reads === 'style' ? (facts as StyleFacts) : undefined;
      const source = spoken.name ?? (own && sourceIn(own, path, flow));
      if (reads === 'flow' && (lexer as FlowReader).declares()) {
        const comments = commentsIn(path, read, lastLine, facts.lines);
        const plain = plainOf(facts as PlainFacts);
        return { lines: facts.lines, language: 'declaration', byContent: true, plain, shim: false, comments };
      }
      const asked = short && spoken.language !== 'declaration';
      const { shim, ink } = asked ? shortFacts(head, own, style) : LONG;
      // Property by property: to spread them would take a fiftieth of the time of a package of small files.
      const text: { -readonly [Key in keyof TextFacts]: TextFacts[Key] } = {
        lines: facts.lines,
        language: source === undefined ? spoken.language : 'source',
        byContent: spoken.byContent || source !== spoken.name,
        shim,
        comments: commentsIn(path, read, lastLine, facts.lines),
      };
      if (depth.isExceeded) text.tooDeep = true;
      if (source !== undefined) text.source = source;
      if (script !== undefined) text.script = script;
      if (style !== undefined) text.style = style;
      if (own === undefined && style === undefined) text.plain = plainOf(facts as PlainFacts);
      if (ink !== undefined) text.ink = ink;
      if (reads === 'data') {
        const { carried } = facts as DataFacts;
        if (carried !== undefined) text.carried = carried;
      }
      return text;
    },
  };
}

interface Lexer {
  readonly reads: 'script' | 'style' | 'markup' | 'component' | 'flow' | 'data' | 'plain';
  readonly lexer: ScriptLexer | StyleLexer | MarkupReader | PlainReader;
}

interface Begun extends Lexer {
  readonly spoken: Spoken;
  /** Whether a comment at the top asks Flow to check the file. */
  readonly flow: () => boolean;
  /** Whether a text that has no lexer looks like code all the same. */
  readonly code: () => boolean;
}

/** Decides by the first bytes, then gives the lexer all there are. */
function begin(path: string, bytes: Buffer, depth: TextDepth): Begun {
  // Most names tell the language: the text is not even decoded.
  const text = () => bytes.toString('utf8', 0, HEAD);
  const spoken = languageByName(path) ?? languageByText(path, text());
  const { lexer, reads } = lexerFor(spoken, path, bytes, depth);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  lexer.push(marked ? bytes.subarray(3) : bytes);
  return { lexer, reads, spoken, flow: () => asksFlow(bytes), code: () => looksLikeCode(bytes) };
}

/** The same once its first bytes are gone. */
function settled(begun: Begun, bytes: Buffer): Begun {
  const flow = begun.flow();
  if (!mayRun(begun)) return { ...begun, flow: () => flow };
  const head = Buffer.from(bytes.subarray(0, HEAD));
  return { ...begun, flow: () => flow, code: () => looksLikeCode(head) };
}

/** Whether it has no lexer, and no language either that no browser runs. */
function mayRun({ reads, spoken }: Begun): boolean {
  return reads === 'plain' && spoken.byContent && spoken.name === undefined;
}

/** As many bytes of code are signs like these; of prose one in a hundred. */
const SIGNS = 0.05;

function looksLikeCode(bytes: Buffer): boolean {
  const head = bytes.subarray(0, HEAD);
  let signs = 0;
  for (const byte of head) if (byte === 59 || byte === 61 || byte === 40 || byte === 41) signs++;
  return signs > head.length * SIGNS && !isProse(head);
}

/** The comments of a text by which a debugger would look for a map. */
function commentsIn(
  path: string,
  read: Begun,
  lastLine: LastLineReader,
  lines: number,
): readonly MapComment[] {
  const { reads, lexer } = read;
  const found = lexer.mapComments;
  const isCode = reads === 'script' || reads === 'style';
  if (isCode || reads === 'markup' || reads === 'component') {
    const all = isCode ? withLast(found, lastLine, lines) : found;
    // Most files have none.
    return all.length === 0 || isReadByPeople(path) ? NO_COMMENTS : all;
  }
  const last = lastLine.end(lines);
  if (last === undefined || isReadByPeople(path)) return NO_COMMENTS;
  // Data and languages that no browser runs quote comments. Of the rest a tool has written the last line, if any.
  return reads === 'flow' || (mayRun(read) && read.code()) ? [last] : NO_COMMENTS;
}

function asksFlow(bytes: Buffer): boolean {
  const head = bytes.subarray(0, HEAD);
  return head.includes('@flow') && /^[ \t/*]*@flow\b/m.test(head.toString('utf8'));
}

/** What only a short file is asked: all of it is still here, and it may be too little to matter. */
function shortFacts(
  bytes: Buffer,
  script?: ScriptFacts,
  style?: StyleFacts,
): Pick<TextFacts, 'shim' | 'ink'> {
  const counted = script ?? style;
  const ink = counted === undefined ? 0 : counted.codeBytes + counted.literalBytes;
  const passesOn = script === undefined || script.control === 0;
  if (counted === undefined) return LONG;
  if (!passesOn && HELPERS.some((name) => bytes.includes(name))) {
    const rest = withoutHelpers(withoutComments(bytes.toString('utf8')));
    if (rest !== undefined && (rest.trim() === '' || isShim(rest))) return { shim: true };
  }
  if (ink > SHORT && !passesOn) return LONG;
  const mayPassOn = passesOn && endsAsShim(bytes, counted.commentBytes > 0);
  if (!mayPassOn && ink > SHORT) return LONG;
  const text = bytes.toString('utf8');
  const code = counted.commentBytes === 0 ? text : withoutComments(text);
  const shim = mayPassOn && isShim(code);
  return ink <= SHORT ? { shim, ink: inkOf(code) } : { shim };
}

/** Characters that are no white space. */
function inkOf(text: string): number {
  let ink = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isWhite = code < 0x80 ? code === 32 || (code >= 9 && code <= 13) : /\s/.test(text[i]!);
    if (!isWhite) ink++;
  }
  return ink;
}

/** Languages whose files are scripts, style sheets and a page, one behind the other. */
const COMPONENTS = new Set(['Vue', 'Svelte', 'Astro', 'Marko']);

function lexerFor({ language, name }: Spoken, path: string, bytes: Buffer, depth: TextDepth): Lexer {
  if (language === 'script' || language === 'declaration' || name === 'TypeScript' || name === 'JSX')
    return {
      reads: 'script',
      lexer: createScriptLexer({ jsx: !/\.[mc]?ts$/i.test(path), readInlay: depth.readInlay }),
    };
  if (language === 'style' || name === 'Less' || name === 'PostCSS')
    return { reads: 'style', lexer: createStyleLexer(depth.readInlay) };
  if (language === 'markup')
    return { reads: 'markup', lexer: new MarkupReader(isXml(path, bytes) ? 'xml' : 'html', depth) };
  if (name !== undefined && COMPONENTS.has(name))
    return { reads: 'component', lexer: new MarkupReader('component', depth) };
  if (name === 'Flow') return { reads: 'flow', lexer: createFlowReader() };
  // Of a long text the sources may come later.
  if (
    language === 'other' &&
    name === undefined &&
    (mayCarryScripts(bytes) || (bytes.length >= HEAD && beginsAsData(bytes)))
  )
    return { reads: 'data', lexer: new DataReader(depth.readInlay) };
  return { reads: 'plain', lexer: createPlainReader() };
}

function isXml(path: string, bytes: Buffer): boolean {
  return (
    /\.(?:svg|x(?:ht)?ml)$/i.test(path) ||
    /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg)\b/i.test(bytes.toString('latin1', 0, 200))
  );
}

const plainOf = ({ lines, inkLines, inkBytes }: PlainFacts): PlainFacts => ({ lines, inkLines, inkBytes });

/** With the comment on the last line, unless the lexer found it. */
function withLast(
  found: readonly MapComment[],
  lastLine: LastLineReader,
  lines: number,
): readonly MapComment[] {
  if (found.length > 0 && found[found.length - 1]?.line === lastLine.line(lines)) return found;
  const last = lastLine.end(lines);
  if (last === undefined) return found;
  const comments = [...found];
  keepMapComment(comments, last);
  return comments;
}

/** The original language of a file that is called a script but cannot run as one. */
function sourceIn(script: ScriptFacts, path: string, flow: () => boolean): string | undefined {
  if (/\.[mc]?tsx?$/i.test(path)) return undefined;
  if (script.annotations > 0 && flow()) return 'Flow';
  if (script.annotations >= 3 && script.annotations > script.names * 0.02) return 'TypeScript';
  if (script.elements >= 2 && script.elements > script.names * 0.02) return 'JSX';
  return undefined;
}
