import { Minimatch, type MinimatchOptions, minimatch } from 'minimatch';

/** The longest pattern, in characters, and the most alternatives one pattern's braces may stand for. */
export const MAX_PATTERN = 1024;
export const MAX_ALTERNATIVES = 256;

/**
 * Dot files are files, case counts, `#` and `!` are read here and not by minimatch, and a backslash escapes on
 * every system, so that one config means the same everywhere.
 */
const OPTIONS: MinimatchOptions = { dot: true, nocomment: true, nonegate: true, platform: 'linux' };

/** An ordered list of patterns, compiled once. */
export interface PathMatcher {
  /** Whether the last pattern that matches the path is one without `!`. */
  matches(path: string): boolean;
  /** Index of the last pattern that matches the path, -1 where none does. A pattern with `!` matches what stands after the `!`. */
  deciding(path: string): number;
  /** Indexes of the patterns that match none of the paths. */
  unused(paths: Iterable<string>): number[];
}

interface CompiledPattern {
  readonly denies: boolean;
  readonly exact: ReadonlySet<string>;
  readonly globs: readonly { readonly prefix: string; readonly suffix: string; readonly glob: Minimatch }[];
}

/**
 * Compiles minimatch globs over paths of a package (`/` between segments, no leading one).
 *
 * As in the `files` of a package.json, order counts: a pattern with a leading `!` takes back what earlier ones
 * matched, and the last pattern that matches decides. `!(a|b)` is not that: it is an extended glob.
 *
 * Expects patterns that `patternProblem` finds nothing wrong with. `ignoreCase` is for saying what nearly matched.
 */
export function createMatcher(
  patterns: readonly string[],
  { ignoreCase = false }: { ignoreCase?: boolean } = {},
): PathMatcher {
  const options = ignoreCase ? { ...OPTIONS, nocase: true } : OPTIONS;
  const compiled = patterns.map((pattern) => compile(pattern, options));
  const literal = new Map<string, number>();
  const globs: number[] = [];
  compiled.forEach((pattern, index) => {
    for (const path of pattern.exact) literal.set(path, index);
    if (pattern.globs.length > 0) globs.push(index);
  });
  const deciding = (path: string): number => {
    const exact = literal.get(path) ?? -1;
    for (let i = globs.length - 1; i >= 0; i--) {
      const index = globs[i]!;
      if (index <= exact) break;
      if (matchesGlob(compiled[index]!, path)) return index;
    }
    return exact;
  };
  return {
    deciding,
    matches: (path) => {
      const index = deciding(path);
      return index >= 0 && !compiled[index]!.denies;
    },
    unused: (paths) => {
      const open = new Set(compiled.keys());
      for (const path of paths) {
        if (open.size === 0) break;
        for (const index of open) {
          if (compiled[index]!.exact.has(path) || matchesGlob(compiled[index]!, path)) open.delete(index);
        }
      }
      return [...open];
    },
  };
}

/** Whether the pattern takes paths out of the list: `!README.md`, but not `!(a|b)`. */
export function denies(pattern: string): boolean {
  return pattern.startsWith('!') && pattern[1] !== '(';
}

/** The globs that a pattern's braces stand for: `a.{js,css}` gives `a.js` and `a.css`. */
export function alternatives(pattern: string): string[] {
  return minimatch.braceExpand(pattern, { braceExpandMax: MAX_ALTERNATIVES + 1 });
}

function compile(pattern: string, options: MinimatchOptions): CompiledPattern {
  const exact = new Set<string>();
  const globs = [];
  for (const glob of alternatives(denies(pattern) ? pattern.slice(1) : pattern)) {
    const start = glob.search(MAGIC);
    if (start < 0 && !options.nocase) exact.add(glob);
    else {
      // minimatch answers in a microsecond, a literal test in a tenth of it, and most paths fail the literal test.
      const prefix = options.nocase ? '' : glob.slice(0, start);
      const suffix = options.nocase ? '' : glob.slice(glob.search(AFTER_MAGIC));
      globs.push({ prefix, suffix, glob: new Minimatch(glob, { ...options, nobrace: true }) });
    }
  }
  return { denies: denies(pattern), exact, globs };
}

/** More characters than have a meaning in any place: a shorter prefix is still a right one. */
const MAGIC = /[*?[\]{}()!+@|\\]/;
const AFTER_MAGIC = /[^*?[\]{}()!+@|\\]*$/;

function matchesGlob({ globs }: CompiledPattern, path: string): boolean {
  for (const { prefix, suffix, glob } of globs) {
    if (path.endsWith(suffix) && path.startsWith(prefix) && glob.match(path)) return true;
  }
  return false;
}
