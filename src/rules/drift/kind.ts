import { kindOf, type Outline } from '../../content/outline.ts';
import { counted } from '../../figures.ts';
import type { PackageRule, Sighting } from '../rule.ts';

export const rule: PackageRule = {
  scope: 'package',
  id: 'drift/kind',
  title: 'First file of its kind',
  description:
    'The release before had no source map, no readable code, or no file with this ending, and this one has. A build that changed by accident shows itself like this: leaks begin with a first file.',
  help: 'Look at the file. If it belongs in, publish: from then on it is no news. If not, keep it out of the package.',
  cwe: [200],
  levels: { closed: 'warning', open: 'warning' },
  *inspect({ outline, baseline, files }) {
    if (outline === undefined || baseline === undefined) return;
    const before = baseline.outline;
    const since = `since ${baseline.from}`;
    const first = (found: number, what: string, kind: string): Sighting => ({
      path: 'package.json',
      message: `${counted(found, `file ${what}`, `files ${what}`)} where ${baseline.from} had none`,
      evidence: { kind, files: found, baseline: baseline.from },
      detail: kind,
    });
    const hasMaps = outline.maps > 0 && before.maps === 0;
    const hasReadable = outline.readable > 0 && before.readable === 0;
    if (hasMaps) yield first(outline.maps, 'with a source map', 'source map');
    if (hasReadable) yield first(outline.readable, 'of readable code', 'readable code');
    for (const [kind, count] of newKinds(outline, before)) {
      if (hasMaps && kind === '.map') continue;
      const path = [...files.keys()].filter((file) => kindOf(file) === kind).sort()[0] ?? 'package.json';
      const more = count > 1 ? ` (${counted(count, 'file')})` : '';
      yield {
        path,
        message: `the first \`${kind}\` file ${since}${more}`,
        evidence: { kind, files: count, baseline: baseline.from },
        detail: kind,
      };
    }
  },
};

function newKinds({ kinds }: Outline, before: Outline): [string, number][] {
  return [...kinds].filter(([kind]) => !before.kinds.has(kind)).sort(([a], [b]) => (a < b ? -1 : 1));
}
