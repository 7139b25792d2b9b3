import type { PackageRule } from '../rule.ts';
import { odd } from './odd.ts';

export const rule: PackageRule = {
  id: 'archive/special-entry',
  scope: 'package',
  grounds: ['special-entry'],
  title: 'Link, device or unknown entry',
  description:
    'The archive holds an entry that is neither a file nor a folder. npm pack never writes one, and installers differ on whether they follow it, skip it or write it.',
  help: 'Replace links with the files they point at and pack again.',
  cwe: [59, 436],
  levels: { closed: 'error', open: 'error' },
  inspect: (pkg) => odd(pkg, 'special-entry'),
};
