import { INSIDE } from '../../inner-path.ts';
import type { Beginning } from '../beginning.ts';
import type { WeightsFacts } from '../facts.ts';
import { weights } from './magic.ts';
import { readArray } from './numpy.ts';
import { beside } from './parts.ts';
import { numbersIn } from './shape.ts';
import { readBundleIndex } from './tensor-bundle.ts';
import { readMarkup } from './trees.ts';

type WeightsReader = (file: Beginning) => WeightsFacts | undefined;

/** SavedModel: its schema version, then a graph. */
const savedModel: WeightsReader = (file) => {
  const { bytes } = file;
  if (bytes[0] !== 0x08 || bytes[2] !== 0x12 || bytes.length <= 16) return undefined;
  return weights('TensorFlow SavedModel', nodesIn(file, ['VarHandleOp', 'VariableV2']));
};

/** Nodes of a graph that hold a tensor, by the name of their operation; nothing where not all of the graph was kept. */
function nodesIn({ bytes, size }: Beginning, operations: readonly string[]): Pick<WeightsFacts, 'tensors'> {
  if (bytes.length < size) return {};
  let tensors = 0;
  for (const operation of operations) {
    const field = Buffer.from(`\x12${String.fromCharCode(operation.length)}${operation}`, 'latin1');
    for (let at = bytes.indexOf(field); at !== -1; at = bytes.indexOf(field, at + field.length)) tensors++;
  }
  return tensors === 0 ? {} : { tensors };
}

/** GraphDef: node after node, each with its name and its operation. */
const graphDef: WeightsReader = (file) => {
  const { bytes } = file;
  const node =
    /^\n[\s\S]{1,3}\n[\s\S][^\0-\x1f]{1,120}\x12[\s\S](?:Const|Placeholder|Identity|VariableV2|VarHandleOp)/;
  if (!node.test(bytes.toString('latin1', 0, 256))) return undefined;
  return weights('TensorFlow graph', nodesIn(file, ['Const', 'VariableV2', 'VarHandleOp']));
};

/** Model.specificationVersion, then its description. Model.proto of Core ML. */
const coreMl: WeightsReader = ({ bytes }) =>
  bytes[0] === 0x08 && bytes[1]! > 0 && bytes[1]! < 20 && bytes[2] === 0x12 ? weights('Core ML') : undefined;

/** The storage of an ML program: how many blobs, the version, and at 64 the first one's mark. MILBlob of coremltools. */
const coreMlBlobs: WeightsReader = ({ bytes, path }) => {
  if (bytes.length < 68 || bytes.readUInt32LE(4) !== 2 || bytes.readUInt32LE(64) !== 0xdeadbeef)
    return undefined;
  const [, whole] = /^(.*\.(?:mlpackage|mlmodelc))\//i.exec(path) ?? [];
  return weights('Core ML', { tensors: bytes.readUInt32LE(0), ...(whole !== undefined && { whole }) });
};

/** A tensor's shape, which stands beside its type. */
const SHAPE =
  /"shape"\s*:\s*\[([\d\s,]*)\]\s*,\s*"dtype"|"dtype"\s*:\s*"\w+"\s*,\s*"shape"\s*:\s*\[([\d\s,]*)\]/g;

