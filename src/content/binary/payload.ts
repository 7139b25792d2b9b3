import type { Codec } from '../../archive/decoder.ts';

/** What put files into an executable, or what else they lie in. */
export type Carrier = 'bun' | 'deno' | 'sea' | 'pkg' | 'nexe' | 'wasm' | 'snapshot';

/** A file that lies in an executable as it is. */
export interface PayloadFile {
  /** As the tool wrote it. */
  readonly path: string;
  readonly offset: number;
  readonly size: number;
  /** How it is compressed, where it is. */
  readonly codec?: Codec;
  /** What is left of its sources: one of these rides along with the file. */
  readonly sources?: readonly PackedSource[];
}

/** An original source that a script was built from, compressed alone. */
export interface PackedSource {
  readonly path: string;
  readonly offset: number;
  readonly size: number;
}

/** What one tool joined to an executable. */
export interface Payload {
  readonly carrier: Carrier;
  /** Where it lies in the executable. */
  readonly from: number;
  readonly to: number;
  readonly files: readonly PayloadFile[];
  /** What of it cannot be read, in a few words. */
  readonly unread?: string;
}

/** pkg's numbers for ways to compress. */
export const PKG_CODECS: readonly (Codec | undefined)[] = [undefined, 'gzip', 'brotli', 'zstd'];

/** Files of one executable that are looked at; the budget of the run ends earlier. */
export const MAX_FILES = 500_000;
