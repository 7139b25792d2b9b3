import type { MapComment } from './map-comment.ts';
import { DENSE, type Region } from './regions.ts';
import { endDense } from './script-blank.ts';
import { readCode, readOn } from './script-code.ts';
import { endPragma, readComment } from './script-comment.ts';
import { readRegex, readString, readTemplate } from './script-literal.ts';
import { readMarkup } from './script-markup.ts';
import { CODE, LESS, PRAGMA, REGEX, ScriptState, SLASH, STRING, TEMPLATE, WHITE } from './script-state.ts';

/** What the exact lexer counted in JavaScript (or TypeScript, JSX). Bytes unless said otherwise. */
export interface ScriptFacts {
  /** Outside comments, strings, templates, regular expressions and white space. */
  readonly codeBytes: number;
  /** Strings, templates and regular expressions, quotes included; text between JSX tags. */
  readonly literalBytes: number;
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

const LINE_BREAK = Buffer.from('\n');

/**
 * Reads JavaScript in one pass, cut anywhere, and counts. It knows where comments, strings, templates, regular
 * expressions and JSX begin and end; it does not parse. Text that is no script gives figures that mean nothing.
 */
export class ScriptLexer {
  readonly #state: ScriptState;

  /** `jsx`: whether `<` may begin an element where an expression may begin (not so in `.ts`). */
  constructor(options: { readonly jsx: boolean }) {
    this.#state = new ScriptState(options.jsx);
  }

  get mapComments(): MapComment[] {
    return this.#state.mapComments;
  }

  push(view: Uint8Array): void {
    const s = this.#state;
    const n = view.length;
    let i = 0;
    // The states are numbered by the part of the lexer that reads them.
    while (i < n) {
      const { state } = s;
      if (state === CODE) i = readCode(s, view, i);
      else if (state < SLASH) i = readOn(s, view, i);
      else if (state < STRING) i = readComment(s, view, i);
      else if (state < TEMPLATE) i = readString(s, view, i);
      else if (state < REGEX) i = readTemplate(s, view, i);
      else if (state < LESS) i = readRegex(s, view, i);
      else i = readMarkup(s, view, i);
    }
    if (n > 0) s.lastByte = view[n - 1] as number;
    s.base += n;
  }

  /** Ends whatever is still open, as the end of a `<script>` does; the next byte begins a program anew. */
  breakOff(): void {
    const s = this.#state;
    if (s.state === PRAGMA) endPragma(s);
    if (s.state !== WHITE) s.state = CODE;
    s.clear();
    s.last = 59;
  }

  /** The file is over. */
  end(): ScriptFacts {
    const s = this.#state;
    const lines = s.line - (s.base === s.lineStart ? 1 : 0);
    const { line } = s;
    // A line break ends whatever word, comment or string is still open; it is not counted.
    this.push(LINE_BREAK);
    s.line = line;
    if (s.state === WHITE) s.white--;
    if (s.code - s.gapCode >= DENSE) endDense(s);
    return {
      codeBytes: s.code,
      literalBytes: s.literal,
      commentBytes: s.comment,
      legalBytes: s.legal,
      whiteBytes: s.white,
      lines,
      codeLines: s.codeLines,
      commentLines: s.commentLines,
      runs: s.runs,
      runBytes: s.runBytes,
      gaps: s.gaps,
      denseBytes: s.denseBytes,
      names: s.names,
      nameCharacters: s.nameCharacters,
      shortNames: s.shortNames,
      declared: s.declared,
      shortDeclared: s.shortDeclared,
      elements: s.elements,
      annotations: s.annotations,
      control: s.control,
      regions: s.regions.end({
        line,
        codeBytes: s.code,
        literalBytes: s.literal,
        names: s.names,
        shortNames: s.shortNames,
      }),
      broken: s.broken,
    };
  }
}
