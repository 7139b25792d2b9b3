import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { rule } from '../../../src/rules/sensitive-file/model-weights.ts';
import { packageOf } from '../../facts.ts';
import { rawZip } from '../../zips.ts';
import { sightFiles, testCases } from './sensitive.ts';
import { bundleIndex, coreMlModel, gguf, onnx, pickle, safetensors, tflite } from './weights.ts';
import { written } from './written-weights.ts';

const torch = rawZip([
  { name: 'archive/data.pkl', body: pickle('torch._utils', 3) },
  { name: 'archive/data/0', body: randomBytes(4000) },
  { name: 'archive/code/a.py.debug_pkl', body: pickle('torch.jit', 0) },
  { name: 'archive/version', body: '3\n' },
]);
const hdf5 = (word: string) =>
  Buffer.concat([
    Buffer.from('894844460d0a1a0a', 'hex'),
    Buffer.alloc(500),
    Buffer.from(word),
    Buffer.alloc(500),
  ]);
const coreMl = (count: number) => {
  const bytes = Buffer.alloc(500);
  bytes.writeUInt32LE(count, 0);
  bytes.writeUInt32LE(2, 4);
  bytes.writeUInt32LE(0xdeadbeef, 64);
  return bytes;
};
const shards = JSON.stringify({
  modelTopology: {},
  weightsManifest: [
    { paths: ['group1-shard1of1.bin'], weights: [{ name: 'a', shape: [3, 4], dtype: 'float32' }] },
  ],
});

/** As CPython writes them for an object of this class. */
const OLD_PICKLES = [
  'ccopy_reg\n_reconstructor\np0\n(csklearn.svm\nSVC\np1\nc__builtin__\nobject\np2\nNtp3\nRp4\n(dp5\nVC\np6\nF1.5\nsb.',
  'ccopy_reg\n_reconstructor\nq\0(csklearn.svm\nSVC\nq\x01c__builtin__\nobject\nq\x02Ntq\x03Rq\x04}q\x05X\x01\0\0\0CK\x01sb.',
  '(dp0\nVmodel\np1\nccopy_reg\n_reconstructor\np2\n(csklearn.svm\nSVC\np3\nc__builtin__\nobject\np4\nNtp5\nRp6\ns.',
].map((text) => Buffer.from(text, 'latin1'));

