import { type Language, languageByName, languageByText, type Spoken } from './language.ts';
import { LastLineReader } from './last-line.ts';
import { keepMapComment, type MapComment } from './map-comment.ts';
import { type MarkupFacts, MarkupReader } from './markup.ts';
import { type PlainFacts, PlainReader } from './plain.ts';
import type { Reader } from './reader.ts';
import { type ScriptFacts, ScriptLexer } from './script.ts';
import { isShim, withoutComments } from './shim.ts';
import { type StyleFacts, StyleLexer } from './style.ts';

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
/** Bytes of code and strings up to which the characters are worth counting. */
const SHORT = 400;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
type Lexer = ScriptLexer | StyleLexer | MarkupReader | PlainReader;

/**
 * Reads one text file: decides its language by path and content, runs the exact lexer for JavaScript or CSS, and
 * finds map comments. `path`: in the package. Holds about 30 KB, whatever the file's size.
 */
export function createTextReader(path: string): Reader<TextFacts> {
  const lastLine = new LastLineReader();
  /** The beginning, until it is long enough to decide by. */
  let head = Buffer.alloc(0);
  let begun: Begun | undefined;

  return {
    push(view) {
      if (view.length === 0) return;
      lastLine.push(view);
      if (begun !== undefined) begun.lexer.push(view);
      else if (head.length === 0 && view.length >= HEAD) begun = begin(path, view);
      else {
        head = Buffer.concat([head, view]);
        if (head.length >= HEAD) begun = begin(path, head);
      }
    },
    end() {
      const short = begun === undefined;
      const { lexer, spoken, flow } = begun ?? begin(path, head);
      const facts = lexer.end();
      const own = lexer instanceof ScriptLexer ? (facts as ScriptFacts) : undefined;
      const script = own ?? (lexer instanceof MarkupReader ? (facts as MarkupFacts).script : undefined);
      const style = lexer instanceof StyleLexer ? (facts as StyleFacts) : undefined;
      const source = spoken.name ?? (own && sourceIn(own, path, flow));
      return {
        lines: facts.lines,
        language: source === undefined ? spoken.language : 'source',
        ...(source !== undefined && { source }),
        byContent: spoken.byContent || source !== spoken.name,
        ...(script && { script }),
        ...(style && { style }),
        ...(!own && !style && { plain: plainOf(facts as PlainFacts) }),
        ...(short ? shortFacts(head, own, style) : { shim: false }),
        comments: withLast(lexer.mapComments, lastLine.end(facts.lines)),
      };
    },
  };
}

interface Begun {
  readonly lexer: Lexer;
  readonly spoken: Spoken;
  /** Whether a comment at the top asks Flow to check the file. */
  readonly flow: boolean;
}

/** Decides by the first bytes, then gives the lexer all there are. */
function begin(path: string, bytes: Buffer): Begun {
  const text = bytes.toString('utf8', 0, Math.min(bytes.length, HEAD));
  const spoken = languageByName(path) ?? languageByText(path, text);
  const lexer = lexerFor(spoken, path);
  lexer.push(bytes.subarray(bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0));
  return { lexer, spoken, flow: text.includes('@flow') && /^[ \t/*]*@flow\b/m.test(text) };
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
  if (counted === undefined || (ink > SHORT && !passesOn)) return { shim: false };
  const code = withoutComments(bytes.toString('utf8'));
  return {
    shim: passesOn && isShim(code),
    ...(ink <= SHORT && { ink: code.replace(/\s+/g, '').length }),
  };
}

function lexerFor(spoken: Spoken, path: string): Lexer {
  const { language, name } = spoken;
  if (language === 'script' || language === 'declaration' || name === 'TypeScript' || name === 'JSX')
    return new ScriptLexer({ jsx: !/\.[mc]?ts$/i.test(path) });
  if (language === 'style' || name === 'Less' || name === 'PostCSS') return new StyleLexer();
  if (language === 'markup') return new MarkupReader();
  return new PlainReader();
}

const plainOf = ({ lines, inkLines, inkBytes }: PlainFacts): PlainFacts => ({ lines, inkLines, inkBytes });

function withLast(found: readonly MapComment[], last: MapComment | undefined): readonly MapComment[] {
  const comments = [...found];
  if (last !== undefined && comments.at(-1)?.line !== last.line) keepMapComment(comments, last);
  return comments;
}

/** The original language of a file that is called a script but cannot run as one. */
function sourceIn(script: ScriptFacts, path: string, flow: boolean): string | undefined {
  if (/\.[mc]?tsx?$/i.test(path)) return undefined;
  if (script.annotations > 0 && flow) return 'Flow';
  if (script.annotations >= 3 && script.annotations > script.names * 0.02) return 'TypeScript';
  if (script.elements >= 2 && script.elements > script.names * 0.02) return 'JSX';
  return undefined;
}
