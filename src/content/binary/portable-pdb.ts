import { createDecoder } from '../../archive/decoder.ts';
import type { Bytes } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import type { NamedSources } from './named-sources.ts';
import type { Room } from './room.ts';
import { countLines } from './sources.ts';

/** Kind of the custom record that holds a source file's text, as it lies in the file. */
const EMBEDDED_SOURCE = '1b578a0e26696e46b4ad8ab04611f5fe';
const [DOCUMENT, CUSTOM] = [0x30, 0x37];
const MAX_DOCUMENTS = 100_000;
/** Bytes of a portable PDB that is read: it is needed as a whole. */
const MAX_SIZE = 64 * 1024 ** 2;
const MAX_NAME = 4096;
/** Characters of names that are kept. */
const MAX_NAMES = 16 * 1024 ** 2;

/**
 * The source files that portable debug information of .NET names, with the text of those it holds. ECMA-335 chapter II.24
 * and Microsoft's Portable PDB format, version 1.0.
 *
 * @throws PackgateError `archive` where it is damaged, `limit`
 */
export function readPortablePdb(bytes: Bytes, room: Room): NamedSources {
  if (bytes.size > MAX_SIZE) throw damaged('is larger than any that packgate reads');
  const all = bytes.read(0, bytes.size);
  try {
    return readDocuments(all, room);
  } catch (error) {
    if (error instanceof RangeError) throw damaged('points outside itself');
    throw error;
  }
}

/**
 * The same inside a library: `MPDB`, the size, deflate data.
 *
 * @throws PackgateError `archive`, `limit`
 */
export function readEmbeddedPdb(bytes: Bytes, room: Room): NamedSources {
  if (bytes.read(0, 4).toString('latin1') !== 'MPDB') throw damaged('does not begin as such');
  const holding = room.hold();
  const decoder = createDecoder('deflate', (view) => {
    room.unpacked(view.length);
    holding.write(view);
  });
  try {
    for (let at = 8; at < bytes.size; ) {
      const view = bytes.read(at, Math.min(256 * 1024, bytes.size - at));
      at += view.length;
      decoder.write(view);
    }
    decoder.end();
    return readPortablePdb(holding.bytes(), room);
  } finally {
    decoder.close();
    holding.close();
  }
}

function readDocuments(all: Buffer, room: Room): NamedSources {
  const streams = streamsOf(all);
  const tables = streams.get('#~');
  const blobs = streams.get('#Blob') ?? NOTHING;
  const guids = streams.get('#GUID') ?? NOTHING;
  const pdb = streams.get('#Pdb');
  if (tables === undefined) throw damaged('has no tables');

  // Row counts of the tables of the program itself, which the size of an index into them depends on.
  const rows = new Array<number>(64).fill(0);
  if (pdb !== undefined) countRows(pdb, 24, 32, rows);
  const heaps = tables[6]!;
  const at = countRows(tables, 8, 24, rows);
  const blob = (heaps & 4) === 0 ? 2 : 4;
  const guid = (heaps & 2) === 0 ? 2 : 4;
  const text = (heaps & 1) === 0 ? 2 : 4;
  const index = (table: number) => (rows[table]! > 0xffff ? 4 : 2);
  /** An index that says which of these tables it is into. */
  const parent = Math.max(...PARENTS.map((table) => rows[table]!)) > 0xffff >> 5 ? 4 : 2;
  const sizes: Readonly<Record<number, number>> = {
    [DOCUMENT]: blob + guid + blob + guid,
    49: index(DOCUMENT) + blob,
    50: index(0x06) + index(0x35) + index(0x33) + index(0x34) + 8,
    51: 4 + text,
    52: text + blob,
    53: index(0x35) + blob,
    54: 2 * index(0x06),
    [CUSTOM]: parent + guid + blob,
  };
  const starts = new Map<number, number>();
  let next = at;
  for (let table = DOCUMENT; table <= CUSTOM; table++) {
    starts.set(table, next);
    next += tableRows(tables, table, rows) * sizes[table]!;
  }

  const read = (place: number, size: number) => tables.readUIntLE(place, size);
  const blobAt = (place: number): Buffer => {
    const [length, head] = compressed(blobs, place);
    return blobs.subarray(place + head, place + head + length);
  };
  const names: string[] = [];
  const documents = Math.min(tableRows(tables, DOCUMENT, rows), MAX_DOCUMENTS);
  let written = 0;
  for (let row = 0; row < documents && written < MAX_NAMES; row++) {
    const name = nameOf(blobAt(read(starts.get(DOCUMENT)! + row * sizes[DOCUMENT]!, blob)), blobAt);
    written += name.length;
    names.push(name);
  }
  const found: NamedSources = new Map(names.map((name) => [name, null]));
  const records = tableRows(tables, CUSTOM, rows);
  for (let row = 0; row < records; row++) {
    const place = starts.get(CUSTOM)! + row * sizes[CUSTOM]!;
    const kind = read(place + parent, guid);
    if (kind === 0 || guids.toString('hex', (kind - 1) * 16, kind * 16) !== EMBEDDED_SOURCE) continue;
    const owner = read(place, parent);
    const name = (owner & 31) === 22 ? names[(owner >>> 5) - 1] : undefined;
    if (name === undefined || found.get(name) !== null) continue;
    found.set(name, measure(blobAt(read(place + parent + guid, blob)), room));
  }
  return found;
}