const told: Readonly<Record<string, [files: Readonly<Record<string, string | Buffer>>, expected: string]>> = {
  safetensors: [
    { 'model.safetensors': safetensors({ a: [2, 3], b: [1000, 1000] }) },
    'safetensors: 2 tensors, 1.0 million parameters,',
  ],
  'safetensors under another name': [
    { 'data/blob': safetensors({ a: [5] }) },
    'safetensors: 1 tensor, 5 parameters,',
  ],
  GGUF: [{ 'a.bin': gguf(291, 'Llama 7B') }, 'GGUF (Llama 7B): 291 tensors,'],
  ONNX: [{ 'a.onnx': onnx([[4, 8], [8]]) }, 'ONNX: 2 tensors, 40 parameters,'],
  'ONNX, by figures beyond all counting': [
    { 'a.onnx': onnx([Array.from({ length: 40 }, () => 2 ** 31 - 1)]) },
    'ONNX: 1 tensor, 588 B.',
  ],
  'GGUF, by figures beyond all counting': [
    { 'a.bin': Buffer.concat([Buffer.from('GGUF\x03\0\0\0'), Buffer.alloc(16, 0xff), Buffer.alloc(100)]) },
    'GGUF: 124 B.',
  ],
  'PyTorch in its archive': [{ 'a.pt': torch }, 'PyTorch: 3 tensors,'],
  'PyTorch in its older form': [
    {
      'a.pth': Buffer.concat([
        pickle('', 0),
        pickle('', 0),
        pickle('', 0),
        pickle('torch.nn', 2),
        randomBytes(900),
      ]),
    },
    'PyTorch: 2 tensors,',
  ],
  'scikit-learn': [{ 'a.pkl': pickle('sklearn.svm', 0) }, 'scikit-learn:'],
  'TensorFlow Lite': [{ a: tflite(7) }, 'TensorFlow Lite: 7 tensors,'],
  'TensorFlow SavedModel': [
    { 'saved_model.pb': Buffer.concat([Buffer.from('080112ff', 'hex'), Buffer.alloc(100)]) },
    'TensorFlow SavedModel:',
  ],
  'TensorFlow SavedModel with variables': [
    { 'saved_model.pb': Buffer.from(`\x08\x01\x12\xff${'\n\x01w\x12\x0bVarHandleOp'.repeat(3)}`, 'latin1') },
    'TensorFlow SavedModel: 3 tensors,',
  ],
  'TensorFlow.js': [{ 'model.json': shards }, 'TensorFlow.js: 1 tensor, 12 parameters,'],
  'TensorFlow.js with a single number': [
    { 'model.json': shards.replace('"weights":[', '"weights":[{"name":"b","shape":[],"dtype":"float32"},') },
    'TensorFlow.js: 2 tensors, 13 parameters,',
  ],
  Keras: [{ 'a.h5': hdf5('keras_version') }, 'Keras (HDF5):'],
  'Keras in its archive': [
    { 'a.keras': rawZip([{ name: 'model.weights.h5', body: hdf5('layer_names') }]) },
    'Keras (HDF5):',
  ],
  'Core ML': [
    { 'a.mlmodel': Buffer.concat([Buffer.from('080512ff', 'hex'), Buffer.alloc(100)]) },
    'Core ML:',
  ],
  'a neural network of Core ML, under any name': [
    { 'data/blob': coreMlModel(12) },
    'Core ML (a neural network of 12 layers): 12 tensors, 240 parameters, ',
  ],
  'a pipeline of Core ML': [
    { 'a.mlmodel': coreMlModel(3, true) },
    'Core ML (a pipeline of 6 layers): 6 tensors, 120 parameters, ',
  ],
  'a pickle of protocol 0': [{ 'data/blob': OLD_PICKLES[0]! }, 'scikit-learn: '],
  'a pickle of protocol 1': [{ 'data/blob': OLD_PICKLES[1]! }, 'scikit-learn: '],
  'a pickle of protocol 0 in a dict': [{ 'data/blob': OLD_PICKLES[2]! }, 'scikit-learn: '],
  'a compressed pickle, as joblib writes it': [
    { 'model.pkl.z': deflateSync(written('sklearn5.pkl')) },
    'scikit-learn: 4 tensors, ',
  ],
  'a Core ML package': [
    { 'A.mlpackage/Manifest.json': '{}', 'A.mlpackage/Data/com.apple.CoreML/weights/weight.bin': coreMl(12) },
    'Core ML: 12 tensors,',
  ],
  'the index of a checkpoint of TensorFlow': [
    { 'variables/variables.index': bundleIndex(7) },
    'TensorFlow checkpoint (its index): 7 tensors, ',
  ],
  'numbers of a network for ONNX': [{ 'a.onnx_data': randomBytes(4000) }, 'ONNX (a part of its numbers): '],
  'an index of shards': [
    {
      'model.safetensors.index.json': JSON.stringify({
        metadata: { total_size: 9 },
        weight_map: {
          'a.weight': 'model-00001-of-00002.safetensors',
          'b.bias': 'model-00002-of-00002.safetensors',
        },
      }),
    },
    'shards (the index of its tensors): 2 tensors, ',
  ],
  'arrays of NumPy that are called weights': [
    { 'weights.npz': written('numbers.npz') },
    'NumPy: 2 tensors, 10 parameters, ',
  ],
  'an engine of TensorRT': [
    { a: Buffer.concat([Buffer.from('ftrt\0\0\0\x01'), randomBytes(90)]) },
    'TensorRT: 98 B; how many tensors it holds cannot be read from outside.',
  ],
  'a model of CatBoost': [
    { a: Buffer.concat([Buffer.from('CBM1\x90\0\0\0', 'latin1'), randomBytes(90)]) },
    'CatBoost: ',
  ],
  'a model of LightGBM': [
    { 'a.txt': 'tree\nversion=v4\nnum_class=1\n\nTree=0\nnum_leaves=3\n\nTree=1\nnum_leaves=3\n' },
    'LightGBM (2 trees): ',
  ],
  'a model of LightGBM with more trees than are read': [
    {
      'a.txt': `tree\nversion=v4\ntree_sizes=${Array.from({ length: 300 }, () => 900).join(' ')}\n\n${'Tree=0\nnum_leaves=3\n'.repeat(9000)}`,
    },
    'LightGBM (300 trees): ',
  ],
  'the same as JSON': [
    { 'a.json': '{"name": "tree", "version": "v4", "tree_info": [{"tree_index": 0}, {"tree_index": 1}]}' },
    'LightGBM (2 trees): ',
  ],
  'a model of CTranslate2 under any name': [
    {
      a: Buffer.concat([
        Buffer.from('060000001000', 'hex'),
        Buffer.from('TransformerSpec\0'),
        Buffer.from('0700000093000000', 'hex'),
        randomBytes(90),
      ]),
    },
    'CTranslate2 (Transformer): 147 tensors, ',
  ],
  'a GGUF in the other byte order': [
    {
      a: Buffer.concat([
        Buffer.from('GGUF'),
        Buffer.from('00000003000000000000000500000000000000010000000000000014', 'hex'),
        Buffer.from('general.architecture'),
        Buffer.from('000000080000000000000005', 'hex'),
        Buffer.from('llama'),
        Buffer.alloc(90),
      ]),
    },
    'GGUF (llama): 5 tensors, ',
  ],
  'weights of Keras 3 under any name': [{ a: written('a.weights.h5') }, 'Keras (HDF5): 2 tensors, '],
  'vectors of words': [
    { 'a.vec': '500 3\nthe 0.1 -0.2 3e-05\nof 1 2 3\n' },
    'word vectors: 1 tensor, 1,500 parameters, ',
  ],
  'the same in bytes': [
    {
      'a.bin': Buffer.concat([
        Buffer.from('2 4\n'),
        ...['the ', 'of '].flatMap((word) => [Buffer.from(word), Buffer.alloc(16), Buffer.from('\n')]),
      ]),
    },
    'word vectors: 1 tensor, 8 parameters, ',
  ],
  'a model of XGBoost': [
    {
      'a.json':
        '{"learner":{"attributes":{},"gradient_booster":{"model":{"gbtree_model_param":{"num_trees":"12"}}}},"version":[2,0,0]}',
    },
    'XGBoost (12 trees): ',
  ],
  PMML: [
    {
      'a.xml':
        '<?xml version="1.0"?>\n<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/><TreeModel functionName="classification"></TreeModel></PMML>',
    },
    'PMML (TreeModel): ',
  ],
  OpenVINO: [
    {
      'a.xml':
        '<?xml version="1.0"?>\n<net name="a" version="11"><layers><layer id="0" name="w" type="Const" version="opset1"/><layer id="1" name="x" type="MatMul"/></layers></net>',
    },
    'OpenVINO: 1 tensor, ',
  ],
  'lists of arrays of MXNet': [
    {
      'a-0000.params': Buffer.concat([
        Buffer.from('120100000000000000000000000000000300000000000000', 'hex'),
        randomBytes(90),
      ]),
    },
    'MXNet: 3 tensors, ',
  ],
  'a pickle that is compressed as packgate cannot open it': [
    { 'model.joblib': Buffer.concat([Buffer.from('fd377a585a0000', 'hex'), randomBytes(900)]) },
    'a pickle (compressed as xz): 907 B; how many tensors it holds cannot be read from outside.',
  ],
  'a model in a zip': [{ 'a.zip': rawZip([{ name: 'm', body: gguf(1, 'a') }]) }, 'GGUF (a): 1 tensor,'],
};

