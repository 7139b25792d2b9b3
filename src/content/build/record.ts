import type { Originals } from '../originals.ts';

/**
 * What a build wrote for itself: statistics of a bundle; a manifest that servers look outputs up in; the state of an
 * incremental build; what tests covered; code that counts what tests cover; a cache; what another tool tells of the source.
 */
export type RecordKind =
  | 'stats'
  | 'manifest'
  | 'build-info'
  | 'coverage'
  | 'instrumented'
  | 'cache'
  | 'report';

/** A record of the build found in a file: the file itself, or a part of it. */
export interface BuildRecord extends Originals {
  readonly kind: RecordKind;
  /** What people call it: "webpack stats", "esbuild metafile". */
  readonly name: string;
  /** Where it begins in a file that holds more than it; counted from 1. */
  readonly line?: number;
  /** A page that shows it holds code of its own, with maps of that: none of them are the publisher's. */
  readonly viewer?: true;
  /** The bytes ended before the record did. */
  readonly truncated: boolean;
}
