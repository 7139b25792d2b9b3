import type { PackageRule } from '../rule.ts';
import { odd } from './odd.ts';

export const rule: PackageRule = {
  id: 'archive/trailing-data',
  scope: 'package',
  grounds: ['trailing-data'],
  title: 'Data behind the end of the archive',
  description:
    'Bytes follow the place where npm stops reading. They are published with the rest, and other tools may unpack them.',
  help: 'Pack again with npm, pnpm, yarn or bun: none of them writes anything behind the end.',
  cwe: [436],
  levels: { closed: 'error', open: 'error' },
  inspect: (pkg) => odd(pkg, 'trailing-data'),
};
