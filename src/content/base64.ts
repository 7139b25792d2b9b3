import { createBase64Reader } from './base64-reader.ts';
import type { Unpack } from './container.ts';
import type { Reader } from './reader.ts';
import { findRuns } from './scanner/runs.ts';

/** Where runs of digits are looked for: every one that is longer by `PROBE` lies over one such place. */
const STRIDE = 64;
const LARGE_STRIDE = 4096;

/**
 * Finds files that stand in a text as base64 digits, about 110 of them and more, and has them looked at as `base64-1` and so on
 * inside it: what decodes to an archive, compressed text, a module, a map, or a readable script. Maps with a `data:` URL of their
 * own are found elsewhere.
 *
 * It looks at few bytes of a text without such runs: one place in `STRIDE`.
 *
 * @param quoted whether the text is documentation, which quotes short ones: then those of about 4,200 digits and more
 */
export function createBase64Scanner(path: string, unpack: Unpack, quoted = false): Reader<void> {
  const stride = quoted ? LARGE_STRIDE : STRIDE;
  let scanner: Reader<void> | undefined;
  return {
    push(view, whole) {
      // Most files are small and hold no run: looking twice at the others costs less than a scanner for each.
      if (whole && scanner === undefined && findRuns(view, 0, stride).length === 0) return;
      scanner ??= createBase64Reader(path, unpack, stride);
      scanner.push(view, whole);
    },
    end: () => scanner?.end(),
  };
}

/** Whether a file of these bytes, as a whole, may hold such a run. */
export function mayHoldBase64(bytes: Buffer): boolean {
  return findRuns(bytes, 0, STRIDE).length > 0;
}
