import type { Codec } from '../../archive/decoder.ts';
import { LIMITS } from '../../archive/limits.ts';
import { PackgateError } from '../../errors.ts';
import { count } from '../../figures.ts';

/** What put files into an executable, or what else they lie in. */
export type Carrier = 'bun' | 'deno' | 'sea' | 'pkg' | 'nexe' | 'wasm' | 'snapshot' | 'hermes';

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

/** Files and sources in one executable; an application with all its dependencies has some 50,000. */
export const MAX_FILES = 500_000;

/** Counts what the tools' lists in one executable name: all of it is in memory until the executable was looked at. */
export interface Listing {
  /** One more file or source, by its name. @throws PackgateError `limit` */
  add(path: string): void;
}

export function createListing(): Listing {
  let files = 0;
  let characters = 0;
  return {
    add(path) {
      files++;
      characters += path.length;
      if (files > MAX_FILES || characters > LIMITS.text) {
        const most =
          files > MAX_FILES
            ? `${count(MAX_FILES)} files`
            : `${count(LIMITS.text)} characters of names of files`;
        throw new PackgateError('limit', `more than ${most} are joined to it`, {
          help: 'Leave out of the executable what the application does not need',
        });
      }
    },
  };
}
