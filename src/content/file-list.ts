import { createHashIndex, createPathTable, hash, type PathTable } from './path-table.ts';

/** The files of a package: path to size in bytes, in archive order. */
export interface FileList extends ReadonlyMap<string, number> {
  /** @throws PackgateError `limit` where the paths take more memory than there may be */
  add(path: string, size: number): Met;
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

export function createFileList(): FileList {
  let held: Held = createFew();
  return {
    add(path, size) {
      if (held.files.size === FEW) {
        const many = createMany();
        for (const [known, its] of held.files) many.add(known, its);
        held = many;
      }
      return held.add(path, size);
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
  add(path: string, size: number): Met;
}

function createFew(): Held {
  const files = new Map<string, number>();
  /** By how macOS and Windows compare, where that is not how they are written. */
  const folded = new Map<string, string>();
  return {
    files,
    add(path, size) {
      const again = files.has(path);
      files.set(path, size);
      if (again) return { again };
      const fold = foldOf(path);
      const twin = folded.get(fold) ?? (fold !== path && files.has(fold) ? fold : undefined);
      if (fold !== path) folded.set(fold, path);
      return { again, ...(twin !== undefined && { twin }) };
    },
  };
}

function createMany(): Held {
  const files: PathTable = createPathTable();
  const folded = createHashIndex();
  return {
    files,
    add(path, size) {
      const code = hash(path);
      if (files.set(path, size, code)) return { again: true };
      const fold = foldOf(path);
      if (fold === path && folded.isEmpty) return NEW;
      const folding = fold === path ? code : hash(fold);
      const other = folded.find(folding, (index) => foldOf(files.at(index)) === fold);
      const twin =
        other !== undefined ? files.at(other) : fold !== path && files.has(fold) ? fold : undefined;
      if (fold !== path) folded.add(folding, files.size - 1);
      return twin === undefined ? NEW : { again: false, twin };
    },
  };
}

const NEW: Met = { again: false };
const ASCII = /^[\x00-\x7f]*$/;

function foldOf(path: string): string {
  return (ASCII.test(path) ? path : path.normalize('NFC')).toLowerCase();
}
