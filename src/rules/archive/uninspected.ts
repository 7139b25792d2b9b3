import { carrierOf } from '../../content/inner-path.ts';
import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'archive/uninspected',
  scope: 'package',
  grounds: ['uninspected'],
  title: 'File that packgate could not look into',
  description:
    'The package holds something that packgate cannot read: an encrypted or damaged archive, a kind of archive it does not open (7z, rar, xz, bzip2), more than its limits allow. Whoever installs the package may well read it. What nobody looked into is never called clean. Executables are listed as not looked into and are no finding.',
  help: 'Leave it out of the package, or ship what is in it in a form that packgate reads (zip, tar, gzip). Where you know what is in it, waive it at this path.',
  cwe: [693],
  levels: { closed: 'error', open: 'error' },
  *inspect({ uninspected, oddities }) {
    // Of these `archive/limit` tells.
    const limited = new Set(oddities.filter(({ kind }) => kind === 'limit').map(({ path }) => path));
    for (const { path, reason, because } of uninspected) {
      if (because !== undefined || limited.has(carrierOf(path, limited))) continue;
      yield {
        path,
        message: `packgate could not look into ${path === '' ? 'a part of the archive' : 'this file'}: ${reason}.`,
        detail: reason,
      };
    }
  },
};
