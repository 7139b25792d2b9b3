import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'archive/limit',
  scope: 'package',
  title: 'Package over a limit',
  description:
    'The package unpacks to more than the `limits` of the config allow. A package that grows all at once often holds what was never meant to be in it.',
  help: 'Look for what has grown, or raise the limit in the config.',
  cwe: [770],
  levels: { closed: 'error', open: 'error' },
  *inspect({ unpackedSize, unpackedSizeLimit }) {
    if (unpackedSizeLimit === undefined || unpackedSize <= unpackedSizeLimit.value) return;
    const { value, from } = unpackedSizeLimit;
    yield {
      path: 'package.json',
      message: `The package unpacks to ${unpackedSize} bytes; ${from} allows ${value}.`,
      detail: 'unpackedSize',
      evidence: { unpackedSize, limit: value },
    };
  },
};
