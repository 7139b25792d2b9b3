import * as machine from 'node:path';

/** The path module of a system: this machine's, or another's in tests. */
export type Paths = Pick<typeof machine, 'relative' | 'resolve' | 'isAbsolute' | 'sep'>;

/**
 * A path as seen from a folder, `/` between segments on every system: what goes into annotations, code scanning and
 * messages. Undefined where it is not below that folder, which on Windows may be another drive or share.
 *
 * @param folder absolute
 * @param path absolute, or relative to the folder
 */
export function pathBelow(folder: string, path: string, paths: Paths = machine): string | undefined {
  const seen = paths.relative(folder, paths.resolve(folder, path));
  if (paths.isAbsolute(seen) || seen === '..' || seen.startsWith(`..${paths.sep}`)) return undefined;
  return seen.split(paths.sep).join('/');
}
