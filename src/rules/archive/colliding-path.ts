import type { PackageRule } from '../rule.ts';
import { odd } from './odd.ts';

export const rule: PackageRule = {
  id: 'archive/colliding-path',
  scope: 'package',
  grounds: ['colliding-path'],
  title: 'Paths that differ by case or Unicode form alone',
  description:
    'Two paths in the archive are one path on macOS and Windows, where the later file replaces the earlier one.',
  help: 'Rename one of the two.',
  cwe: [178],
  levels: { closed: 'warning', open: 'warning' },
  inspect: (pkg) => odd(pkg, 'colliding-path'),
};
