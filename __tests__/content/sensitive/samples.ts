import { createHash, generateKeyPairSync } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { gguf, onnx, pickle, safetensors, tflite } from '../../rules/sensitive-file/weights.ts';
import { written } from '../../rules/sensitive-file/written-weights.ts';

/** What looks random, and is the same in every run. */
const randomBytes = (length: number) =>
  createHash('shake256', { outputLength: length }).update('samples').digest();

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const value = randomBytes(20).toString('hex');

/** A file of each form that has a reader of its own. */
export const SAMPLES: Readonly<Record<string, Buffer>> = {
  '.env': Buffer.from(`A=1\nSECRET=${value}\nTEXT="a\nb"\n`),
  '.npmrc': Buffer.from(`//r/:_authToken=${value}\n`),
  'a.der': privateKey.export({ type: 'pkcs8', format: 'der' }),
  'a.jks': Buffer.concat([
    Buffer.from('feedfeed0000000200000002000000010001610000000000000000', 'hex'),
    randomBytes(300),
  ]),
  'a.p12': Buffer.concat([
    Buffer.from('3082010002010330820100060b2a864886f70d010c0a0102', 'hex'),
    Buffer.alloc(236, 1),
  ]),
  'a.kdbx': Buffer.concat([Buffer.from('03d9a29a67fb4bb5', 'hex'), randomBytes(200)]),
  'a.gpg': Buffer.concat([Buffer.from('9505860468', 'hex'), randomBytes(200)]),
  [`objects/ab/${'0'.repeat(38)}`]: deflateSync('blob 5\0hello'),
  'a.pack': Buffer.from('PACK\0\0\0\x02\0\0\0\x01and more of it'),
  'a.log': Buffer.from('2026-01-02T03:04:05Z INFO a\n'.repeat(900)),
  'a.sql': Buffer.from('-- MySQL dump 10\nINSERT INTO `a` VALUES (1);\n'),
  'a.bson': Buffer.from('0c0000001061000100000000', 'hex'),
  'a.db': Buffer.concat([
    Buffer.from('SQLite format 3\0'),
    Buffer.alloc(200),
    Buffer.from('CREATE TABLE a (b)'),
    Buffer.alloc(9000),
  ]),
  'a.safetensors': safetensors({ a: [2, 3], b: [7] }),
  'a.gguf': gguf(9, 'name'),
  'a.onnx': onnx([[2, 3], [4]]),
  'a.pkl': Buffer.concat([pickle('', 0), pickle('torch._utils', 3), randomBytes(100)]),
  'a.tflite': tflite(5),
  'a.msgpack': written('flax.msgpack'),
  'b.tflite': written('a.tflite'),
  'b.onnx': written('apart.onnx'),
  'model.json': Buffer.from('{"weightsManifest":[{"weights":[{"shape":[1,2],"dtype":"float32"}]}]}'),
  'src/a.test.ts': Buffer.from("describe('a', () => {});\n"),
  '.mcp.json': Buffer.from('{"mcpServers": {"a": {}}}'),
  '.DS_Store': Buffer.concat([Buffer.from('\0\0\0\x01Bud1'), Buffer.alloc(50)]),
  'a.js.orig': Buffer.from('let a'),
  'blob.xyz': Buffer.concat([Buffer.from('acme\0'), randomBytes(700_000)]),
};
