import type { MapSighting } from './map/facts.ts';
import type { TextFacts } from './text.ts';

/** A comment that tells a debugger where a map is, as written: `//# sourceMappingURL=<url>`. */
export interface MapReference {
  /** As written, at most `MAX_URL` bytes of it. Never a `data:` URL: those are maps carried in the file. */
  readonly url: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** What one pass over one file's bytes told. */
export interface FileFacts {
  /** Path in the package. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** What the first bytes say it is. */
  readonly kind: 'empty' | 'text' | 'binary' | 'archive' | 'executable';
  /** Every source map found in it: the file itself, or carried inside. */
  readonly maps: readonly MapSighting[];
  readonly references: readonly MapReference[];
  /** What the text reader saw, for text that is not itself a source map. */
  readonly text?: TextFacts;
  /** Hex sha256 of the file, only where the policy asked for it. */
  readonly sha256?: string;
  /** Why (a part of) it was not read, in a few words; it is then never called clean. */
  readonly uninspected?: string;
}
