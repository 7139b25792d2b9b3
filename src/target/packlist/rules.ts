/** What decides whether a package manager packs a file, told apart by `kind`. */
export type PackRule =
  /** An entry of `files` in package.json, counted from 0. */
  | { readonly kind: 'entry'; readonly index: number }
  /** There is a `files` list, and nothing in it takes the file. */
  | { readonly kind: 'unlisted' }
  /**
   * A line of an ignore file; `file` is relative to the packed folder, `line` counted from 1, `text` as it stands there.
   */
  | { readonly kind: 'line'; readonly file: string; readonly line: number; readonly text: string }
  /** There is no `files` list, and no ignore file speaks of it. */
  | { readonly kind: 'everything' }
  /** package.json itself. */
  | { readonly kind: 'manifest' }
  /** Readme, licence and the like of the root folder, which are always packed. */
  | { readonly kind: 'note' }
  /** A field of package.json names the file: `main`, `bin`. */
  | { readonly kind: 'field'; readonly field: string }
  /** The manager's own list of what stays out. */
  | { readonly kind: 'builtin'; readonly pattern: string }
  /** A dependency that is packed whole. */
  | { readonly kind: 'bundled' };

/** Whether a file is packed, and the rule that had the last word. */
export interface Decision {
  readonly packed: boolean;
  readonly by: PackRule;
}

/** The rules of one package manager over one folder. */
export interface PackModel {
  /** @param path relative to the packed folder, `/` between segments */
  decide(path: string): Decision;
}

/** A folder as a package manager's rules see it: plain data, so that a change can be tried on a copy. */
export interface PackFolder {
  /** What package.json says. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Paths of the files in it, `/` between segments; not those of the root's `node_modules` and of `.git`. */
  readonly files: ReadonlySet<string>;
  /** Texts of `.npmignore`, `.gitignore` and `.yarnignore`, by their paths. */
  readonly ignoreFiles: ReadonlyMap<string, string>;
  /**
   * Lines of ignore files between the root of a workspace and the folder, which npm and pnpm read as if they stood in it.
   */
  readonly inherited: readonly string[];
}

/** Entries of `files`; undefined where there is no list. */
export function entriesOf({ files }: PackFolder['manifest']): readonly string[] | undefined {
  return Array.isArray(files)
    ? files.map((entry: unknown) => (typeof entry === 'string' ? entry : ''))
    : undefined;
}

/** The paths that `bin` names, without `./` before them. */
export function binPaths({ bin }: PackFolder['manifest']): readonly string[] {
  const values = typeof bin === 'object' && bin !== null ? Object.values(bin) : [bin];
  return values.flatMap((path: unknown) => (typeof path === 'string' ? [plainPath(path)] : []));
}

/** `./a//b/../c` as `a/c`; never above the folder. */
export function plainPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The lines of an ignore file that say something, with their numbers. */
export function ruleLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((whole, index) => ({ line: index + 1, text: whole.trim() }))
    .filter((rule) => rule.text !== '' && !rule.text.startsWith('#'));
}

/** `a/b` for `a/b/c`, '' at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last segment. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folders a path lies in, outermost first: `a`, `a/b` for `a/b/c`. */
export function foldersAbove(path: string): string[] {
  const found: string[] = [];
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) found.push(path.slice(0, at));
  return found;
}
