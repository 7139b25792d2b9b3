/** What a file is called, and where it lies. */
export interface FileName {
  /** Of the path, where the name begins: behind the last slash. */
  readonly at: number;
  /** In lower case. */
  readonly name: string;
  /** Where the last dot is in the name; -1 where there is none. */
  readonly dot: number;
  /** What stands behind that dot, in lower case; the whole name where there is none. */
  readonly extension: string;
}

let asked = '';
let told: FileName = { at: 0, name: '', dot: -1, extension: '' };

/**
 * Takes a path apart. Several readers ask the same of each file, one behind the other: for all but the first it is
 * a comparison, and no text has to be cut and hashed anew.
 *
 * @param path in the package; `outer.zip!/inner.js` inside an archive
 */
export function fileName(path: string): FileName {
  if (path === asked) return told;
  const at = path.lastIndexOf('/') + 1;
  const name = path.slice(at).toLowerCase();
  const dot = name.lastIndexOf('.');
  asked = path;
  told = { at, name, dot, extension: dot === -1 ? name : name.slice(dot + 1) };
  return told;
}
