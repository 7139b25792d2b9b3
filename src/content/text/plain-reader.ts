import type { MapComment } from './map-comment.ts';

/** What can be said of text that has no lexer. */
export interface PlainFacts {
  readonly lines: number;
  /** Lines that are not blank, and the bytes on them that are not white space. */
  readonly inkLines: number;
  readonly inkBytes: number;
}

/** Counts lines of text that has no lexer, and finds map comments by what stands around them on their line. */
export interface PlainReader {
  /** Found so far. */
  readonly mapComments: MapComment[];
  push(view: Uint8Array): void;
  /** The file is over. */
  end(): PlainFacts;
}
