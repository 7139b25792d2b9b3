import { parseJson } from '../../archive/json.ts';
import type { Bytes } from '../../archive/store.ts';
import { fieldsOf } from './fields.ts';
import type { Section } from './image.ts';
import { type Listing, MAX_FILES, type Payload, type PayloadFile } from './payload.ts';
import { indexesIn } from './search.ts';

const MARK = Buffer.from('d3n0l4nd');
/** The mark stands in Deno itself a few times, and in the name of the section. */
const MAX_MARKS = 64;
const MAX_JSON = 64 * 1024 ** 2;
/** Folders in each other: deeper ones are no file system. */
const MAX_DEPTH = 256;
const LIST = Buffer.from('[{"');

/**
 * The files in an executable of `deno compile`: the modules as they were written, and what else was included.
 *
 * Format: Deno's standalone binary. The mark, the length and the JSON of what to run, npm's packages and modules from
 * elsewhere, the length and the JSON of a tree of files, the length and the bytes of all of them, the mark. The tree says of each
 * file where its original is, and what was made of it.
 */
export function denoPayloads(bytes: Bytes, sections: readonly Section[], listing: Listing): Payload[] {
  const found: Payload[] = [];
  const own = sections.filter(({ name }) => /^(?:note\.)?sui$|d3n0l4nd/i.test(name));
  const places =
    own.length > 0
      ? own.map(({ offset, size }) => [offset, offset + size] as const)
      : [[0, bytes.size] as const];
  for (const [from, to] of places) {
    for (const mark of indexesIn(bytes, from, Math.min(to, bytes.size), MARK, MAX_MARKS)) {
      if (found.some((payload) => mark >= payload.from && mark < payload.to)) continue;
      const payload = readPayload(bytes, mark, listing);
      if (payload !== undefined) found.push(payload);
    }
  }
  return found;
}

/** @returns undefined where the mark is only mentioned */
function readPayload(bytes: Bytes, from: number, listing: Listing): Payload | undefined {
  const { u64 } = fieldsOf(bytes, true);
  const start = from + MARK.length;
  if (start + 9 > bytes.size) return undefined;
  const metadata = start + 8 + u64(start);
  if (!(metadata <= bytes.size) || bytes.read(start + 8, 1)[0] !== 0x7b) return undefined;
  const tree = indexesIn(bytes, metadata, bytes.size, LIST, MAX_FILES).find((at) => {
    if (at - 8 < metadata) return false;
    const end = at + u64(at - 8);
    if (!(end + 8 + MARK.length <= bytes.size) || bytes.read(end - 1, 1)[0] !== 0x5d) return false;
    const last = end + 8 + u64(end);
    return last + MARK.length <= bytes.size && bytes.read(last, MARK.length).equals(MARK);
  });
  if (tree === undefined) {
    const unread = 'Deno joined modules to it in a form that packgate does not know';
    return { carrier: 'deno', from, to: metadata, files: [], unread };
  }
  const end = tree + u64(tree - 8);
  const base = end + 8;
  const to = base + u64(end);
  const files: PayloadFile[] = [];
  // npm's packages and modules from elsewhere, one after another.
  if (tree - 8 - metadata > 64)
    files.push({ path: 'remote-modules', offset: metadata, size: tree - 8 - metadata });
  const isRead = end - tree <= MAX_JSON && addTree(bytes.read(tree, end - tree), base, to, files, listing);
  return {
    carrier: 'deno',
    from,
    to: to + MARK.length,
    files,
    ...(!isRead && { unread: 'the list of files that Deno joined to it is damaged or too large' }),
  };
}

function addTree(json: Buffer, base: number, to: number, files: PayloadFile[], listing: Listing): boolean {
  const tree = parseJson(json);
  if (tree === undefined) return false;
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  const add = (entries: unknown, folder: string, depth: number): void => {
    if (!Array.isArray(entries) || depth > MAX_DEPTH) return;
    for (const entry of entries) {
      if (!isRecord(entry)) continue;
      const { Dir: inner, File: file } = entry;
      if (isRecord(inner)) add(inner.e, `${folder}${String(inner.n)}/`, depth + 1);
      if (!isRecord(file) || !Array.isArray(file.o)) continue;
      const [offset, size] = file.o as unknown[];
      if (typeof offset !== 'number' || typeof size !== 'number' || offset < 0 || size < 0) continue;
      if (base + offset + size > to) continue;
      const path = `${folder}${String(file.n)}`;
      listing.add(path);
      files.push({ path, offset: base + offset, size });
    }
  };
  add(tree, '', 0);
  return true;
}
