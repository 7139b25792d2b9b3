import type { Package } from '../content/package.ts';
import { createMatcher, denies } from '../paths.ts';
import { toFinding } from '../rules/finding.ts';
import type { Finding, RuleTexts } from '../rules/rule.ts';
import type { IgnoredFiles, Policy } from './policy.ts';
import { familyOf } from './policy.ts';

/** A rule without an `inspect`, as those of waivers are. */
export const unusedIgnore: RuleTexts = {
  id: 'policy/ignore-unused',
  title: 'Ignore pattern that matches nothing',
  description:
    'A pattern under `ignore` of a rule matches no file of the package, and nothing that the rule found. It is misspelt, or left over and waits for a file of which nobody would be told. Patterns with `!` are left alone.',
  help: 'Remove the pattern, or correct it: paths are relative to the package root, case counts, and `*` stays within one folder.',
  cwe: [183],
  levels: { closed: 'note', open: 'note' },
};

/** What is of no use under `ignore`: to this package, and of what stands for several. */
export interface UnusedIgnores {
  readonly own: readonly Finding[];
  readonly shared: readonly Finding[];
}

/** Finds the `ignore` patterns that match neither a file nor a place at which their rule found something, as in `outer.zip!/inner.js`. */
export function unusedIgnores(
  rules: Policy['rules'],
  { files }: Pick<Package, 'files'>,
  findings: readonly Finding[],
): UnusedIgnores {
  const own: Finding[] = [];
  const shared: Finding[] = [];
  for (const { rule, ignored } of rules) {
    const patterns = ignored.filter(({ pattern }) => !denies(pattern));
    if (patterns.length === 0) continue;
    const found = findings.filter((finding) => [finding.rule, familyOf(finding.rule)].includes(rule));
    const matcher = createMatcher(patterns.map(({ pattern }) => pattern));
    for (const index of matcher.unused(pathsOf(files, found))) {
      const pattern = patterns[index]!;
      (pattern.shared ? shared : own).push(tell(rule, pattern));
    }
  }
  return { own, shared };
}

function* pathsOf(files: Package['files'], findings: readonly Finding[]): Iterable<string> {
  yield* files.keys();
  for (const { path } of findings) yield path;
}

function tell(rule: string, { pattern, from }: IgnoredFiles): Finding {
  return toFinding(unusedIgnore, {
    path: 'package.json',
    message: `the pattern \`${pattern}\` under \`ignore\` of \`${rule}\` (${from}) matches no file`,
    evidence: { rule, pattern, from },
    detail: `${rule} ${pattern}`,
  });
}
