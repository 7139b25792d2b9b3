/** An Electron archive: the tree as it is to stand in the header, and the files' bytes. Numbers are made to fit unless given. */
export function rawAsar(
  tree: unknown,
  data: string | Buffer,
  numbers: { readonly json?: string; readonly jsonSize?: number; readonly headerSize?: number } = {},
): Buffer {
  const json = Buffer.from(numbers.json ?? JSON.stringify(tree));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(numbers.headerSize ?? padded + 8, 4);
  head.writeUInt32LE((numbers.headerSize ?? padded + 8) - 4, 8);
  head.writeUInt32LE(numbers.jsonSize ?? json.length, 12);
  json.copy(head, 16);
  return Buffer.concat([head, Buffer.from(data)]);
}
