import { packPattern } from '../../paths.ts';
import {
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

/** Names that are not even looked at, wherever they stand. */
const SKIPPED = ['.git', 'CVS', '.svn', '.hg', 'node_modules'];
/** Kept out where there is no `files` list. */
const DEFAULTS = [
  ...SKIPPED,
  'yarn.lock',
  '.lock-wscript',
  '.wafpickle-{0..9}',
  '*.swp',
  '._*',
  'npm-debug.log',
  'yarn-error.log',
  '.npmrc',
  '.yarnrc',
  '.yarnrc.yml',
  '.npmignore',
  '.gitignore',
  '.DS_Store',
];
const NOTES = ['/readme*', '/+(license|licence)*', '/+(changes|changelog|history)*'];

interface Filter {
  /** Lets in what it matches. Such a filter always wins. */
  readonly keeps: boolean;
  readonly by: PackRule;
  match(path: string): boolean;
}

/**
 * What yarn 1 packs: what any `!` pattern or entry of `files` lets in, and else what no pattern and no folder above
 * keeps out.
 */
export function yarnClassicModel(folder: PackFolder): PackModel {
  const { manifest } = folder;
  const entries = entriesOf(manifest);
  const filters: Filter[] = [
    filter('!/package.json', { kind: 'manifest' }),
    ...NOTES.map((note) => filter(`!${note}`, { kind: 'note' })),
    ...(entries === undefined
      ? DEFAULTS.map((pattern) => filter(pattern, { kind: 'builtin', pattern }))
      : []),
    ...(typeof manifest.main === 'string'
      ? [filter(`!/${manifest.main}`, { kind: 'field', field: 'main' })]
      : []),
    ...(entries === undefined ? [] : [filter('*', { kind: 'unlisted' }, '')]),
    ...(entries ?? []).flatMap((entry, index) =>
      [entry, joined(entry, '**')].map((text) => filter(`!${text}`, { kind: 'entry', index }, '')),
    ),
    ...ignoreFilters(folder),
  ];
  const first = (path: string, keeps: boolean) =>
    filters.find((one) => one.keeps === keeps && one.match(path));
  const decide = (path: string): Decision => {
    const skipped = path.split('/').find((name) => SKIPPED.includes(name));
    if (skipped !== undefined) return { packed: false, by: { kind: 'builtin', pattern: skipped } };
    const keeping = first(path, true);
    if (keeping !== undefined) return { packed: true, by: keeping.by };
    const dropping = first(path, false);
    if (dropping !== undefined) return { packed: false, by: dropping.by };
    for (const above of foldersAbove(path).reverse()) {
      if (first(above, true) !== undefined) continue;
      const barring = first(above, false);
      if (barring !== undefined) return { packed: false, by: barring.by };
    }
    return { packed: true, by: { kind: 'everything' } };
  };
  return { decide };
}

function ignoreFilters({ ignoreFiles }: PackFolder): Filter[] {
  return [...ignoreFiles].flatMap(([file, text]) => {
    const folder = folderOf(file);
    const beside = (name: string) => ignoreFiles.has(folder === '' ? name : `${folder}/${name}`);
    if (nameOf(file) === '.gitignore' && (beside('.npmignore') || beside('.yarnignore'))) return [];
    return ruleLines(text).map((rule) =>
      filter(rule.text, { kind: 'line', file, ...rule }, folder === '' ? undefined : folder),
    );
  });
}

/** @param base folder whose paths it is about; where it is given, even '', names alone are not compared */
function filter(line: string, by: PackRule, base?: string): Filter {
  const keeps = line.startsWith('!');
  const text = (keeps ? line.slice(1) : line).replace(/\/$/, '');
  // A second `!` turns the pattern around, as it does in micromatch 2.
  const turned = text.startsWith('!') && text[1] !== '(';
  const { match } = packPattern(turned ? text.slice(1) : text, { plainNegation: true, matchBase: false });
  const found = (path: string) =>
    match(path) || match(`/${path}`) || (base === undefined && match(nameOf(path)));
  return {
    keeps,
    by,
    match: (path) => {
      const inside = base === undefined || base === '' ? path : relative(path, base);
      return found(inside) !== turned;
    },
  };
}

function relative(path: string, base: string): string {
  if (path.startsWith(`${base}/`)) return path.slice(base.length + 1);
  return `${'../'.repeat(base.split('/').length)}${path}`;
}

function joined(...parts: readonly string[]): string {
  return parts.join('/').replace(/\/+/g, '/').replace(/^\.\//, '');
}
