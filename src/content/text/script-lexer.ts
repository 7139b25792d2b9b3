import type { Reader } from '../reader.ts';
import type { InlayFacts } from './inlay-facts.ts';
import type { MapComment } from './map-comment.ts';
import type { Region } from './regions.ts';

/** What the exact lexer counted in JavaScript (or TypeScript, JSX). Bytes unless said otherwise. */
export interface ScriptFacts extends InlayFacts {
  /** Outside comments, strings, templates, regular expressions and white space. */
  readonly codeBytes: number;
  /** Strings, templates and regular expressions, quotes included; text between JSX tags. */
  readonly literalBytes: number;
  /** Of them: regular expressions. */
  readonly regexBytes: number;
  readonly commentBytes: number;
  /** Of them: in comments that begin with an exclamation mark, as minifiers keep for licences. */
  readonly legalBytes: number;
  readonly whiteBytes: number;
  readonly lines: number;
  /** Lines that hold code. */
  readonly codeLines: number;
  /** Lines that hold (a part of) a comment. */
  readonly commentLines: number;
  /** Stretches of white space that a minifier would drop (not between two words). */
  readonly runs: number;
  readonly runBytes: number;
  /** Those of them that are more than one line break, which may stand for a semicolon. */
  readonly gaps: number;
  /** Code bytes in stretches of at least `DENSE` bytes without a gap. */
  readonly denseBytes: number;
  /** Names written: variables, functions, parameters, methods; no properties behind a dot, no keys, no keywords. */
  readonly names: number;
  /** Characters of them, and those of one or two characters. */
  readonly nameCharacters: number;
  readonly shortNames: number;
  /** Names where they are declared, and those of one or two characters. */
  readonly declared: number;
  readonly shortDeclared: number;
  /**
   * Variables and parameters among the declared ones that stand inside brackets, so that a minifier gives them other names
   * (those of functions it may be told to keep); the short ones among them.
   */
  readonly locals: number;
  readonly shortLocals: number;
  /** Locals of one character. */
  readonly letters: number;
  /** How many different ones of these, but for parameters of arrow functions: 32 at most. */
  readonly distinctLetters: number;
  /** Parameters of methods, and of arrow functions in parentheses, with names in their defaults; the short ones among them. */
  readonly parameters: number;
  readonly shortParameters: number;
  /** `!0` and `!1`, as minifiers write true and false. */
  readonly negated: number;
  /** Comments behind the first code, of a length that licences and hints to tools do not have, and their bytes. */
  readonly notes: number;
  readonly noteBytes: number;
  /** JSX elements, and type annotations that plain JavaScript cannot hold. */
  readonly elements: number;
  readonly annotations: number;
  /** Words that make a program of it: `function`, `if`, `return`, `new` and the like. */
  readonly control: number;
  /** Parts that are laid out for a reader: the largest, in file order. */
  readonly regions: readonly Region[];
  /** Strings and regular expressions that a line break cut short: more than a few, and this is no script. */
  readonly broken: number;
}

/**
 * Reads JavaScript in one pass, cut anywhere, and counts. It knows where comments, strings, templates, regular
 * expressions and JSX begin and end; it does not parse. Text that is no script gives figures that mean nothing.
 */
export interface ScriptLexer {
  /** Found so far. */
  readonly mapComments: MapComment[];
  push(view: Uint8Array): void;
  /** Ends whatever is still open, as the end of a `<script>` does; the next byte begins a program anew. */
  breakOff(): void;
  /** The file is over. Nothing may be asked of the lexer afterwards but its comments. */
  end(): ScriptFacts;
}

export interface ScriptOptions {
  /** Whether `<` may begin an element where an expression may begin (not so in `.ts`). */
  readonly jsx: boolean;
  /** Reads texts that lie in the script; without it they are passed over. */
  readonly readInlay?: ReadInlay | undefined;
}

/** Makes a reader for a text in a script, escapes read; its facts are null where the text is no script. */
export type ReadInlay = () => Reader<ScriptFacts | null>;
