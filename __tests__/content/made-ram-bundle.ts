/** An indexed RAM bundle of these modules, as Metro writes it. */
export function ramBundle(start: string, modules: readonly string[]): Buffer {
  const header = Buffer.alloc(12 + modules.length * 8);
  header.writeUInt32LE(0xfb0bd1e5, 0);
  header.writeUInt32LE(modules.length, 4);
  header.writeUInt32LE(Buffer.byteLength(start) + 1, 8);
  const code = [start, ...modules].map((text) => Buffer.from(`${text}\0`));
  let offset = code[0]!.length;
  for (const [i] of modules.entries()) {
    header.writeUInt32LE(offset, 12 + i * 8);
    header.writeUInt32LE(code[i + 1]!.length, 16 + i * 8);
    offset += code[i + 1]!.length;
  }
  return Buffer.concat([header, ...code]);
}
