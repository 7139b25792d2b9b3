import type { InlayFacts } from './inlay-facts.ts';
import type { MapComment } from './map-comment.ts';
import type { Region } from './regions.ts';

/** What the exact lexer counted in CSS. Bytes unless said otherwise. */
export interface StyleFacts {
  /** Outside comments, strings, bare URLs and white space. */
  readonly codeBytes: number;
  /** Strings and bare URLs. */
  readonly literalBytes: number;
  readonly commentBytes: number;
  /** Of them: in comments that begin with an exclamation mark, as minifiers keep for licences. */
  readonly legalBytes: number;
  readonly whiteBytes: number;
  readonly lines: number;
  /** Lines that hold code. */
  readonly codeLines: number;
  readonly commentLines: number;
  /** Stretches of white space beside `{ } ; ,` or behind `:`, which a minifier would drop. */
  readonly runs: number;
  readonly runBytes: number;
  /** Those of them behind `{` or `;` or before `}` that are more than one line break. */
  readonly gaps: number;
  /** Code bytes in stretches of at least `DENSE` bytes without a gap. */
  readonly denseBytes: number;
  /** Declarations, and those with white space behind the colon. */
  readonly declarations: number;
  readonly spacedDeclarations: number;
  /** Opening braces, and those with white space behind. */
  readonly opens: number;
  readonly spacedOpens: number;
  /** Closing braces, and those with white space before. */
  readonly closes: number;
  readonly spacedCloses: number;
  /** Closing braces with a semicolon before them, which every minifier drops. */
  readonly endedCloses: number;
  /** Parts that are laid out for a reader: the largest, in file order. */
  readonly regions: readonly Region[];
  /** The scripts and sheets in its comments, where there are some. */
  readonly carried?: Pick<InlayFacts, 'inlays' | 'moreInlays'>;
}

/** Reads CSS in one pass, cut anywhere, and counts. It does not parse. */
export interface StyleLexer {
  /** Found so far. */
  readonly mapComments: MapComment[];
  push(view: Uint8Array): void;
  /** The file is over. */
  end(): StyleFacts;
}

/** What of the texts in its comments is told: the name of a module in another comment says nothing of them. */
export function carriedBy({ inlays, moreInlays }: InlayFacts): Pick<StyleFacts, 'carried'> {
  if (inlays.length === 0) return NOTHING;
  return { carried: { inlays: inlays.map(({ module: _, ...inlay }) => inlay), moreInlays } };
}

const NOTHING = {};
