import { alternatives, createMatcher, denies } from '../../paths.ts';
import { editDistance } from '../../suggestion.ts';
import { escapeGlob, extensionOf } from './wider.ts';

/** Comparisons of one path with one pattern that a run may spend: some microseconds each. After them nothing is near. */
const MAX_COMPARISONS = 200_000;

/** The pattern that nearly matched. */
export interface Nearest {
  readonly index: number;
  /** Why it did not, in a few words. */
  readonly why: string;
}

interface Candidate {
  readonly index: number;
  readonly pattern: string;
  readonly tests: readonly { readonly matches: (path: string) => boolean; readonly why: string }[];
  /** `.js` for `dist/*.js`. */
  readonly extensions: readonly string[];
  readonly matches: (path: string) => boolean;
}

/** Prepares the question which pattern comes nearest to a path that none matches. */
export function createNearest(patterns: readonly string[]): (path: string) => Nearest | undefined {
  let candidates: Candidate[] | undefined;
  let budget = MAX_COMPARISONS;
  return (path) => {
    candidates ??= patterns.flatMap((pattern, index) => (denies(pattern) ? [] : [prepare(pattern, index)]));
    budget -= candidates.length;
    if (budget < 0) return undefined;
    return (
      first(candidates, ({ tests }) => tests.find(({ matches }) => matches(path))?.why) ??
      first(candidates, (candidate) => otherExtension(candidate, path)) ??
      first(candidates, (candidate) => misspelt(candidate, path))
    );
  };
}

function first(
  candidates: readonly Candidate[],
  reason: (candidate: Candidate) => string | undefined,
): Nearest | undefined {
  for (const candidate of candidates) {
    const why = reason(candidate);
    if (why !== undefined) return { index: candidate.index, why };
  }
  return undefined;
}

function prepare(pattern: string, index: number): Candidate {
  const globs = alternatives(pattern);
  const test = (list: readonly string[], why: string, ignoreCase = false) => ({
    matches: createMatcher(list, { ignoreCase }).matches,
    why,
  });
  const deeper = globs.map((glob) => glob.replace(/[^/]*$/, '**/$&'));
  const tests = [
    test(globs, 'upper and lower case differ', true),
    test([`${pattern}/**`], `it names a folder; the files in it are \`${pattern}/**\``),
    test([escapeGlob(pattern)], `brackets and stars are read as wildcards; write \`${escapeGlob(pattern)}\``),
    ...(pattern.includes('*')
      ? [test(deeper, '`*` stays in one folder, and this file is deeper; `**/` goes through all')]
      : []),
  ];
  return {
    index,
    pattern,
    tests,
    extensions: [...new Set(globs.map((glob) => /\.[A-Za-z0-9]+$/.exec(glob)?.[0] ?? ''))].filter(Boolean),
    matches: createMatcher([pattern]).matches,
  };
}

/** `dist/*.js` for `dist/cli.js.map` or `dist/style.css`. */
function otherExtension({ extensions, matches }: Candidate, path: string): string | undefined {
  const own = extensionOf(path.slice(path.lastIndexOf('/') + 1));
  if (own === '') return undefined;
  const stem = path.slice(0, -own.length);
  for (const extension of extensions) {
    if (extension !== own && matches(stem + extension))
      return `it is for \`${extension}\`, and this is \`${own}\``;
  }
  return undefined;
}

function misspelt({ pattern }: Candidate, path: string): string | undefined {
  if (/[*?[{(]/.test(pattern) || Math.abs(pattern.length - path.length) > 2) return undefined;
  const distance = editDistance(pattern, path);
  if (distance > 2) return undefined;
  return distance === 1 ? 'one character differs' : `${distance} characters differ`;
}
