import { escapeGlob } from '../rules/allowlist/wider.ts';
import { hashedName, versionedName } from './hashed-name.ts';

/** A path as a pattern in which hashes and the version are `*`. */
export interface Generalise {
  /** The folder of a path: `assets/`, `_next/static/*\/`, or nothing for the root. */
  folder(path: string): string;
  /** The file's name. */
  name(path: string): string;
}

/**
 * @param paths all files, as a doubtful name is read by its neighbours
 * @param version of the package, empty where it is unknown
 */
export function createGeneralise(paths: readonly string[], version: string): Generalise {
  const hashing = new Set<string>();
  for (const path of paths) {
    const [folder, name] = parts(path);
    if (!hashing.has(folder) && hashedName(name, false) !== undefined) hashing.add(folder);
  }
  const segment = (text: string, isAmongHashed: boolean): string => {
    const found = hashedName(text, isAmongHashed) ?? versionedName(text, version);
    return found === undefined ? escapeGlob(text) : `${escapeGlob(found.before)}*${escapeGlob(found.behind)}`;
  };
  const known = new Map<string, string>();
  return {
    folder: (path) => {
      const [folder] = parts(path);
      const before = known.get(folder);
      if (before !== undefined) return before;
      const made = folder
        .split('/')
        .map((text) => (isBuild(text, version) ? segment(text, false) : escapeGlob(text)));
      known.set(folder, made.join('/'));
      return made.join('/');
    },
    name: (path) => {
      const [folder, name] = parts(path);
      const pattern = segment(name, hashing.has(folder));
      // At the root `*.js` would be for more than a build.
      return folder === '' && pattern.startsWith('*') ? escapeGlob(name) : pattern;
    },
  };
}

/** Folders are named by people, but for those that are a build's id or version and nothing else. */
function isBuild(name: string, version: string): boolean {
  const found = hashedName(name, false) ?? versionedName(name, version);
  return found !== undefined && found.before === '' && found.behind === '';
}

function parts(path: string): readonly [folder: string, name: string] {
  const end = path.lastIndexOf('/') + 1;
  return [path.slice(0, end), path.slice(end)];
}
