import { exclusionOf } from '../exclusion.ts';
import type { Manager } from '../manager.ts';
import type { Edit } from './edit.ts';
import {
  type Decision,
  entriesOf,
  folderOf,
  foldersAbove,
  nameOf,
  type PackFolder,
  plainPath,
} from './rules.ts';

/**
 * Changes that may take a packed file out, the one a person would make first. Whether one does, and does nothing
 * else, is for the model to say.
 *
 * @param wide where files of this kind never belong in a package (maps, original sources), all in its folder; else
 *   the one file
 */
export function fixesFor(
  path: string,
  { by }: Decision,
  folder: PackFolder,
  manager: Manager,
  wide: boolean,
): readonly Edit[] {
  switch (by.kind) {
    case 'entry':
      return entryFixes(path, by.index, folder, manager, wide);
    case 'line':
      return [
        { kind: 'remove-line', file: by.file, line: by.line },
        ...lineFixes(path, folder, manager, wide),
      ];
    case 'everything':
      return lineFixes(path, folder, manager, wide);
    default:
      return [];
  }
}

function entryFixes(
  path: string,
  index: number,
  folder: PackFolder,
  manager: Manager,
  wide: boolean,
): readonly Edit[] {
  const entry = plainPath(entriesOf(folder.manifest)?.[index] ?? '');
  const classic = isClassic(manager);
  const within = foldersAbove(path).find((above) => above === entry);
  return [
    ...(entry === path ? [{ kind: 'remove-entry', index } as const] : []),
    // What one entry lets in, no other takes back for yarn 1.
    ...(classic ? narrowed(path, index, within) : []),
    ...(classic
      ? []
      : patterns(path, manager, wide, within).map((text): Edit => ({ kind: 'add-entry', text: `!${text}` }))),
    ...lineFixes(path, folder, manager, wide).filter(
      (edit) => edit.kind !== 'add-line' || folderOf(edit.file) !== '',
    ),
  ];
}

function narrowed(path: string, index: number, within: string | undefined): Edit[] {
  if (within === undefined) return [];
  const inside = path.slice(within.length + 1);
  const name = nameOf(inside).replace(MAGIC, '*');
  const way = folderOf(inside) === '' ? '' : '**/';
  return [{ kind: 'replace-entry', index, text: `${within}/${way}!(${name})` }];
}

/** Lines for the ignore files that the manager reads on the way to the file, those that are there first. */
function lineFixes(path: string, folder: PackFolder, manager: Manager, wide: boolean): readonly Edit[] {
  const names = isClassic(manager)
    ? ['.yarnignore', '.npmignore', '.gitignore']
    : ['.npmignore', '.gitignore'];
  const places = ['', ...foldersAbove(path)].map((at) => {
    const prefix = at === '' ? '' : `${at}/`;
    const files = names.map((name) => prefix + name);
    const file = files.find((name) => folder.ignoreFiles.has(name));
    return { at, file: file ?? `${prefix}.npmignore`, isNew: file === undefined };
  });
  const known = places.filter(({ isNew }) => !isNew);
  const fresh = places.filter(({ isNew }) => isNew);
  // A new file in the root first, then in the file's own folder: each is no change for files elsewhere.
  const ordered = [...known, ...fresh.slice(0, 1), ...fresh.slice(1).reverse()];
  return ordered.flatMap(({ at, file }) => {
    const inside = at === '' ? path : path.slice(at.length + 1);
    return patterns(inside, manager, wide).map((text): Edit => {
      // Without a slash a line is about names in every folder.
      return { kind: 'add-line', file, text: text.includes('/') || text.startsWith('*') ? text : `/${text}` };
    });
  });
}

/** The file as a pattern, or all of its kind; in the ways that this manager may read it. */
function patterns(path: string, manager: Manager, wide: boolean, within?: string): readonly string[] {
  // How a pattern's own characters are written as they are differs; a wildcard in their place is read alike by all
  // but yarn 1.
  const loose = path.replace(MAGIC, isClassic(manager) ? '*' : '?');
  const isPlainName = loose === path;
  const exact = isPlainName
    ? [path]
    : manager.name === 'npm' || manager.name === 'pnpm'
      ? [escaped(path), loose]
      : [loose];
  if (!wide) return exact;
  const kind = exclusionOf(path, within);
  // Only npm's own matcher is known to read `!(...)` in the middle of a pattern.
  const isPlain = manager.name === 'npm' || !kind.includes('!(');
  return [...(isPlain && kind.includes('*') ? [kind] : []), ...exact];
}

const MAGIC = /[*?[\]{}()!+@\\]/g;

function escaped(path: string): string {
  return path.replace(/[*?[\]{}()\\]/g, '\\$&');
}

function isClassic({ name, version }: Manager): boolean {
  return name === 'yarn' && version.startsWith('1.');
}
