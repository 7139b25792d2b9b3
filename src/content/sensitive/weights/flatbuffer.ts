import type { Reader } from '../../reader.ts';
import type { WeightsFacts } from '../facts.ts';

/** Formats by what stands behind the first four bytes, which say where the root of a flatbuffer is, and what counts the tensors. */
const FORMATS: readonly (readonly [
  magic: string,
  format: string,
  tensors?: (file: Flatbuffer) => number | undefined,
])[] = [
  ['TFL3', 'TensorFlow Lite', tensorsOfTflite],
  ['ORTM', 'ONNX Runtime', tensorsOfOrt],
  ['ET1', 'ExecuTorch'],
];

/** Bytes that are kept of the beginning and of the end: the tables stand in front of the numbers or behind them. */
const KEPT = 4 * 1024 * 1024;

function formatOf(head: Buffer): (typeof FORMATS)[number] | undefined {
  const start = head.toString('latin1', 4, 8);
  return FORMATS.find(([magic]) => start.startsWith(magic));
}

/** Whether a file begins as a model in a flatbuffer. */
export function beginsLikeFlatbuffer(head: Buffer): boolean {
  return head.length >= 20 && formatOf(head) !== undefined;
}

/** Reads numbers at any place of a file of which the two ends were kept. */
interface Flatbuffer {
  u16(at: number): number;
  u32(at: number): number;
}

/** Tells the format of a model, and its tensors where the tables that count them are near enough to one end. https://flatbuffers.dev/internals/ */
export function createFlatbufferReader(): Reader<WeightsFacts | undefined> {
  const head: Buffer[] = [];
  const tail: Buffer[] = [];
  let headBytes = 0;
  let tailBytes = 0;
  let size = 0;
  return {
    push(view) {
      size += view.length;
      const first = Buffer.from(view.subarray(0, KEPT - headBytes));
      if (first.length > 0) head.push(first);
      headBytes += first.length;
      if (first.length === view.length) return;
      tail.push(Buffer.from(view.subarray(first.length)));
      tailBytes += view.length - first.length;
      while (tailBytes - tail[0]!.length >= KEPT) tailBytes -= tail.shift()!.length;
    },
    end() {
      const bytes = Buffer.concat(head);
      const found = formatOf(bytes);
      if (found === undefined) return undefined;
      const [, format, count] = found;
      const tensors = counted(keptOf(bytes, Buffer.concat(tail), size), count);
      return { kind: 'weights', format, ...(tensors !== undefined && { tensors }) };
    },
  };
}

function keptOf(head: Buffer, tail: Buffer, size: number): Flatbuffer {
  const from = size - tail.length;
  return {
    u16: (at) => (at >= from ? tail.readUInt16LE(at - from) : head.readUInt16LE(at)),
    u32: (at) => (at >= from ? tail.readUInt32LE(at - from) : head.readUInt32LE(at)),
  };
}

function counted(
  file: Flatbuffer,
  count: ((file: Flatbuffer) => number | undefined) | undefined,
): number | undefined {
  try {
    const tensors = count?.(file);
    return tensors === undefined ? undefined : file.u32(tensors);
  } catch (error) {
    // Between the bytes that were kept, or behind the last.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Model.subgraphs, and of the first one SubGraph.tensors. schema.fbs of TensorFlow Lite. */
function tensorsOfTflite(file: Flatbuffer): number | undefined {
  const graphs = follow(file, file.u32(0), 2);
  if (graphs === undefined || file.u32(graphs) === 0) return undefined;
  const first = graphs + 4;
  return follow(file, first + file.u32(first), 0);
}

/** InferenceSession.model, its graph, and of that the initializers. ort.fbs of ONNX Runtime. */
function tensorsOfOrt(file: Flatbuffer): number | undefined {
  const model = follow(file, file.u32(0), 1);
  const graph = model === undefined ? undefined : follow(file, model, 7);
  return graph === undefined ? undefined : follow(file, graph, 0);
}

/** Where what a table's field points to begins: a table, or a vector. */
function follow(file: Flatbuffer, table: number, field: number): number | undefined {
  // Where the places of its fields stand: in front of it, or behind.
  const places = table - (file.u32(table) | 0);
  if (file.u16(places) < 4 + field * 2 + 2) return undefined;
  const offset = file.u16(places + 4 + field * 2);
  if (offset === 0) return undefined;
  const at = table + offset;
  return at + file.u32(at);
}
