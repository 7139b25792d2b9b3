import type { PackageRule } from '../rule.ts';
import { odd } from './odd.ts';

export const rule: PackageRule = {
  id: 'archive/duplicate-path',
  scope: 'package',
  grounds: ['duplicate-path'],
  title: 'Path that stands in the archive twice',
  description:
    'The archive holds one path several times. Installers keep the last one, every copy is published, and whoever inspects only one of them is fooled.',
  help: 'Pack again with npm, pnpm, yarn or bun: none of them writes a path twice.',
  cwe: [694],
  levels: { closed: 'error', open: 'error' },
  inspect: (pkg) => odd(pkg, 'duplicate-path'),
};
