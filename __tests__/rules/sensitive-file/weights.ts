/** Small files in the formats of models, made byte by byte. */

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

export function safetensors(shapes: Readonly<Record<string, readonly number[]>>): Buffer {
  let at = 0;
  const tensors = Object.entries(shapes).map(([name, shape]) => {
    const from = at;
    at += 4;
    return [name, { dtype: 'F32', shape, data_offsets: [from, at] }];
  });
  const header = JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(tensors) });
  return Buffer.concat([u64(header.length), Buffer.from(header), Buffer.alloc(at)]);
}

export function gguf(tensors: number, name: string): Buffer {
  const text = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
  const kind = (type: number) => Buffer.from([type, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('GGUF\x03\0\0\0'),
    u64(tensors),
    u64(3),
    ...[text('general.architecture'), kind(8), text('llama')],
    ...[text('general.file_type'), kind(4), Buffer.alloc(4)],
    ...[text('general.name'), kind(8), text(name)],
    Buffer.alloc(200),
  ]);
}

/** A neural network in Core ML, with that many layers; or a pipeline of such. */
export function coreMlModel(layers: number, pipeline = false): Buffer {
  const layer = Buffer.concat([
    field(1, Buffer.from('conv')),
    field(100, field(90, field(2, Buffer.alloc(40, 7)))),
  ]);
  const network = Buffer.concat(Array.from({ length: layers }, () => field(1, layer)));
  const begin = Buffer.concat([field(1, 4), field(2, field(1, field(1, Buffer.from('image'))))]);
  const model = Buffer.concat([begin, field(500, network)]);
  return pipeline
    ? Buffer.concat([begin, field(202, Buffer.concat([field(1, model), field(1, model)]))])
    : model;
}

/** A field of a protobuf message: a number, or bytes. */
function field(number: number, value: number | Buffer): Buffer {
  const varint = (rest: number): number[] =>
    rest < 128 ? [rest] : [(rest & 127) | 128, ...varint(rest >>> 7)];
  if (typeof value === 'number') return Buffer.from([...varint(number * 8), ...varint(value)]);
  return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(value.length)]), value]);
}

/** A model with a tensor of each shape. */
export function onnx(shapes: readonly (readonly number[])[]): Buffer {
  const tensors = shapes.map((shape) =>
    field(
      5,
      Buffer.concat([
        ...shape.map((size) => field(1, size)),
        field(2, 1),
        field(8, Buffer.from('w')),
        field(9, Buffer.alloc(300)),
      ]),
    ),
  );
  const node = field(1, Buffer.concat([field(1, Buffer.from('x')), field(4, Buffer.from('MatMul'))]));
  return Buffer.concat([
    field(1, 8),
    field(2, Buffer.from('pytorch')),
    field(7, Buffer.concat([node, field(2, Buffer.from('main')), ...tensors])),
    field(8, field(2, 17)),
  ]);
}

/** Protocol 2: a global of the module, and as many references to what is stored outside. */
export function pickle(module: string, stored: number): Buffer {
  const global = module === '' ? Buffer.from('}') : Buffer.from(`c${module}\nA\nq\0`, 'latin1');
  const reference = Buffer.from('(U\x07storageK\x01tQ', 'latin1');
  return Buffer.concat([
    Buffer.from([0x80, 2]),
    global,
    ...Array.from({ length: stored }, () => reference),
    Buffer.from('.'),
  ]);
}

/** Tables of a flatbuffer: the model, its list of graphs, a graph, its list of tensors. */
export function tflite(tensors: number): Buffer {
  const bytes = Buffer.alloc(400);
  bytes.writeUInt32LE(32, 0);
  bytes.write('TFL3', 4);
  // Where the fields of the model are: the third is its list of graphs.
  bytes.writeUInt16LE(10, 16);
  bytes.writeUInt16LE(12, 18);
  bytes.writeUInt16LE(8, 24);
  bytes.writeInt32LE(16, 32);
  bytes.writeUInt32LE(20, 40);
  bytes.writeUInt32LE(1, 60);
  bytes.writeUInt32LE(36, 64);
  // And of the graph: the first is its list of tensors.
  bytes.writeUInt16LE(6, 80);
  bytes.writeUInt16LE(8, 82);
  bytes.writeUInt16LE(8, 84);
  bytes.writeInt32LE(20, 100);
  bytes.writeUInt32LE(92, 108);
  bytes.writeUInt32LE(tensors, 200);
  return bytes;
}

/** An index of a checkpoint with an entry for each tensor and one for the whole, in blocks of two. */
export function bundleIndex(tensors: number): Buffer {
  const entry = (name: string, value: Buffer) =>
    Buffer.concat([Buffer.from([0, name.length, value.length]), Buffer.from(name), value]);
  const block = (entries: readonly Buffer[]) => {
    const restarts = Buffer.alloc(8);
    restarts.writeUInt32LE(1, 4);
    return Buffer.concat([...entries, restarts]);
  };
  const varint = (rest: number): number[] =>
    rest < 128 ? [rest] : [(rest & 127) | 128, ...varint(rest >>> 7)];
  const entries = ['', ...Array.from({ length: tensors }, (_, n) => `layer${n}/kernel`)].map((name) =>
    entry(name, Buffer.from([8, 1])),
  );
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  const put = (content: Buffer): Buffer => {
    const at = parts.reduce((sum, { length }) => sum + length, 0);
    parts.push(content, Buffer.alloc(5));
    return Buffer.from([...varint(at), ...varint(content.length)]);
  };
  for (let n = 0; n < entries.length; n += 2)
    index.push(entry(`layer${n + 1}0`, put(block(entries.slice(n, n + 2)))));
  const meta = put(block([]));
  const places = Buffer.concat([meta, put(block(index))]);
  const footer = Buffer.concat([
    places,
    Buffer.alloc(40 - places.length),
    Buffer.from('57fb808b247547db', 'hex'),
  ]);
  return Buffer.concat([...parts, footer]);
}
