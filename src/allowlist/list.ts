import { carrierOf } from '../content/inner-path.ts';
import type { AllowPattern, Package } from '../content/package.ts';
import { createMatcher, denies } from '../paths.ts';
import type { JudgedFinding } from '../policy/verdict.ts';
import { createAlwaysPacked } from '../rules/allowlist/always.ts';
import { escapeGlob } from '../rules/allowlist/wider.ts';
import { proposeAllow } from './proposal.ts';

/** A pattern as it stands in the config. */
export interface Listed {
  readonly pattern: string;
  /** Behind it, empty where there is none. */
  readonly comment: string;
  /** Whether a comment stands above it. */
  readonly isIntroduced: boolean;
}

/** A file with what is wrong in it. */
export interface Leaking {
  readonly path: string;
  readonly rules: readonly string[];
  /** Whether a pattern that somebody wrote lets it in all the same. */
  readonly isAllowed: boolean;
}

/** How a list has to change to match what the package holds, but for what leaks. */
export interface ListChange {
  readonly add: readonly { readonly pattern: string; readonly comment?: string }[];
  /** Indexes of patterns to take out: they match nothing, and nobody wrote a comment to them. */
  readonly remove: readonly number[];
  /** Patterns that match nothing and stay, as somebody wrote a comment to them. */
  readonly unused: readonly string[];
  readonly leaking: readonly Leaking[];
  /** Whether the list is new, so that it has to be written even if it is empty. */
  readonly isNew: boolean;
}

/** Marks a pattern that was written here to keep a leak out, so that it is taken out again when the leak is gone. */
const LEFT_OUT = 'left out: ';

/**
 * Compares a list with what the package holds.
 *
 * @param findings as judged by the config; those of level error that no waiver covers keep their files off the list
 * @param list the package's own list, undefined where it has none
 * @param shared the list that holds for it as long as it has none of its own
 */
export function changeList(
  pkg: Package,
  findings: readonly JudgedFinding[],
  list: readonly Listed[] | undefined,
  shared: readonly AllowPattern[] | undefined,
): ListChange {
  const files = [...pkg.files.keys()];
  const leaks = leaksOf(findings, pkg);
  const good = files.filter((path) => !leaks.has(path));
  const stale = (list ?? []).map(
    ({ pattern, comment }) => comment.startsWith(LEFT_OUT) && !leaks.has(unescaped(pattern.slice(1))),
  );
  const patterns = list?.map(({ pattern }) => pattern) ?? shared?.map(({ pattern }) => pattern);
  const matcher = createMatcher((patterns ?? []).filter((_, index) => !stale[index]));
  const isAlwaysPacked = createAlwaysPacked(pkg.manifest);
  const missing =
    patterns === undefined
      ? good
      : good.filter((path) => matcher.deciding(path) < 0 && !isAlwaysPacked(path));
  // A list of its own takes the place of the shared one, so that it has to name everything.
  const isReplaced = list === undefined && missing.length > 0;
  const wanted = isReplaced ? good : missing;
  const proposed = proposeAllow(wanted, [...leaks.keys()], pkg.manifest.version);
  const unused = createMatcher(list?.map(({ pattern }) => pattern) ?? [])
    .unused(files)
    .filter((index) => !denies(list![index]!.pattern));
  const isCommented = (index: number) => list![index]!.comment !== '' || list![index]!.isIntroduced;
  const present = new Set(patterns);
  return {
    add: proposed
      .filter((pattern) => isReplaced || !present.has(pattern))
      .map((pattern) => ({ pattern, ...leftOut(pattern, leaks) })),
    remove: [
      ...stale.flatMap((isStale, index) => (isStale ? [index] : [])),
      ...unused.filter((index) => !isCommented(index)),
    ].sort((a, b) => a - b),
    unused: unused.filter(isCommented).map((index) => list![index]!.pattern),
    leaking: [...leaks].map(([path, rules]) => ({
      path,
      rules: [...rules],
      isAllowed: matcher.matches(path),
    })),
    isNew: list === undefined && (shared === undefined || isReplaced),
  };
}

/** Files with findings that stop a release, other than those that the list itself makes. */
function leaksOf(findings: readonly JudgedFinding[], { files }: Package): ReadonlyMap<string, Set<string>> {
  const leaks = new Map<string, Set<string>>();
  for (const { rule, severity, waived, path } of findings) {
    if (severity !== 'error' || waived !== undefined || /^(?:allowlist|policy)\//.test(rule)) continue;
    const file = carrierOf(path, files);
    if (file === 'package.json' || !files.has(file)) continue;
    leaks.set(file, (leaks.get(file) ?? new Set()).add(rule));
  }
  return leaks;
}

function leftOut(
  pattern: string,
  leaks: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly comment?: string } {
  if (!denies(pattern)) return {};
  const rules = leaks.get(unescaped(pattern.slice(1)));
  return rules === undefined ? {} : { comment: `${LEFT_OUT}${[...rules].join(', ')}` };
}

/** The path that `escapeGlob` made a pattern of. */
function unescaped(pattern: string): string {
  const path = pattern.replace(/\\(.)/g, '$1');
  return escapeGlob(path) === pattern ? path : pattern;
}
