import { byteSize } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';
import { hashed, withoutHash } from './hash.ts';

/** Growth that is told where the config sets no limit: as a share, and no less than this in bytes. */
const DEFAULT_GROWTH = 0.5;
/** In bytes. A release of a small package often doubles it. */
const LEAST_PACKAGE = 256 * 1024;
/** In bytes. A file that grows by less is an edit. */
const LEAST_FILE = 128 * 1024;
/** Files told, the one that grew most first. */
const MOST_FILES = 20;

export const rule: PackageRule = {
  scope: 'package',
  grounds: ['baseline'],
  id: 'drift/growth',
  title: 'Growth over the limit',
  description:
    'The package, or one file of it, is larger than in the release before by more than `limits.growth` allows; where none is set, by more than half and 256 kB, or 128 kB for a file. Maps and sources inside a bundle, debug builds and files copied in show themselves as growth.',
  help: 'Look at what grew. Where it is meant, raise `limits.growth` in the config, or publish: from then on it is no news.',
  cwe: [200],
  levels: { closed: 'warning', open: 'warning' },
  *inspect({ unpackedSize, files, baseline }) {
    if (baseline === undefined) return;
    const { outline, from, growth } = baseline;
    const share = growth?.value ?? DEFAULT_GROWTH;
    const limit = growth === undefined ? '' : `, and ${growth.from} allows ${percent(share)}`;
    const grew = (before: number, now: number, least: number) =>
      now - before > Math.max(before * share, least) && now > before;
    const words = (before: number, now: number) =>
      `${byteSize(before)} in ${from}, ${byteSize(now)} now${before > 0 ? ` (${percent(now / before - 1)} more)` : ''}${limit}`;
    if (grew(outline.unpackedSize, unpackedSize, growth === undefined ? LEAST_PACKAGE : 0)) {
      yield {
        path: 'package.json',
        message: `the package grew: ${words(outline.unpackedSize, unpackedSize)}`,
        evidence: { before: outline.unpackedSize, now: unpackedSize, baseline: from },
      };
    }
    const before = outline.files ?? new Map<string, number>();
    const plain = hashed(before);
    const grown: { path: string; was: number; now: number }[] = [];
    for (const [path, now] of files) {
      const was = before.get(path) ?? largest(withoutHash(path), before, plain);
      if (was === undefined || !grew(was, now, LEAST_FILE)) continue;
      grown.push({ path, was, now });
      if (grown.length > 2 * MOST_FILES) grown.sort(byGrowth).splice(MOST_FILES);
    }
    for (const { path, was, now } of grown.sort(byGrowth).slice(0, MOST_FILES)) {
      yield {
        path,
        message: `the file grew: ${words(was, now)}`,
        evidence: { before: was, now, baseline: from },
      };
    }
  },
};

interface Grown {
  readonly was: number;
  readonly now: number;
}

function byGrowth(a: Grown, b: Grown): number {
  return b.now - b.was - (a.now - a.was);
}

/** The size of the file before; of several that differ by a hash alone, of the largest. */
function largest(name: string, ...lists: readonly ReadonlyMap<string, number>[]): number | undefined {
  const sizes = lists.map((list) => list.get(name)).filter((size) => size !== undefined);
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
