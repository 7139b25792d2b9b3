import { gzipSync } from 'node:zlib';
import { canDecode } from '../../src/archive/decoder.ts';
import { createCandidateReader } from '../../src/content/secret/candidates.ts';
import { findSecrets } from '../../src/content/secret/find.ts';
import { PackgateError } from '../../src/errors.ts';
import { readReceiptOutline } from '../../src/proof/outline.ts';
import { readReceipts } from '../../src/proof/read-receipts.ts';
import { createReceipt } from '../../src/proof/receipt.ts';
import { renderJson } from '../../src/report/json.ts';
import { readShard } from '../../src/shards/read.ts';
import { elf, lineTable, sized, wasm } from '../binaries.ts';
import { EXECUTABLES } from '../content/binary/made-executables.ts';
import { MADE, unpacked } from '../content/binary/made-hermes.ts';
import { PDB } from '../content/binary/made-portable-pdb.ts';
import { lookInside } from '../content/inside.ts';
import { ramBundle } from '../content/made-ram-bundle.ts';
import { SAMPLES } from '../content/sensitive/samples.ts';
import * as records from '../records.ts';
import type { Random } from '../replicas/random.ts';
import { clean } from '../report/runs.ts';
import { written } from '../rules/sensitive-file/written-weights.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { rawZip } from '../zips.ts';
import { zstdFrame } from '../zstd.ts';
import { mutate, type Parser } from './parsers.ts';

/** Seeds of one family by the name of the file: whatever comes of them is looked at as packgate looks at a file of a package. */
type Seeds = Readonly<Record<string, Buffer | string>>;

const hermes = Object.fromEntries(
  MADE.map(([version, base64]) => [`${version}.hbc`, unpacked(base64)] as const),
);
const MAP = mapText();
const streams = Buffer.concat([Buffer.alloc(90, 1), gzipSync(MAP), Buffer.alloc(90, 2), gzipSync('x')]);

const FAMILIES: Readonly<Record<string, Seeds>> = {
  'executables and what is joined to them': {
    ...EXECUTABLES,
    'lines.node': elf({
      '.debug_line': lineTable('a.c', 'b.c'),
      '.symtab': Buffer.alloc(48),
      '.strtab': Buffer.from('\0a\0'),
    }),
    'big.node': elf({ '.debug_line': lineTable('a.c') }, { bigEndian: true }),
    joined: Buffer.concat([elf({}), rawZip([{ name: 'a.map', body: MAP }])]),
  },
  'WebAssembly modules': {
    'a.wasm': wasm({
      sourceMappingURL: sized(Buffer.from('a.map')),
      name: Buffer.from([0, 2, 1, 97]),
      '.debug_line': lineTable('a.c'),
      external_debug_info: sized(Buffer.from('a.debug.wasm')),
      more: MAP,
    }),
  },
  'Hermes byte code': hermes,
  'debug databases': { 'a.pdb': PDB },
  'streams in binaries': {
    'a.bin': streams,
    ...(canDecode('zstd') && {
      'b.bin': Buffer.concat([Buffer.alloc(90, 1), zstdFrame(Buffer.from(MAP.repeat(9)))]),
    }),
  },
  'RAM bundles': { 'main.jsbundle': ramBundle('var a=1;', ['__d(function(){})', MAP]) },
  'what V8 writes': {
    'a.heapsnapshot': `{"snapshot":{"meta":{"node_fields":["type"],"node_types":[["a"]]},"node_count":1},"nodes":[1],"strings":["a"]}`,
    'a.cpuprofile': `{"nodes":[{"id":1,"callFrame":{"functionName":"a","url":"file:///srv/a.ts"}}],"startTime":1,"endTime":2}`,
    'isolate.log':
      'v8-version,11,3,244,8,-node.0,0\nv8-platform,linux,linux\nshared-library,/usr/bin/node,0x400000,0x500000\n',
  },
  'records of builds': {
    'stats.json': records.webpackStats({ source: true }),
    'meta.json': records.metafile(),
    'a.html': records.visualizerPage(),
    'b.html': records.analyzerPage(),
    'c.html': records.viteAnalyzerPage(),
    'd.html': records.coveragePage(),
    'e.html': records.sondaReport(),
    'f.html': records.parcelPage(),
    'records.json': records.webpackRecords(),
    'explorer.json': records.mapExplorer(),
    'manifest.json': records.viteManifest(),
    'tsconfig.tsbuildinfo': records.buildInfo(),
    'coverage.json': records.istanbulCoverage(),
    'v8.json': records.v8Coverage(),
    'lcov.info': records.lcov(),
    'clover.xml': records.clover(),
    'cobertura.xml': records.cobertura(),
    'a.js': records.instrumented(),
  },
  'files that nobody means to publish': Object.fromEntries(
    Object.entries(SAMPLES).map(([name, bytes]) => [name, bytes.subarray(0, 20_000)]),
  ),
  weights: Object.fromEntries(
    [
      'a.gguf',
      'a.onnx',
      'a.safetensors',
      'keras.h5',
      'numbers.npz',
      'numbers.pkl',
      'sklearn.joblib',
      'sklearn.joblib.z',
      'sklearn2.pkl',
      'sparse.pkl',
    ].map((name) => [name, written(name)]),
  ),
};

