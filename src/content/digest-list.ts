import { tmpdir } from 'node:os';
import { createPages } from '../archive/pages.ts';
import { createPathTable, type PathTable } from './path-table.ts';

/** The sha256 of files by path, most of them in a temporary file: a waiver's path may match every file of a package. */
export interface DigestList {
  /**
   * Takes the place of an earlier one. @param sha256 hex @throws PackgateError `limit` where the paths take too
   * much memory
   */
  set(path: string, sha256: string): void;
  /** Hex. */
  get(path: string): string | undefined;
}

const BYTES = 32;

/** @param folder for a temporary file where there are very many, absolute */
export function createDigestList(folder: string = tmpdir()): DigestList {
  /** Path to the place of its digest. Most configs ask for none. */
  let places: PathTable | undefined;
  const digests = createPages(folder);
  const read = digests.reader();
  return {
    set(path, sha256) {
      places ??= createPathTable(folder);
      const place = places.get(path) ?? places.size;
      places.set(path, place);
      const digest = Buffer.from(sha256, 'hex');
      if (place * BYTES === digests.size) digests.append(digest);
      else digests.write(place * BYTES, digest);
    },
    get(path) {
      const place = places?.get(path);
      return place === undefined ? undefined : read(place * BYTES, BYTES).toString('hex');
    },
  };
}
