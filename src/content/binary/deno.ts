import { parseJson } from '../../archive/json.ts';
import type { Bytes } from '../../archive/store.ts';
import { fieldsOf } from './fields.ts';
import type { Section } from './image.ts';
import { type Listing, MAX_FILES, type Payload, type PayloadFile } from './payload.ts';
import { indexesIn } from './search.ts';

const MARK = Buffer.from('d3n0l4nd');
/** The mark stands in Deno itself a few times, and in the name of the section. */
const MAX_MARKS = 1000;
const MAX_JSON = 64 * 1024 ** 2;
const TOO_MANY = 'it holds more marks of Deno than packgate looks at';
/** Folders in each other that are read. */
const MAX_DEPTH = 256;
/** How the tree of files begins: a list of what is in its root, or, before 2.2, the root itself. */
const TREES = [Buffer.from('[{"'), Buffer.from('{"n":"')];
/** What the bytes of modules begin with that Deno before 2.1 joined: `ESZIP_V2`, `ESZIP2.3`. */
const ESZIP = Buffer.from('ESZIP');
/** Bytes from it on among which the first module is named: its length in 32 bits, its address or path, and what kind it is of. */
const ESZIP_HEAD = 512;
const FIRST_MODULE =
  /^ESZIP(?:_V2|2\.\d)[\s\S]{4,60}?\0\0[\0-\x03][\s\S](?=[\w@.:/+-]{0,200}[./:])[\w@.:/+-]{4,300}[\0\x01]/;

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
    const marks = indexesIn(bytes, from, Math.min(to, bytes.size), MARK, MAX_MARKS);
    if (marks.length === MAX_MARKS)
      found.push({ carrier: 'deno', from, to: from, files: [], unread: TOO_MANY });
    for (const mark of marks) {
      if (found.some((payload) => mark >= payload.from && mark < payload.to)) continue;
      const payload = readPayload(bytes, mark, listing);
      if (payload !== undefined) found.push(payload);
    }
    if (found.length === 0) found.push(...oldPayloads(bytes, from, Math.min(to, bytes.size)));
  }
  return found;
}

/** Modules as an eszip: the runtime mentions its magic too, and no module behind it. */
function oldPayloads(bytes: Bytes, from: number, to: number): Payload[] {
  const at = indexesIn(bytes, from, to, ESZIP, MAX_MARKS).find((mark) => {
    const head = bytes.read(mark, Math.min(ESZIP_HEAD, to - mark)).toString('latin1');
    return FIRST_MODULE.test(head);
  });
  if (at === undefined) return [];
  const unread =
    'Deno joined modules to it as an eszip, as versions before 2.1 do: packgate does not look inside';
  return [{ carrier: 'deno', from: at, to: at, files: [], unread }];
}

/** @returns undefined where the mark is only mentioned */
function readPayload(bytes: Bytes, from: number, listing: Listing): Payload | undefined {
  const { u64 } = fieldsOf(bytes, true);
  const start = from + MARK.length;
  if (start + 9 > bytes.size) return undefined;
  const metadata = start + 8 + u64(start);
  if (!(metadata <= bytes.size) || bytes.read(start + 8, 1)[0] !== 0x7b) return undefined;
  const places = TREES.flatMap((begins) => indexesIn(bytes, metadata, bytes.size, begins, MAX_FILES));
  const tree = places.find((at) => {
    if (at - 8 < metadata) return false;
    const end = at + u64(at - 8);
    if (!(end + 8 + MARK.length <= bytes.size) || !isClosing(bytes.read(end - 1, 1)[0]!)) return false;
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
    ...(!isRead && { unread: 'the list of files that Deno joined to it is damaged, too large or too deep' }),
  };
}

function isClosing(byte: number): boolean {
  return byte === 0x5d || byte === 0x7d;
}

function addTree(json: Buffer, base: number, to: number, files: PayloadFile[], listing: Listing): boolean {
  const tree = parseJson(json);
  if (tree === undefined) return false;
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  let isWhole = true;
  const add = (entries: unknown, folder: string, depth: number): void => {
    if (!Array.isArray(entries)) return;
    if (depth > MAX_DEPTH) {
      isWhole = false;
      return;
    }
    for (const entry of entries) {
      if (!isRecord(entry)) continue;
      const { Dir: inner, File: file } = entry;
      if (isRecord(inner)) add(inner.e, `${folder}${String(inner.n)}/`, depth + 1);
      if (!isRecord(file) || !isRecord(file.o)) continue;
      const [offset, size] = Array.isArray(file.o) ? (file.o as unknown[]) : [file.o.o, file.o.l];
      if (typeof offset !== 'number' || typeof size !== 'number' || offset < 0 || size < 0) continue;
      if (base + offset + size > to) continue;
      const path = `${folder}${String(file.n)}`;
      listing.add(path);
      files.push({ path, offset: base + offset, size });
    }
  };
  add(isRecord(tree) && !Array.isArray(tree) ? tree.e : tree, '', 0);
  return isWhole;
}
