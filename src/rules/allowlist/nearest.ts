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

interface Test {
  readonly matches: (path: string) => boolean;
  readonly why: string;
}

interface Candidate {
  readonly index: number;
  readonly pattern: string;
  readonly tests: readonly Test[];
  /** The pattern without its first folders, as if it were meant from elsewhere. */
  readonly tails: readonly Test[];
  /** Any other name in the same folder. */
  readonly siblings: readonly Test[];
  /** `.js` for `dist/*.js`. */
  readonly extensions: readonly string[];
  readonly matches: (path: string) => boolean;
}

/** Patterns up to which what is prepared for them is kept: it takes ten kilobytes each. */
const KEPT = 1000;
/** What making it anew costs in comparisons. */
const MAKING = 10;

/** Why a pattern may have been meant, the likeliest first. */
const REASONS: readonly ((candidate: Candidate, path: string) => string | undefined)[] = [
  ({ tests }, path) => tests.find(({ matches }) => matches(path))?.why,
  otherExtension,
  misspelt,
  ({ tails }, path) => tails.find(({ matches }) => matches(path))?.why,
  ({ siblings }, path) => siblings.find(({ matches }) => matches(path))?.why,
];

/** Prepares the question which pattern comes nearest to a path that none matches. */
export function createNearest(patterns: readonly string[]): (path: string) => Nearest | undefined {
  const kept: Candidate[] = [];
  let budget = MAX_COMPARISONS;

  function* candidates(): Iterable<Candidate> {
    for (const [index, pattern] of patterns.entries()) {
      if (denies(pattern)) continue;
      if (patterns.length > KEPT) yield prepare(pattern, index);
      else {
        kept[index] ??= prepare(pattern, index);
        yield kept[index];
      }
    }
  }

  return (path) => {
    budget -= patterns.length * (patterns.length > KEPT ? MAKING : 1);
    if (budget < 0) return undefined;
    let nearest: Nearest | undefined;
    let likely = REASONS.length;
    for (const candidate of candidates()) {
      for (let i = 0; i < likely; i++) {
        const why = REASONS[i]!(candidate, path);
        if (why === undefined) continue;
        nearest = { index: candidate.index, why };
        likely = i;
      }
      if (likely === 0) break;
    }
    return nearest;
  };
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
  const tails = tailsOf(pattern).map((tail) =>
    test([tail], `paths begin at the root of the package; write \`${tail}\``),
  );
  const name = pattern.slice(pattern.lastIndexOf('/') + 1);
  const siblings = /^\**[^*]+\*.*\.[A-Za-z0-9]+$/.test(name)
    ? [test(globs.map(withAnyName), `names there are like \`${name}\``)]
    : [];
  return {
    index,
    pattern,
    tests,
    tails,
    siblings,
    extensions: [...new Set(globs.map((glob) => /\.[A-Za-z0-9]+$/.exec(glob)?.[0] ?? ''))].filter(Boolean),
    matches: createMatcher([pattern]).matches,
  };
}

/** `dist/*.js` for `packages/cli/dist/*.js`: the first folders that are plain names, one after another. */
function tailsOf(pattern: string): string[] {
  const segments = pattern.split('/');
  const magic = segments.findIndex((segment) => /[*?[\]{}()!\\]/.test(segment));
  // What is left begins with a plain name, or it would match nearly anything.
  const most = magic < 0 ? segments.length - 1 : magic - 1;
  return Array.from({ length: Math.max(0, Math.min(most, 4)) }, (_, cut) =>
    segments.slice(cut + 1).join('/'),
  );
}

/** `dist/*.js` for `dist/index-*.js`. */
function withAnyName(glob: string): string {
  return glob.replace(/(?<![^/])[^/]*?(\.[A-Za-z0-9]+)$/, '*$1');
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
