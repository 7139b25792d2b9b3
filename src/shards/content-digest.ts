import { createHash } from 'node:crypto';
import { canonicalPieces } from '../canonical.ts';

/** As far as the digest goes: any JSON with a shard in it. */
export interface ShardDocument {
  readonly shard: { readonly contentDigest?: unknown };
}

/** Lists and objects round one finding, which there are many of. */
const TO_FINDINGS = 4;
/** Characters that are handed on at once. */
const CHUNK = 64 * 1024;

/**
 * Hex sha256 over the report of a shard as canonical JSON, without the digest itself. It shows damage and edits,
 * not who wrote it.
 */
export function contentDigest(document: ShardDocument): string {
  const { contentDigest: _, ...shard } = document.shard;
  const hash = createHash('sha256');
  let ready = '';
  for (const piece of canonicalPieces({ ...document, shard }, TO_FINDINGS)) {
    ready += piece;
    if (ready.length < CHUNK) continue;
    hash.update(ready);
    ready = '';
  }
  return hash.update(ready).digest('hex');
}
