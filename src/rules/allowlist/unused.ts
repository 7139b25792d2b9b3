import type { AllowPattern } from '../../content/package.ts';
import { createMatcher, denies } from '../../paths.ts';
import type { PackageRule, Sighting } from '../rule.ts';

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
    // What stands for several packages need not match in each: of that the run as a whole is told.
    for (const { pattern, sighting } of unusedPatterns(allow ?? [], files))
      if (!pattern.shared) yield sighting;
  },
};

/** The patterns that match none of the files, but for those with `!`, and what to say of each. */
export function unusedPatterns(
  allow: readonly AllowPattern[],
  files: ReadonlyMap<string, number>,
): readonly { readonly pattern: AllowPattern; readonly sighting: Sighting }[] {
  const matcher = createMatcher(allow.map(({ pattern }) => pattern));
  return matcher.unused(files.keys()).flatMap((index) => {
    const one = allow[index]!;
    const { pattern, from } = one;
    if (denies(pattern)) return [];
    const folder = isFolder(pattern, files)
      ? `; it is a folder, and all files in it are \`${pattern}/**\``
      : '';
    return {
      pattern: one,
      sighting: {
        path: 'package.json',
        message: `the \`allow\` pattern \`${pattern}\` (${from}) matches no file${folder}`,
        evidence: { pattern, from },
        detail: pattern,
      },
    };
  });
}

function isFolder(pattern: string, files: ReadonlyMap<string, number>): boolean {
  for (const path of files.keys()) if (path.startsWith(`${pattern}/`)) return true;
  return false;
}
