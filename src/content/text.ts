import { type Language, languageByName, languageByText, type Spoken } from './language.ts';
import { LastLineReader } from './last-line.ts';
import { keepMapComment, type MapComment } from './map-comment.ts';
import { type PlainFacts, PlainReader } from './plain.ts';
import type { Reader } from './reader.ts';
import { type ScriptFacts, ScriptLexer } from './script.ts';
import { isShim } from './shim.ts';
import { type StyleFacts, StyleLexer } from './style.ts';

/** What the text reader saw in one text file. */
export interface TextFacts {
  readonly lines: number;
  readonly language: Language;
  /** What people call an original language: "TypeScript", "Vue". */
  readonly source?: string;
  /** Whether the text told the language, not the file's name. */
  readonly byContent: boolean;
  /** Where the exact lexer for JavaScript (TypeScript, JSX) ran. */
  readonly script?: ScriptFacts;
  /** Where the exact lexer for CSS ran. */
  readonly style?: StyleFacts;
  /** Where no lexer ran. */
  readonly plain?: PlainFacts;
  /** Nothing but imports and exports of what other files hold. */
  readonly shim: boolean;
  /** Every `sourceMappingURL=` that is really a comment, in file order; the first ones and the last of very many. */
  readonly comments: readonly MapComment[];
}

/** As much of a file as decides its language, and the largest file that is looked at for being a shim. In bytes. */
const HEAD = 16384;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** The mark that asks Flow to check a file. */
const FLOW = /^\s*(?:\/\/|\/?\*+)?[^\n]*@flow\b/m;

type Lexer = ScriptLexer | StyleLexer | PlainReader;

/**
 * Reads one text file: decides its language by path and content, runs the exact lexer for JavaScript or CSS, and
 * finds map comments. `path`: in the package. Holds about 30 KB, whatever the file's size.
 */
export function createTextReader(path: string): Reader<TextFacts> {
  const head = Buffer.allocUnsafe(HEAD);
  const lastLine = new LastLineReader();
  let headLength = 0;
  let size = 0;
  let spoken: Spoken | undefined = languageByName(path);
  let lexer: Lexer | undefined;

  /** Decides by what has been read so far, then gives the lexer all of it. */
  function begin(): void {
    const text = head.toString('utf8', 0, headLength);
    spoken ??= languageByText(path, text);
    lexer = lexerFor(spoken, path);
    const marked = head.subarray(0, Math.min(3, headLength)).equals(BYTE_ORDER_MARK);
    lexer.push(head.subarray(marked ? 3 : 0, headLength));
  }

  return {
    push(view) {
      if (view.length === 0) return;
      size += view.length;
      lastLine.push(view);
      if (lexer !== undefined) {
        lexer.push(view);
        return;
      }
      const taken = view.copy(head, headLength);
      headLength += taken;
      if (headLength < HEAD) return;
      begin();
      if (taken < view.length) (lexer as unknown as Lexer).push(view.subarray(taken));
    },
    end() {
      if (lexer === undefined) begin();
      const { language, byContent, name } = spoken as Spoken;
      const text = head.toString('utf8', 0, headLength);
      const common = { byContent, shim: size <= HEAD && isShim(text) };
      if (lexer instanceof ScriptLexer) {
        const script = lexer.end();
        const all = withLast(lexer.mapComments, lastLine.end(script.lines));
        const source = name ?? sourceIn(script, text, path);
        return {
          ...common,
          lines: script.lines,
          language: source === undefined ? language : 'source',
          ...(source === undefined ? {} : { source, byContent: name === undefined || byContent }),
          script,
          comments: all,
        };
      }
      const facts = (lexer as StyleLexer | PlainReader).end();
      return {
        ...common,
        lines: facts.lines,
        language,
        ...(name === undefined ? {} : { source: name }),
        ...('opens' in facts ? { style: facts } : { plain: facts }),
        comments: withLast((lexer as Lexer).mapComments, lastLine.end(facts.lines)),
      };
    },
  };
}

function lexerFor(spoken: Spoken, path: string): Lexer {
  const { language, name } = spoken;
  if (language === 'script' || language === 'declaration' || name === 'TypeScript' || name === 'JSX')
    return new ScriptLexer({ jsx: !/\.[mc]?ts$/i.test(path) });
  if (language === 'style' || name === 'Less' || name === 'PostCSS') return new StyleLexer();
  return new PlainReader();
}

function withLast(found: readonly MapComment[], last: MapComment | undefined): readonly MapComment[] {
  const comments = [...found];
  if (last !== undefined && comments.at(-1)?.line !== last.line) keepMapComment(comments, last);
  return comments;
}

/** The original language of a file that is called a script but cannot run as one. */
function sourceIn(script: ScriptFacts, head: string, path: string): string | undefined {
  if (/\.[mc]?tsx?$/i.test(path)) return undefined;
  if (script.annotations > 0 && FLOW.test(head.slice(0, 4096))) return 'Flow';
  if (script.annotations >= 3 && script.annotations > script.names * 0.02) return 'TypeScript';
  if (script.elements >= 2 && script.elements > script.names * 0.02) return 'JSX';
  return undefined;
}
