import { counted, count as figure } from '../../figures.ts';
import type { PackageRule, Sighting } from '../rule.ts';
import { hashed, withoutHash } from './hash.ts';

/** Names told in a message; the evidence holds more. */
const MOST_TOLD = 5;
const MOST_LISTED = 200;

export const rule: PackageRule = {
  scope: 'package',
  grounds: ['baseline'],
  id: 'drift/files',
  title: 'Files that came or went',
  description:
    'Which files this package has and the release before had not, and the other way round. Names that differ by a hash alone are one file. Most releases add files: this is a list to read before publishing.',
  help: 'Read the list. A file nobody expects does not belong in; one that is missing may be a build that broke.',
  cwe: [200],
  levels: { closed: 'warning', open: 'warning' },
  *inspect({ files, baseline }) {
    const before = baseline?.outline.files;
    if (baseline === undefined || before === undefined) return;
    const came = missing(files, before);
    const went = missing(before, files);
    if (came.count > 0) yield told(came, 'came', `${counted(came.count, 'new file')} since ${baseline.from}`);
    if (went.count > 0)
      yield told(
        went,
        'went',
        `${counted(went.count, 'file')} of ${baseline.from} ${went.count === 1 ? 'is' : 'are'} gone`,
      );
  },
};

/** How many paths there are, and the first of them as they sort. */
interface Missing {
  readonly count: number;
  readonly first: readonly string[];
}

/**
 * What is in the one list and, but for hashes in names, not in the other. A package can have millions of files:
 * only few paths are kept.
 */
function missing(files: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): Missing {
  const plain = hashed(others);
  const first: string[] = [];
  let count = 0;
  for (const path of files.keys()) {
    if (others.has(path)) continue;
    const name = withoutHash(path);
    if (others.has(name) || plain.has(name)) continue;
    count++;
    first.push(path);
    if (first.length > 2 * MOST_LISTED) first.sort().splice(MOST_LISTED);
  }
  return { count, first: first.sort().slice(0, MOST_LISTED) };
}

function told({ count, first }: Missing, detail: string, what: string): Sighting {
  const more = count > MOST_TOLD ? `, and ${figure(count - MOST_TOLD)} more` : '';
  return {
    path: 'package.json',
    message: `${what}: ${first.slice(0, MOST_TOLD).join(', ')}${more}`,
    evidence: { files: first },
    detail,
  };
}
