import type { Repository } from '../../content/sensitive/facts.ts';
import { byteSize, counted } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/version-control',
  scope: 'package',
  grounds: ['repositories'],
  title: 'Version-control folder or its objects',
  description:
    'The records of a version-control system give back the project as it is and as it was: every source file, what was deleted from it, who changed what and when, and where the server is. Folders of Git, Subversion, Mercurial, CVS and others count, and bare repositories, packs, bundles and loose objects of Git by their bytes under any name.',
  help: 'Leave the folder out of the package. If a build copies it, have the build copy named folders only. Whatever was ever committed, secrets included, counts as known once such a package is published.',
  cwe: [527, 538],
  levels: { closed: 'error', open: 'error' },
  variants: { pointer: { closed: 'warning', open: 'note' } },
  removable: true,
  *inspect({ sensitive }) {
    for (const repository of sensitive.repositories) {
      const { root, system, path, files, size, objects, packs, pointer } = repository;
      yield {
        path,
        detail: root,
        message: pointer
          ? `This file tells where on the build machine the ${system} folder is.`
          : `${root} holds records of ${system}: ${counted(files, 'file')}, ${byteSize(size)}${history(repository)}.`,
        ...(pointer && {
          variant: 'pointer',
          help: 'A worktree or a submodule leaves such a file in its folder. Leave it out of the package.',
        }),
        evidence: { system, folder: root, files, size, objects, packs },
      };
    }
  },
};

function history({ objects, packs }: Repository): string {
  const parts = [
    ...(packs > 0 ? [`${counted(packs, 'pack')} of history`] : []),
    ...(objects > 0 ? [counted(objects, 'object')] : []),
  ];
  return parts.length === 0 ? '' : `, with ${parts.join(' and ')}`;
}
