import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { NotJson, OPEN, walkJson } from './json-walk.ts';
import { LIMITS } from './limits.ts';
import type { Bytes } from './store.ts';

/** What the header of an asar archive says of one file, folder or link, in the words of its keys. */
export interface AsarNode {
  /** Names of the folders and its own, joined by slashes. */
  readonly path: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly link?: string;
  /** In bytes; undefined where the header gives none. */
  readonly size: number | undefined;
  /** Counted from the end of the header. */
  readonly offset: number;
  /** Its bytes are not in the archive but beside it. */
  readonly elsewhere: boolean;
  /** Why readers could make different things of it, in a few words. */
  readonly oddity?: string;
}

/** One object of the header while it is read. */
interface Reading {
  readonly path: string;
  readonly name: string;
  /** The value of `files` is being read. */
  listing: boolean;
  readonly keys: Partial<Record<Key, unknown>>;
  twice: boolean;
}

type Key = 'files' | 'link' | 'size' | 'offset' | 'unpacked';
const KEYS: ReadonlySet<string> = new Set<Key>(['files', 'link', 'size', 'offset', 'unpacked']);

/**
 * Reads the tree in the header of an asar archive as it stands there, an object after the other: a folder comes behind what is in
 * it. Where a name or a key stands twice, readers go by the last one; here are all.
 *
 * @param from where the JSON begins @param size of it, in bytes
 * @throws PackgateError `archive` where it is no such tree, `limit`
 */
export function* asarNodes(bytes: Bytes, from: number, size: number): Generator<AsarNode, undefined> {
  // Electron passes over the mark of UTF-8.
  const mark = size >= 3 && bytes.read(from, 3).equals(MARK) ? 3 : 0;
  try {
    const walk = walkJson(bytes, from + mark, size - mark);
    if (walk.peek() !== OPEN) throw refused('has a header that is no tree of files');
    walk.enter();
    const open: Reading[] = [begin('', '')];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const key = walk.key();
      if (top.listing) {
        if (key === undefined) {
          top.listing = false;
          continue;
        }
        const path = open.length === 1 ? key : `${top.path}/${key}`;
        if (walk.peek() !== OPEN) throw refused(`says nothing of ${JSON.stringify(path.slice(0, 100))}`);
        if (open.length > LIMITS.segments)
          throw refused(`has more than ${count(LIMITS.segments)} folders in each other`);
        walk.enter();
        open.push(begin(path, key));
      } else if (key === undefined) {
        open.pop();
        if (open.length > 0) yield toNode(top);
        else if (top.twice) throw refused('lists its files twice');
        else if (top.keys.files === undefined) throw refused('has a header that is no tree of files');
      } else if (!KEYS.has(key)) walk.skip();
      else {
        top.twice ||= top.keys[key as Key] !== undefined;
        if (key === 'files') {
          if (walk.peek() !== OPEN) throw refused('has a header that is no tree of files');
          walk.enter();
          top.listing = true;
        }
        top.keys[key as Key] = key === 'files' || (walk.value() ?? OTHER);
      }
    }
    walk.end();
  } catch (error) {
    if (error instanceof NotJson) throw refused('has a header that is no JSON');
    throw error;
  }
}

const NO_KEYS: Partial<Record<Key, unknown>> = {
  files: undefined,
  link: undefined,
  size: undefined,
  offset: undefined,
  unpacked: undefined,
};
/** A value that no reader expects: nothing, an object or a list. */
const OTHER = Symbol('other');
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function begin(path: string, name: string): Reading {
  return { path, name, listing: false, keys: { ...NO_KEYS }, twice: false };
}

function toNode({ path, name, keys, twice }: Reading): AsarNode {
  const { files, link, size, offset, unpacked } = keys;
  const isFolder = files !== undefined;
  const isLink = typeof link === 'string';
  const isSize = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0;
  const kinds = Number(isFolder) + Number(link !== undefined) + Number(offset !== undefined);
  const oddity = twice
    ? 'says something of this entry twice'
    : kinds > 1 || (unpacked !== undefined && typeof unpacked !== 'boolean')
      ? 'can be read in more than one way for this entry'
      : undefined;
  return {
    path,
    name,
    isFolder,
    ...(isLink && { link }),
    size: isSize ? size : undefined,
    offset: typeof offset === 'string' && /^[0-9]{1,16}$/.test(offset) ? Number(offset) : Number.NaN,
    elsewhere: unpacked === true,
    ...(oddity !== undefined && { oddity }),
  };
}

/** An asar archive that cannot be read. */
export function refused(what: string): PackgateError {
  return new PackgateError('archive', `the asar archive ${what}`, { help: 'Pack it again' });
}
