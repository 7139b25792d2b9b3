import { packPattern } from '../../paths.ts';
import { DEFAULTS, ignoreRules } from './npm.ts';
import {
  binPaths,
  type Decision,
  entriesOf,
  foldersAbove,
  nameOf,
  type PackFolder,
  type PackModel,
  type PackRule,
} from './rules.ts';
import { type Level, passes, type WalkRule } from './walk.ts';

/** Of every folder, not only the root: what pnpm 10 packs where it comes by. */
const NOTE = /^(?:readme|copying|license|licence)(?:\..*[^~$])?$/i;
const ROOT_DEFAULTS = [...DEFAULTS, '/package-lock.json', '/yarn.lock', '/pnpm-lock.yaml'];

/**
 * What pnpm 9 and 10 pack: npm-packlist 5, which expands `files` into paths and walks down from each of them on its
 * own. A file that several of them lead to is in when one of the ways lets it in.
 */
export function pnpm10Model(folder: PackFolder): PackModel {
  const entries = entriesOf(folder.manifest);
  if (entries === undefined) return { decide: (path) => walk(rootOf(folder, []), folder, '', path) };
  const { listed, denied } = expand(entries, folder);
  const root = rootOf(
    folder,
    [
      ...[...listed].map(([path, by]) => rule(`!${path}`, by)),
      ...[...denied].map(([path, by]) => rule(path, by)),
    ],
    listed,
  );
  return {
    decide: (path) => {
      let last: Decision = { packed: false, by: denied.get(path) ?? { kind: 'unlisted' } };
      for (const start of [path, ...foldersAbove(path).reverse()]) {
        const by = listed.get(start);
        if (by === undefined) continue;
        const found = walk(root, folder, start, path);
        // What nothing spoke of is in because the walk began here.
        if (found.packed) return found.by.kind === 'everything' ? { packed: true, by } : found;
        last = found;
      }
      return last;
    },
  };
}

function rootOf(
  folder: PackFolder,
  listed: readonly WalkRule[],
  paths?: ReadonlyMap<string, PackRule>,
): Level {
  const isRead = (file: string) => paths === undefined || paths.has(file);
  const own = ['.npmignore', '.gitignore'].filter((file) => folder.ignoreFiles.has(file) && isRead(file));
  const ignore = ignoreRules(
    { ...folder, ignoreFiles: new Map(own.slice(0, 1).map((file) => [file, folder.ignoreFiles.get(file)!])) },
    '',
  );
  return {
    name: '',
    exact: true,
    rules: [
      ...ROOT_DEFAULTS.map((pattern) => rule(pattern, { kind: 'builtin', pattern })),
      ...listed,
      ...ignore.map(plain),
      ...(paths === undefined ? required(folder) : []),
    ],
  };
}

function walk(root: Level, folder: PackFolder, start: string, path: string): Decision {
  let level = root;
  let at = '';
  // The way begins at the listed path in one step, whatever lies between.
  const steps =
    path === start
      ? [path]
      : [...(start === '' ? [] : [start]), ...path.slice(start === '' ? 0 : start.length + 1).split('/')];
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const decided = ask(level, step, !isLast);
    if (isLast || !decided.packed) return decided;
    at = at === '' ? step : `${at}/${step}`;
    level = { name: nameOf(step), parent: level, rules: ignoreRules(folder, at).map(plain), exact: true };
  }
  return { packed: false, by: { kind: 'unlisted' } };
}

function ask(level: Level, entry: string, partial: boolean): Decision {
  if (level.parent === undefined && entry === 'package.json')
    return { packed: true, by: { kind: 'manifest' } };
  if (NOTE.test(entry)) return { packed: true, by: { kind: 'note' } };
  if (level.parent === undefined && entry === 'npm-shrinkwrap.json')
    return { packed: true, by: { kind: 'note' } };
  if (level.parent === undefined && entry === 'package-lock.json')
    return { packed: false, by: { kind: 'builtin', pattern: entry } };
  return passes(level, entry, partial);
}

function required({ manifest }: PackFolder): WalkRule[] {
  const field = (name: string, path: unknown) =>
    typeof path === 'string' && path !== '' ? [rule(`!/${path}`, { kind: 'field', field: name })] : [];
  return [
    ...field('browser', manifest.browser),
    ...field('main', manifest.main),
    ...binPaths(manifest).flatMap((path) => field('bin', path)),
    rule('!@(readme|copying|license|licence){,.*[^~$]}', { kind: 'note' }),
  ];
}

/** The paths that `files` and the fields stand for, and those taken back, each with the rule that said so last. */
function expand(entries: readonly string[], { manifest, files }: PackFolder) {
  const folders = new Set([...files].flatMap(foldersAbove));
  const listed = new Map<string, PackRule>();
  const denied = new Map<string, PackRule>();
  const field = (name: string, path: unknown): [string, PackRule][] =>
    typeof path === 'string' && path !== '' ? [[path, { kind: 'field', field: name }]] : [];
  const patterns: (readonly [string, PackRule])[] = [
    ...entries.map((text, index) => [text, { kind: 'entry', index }] as const),
    ...field('browser', manifest.browser),
    ...field('main', manifest.main),
    ...binPaths(manifest).flatMap((path) => field('bin', path)),
    ['package.json', { kind: 'manifest' }],
    ['@(readme|copying|license|licence){,.*[^~$]}', { kind: 'note' }],
  ];
  for (const [text, by] of patterns) {
    const signs = /^!+/.exec(text)?.[0].length ?? 0;
    const pattern = text
      .slice(signs)
      .replace(/^\.?\/+/, '')
      .replaceAll('\\', '/');
    if (pattern === '') continue;
    for (const path of expanded(pattern, files, folders)) {
      const [into, from] = signs % 2 === 1 ? [denied, listed] : [listed, denied];
      from.delete(path);
      into.set(path, by);
    }
  }
  return { listed, denied };
}

function expanded(pattern: string, files: ReadonlySet<string>, folders: ReadonlySet<string>): string[] {
  const bare = pattern.replace(/(?<!\/)\/+$/, '');
  const { match } = packPattern(bare, { plainNegation: true, matchBase: false });
  const whole = bare.endsWith('/**') ? bare.slice(0, -3) : undefined;
  return [
    ...[...folders].filter((path) => path === whole || match(path)),
    ...(bare === pattern ? [...files].filter((path) => match(path)) : []),
  ];
}

function rule(text: string, by: PackRule): WalkRule {
  const { negate, match } = packPattern(text);
  return { negate, isName: false, by, match };
}

function plain(found: WalkRule): WalkRule {
  return { ...found, isName: false };
}
