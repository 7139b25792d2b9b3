import type { Minimatch, MinimatchOptions } from 'minimatch';
import { type Anchored, createAnchorIndex, mostAlike } from './anchors.ts';
import { compileGlob, expandBraces } from './minimatch.ts';

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
  /**
   * Index of the last pattern that matches the path, -1 where none does. A pattern with `!` matches what stands
   * after the `!`.
   */
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
  const index = createAnchorIndex(globs);
  const inCase = (path: string) => (ignoreCase ? path.toUpperCase() : path);
  const deciding = (path: string): number => {
    let last = literals.get(path)?.at(-1) ?? -1;
    const folded = inCase(path);
    for (const list of index.candidates(folded)) {
      for (const glob of list) {
        if (glob.index <= last) break;
        if (!matchesGlob(glob, path, folded)) continue;
        last = glob.index;
        break;
      }
    }
    return last;
  };
  return {
    deciding,
    matches: (path) => {
      const index = deciding(path);
      return index >= 0 && !denies(patterns[index]!);
    },
    all: (path) => {
      const matching = new Set(literals.get(path));
      const folded = inCase(path);
      for (const list of index.candidates(folded))
        for (const glob of list) if (matchesGlob(glob, path, folded)) matching.add(glob.index);
      return [...matching].sort((a, b) => a - b);
    },
    unused: (paths) => {
      const unused = new Set(patterns.keys());
      for (const path of paths) {
        for (const index of literals.get(path) ?? []) unused.delete(index);
        if (unused.size === 0) break;
        const folded = inCase(path);
        for (const list of index.candidates(folded))
          for (const glob of list)
            if (unused.has(glob.index) && matchesGlob(glob, path, folded)) unused.delete(glob.index);
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
  return pattern.includes('{') ? expandBraces(pattern, MAX_ALTERNATIVES + 1) : [pattern];
}

/** More characters than have a meaning in any place: a shorter prefix or suffix is still a right one. */
const MAGIC = /[*?[\]{}()!+@|\\]/;
const AFTER_MAGIC = /[^*?[\]{}()!+@|\\]*$/;

/**
 * Its anchors are literal text that every match begins and ends with: testing it takes a tenth of minimatch's time,
 * and most paths fail.
 */
interface Glob extends Anchored {
  readonly index: number;
  /** What minimatch makes of the rest takes some kilobytes, and is made for the first path that has both anchors. */
  match(path: string): boolean;
}

function compile(text: string, index: number, ignoreCase: boolean): Glob {
  let rest: Minimatch | undefined;
  return {
    index,
    ...anchors(text, ignoreCase),
    match(path) {
      rest ??= compileGlob(text, ignoreCase ? { ...OPTIONS, nocase: true } : OPTIONS);
      return rest.match(path);
    },
  };
}

/** In capitals where case is ignored: what a regular expression takes for one letter is one in capitals. */
function anchors(text: string, ignoreCase: boolean): Anchored {
  const inCase = (anchor: string) => (ignoreCase ? anchor.toUpperCase() : anchor);
  const magic = text.search(MAGIC);
  return {
    prefix: inCase(magic === -1 ? text : text.slice(0, magic)),
    suffix: inCase(text.slice(text.search(AFTER_MAGIC))),
  };
}

/** @param folded the path, in capitals where case is ignored */
function matchesGlob(glob: Glob, path: string, folded: string): boolean {
  return folded.startsWith(glob.prefix) && folded.endsWith(glob.suffix) && glob.match(path);
}

/** The most patterns that packgate tries on one path: those that are no plain paths and begin or end alike. */
export function mostAlikeOf(patterns: readonly string[]): number {
  const globs = patterns.flatMap((pattern) =>
    alternatives(denies(pattern) ? pattern.slice(1) : pattern).filter((text) => MAGIC.test(text)),
  );
  return mostAlike(globs.map((text) => anchors(text, false)));
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
 * A line of an ignore file or an entry of `files`, as minimatch reads it for npm. `!` can be taken as a plain
 * character, for tools that handle it themselves. Not for patterns of packages that somebody else made: their cost
 * is not bounded.
 */
export function packPattern(
  text: string,
  { plainNegation = false, matchBase = true, ignoreCase = true } = {},
): PackPattern {
  const rule = compileGlob(text, {
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

/**
 * Text in lower case that every match holds, '' where that is not easily told: most paths fail it, in a tenth of
 * minimatch's time.
 */
function literalOf(text: string): string {
  if (/[{}()[\]\\]|\.\./.test(text)) return '';
  const pieces = text
    .replace(/^!+/, '')
    .toLowerCase()
    .split(/[*?/!+@|]/);
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}
