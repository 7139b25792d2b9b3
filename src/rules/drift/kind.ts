import { kindOf, type Outline } from '../../content/outline.ts';
import { counted } from '../../figures.ts';
import type { PackageRule, Sighting } from '../rule.ts';

export const rule: PackageRule = {
  scope: 'package',
  grounds: ['baseline'],
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
    const kinds = newKinds(outline, before).filter(([kind]) => !hasMaps || kind !== '.map');
    const firsts = kinds.length > 0 ? firstOf(new Set(kinds.map(([kind]) => kind)), files.keys()) : undefined;
    for (const [kind, count] of kinds) {
      const path = firsts?.get(kind) ?? 'package.json';
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

/**
 * The path that sorts first, of each of the kinds. One pass: a package can have thousands of kinds and millions of files.
 */
function firstOf(kinds: ReadonlySet<string>, paths: Iterable<string>): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  for (const path of paths) {
    const kind = kindOf(path);
    const first = firsts.get(kind);
    if (kinds.has(kind) && (first === undefined || path < first)) firsts.set(kind, path);
  }
  return firsts;
}
