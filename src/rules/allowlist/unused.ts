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
  if (allow.length === 0) return [];
  const matcher = createMatcher(allow.map(({ pattern }) => pattern));
  const unused = matcher.unused(files.keys()).map((index) => allow[index]!);
  const folders = foldersAmong(new Set(unused.map(({ pattern }) => pattern)), files);
  return unused.flatMap((one) => {
    const { pattern, from } = one;
    if (denies(pattern)) return [];
    const folder = folders.has(pattern) ? `; it is a folder, and all files in it are \`${pattern}/**\`` : '';
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

/** Those of the names that are folders of the package, in one look at each file. */
function foldersAmong(names: ReadonlySet<string>, files: ReadonlyMap<string, number>): ReadonlySet<string> {
  const folders = new Set<string>();
  if (names.size === 0) return folders;
  for (const path of files.keys()) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      const folder = path.slice(0, at);
      if (names.has(folder)) folders.add(folder);
    }
  }
  return folders;
}
