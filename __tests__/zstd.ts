/** A zstd frame of one block that is not compressed, which needs no zstd to write. Format: RFC 8878, section 3. */
export function zstdFrame(content: Buffer): Buffer {
  const head = Buffer.from('28b52ffda000000000', 'hex');
  head.writeUInt32LE(content.length, 5);
  const block = Buffer.alloc(3);
  block.writeUIntLE((content.length << 3) | 1, 0, 3);
  return Buffer.concat([head, block, content]);
}
