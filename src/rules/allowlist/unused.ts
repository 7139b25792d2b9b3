import { createMatcher, denies } from '../../paths.ts';
import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  scope: 'package',
  id: 'allowlist/unused',
  title: 'Unused allow pattern',
  description:
    'An `allow` pattern that matches no file is either misspelt or left over, and a left-over pattern waits for a file that nobody expects any more. Patterns with `!` are there to match nothing and are left alone.',
  help: 'Remove the pattern, or correct it: paths are relative to the package root, case counts, and `*` stays within one folder.',
  cwe: [183],
  levels: { closed: 'note', open: 'note' },
  *inspect({ allow, files }) {
    if (allow === null) return;
    const matcher = createMatcher(allow.map(({ pattern }) => pattern));
    for (const index of matcher.unused(files.keys())) {
      const { pattern, from } = allow[index]!;
      if (denies(pattern)) continue;
      const folder = isFolder(pattern, files)
        ? `; it is a folder, and all files in it are \`${pattern}/**\``
        : '';
      yield {
        path: 'package.json',
        message: `the \`allow\` pattern \`${pattern}\` (${from}) matches no file${folder}`,
        evidence: { pattern, from },
        detail: pattern,
      };
    }
  },
};

function isFolder(pattern: string, files: ReadonlyMap<string, number>): boolean {
  for (const path of files.keys()) if (path.startsWith(`${pattern}/`)) return true;
  return false;
}
