import { createPathTable, type PathTable } from '../../content/path-table.ts';

/**
 * The paths that have a hash in their name, as they are without it, and for each the largest of their numbers. Flat
 * in memory.
 */
export function hashed(files: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  let found: PathTable | undefined;
  for (const [path, size] of files) {
    const plain = withoutHash(path);
    if (plain === path) continue;
    found ??= createPathTable();
    found.set(plain, Math.max(size, found.get(plain) ?? 0));
  }
  return found ?? new Map();
}

/**
 * `dist/chunk-*.js` for `dist/chunk-4F2Q9Z7A.js`: bundlers write hashes of 6 to 64 letters and digits, never
 * letters alone.
 */
export function withoutHash(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash).replace(/[A-Za-z0-9_]+/g, (word) => (isHash(word) ? '*' : word));
  return path.slice(0, slash) + name;
}

function isHash(word: string): boolean {
  return word.length >= 6 && word.length <= 64 && /\d/.test(word) && /^[A-Za-z0-9_]+$/.test(word);
}
