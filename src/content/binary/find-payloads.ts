import type { Bytes } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import { bunPayloads } from './bun.ts';
import { denoPayloads } from './deno.ts';
import type { Section } from './image.ts';
import { nexePayload } from './nexe.ts';
import { createListing, type Payload } from './payload.ts';
import { pkgPayload } from './pkg.ts';
import { seaPayloads } from './sea.ts';

/**
 * Finds what tools that make one executable of an application put into it, by content and wherever it lies.
 *
 * @param sections of the executable, empty where they are not known
 * @param marks where `da 43 01` stands, which the blob of Node.js begins with: see `seaPayloads`
 * @throws PackgateError `limit` where more is joined to it than can be kept in mind
 */
export function findPayloads(
  bytes: Bytes,
  sections: readonly Section[],
  marks: readonly number[],
): Payload[] {
  const found: Payload[] = [];
  const listing = createListing();
  const attempt = (find: () => readonly Payload[]): void => {
    try {
      found.push(...find());
    } catch (error) {
      // What points outside the file is none of theirs.
      if (!(error instanceof PackgateError) || error.code !== 'archive') throw error;
    }
  };
  attempt(() => bunPayloads(bytes, sections, listing));
  attempt(() => denoPayloads(bytes, sections, listing));
  attempt(() => seaPayloads(bytes, marks, listing));
  attempt(() => pkgPayload(bytes, listing));
  attempt(() => nexePayload(bytes, listing));
  return found;
}
