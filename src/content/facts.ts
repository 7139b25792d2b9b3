import type { MapSighting } from './map/facts.ts';
import type { MapComment } from './text/map-comment.ts';
import type { TextFacts } from './text/text.ts';

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
  /** Comments that say where the map is, other than in a `data:` URL. */
  readonly references: readonly MapComment[];
  /** What the text reader saw, for text that is not itself a source map. */
  readonly text?: TextFacts;
  /** Hex sha256 of the file, only where the policy asked for it. */
  readonly sha256?: string;
  /** Why (a part of) it was not read, in a few words; it is then never called clean. */
  readonly uninspected?: string;
  /** Its bytes are not in the package at all. */
  readonly elsewhere?: true;
}
