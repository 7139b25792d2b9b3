/** An ELF file of these sections and nothing else: what a debugger reads. System V ABI, chapter 4. */
export function elf(
  sections: Readonly<Record<string, Buffer>>,
  { type = 3, bigEndian = false, flags = 0 }: { type?: number; bigEndian?: boolean; flags?: number } = {},
): Buffer {
  const names = Object.keys(sections);
  const strings = Buffer.from(`\0${[...names, '.shstrtab'].join('\0')}\0`, 'latin1');
  const bodies = [...Object.values(sections), strings];
  const head = Buffer.alloc(64);
  const u16 = (buffer: Buffer, value: number, at: number) =>
    bigEndian ? buffer.writeUInt16BE(value, at) : buffer.writeUInt16LE(value, at);
  const u32 = (buffer: Buffer, value: number, at: number) =>
    bigEndian ? buffer.writeUInt32BE(value, at) : buffer.writeUInt32LE(value, at);
  const u64 = (buffer: Buffer, value: number, at: number) =>
    bigEndian ? buffer.writeBigUInt64BE(BigInt(value), at) : buffer.writeBigUInt64LE(BigInt(value), at);
  const rows: Buffer[] = [Buffer.alloc(64)];
  let place = head.length;
  let name = 1;
  for (const [i, body] of bodies.entries()) {
    const own = names[i] ?? '.shstrtab';
    const row = Buffer.alloc(64);
    u32(row, name, 0);
    u32(row, own === '.symtab' ? 2 : own === '.dynsym' ? 11 : 1, 4);
    u64(row, own.includes('debug') ? flags : 0, 8);
    u64(row, place, 24);
    u64(row, body.length, 32);
    rows.push(row);
    place += body.length;
    name += own.length + 1;
  }
  head.write('\x7fELF', 'latin1');
  head[4] = 2;
  head[5] = bigEndian ? 2 : 1;
  u16(head, type, 16);
  u64(head, place, 40);
  u16(head, 64, 58);
  u16(head, rows.length, 60);
  u16(head, rows.length - 1, 62);
  return Buffer.concat([head, ...bodies, ...rows]);
}

/** A line table of DWARF 4 that names these files, with nothing in it. */
export function lineTable(...files: string[]): Buffer {
  const names = Buffer.from(`\0${files.map((file) => `${file}\0\0\0\0`).join('')}\0`);
  const fields = Buffer.concat([Buffer.from([1, 1, 1, 0xfb, 14, 1]), names]);
  const head = Buffer.alloc(10);
  head.writeUInt32LE(6 + fields.length, 0);
  head.writeUInt16LE(4, 4);
  head.writeUInt32LE(fields.length, 6);
  return Buffer.concat([head, fields]);
}

/** A WebAssembly module of these custom sections. */
export function wasm(sections: Readonly<Record<string, Buffer | string>>): Buffer {
  const parts: Buffer[] = [Buffer.from('0061736d01000000', 'hex')];
  for (const [name, body] of Object.entries(sections)) {
    const content = Buffer.concat([sized(Buffer.from(name)), Buffer.from(body)]);
    parts.push(Buffer.from([0]), sized(content));
  }
  return Buffer.concat(parts);
}

/** Bytes behind their length, as WebAssembly writes it. */
export function sized(body: Buffer): Buffer<ArrayBuffer> {
  const length: number[] = [];
  for (let rest = body.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) return Buffer.concat([Buffer.from(length), body]);
  }
}
