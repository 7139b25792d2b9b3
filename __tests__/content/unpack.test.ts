import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { mapText } from '../rules/source-map/maps.ts';
import { entryBlocks, rawTar } from '../tarballs.ts';
import { rawZip } from '../zips.ts';
import { lookInside } from './inside.ts';

const MAP = mapText();
const TAR = rawTar({ name: 'd/a.js', body: 'a' }, { name: 'd/a.js.map', body: MAP });
const ZIP = rawZip([
  { name: 'a.js', body: 'a' },
  { name: 'a.js.map', body: MAP },
]);
const LARGE = `${MAP}${' '.repeat(600_000)}`;
const noise = (size: number) => {
  const bytes = Buffer.alloc(size);
  for (let i = 0, x = 1; i < size; i++) {
    x = (Math.imul(x, 1103515245) + 12345) >>> 0;
    bytes[i] = x >>> 16;
  }
  return bytes;
};

/** A zip archive joined to this, which its offsets count. */
const countingFrom = (before: Buffer) => {
  const shift = (field: number) => (record: Buffer) => {
    record.writeUInt32LE(record.readUInt32LE(field) + before.length, field);
  };
  return rawZip([{ name: 'a.js.map', body: MAP, central: shift(42) }], { before, end: shift(16) });
};

/** What an artifact bundle of Sentry has before its zip archive: a mark and a version. */
const SENTRY = Buffer.from('SYSB\x02\0\0\0');

