import { byteSize } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/test',
  scope: 'package',
  grounds: ['test'],
  title: 'Test, or data for tests',
  description:
    'Tests tell what a program does in every detail, and where it once did not; their data is often real, and their keys often are. A file counts as a test by what it says, in a folder for tests or under a name for tests. What else lies in a folder with tests, and snapshots and mocks, is milder.',
  help: 'Leave tests out of the package: best by a list of what may be published, with the tests among it as exceptions.',
  cwe: [540, 489],
  levels: { closed: 'error', open: 'warning' },
  variants: { data: { closed: 'warning', open: 'off' }, template: { closed: 'note', open: 'off' } },
  removable: true,
  *inspect({ sensitive }) {
    const tests = sensitive.files.filter(({ facts }) => facts.kind === 'test');
    /** Folders that are called as folders for tests are, and hold some. */
    const roots = new Set(
      tests.flatMap(({ facts }) => (facts.kind === 'test' && facts.form === 'test' ? [facts.root] : [])),
    );
    for (const { path, size, facts, template } of tests) {
      if (facts.kind !== 'test') continue;
      const { form, root } = facts;
      if (form === 'folder' && !roots.has(root)) continue;
      const variant = template ? 'template' : form === 'test' ? undefined : 'data';
      yield {
        path,
        message: `This file ${form === 'test' ? 'is a test' : 'belongs to tests'} (${byteSize(size)}).`,
        ...(variant !== undefined && { variant }),
      };
    }
  },
};
