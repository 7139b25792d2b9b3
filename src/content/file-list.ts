import { tmpdir } from 'node:os';
import type { Tidy } from '../archive/tar-header.ts';
import { createHashIndex } from './hash-index.ts';
import { createPathTable, hash, type PathTable } from './path-table.ts';

/** The files of a package: path to size in bytes, in archive order. */
export interface FileList extends ReadonlyMap<string, number> {
  /**
   * @param tidy set where the path is known to be tidy
   * @throws PackgateError `limit` where the paths take more memory than there may be
   */
  add(path: string, size: number, tidy?: Tidy): Met;
}

/** What a new file has to do with those before it. */
export interface Met {
  /** Its path has been there; the new size counts. */
  readonly again: boolean;
  /** Another path that is the same one on macOS and Windows, the last of several. */
  readonly twin?: string;
}

/** Files up to which a Map is faster and small enough. */
const FEW = 50_000;

/** @param folder for a temporary file where there are very many, absolute */
export function createFileList(folder: string = tmpdir()): FileList {
  let held: Held = createFew();
  return {
    add(path, size, tidy) {
      if (held.files.size === FEW) {
        const many = createMany(folder);
        for (const [known, its] of held.files) many.add(known, its);
        held = many;
      }
      return held.add(path, size, tidy);
    },
    get size() {
      return held.files.size;
    },
    has: (path) => held.files.has(path),
    get: (path) => held.files.get(path),
    forEach: (visit, self) => held.files.forEach(visit, self),
    entries: () => held.files.entries(),
    keys: () => held.files.keys(),
    values: () => held.files.values(),
    [Symbol.iterator]: () => held.files.entries(),
  };
}

interface Held {
  readonly files: ReadonlyMap<string, number>;
  add(path: string, size: number, tidy?: Tidy): Met;
}

function createFew(): Held {
  const files = new Map<string, number>();
  /**
   * By how macOS and Windows compare, where that is not how they are written: the last path of each fold, by the
   * fold's hash. The folds themselves would take as much memory as the paths.
   */
  const folded = new Map<number, string | string[]>();

  /** Finds a path of that fold, and puts another in its place. */
  function find(fold: string, another: string | undefined): string | undefined {
    if (folded.size === 0 && another === undefined) return undefined;
    // Signed, it is a small integer to V8, and no object of its own: a quarter of the time.
    const code = hash(fold) | 0;
    const known = folded.get(code);
    if (known === undefined) {
      if (another !== undefined) folded.set(code, another);
      return undefined;
    }
    const paths = typeof known === 'string' ? [known] : known;
    const found = paths.find((path) => foldOf(path) === fold);
    if (another !== undefined) {
      const others = paths.filter((path) => path !== found);
      folded.set(code, others.length === 0 ? another : [...others, another]);
    }
    return found;
  }

  return {
    files,
    add(path, size, tidy) {
      const before = files.size;
      files.set(path, size);
      if (files.size === before) return AGAIN;
      const fold = foldOf(path, tidy);
      const isSame = fold === path;
      const twin = find(fold, isSame ? undefined : path) ?? (!isSame && files.has(fold) ? fold : undefined);
      return twin === undefined ? NEW : { again: false, twin };
    },
  };
}

function createMany(folder: string): Held {
  const files: PathTable = createPathTable(folder);
  /** The last path of each fold, where that is not how the path is written. */
  const folded = createHashIndex(folder);
  return {
    files,
    add(path, size, tidy) {
      const code = hash(path);
      if (files.set(path, size, code)) return { again: true };
      const fold = foldOf(path, tidy);
      if (fold === path && folded.isEmpty) return NEW;
      const folding = fold === path ? code : hash(fold);
      const fits = (index: number) => foldOf(files.at(index)) === fold;
      const other =
        fold === path ? folded.find(folding, fits) : folded.replace(folding, files.size - 1, fits);
      const twin =
        other !== undefined ? files.at(other) : fold !== path && files.has(fold, folding) ? fold : undefined;
      return twin === undefined ? NEW : { again: false, twin };
    },
  };
}

const NEW: Met = { again: false };
const AGAIN: Met = { again: true };
const ASCII = /^[\x00-\x7f]*$/;
const MAY_END = /[. ](?:\/|$)|\$data$/;
/** What HFS+ leaves out of names that it compares. */
const IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/**
 * One text for all paths that are one file on macOS or on Windows: APFS takes ß for ss, as upper case is, and the
 * Kelvin sign for a K.
 */
function foldOf(path: string, tidy?: Tidy): string {
  if (tidy !== undefined) return tidy === 'lower' ? path : path.toLowerCase();
  const lower = path.toLowerCase();
  const plain = ASCII.test(path)
    ? lower
    : lower.normalize('NFD').toUpperCase().toLowerCase().replace(IGNORED, '').normalize('NFC');
  return MAY_END.test(plain) ? plain.split('/').map(withoutEnding).join('/') : plain;
}

/**
 * A name without what Windows leaves out at its end: dots, blanks, and the words for the file's own bytes. In lower case.
 */
function withoutEnding(name: string): string {
  let end = name.endsWith(OWN_BYTES) ? name.length - OWN_BYTES.length : name.length;
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end--;
  return name.slice(0, end);
}

const OWN_BYTES = '::$data';
