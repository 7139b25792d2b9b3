import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { counted } from '../figures.ts';
import { type Member, readWorkspace } from './workspace.ts';

/** A package of a workspace that was left out, and why: `private`, `no name` or `no version`. */
export interface Skipped {
  /** Its folder, written as a target would be. */
  readonly target: string;
  readonly name: string;
  readonly reason: string;
}

/** The targets as typed, with a workspace's packages in place of its root. */
export interface Expanded {
  readonly targets: readonly string[];
  readonly skipped: readonly Skipped[];
  /** Absolute folders of the packages that stand for a root, by target. */
  readonly members: ReadonlyMap<string, string>;
}

/**
 * Puts the packages of a workspace that can be published in the place of a target that is the workspace's root: the
 * root itself where it is one, then the others by path. A target that names a package.json means that package
 * alone; any other stays as typed.
 *
 * @param cwd absolute
 * @throws PackgateError `target` for a workspace that cannot be read, and for one of which nothing can be published
 */
export async function expandWorkspaces(texts: readonly string[], cwd: string): Promise<Expanded> {
  const targets: string[] = [];
  const skipped: Skipped[] = [];
  const members = new Map<string, string>();
  for (const text of texts) {
    const workspace = await workspaceAt(text, cwd);
    if (workspace === undefined) {
      targets.push(text);
      continue;
    }
    const written = (member: Member) => writtenAs(text, member);
    const publishable = workspace.filter((member) => member.unpublishable === undefined);
    if (publishable.length === 0) throw nothingToPublish(text, workspace);
    for (const member of publishable) {
      targets.push(written(member));
      members.set(written(member), member.folder);
    }
    for (const member of workspace) {
      const { name, path, unpublishable } = member;
      // That the root of a workspace is private goes without saying.
      if (unpublishable !== undefined && path !== '.')
        skipped.push({ target: written(member), name, reason: unpublishable });
    }
  }
  return { targets, skipped, members };
}

async function workspaceAt(text: string, cwd: string): Promise<readonly Member[] | undefined> {
  if (text === '' || text.includes('\0') || text.startsWith('npm:')) return undefined;
  const folder = resolve(cwd, text);
  return isFolder(folder) ? readWorkspace(folder) : undefined;
}

function isFolder(path: string): boolean {
  try {
    // A promise would go through a thread and back.
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** `packages/cli` below `.`, `repository/packages/cli` below `repository`. */
function writtenAs(text: string, { path }: Member): string {
  if (path === '.') return text;
  const root = text.replace(/(?<![\\/])[\\/]+$/, '');
  return root === '.' ? path : `${root}/${path}`;
}

function nothingToPublish(text: string, workspace: readonly Member[]): PackgateError {
  const packages = counted(workspace.length - 1, 'package');
  const reasons = [...new Set(workspace.slice(1).map((member) => member.unpublishable))].join(', ');
  return new PackgateError(
    'target',
    `${text}: of the ${packages} of this workspace none can be published (${reasons})`,
    { help: 'name a package.json to inspect that package all the same: packgate check ./package.json' },
  );
}