for (const [name, [files, expected]] of Object.entries(told)) {
  test(`tells: ${name}`, () => {
    const messages = sightFiles(rule, files).map(({ message }) => message);
    assert.equal(messages.length, 1, messages.join('\n'));
    assert.ok(messages[0]!.startsWith(`These are weights of a model in ${expected}`), messages[0]);
  });
}

const byTheirLibraries: Readonly<Record<string, string>> = {
  'a.safetensors': 'safetensors: 2 tensors, 16 parameters, ',
  'a.gguf': 'GGUF (tiny): 2 tensors, ',
  'a.onnx': 'ONNX: 2 tensors, 15 parameters, ',
  'documented.onnx': 'ONNX: 2 tensors, 15 parameters, ',
  'sklearn0.pkl': 'scikit-learn: 4 tensors, ',
  'sklearn1.pkl': 'scikit-learn: 4 tensors, ',
  'sklearn2.pkl': 'scikit-learn: 4 tensors, ',
  'sklearn5.pkl': 'scikit-learn: 4 tensors, ',
  'sklearn.joblib': 'scikit-learn: 4 tensors, ',
  'sklearn.joblib.z': 'scikit-learn: 4 tensors, ',
  'sklearn.joblib.gz': 'scikit-learn: 4 tensors, ',
  'mixed0.joblib': 'scikit-learn: 11 tensors, ',
  'mixed2.joblib': 'scikit-learn: 11 tensors, ',
  'mixed5.joblib': 'scikit-learn: 11 tensors, ',
  'keras.h5': 'Keras (HDF5): 2 tensors, ',
  'a.ort': 'ONNX Runtime: 1 tensor, ',
  'a.tflite': 'TensorFlow Lite: 3 tensors, ',
  'apart.onnx': 'ONNX: 2 tensors, 15 parameters, ',
  'flax.msgpack': 'Flax: 2 tensors, 1,507 parameters, ',
  'script.pt': 'PyTorch: 2 tensors, ',
  'deflated.pt': 'PyTorch: 2 tensors, ',
  'torch.pt': 'PyTorch: 2 tensors, ',
  'torch.pth': 'PyTorch: 2 tensors, ',
};
for (const [name, expected] of Object.entries(byTheirLibraries)) {
  test(`tells: ${name}, as its own library writes it, under any name`, () => {
    const [seen, ...others] = sightFiles(rule, { 'data/blob': written(name) });
    assert.ok(seen?.message.startsWith(`These are weights of a model in ${expected}`), seen?.message);
    assert.deepEqual(others, []);
  });
  test(`${name} that is cut, or says what is not so, costs no more than it is long`, () => {
    const bytes = written(name);
    const began = process.cpuUsage();
    for (let size = 0; size < bytes.length; size += 1 + (size >> 5)) {
      sightFiles(rule, { a: bytes.subarray(0, size) });
      const wrong = Buffer.from(bytes);
      wrong.fill(0xff, size, Math.min(size + 8, wrong.length));
      sightFiles(rule, { a: wrong });
    }
    const { user, system } = process.cpuUsage(began);
    assert.ok(user + system < 5e6, `${(user + system) / 1e6} s`);
  });
}

