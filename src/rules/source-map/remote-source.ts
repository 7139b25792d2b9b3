import { count } from '../../figures.ts';
import type { FileRule } from '../rule.ts';

export const rule: FileRule = {
  id: 'source-map/remote-source',
  scope: 'file',
  grounds: ['maps'],
  title: 'Source map that names a place on the network',
  description:
    'The sources of a map, or their root, point at a host or a storage bucket. Whoever reads the map knows where to look for the rest: in the best-known case the map led to an archive of the whole source tree.',
  help: 'Set the source root of the build to a relative path, and make sure that the place named cannot be read from outside.',
  cwe: [200, 540],
  levels: { closed: 'error', open: 'error' },
  *inspect(file) {
    const naming = file.maps.filter((map) => map.facts.hosts.length > 0);
    const [first] = naming;
    if (first === undefined) return;
    const hosts = [...new Set(naming.flatMap((map) => map.facts.hosts))].sort();
    const buckets = [...new Set(naming.flatMap((map) => map.facts.buckets))].sort();
    const what = first.form === 'file' ? 'This source map' : 'A source map in this file';
    yield {
      path: file.path,
      ...((first.form === 'data-url' || first.form === 'object') && {
        line: first.line,
        column: first.column,
      }),
      detail: hosts.join(' '),
      message: `${what} says that its sources lie at ${hosts.length === 1 ? hosts[0] : `${count(hosts.length)} network places, first ${hosts[0]}`}.`,
      evidence: { hosts, buckets },
    };
  },
};
