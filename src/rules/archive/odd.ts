import type { Oddity } from '../../archive/oddity.ts';
import type { Package } from '../../content/package.ts';
import type { Sighting } from '../rule.ts';

/** The oddities of one kind that the reader met, as sightings. */
export function* odd(pkg: Package, kind: Oddity['kind']): Iterable<Sighting> {
  let number = 0;
  for (const oddity of pkg.oddities) {
    if (oddity.kind === kind)
      yield { path: oddity.path, message: oddity.message, detail: `${oddity.message} ${number++}` };
  }
}