function family(name: string, seeds: Seeds): Parser {
  const list = Object.entries(seeds).map(([path, bytes]) => [path, Buffer.from(bytes)] as const);
  return {
    name,
    rounds: 40 * Math.min(8, list.length),
    draw(random) {
      const [path, bytes] = random.pick(list);
      // The name goes along, up to the first NUL.
      return Buffer.concat([Buffer.from(`${path}\0`), mutate(bytes, random)]);
    },
    parse(drawn, _random, cuts) {
      const end = drawn.indexOf(0);
      const bytes = drawn.subarray(end + 1);
      // A file without bytes is never handed over.
      const step =
        cuts === undefined && bytes.length > 0
          ? 'whole'
          : Math.max(1 + (cuts?.below(600) ?? 0), bytes.length >> 8);
      const { facts, odd, messages, unread, own } = lookInside(drawn.toString('utf8', 0, end), bytes, step);
      return { facts, odd, messages, unread, own };
    },
  };
}

const text =
  (parse: (text: string) => unknown): Parser['parse'] =>
  (bytes) => {
    try {
      return parse(bytes.toString('utf8'));
    } catch (error) {
      if (error instanceof PackgateError) return error.message;
      throw error;
    }
  };

const OUTLINED = {
  ...clean,
  findings: [],
  policy: { ...clean.policy, decided: { preset: 'closed' as const, allow: null, rules: [], waivers: [] } },
  outline: {
    name: clean.package.name,
    version: clean.package.version,
    unpackedSize: 10,
    fileCount: 2,
    files: new Map([
      ['package.json', 4],
      ['a.js', 6],
    ]),
    kinds: new Map([
      ['.js', 1],
      ['.json', 1],
    ]),
    maps: 0,
    readable: 1,
    commands: ['made'],
    installScripts: [],
  },
};
const TIME = new Date('2026-11-21T12:00:00Z');
const SHARD = renderJson({
  outcome: 'pass',
  failOn: 'error',
  packages: [OUTLINED],
  shard: {
    index: 1,
    of: 2,
    targets: { count: 2, sha256: 'a'.repeat(64) },
    policy: 'b'.repeat(64),
    time: TIME,
    named: ['made@1.0.0'],
  },
});

const RECEIPT = createReceipt(OUTLINED, { packgateVersion: '1.0.0', now: TIME });
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  'x'.repeat(300),
  'a\u0000\ud800',
  '__proto__',
  [],
  {},
  [[]],
];

/** JSON that is still JSON, with a value or two changed, left out, or put where none is. */
function mutateJson(json: string, random: Random): Buffer {
  const root = JSON.parse(json) as object;
  for (let times = 1 + random.below(2); times > 0; times--) {
    const nodes = [...objectsIn(root)];
    const node = random.pick(nodes) as Record<string, unknown>;
    const keys = Object.keys(node);
    const key =
      keys.length === 0 || random.chance(10) ? random.pick(['x', '__proto__', '0']) : random.pick(keys);
    if (random.chance(15)) delete node[key];
    else if (random.chance(18))
      node[key] = random.pick(nodes) === root ? 'root' : structuredClone(random.pick(nodes));
    else node[key] = structuredClone(random.pick(ODD));
  }
  return Buffer.from(JSON.stringify(root));
}

function* objectsIn(value: unknown): Iterable<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

const SECRETS = [
  '{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMs","e":"AQAB","d":"X4cTteJY_gn4FYPsXB8rdXix5vwsg1FLN5E3EaG6RJoVH-HLLKD9M7dx5oo7GURknchnrRweUkC7hT5fJLM0WbFAKNLWY2vv7B6NqXSzUvxT0_YSfqij"}',
  '-----BEGIN EC PRIVATE KEY-----\\nMHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtLYX5CB04fSeQ6tF1aY\\nDQYJ=\\n-----END EC PRIVATE KEY-----',
  'postgres://admin:s3cr3t%40x@db.internal:5432/app ftp://u:p@h',
  'npm_abcdefghijklmnopqrstuvwxyz0123456789 //registry.example/:_authToken=x1y2z3x1y2z3x1y2z3',
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
  'arn:aws:iam::123456789012:role/a https://bucket.s3.eu-west-1.amazonaws.com/a AKIAIOSFODNN7EXAMPLE',
];

/** Parsers of what is in the files of a package, and of what other runs of packgate left. */
export const CONTENT_PARSERS: readonly Parser[] = [
  ...Object.entries(FAMILIES).map(([name, seeds]) => family(name, seeds)),
  {
    name: 'credentials',
    rounds: 600,
    draw: (random) =>
      mutate(
        Buffer.from(Array.from({ length: 1 + random.below(4) }, () => random.pick(SECRETS)).join('\n')),
        random,
      ),
    parse(bytes, _random, cuts) {
      const reader = createCandidateReader();
      for (let at = 0; at < bytes.length; ) {
        const step = cuts === undefined ? bytes.length : 1 + cuts.below(40);
        reader.push(Buffer.from(bytes.subarray(at, at + step)));
        at += step;
      }
      const { candidates, places } = reader.end();
      const { found } = findSecrets([{ path: 'a', candidates }]);
      return { found, places };
    },
  },
  {
    name: 'reports of shards',
    rounds: 800,
    draw: (random) => (random.chance(20) ? mutate(Buffer.from(SHARD), random) : mutateJson(SHARD, random)),
    parse: text((report) => readShard(report, 'shard.json')),
  },
  {
    name: 'receipts to compare with',
    rounds: 800,
    draw: (random) => mutateJson(RECEIPT, random),
    parse: text((receipt) => readReceiptOutline(receipt, 'receipt.json', 'made')),
  },
  {
    name: 'receipts whose values are changed',
    rounds: 800,
    draw: (random) => mutateJson(RECEIPT, random),
    parse: text((receipt) => readReceipts(receipt, 'receipt.json')),
  },
];
