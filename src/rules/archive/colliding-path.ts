import type { PackageRule } from '../rule.ts';
import { odd } from './odd.ts';

export const rule: PackageRule = {
  id: 'archive/colliding-path',
  scope: 'package',
  grounds: ['colliding-path'],
  title: 'Paths that differ by case or Unicode form alone',
  description:
    'Two paths in the archive are one path on macOS or on Windows, where the later file replaces the earlier one. Case and Unicode form are compared as these systems do: macOS takes `ß` for `ss`, and Windows leaves out dots and blanks at the end of a name.',
  help: 'Rename one of the two.',
  cwe: [178],
  levels: { closed: 'warning', open: 'warning' },
  inspect: (pkg) => odd(pkg, 'colliding-path'),
};
