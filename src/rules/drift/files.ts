import { counted } from '../../figures.ts';
import type { PackageRule, Sighting } from '../rule.ts';
import { withoutHash } from './hash.ts';

/** Names told in a message; the evidence holds more. */
const MOST_TOLD = 5;
const MOST_LISTED = 200;

export const rule: PackageRule = {
  scope: 'package',
  id: 'drift/files',
  title: 'Files that came or went',
  description:
    'Which files this package has and the release before had not, and the other way round. Names that differ by a hash alone are one file. Most releases add files, so that this is a note to read before publishing.',
  help: 'Read the list. A file nobody expects does not belong in; one that is missing may be a build that broke.',
  cwe: [200],
  levels: { closed: 'note', open: 'note' },
  *inspect({ files, baseline }) {
    const before = baseline?.outline.files;
    if (baseline === undefined || before === undefined) return;
    const known = new Set([...before.keys()].map(withoutHash));
    const now = new Set([...files.keys()].map(withoutHash));
    const came = [...files.keys()].filter((path) => !before.has(path) && !known.has(withoutHash(path)));
    const went = [...before.keys()].filter((path) => !files.has(path) && !now.has(withoutHash(path)));
    if (came.length > 0)
      yield told(came, 'came', `${counted(came.length, 'new file')} since ${baseline.from}`);
    if (went.length > 0)
      yield told(
        went,
        'went',
        `${counted(went.length, 'file')} of ${baseline.from} ${went.length === 1 ? 'is' : 'are'} gone`,
      );
  },
};

function told(paths: readonly string[], detail: string, what: string): Sighting {
  const sorted = [...paths].sort();
  const more = sorted.length > MOST_TOLD ? `, and ${sorted.length - MOST_TOLD} more` : '';
  return {
    path: 'package.json',
    message: `${what}: ${sorted.slice(0, MOST_TOLD).join(', ')}${more}`,
    evidence: { files: sorted.slice(0, MOST_LISTED) },
    detail,
  };
}
