import { Minimatch, type MinimatchOptions, minimatch } from 'minimatch';

/** The longest pattern, in characters, and the most alternatives one pattern's braces may stand for. */
export const MAX_PATTERN = 1024;
export const MAX_ALTERNATIVES = 256;

/**
 * Dot files are files, case counts, `#` and `!` are read here and not by minimatch, and a backslash escapes on
 * every system, so that one config means the same everywhere.
 */
const OPTIONS: MinimatchOptions = {
  dot: true,
  nocomment: true,
  nonegate: true,
  nobrace: true,
  platform: 'linux',
};

/** An ordered list of patterns, compiled once. */
export interface PathMatcher {
  /** Whether the last pattern that matches the path is one without `!`. */
  matches(path: string): boolean;
  /** Index of the last pattern that matches the path, -1 where none does. A pattern with `!` matches what stands after the `!`. */
  deciding(path: string): number;
  /** Indexes of all patterns that match the path, in order. */
  all(path: string): number[];
  /** Indexes of the patterns that match none of the paths. */
  unused(paths: Iterable<string>): number[];
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
  const literals = new Map<string, number[]>();
  const globs: Glob[] = [];
  for (const [index, pattern] of patterns.entries()) {
    for (const text of alternatives(denies(pattern) ? pattern.slice(1) : pattern)) {
      if (ignoreCase || MAGIC.test(text)) globs.push(compile(text, index, ignoreCase));
      else literals.set(text, [...(literals.get(text) ?? []), index]);
    }
  }
  globs.reverse();
  const deciding = (path: string): number => {
    const literal = literals.get(path)?.at(-1) ?? -1;
    for (const glob of globs) {
      if (glob.index <= literal) break;
      if (matchesGlob(glob, path)) return glob.index;
    }
    return literal;
  };
  return {
    deciding,
    matches: (path) => {
      const index = deciding(path);
      return index >= 0 && !denies(patterns[index]!);
    },
    all: (path) => {
      const matching = new Set(literals.get(path));
      for (const glob of globs) if (matchesGlob(glob, path)) matching.add(glob.index);
      return [...matching].sort((a, b) => a - b);
    },
    unused: (paths) => {
      const unused = new Set(patterns.keys());
      const waiting = new Set(globs);
      for (const path of paths) {
        for (const index of literals.get(path) ?? []) unused.delete(index);
        for (const glob of waiting) {
          if (unused.has(glob.index) && matchesGlob(glob, path)) unused.delete(glob.index);
          if (!unused.has(glob.index)) waiting.delete(glob);
        }
      }
      return [...unused];
    },
  };
}

/** Whether the pattern takes paths out of the list: `!README.md`, but not `!(a|b)`. */
export function denies(pattern: string): boolean {
  return pattern.startsWith('!') && pattern[1] !== '(';
}

/** The globs that a pattern's braces stand for, at most `MAX_ALTERNATIVES` + 1: `a.{js,css}` gives `a.js` and `a.css`. */
export function alternatives(pattern: string): string[] {
  return minimatch.braceExpand(pattern, { braceExpandMax: MAX_ALTERNATIVES + 1 });
}

/** More characters than have a meaning in any place: a shorter prefix or suffix is still a right one. */
const MAGIC = /[*?[\]{}()!+@|\\]/;
const AFTER_MAGIC = /[^*?[\]{}()!+@|\\]*$/;

interface Glob {
  readonly index: number;
  /** Literal text that every match begins and ends with: testing it takes a tenth of minimatch's time, and most paths fail. */
  readonly prefix: string;
  readonly suffix: string;
  readonly minimatch: Minimatch;
}

function compile(text: string, index: number, ignoreCase: boolean): Glob {
  return {
    index,
    prefix: ignoreCase ? '' : text.slice(0, text.search(MAGIC)),
    suffix: ignoreCase ? '' : text.slice(text.search(AFTER_MAGIC)),
    minimatch: new Minimatch(text, ignoreCase ? { ...OPTIONS, nocase: true } : OPTIONS),
  };
}

function matchesGlob(glob: Glob, path: string): boolean {
  return path.startsWith(glob.prefix) && path.endsWith(glob.suffix) && glob.minimatch.match(path);
}

/** One pattern as package managers read it. */
export interface PackPattern {
  /** Whether it begins with an odd number of `!`: then it lets files in. */
  readonly negate: boolean;
  /** Compared with the last segment alone, wherever it stands. */
  readonly isName: boolean;
  /** Whether the path matches what stands after the `!`; `partial` also takes folders on the way to what matches. */
  match(path: string, partial?: boolean): boolean;
}

/**
 * A line of an ignore file or an entry of `files`, as minimatch reads it for npm. `!` can be taken as a plain character, for
 * tools that handle it themselves. Not for patterns of packages that somebody else made: their cost is not bounded.
 */
export function packPattern(
  text: string,
  { plainNegation = false, matchBase = true, ignoreCase = true } = {},
): PackPattern {
  const rule = new Minimatch(text, {
    matchBase,
    dot: true,
    flipNegate: true,
    nocase: ignoreCase,
    nocomment: true,
    platform: 'linux',
    nonegate: plainNegation,
  });
  const literal = literalOf(text);
  return {
    negate: rule.negate,
    isName: rule.globParts.some((parts) => parts.length <= (parts.at(-1) ? 1 : 2)),
    match: (path, partial = false) =>
      (partial || literal === '' || path.toLowerCase().includes(literal)) && rule.match(path, partial),
  };
}

/** Text in lower case that every match holds, '' where that is not easily told: most paths fail it, in a tenth of minimatch's time. */
function literalOf(text: string): string {
  if (/[{}()[\]\\]|\.\./.test(text)) return '';
  const pieces = text
    .replace(/^!+/, '')
    .toLowerCase()
    .split(/[*?/!+@|]/);
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}
