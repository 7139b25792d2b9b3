import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'archive/duplicate-path',
  scope: 'package',
  grounds: ['duplicate-path'],
  title: 'Path that stands in the archive twice',
  description:
    'The archive holds one path several times. Installers keep the last one, every copy is published, and whoever inspects only one of them is fooled. Copies that are the same, as pnpm 7 and 8 write them where `main` begins with `./`, are milder.',
  help: 'Pack again with npm, yarn, bun or pnpm 9 and later: none of them writes a path twice.',
  cwe: [694],
  levels: { closed: 'error', open: 'error' },
  variants: { same: { closed: 'warning', open: 'warning' } },
  *inspect(pkg) {
    let number = 0;
    for (const { kind, path, message, same } of pkg.oddities)
      if (kind === 'duplicate-path')
        yield {
          path,
          message,
          detail: `${message} ${number++}`,
          ...(same && { variant: 'same', help: SAME }),
        };
  },
};

const SAME =
  'pnpm 7 and 8 do this where `main` in package.json begins with `./`: write it without, or pack with a later pnpm.';
