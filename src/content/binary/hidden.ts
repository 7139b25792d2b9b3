import type { EntrySink } from '../../archive/entry.ts';
import type { Bytes } from '../../archive/store.ts';
import { type Range, readStreams } from './streams.ts';
import { readWideMaps } from './wide-text.ts';

/**
 * Looks into what lies anywhere in these parts of other bytes and is no text as it stands: compressed data, and source maps in UTF-16.
 *
 * @returns what was not read, in a few words
 * @throws PackgateError `limit`
 */
export function readHidden(bytes: Bytes, ranges: readonly Range[], sink: EntrySink): string | undefined {
  const packed = readStreams(bytes, ranges, sink);
  return readWideMaps(bytes, ranges, sink) ?? packed;
}