/** Name and bytes to the files inside. */
const read: Record<string, [path: string, Buffer, string[]]> = {
  gzip: ['d/a.js.map.gz', gzipSync(MAP), ['d/a.js.map.gz!/a.js.map:map']],
  'gzip under a name that does not say so': ['a.bin', gzipSync(MAP), ['a.bin!/a.bin:map']],
  'gzip of nothing': ['a.gz', gzipSync(''), ['a.gz!/a']],
  'gzip in two members': [
    'a.gz',
    Buffer.concat([gzipSync(MAP.slice(0, 9)), gzipSync(MAP.slice(9))]),
    ['a.gz!/a:map'],
  ],
  'gzip of much': ['a.gz', gzipSync(LARGE), ['a.gz!/a:map']],
  'gzip in gzip': ['a.gz.gz', gzipSync(gzipSync(MAP)), ['a.gz.gz!/a.gz!/a:map', 'a.gz.gz!/a.gz']],
  brotli: ['a.js.map.br', brotliCompressSync(MAP), ['a.js.map.br!/a.js.map:map']],
  'brotli under a name that does not say so': ['a.bin', brotliCompressSync(MAP), ['a.bin!/a.bin:map']],
  // ember-cli-deploy-compress and scripts that deploy to a bucket compress in place: the name stays what it was.
  'brotli under the name of a script': ['a.js', brotliCompressSync(MAP), ['a.js!/a.js:map']],
  'brotli of no great effort under the name of a map': [
    'a.js.map',
    brotliCompressSync(MAP, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    ['a.js.map!/a.js.map:map'],
  ],
  'gzip data under the name of a style sheet': ['a.css', gzipSync(MAP), ['a.css!/a.css:map']],
  'zlib data under the name of a script': ['a.mjs', deflateSync(MAP), ['a.mjs!/a.mjs:map']],
  'bare deflate data under the name of a map': ['a.map', deflateRawSync(MAP), ['a.map!/a.map:map']],
  'bare deflate data': ['a.js.map.deflate', deflateRawSync(MAP), ['a.js.map.deflate!/a.js.map:map']],
  'bare deflate data under a name that does not say so': ['a.bin', deflateRawSync(MAP), ['a.bin!/a.bin:map']],
  // sentry-cli: the offsets count the head. Other writers of zip archives begin to count behind it.
  'an artifact bundle of Sentry': ['a.bin', countingFrom(SENTRY), ['a.bin!/a.js.map:map']],
  'an artifact bundle of Sentry whose offsets do not count its head': [
    'a.zip',
    rawZip([{ name: 'a.js.map', body: MAP }], { before: SENTRY }),
    ['a.zip!/a.js.map:map'],
  ],
  'gzip data joined to a script': [
    'a.js',
    Buffer.concat([Buffer.from('let a = 1;\n'), gzipSync(MAP)]),
    ['a.js!/stream-1:map'],
  ],
  'gzip data joined to JSON': [
    'a.json',
    Buffer.concat([Buffer.from(`{"a":"${'b'.repeat(70_000)}"}`), gzipSync(MAP), Buffer.from('\n')]),
    ['a.json!/stream-1:map'],
  ],
  'an archive in brotli under a name that does not say so': [
    'a.bin',
    brotliCompressSync(TAR),
    ['a.bin!/d/a.js', 'a.bin!/d/a.js.map:map'],
  ],
  'an archive in zlib data': ['a.zz', deflateSync(TAR), ['a.zz!/d/a.js', 'a.zz!/d/a.js.map:map']],
  'zlib data under a name that does not say so': ['a.dat', deflateSync(MAP), ['a.dat!/a.dat:map']],
  'zlib data with others behind it': [
    'a.dat',
    Buffer.concat([deflateSync(MAP), Buffer.alloc(9), gzipSync(MAP)]),
    ['a.dat!/stream-1:map', 'a.dat!/stream-2:map'],
  ],
  'zlib data': ['a.js.map.z', deflateSync(MAP), ['a.js.map.z!/a.js.map:map']],
  'brotli of much': [
    'a.br',
    brotliCompressSync(mapText({ x_more: noise(300_000).toString('hex') })),
    ['a.br!/a:map'],
  ],
  tar: ['a.tar', TAR, ['a.tar!/d/a.js', 'a.tar!/d/a.js.map:map']],
  'a tar archive without magic number': [
    'a.bin',
    rawTar({ name: 'a.js.map', body: MAP, magic: '\0\0\0\0\0\0\0\0' }),
    ['a.bin!/a.js.map:map'],
  ],
  'a compressed tar archive, as one archive': [
    'a.tgz',
    gzipSync(TAR),
    ['a.tgz!/d/a.js', 'a.tgz!/d/a.js.map:map'],
  ],
  'links and folders in a tar archive, which are nothing odd': [
    'a.tar',
    rawTar({ name: 'd/', type: '5' }, { name: 'd/l', type: '2', link: 'a' }, { name: 'one', body: '1' }),
    ['a.tar!/one'],
  ],
  zip: ['a.vsix', ZIP, ['a.vsix!/a.js', 'a.vsix!/a.js.map:map']],
  'a zip archive joined to something else': [
    'a.bin',
    Buffer.concat([noise(5000), ZIP]),
    ['a.bin!/a.js', 'a.bin!/a.js.map:map'],
  ],
  'a zip archive with a comment joined to something else': [
    'a.bin',
    Buffer.concat([noise(5000), rawZip([{ name: 'a' }], { comment: Buffer.from('made by hand') })]),
    ['a.bin!/a'],
  ],
  'a module file of Java, which is one behind four bytes': [
    'made.base.jmod',
    Buffer.concat([Buffer.from('JM\x01\x00', 'latin1'), ZIP]),
    ['made.base.jmod!/a.js', 'made.base.jmod!/a.js.map:map'],
  ],
  // As a resource of a program, or before its signature.
  'a zip archive amid something else': [
    'a.bin',
    Buffer.concat([noise(5000), ZIP, noise(3000)]),
    ['a.bin!/a.js', 'a.bin!/a.js.map:map'],
  ],
  'a zip archive joined to the script that starts it': [
    'run.sh',
    Buffer.concat([Buffer.from('#!/bin/sh\n'.repeat(900)), ZIP]),
    ['run.sh!/a.js', 'run.sh!/a.js.map:map'],
  ],
  'a zip archive whose offsets count what it is joined to': [
    'run.sh',
    countingFrom(Buffer.from(`#!/bin/sh\n${'PK\x03\x04 '.repeat(900)}\n`)),
    ['run.sh!/a.js.map:map'],
  ],
  'a compressed tar archive joined to the script that unpacks it': [
    'install.run',
    Buffer.concat([
      Buffer.from(`#!/bin/sh\n${'# how to install\n'.repeat(900)}`),
      gzipSync(rawTar({ name: 'a.map', body: MAP })),
    ]),
    ['install.run!/stream-1!/a.map:map', 'install.run!/stream-1'],
  ],
  'compressed data behind what is text at first': [
    'a.dat',
    Buffer.concat([Buffer.from('A = B\n'.repeat(900)), gzipSync(MAP)]),
    ['a.dat!/stream-1:map'],
  ],
  'a zip archive in a compressed tar archive in a zip archive': [
    'a.zip',
    rawZip([{ name: 'b.tgz', body: gzipSync(rawTar({ name: 'c.zip', body: ZIP })), method: 0 }]),
    ['a.zip!/b.tgz!/c.zip!/a.js', 'a.zip!/b.tgz!/c.zip!/a.js.map:map', 'a.zip!/b.tgz!/c.zip', 'a.zip!/b.tgz'],
  ],
};

for (const [name, [path, bytes, expected]] of Object.entries(read)) {
  test(`looks into ${name}, however its bytes are cut`, () => {
    for (const step of [1, 7, 511, 65_536]) {
      if (bytes.length / step > 5000) continue;
      const { files, odd, unread } = lookInside(path, bytes, step);
      assert.deepEqual({ files, odd, unread }, { files: expected, odd: [], unread: undefined });
    }
  });
}

test('a zip archive amid something else with two end records is told: tools look for either', () => {
  // The one that counts the rest as its comment, and the one that stands last.
  const first = rawZip([{ name: 'a.js' }], { end: (record) => record.writeUInt16LE(ZIP.length + 100, 20) });
  const { odd } = lookInside('a.bin', Buffer.concat([noise(5000), first, ZIP, noise(100)]), 'whole');
  assert.match(String(odd), /ambiguous/);
});

/** Name and bytes of what is no container. */
const plain: Record<string, [path: string, Buffer]> = {
  'text called .br': ['lang/messages.br', Buffer.from('Demat an holl!\n'.repeat(40))],
  'short text called .br': ['a.br', Buffer.from('br\n')],
  noise: ['a.bin', noise(9000)],
  'noise under the name of a script': ['a.js', noise(9000)],
  'a script in latin1': [
    'a.js',
    Buffer.from('\xe9\xe8\xea = "caf\xe9, d\xe9j\xe0 vu, na\xefve";\n'.repeat(99), 'latin1'),
  ],
  'a text that begins as an artifact bundle of Sentry': [
    'a.txt',
    Buffer.from('SYSB is what they begin with.\n'),
  ],
  'a script behind a mark': ['a.js', Buffer.from('\ufeffexport const a = "é";\n')],
  'a script in Japanese with a NUL in it': ['a.js', Buffer.from('// 日本語の\0コメント\n'.repeat(99))],
  'bare deflate data of noise': ['a.bin', deflateRawSync(noise(9000))],
  'the head of gzip data in a string': ['a.js', Buffer.from('x="\x1f\x8b\x08\0\0\0\0\0\0\x03"+y', 'latin1')],
  zeros: ['a.bin', Buffer.alloc(9000)],
  'a zlib stream': ['a.bin', deflateSync(noise(3000))],
  'byte code of Java': ['A.class', Buffer.from('cafebabe0000003400aa', 'hex')],
  'text that says PK': ['a.txt', Buffer.from('PK is short for Phil Katz')],
  'a script that holds the beginning of a zip archive': [
    'a.sh',
    Buffer.from('#!/bin/sh\nprintf "PK\x03\x04"\n'.repeat(40)),
  ],
  'a script that writes the head of compressed data': [
    'a.sh',
    Buffer.from(`#!/bin/sh\nprintf "\x1f\x8b\x08\0\0\0\0\0\0\x03"\n`.repeat(40), 'latin1'),
  ],
  'a minified script that looks for the end of zip archives': [
    'a.js',
    Buffer.from(
      `${'var a=1;'.repeat(9000)}function z(e){return e.lastIndexOf("PK\x05\x06",e.length-22)}`.padEnd(
        80_000,
        ';z()',
      ),
    ),
  ],
  'data of a program that writes zip archives': [
    'a.bin',
    Buffer.concat([
      noise(70_000),
      Buffer.from('PK\x05\x06(pos + fileSize) != 0\0PK\x05\x06'),
      Buffer.alloc(60),
    ]),
  ],
  'a head of zstd data with but one byte repeated behind it, amid noise': [
    'a.bin',
    Buffer.concat([noise(3000), Buffer.from('28b52ffd0061736d01000000', 'hex'), noise(3000)]),
  ],
  'latin1 text': ['a.txt', Buffer.from('d\xe9j\xe0 vu, '.repeat(100), 'latin1')],
};

for (const [name, [path, bytes]] of Object.entries(plain)) {
  test(`takes ${name} for no archive`, () => {
    const { files, odd, unread } = lookInside(path, bytes);
    assert.deepEqual({ files, odd, unread }, { files: [], odd: [], unread: undefined });
  });
}

/** Name and bytes to the files inside all the same, and why the rest was not read. */
const broken: Record<string, [path: string, Buffer, string[], RegExp]> = {
  'a zip archive with a comment joined to text': [
    'a.js',
    Buffer.concat([
      Buffer.from('var a = 1;\n'.repeat(9000)),
      rawZip([{ name: 'a.js.map', body: MAP }], { comment: Buffer.alloc(40_000, 'made by hand ') }),
    ]),
    [],
    /a zip archive is joined to its end/,
  ],
  'a zip archive joined to a script, with code that looks for zip archives as its comment': [
    'a.js',
    Buffer.concat([
      Buffer.from('var a = 1;\n'.repeat(9000)),
      rawZip([{ name: 'a.js.map', body: MAP }], {
        comment: Buffer.from(
          'function z(e){return e.lastIndexOf("PK\x05\x06",e.length-22)}'.padEnd(400, ';z()'),
        ),
      }),
    ]),
    [],
    /a zip archive is joined to its end/,
  ],
  'a damaged zip archive joined to noise, with another mark behind it': [
    'a.bin',
    Buffer.concat([
      noise(5000),
      rawZip([{ name: 'a.js.map', body: MAP, central: (h) => h.writeUInt16LE(1028, 28) }]),
      Buffer.from('PK\x05\x06PK\x05\x06'),
    ]),
    [],
    /directory of the zip archive is damaged/,
  ],
  'a zip64 archive joined to an executable, one part of several by its own words': [
    'a.exe',
    Buffer.concat([
      Buffer.from(`\x7fELF\x02\x01\x01${'\0'.repeat(57)}${'code'.repeat(500)}`, 'latin1'),
      rawZip([{ name: 'a.js.map', body: MAP }], {
        zip64: () => {},
        end: (record) => record.writeUInt16LE(2, 4),
      }),
    ]),
    [],
    /a zip archive is joined to its end, and cannot be read/,
  ],
  'a zip archive joined to an executable, one part of several by its own words': [
    'a.exe',
    Buffer.concat([
      Buffer.from(`\x7fELF\x02\x01\x01${'\0'.repeat(57)}${'code'.repeat(500)}`, 'latin1'),
      rawZip([{ name: 'a.js.map', body: MAP }], { end: (record) => record.writeUInt16LE(2, 4) }),
    ]),
    [],
    /a zip archive is joined to its end, and cannot be read/,
  ],
  'a zip archive joined to a WebAssembly module': [
    'a.wasm',
    Buffer.concat([Buffer.from('0061736d01000000', 'hex'), rawZip([{ name: 'a.js.map', body: MAP }])]),
    ['a.wasm!/a.js.map:map'],
    /./,
  ],
  'a cut gzip file': ['a.gz', gzipSync(LARGE).subarray(0, -9), ['a.gz!/a:map'], /gzip data .* cut off/],
  'a gzip file with noise behind it': [
    'a.gz',
    Buffer.concat([gzipSync(MAP), noise(20)]),
    [],
    /incorrect header check/,
  ],
  'a cut brotli file': [
    'a.br',
    brotliCompressSync(noise(300_000)).subarray(0, -9),
    ['a.br!/a'],
    /brotli data .* cut off/,
  ],
  'a brotli file with noise far behind it': [
    'a.br',
    Buffer.concat([brotliCompressSync(noise(9000)), noise(20)]),
    ['a.br!/a'],
    /20 bytes follow the brotli data/,
  ],
  'a tar archive without end': [
    'a.tar',
    entryBlocks({ name: 'a', body: MAP }),
    ['a.tar!/a:map'],
    /no end mark/,
  ],
  'a tar archive cut inside a file': [
    'a.tar',
    TAR.subarray(0, 1700),
    ['a.tar!/d/a.js', 'a.tar!/d/a.js.map:map'],
    /cut off/,
  ],
  'a tar archive with more behind its end': [
    'a.tar',
    Buffer.concat([TAR, TAR]),
    ['a.tar!/d/a.js', 'a.tar!/d/a.js.map:map'],
    /follows the end/,
  ],
  'a header that nobody writes': [
    'a.tar',
    rawTar({ name: 'a', body: 'a' }, { name: 'b', body: 'b', size: 'nonsense' }),
    ['a.tar!/a'],
    /byte 1024/,
  ],
  'a cut zip archive': ['a.zip', ZIP.subarray(0, -30), [], /end record/],
  'a universal binary': ['a', Buffer.from('cafebabe00000002', 'hex'), [], /its head is damaged, cut off/],
  'xz data': ['a.xz', Buffer.from('fd377a585a000004', 'hex'), [], /xz data: packgate does not look inside/],
};

for (const [name, [path, bytes, expected, why]] of Object.entries(broken)) {
  test(`says how far it could look into ${name}`, () => {
    const { files, odd, unread } = lookInside(path, bytes);
    assert.deepEqual({ files, odd }, { files: expected, odd: [] });
    assert.match(unread ?? '', why);
  });
}

test('says that a name in a tar archive climbs out', () => {
  const { odd, files } = lookInside('a.tar', rawTar({ name: '../../etc/passwd', body: 'x' }));
  assert.deepEqual({ odd, files }, { odd: ['unsafe-path a.tar!/etc/passwd'], files: ['a.tar!/etc/passwd'] });
});
