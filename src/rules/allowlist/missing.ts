import { count } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  scope: 'package',
  grounds: ['files'],
  id: 'allowlist/missing',
  title: 'No allowlist',
  description:
    'Other rules know what leaks look like. An allowlist knows what the package is meant to hold, and so also stops what no rule knows: a new folder, a debug build, a file copied in by mistake.',
  help: 'List what may ship under `allow` in packgate.yml, one glob a line: from then on a file that is not listed stops the release.',
  cwe: [1188],
  levels: { closed: 'note', open: 'note' },
  *inspect({ allow, fileCount, manifest, nearSection }) {
    if (allow !== null) return;
    const files = fileCount === 1 ? '1 file was' : `${count(fileCount)} files were`;
    const section =
      nearSection === undefined
        ? ''
        : `; \`packages\` has a section for \`${nearSection}\`, and this package is called \`${manifest.name}\``;
    yield {
      path: 'package.json',
      message: `no \`allow\` is configured, so ${files} not compared with a list of what may ship${section}`,
    };
  },
};
