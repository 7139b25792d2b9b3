import { type Dirent, existsSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { alternatives, createMatcher, MAX_ALTERNATIVES } from '../paths.ts';
import { unreadable } from './disk.ts';

const MAX_VISITED = 200_000;
const ARCHIVE_NAME = /\.(?:tgz|tar|tar\.gz)$/i;
const MAGIC = /[*?[\]\\]|[!+@]\(/;

/**
 * The tarballs and the folders with a package.json that a glob matches, sorted, written the way the glob is (relative
 * stays relative). As in a shell, `*` and `**` match no name that begins with a dot, and `**` enters no linked folder;
 * it enters no `node_modules` either.
 *
 * @throws PackgateError `target` when nothing fits or the walk gets out of hand, `usage` for too many braces
 */
export async function expandGlob(glob: string, cwd: string): Promise<readonly string[]> {
  const matched = await walkGlob(glob, cwd);
  const kept: string[] = [];
  for (const path of matched) if (await isTarget(resolve(cwd, path))) kept.push(path);
  if (kept.length > 0) return kept;
  const seen = matched.length === 0 ? 'matches nothing' : 'matches neither tarballs nor package folders';
  throw new PackgateError('target', `${glob}: ${seen}`, {
    help: 'build or pack first, or correct the glob; quote it, so that the shell hands it over as it is',
  });
}

/**
 * Whatever a glob matches on the disk, sorted and each once, by the rules of `expandGlob`; empty where nothing does.
 *
 * @throws PackgateError `target` when the walk gets out of hand, `usage` for too many braces
 */
export async function walkGlob(glob: string, cwd: string): Promise<readonly string[]> {
  const matched = new Set<string>();
  let visited = 0;

  const list = async (folder: string): Promise<readonly Dirent[]> => {
    const entries = await entriesOf(resolve(cwd, folder));
    visited += entries.length;
    if (visited <= MAX_VISITED) return entries;
    throw new PackgateError('target', `${glob}: more than ${count(MAX_VISITED)} names to look through`, {
      help: 'begin the glob with the folder that holds the packages',
    });
  };
  // `at` ends with a slash, or is empty for the working folder.
  const walk = async (at: string, [segment, ...rest]: readonly string[]): Promise<void> => {
    if (segment === undefined) {
      matched.add(at.slice(0, -1));
    } else if (segment === '**') {
      if (rest.length > 0) await walk(at, rest);
      for (const entry of await list(at)) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (entry.isDirectory()) await walk(`${at}${entry.name}/`, [segment, ...rest]);
        if (rest.length === 0) matched.add(at + entry.name);
      }
    } else if (!MAGIC.test(segment)) {
      if (existsSync(resolve(cwd, at, segment))) await walk(`${at}${segment}/`, rest);
    } else {
      // A leading `!` would ask for all other names.
      const matcher = createMatcher([segment.replace(/^!(?!\()/, '\\!')]);
      for (const entry of await list(at)) {
        if (entry.name.startsWith('.') && !segment.startsWith('.')) continue;
        if (matcher.matches(entry.name)) await walk(`${at}${entry.name}/`, rest);
      }
    }
  };
  const pattern = process.platform === 'win32' ? glob.replaceAll('\\', '/') : glob;
  const expanded = alternatives(pattern);
  if (expanded.length > MAX_ALTERNATIVES) {
    throw new PackgateError('usage', `${glob}: stands for more than ${count(MAX_ALTERNATIVES)} globs`, {
      help: 'use * in place of the braces',
    });
  }
  for (const alternative of expanded) {
    const root = /^(?:[a-z]:)?\/+/i.exec(alternative)?.[0] ?? '';
    const segments = alternative.slice(root.length).split('/');
    await walk(
      root,
      segments.filter((segment, at) => segment !== '' && !(segment === '**' && segments[at - 1] === '**')),
    );
  }
  return [...matched].sort();
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw unreadable(folder, cause);
  }
}

async function isTarget(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) return existsSync(join(path, 'package.json'));
  // A broken tarball is still meant: it must end as "could not look", not be passed over.
  return ARCHIVE_NAME.test(path) || (stats?.isFile() === true && (await beginsLikeTarball(path)));
}

/**
 * Whether a file begins with gzip's two bytes, or has the mark at byte 257 of a tar header; true where it cannot be read.
 */
export async function beginsLikeTarball(path: string): Promise<boolean> {
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
