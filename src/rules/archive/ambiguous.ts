import type { PackageRule } from '../rule.ts';
import { odd } from './odd.ts';

export const rule: PackageRule = {
  id: 'archive/ambiguous',
  scope: 'package',
  grounds: ['ambiguous'],
  title: 'Archive that tools read in two ways',
  description:
    'Two parts of an archive contradict each other: the directory of a zip archive and the headers of its entries, or the header of an asar archive and its size. Some tools go by the one and some by the other, so what is unpacked is not always what was inspected.',
  help: 'Write the archive again, in one go and with one tool.',
  cwe: [436],
  levels: { closed: 'error', open: 'error' },
  inspect: (pkg) => odd(pkg, 'ambiguous'),
};
