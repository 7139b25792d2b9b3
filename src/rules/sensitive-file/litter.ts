import type { PackageRule } from '../rule.ts';
import { TEMPLATE, TEMPLATE_HELP } from './template.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/litter',
  scope: 'package',
  grounds: ['litter'],
  title: 'What editors and systems left behind',
  description:
    'Swap files, backups and rejected changes hold the text of a file as it was, settings of an editor the layout of a project and paths of a machine, and an index of the Finder or of Windows the names of files that were never meant to be seen. Known by name and content together.',
  help: 'Delete the file, and have the package list what may be published, so that the next one stays out.',
  cwe: [530, 538],
  levels: { closed: 'error', open: 'warning' },
  variants: { template: TEMPLATE },
  removable: true,
  *inspect({ sensitive }) {
    for (const { path, facts, template, size } of sensitive.files) {
      if (facts.kind !== 'litter') continue;
      const { what, from } = facts;
      const isTemplate = template && from === 'editor';
      yield {
        path,
        message: `This is ${what}.`,
        ...(isTemplate ? { variant: 'template', help: TEMPLATE_HELP } : { help: HELP[from] }),
        evidence: { what, size },
      };
    }
  },
};

const HELP = {
  system:
    'Delete it: the system makes a new one. Have the package list what may be published, so that the next one stays out.',
  editor: 'Leave it out of the package: best by a list of what may be published.',
  backup: 'Delete the copy, or leave it out of the package: it holds the file as it was at some time.',
} as const;
