import { patternProblem } from '../../glob.ts';
import { createMatcher, packPattern } from '../../paths.ts';
import {
  binPaths,
  entriesOf,
  foldersAbove,
  type PackFolder,
  type PackModel,
  type PackRule,
  plainPath,
  ruleLines,
} from './rules.ts';
import { type Level, type WalkRule, walkTo } from './walk.ts';

/** What stays out unless something asks for it. Source: npm-packlist 9 to 11. */
export const DEFAULTS = [
  '.npmignore',
  '.gitignore',
  '**/.git',
  '**/.svn',
  '**/.hg',
  '**/CVS',
  '**/.git/**',
  '**/.svn/**',
  '**/.hg/**',
  '**/CVS/**',
  '/.lock-wscript',
  '/.wafpickle-*',
  '/build/config.gypi',
  'npm-debug.log',
  '**/.npmrc',
  '.*.swp',
  '.DS_Store',
  '**/.DS_Store/**',
  '._*',
  '**/._*/**',
  '*.orig',
  '/archived-packages/**',
];

const NOTES = ['!/readme{,.*[^~$]}', '!/copying{,.*[^~$]}', '!/license{,.*[^~$]}', '!/licence{,.*[^~$]}'];

/** What no line lets in, by the first major of npm that has it. */
const NEVER: readonly (readonly [since: number, pattern: string])[] = [
  [0, '/.git'],
  [0, '/node_modules'],
  [0, '.npmrc'],
  [0, '/package-lock.json'],
  [12, '/npm-shrinkwrap.json'],
  [0, '/yarn.lock'],
  [0, '/pnpm-lock.yaml'],
  [11, '/bun.lockb'],
  [12, '/bun.lock'],
  [12, '/.npm-extension.mjs'],
  [12, '/.npm-extension.cjs'],
];

/**
 * What npm 10 to 12 pack of a folder. npm 12 expands `files` as globs over the disk; older ones match them as they walk.
 */
export function npmModel(folder: PackFolder, major: number): PackModel {
  const entries = entriesOf(folder.manifest);
  const named = entries === undefined || major >= 12 ? [] : namedFiles(entries, folder.files);
  const list =
    entries === undefined
      ? ignoreRules(folder, '')
      : [
          lineRule('*', { kind: 'unlisted' }),
          ...(major >= 12 ? expandedEntries(entries, folder.files) : walkedEntries(entries, folder)),
        ];
  const root: Level = {
    name: '',
    rules: [
      ...defaults(folder),
      ...list,
      ...named.map(({ rule }) => rule).reverse(),
      ...strict(folder, major),
    ],
    exact: false,
  };
  const decide = walkTo(root, (parent, name, path, exact) => ({
    name,
    parent,
    rules: [
      ...DEFAULTS.map(builtin),
      ...ignoreRules(folder, path),
      builtin('/.git'),
      // npm 10 and 11 hand a file that is named to be in on to the folder it lies in, if that is one of the root's.
      ...(parent.parent === undefined
        ? named
            .filter(
              ({ path: file, rule }) =>
                rule.negate && file.startsWith(`${path}/`) && !file.slice(path.length + 1).includes('/'),
            )
            .map(({ rule, path: file }) => lineRule(`!${file.slice(path.length + 1)}`, rule.by))
        : []),
    ],
    exact,
  }));
  return {
    decide: (path) =>
      /\*/.test(path) ? { packed: false, by: { kind: 'builtin', pattern: '*' } } : decide(path),
  };
}

function defaults(folder: PackFolder): WalkRule[] {
  return [...DEFAULTS, ...folder.inherited].map(builtin);
}

function strict({ manifest, files }: PackFolder, major: number): WalkRule[] {
  const { browser, main } = manifest;
  const field = (name: string, path: unknown) =>
    typeof path === 'string' && path !== '' ? [lineRule(`!/${path}`, { kind: 'field', field: name })] : [];
  return [
    lineRule('!/package.json', { kind: 'manifest' }),
    ...NOTES.map((pattern) => lineRule(pattern, { kind: 'note' })),
    ...NEVER.filter(([since]) => major >= since).map(([, pattern]) => builtin(pattern)),
    ...field('browser', browser),
    ...field('main', main),
    ...binPaths(manifest).flatMap((path) => field('bin', path)),
    ...folderBins(manifest, files).flatMap((path) => field('directories', path)),
  ];
}

/** Without `bin`, npm takes the files of the folder `directories.bin` for commands. */
function folderBins({ bin, directories }: PackFolder['manifest'], files: ReadonlySet<string>): string[] {
  const named =
    typeof directories === 'object' && directories !== null && 'bin' in directories
      ? directories.bin
      : undefined;
  if (bin || typeof named !== 'string' || plainPath(named) === '') return [];
  return [...files].filter((path) => path.startsWith(`${plainPath(named)}/`) && !/\/\./.test(path));
}

