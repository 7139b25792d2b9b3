import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { pathBelow } from './below.ts';
import { type Member, readWorkspace } from './workspace.ts';

/**
 * The folder, relative to `cwd`, of the package that a path belongs to: that of the nearest package.json with a
 * name and a version, from the path up. A folder above that publishes this one in its own place wins, and so does
 * the one whose dependencies the path lies among. `.` where there is none: above `cwd` only a path that lies
 * outside of it is followed.
 */
export async function packageOf(path: string, cwd: string): Promise<string> {
  let found: string | undefined;
  const [outside = ''] = relative(cwd, resolve(cwd, path)).split(/(?:^|[\\/])node_modules[\\/]/, 1);
  const isWithin = outside !== relative(cwd, resolve(cwd, path));
  const start = isWithin ? resolve(cwd, outside) : dirname(resolve(cwd, path));
  const isBelow = pathBelow(cwd, start) !== undefined;
  for (let at = start; !isBelow || pathBelow(cwd, at) !== undefined; at = dirname(at)) {
    const { name, version, publishConfig } = await manifestOf(at);
    // One that only says what kind of modules lie beside it names no package.
    if (found === undefined && typeof name === 'string' && typeof version === 'string') found = at;
    const { directory } = (publishConfig ?? {}) as { readonly directory?: unknown };
    if (typeof directory === 'string' && resolve(at, directory) === found) found = at;
    if (at === cwd || at === dirname(at)) break;
  }
  return relative(cwd, found ?? cwd) || '.';
}

async function manifestOf(folder: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? { ...manifest } : {};
  } catch {
    // None here, or one that no package manager could pack: look further up.
    return {};
  }
}

export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Whether it is a folder, or a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/**
 * The part of a path below a folder that is a symbolic link, and so what packing does not follow; undefined where
 * none is.
 */
export async function linkIn(path: string, folder: string): Promise<string | undefined> {
  const segments = path.split('/');
  for (let end = 1; end <= segments.length; end++) {
    const part = segments.slice(0, end).join('/');
    const stats = await lstat(join(folder, part)).catch(() => undefined);
    if (stats === undefined) return undefined;
    if (stats.isSymbolicLink()) return part;
  }
  return undefined;
}

/** A folder of the checkout. */
export interface ProjectFolder {
  /** Absolute, links resolved. */
  readonly folder: string;
  /** The same as the user sees it. */
  readonly seen: string;
}

/**
 * The folder in the checkout that a package is made in: the one that was packed; for a tarball the nearest above it
 * with a package.json of that name, else the package of that name in the workspace whose root `cwd` is. Undefined
 * where there is none.
 *
 * @param target as typed
 * @param name the package's own
 * @param cwd absolute: nothing above it is looked at
 * @param members of the workspace whose root `cwd` is, by name
 */
export async function projectOf(
  target: string,
  name: string,
  cwd: string,
  members: Members,
): Promise<ProjectFolder | undefined> {
  if (name === '') return undefined;
  const start = resolve(cwd, target.startsWith('npm:') ? '.' : target);
  for (let at = start; pathBelow(cwd, at) !== undefined; at = dirname(at)) {
    if ((await manifestOf(at)).name === name) return { folder: await realpath(at), seen: at };
    if (at === dirname(at)) break;
  }
  const member = (await members()).get(name);
  return member && { folder: member.folder, seen: resolve(cwd, member.path) };
}

/**
 * The packages of the workspace whose root the working folder is, by name; none where it is no such root, or cannot
 * be read.
 */
export type Members = () => Promise<ReadonlyMap<string, Member>>;

/** Reads them when they are first asked for, and once: a run may look at a thousand tarballs. */
export function membersOf(cwd: string): Members {
  let members: ReturnType<Members> | undefined;
  return () => {
    members ??= readMembers(cwd);
    return members;
  };
}

async function readMembers(cwd: string): Promise<ReadonlyMap<string, Member>> {
  try {
    const members = (await readWorkspace(cwd)) ?? [];
    return new Map([...members].reverse().map((one) => [one.name, one]));
  } catch (error) {
    if (error instanceof PackgateError) return new Map();
    throw error;
  }
}