const together: Readonly<
  Record<string, [files: Readonly<Record<string, string | Buffer>>, expected: string]>
> = {
  'Keras in its archive, as it writes it': [{ 'a.keras': written('a.keras') }, 'Keras (HDF5): 2 tensors, '],
  'weights of Keras alone': [{ 'a.weights.h5': written('a.weights.h5') }, 'Keras (HDF5): 2 tensors, '],
  'a model and its shards, as TensorFlow.js names them': [
    {
      'model/a-weights_manifest.json': JSON.stringify([
        { weights: [{ name: 'a', shape: [500], dtype: 'float32' }], paths: ['a.bin', '../b-shard1of1'] },
      ]),
      'model/a.bin': randomBytes(1500),
      'b-shard1of1': randomBytes(2000),
      'other/a.bin': randomBytes(900),
    },
    'TensorFlow.js: 1 tensor, 500 parameters, 3.6 kB.',
  ],
  'a checkpoint of TensorFlow with its numbers': [
    { 'a/ckpt.index': written('ckpt.index'), 'a/ckpt.data-00000-of-00001': randomBytes(5000) },
    'TensorFlow checkpoint: 2 tensors, 5.3 kB.',
  ],
  'a saved model with its variables': [
    {
      'saved_model.pb': Buffer.from(`\x08\x01\x12\xff${'\n\x01w\x12\x0bVarHandleOp'.repeat(9)}`, 'latin1'),
      'variables/variables.index': written('ckpt.index'),
      'variables/variables.data-00000-of-00001': randomBytes(5000),
    },
    'TensorFlow SavedModel: 2 tensors, 5.4 kB.',
  ],
  'a model for ONNX whose numbers lie apart': [
    { 'a/b.onnx': written('apart.onnx'), 'a/apart.numbers': randomBytes(9000) },
    'ONNX: 2 tensors, 15 parameters, 9.2 kB.',
  ],
  'an archive in an archive, with its own size': [
    { 'a.pt.gz': gzipSync(written('torch.pt')) },
    'PyTorch: 2 tensors, 1.9 kB.',
  ],
  'a graph of TensorFlow as text': [
    {
      'a.pbtxt':
        'node {\n  name: "w"\n  op: "Const"\n  attr {\n    value {\n      tensor {\n        tensor_content: "\\000"\n      }\n    }\n  }\n}\n',
    },
    'TensorFlow graph: 1 tensor, ',
  ],
  'arrays that Paddle pickles': [{ 'a.pdparams': pickle('numpy.core', 0) }, 'Paddle: '],
  'a net of Darknet': [
    {
      'yolo.weights': Buffer.concat([
        Buffer.from('0000000002000000050000000000000000000000', 'hex'),
        randomBytes(4000),
      ]),
    },
    'Darknet: 1,000 parameters, ',
  ],
  'a net of Caffe': [
    { 'a.caffemodel': Buffer.concat([Buffer.from('\n\x03net'), Buffer.alloc(300)]) },
    'Caffe: ',
  ],
};
for (const [name, [files, expected]] of Object.entries(together)) {
  test(`tells once: ${name}`, () => {
    const messages = sightFiles(rule, files).map(({ message }) => message);
    assert.equal(messages.length, 1, messages.join('\n'));
    assert.ok(messages[0]!.startsWith(`These are weights of a model in ${expected}`), messages[0]);
  });
}
testCases(rule, {
  'what is called like models and is none': [
    {
      'a.pbtxt': 'name: "a"\n',
      'b.weights': 'light: 300\nbold: 700\n'.repeat(90),
      'c.caffemodel': 'text',
      'd.pdparams': 'text',
      'e.pdiparams': 'text that is long enough to be looked at',
      'f.msgpack': Buffer.from('82a7636f6d70616374c3a6736368656d6100', 'hex'),
      'g.msgpack': Buffer.from('81a161c70501939301a3666f6f', 'hex'),
      'h.onnx': Buffer.from('\n\x08location\x12\x05a.bin', 'latin1'),
      'a.bin': randomBytes(900),
    },
    [],
  ],
  'what the same libraries write and is no model': [
    Object.fromEntries(
      ['measured.h5', 'plain.pkl', 'numbers.pkl', 'sparse.pkl', 'numbers.npz'].map((name) => [
        name,
        written(name),
      ]),
    ),
    [],
  ],
  'what begins as an old pickle does': [
    {
      'a.txt': 'coreml\ntools\nand more text about sklearn.svm\n',
      'b.js': '(dp0 => {\n  import("sklearn");\n})();\n',
      'c.txt': 'csklearn\n',
      'd.pkl': 'ccollections\nOrderedDict\np0\n(tRp1\n.',
      'e.z': deflateSync(Buffer.from('text that is compressed, and no pickle at all')),
      'f.z': deflateSync(written('plain.pkl')),
    },
    [],
  ],
  'a protobuf message that begins as a model does': [
    {
      'a.pb': Buffer.concat([coreMlModel(2).subarray(0, 12), Buffer.from([0x22, 2, 65, 66])]),
    },
    [],
  ],
  'what is called so, or written so, and is none': [
    {
      'a.npy': Buffer.from(
        "\x93NUMPY\x01\0v\0{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }",
        'latin1',
      ),
      'sitemap.index': 'a b c\n',
      'b.index': Buffer.concat([randomBytes(200), Buffer.from('57fb808b247547db', 'hex')]),
      'c.xml': '<?xml version="1.0"?><net name="graph"><layers/></net>',
      'd.params': 'a=1\n',
      'e.txt': 'tree\nversion of the world\n',
      'f.json': '{"learner":{"name":"Ann"}}',
      'model.bin.index.json': '{"weight_map": {}}',
      'g.pickle': 'a pickled cucumber',
    },
    [],
  ],
  'JSON that is called so': [{ 'a.safetensors': '{"a": {"dtype": "F32"}}', 'b.gguf': '{}' }, []],
});

