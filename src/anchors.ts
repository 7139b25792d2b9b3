/** Something that can match a path only where the path begins and ends as this does. Both may be empty. */
export interface Anchored {
  readonly prefix: string;
  readonly suffix: string;
}

/** Finds those of many that a path begins and ends like, without a look at each. */
export interface AnchorIndex<Item extends Anchored> {
  /** Lists that together hold all that may match the path, and others. Each is in the order given. */
  candidates(path: string): Iterable<readonly Item[]>;
}

/** Up to here a look at each is as fast. */
const FEW = 32;

/**
 * Sorts what is anchored by its prefix or its suffix, whichever fewer others share: allowlists name a thousand
 * files of one folder by their beginnings, or a thousand hashed names by their ends.
 */
export function createAnchorIndex<Item extends Anchored>(items: readonly Item[]): AnchorIndex<Item> {
  if (items.length <= FEW) {
    const all = [items];
    return { candidates: () => all };
  }
  const places = anchorsOf(items);
  const sides = {
    prefix: new Map<number, Map<string, Item[]>>(),
    suffix: new Map<number, Map<string, Item[]>>(),
  };
  for (const [i, item] of items.entries()) {
    const side = places[i]!;
    const anchor = item[side];
    const byLength = sides[side];
    const lists = byLength.get(anchor.length) ?? new Map<string, Item[]>();
    byLength.set(anchor.length, lists);
    const list = lists.get(anchor);
    if (list === undefined) lists.set(anchor, [item]);
    else list.push(item);
  }
  return {
    *candidates(path) {
      for (const [length, lists] of sides.prefix) {
        const list = length > path.length ? undefined : lists.get(path.slice(0, length));
        if (list !== undefined) yield list;
      }
      for (const [length, lists] of sides.suffix) {
        const list = length > path.length ? undefined : lists.get(path.slice(path.length - length));
        if (list !== undefined) yield list;
      }
    },
  };
}

/** The most of them that stand in one list, and so are tried on one path together. */
export function mostAlike(items: readonly Anchored[]): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const [i, side] of anchorsOf(items).entries()) {
    const key = `${side} ${items[i]![side]}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    most = Math.max(most, count);
  }
  return most;
}

/** The side by which each is found. */
function anchorsOf(items: readonly Anchored[]): ('prefix' | 'suffix')[] {
  const prefixes = countOf(items, 'prefix');
  const suffixes = countOf(items, 'suffix');
  return items.map(({ prefix, suffix }) =>
    prefixes.get(prefix)! <= suffixes.get(suffix)! ? 'prefix' : 'suffix',
  );
}

function countOf(items: readonly Anchored[], side: 'prefix' | 'suffix'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item[side], (counts.get(item[side]) ?? 0) + 1);
  return counts;
}
