/** One of several runs that share the targets of one: `2/4`. */
export interface Shard {
  /** Counted from 1. */
  readonly index: number;
  readonly of: number;
}

/** A matrix of GitHub has at most 256 jobs: https://docs.github.com/actions/reference/limits */
export const MOST_SHARDS = 1000;

/** Undefined for what is not `i/n` with a whole number from 1 to n. */
export function parseShard(text: string): Shard | undefined {
  const [, index, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index <= shard.of && shard.of <= MOST_SHARDS ? shard : undefined;
}

/** As it is typed. */
export function shardName({ index, of }: Shard): string {
  return `${index}/${of}`;
}