/** The rules of the ignore file that counts in a folder: `.npmignore` wins over `.gitignore`. */
export function ignoreRules({ ignoreFiles }: PackFolder, path: string): WalkRule[] {
  const prefix = path === '' ? '' : `${path}/`;
  for (const name of ['.npmignore', '.gitignore']) {
    const file = `${prefix}${name}`;
    const text = ignoreFiles.get(file);
    if (text === undefined) continue;
    return ruleLines(text).map((rule) => lineRule(rule.text, { kind: 'line', file, ...rule }));
  }
  return [];
}

interface NamedFile {
  readonly path: string;
  readonly rule: WalkRule;
}

/** Entries that name a file which is there: npm 10 and 11 put them behind all others, the first last. */
function namedFiles(entries: readonly string[], files: ReadonlySet<string>): NamedFile[] {
  return entries.flatMap((text, index) => {
    const { entry, path } = walkedEntry(text);
    return files.has(path) ? [{ path, rule: lineRule(`!${entry}`, { kind: 'entry', index }) }] : [];
  });
}

function walkedEntry(text: string): { readonly entry: string; readonly path: string } {
  const entry = text.startsWith('./') ? text.slice(1) : text;
  const whole = entry.endsWith('/*') ? `${entry}*` : entry;
  const path = whole
    .replace(/^!+/, '')
    .replace(/\\/g, '/')
    .replace(/^\.?\/+/, '')
    .replace(/(?<!\/)\/+$/, '');
  return { entry: whole, path };
}

function walkedEntries(entries: readonly string[], { files }: PackFolder): WalkRule[] {
  const folders = foldersOf(files);
  return entries.flatMap((text, index) => {
    const { entry, path } = walkedEntry(text);
    const by = { kind: 'entry', index } as const;
    if (files.has(path)) return [];
    const rule = lineRule(`!${entry}`, by);
    return folders.has(path) || path === '' ? [rule, lineRule(`!${entry}/**`, by)] : [rule];
  });
}

/** Each entry is a glob over files and folders; what it finds it lets in, or with `!` keeps out, folders whole. */
function expandedEntries(entries: readonly string[], files: ReadonlySet<string>): WalkRule[] {
  const folders = foldersOf(files);
  return entries.flatMap((text, index) => {
    const negative = text.startsWith('!');
    const pattern = text
      .replace(/^!+/, '')
      .replace(/^\.?\//, '')
      .replace(/(?<!\/)\/+$/, '');
    if (pattern === '' || patternProblem(pattern) !== undefined) return [];
    const { matches } = createMatcher([pattern.startsWith('!') ? `\\${pattern}` : pattern]);
    const whole = pattern.endsWith('/**') ? pattern.slice(0, -3) : undefined;
    const foundFolders = [...folders].filter((path) => matches(path) || path === whole);
    const found = [...files].filter((path) => matches(path));
    const by = { kind: 'entry', index } as const;
    // npm reads a name it found as a pattern again, so that one with magic in it is not what it was.
    const magic = [...found, ...foundFolders].filter((path) => MAGIC.test(path));
    return [
      setRule(
        !negative,
        by,
        found.filter((path) => !MAGIC.test(path)),
        foundFolders.filter((path) => !MAGIC.test(path)),
      ),
      ...magic.flatMap((path) => {
        const sign = negative ? '' : '!';
        const rule = lineRule(`${sign}/${path}`, by);
        return folders.has(path) ? [rule, lineRule(`${sign}/${path}/**`, by)] : [rule];
      }),
    ];
  });
}

const MAGIC = /[*?[\]{}()!+@\\]/;

/** One rule for many plain paths: `/a`, and `/b/**` for folders. */
function setRule(
  negate: boolean,
  by: PackRule,
  files: readonly string[],
  folders: readonly string[],
): WalkRule {
  const exact = new Set([...files, ...folders].map((path) => path.toLowerCase()));
  const whole = new Set(folders.map((path) => path.toLowerCase()));
  const above = new Set([...exact].flatMap(foldersAbove));
  return {
    negate,
    isName: false,
    by,
    match: (text, partial = false) => {
      // The rules begin with a slash, and so match only with one.
      if (!text.startsWith('/')) return false;
      const path = text.slice(1).replace(/\/$/, '').toLowerCase();
      return (
        exact.has(path) ||
        foldersAbove(path).some((folder) => whole.has(folder)) ||
        (partial && above.has(path))
      );
    },
  };
}

function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...files].flatMap(foldersAbove));
}

function builtin(pattern: string): WalkRule {
  return lineRule(pattern, { kind: 'builtin', pattern });
}

function lineRule(text: string, by: PackRule): WalkRule {
  const pattern = packPattern(text);
  return { negate: pattern.negate, isName: pattern.isName, by, match: pattern.match };
}
