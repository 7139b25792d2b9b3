import type { Bytes } from './store.ts';
import { isZero } from './zero.ts';
import { readZip64, type ZipEntry } from './zip-directory.ts';

/** What a local header begins with. */
export const LOCAL = 0x04034b50;
const PIECE = 256 * 1024;

/** Is told, in a sentence, where tools make different things of an entry. */
export type Differs = (message: string) => void;

/** Where an entry lies: its local header, its data, and what follows it. Absolute. */
export interface Placed {
  readonly at: number;
  readonly data: number;
  readonly next: number;
}

/**
 * Compares the header that stands before an entry with what the directory says of it.
 *
 * @param at where it begins
 * @param end of all entries
 * @returns where the data begins; undefined where no local header is
 */
export function compareLocal(
  bytes: Bytes,
  entry: ZipEntry,
  at: number,
  end: number,
  differs: Differs,
): number | undefined {
  const fixed = bytes.read(at, 30);
  if (fixed.readUInt32LE(0) !== LOCAL) return undefined;
  const flags = fixed.readUInt16LE(6);
  const method = fixed.readUInt16LE(8);
  const crc = fixed.readUInt32LE(14);
  const written = [fixed.readUInt32LE(22), fixed.readUInt32LE(18)] as const;
  const nameSize = fixed.readUInt16LE(26);
  const extraSize = fixed.readUInt16LE(28);
  const data = at + 30 + nameSize + extraSize;
  if (data > end) return undefined;
  const rest = bytes.read(at + 30, nameSize + extraSize);
  const name = rest.subarray(0, nameSize);
  if (!name.equals(entry.rawName)) {
    differs(
      `The local header calls this entry ${JSON.stringify(name.toString('utf8'))}: some tools unpack it under that name.`,
    );
  }
  if (method !== entry.method || (flags & 1) !== (entry.flags & 1)) {
    differs('Directory and local header of this entry name different ways to unpack it.');
  }
  if (method === 0 && (flags & 8) !== 0 && (entry.flags & 8) === 0) {
    differs(
      'Only the local header of this entry says that its size follows it: tools end it at different places.',
    );
  }
  const [size, compressedSize] = readZip64(rest.subarray(nameSize), [written[0], written[1], 0]);
  // A tool that writes a stream knows the sizes only afterwards, and then they follow the data.
  const later = (flags & 8) !== 0;
  const same = (local: number, central: number, field = local) =>
    local === central || (later && (local === 0 || field === 0xffffffff));
  if (!same(size, entry.size, written[0]) || !same(compressedSize, entry.compressedSize, written[1])) {
    differs('Directory and local header of this entry give different sizes.');
  } else if (crc !== entry.crc && crc !== 0) {
    differs('Directory and local header of this entry give different checksums.');
  }
  return data;
}

/** Where the entry ends, with the sizes that follow its data where there are any. */
export function descriptorEnd(
  bytes: Bytes,
  entry: ZipEntry,
  { at, data, next }: Placed,
  differs: Differs,
): number {
  const end = data + entry.compressedSize;
  if ((bytes.read(at, 8).readUInt16LE(6) & 8) === 0) return end;
  if (end === next) {
    // What is compressed tells its end itself.
    if (entry.method === 0)
      differs(
        'The size of this entry does not follow it as its header says: tools end it at different places.',
      );
    return end;
  }
  const view = bytes.read(end, Math.min(24, next - end));
  for (const mark of [4, 0]) {
    if (mark === 4 && (view.length < 4 || view.readUInt32LE(0) !== 0x08074b50)) continue;
    if (view.length < mark + 12 || view.readUInt32LE(mark) !== entry.crc) continue;
    if (view.length >= mark + 20) {
      const wide = [mark + 4, mark + 12].map((field) => Number(view.readBigUInt64LE(field)));
      if (wide[0] === entry.compressedSize && wide[1] === entry.size) return end + mark + 20;
    }
    if (
      view.readUInt32LE(mark + 4) === entry.compressedSize % 2 ** 32 &&
      view.readUInt32LE(mark + 8) === entry.size % 2 ** 32
    )
      return end + mark + 12;
  }
  if (!isZeroFrom(bytes, end, next)) {
    differs('The sizes that follow this entry are not those in the directory.');
  }
  return end;
}

/** Whether nothing but zeros stands between two places. */
export function isZeroFrom(bytes: Bytes, from: number, to: number): boolean {
  for (let at = from; at < to; at += PIECE) {
    if (!isZero(bytes.read(at, Math.min(PIECE, to - at)))) return false;
  }
  return true;
}
