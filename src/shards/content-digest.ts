import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';

/** As far as the digest goes: any JSON with a shard in it. */
export interface ShardDocument {
  readonly shard: { readonly contentDigest?: unknown };
}

/** Hex sha256 over the report of a shard as canonical JSON, without the digest itself. It shows damage and edits, not who wrote it. */
export function contentDigest(document: ShardDocument): string {
  const { contentDigest: _, ...shard } = document.shard;
  return createHash('sha256')
    .update(canonicalJson({ ...document, shard }))
    .digest('hex');
}
