import { type PackPattern, packPattern } from '../../paths.ts';
import {
  type Decision,
  entriesOf,
  foldersAbove,
  type PackFolder,
  type PackModel,
  type PackRule,
  plainPath,
  ruleLines,
} from './rules.ts';

const NOTES = [
  '/readme',
  '/readme.*',
  '/license',
  '/license.*',
  '/licence',
  '/licence.*',
  '/changelog',
  '/changelog.*',
];
const NEVER = [
  '/package.tgz',
  '.github',
  '.git',
  '.hg',
  'node_modules',
  '.npmignore',
  '.gitignore',
  '.#*',
  '.DS_Store',
  '.yarnrc.yml',
  // What yarn keeps in the project by its own defaults.
  '/yarn.lock',
  '/.yarn/cache',
  '/.yarn/install-state.gz',
  '/.yarn/__virtual__',
  '/.pnp.cjs',
  '/.pnp.loader.mjs',
  '/.pnp.data.json',
  '/.yarn/build-state.yml',
  '/.yarn/unplugged',
];

interface ListRule extends Pick<PackPattern, 'match'> {
  readonly negated: boolean;
  readonly by: PackRule;
}

interface Lists {
  readonly accept: readonly ListRule[];
  readonly reject: readonly ListRule[];
}

/** What yarn 2 to 4 pack. Source: plugin-pack of yarn 4. Paths are compared with a `/` before them. */
export function yarnBerryModel(folder: PackFolder): PackModel {
  const { manifest } = folder;
  const entries = entriesOf(manifest);
  const never: Lists = {
    accept: [
      listRule('/package.json', { kind: 'manifest' }),
      ...NOTES.map((pattern) => listRule(pattern, { kind: 'note' })),
    ],
    reject: NEVER.map((pattern) => listRule(pattern, { kind: 'builtin', pattern })),
  };
  const own: Lists = {
    accept: [
      ...fields(manifest),
      ...(entries ?? []).flatMap((text, index) => normalized(text, '/', { kind: 'entry', index })),
    ],
    reject: entries === undefined ? [] : [listRule('/*', { kind: 'unlisted' })],
  };
  const nothing: Lists = { accept: [], reject: [listRule('**/*', { kind: 'unlisted' })] };

  const decide = (path: string): Decision => {
    let lists: readonly Lists[] = [own];
    let from: Decision = { packed: true, by: { kind: 'everything' } };
    for (const at of ['', ...foldersAbove(path)]) {
      if (at !== '') {
        const barred = asked(`/${at}`, [never]);
        if (barred !== undefined && !barred.packed) return barred;
      }
      const local = at === '' && entries !== undefined ? undefined : localLists(folder, at);
      const inside: readonly Lists[] = local === undefined ? lists : [local, ...lists];
      const decided = at === '' ? undefined : asked(`/${at}`, [never, ...lists]);
      if (decided?.packed) from = decided;
      else if (decided !== undefined) from = { packed: false, by: decided.by };
      lists = decided !== undefined && !decided.packed ? [...lists, nothing] : inside;
    }
    const decided = asked(`/${path}`, [never, ...lists]);
    if (decided === undefined) return from.packed ? from : { packed: true, by: from.by };
    // What is kept out because nothing let its folder in is told by what kept the folder out.
    return !decided.packed && decided.by.kind === 'unlisted' && !from.packed
      ? { packed: false, by: from.by }
      : decided;
  };
  return { decide };
}

/** The first list that speaks of the path decides; in each, what is let in counts before what is kept out. */
function asked(path: string, lists: readonly Lists[]): Decision | undefined {
  for (const { accept, reject } of lists) {
    const let_in = spoken(path, accept);
    if (let_in !== undefined) return { packed: let_in.says, by: let_in.by };
    const kept_out = spoken(path, reject);
    if (kept_out !== undefined) return { packed: !kept_out.says, by: kept_out.by };
  }
  return undefined;
}

function spoken(
  path: string,
  rules: readonly ListRule[],
): { readonly says: boolean; readonly by: PackRule } | undefined {
  const negated = rules.findLast((rule) => rule.negated && rule.match(path));
  if (negated !== undefined) return { says: false, by: negated.by };
  const found = rules.findLast((rule) => !rule.negated && rule.match(path));
  return found === undefined ? undefined : { says: true, by: found.by };
}

function fields(manifest: PackFolder['manifest']): ListRule[] {
  const config = isRecord(manifest.publishConfig) ? manifest.publishConfig : {};
  const value = (name: string) => config[name] ?? manifest[name];
  const rules: ListRule[] = [];
  const add = (field: string, path: unknown) => {
    if (typeof path === 'string') rules.push(listRule(`/${plainPath(path)}`, { kind: 'field', field }));
  };
  for (const name of ['main', 'module', 'browser', 'bin']) {
    const found = value(name);
    add(name, found);
    if (!isRecord(found) || name === 'main' || name === 'module') continue;
    for (const [key, path] of Object.entries(found)) {
      if (name === 'browser') add(name, key);
      add(name, path);
    }
  }
  return rules;
}

function localLists({ ignoreFiles }: PackFolder, at: string): Lists | undefined {
  const prefix = at === '' ? '' : `${at}/`;
  const file = ['.npmignore', '.gitignore']
    .map((name) => prefix + name)
    .find((name) => ignoreFiles.has(name));
  if (file === undefined) return undefined;
  const rules = ruleLines(ignoreFiles.get(file)!);
  return {
    accept: [],
    reject: rules.flatMap((rule) => normalized(rule.text, `/${prefix}`, { kind: 'line', file, ...rule })),
  };
}

/** A pattern with a `/` is a path from `base`, any other a name. */
function normalized(text: string, base: string, by: PackRule): ListRule[] {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return [];
  const negated = trimmed.startsWith('!');
  const pattern = negated ? trimmed.slice(1) : trimmed;
  const path = pattern.startsWith('/') ? plainPath(pattern) : plainPath(`${base}${pattern}`);
  return [{ ...listRule(pattern.includes('/') ? `/${path}` : pattern, by), negated }];
}

function listRule(pattern: string, by: PackRule): ListRule {
  const { match } = packPattern(pattern, { plainNegation: true });
  // As picomatch has it: with a `/` before it, `**/` is at least one folder; and a pattern always matches itself.
  const isBelow = pattern.startsWith('/**/');
  return {
    negated: false,
    by,
    match: (path) => path === pattern || (match(path) && (!isBelow || path.includes('/', 1))),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
