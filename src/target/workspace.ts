import { existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { patternProblem } from '../glob.ts';
import { createMatcher, denies } from '../paths.ts';
import { openRegular } from './disk.ts';
import { walkGlob } from './glob.ts';
import { type Manager, managerName, PNPM_WORKSPACE } from './manager.ts';
import { readProject } from './project.ts';
import { foldersUp } from './repository.ts';

/** A folder of a workspace that holds a package. */
export interface Member {
  /** Relative to the workspace's root, `/` between segments; `.` is the root itself. */
  readonly path: string;
  /** Absolute, links resolved. */
  readonly folder: string;
  /** Empty where the package.json has none. */
  readonly name: string;
  /** Why no package manager publishes it: `private`, `no name` or `no version`. Absent where one would. */
  readonly unpublishable?: string;
}

/**
 * The packages of the npm, pnpm, yarn or bun workspace whose root the folder is: the root first, the others by
 * path. Undefined where it is no root, or a root with nothing below.
 *
 * Which file says so depends on the package manager: pnpm reads `pnpm-workspace.yaml` alone, the others
 * `workspaces` in `package.json`. Patterns with `!` take folders out; for npm and bun the order counts, as the last
 * pattern that matches decides. (yarn 1 knows no such patterns. Who writes one means it.)
 *
 * @param root absolute
 * @throws PackgateError `target` for a file of the workspace that cannot be read
 */
export async function readWorkspace(root: string): Promise<readonly Member[] | undefined> {
  const manager = await managerName(root).catch((error: unknown) => {
    if (error instanceof PackgateError) return undefined;
    throw error;
  });
  // A manager that packgate does not know cannot pack either, and that is said there.
  if (manager === undefined) return undefined;
  const members = new Map<string, Member>();
  await collect(root, '', manager, members);
  members.delete('.');
  if (members.size === 0) return undefined;
  const below = [...members.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [await readMember(root, '.'), ...below];
}

/**
 * The root of the workspace that a folder below it belongs to; undefined where it belongs to none, or to one that
 * no config is looked for in. Looks up to the root of the repository.
 *
 * @param folder absolute
 */
export async function workspaceAround(folder: string): Promise<string | undefined> {
  const real = await realpath(folder);
  for (const at of foldersUp(real).slice(1)) {
    if (!MARKS.some((mark) => existsSync(join(at, mark)))) continue;
    const members = await readWorkspace(at);
    if (members?.some((member) => member.folder === real)) return at;
  }
  return undefined;
}

const MARKS = ['package.json', PNPM_WORKSPACE];

/** Of yarn's workspaces, each may have some of its own. */
async function collect(
  root: string,
  at: string,
  manager: Manager['name'],
  members: Map<string, Member>,
): Promise<void> {
  const patterns = await patternsOf(join(root, at), at || '.', manager);
  for (const path of await foldersOf(join(root, at), patterns, manager)) {
    const place = at === '' || path === '.' ? path : `${at}/${path}`;
    if (members.has(place) || path === '.') continue;
    members.set(place, await readMember(root, place));
    if (manager === 'yarn') await collect(root, place, manager, members);
  }
}

async function readMember(root: string, path: string): Promise<Member> {
  // pnpm is content with a root that is no package itself.
  if (path === '.' && !(await isFile(join(root, 'package.json')))) {
    return { path, folder: await realpath(root), name: '', unpublishable: 'no package.json' };
  }
  const { name, version, isPrivate } = await readProject(join(root, path), path);
  const unpublishable = isPrivate
    ? 'private'
    : name === ''
      ? 'no name'
      : version === ''
        ? 'no version'
        : undefined;
  const folder = await realpath(join(root, path));
  return { path, folder, name, ...(unpublishable !== undefined && { unpublishable }) };
}

async function patternsOf(folder: string, called: string, manager: Manager['name']): Promise<string[]> {
  if (manager === 'pnpm') return pnpmPatterns(folder, called);
  const hasManifest = await isFile(join(folder, 'package.json'));
  return hasManifest ? [...((await readProject(folder, called)).workspaces ?? [])] : [];
}

async function pnpmPatterns(folder: string, called: string): Promise<string[]> {
  const file = join(folder, PNPM_WORKSPACE);
  if (!(await isFile(file))) return [];
  const name = called === '.' ? PNPM_WORKSPACE : `${called}/${PNPM_WORKSPACE}`;
  const handle = await openRegular(file, name);
  const text = await handle.readFile('utf8').finally(() => handle.close());
  const { foldersIn } = await import('./pnpm-workspace.ts');
  try {
    return foldersIn(text);
  } catch (cause) {
    throw new PackgateError('target', `${name}: is not valid YAML`, {
      help: 'correct it: pnpm fails too',
      cause,
    });
  }
}

/** Folders with a package.json that the patterns stand for, relative to `root`. */
async function foldersOf(
  root: string,
  patterns: readonly string[],
  manager: Manager['name'],
): Promise<readonly string[]> {
  const globs = patterns
    .map(toManifestGlob)
    .filter((glob) => patternProblem(glob.replace(/^!/, '')) === undefined);
  const found = new Set<string>();
  for (const glob of patterns.filter((pattern) => !denies(pattern)).map(toManifestGlob)) {
    for (const manifest of await walkGlob(glob, root)) {
      if (!/(?:^|\/)node_modules\//.test(manifest)) found.add(manifest);
    }
  }
  // npm and bun let a later pattern bring back what an earlier one took out; to the others `!` is final.
  const inOrder = manager === 'npm' || manager === 'bun';
  const ordered = inOrder ? globs : [...globs].sort((a, b) => Number(denies(a)) - Number(denies(b)));
  const matcher = createMatcher(ordered);
  const kept: string[] = [];
  for (const manifest of [...found].sort()) {
    const deciding = ordered[matcher.deciding(manifest)];
    if (deciding !== undefined && denies(deciding)) continue;
    if (await isFile(resolve(root, manifest)))
      kept.push(manifest === 'package.json' ? '.' : dirname(manifest));
  }
  return kept;
}

/** `./packages/*` and `packages/*\/` are `packages/*\/package.json`. */
function toManifestGlob(pattern: string): string {
  const sign = denies(pattern) ? '!' : '';
  const folder = pattern
    .slice(sign.length)
    .replace(/^(?:\.\/)+/, '')
    .replace(/(?<!\/)\/+$/, '')
    .replace(/(?:^|\/)package\.json$/, '');
  return folder === '' || folder === '.' ? `${sign}package.json` : `${sign}${folder}/package.json`;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
