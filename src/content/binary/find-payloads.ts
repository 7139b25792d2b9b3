import type { Bytes } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import { bunPayloads } from './bun.ts';
import { denoPayloads } from './deno.ts';
import type { Section } from './image.ts';
import { nexePayload } from './nexe.ts';
import type { Payload } from './payload.ts';
import { pkgPayload } from './pkg.ts';
import { seaPayloads } from './sea.ts';

/**
 * Finds what tools that make one executable of an application put into it, by content and wherever it lies.
 *
 * @param sections of the executable, empty where they are not known
 * @param marks where `da 43 01` stands, which the blob of Node.js begins with: see `seaPayloads`
 */
export function findPayloads(
  bytes: Bytes,
  sections: readonly Section[],
  marks: readonly number[],
): Payload[] {
  const found: Payload[] = [];
  const attempt = (find: () => readonly Payload[]): void => {
    try {
      found.push(...find());
    } catch (error) {
      // What points outside the file is none of theirs.
      if (!(error instanceof PackgateError) || error.code !== 'archive') throw error;
    }
  };
  attempt(() => bunPayloads(bytes, sections));
  attempt(() => denoPayloads(bytes, sections));
  attempt(() => seaPayloads(bytes, marks));
  attempt(() => pkgPayload(bytes));
  attempt(() => nexePayload(bytes));
  return found;
}
