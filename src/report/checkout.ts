import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PackageSummary } from '../policy/verdict.ts';
import { pathBelow } from '../target/below.ts';

/** Larger manifests are not read: this only finds a line to point at. In bytes. */
const MAX_MANIFEST = 1024 * 1024;

/** What reports know of the checkout that a run looked at. */
export interface Checkout {
  /** Where in it a package is made, where nothing better is known. */
  placeIn(pkg: PackageSummary): Place | undefined;
  /** A place as the repository has it. */
  inRepository(place: Place): Place;
}

/** Knows nothing. */
export function noCheckout(): Checkout {
  return { placeIn: () => undefined, inRepository: (place) => place };
}

/** @param workspace absolute: the folder that paths in findings are relative to */
export function checkoutAt(workspace: string): Checkout {
  const above = rootAbove(workspace);
  return {
    placeIn: (pkg) => placeInCheckout(pkg, workspace),
    inRepository: ({ file, line }) => {
      const path = resolve(workspace, file);
      const root = above ?? rootBelow(workspace, path) ?? workspace;
      return { file: pathBelow(root, path) ?? file, line };
    },
  };
}

/** The root of the repository that the folder lies in. */
function rootAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** The outermost repository between a folder that lies in none and a path below it: a workflow may check out into a folder of its own. */
function rootBelow(folder: string, path: string): string | undefined {
  let found: string | undefined;
  for (let at = dirname(path); at !== folder && pathBelow(folder, at) !== undefined; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) found = at;
  }
  return found;
}

/** A place in the checkout. */
export interface Place {
  /** Relative to the workspace, `/` between segments. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Where in the checkout a person would fix what was found in a package: the `files` line of the `package.json` that makes it, since the
 * files of a tarball are not in the checkout. A folder names its manifest itself; for a tarball the folders above it are tried, up to the
 * workspace, for a manifest of the same name. Undefined where there is none.
 */
export function placeInCheckout(pkg: PackageSummary, workspace: string): Place | undefined {
  const root = resolve(workspace);
  const target = resolve(root, pkg.target.startsWith('npm:') ? '.' : pkg.target);
  for (let folder = target; pathBelow(root, folder) !== undefined; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    const text = manifestText(file);
    if (text !== undefined && nameOf(text) === pkg.name) {
      return { file: pathBelow(root, file) ?? file, line: lineOfKey(text, 'files') ?? 1 };
    }
    if (folder === dirname(folder)) break;
  }
  return undefined;
}

function manifestText(file: string): string | undefined {
  try {
    const stats = statSync(file);
    return stats.isFile() && stats.size <= MAX_MANIFEST ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(text: string): unknown {
  try {
    return JSON.parse(text)?.name;
  } catch {
    return undefined;
  }
}

/** The line, counted from 1, of a key of the outermost object. */
export function lineOfKey(json: string, key: string): number | undefined {
  let depth = 0;
  let line = 1;
  // A string with the colon that makes it a key, a bracket, or the end of a line; JSON strings hold no raw line ends.
  for (const [token, word, colon] of json.matchAll(/"((?:[^"\\\n]|\\.)*)(?:"(\s*:)?)?|[{}[\]]|\n/g)) {
    if (word !== undefined && colon !== undefined && depth === 1 && word === key) return line;
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    line += token.split('\n').length - 1;
  }
  return undefined;
}