/** Tables that a custom record may belong to. */
const PARENTS = [
  0x06, 0x04, 0x01, 0x02, 0x08, 0x09, 0x0a, 0x00, 0x0e, 0x17, 0x14, 0x11, 0x1a, 0x1b, 0x20, 0x23, 0x26, 0x27,
  0x28, 0x2a, 0x2c, 0x2b, 0x30, 0x32, 0x33, 0x34, 0x35,
];
const NOTHING = Buffer.alloc(0);

/** Parts of the file by name, behind its head. */
function streamsOf(all: Buffer): Map<string, Buffer> {
  const version = all.readUInt32LE(12);
  let at = 16 + version;
  const count = all.readUInt16LE(at + 2);
  at += 4;
  const streams = new Map<string, Buffer>();
  for (let i = 0; i < count; i++) {
    const offset = all.readUInt32LE(at);
    const size = all.readUInt32LE(at + 4);
    const end = all.indexOf(0, at + 8);
    if (end === -1 || end > at + 40) throw damaged('names its parts in an unknown way');
    streams.set(all.toString('latin1', at + 8, end), all.subarray(offset, offset + size));
    at = at + 8 + Math.ceil((end - at - 8 + 1) / 4) * 4;
  }
  return streams;
}

/** Reads the counts that follow a set of 64 bits, one for each bit that is set. @returns where they end */
function countRows(stream: Buffer, bits: number, from: number, rows: number[]): number {
  const low = stream.readUInt32LE(bits);
  const high = stream.readUInt32LE(bits + 4);
  let at = from;
  for (let table = 0; table < 64; table++) {
    if (((table < 32 ? low >>> table : high >>> (table - 32)) & 1) === 0) continue;
    rows[table] = stream.readUInt32LE(at);
    at += 4;
  }
  return at;
}

function tableRows(tables: Buffer, table: number, rows: readonly number[]): number {
  const there = (tables.readUInt32LE(12) >>> (table - 32)) & 1;
  return there === 1 ? rows[table]! : 0;
}

/** A number of one, two or four bytes, and how many it took. */
function compressed(bytes: Buffer, at: number): [value: number, taken: number] {
  const first = bytes[at] ?? 0;
  if ((first & 0x80) === 0) return [first, 1];
  if ((first & 0x40) === 0) return [((first & 0x3f) << 8) | (bytes[at + 1] ?? 0), 2];
  return [bytes.readUInt32BE(at) & 0x1fffffff, 4];
}

/** A path is a separator and the places of its parts. */
function nameOf(blob: Buffer, blobAt: (place: number) => Buffer): string {
  const separator = blob[0] === 0 || blob.length === 0 ? '' : String.fromCharCode(blob[0]!);
  const parts: string[] = [];
  let size = 0;
  for (let at = 1; at < blob.length && size < MAX_NAME; ) {
    const [place, taken] = compressed(blob, at);
    at += taken;
    const part = place === 0 ? '' : blobAt(place).toString('utf8', 0, MAX_NAME);
    size += part.length + 1;
    parts.push(part);
  }
  return parts.join(separator);
}

/** Four bytes say how large the text is; 0 where it is not compressed. */
function measure(blob: Buffer, room: Room): { lines: number; bytes: number } {
  if (blob.length < 4) return { lines: 0, bytes: 0 };
  const body = blob.subarray(4);
  if (blob.readInt32LE(0) === 0) return { lines: countLines(body), bytes: body.length };
  let bytes = 0;
  let lines = 0;
  let last = 10;
  const decoder = createDecoder('deflate', (view) => {
    room.unpacked(view.length);
    bytes += view.length;
    for (let at = view.indexOf(10); at !== -1; at = view.indexOf(10, at + 1)) lines++;
    last = view[view.length - 1] ?? last;
  });
  try {
    decoder.write(body);
    decoder.end();
  } finally {
    decoder.close();
  }
  return { lines: lines + (last === 10 ? 0 : 1), bytes };
}

function damaged(how: string): PackgateError {
  return new PackgateError('archive', `the portable debug information ${how}`, {
    help: 'Build or download it again',
  });
}
