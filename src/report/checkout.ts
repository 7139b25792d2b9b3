import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { PackageSummary } from '../policy/judge.ts';

/** Larger manifests are not read: this only finds a line to point at. In bytes. */
const MAX_MANIFEST = 1024 * 1024;

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
  for (let folder = target; isInside(folder, root); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    const text = manifestText(file);
    if (text !== undefined && nameOf(text) === pkg.name) {
      return { file: relative(root, file).split(sep).join('/'), line: lineOfKey(text, 'files') ?? 1 };
    }
  }
  return undefined;
}

function isInside(folder: string, root: string): boolean {
  return folder === root || folder.startsWith(root.endsWith(sep) ? root : root + sep);
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
