import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { canDecode } from '../../../src/archive/decoder.ts';
import { mapText } from '../../rules/source-map/maps.ts';
import { zstdFrame } from '../../zstd.ts';
import { lookInside } from '../inside.ts';
import { seeded } from '../pieces.ts';

const MAP = Buffer.from(mapText({ names: 'abcdefghij'.repeat(20).split('') }));
const random = seeded(5);
/** Bytes in which no magic number stands. */
const noise = (length: number) => Buffer.from(Array.from({ length }, () => random(256) & 0xfe & ~0x20));
/** With the name that `gzip` writes into the head. */
function named(name: string, bytes: Buffer): Buffer {
  const packed = Buffer.from(gzipSync(bytes));
  packed[3] = 8;
  return Buffer.concat([packed.subarray(0, 10), Buffer.from(`${name}\0`), packed.subarray(10)]);
}
const wide = (text: string | Buffer) => Buffer.from(text.toString(), 'utf16le');
const OTHER = mapText({ sourcesContent: ['// 港の秘密\nlet 船 = 1;\n', ''] });
const PARCEL = `{"mappings":"AAAA","sources":["a.ts"],"sourcesContent":["${'let a;'.repeat(99_999)}"],"names":[],"version":3}`;
const PROGRAM = readFileSync('/bin/true');

const found: Record<string, [bytes: Buffer, files: string[]]> = {
  'gzip data in a blob': [Buffer.concat([noise(999), gzipSync(MAP), noise(333)]), ['a.bin!/stream-1:map']],
  'gzip data at the end': [Buffer.concat([noise(70_000), gzipSync(MAP)]), ['a.bin!/stream-1:map']],
  'two, one by its name': [
    Buffer.concat([noise(100), named('src/main.js.map', MAP), noise(9), gzipSync(MAP), noise(9)]),
    ['a.bin!/src/main.js.map:map', 'a.bin!/stream-2:map'],
  ],
  'a name that climbs out': [
    Buffer.concat([noise(100), named('../../etc/a.js', MAP)]),
    ['a.bin!/etc/a.js:map'],
  ],
  'gzip data in a program': [
    Buffer.concat([PROGRAM, noise(50), gzipSync(MAP), noise(50)]),
    ['a.bin!/stream-1:map'],
  ],
  'an archive in gzip data': [
    Buffer.concat([noise(50), gzipSync(gzipSync(MAP))]),
    ['a.bin!/stream-1!/stream-1:map', 'a.bin!/stream-1'],
  ],
  'a map in UTF-16 in a blob': [Buffer.concat([noise(2000), wide(MAP), noise(99)]), ['a.bin!/text-1:map']],
  'two in a program, one of other letters': [
    Buffer.concat([PROGRAM, wide(MAP), Buffer.alloc(3), wide(OTHER), noise(9)]),
    ['a.bin!/text-1:map', 'a.bin!/text-2:map'],
  ],
  'a map in UTF-16 that begins with its texts': [
    Buffer.concat([noise(2001), wide(PARCEL)]),
    ['a.bin!/text-1:map'],
  ],
  'data that is cut off': [
    Buffer.concat([noise(50), gzipSync(MAP).subarray(0, -60)]),
    ['a.bin!/stream-1:map'],
  ],
};
if (canDecode('zstd')) {
  found['zstd data in a blob'] = [
    Buffer.concat([noise(50), zstdFrame(MAP), noise(50), zstdFrame(MAP)]),
    ['a.bin!/stream-1:map', 'a.bin!/stream-2:map'],
  ];
}

for (const [name, [bytes, files]] of Object.entries(found)) {
  test(`looks into ${name}`, () => {
    for (const step of [bytes.length, 1 + random(100), 4096, 4097])
      assert.deepEqual(lookInside('a.bin', bytes, step).files, files, `cut at ${step}`);
  });
}

test('says what this Node cannot read, and only where it is there', () => {
  const { files, unread } = lookInside('a.bin', Buffer.concat([noise(50), zstdFrame(MAP), noise(50)]));
  assert.equal(files.length, canDecode('zstd') ? 1 : 0);
  // Each letter as a block of its own.
  const letters = Buffer.concat(
    [...MAP].map((letter, i) => {
      const block = Buffer.from([0, 0, 0, letter]);
      block.writeUIntLE((1 << 3) | (1 << 1) | (i === MAP.length - 1 ? 1 : 0), 0, 3);
      return block;
    }),
  );
  const spelled = lookInside(
    'a.bin',
    Buffer.concat([noise(50), Buffer.from('28b52ffd0058', 'hex'), letters, noise(50)]),
  );
  assert.equal(spelled.unread, unread);
  assert.equal(spelled.files.length, files.length);
  assert.equal(
    unread,
    canDecode('zstd') ? undefined : 'it holds zstd data, which this version of Node cannot read',
  );
  const mention = Buffer.concat([noise(50), Buffer.from('28b52ffd', 'hex'), noise(5000)]);
  assert.deepEqual(
    [lookInside('a.bin', mention).files, lookInside('a.bin', mention).unread],
    [[], undefined],
  );
});

test('says that brotli data in a program cannot be found, where a name tells of it', () => {
  const unread = (text: string) => lookInside('a.bin', Buffer.concat([PROGRAM, Buffer.from(text)])).unread;
  assert.match(unread('404.htmlstatic/app.js.map.brstatic\0') ?? '', /such as .*static\/app\.js\.map\.br,/);
  // Go's strings follow each other without anything between them.
  for (const text of ['\0.js.br\0', '\0text/html.br\0', '\0a/app.js\0.br\0'])
    assert.equal(unread(text), undefined, text);
  assert.match(unread('x.br\0'.repeat(1_000_001)) ?? '', /more names of brotli data/);
});

test('leaves magic numbers alone that begin nothing', () => {
  const marks = Buffer.from('1f8b0800000000000003ffff', 'hex');
  const bytes = Buffer.concat([
    PROGRAM,
    ...Array.from({ length: 2000 }, () => Buffer.concat([marks, noise(30)])),
  ]);
  const start = process.cpuUsage();
  const { files, unread } = lookInside('a.bin', bytes);
  assert.deepEqual([files, unread], [[], undefined]);
  assert.ok(process.cpuUsage(start).user < 4e6);
});

test('says that there is more than it looks at', () => {
  const one = Buffer.concat([gzipSync(Buffer.from('a')), Buffer.alloc(3, 9)]);
  const bytes = Buffer.concat([noise(9), ...Array.from({ length: 10_001 }, () => one)]);
  assert.equal(lookInside('a.bin', bytes).unread, 'it holds more compressed data than packgate looks at');
});

test('says what is damaged where there is no doubt that it is compressed data', () => {
  const much = Buffer.from(Array.from({ length: 200_000 }, () => random(256)));
  const packed = gzipSync(much);
  packed.fill(0xff, packed.length - 40_000);
  const { files } = lookInside('a.bin', Buffer.concat([noise(9), packed]));
  assert.deepEqual(files, ['a.bin!/stream-1?']);
});

test('says of an AppImage that its file system was not read', () => {
  const program = (mark: string) =>
    Buffer.concat([Buffer.from(`\x7fELF\x02\x01\x01\0${mark}`, 'latin1'), Buffer.alloc(400)]);
  assert.match(lookInside('a', program('AI\x02')).own.uninspected ?? '', /AppImage/);
  assert.equal(lookInside('a', program('\0\0\0')).own.uninspected, undefined);
});
