import type { MapComment } from './map-comment.ts';
import { endDense } from './script-blank.ts';
import { readCode, readOn } from './script-code.ts';
import { endPragma, readComment } from './script-comment.ts';
import type { ScriptFacts, ScriptLexer, ScriptOptions } from './script-lexer.ts';
import { readRegex, readString, readTemplate } from './script-literal.ts';
import { readMarkup } from './script-markup.ts';
import { CODE, DENSE, LESS, PRAGMA, REGEX, SLASH, STRING, TEMPLATE, WHITE } from './script-numbers.ts';
import { breakPiece, cutPiece } from './script-piece.ts';
import { ScriptState } from './script-state.ts';

const LINE_BREAK = Buffer.from('\n');

/** The lexer as plain loops: the fallback, and the one that the other is tested against. */
export class PlainScriptLexer implements ScriptLexer {
  readonly #state: ScriptState;

  constructor({ jsx, readInlay }: ScriptOptions) {
    this.#state = new ScriptState(jsx, readInlay);
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
    if (n > 0) cutPiece(s, view);
    if (n > 0) s.lastByte = view[n - 1] as number;
    s.base += n;
  }

  breakOff(): void {
    const s = this.#state;
    if (s.state === PRAGMA) endPragma(s);
    breakPiece(s);
    if (s.state !== WHITE) s.state = CODE;
    s.clear();
    s.last = 59;
  }

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
      regexBytes: s.regex,
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
      locals: s.locals,
      shortLocals: s.shortLocals,
      letters: s.letters,
      distinctLetters: s.letterSet.size,
      negated: s.negated,
      parameters: s.parameters,
      shortParameters: s.shortParameters,
      notes: s.notes,
      noteBytes: s.noteBytes,
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
      ...s.inlays.end(line, s.code),
    };
  }
}