/** Where TensorFlow.js writes what is in the shards beside it. */
const tensorFlowJs: WeightsReader = ({ text, path }) => {
  if (!text.includes('"weightsManifest"') && !/^\s*\[\s*\{\s*"(?:paths|weights)"/.test(text))
    return undefined;
  let tensors = 0;
  let parameters = 0;
  for (const [, before, behind] of text.matchAll(SHAPE)) {
    tensors++;
    parameters += numbersIn((before ?? behind)!);
  }
  const named = [...text.matchAll(PATHS)].flatMap(([, paths]) => paths!.match(/"[^"\n]{1,255}"/g) ?? []);
  const parts = beside(
    path,
    named.map((part) => part.slice(1, -1)),
  );
  return tensors === 0 ? undefined : weights('TensorFlow.js', { tensors, parameters, ...parts });
};
/** Files with the numbers, by their places beside the one that names them. */
const PATHS = /"paths"\s*:\s*\[([^\][]{1,100000})\]/g;

const shard: WeightsReader = ({ size }) =>
  size > 1024 ? weights('TensorFlow.js', { part: 'a part of its numbers' }) : undefined;
const onnxData: WeightsReader = ({ size }) =>
  size > 1024 ? weights('ONNX', { part: 'a part of its numbers' }) : undefined;
const checkpoint: WeightsReader = ({ size }) => (size > 1024 ? weights('TensorFlow checkpoint') : undefined);
/** Lists of arrays of MXNet: a number for the kind of file, one that is spare, and how many arrays. */
const mxnet: WeightsReader = ({ bytes }) =>
  bytes.length >= 24 && bytes.readBigUInt64LE(0) === 0x112n && bytes.readUInt32LE(20) === 0
    ? weights('MXNet', { tensors: bytes.readUInt32LE(16) })
    : undefined;

/** What lists the shards of a model, with the shard that each tensor is in. */
const shardIndex: WeightsReader = ({ text, bytes, size }) => {
  const at = /"weight_map"\s*:\s*\{/.exec(text)?.index;
  if (at === undefined) return undefined;
  const tensors =
    text.slice(at).match(/"[^"\n]{1,400}"\s*:\s*"[^"\n]{1,200}\.(?:safetensors|bin)"/g)?.length ?? 0;
  const counted = tensors > 0 && bytes.length >= size ? { tensors } : {};
  return tensors === 0 ? undefined : weights('shards', { ...counted, says: 'the index of its tensors' });
};

/** Where `torch.export.save` says what is in the files beside it, in its archive. */
const exported: WeightsReader = ({ path, text }) => {
  const inside = path.lastIndexOf(INSIDE);
  const shapes = text.split('"tensor_meta"').slice(1);
  if (inside === -1 || shapes.length === 0) return undefined;
  let parameters = 0;
  for (const shape of shapes) {
    const [, sizes = ''] = /"sizes": ?\[([^\][]{0,1000})\]/.exec(shape) ?? [];
    parameters += numbersIn(sizes);
  }
  return weights('PyTorch', { tensors: shapes.length, parameters, whole: path.slice(0, inside) });
};

/** A graph as text, with its numbers in it. */
const graphText: WeightsReader = ({ text, bytes, size }) => {
  if (!/^node \{\n\s+name: "/.test(text) || !/\btensor_content: "/.test(text)) return undefined;
  const tensors = text.match(/^ {1,8}op: "Const"$/gm)?.length ?? 0;
  return weights('TensorFlow graph', bytes.length >= size && tensors > 0 ? { tensors } : {});
};

/** What Paddle saves for inference: versions and levels of nothing, and how long the description of the first tensor is. lod_tensor.cc of Paddle. */
const paddle: WeightsReader = ({ bytes }) =>
  bytes.length > 24 &&
  bytes.subarray(0, 16).every((byte) => byte === 0) &&
  bytes[20] === 0x08 &&
  bytes.readUInt32LE(16) < 1000
    ? weights('Paddle')
    : undefined;

/** NetParameter: the name of the net, then its layers. caffe.proto. */
const caffe: WeightsReader = ({ bytes }) =>
  bytes[0] === 0x0a && bytes.length > 100 && bytes.includes(0) ? weights('Caffe') : undefined;

/** What Darknet writes: its version, then how many pictures it has seen. save_weights in parser.c. */
const darknet: WeightsReader = ({ bytes, size }) =>
  size > 1024 && bytes.readUInt32LE(0) === 0 && bytes.readUInt32LE(4) <= 9 && bytes.readUInt32LE(8) <= 9
    ? weights('Darknet', { parameters: Math.floor((size - (bytes.readUInt32LE(4) >= 2 ? 20 : 16)) / 4) })
    : undefined;

/** A pickle that was compressed by what packgate cannot open: the name says what is in it, the first bytes that it is compressed. */
const packed: WeightsReader = ({ bytes, size }) => {
  const by = PACKED.find(([magic]) => bytes.toString('latin1', 0, 8).startsWith(magic))?.[1];
  return by === undefined || size < 100
    ? undefined
    : weights('a pickle', { says: `compressed as ${by}`, sealed: true });
};
const PACKED: readonly (readonly [string, string])[] = [
  ['\xfd7zXZ\0', 'xz'],
  ['BZh', 'bzip2'],
  ['\x04\x22\x4d\x18', 'lz4'],
  [']\0\0', 'lzma'],
];

/** The first line of a network for ncnn is always this number, the second counts layers and blobs. */
const ncnn: WeightsReader = ({ text, path }) =>
  /^7767517\n\d+ \d+\n/.test(text)
    ? weights('ncnn', { parts: [path.replace(/\.param$/i, '.bin')] })
    : undefined;

/** What word2vec writes: how many words and how many numbers for each, then each word with its numbers, as text or four bytes each. */
const wordVectors: WeightsReader = ({ text, bytes, size }) => {
  const [line, words, numbers] = /^(\d{1,9}) (\d{1,5})\n/.exec(bytes.toString('latin1', 0, 20)) ?? [];
  if (line === undefined || Number(words) < 2 || Number(numbers) < 2) return undefined;
  const [, first = ''] = text.split('\n', 2);
  const isText =
    /^\S{1,200}(?: -?\d+(?:\.\d+)?(?:e-?\d+)?)+ ?$/.test(first) &&
    first.trim().split(' ').length === Number(numbers) + 1;
  const least = line.length + Number(words) * (Number(numbers) * 4 + 2);
  const isBinary = bytes.includes(0) && size >= least && size < least + Number(words) * MAX_WORD;
  if (!isText && !isBinary) return undefined;
  return weights('word vectors', { tensors: 1, parameters: Number(words) * Number(numbers) });
};
/** Of a word, in bytes. */
const MAX_WORD = 64;

export const WEIGHTS_NAMES: ReadonlyMap<string, WeightsReader> = new Map([
  ['saved_model.pb', savedModel],
  ['weight.bin', coreMlBlobs],
  ['model.json', tensorFlowJs],
  ['model_weights_config.json', exported],
]);

export const WEIGHTS_EXTENSIONS: ReadonlyMap<string, WeightsReader> = new Map([
  ['mlmodel', coreMl],
  ['pb', graphDef],
  ['npy', readArray],
  ['index', readBundleIndex],
  ['xml', readMarkup],
  ['pmml', readMarkup],
  ['params', mxnet],
  ['param', ncnn],
  ['pbtxt', graphText],
  ['pdiparams', paddle],
  ['caffemodel', caffe],
  ['weights', darknet],
  ['vec', wordVectors],
  ['w2v', wordVectors],
  ['word2vec', wordVectors],
  ['bin', (file) => (/-shard\d+of\d+\.bin$/.test(file.name) ? shard(file) : wordVectors(file))],
]);

/** `group1-shard1of2`, `variables.data-00000-of-00001`, `weights_manifest.json`. */
export function weightsReader(name: string): WeightsReader | undefined {
  if (/[-_]shard\d+(?:of\d+)?$/.test(name)) return shard;
  if (/\.data-\d{5}-of-\d{5}$/.test(name)) return checkpoint;
  if (/\.onnx[._]data$/.test(name)) return onnxData;
  if (/\.(?:joblib|pkl|pickle)(?:\.(?:xz|lzma|bz2|lz4))?$/.test(name)) return packed;
  if (/\.(?:safetensors|bin)\.index\.json$/.test(name)) return shardIndex;
  return /weights_manifest\.json$/.test(name) ? tensorFlowJs : undefined;
}
