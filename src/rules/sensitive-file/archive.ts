import { carrierOf, INSIDE } from '../../content/inner-path.ts';
import { byteSize } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/archive',
  scope: 'package',
  grounds: ['packed'],
  title: 'Archive of the package itself',
  description:
    'An archive in the package holds a package.json of the same name: an earlier `npm pack`, or the whole repository as somebody zipped it. It publishes files that `files` leaves out, and an earlier version as it was. What lies in it is inspected like everything else.',
  help: 'Delete the archive, or write it outside the folder that is packed: `npm pack --pack-destination`.',
  cwe: [530, 538],
  levels: { closed: 'error', open: 'warning' },
  removable: true,
  *inspect({ sensitive, manifest, files }) {
    if (manifest.name === '') return;
    const told = new Set<string>();
    for (const { path, facts } of sensitive.files) {
      if (facts.kind !== 'packed' || facts.name !== manifest.name) continue;
      const archive = carrierOf(path, files);
      // An application in its own format is a product, not a copy of the project; and dependencies may depend on
      // this package.
      if (/\.asar$/i.test(archive) || path.includes('/node_modules/') || told.has(archive)) continue;
      // Only what lies at the top of the archive, or right under its one folder, tells what the archive is.
      if (path.slice(path.lastIndexOf(INSIDE) + INSIDE.length).split('/').length > 2) continue;
      told.add(archive);
      const size = files.get(archive);
      yield {
        path: archive,
        message: `This archive${size === undefined ? '' : ` (${byteSize(size)})`} holds ${facts.name} ${facts.version}, the package that it lies in.`,
        evidence: { version: facts.version, ...(size !== undefined && { size }) },
      };
    }
  },
};
