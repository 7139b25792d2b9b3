import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';

/** One entry of a zip archive, and what is odd about it. */
export interface RawZipEntry {
  readonly name: string;
  readonly body?: string | Buffer;
  /** 0 stored, 8 deflated; any other is written as it is. */
  readonly method?: number;
  /** Type of the file as Unix has it. */
  readonly mode?: number;
  readonly flags?: number;
  /** Sizes and checksum behind the data and not before it. */
  readonly streamed?: boolean;
  readonly extra?: Buffer;
  /** The same in the local header. */
  readonly localExtra?: Buffer;
  /** Changes the local header, the one in the directory, and the sizes behind the data. */
  readonly local?: (header: Buffer) => void;
  readonly central?: (header: Buffer) => void;
  readonly descriptor?: (bytes: Buffer) => void;
  /** Without the mark in front of the sizes behind the data. */
  readonly unmarked?: boolean;
  /** Left out of the directory. */
  readonly unlisted?: boolean;
  /** Only in the directory: points to what an earlier entry of this number points to. */
  readonly at?: number;
  /** What stands in place of the compressed data. */
  readonly data?: Buffer;
}

export interface ZipShape {
  readonly before?: Buffer;
  readonly between?: Buffer;
  readonly comment?: Buffer;
  readonly after?: Buffer;
  readonly end?: (record: Buffer) => void;
  /** Adds the zip64 end record (56 bytes) and its locator (20), and changes them; the old record then points to them. */
  readonly zip64?: (records: Buffer) => void;
}

/** A zip archive written field by field so that any of them can be wrong. PKWARE APPNOTE 6.3.10. */
export function rawZip(entries: readonly RawZipEntry[], shape: ZipShape = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let position = 0;
  const put = (bytes: Buffer) => {
    parts.push(bytes);
    position += bytes.length;
  };
  for (const entry of entries) {
    const offset = entry.at === undefined ? position : offsets[entry.at]!;
    offsets.push(offset);
    const body = Buffer.from(entry.body ?? '');
    const method = entry.method ?? 8;
    const data = entry.data ?? (method === 8 ? deflateRawSync(body) : body);
    const name = Buffer.from(entry.name);
    const extra = entry.extra ?? Buffer.alloc(0);
    const flags = (entry.flags ?? 0x800) | (entry.streamed ? 8 : 0);
    const numbers = Buffer.alloc(12);
    numbers.writeUInt32LE(crc32(body), 0);
    numbers.writeUInt32LE(data.length, 4);
    numbers.writeUInt32LE(body.length, 8);
    if (entry.at === undefined) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(20, 4);
      local.writeUInt16LE(flags, 6);
      local.writeUInt16LE(method, 8);
      if (!entry.streamed) numbers.copy(local, 14);
      local.writeUInt16LE(name.length, 26);
      local.writeUInt16LE(entry.localExtra?.length ?? 0, 28);
      const header = Buffer.concat([local, name, entry.localExtra ?? Buffer.alloc(0)]);
      entry.local?.(header);
      put(Buffer.concat([header, data]));
      if (entry.streamed) {
        const descriptor = Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), numbers]);
        entry.descriptor?.(descriptor);
        put(entry.unmarked ? descriptor.subarray(4) : descriptor);
      }
    }
    if (entry.unlisted) continue;
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(entry.mode === undefined ? 20 : 0x0314, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    numbers.copy(central, 16);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    const header = Buffer.concat([central, name, extra]);
    entry.central?.(header);
    directory.push(header);
  }
  if (shape.between !== undefined) put(shape.between);
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  // Tools of old count to 65,535 and begin again.
  end.writeUInt16LE(directory.length % 65_536, 8);
  end.writeUInt16LE(directory.length % 65_536, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(position, 16);
  const comment = shape.comment ?? Buffer.alloc(0);
  end.writeUInt16LE(comment.length, 20);
  const wide = Buffer.alloc(shape.zip64 === undefined ? 0 : 76);
  if (shape.zip64 !== undefined) {
    wide.writeUInt32LE(0x06064b50, 0);
    wide.writeBigUInt64LE(44n, 4);
    for (const [offset, value] of [
      [24, directory.length],
      [32, directory.length],
      [40, listed.length],
      [48, position],
      [64, position + listed.length],
    ] as const)
      wide.writeBigUInt64LE(BigInt(value), offset);
    wide.writeUInt32LE(0x07064b50, 56);
    wide.writeUInt32LE(1, 72);
    end.fill(0xff, 8, 20);
    shape.zip64(wide);
  }
  shape.end?.(end);
  const after = shape.after ?? Buffer.alloc(0);
  return Buffer.concat([shape.before ?? Buffer.alloc(0), ...parts, listed, wide, end, comment, after]);
}
