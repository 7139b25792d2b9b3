import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';
import type { Skipped } from './expand.ts';
import type { OpenTarget } from './open.ts';
import { readProject } from './project.ts';
import type { Shard } from './shard.ts';

/**
 * The part of a list that falls to a shard: every n-th item. Parts differ by one item at most, and neighbours,
 * which are often alike (all the icons of a repository), go to different shards. Sizes play no part: what a folder
 * packs to is not known before it is packed, and starting the package manager costs more than reading what it made.
 */
export function partOf<Item>(items: readonly Item[], { index, of }: Shard): readonly Item[] {
  return items.filter((_, place) => place % of === index - 1);
}

/** How many of so many items fall to a shard. */
export function partSize(count: number, { index, of }: Shard): number {
  return Math.max(0, Math.ceil((count - index + 1) / of));
}

/** Puts the parts of all shards, in order, back into one list. */
export function joinParts<Item>(parts: readonly (readonly Item[])[]): readonly Item[] {
  const longest = parts[0]?.length ?? 0;
  return Array.from({ length: longest }, (_, row) =>
    parts.flatMap((part) => part.slice(row, row + 1)),
  ).flat();
}

/** A target as every shard knows it, before anything is packed. */
export interface Listed {
  readonly target: string;
  /** `@acme/cli@1.0.0` of a folder, from its package.json; '' where nothing tells it. */
  readonly named: string;
}

/** Says of a target which package it is to be. Never throws: what cannot be read is told when it is opened. */
export async function listTarget({ target, folder }: OpenTarget): Promise<Listed> {
  if (folder === undefined) return { target, named: '' };
  const named = await readProject(folder, target).then(
    ({ name, version }) => `${name}@${version}`,
    () => '',
  );
  return { target, named };
}

/**
 * Hex sha256 over all targets of a run, in order, and what it skipped: the same on every machine that has the same
 * packages, and another where one was added, left out, or has another version.
 */
export function listDigest(targets: readonly Listed[], skipped: readonly Skipped[] = []): string {
  const content = {
    version: 1,
    targets: targets.map(({ target, named }) => [wellFormed(target), wellFormed(named)]),
    skipped: skipped.map(({ target, name, reason }) => [target, name, reason].map(wellFormed)),
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** As reports write it. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}
