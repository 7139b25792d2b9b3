import { packPattern } from '../../paths.ts';
import {
  binPaths,
  type Decision,
  entriesOf,
  folderOf,
  foldersAbove,
  nameOf,
  type PackFolder,
  type PackModel,
  type PackRule,
  ruleLines,
} from './rules.ts';

const ROOT_NEVER = ['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lockb', 'bun.lock'];
const NEVER = ['.git', '.hg', '.npmrc'];
const DEFAULTS = [
  '.*.swp',
  '._*',
  '.DS_Store',
  '.gitignore',
  '.npmignore',
  '.lock-wscript',
  '.svn',
  '.wafpickle-*',
  'CVS',
  'npm-debug.log',
  '.env.production',
  'bunfig.toml',
].flatMap((text) => pattern(text, { kind: 'builtin', pattern: text }));

/** Always in, and never kept out. */
const ALWAYS = /^(?:package\.json|(?:LICENSE|LICENCE|README)(?:\..+)?)$/;
/** Never kept out; but with a `files` list only in where that asks for it. */
const KEPT = /^CHANGELOG(?:\..+)?$/;

interface BunPattern {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Had a `/` at its start or in its middle: compared with paths, any other with names. */
  readonly isPath: boolean;
  /** Began with two stars and a `/`, which are taken off. */
  readonly isAnywhere: boolean;
  readonly by: PackRule;
  match(path: string): boolean;
}

/** The patterns of one place, for the paths in `folder`. */
interface Ignores {
  readonly folder: string;
  readonly patterns: readonly BunPattern[];
}

/**
 * What bun packs: with a `files` list what its entries match, and folders they match whole, without it everything;
 * of that what neither its own list nor an ignore file keeps out. Case counts. Source: bun's pack command.
 */
export function bunModel(folder: PackFolder): PackModel {
  const entries = entriesOf(folder.manifest)?.flatMap((text, index) =>
    pattern(text.replace(/^(!*)(?:\.\/)+/, '$1'), { kind: 'entry', index }),
  );
  const bins = new Set(binPaths(folder.manifest));
  const decide = (path: string): Decision => {
    const always = alwaysIn(path);
    if (always !== undefined) return { packed: true, by: always };
    if (path.startsWith('node_modules/'))
      return { packed: false, by: { kind: 'builtin', pattern: 'node_modules' } };
    if (bins.has(path)) return { packed: true, by: { kind: 'field', field: 'bin' } };
    return entries === undefined ? down(folder, '', path, []) : listed(folder, entries, path);
  };
  return { decide };
}

function alwaysIn(path: string): PackRule | undefined {
  if (path === 'package.json') return { kind: 'manifest' };
  return ALWAYS.test(path) ? { kind: 'note' } : undefined;
}

function listed(folder: PackFolder, entries: readonly BunPattern[], path: string): Decision {
  const denying = entries.filter(({ negated }) => negated);
  for (const at of [...foldersAbove(path), path]) {
    const isFolder = at !== path;
    const found = entries.findLast((entry) => !entry.negated && spoken(entry, at, isFolder));
    if (found === undefined) continue;
    const denied = denying.findLast((entry) => spoken(entry, at, isFolder));
    if (denied !== undefined) {
      if (isFolder) continue;
      return { packed: false, by: denied.by };
    }
    if (!isFolder) return neverIn(at) ?? { packed: true, by: found.by };
    const inside = down(folder, at, path, [
      { folder: '', patterns: denying.map((entry) => ({ ...entry, negated: false })) },
    ]);
    return inside.packed && inside.by.kind === 'everything' ? { packed: true, by: found.by } : inside;
  }
  return { packed: false, by: { kind: 'unlisted' } };
}

function spoken(entry: BunPattern, path: string, isFolder: boolean): boolean {
  return (isFolder || !entry.foldersOnly) && entry.match(entry.isAnywhere ? nameOf(path) : path);
}

/** From a folder that is in down to a file, asking the ignore files on the way. */
function down(folder: PackFolder, start: string, path: string, before: readonly Ignores[]): Decision {
  const ignores = [...before];
  let decided: Decision = { packed: true, by: { kind: 'everything' } };
  for (const at of [...foldersAbove(path), path]) {
    if (at.length <= start.length) continue;
    const own = ignoresOf(folder, folderOf(at));
    if (own !== undefined) ignores.push(own);
    decided = asked(at, at !== path, ignores);
    if (!decided.packed) return decided;
  }
  return decided;
}

function asked(path: string, isFolder: boolean, ignores: readonly Ignores[]): Decision {
  const name = nameOf(path);
  if (name === path) {
    if (KEPT.test(name)) return { packed: true, by: { kind: 'note' } };
  }
  const never = neverIn(path);
  if (never !== undefined) return never;
  const standard = DEFAULTS.find(({ match }) => match(name));
  let decided: Decision =
    standard === undefined
      ? { packed: true, by: { kind: 'everything' } }
      : { packed: false, by: standard.by };
  for (const { folder, patterns } of ignores) {
    const inside = folder === '' ? path : path.slice(folder.length + 1);
    for (const one of patterns) {
      if (one.foldersOnly && !isFolder) continue;
      if (one.match(one.isPath ? inside : name) && one.negated !== decided.packed)
        decided = { packed: one.negated, by: one.by };
    }
  }
  return decided;
}

function neverIn(path: string): Decision | undefined {
  const name = nameOf(path);
  const isNever = NEVER.includes(name) || (name === path && ROOT_NEVER.includes(name));
  return isNever ? { packed: false, by: { kind: 'builtin', pattern: name } } : undefined;
}

function ignoresOf({ ignoreFiles }: PackFolder, folder: string): Ignores | undefined {
  const prefix = folder === '' ? '' : `${folder}/`;
  const file = ['.npmignore', '.gitignore']
    .map((name) => prefix + name)
    .find((name) => ignoreFiles.has(name));
  if (file === undefined) return undefined;
  const patterns = ruleLines(ignoreFiles.get(file)!).flatMap((rule) =>
    pattern(rule.text, { kind: 'line', file, ...rule }),
  );
  return { folder, patterns };
}

function pattern(text: string, by: PackRule): BunPattern[] {
  const negated = text.startsWith('!');
  const isAnywhere = /^!*\*\*\//.test(text);
  const rest = text.replace(/^!+/, '').replace(/^\*\*\//, '');
  const bare = rest.replace(/\/$/, '').replace(/^\//, '');
  if (bare === '') return [];
  const { match } = packPattern(bare, { plainNegation: true, matchBase: false, ignoreCase: false });
  return [
    {
      negated,
      foldersOnly: rest.endsWith('/'),
      isPath: rest.replace(/\/$/, '').includes('/'),
      isAnywhere,
      by,
      match,
    },
  ];
}
