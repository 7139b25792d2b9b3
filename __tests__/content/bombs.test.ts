import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { mapText } from '../rules/source-map/maps.ts';
import { takesAtMost } from '../seconds.ts';
import { rawTar } from '../tarballs.ts';
import { rawZip } from '../zips.ts';
import { lookInside } from './inside.ts';

/** So many archives in each other, so many in each: all of them are the same bytes. */
function nest(width: number, levels: number, leaf: Buffer, suffix: string): Buffer {
  let bytes = leaf;
  for (let level = 0; level < levels; level++) {
    const data = deflateRawSync(bytes);
    bytes = rawZip(Array.from({ length: width }, (_, i) => ({ name: `${i}${suffix}`, body: bytes, data })));
  }
  return bytes;
}

function wrap(times: number, bytes: Buffer): Buffer {
  let wrapped = bytes;
  for (let i = 0; i < times; i++) wrapped = gzipSync(wrapped);
  return wrapped;
}

const ZEROS = Buffer.alloc(80 * 1024 ** 2);

/** What would take for ever, or more memory than there is, to what is said of it. */
const bombs: Record<string, [Buffer, RegExp, path?: string]> = {
  'fifty levels of gzip': [wrap(50, Buffer.from('x')), /^limit a(?:!\/a){8} .*more than 8 archives deep/],
  'nothing but zeros, by gzip': [gzipSync(ZEROS), /^limit a .*more than 1,000 times its size/],
  'nothing but zeros, by brotli': [
    brotliCompressSync(ZEROS, { params: { 1: 5 } }),
    /^limit a\.br .*more than 1,000 times its size/,
    'a.br',
  ],
  'nothing but zeros, in a zip archive': [
    rawZip([{ name: 'z', data: deflateRawSync(ZEROS) }]),
    /^limit a .*more than 1,000 times its size/,
  ],
  'nothing but zeros behind the end of a tar archive': [
    gzipSync(Buffer.concat([rawTar({ name: 'a', body: 'a' }), ZEROS])),
    /more than 1,000 times its size/,
  ],
  'sixteen archives in each of five levels': [
    nest(16, 5, gzipSync(ZEROS.subarray(0, 2 ** 24)), '.gz'),
    /^limit a .*more than 1,000 times its size/,
  ],
  'a hundred names for one file': [
    rawZip([
      { name: 'a', body: 'a'.repeat(9000) },
      ...Array.from({ length: 100 }, (_, i) => ({ name: `${i}`, body: 'a'.repeat(9000), at: 0 })),
    ]),
    /lies over another/,
  ],
};

for (const [name, [bytes, said, path = 'a']] of Object.entries(bombs)) {
  test(`comes to an end at ${name}`, () => {
    // Some hundred times what it takes.
    takesAtMost(20, () => {
      const { odd, messages } = lookInside(path, bytes, 65_536);
      assert.match(odd.map((line, i) => `${line} ${messages[i]}`).join('\n'), said);
    });
  });
}

/** What looks like one and is none. */
const honest: Record<string, [Buffer, string[]]> = {
  'a megabyte of zeros': [gzipSync(ZEROS.subarray(0, 2 ** 20)), ['a!/a']],
  'sixty megabytes of zeros': [gzipSync(ZEROS.subarray(0, 60 * 2 ** 20)), ['a!/a']],
  'seven levels of gzip around a map': [
    wrap(7, Buffer.from(mapText())),
    [`a${'!/a'.repeat(7)}:map`, ...[6, 5, 4, 3, 2, 1].map((level) => `a${'!/a'.repeat(level)}`)],
  ],
};

for (const [name, [bytes, expected]] of Object.entries(honest)) {
  test(`reads ${name} to the end`, () => {
    const { files, odd, unread } = lookInside('a', bytes, 65_536);
    assert.deepEqual({ files, odd, unread }, { files: expected, odd: [], unread: undefined });
  });
}
