import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MapFacts } from '../../../src/content/map/facts.ts';
import { createMapReader } from '../../../src/content/map/reader.ts';

function read(bytes: Buffer, step = Math.max(1, bytes.length)): MapFacts | null {
  const reader = createMapReader();
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
  return reader.end();
}

const map = (extra: object = {}) => ({
  version: 3,
  sources: ['../src/a.ts'],
  names: [],
  mappings: 'AAAA',
  ...extra,
});
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const big = 'line of code\n'.repeat(50_000);

/** `named/embedded/firstParty/lines/bytes` for what is a map. */
const figures = (facts: MapFacts | null) =>
  facts === null
    ? 'none'
    : [facts.named, facts.embedded, facts.firstParty, facts.lines, facts.bytes].join('/');

const maps: Record<string, [Buffer, string]> = {
  'a plain map without texts': [json(map()), '1/0/1/0/0'],
  'texts behind the mappings': [
    json({ version: 3, mappings: 'AAAA', sources: ['a'], sourcesContent: ['x\ny'] }),
    '1/1/1/2/3',
  ],
  'mappings behind the texts': [
    json({ version: 3, sources: ['a'], sourcesContent: ['x\ny\n'], mappings: '', names: [] }),
    '1/1/1/2/4',
  ],
  'texts before their names': [
    json({ sourcesContent: ['x', 'y'], sources: ['a', 'node_modules/b/c.js'], version: 3, mappings: '' }),
    '2/2/1/2/2',
  ],
  'a text that is null': [json(map({ sources: ['a', 'b'], sourcesContent: [null, 'x'] })), '2/1/2/1/1'],
  'a source that is null': [json(map({ sources: [null, 'b'], sourcesContent: ['x', 'y'] })), '2/2/1/2/2'],
  'more texts than names': [json(map({ sourcesContent: ['x', 'y'] })), '2/2/1/2/2'],
  'an XSSI prefix': [Buffer.from(`)]}'\n${JSON.stringify(map())}`), '1/0/1/0/0'],
  'an XSSI prefix with words behind it': [
    Buffer.from(`)]}', for (;;);\r\n${JSON.stringify(map())}`),
    '1/0/1/0/0',
  ],
  'a byte order mark': [Buffer.from(`\ufeff${JSON.stringify(map())}`), '1/0/1/0/0'],
  'white space before and behind': [Buffer.from(`\n\t ${JSON.stringify(map(), null, 2)}\n`), '1/0/1/0/0'],
  'a version that is text': [json(map({ version: '3' })), '1/0/1/0/0'],
  'no version, but texts': [json({ sources: ['a'], sourcesContent: ['x'], mappings: 'A' }), '1/1/1/1/1'],
  'unknown keys of every kind': [
    json({ x_google_ignoreList: [0], x_meta: { a: [{ b: '"]}' }] }, ignoreList: [], ...map(), debugId: 'd' }),
    '1/0/1/0/0',
  ],
  'an empty map': [json({ version: 3, sources: [], names: [], mappings: '' }), '0/0/0/0/0'],
  'an index map': [
    json({
      version: 3,
      sections: [
        { offset: {}, map: map() },
        { offset: {}, map: map({ sourcesContent: ['x'] }) },
      ],
    }),
    '2/1/2/1/1',
  ],
  'an index map in an index map': [
    json({ version: 3, sections: [{ map: { version: 3, sections: [{ map: map() }] } }] }),
    '1/0/1/0/0',
  ],
  'index maps in index maps, deeper than is read': [
    Buffer.from(
      `${'{"version":3,"sections":[{"map":'.repeat(1000)}${JSON.stringify(map())}${'}]}'.repeat(1000)}`,
    ),
    '1/0/1/0/0',
  ],
  'an index map by address': [
    json({ version: 3, sections: [{ offset: {}, url: 'https://maps.example/a.map' }] }),
    '0/0/0/0/0',
  ],
  'escapes of every kind': [
    Buffer.from(
      '{"version":3,"sources":["a"],"sourcesContent":["\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20ac\\ud83d\\ude00\\u000a"],"mappings":""}',
    ),
    '1/1/1/2/19',
  ],
  'characters beyond ASCII, unescaped': [
    json(map({ sourcesContent: ['\u00e9\u20ac\u{1f600}'] })),
    '1/1/1/1/9',
  ],
  'a large text': [json(map({ sourcesContent: [big] })), `1/1/1/50000/${big.length}`],
  'a map cut off in its mappings': [
    json(map({ sourcesContent: ['x\n'], mappings: 'A'.repeat(99) })).subarray(0, -20),
    '1/0/1/0/0',
  ],
  'a map cut off behind its texts': [
    json({ version: 3, sources: ['a', 'b'], sourcesContent: ['x', 'y'], mappings: 'AAAA' }).subarray(0, -5),
    '2/2/2/2/2',
  ],
  'a map cut off in a text': [
    json({ version: 3, sources: ['a', 'b'], sourcesContent: ['x', 'y\nz'], mappings: 'AAAA' }).subarray(
      0,
      60,
    ),
    '2/2/2/3/4',
  ],
};

