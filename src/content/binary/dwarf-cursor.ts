/** How DWARF of one unit writes its numbers. */
export interface Notation {
  readonly littleEndian: boolean;
  /** 64-bit DWARF: places in other sections are eight bytes. */
  readonly wide: boolean;
}

/** Reads on in a table, value by value. Behind its end every number is 0 and every text is empty. */
export interface Cursor {
  isAtEnd(): boolean;
  /** An unsigned number of so many bytes. */
  number(size: number): number;
  /** A place in another section. */
  place(): number;
  /** An unsigned number in base 128 (DWARF 5, section 7.6). */
  leb(): number;
  /** Bytes up to the next zero. */
  text(): Buffer;
  skip(bytes: number): void;
  /** Goes to the end: what follows makes no sense. */
  giveUp(): void;
}

export function createCursor(bytes: Buffer, { littleEndian, wide }: Notation): Cursor {
  let at = 0;
  const isAtEnd = () => at >= bytes.length;

  function number(size: number): number {
    if (at + size > bytes.length) {
      at = bytes.length;
      return 0;
    }
    at += size;
    if (size > 6) return Number(littleEndian ? bytes.readBigUInt64LE(at - 8) : bytes.readBigUInt64BE(at - 8));
    return littleEndian ? bytes.readUIntLE(at - size, size) : bytes.readUIntBE(at - size, size);
  }

  function leb(): number {
    let value = 0;
    let scale = 1;
    for (let byte = number(1); ; byte = number(1)) {
      const digit = byte & 0x7f;
      // The scale of one far behind is infinite, and nothing times that is no number.
      if (digit > 0) value += digit * scale;
      scale *= 128;
      if (byte < 128 || isAtEnd()) return value;
    }
  }

  function text(): Buffer {
    const end = bytes.indexOf(0, at);
    const found = bytes.subarray(at, end === -1 ? bytes.length : end);
    at += found.length + 1;
    return found;
  }

  return {
    isAtEnd,
    number,
    place: () => number(wide ? 8 : 4),
    leb,
    text,
    skip(count) {
      at = Math.min(at + count, bytes.length);
    },
    giveUp() {
      at = bytes.length;
    },
  };
}
