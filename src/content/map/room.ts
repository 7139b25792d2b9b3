/**
 * How much the maps of one file may leave in memory beyond their counts: names of sources, hosts, buckets. What no
 * longer fits is counted and not listed.
 */
export interface MapRoom {
  sources: number;
  characters: number;
}

/** An honest bundle of a large application has some 20,000 sources, with 60 characters each. */
export function createMapRoom(): MapRoom {
  return { sources: 100_000, characters: 16_000_000 };
}