for (const [name, [bytes, expected]] of Object.entries(maps)) {
  test(`a source map: ${name}`, () => {
    assert.equal(figures(read(bytes)), expected);
    for (const step of [1, 3, 17, 255, 256, 4099]) {
      if (bytes.length / step < 20_000) assert.equal(figures(read(bytes, step)), expected, `cut at ${step}`);
    }
  });
}

const others: Record<string, Buffer> = {
  nothing: Buffer.alloc(0),
  'one brace': Buffer.from('{'),
  'a package manifest': json({ name: 'x', version: '3.0.0', sources: ['a'], files: ['dist'] }),
  'a manifest of version 3': json({ version: 3, name: 'x', files: [] }),
  'a game level': json({ version: 3, width: 10, layers: [{ data: [1, 2] }], tilesets: [] }),
  'geo data': json({ type: 'FeatureCollection', version: 3, sources: { a: 1 } }),
  'an import map': json({ imports: { a: './a.js' }, scopes: {} }),
  'a style with sources': json({ version: 8, sources: { osm: {} }, layers: [] }),
  'mappings that are an object': json({ version: 3, mappings: { a: 1 }, sources: ['x'] }),
  'key mappings': json({ mappings: 'qwerty' }),
  'words for a page about sources': json({
    version: '3',
    sources: 'Sources',
    sourcesContent: 'Text',
    mappings: 'Mappings',
  }),
  'sections of a document whose maps are text': json({
    sections: [{ title: 'a', map: 'the map', url: 'data:,{}' }],
  }),
  'sections of a document with a map as text in them': json({
    sections: [{ title: 'a', map: JSON.stringify(map()) }],
  }),
  'sections of a document': json({ sections: [{ title: 'a', map: { x: 1 } }] }),
  'a list of maps': json([map()]),
  script: Buffer.from('{ const version = 3; }'),
  text: Buffer.from('version sources mappings'),
  'a lock file': json({ lockfileVersion: 3, packages: {} }),
};

for (const [name, bytes] of Object.entries(others)) {
  test(`no source map: ${name}`, () => assert.equal(read(bytes), null));
}

test('keeps the order of its keys, which tells the tool', () => {
  const facts = read(Buffer.from('{\n  "version": 3,\n  "sources": [],\n  "mappings": ""\n}'));
  assert.deepEqual(facts?.keys, ['version', 'sources', 'mappings']);
  assert.equal(facts?.pretty, true);
});

test('joins the source root, and tells whose a source is', () => {
  const facts = read(
    json(
      map({
        sourceRoot: '/app',
        sources: [
          'src/a.ts',
          'webpack://x/./node_modules/y/z.js',
          'webpack://x/webpack/runtime/define',
          '../../node_modules/.pnpm/y@1/z.js',
          'webpack://x/./src/b.vue?1f2e',
        ],
      }),
    ),
  );
  assert.deepEqual(
    facts?.sources.map(({ path, firstParty }) => `${firstParty ? 'own' : 'other'} ${path}`),
    [
      'own /app/src/a.ts',
      'other webpack://x/./node_modules/y/z.js',
      'other webpack://x/webpack/runtime/define',
      'other /app/../../node_modules/.pnpm/y@1/z.js',
      'own webpack://x/./src/b.vue?1f2e',
    ],
  );
  assert.equal(facts?.scheme, 'webpack');
});

test('names the network places of sources, and the buckets anywhere in the text', () => {
  const text =
    'fetch("https://acme-builds.s3.eu-west-1.amazonaws.com/src.zip"); // s3://acme-raw/x\nsee https://example.com/docs';
  const facts = read(json(map({ sourceRoot: 'https://cdn.example.com/src', sourcesContent: [text] })));
  assert.deepEqual(facts?.hosts, ['cdn.example.com']);
  assert.deepEqual(facts?.buckets, ['acme-builds.s3.eu-west-1.amazonaws.com', 's3://acme-raw']);
  assert.deepEqual(read(json(map({ sources: ['gs://acme/a.ts'] })))?.hosts, ['acme']);
  for (const local of [
    'http://localhost:8080/a.js',
    'webpack:///a.js',
    'file:///home/x/a.js',
    '/home/x.js',
    '//src/a.ts',
  ]) {
    assert.deepEqual(read(json(map({ sources: [local] })))?.hosts, [], local);
  }
});

test('finds a bucket wherever the bytes are cut', () => {
  const bytes = json(
    map({
      sourcesContent: [`${'x'.repeat(300)} https://storage.googleapis.com/acme/src.zip ${'y'.repeat(700)}`],
    }),
  );
  for (let step = 1; step < 700; step += 13)
    assert.deepEqual(read(bytes, step)?.buckets, ['storage.googleapis.com/acme'], `cut at ${step}`);
});

test('holds little however large the map: names beyond the limit are counted, not kept', () => {
  const many = {
    version: 3,
    sources: Array.from({ length: 120_000 }, (_, i) => `s${i}`),
    sourcesContent: Array.from({ length: 120_000 }, () => 'x'),
    mappings: '',
  };
  const facts = read(json(many), 65_536);
  assert.equal(figures(facts), '120000/120000/120000/120000/120000');
  assert.equal(facts?.sources.length, 100_000);
});
