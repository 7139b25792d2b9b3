import { byteSize } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/log',
  scope: 'package',
  grounds: ['log'],
  title: 'Log or history of commands',
  description:
    'A log tells paths, names, addresses and versions of the machine that wrote it, and now and then a token that somebody printed; a history of commands tells what was typed, passwords included. A file that is only called a log, and does not look like one, is milder.',
  help: 'Delete the file, and leave logs out of the package.',
  cwe: [532, 538],
  levels: { closed: 'error', open: 'warning' },
  variants: {
    history: { closed: 'error', open: 'error' },
    unsure: { closed: 'warning', open: 'note' },
  },
  removable: true,
  *inspect({ sensitive }) {
    for (const { path, facts, size } of sensitive.files) {
      if (facts.kind !== 'log') continue;
      const { what, form } = facts;
      yield {
        path,
        message:
          form === 'unsure'
            ? `This file (${byteSize(size)}) is called a log.`
            : `This is ${what}, ${byteSize(size)}.`,
        ...(form === 'shell' && {
          variant: 'history',
          help: 'Look through it for what was typed, replace what is secret in it, and delete the file.',
        }),
        ...(form === 'unsure' && {
          variant: 'unsure',
          help: 'If it is a log, delete it. If it belongs to the package, list it under `ignore` of this rule.',
        }),
        evidence: { what, size },
      };
    }
  },
};
