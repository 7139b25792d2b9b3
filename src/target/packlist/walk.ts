import type { Decision, PackRule } from './rules.ts';

/** A rule of one level of the walk. */
export interface WalkRule {
  /** Lets in what it matches, in place of keeping it out. */
  readonly negate: boolean;
  /** Compared with names alone. */
  readonly isName: boolean;
  readonly by: PackRule;
  match(path: string, partial?: boolean): boolean;
}

/** A folder on the way to a file: what it says of its files, and the folder it lies in. */
export interface Level {
  readonly name: string;
  readonly parent?: Level;
  /** In the order in which they are asked; the last that matches wins. */
  readonly rules: readonly WalkRule[];
  /** The folder itself was let in by name, so that its own rules are asked even where a parent's keep a file out. */
  readonly exact: boolean;
}

const NOBODY: PackRule = { kind: 'everything' };

/**
 * Whether an entry passes a level and those above it: the walk of ignore-walk 6 to 9, which npm uses. A rule that
 * would change nothing is not asked, so that the last that matters is told.
 *
 * @param entry relative to the level
 * @param partial the entry may be a folder that only holds what passes
 * @param name set where the entry came up from a level below: its last segment
 */
export function passes(level: Level, entry: string, partial: boolean, name?: string): Decision {
  let packed = true;
  let by = NOBODY;
  if (level.parent !== undefined) {
    const above = passes(level.parent, `${level.name}/${entry}`, partial, name ?? entry);
    if (!above.packed && !level.exact) return above;
    ({ packed, by } = above);
  }
  for (const rule of level.rules) {
    if (rule.negate === packed || !matches(rule, entry, partial, name)) continue;
    packed = rule.negate;
    by = rule.by;
  }
  return { packed, by };
}

function matches(rule: WalkRule, entry: string, partial: boolean, name: string | undefined): boolean {
  if (whole(rule, entry)) return true;
  if (!partial) return false;
  if (asFolder(rule, entry)) return true;
  return name !== undefined && rule.isName && asFolder(rule, name);
}

function whole(rule: WalkRule, path: string): boolean {
  return rule.match(`/${path}`) || rule.match(path);
}

/** Matches as a folder, or lets in something that may lie in it. */
function asFolder(rule: WalkRule, path: string): boolean {
  return whole(rule, `${path}/`) || (rule.negate && (rule.match(`/${path}`, true) || rule.match(path, true)));
}

/**
 * Walks down to a file, level by level.
 *
 * @param below gives the level of a folder of this path; asked once for each
 */
export function walkTo(
  root: Level,
  below: (parent: Level, name: string, folder: string, exact: boolean) => Level,
): (path: string) => Decision {
  const known = new Map<string, Level | Decision>([['', root]]);
  const enter = (folder: string): Level | Decision => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const slash = folder.lastIndexOf('/');
    const parent = enter(folder.slice(0, Math.max(0, slash)));
    const made = 'rules' in parent ? step(parent, folder.slice(slash + 1), folder) : parent;
    known.set(folder, made);
    return made;
  };
  const step = (parent: Level, name: string, folder: string): Level | Decision => {
    const asFolder = passes(parent, name, true);
    if (!asFolder.packed) return asFolder;
    const exact = passes(parent, name, false).packed || passes(parent, `${name}/`, false).packed;
    return below(parent, name, folder, exact);
  };
  return (path) => {
    const slash = path.lastIndexOf('/');
    const level = enter(path.slice(0, Math.max(0, slash)));
    return 'rules' in level ? passes(level, path.slice(slash + 1), false) : level;
  };
}
