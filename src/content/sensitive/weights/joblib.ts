import { constants, inflateSync } from 'node:zlib';
import type { WeightsFacts } from '../facts.ts';
import { beginsLikePickle, createPickleReader } from './pickle.ts';

/** Compressed bytes that are looked at: a pickle names its first class at once. They inflate to 4 MB at most. */
const LOOKED_AT = 4096;

/** Whether a file could be a zlib stream. https://www.rfc-editor.org/rfc/rfc1950 */
export function beginsLikeZlib(head: Buffer): boolean {
  return head.length >= 8 && head[0] === 0x78 && head.readUInt16BE(0) % 31 === 0 && (head[1]! & 0x20) === 0;
}

/** What joblib writes where it is told to compress: a pickle as a zlib stream. Its tensors lie behind what is looked at. */
export function readCompressedPickle(bytes: Buffer): WeightsFacts | undefined {
  let pickled: Buffer;
  try {
    pickled = inflateSync(bytes.subarray(0, LOOKED_AT), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    // No zlib stream.
    return undefined;
  }
  if (!beginsLikePickle(pickled)) return undefined;
  const reader = createPickleReader();
  reader.push(pickled);
  const facts = reader.end();
  return facts && { kind: 'weights', format: facts.format, says: 'compressed' };
}
