import { readAsar } from './asar.ts';
import type { Budget } from './budget.ts';
import { zipInCrx } from './crx.ts';
import type { EntrySink } from './entry.ts';
import type { Oddity } from './oddity.ts';
import { beginsAsSentryBundle, zipInSentryBundle } from './sentry-bundle.ts';
import type { Bytes } from './store.ts';
import { readZip } from './zip.ts';

/** Archives that say at their end, or in a header, where their files are, and so have to be there as a whole. */
export type HeldFormat = 'zip' | 'crx' | 'asar';

/**
 * Hands every file of such an archive to the sink.
 *
 * @returns what was not looked at beside files that the sink was told of, in a few words
 * @throws PackgateError `archive` or `limit`
 */
export function readHeld(
  format: HeldFormat,
  bytes: Bytes,
  sink: EntrySink,
  report: (oddity: Oddity) => void,
  budget: Budget,
): string | undefined {
  switch (format) {
    case 'zip': {
      const isBundle = bytes.size > 16 && beginsAsSentryBundle(bytes.read(0, 16));
      return readZip(isBundle ? zipInSentryBundle(bytes) : bytes, sink, report, budget);
    }
    case 'crx':
      return readZip(zipInCrx(bytes), sink, report, budget);
    case 'asar':
      return readAsar(bytes, sink, report, budget);
  }
}

/** What JSON may begin with: the brace, blanks before it, or the mark of UTF-8 that Electron passes over. */
const BEGINNINGS: readonly (number | undefined)[] = [0x7b, 0x20, 0x09, 0x0a, 0x0d, 0xef];

/** Whether bytes begin as an asar archive does: four numbers that follow from each other, and the beginning of the JSON. */
export function beginsAsAsar(head: Buffer): boolean {
  if (head.length < 17 || head.readUInt32LE(0) !== 4 || !BEGINNINGS.includes(head[16])) return false;
  const size = head.readUInt32LE(8);
  return head.readUInt32LE(4) === size + 4 && head.readUInt32LE(12) <= size - 4;
}
