import { createPathTable, type PathTable } from './path-table.ts';

/** The sha256 of files by path: 32 bytes each beside the path, as a waiver's path may match every file of a package. */
export interface DigestList {
  /** Takes the place of an earlier one. @param sha256 hex @throws PackgateError `limit` where the paths take too much memory */
  set(path: string, sha256: string): void;
  /** Hex. */
  get(path: string): string | undefined;
}

const BYTES = 32;

export function createDigestList(): DigestList {
  /** Path to the place of its digest. Most configs ask for none. */
  let places: PathTable | undefined;
  let digests = Buffer.alloc(0);
  return {
    set(path, sha256) {
      places ??= createPathTable();
      const place = places.get(path) ?? places.size;
      places.set(path, place);
      if (place * BYTES === digests.length) {
        digests = Buffer.concat([digests], Math.max(1024 * BYTES, 2 * digests.length));
      }
      digests.write(sha256, place * BYTES, 'hex');
    },
    get(path) {
      const place = places?.get(path);
      return place === undefined ? undefined : digests.toString('hex', place * BYTES, (place + 1) * BYTES);
    },
  };
}
