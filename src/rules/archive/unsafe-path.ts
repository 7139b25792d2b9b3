import type { PackageRule } from '../rule.ts';
import { odd } from './odd.ts';

export const rule: PackageRule = {
  id: 'archive/unsafe-path',
  scope: 'package',
  grounds: ['unsafe-path'],
  title: 'Path that installers take differently',
  description:
    'The name of an entry climbs out of its folder, has no folder, or is read as another path by some installers. What lands on a disk is then not what was inspected.',
  help: 'Pack again with npm, pnpm, yarn or bun, and look for what wrote this name.',
  cwe: [22, 436],
  levels: { closed: 'error', open: 'error' },
  inspect: (pkg) => odd(pkg, 'unsafe-path'),
};
