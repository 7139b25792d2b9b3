import { patternProblem } from '../glob.ts';
import type { Manifest } from '../manifest.ts';
import { createMatcher, type PathMatcher } from '../paths.ts';
import { exclusionOf } from './exclusion.ts';
import { whyInForeign } from './foreign-why.ts';
import type { Inclusion } from './inclusion.ts';

/**
 * Which rule of the package manager let a path into the package, by what npm does with the packed `package.json`.
 * A pure function; nested ignore files are not known to it.
 *
 * @param path as in the package, no leading `/`
 * @returns undefined where no rule explains it: then it was packed by something else than npm's rules
 */
export function whyIncluded(manifest: Manifest, path: string): Inclusion | undefined {
  if (manifest.format !== undefined) return whyInForeign(manifest, path);
  return (
    always(manifest, path) ?? (manifest.files === undefined ? unlisted(path) : listed(manifest.files, path))
  );
}

// What `npm pack` takes whatever `files` and the ignore files say.
function always(manifest: Manifest, path: string): Inclusion | undefined {
  if (path === 'package.json') {
    return {
      cause: 'package.json is in every package',
      fix: 'change what it holds: every package has this file',
    };
  }
  const field = mainField(manifest, path);
  if (field !== undefined) {
    return {
      cause: `npm always packs the file that "${field}" in package.json names`,
      fix: `let "${field}" in package.json name the built file, or build over this one`,
      at: [field],
    };
  }
  if (/^(?:readme|licen[cs]e|copying)(?:\.[^/]*)?$/i.test(path)) {
    return {
      cause: 'npm always packs README, LICENSE and COPYING files of the root folder, whatever their ending',
      fix: 'rename the file, or delete it before packing: no line in "files" or .npmignore keeps it out',
    };
  }
  if (path.startsWith('node_modules/')) {
    return {
      cause: '"bundleDependencies" in package.json packs dependencies whole',
      fix: 'take the dependency out of "bundleDependencies", or delete the file before packing',
      at: ['bundleDependencies'],
    };
  }
  return undefined;
}

function mainField({ main, browser, bin }: Manifest, path: string): string | undefined {
  const names = (field: string | undefined) => field !== undefined && trimmed(field) === path;
  if (names(main)) return 'main';
  if (names(browser)) return 'browser';
  return bin?.some(names) ? 'bin' : undefined;
}

function unlisted(path: string): Inclusion {
  return {
    cause: 'package.json has no "files" list, so everything goes in that no ignore file keeps out',
    fix: `add the line \`${exclusionOf(path)}\` to .npmignore (a new one replaces .gitignore: copy its lines), or list what may ship in "files"`,
  };
}

function listed(files: readonly string[], path: string): Inclusion | undefined {
  const { literals, globs, matcher } = compiled(files);
  const itself = literals.get(path);
  const folder = ancestors(path).find((ancestor) => literals.has(ancestor));
  const glob = globs[matcher.deciding(path)];
  const index = itself ?? (folder === undefined ? glob : literals.get(folder));
  if (index === undefined) return byYarn(path);

  const at = ['files', index];
  const entry = `"files"[${index}] in package.json, ${JSON.stringify(files[index])},`;
  const exclude = `add ${JSON.stringify(`!${exclusionOf(path, folder)}`)} at the end of "files" in package.json`;
  if (itself !== undefined) {
    // npm packs a file that an entry spells out even where a later entry takes it back.
    const remove = `take ${JSON.stringify(files[index])} out of "files" in package.json`;
    const alsoOtherwise = folder !== undefined || glob !== undefined;
    return { cause: `${entry} names it`, fix: alsoOtherwise ? `${remove} and ${exclude}` : remove, at };
  }
  return {
    cause: `${entry} ${folder === undefined ? 'matches it' : 'lets in the whole folder'}`,
    fix: exclude,
    at,
  };
}

function byYarn(path: string): Inclusion | undefined {
  if (!/^changelog(?:\.[^/]*)?$/i.test(path)) return undefined;
  return {
    cause: 'yarn always packs CHANGELOG files of the root folder',
    fix: 'rename the file, or delete it before packing',
  };
}

interface Compiled {
  /** Entries without magic, trimmed, to their place in `files`. */
  readonly literals: ReadonlyMap<string, number>;
  /** Places in `files` of the other entries, in the order in which `matcher` has them. */
  readonly globs: readonly number[];
  readonly matcher: PathMatcher;
}

// A list is compiled once for all the paths that are asked about. A hostile one is not matched to its end.
const cache = new WeakMap<readonly string[], Compiled>();
const MAX_GLOBS = 200;

function compiled(files: readonly string[]): Compiled {
  const known = cache.get(files);
  if (known !== undefined) return known;
  const literals = new Map<string, number>();
  const globs: number[] = [];
  const patterns: string[] = [];
  for (const [index, text] of files.entries()) {
    const entry = trimmed(text);
    if (entry.startsWith('!') || entry === '') continue;
    if (!/[*?[\]{}\\]|[!+@]\(/.test(entry)) {
      if (!literals.has(entry)) literals.set(entry, index);
    } else if (globs.length < MAX_GLOBS) {
      // npm reads `dist/*` as all that is in dist, however deep.
      const pattern = entry.replace(/(^|\/)\*$/, '$1**');
      if (patternProblem(pattern) !== undefined) continue;
      globs.push(index);
      patterns.push(pattern);
    }
  }
  const made = { literals, globs, matcher: createMatcher(patterns) };
  cache.set(files, made);
  return made;
}

/** The folders a path lies in, nearest first. */
function ancestors(path: string): string[] {
  const found: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0 && found.length < 100; at = path.lastIndexOf('/', at - 1)) {
    found.push(path.slice(0, at));
  }
  return found;
}

function trimmed(entry: string): string {
  let from = 0;
  if (entry.startsWith('./')) from = 2;
  while (entry[from] === '/') from++;
  let to = entry.length;
  while (to > from && entry[to - 1] === '/') to--;
  return entry.slice(from, to);
}
