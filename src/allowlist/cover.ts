import type { Generalise } from './generalise.ts';

/** So many files of one kind in one folder are listed one by one; more become a glob. */
const MOST_LISTED = 3;
/** The root also holds what belongs to no build, so that a glob there takes more files to earn. */
const MOST_LISTED_AT_ROOT = 15;
/** Without an extension a glob has little to hold on to. */
const MOST_LISTED_BARE = 8;

/** What the glob for a file has to keep. */
export interface Kind {
  /** Equal for files that one glob may stand for. */
  readonly id: string;
  /** What a glob's last segment is; absent for files that are always listed. */
  readonly glob?: string;
}

/**
 * The kind of a file: its extension with what belongs to it (`.d.ts`, `.min.js`, `.js.map`), or that its name has
 * none. Files with a dot before and odd names are each a kind of their own: a glob for them would let in more than
 * anybody looked at.
 */
function kindOf(path: string): Kind {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.startsWith('.')) {
    if (!name.includes('.')) return { id: 'bare', glob: '!(*.*)' };
    const extension = EXTENSION.exec(name.slice(-MAX_EXTENSION))?.[0];
    if (extension !== undefined && extension.length < name.length)
      return { id: extension, glob: `*${extension}` };
  }
  return { id: `only ${path}` };
}

/** `kindOf` for these files: where minified ones lie beside others, both are of one kind. */
export function createKinds(paths: readonly string[]): (path: string) => Kind {
  const plain = new Set(paths.map((path) => folderOf(path) + kindOf(path).id));
  return (path) => {
    const kind = kindOf(path);
    const id = kind.id.replace(/^\.min(?=\.)/, '');
    return id !== kind.id && plain.has(folderOf(path) + id) ? { id, glob: `*${id}` } : kind;
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Longer ones are odd names. In UTF-16 code units. */
const MAX_EXTENSION = 40;
const EXTENSION = /(?:\.d)?(?:\.min)?(?:\.(?:[cm]?[jt]sx?|css|html|json|svg|wasm|map))?\.[A-Za-z0-9]+$/;

interface Folder {
  /** Pattern of the folder, with a slash at its end; empty for the root. */
  readonly at: string;
  readonly names: Set<string>;
  readonly folders: Map<string, Folder>;
}

/** Patterns for files of one kind: one each, one for a folder, or one for all that is below a folder. */
export function coverKind(paths: readonly string[], kind: Kind, generalise: Generalise): string[] {
  const order: Folder[] = [];
  const make = (at: string): Folder => {
    const folder = { at, names: new Set<string>(), folders: new Map() };
    order.push(folder);
    return folder;
  };
  const root = make('');
  for (const path of paths) {
    let folder = root;
    for (const segment of generalise.folder(path).split('/').slice(0, -1)) {
      const below = folder.folders.get(segment) ?? make(`${folder.at}${segment}/`);
      folder.folders.set(segment, below);
      folder = below;
    }
    folder.names.add(generalise.name(path));
  }
  // A folder is made before those in it, so that backwards those in it come first; a path may be too deep for recursion.
  const covers = new Map<Folder, string[]>();
  for (const folder of order.reverse()) {
    const below = [...folder.folders.values()].flatMap((child) => covers.get(child)!);
    covers.set(folder, coverFolder(folder, below, kind));
    for (const child of folder.folders.values()) covers.delete(child);
  }
  return covers.get(root)!;
}

function coverFolder({ at, names }: Folder, below: readonly string[], { id, glob }: Kind): string[] {
  const listed = [...names].map((name) => at + name);
  if (glob === undefined) return [...listed, ...below];
  const most = id === 'bare' ? MOST_LISTED_BARE : at === '' ? MOST_LISTED_AT_ROOT : MOST_LISTED;
  const own = listed.length > most ? [at + glob] : listed;
  const all = [...own, ...below];
  // `**` only below a folder: at the root it would be for every folder there may ever be.
  return at !== '' && below.length > 0 && all.length > most ? [`${at}**/${glob}`] : all;
}
