import type { DebugFacts } from './binary/debug.ts';
import type { Carrier } from './binary/payload.ts';
import type { BuildRecord } from './build/record.ts';
import type { BuildTraces } from './build/traces.ts';
import type { MapSighting } from './map/facts.ts';
import type { Candidate, PlaceSighting } from './secret/candidates.ts';
import type { OpaqueFacts, SensitiveFacts } from './sensitive/facts.ts';
import type { TextFacts } from './text/text.ts';

/** A comment, or a section of a binary file, that tells a debugger where the map of this file is. */
export interface MapReference {
  /** As written. */
  readonly url: string;
  /** Of a comment; counted from 1. */
  readonly line?: number;
  /** Of a comment's first byte, counted from 1, in bytes. */
  readonly column?: number;
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
  /** What a build wrote for itself: the file itself, or parts of it. */
  readonly records?: readonly BuildRecord[];
  /** What a build left in it in passing; absent where it left nothing. */
  readonly traces?: BuildTraces;
  /** What says where the map is, other than in a `data:` URL. */
  readonly references: readonly MapReference[];
  /** What the text reader saw, for text that is not itself a source map. */
  readonly text?: TextFacts;
  /** Pieces of it in which a credential may stand; they are looked at once the whole package was read. */
  readonly candidates: readonly Candidate[];
  /** Storage buckets and internal hosts that addresses in it name. */
  readonly places: readonly PlaceSighting[];
  /** What it is beside being readable, that nobody means to publish. */
  readonly sensitive?: SensitiveFacts;
  /** It is a template that a generator copies into new projects. */
  readonly template?: true;
  /** Set for binary data of no known kind. */
  readonly opaque?: OpaqueFacts;
  /** What it holds for debuggers. */
  readonly debug?: DebugFacts;
  /** What it lies in, where that is an executable or the like and no archive. */
  readonly carrier?: Carrier;
  /** Hex sha256 of the file, only where the policy asked for it. */
  readonly sha256?: string;
  /** Why (a part of) it was not read, in a few words; it is then never called clean. */
  readonly uninspected?: string;
  /** Its bytes are not in the package at all. */
  readonly elsewhere?: true;
}
