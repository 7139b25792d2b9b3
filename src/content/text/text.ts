import type { Reader } from '../reader.ts';
import { createFlowReader, type FlowReader } from './flow.ts';
import { withoutHelpers } from './helpers.ts';
import type { ReadInlay } from './inlay-text.ts';
import { isDocumentation, type Language, languageByName, languageByText, type Spoken } from './language.ts';
import { LastLineReader } from './last-line.ts';
import { keepMapComment, type MapComment } from './map-comment.ts';
import { type MarkupFacts, MarkupReader } from './markup.ts';
import { createPlainReader, type PlainFacts, type PlainReader } from './plain.ts';
import { createScriptLexer, type ScriptFacts, type ScriptLexer } from './script.ts';
import { endsAsShim, isShim, withoutComments } from './shim.ts';
import { createStyleLexer, type StyleFacts, type StyleLexer } from './style.ts';

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
  /** Nothing but imports and exports of what other files hold. */
  readonly shim: boolean;
  /** Of a short file: characters outside comments and white space. */
  readonly ink?: number;
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

/**
 * Reads one text file: decides its language by path and content, runs the exact lexer for JavaScript or CSS, and
 * finds map comments. `path`: in the package. Holds at most 30 KB and a borrowed module, whatever the file's size.
 */
export function createTextReader(path: string): Reader<TextFacts> {
  return readTextAt(path, 0);
}

/** How deep texts in texts are read: what a string holds, and what a string in that holds. */
const MAX_DEPTH = 2;

/** Reads a text in a script as a script of its own, or the scripts in it where it is a page. */
function readInlayAt(depth: number): ReturnType<ReadInlay> {
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

function readTextAt(path: string, depth: number): Reader<TextFacts> {
  const readInlay = depth < MAX_DEPTH ? () => readInlayAt(depth + 1) : undefined;
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
      else if (head.length === 0 && view.length >= HEAD) begun = settled(begin(path, view, readInlay));
      else {
        head = Buffer.concat([head, view]);
        if (head.length >= HEAD) begun = settled(begin(path, head, readInlay));
      }
    },
    end() {
      const short = begun === undefined;
      const { lexer, reads, spoken, flow } = begun ?? begin(path, head, readInlay);
      const facts = lexer.end();
      const own = reads === 'script' ? (facts as ScriptFacts) : undefined;
      const script = own ?? (reads === 'markup' ? (facts as MarkupFacts).script : undefined);
      const style = reads === 'style' ? (facts as StyleFacts) : undefined;
      const source = spoken.name ?? (own && sourceIn(own, path, flow));
      if (reads === 'flow' && (lexer as FlowReader).declares) {
        const comments = withLast(lexer.mapComments, lastLine.end(facts.lines));
        const plain = plainOf(facts as PlainFacts);
        return { lines: facts.lines, language: 'declaration', byContent: true, plain, shim: false, comments };
      }
      return {
        lines: facts.lines,
        language: source === undefined ? spoken.language : 'source',
        ...(source !== undefined && { source }),
        byContent: spoken.byContent || source !== spoken.name,
        ...(script && { script }),
        ...(style && { style }),
        ...(!own && !style && { plain: plainOf(facts as PlainFacts) }),
        // Of declarations nobody asks it: half of the files of many a package.
        ...(short && (source !== undefined || spoken.language !== 'declaration')
          ? shortFacts(head, own, style)
          : { shim: false }),
        comments: isDocumentation(path) ? [] : withLast(lexer.mapComments, lastLine.end(facts.lines)),
      };
    },
  };
}

interface Lexer {
  readonly reads: 'script' | 'style' | 'markup' | 'flow' | 'plain';
  readonly lexer: ScriptLexer | StyleLexer | MarkupReader | PlainReader;
}

interface Begun extends Lexer {
  readonly spoken: Spoken;
  /** Whether a comment at the top asks Flow to check the file. */
  readonly flow: () => boolean;
}

/** Decides by the first bytes, then gives the lexer all there are. */
function begin(path: string, bytes: Buffer, readInlay: ReadInlay | undefined): Begun {
  // Most names tell the language: the text is not even decoded.
  const text = () => bytes.toString('utf8', 0, HEAD);
  const spoken = languageByName(path) ?? languageByText(path, text());
  const { lexer, reads } = lexerFor(spoken, path, readInlay);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  lexer.push(marked ? bytes.subarray(3) : bytes);
  return { lexer, reads, spoken, flow: () => asksFlow(bytes) };
}

/** The same once its first bytes are gone. */
function settled(begun: Begun): Begun {
  const flow = begun.flow();
  return { ...begun, flow: () => flow };
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
  if (counted === undefined) return { shim: false };
  if (!passesOn && HELPERS.some((name) => bytes.includes(name))) {
    const rest = withoutHelpers(withoutComments(bytes.toString('utf8')));
    if (rest !== undefined && (rest.trim() === '' || isShim(rest))) return { shim: true };
  }
  if (ink > SHORT && !passesOn) return { shim: false };
  const mayPassOn = passesOn && endsAsShim(bytes);
  if (!mayPassOn && ink > SHORT) return { shim: false };
  const text = bytes.toString('utf8');
  const code = counted.commentBytes === 0 ? text : withoutComments(text);
  return {
    shim: mayPassOn && isShim(code),
    ...(ink <= SHORT && { ink: code.replace(/\s+/g, '').length }),
  };
}

function lexerFor(spoken: Spoken, path: string, readInlay: ReadInlay | undefined): Lexer {
  const { language, name } = spoken;
  if (language === 'script' || language === 'declaration' || name === 'TypeScript' || name === 'JSX')
    return { reads: 'script', lexer: createScriptLexer({ jsx: !/\.[mc]?ts$/i.test(path), readInlay }) };
  if (language === 'style' || name === 'Less' || name === 'PostCSS')
    return { reads: 'style', lexer: createStyleLexer() };
  if (language === 'markup') return { reads: 'markup', lexer: new MarkupReader(readInlay) };
  if (name === 'Flow') return { reads: 'flow', lexer: createFlowReader() };
  return { reads: 'plain', lexer: createPlainReader() };
}

const plainOf = ({ lines, inkLines, inkBytes }: PlainFacts): PlainFacts => ({ lines, inkLines, inkBytes });

function withLast(found: readonly MapComment[], last: MapComment | undefined): readonly MapComment[] {
  const comments = [...found];
  if (last !== undefined && comments.at(-1)?.line !== last.line) keepMapComment(comments, last);
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
