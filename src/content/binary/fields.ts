import type { Bytes } from '../../archive/store.ts';

/** Numbers and names at places in bytes. Whatever lies outside throws PackgateError `archive`. */
export interface Fields {
  u8(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
  /** Not exact above 2^53, which no place in a file is. */
  u64(at: number): number;
  /** Text up to a NUL byte, or `most` bytes of it; latin1, so that every byte stays one character. */
  text(at: number, most: number): string;
}

export function fieldsOf(bytes: Bytes, littleEndian: boolean): Fields {
  return {
    u8: (at) => bytes.read(at, 1)[0]!,
    u16(at) {
      const two = bytes.read(at, 2);
      return littleEndian ? two.readUInt16LE(0) : two.readUInt16BE(0);
    },
    u32(at) {
      const four = bytes.read(at, 4);
      return littleEndian ? four.readUInt32LE(0) : four.readUInt32BE(0);
    },
    u64(at) {
      const eight = bytes.read(at, 8);
      return Number(littleEndian ? eight.readBigUInt64LE(0) : eight.readBigUInt64BE(0));
    },
    text(at, most) {
      const room = bytes.read(at, Math.max(0, Math.min(most, bytes.size - at)));
      const end = room.indexOf(0);
      return room.toString('latin1', 0, end === -1 ? room.length : end);
    },
  };
}
