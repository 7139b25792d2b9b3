import { posix } from 'node:path';
import { MAX_LISTED_SOURCES } from '../originals.ts';

/** A source file to what rides along of its text. */
export type NamedSources = Map<string, { readonly lines: number; readonly bytes: number } | null>;

/** Characters of paths that are kept of one file. */
const MAX_NAMES = 16 * 1024 ** 2;

/** What tables of debug information may cost, all of one file together. */
export interface Room {
  /** Bytes of strings that may still be looked up, and of paths made of them: every row of a table may point to the same long one. */
  left: number;
  /** Characters of paths that may still be kept. */
  names: number;
}

export function createRoom(left: number): Room {
  return { left, names: MAX_NAMES };
}

/** Adds a source. Of two with one path the one counts whose text is there. */
export function addSource(
  found: NamedSources,
  path: string,
  text: { readonly lines: number; readonly bytes: number } | null,
  room: Room,
): void {
  const known = found.get(path);
  if (known === undefined) {
    if (found.size >= MAX_LISTED_SOURCES || room.names < path.length) return;
    room.names -= path.length;
  } else if (known !== null || text === null) return;
  found.set(path, text);
}

/** The path of a name in a folder. Once too much was made of one and another it is the name alone. */
export function placed(folder: string | undefined, name: string, room: Room): string {
  if (room.left <= 0) return name;
  const path = joined(folder, name);
  room.left -= path.length;
  return path;
}

function joined(folder: string | undefined, name: string): string {
  const isWhole = folder === undefined || folder === '' || /^(?:\/|[A-Za-z]:[\\/])/.test(name);
  const path = isWhole ? name : `${folder}/${name}`;
  return /(?:^|\/)\.{1,2}\//.test(path) ? posix.normalize(path) : path;
}
