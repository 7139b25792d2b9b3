import type { Encoding } from './base64-head.ts';
import type { FileFacts } from './facts.ts';
import type { Container } from './kind.ts';
import type { Reader } from './reader.ts';

/**
 * Opens a container inside the package: a reader for its bytes, which hands the facts of the files in it to whoever asked
 * for them. What it gives at the end is what it holds beside files, and why (a part of) it was not read.
 */
export type Unpack = (container: Container, path: string, about?: About) => Reader<Told>;

/** What the bytes of a container do not tell. */
export interface About {
  /** What the one file in it is called. */
  readonly name?: string;
  /** Of it, in bytes, as far as that is known. */
  readonly size?: number;
  /** Bytes that stand before it in the file it is joined to. */
  readonly before?: number;
  /** Whether code that stands in it as it is counts. */
  readonly code?: boolean;
  /** What it is written as, where it stands in a text. */
  readonly encoding?: Encoding;
}

/** What a container tells of itself, beside the files in it. */
export type Told = Partial<Pick<FileFacts, 'maps' | 'references' | 'debug' | 'uninspected'>>;
