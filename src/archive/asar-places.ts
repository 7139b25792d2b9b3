/** Where the files of an archive lie: from, and up to. */
export type Place = readonly [from: number, to: number];

/** What the places of all files make together. */
export interface Places {
  /** What lies between them and belongs to no file, in order. */
  readonly gaps: Iterable<Place>;
  /** Whether this file lies over another one. Equal ones may share a place; what begins inside another is a trick. */
  overlaps(place: Place): boolean;
}

/**
 * Lays out files that are given in any order. Most archives list them as they lie, and then nothing is kept of them; of others
 * it is some 17 bytes a file.
 *
 * @param files gives the places of all files that are not empty, the same each time
 * @param first where the first may begin @param end of the archive
 */
export function layOut(files: () => Iterable<Place>, first: number, end: number): Places {
  let count = 0;
  let reached = first;
  let last = first;
  let inOrder = true;
  for (const [from, to] of files()) {
    count++;
    if (from < reached && !(from === last && to === reached)) inOrder = false;
    [last, reached] = [from, to];
  }
  if (inOrder) {
    return { gaps: gapsBetween(files(), first, end), overlaps: () => false };
  }

  const all = new Float64Array(count);
  let fill = 0;
  for (const [from] of files()) all[fill++] = from;
  all.sort();
  fill = 0;
  for (const from of all) if (fill === 0 || all[fill - 1] !== from) all[fill++] = from;
  const starts = all.subarray(0, fill);
  const ends = new Float64Array(fill);
  const over = new Uint8Array(fill);
  for (const [from, to] of files()) {
    const at = rank(starts, from);
    if (ends[at] !== 0 && ends[at] !== to) over[at] = 1;
    ends[at] = Math.max(ends[at]!, to);
  }
  reached = first;
  for (let at = 0; at < starts.length; at++) {
    if (starts[at]! < reached) over[at] = 1;
    reached = Math.max(reached, ends[at]!);
  }
  return {
    gaps: gapsBetween(inPairs(starts, ends), first, end),
    overlaps: ([from]) => over[rank(starts, from)] === 1,
  };
}

function* inPairs(starts: Float64Array, ends: Float64Array): Generator<Place, undefined> {
  for (let at = 0; at < starts.length; at++) yield [starts[at]!, ends[at]!];
}

/** @param places by their beginning */
function* gapsBetween(places: Iterable<Place>, first: number, end: number): Generator<Place, undefined> {
  let reached = first;
  for (const [from, to] of places) {
    if (from > reached) yield [reached, from];
    reached = Math.max(reached, to);
  }
  if (end > reached) yield [reached, end];
}

/** The place of a number in a sorted list that holds it. */
function rank(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