testCases(rule, {
  'an archive at its own place': [{ 'models/a.pt': torch }, ['models/a.pt']],
  'a folder at a file of it': [
    { 'A.mlpackage/Data/weights/weight.bin': coreMl(2) },
    ['A.mlpackage/Data/weights/weight.bin'],
  ],
  'numbers in parts': [
    {
      'group1-shard1of2.bin': randomBytes(5000),
      'variables/variables.data-00000-of-00001': randomBytes(5000),
    },
    ['group1-shard1of2.bin', 'variables/variables.data-00000-of-00001'],
  ],

  'files that are only called so': [
    {
      'a.safetensors': 'text',
      'b.onnx': 'text',
      'c.gguf': Buffer.alloc(100),
      'd.pt': 'Portugal',
      'pt.json': '{}',
      'e.pb': 'a',
      'model.json': '{"model": 1}',
      'saved_model.pb': 'x',
      'f.h5': Buffer.alloc(50),
      'weight.bin': Buffer.alloc(200),
      'g.tflite': 'a',
      'a-shard1of2.bin': 'a',
    },
    [],
  ],
  'other protobuf messages': [
    {
      'a.bin': Buffer.from('080112040a02616200000000', 'hex'),
      'b.pb': Buffer.concat([Buffer.from('0a05', 'hex'), Buffer.from('hello\0')]),
    },
    [],
  ],
  'pickles of other things': [
    {
      'a.pkl': pickle('collections', 0),
      'b.pkl': pickle('numpy.core', 0),
      'c.pickle': Buffer.from('80024b012e', 'hex'),
    },
    [],
  ],
  'data in HDF5': [{ 'measured.h5': hdf5('temperature') }, []],
  'random data': [
    Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n}.bin`, randomBytes(3000)])),
    [],
  ],
  'a zip of data': [
    {
      'a.zip': rawZip([
        { name: 'data/0', body: randomBytes(100) },
        { name: 'data.pkl', body: 'a' },
      ]),
    },
    [],
  ],
});

test('the paths of a package are gone through once, however many folders hold a model', () => {
  const paths = Array.from({ length: 50 }, (_, n) => [
    `m${n}.mlpackage/Manifest.json`,
    `m${n}.mlpackage/weight.bin`,
  ]);
  let told = 0;
  const files = new Map(paths.flat().map((path) => [path, 68]));
  const counted = Object.assign(new Map(files), {
    *keys() {
      for (const path of files.keys()) {
        told++;
        yield path;
      }
    },
  });
  const seen = paths.map(([, path = '']) => ({
    path,
    size: 68,
    template: false,
    facts: {
      kind: 'weights',
      format: 'Core ML',
      tensors: 1,
      whole: path.slice(0, path.indexOf('/')),
    } as const,
  }));
  const pkg = packageOf([], {});
  const sightings = [
    ...rule.inspect({ ...pkg, files: counted, sensitive: { ...pkg.sensitive, files: seen } }),
  ];
  assert.deepEqual(
    sightings.map(({ path }) => path),
    paths.map(([first]) => first),
  );
  assert.equal(told, 100);
});
