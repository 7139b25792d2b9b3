import { count, counted } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';
import { odd } from './odd.ts';

export const rule: PackageRule = {
  id: 'archive/limit',
  scope: 'package',
  grounds: ['limit', 'size limit'],
  title: 'Package or archive over a limit',
  description:
    'The package unpacks to more than the `limits` of the config allow. A package that grows all at once often holds what was never meant to be in it. Or an archive inside the package goes beyond what packgate reads of such archives; the rest of it was not looked at.',
  help: 'Look for what has grown, or raise the limit in the config. What is in an archive can be checked as a file of its own, or left out.',
  cwe: [770],
  levels: { closed: 'error', open: 'error' },
  *inspect(pkg) {
    yield* odd(pkg, 'limit');
    const { unpackedSize, unpackedSizeLimit } = pkg;
    if (unpackedSizeLimit === undefined || unpackedSize <= unpackedSizeLimit.value) return;
    const { value, from } = unpackedSizeLimit;
    yield {
      path: 'package.json',
      message: `The package unpacks to ${counted(unpackedSize, 'byte')}; ${from} allows ${count(value)}.`,
      detail: 'unpackedSize',
      evidence: { unpackedSize, limit: value },
    };
  },
};
