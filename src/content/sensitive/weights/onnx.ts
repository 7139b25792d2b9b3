import type { Reader } from '../../reader.ts';
import type { WeightsFacts } from '../facts.ts';
import { beside } from './parts.ts';
import { createMessageWalk } from './protobuf.ts';

/** Messages of onnx.proto that lead to tensors, and by which of their fields. Graphs lie in the nodes of graphs, too. */
const LEADS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  model: { 7: 'graph' },
  graph: { 1: 'node', 5: 'tensor' },
  node: { 5: 'attribute' },
  attribute: { 5: 'tensor', 6: 'graph' },
};
const OPSET = 8;
const DIMENSIONS = 1;
/** Bytes from which a tensor that a node carries is a weight, and no setting. */
const WEIGHT = 256;

/** Whether a file could be an ONNX model: its IR version first, then another field of ModelProto. */
export function beginsLikeOnnx(head: Buffer): boolean {
  return (
    head[0] === 0x08 &&
    head[1]! >= 1 &&
    head[1]! < 0x20 &&
    [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42].includes(head[2]!)
  );
}

/** An entry of TensorProto.external_data up to the length of its value: in which file the numbers of a tensor are. */
const LOCATION = Buffer.from('\n\x08location\x12', 'latin1');
/** Names of files that are kept. */
const FILES = 100;

/**
 * Counts the tensors of an ONNX model and the numbers in them, by their dimensions.
 *
 * @param path in the package: files with its numbers are named by their places beside it
 */
export function createOnnxReader(path: string): Reader<WeightsFacts | undefined> {
  /** What the messages are that are open, outermost first. */
  const open = ['model'];
  let nodes = 0;
  let opsets = 0;
  let tensors = 0;
  let parameters = 0;
  let numbers = 1;
  let dimensions = false;
  const close = () => {
    if (dimensions) parameters += numbers;
    numbers = 1;
    dimensions = false;
  };
  const walk = createMessageWalk({
    enters(depth, field, size) {
      const message = open[depth]!;
      if (depth === 0 && field === OPSET) opsets++;
      const next = LEADS[message]?.[field];
      if (next === undefined || (next === 'tensor' && message === 'attribute' && size < WEIGHT)) return false;
      if (next === 'node') nodes++;
      if (next === 'tensor') {
        close();
        tensors++;
      }
      open[depth + 1] = next;
      return true;
    },
    number(depth, field, value) {
      if (open[depth] !== 'tensor' || field !== DIMENSIONS) return;
      numbers *= value;
      dimensions = true;
    },
  });
  const named = new Set<string>();
  let carry = Buffer.alloc(0);
  function find(view: Buffer): void {
    const bytes = carry.length === 0 ? view : Buffer.concat([carry, view]);
    for (let at = bytes.indexOf(LOCATION); at !== -1; at = bytes.indexOf(LOCATION, at + 1)) {
      const from = at + LOCATION.length + 1;
      const to = from + (bytes[from - 1] ?? 0);
      if (to <= bytes.length && named.size < FILES) named.add(bytes.toString('utf8', from, to));
    }
    carry = Buffer.from(bytes.subarray(Math.max(0, bytes.length - LOCATION.length - 256)));
  }
  return {
    push(view) {
      walk.push(view);
      if (walk.valid()) find(view);
    },
    end() {
      close();
      // A graph has nodes, and a model says which operators it is written in.
      if (!walk.valid() || nodes === 0 || opsets === 0) return undefined;
      return {
        kind: 'weights',
        format: 'ONNX',
        ...(tensors > 0 && { tensors }),
        ...(parameters > 0 && { parameters }),
        ...beside(path, named),
      };
    },
  };
}
