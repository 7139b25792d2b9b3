import { type Dirent, existsSync, statSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Minimatch } from 'minimatch';
import { PackgateError } from '../errors.ts';
import { unreadable } from './disk.ts';

const MAX_VISITED = 200_000;
const ARCHIVE_NAME = /\.(?:tgz|tar|tar\.gz)$/i;

/**
 * The tarballs and the folders with a package.json that a glob matches, sorted, written the way the glob is (relative
 * stays relative). As in a shell, `*` matches no name that begins with a dot. `node_modules` and linked folders are only
 * entered where the glob spells them out.
 *
 * @throws PackgateError `target` when nothing fits or the walk gets out of hand
 */
export async function expandGlob(glob: string, cwd: string): Promise<readonly string[]> {
  const pattern = process.platform === 'win32' ? glob.replaceAll('\\', '/') : glob;
  const fixed = /^(?:[^*?[\]{}()!+@]*\/)?/.exec(pattern)?.[0] ?? '';
  const matcher = new Minimatch(pattern.slice(fixed.length), { nonegate: true, nocomment: true });
  const matched: string[] = [];
  let visited = 0;

  const walk = async (folder: string): Promise<void> => {
    for (const entry of await list(resolve(cwd, fixed, folder))) {
      visited++;
      if (visited > MAX_VISITED) {
        throw new PackgateError('target', `${glob}: more than ${MAX_VISITED} files to look through`, {
          help: 'begin the glob with the folder that holds the packages',
        });
      }
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (matcher.match(path)) matched.push(path);
      const enter = entry.isDirectory() && (entry.name !== 'node_modules' || glob.includes('node_modules'));
      if (enter && matcher.match(path, true)) await walk(path);
    }
  };
  await walk('');

  const kept: string[] = [];
  for (const path of matched.sort()) {
    if (await isTarget(resolve(cwd, fixed, path))) kept.push(fixed + path);
  }
  if (kept.length > 0) return kept;
  const seen = matched.length === 0 ? 'matches nothing' : 'matches neither tarballs nor package folders';
  throw new PackgateError('target', `${glob}: ${seen}`, {
    help: 'build or pack first, or correct the glob; quote it, so that the shell hands it over as it is',
  });
}

async function list(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw unreadable(folder, cause);
  }
}

async function isTarget(path: string): Promise<boolean> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  if (stats.isDirectory()) return existsSync(join(path, 'package.json'));
  // A broken tarball is still meant: it must end as "could not look", not be passed over.
  return ARCHIVE_NAME.test(path) || (stats.isFile() && (await beginsLikeTarball(path)));
}

// gzip's two bytes, or the mark at byte 257 of a tar header.
async function beginsLikeTarball(path: string): Promise<boolean> {
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) return true;
  try {
    const head = Buffer.alloc(262);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (bytesRead >= 2 && head[0] === 0x1f && head[1] === 0x8b) return true;
    return bytesRead === head.length && head.toString('latin1', 257) === 'ustar';
  } finally {
    await handle.close();
  }
}
