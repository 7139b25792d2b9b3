import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { type Codec, canDecode, createDecoder } from '../../src/archive/decoder.ts';
import { zstdFrame } from '../zstd.ts';

/** What each way makes of the bytes, handed over in pieces of that size. */
function decode(codec: Codec, bytes: Buffer, step: number, way: 'fastest' | 'public'): string {
  let text = '';
  try {
    const decoder = createDecoder(
      codec,
      (view) => {
        text += view.toString('latin1');
      },
      way,
    );
    for (let at = 0; at < bytes.length; at += step) decoder.write(bytes.subarray(at, at + step));
    decoder.end();
    return `${text}|${decoder.endedAt() ?? 'none'}`;
  } catch (error) {
    return (error as Error).message;
  }
}

const BIG = Buffer.alloc(600_000, 'packgate');
const flip = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 0xff;
  return copy;
};
const deflate = deflateRawSync('one');
const brotli = brotliCompressSync('one');
const zstd = zstdFrame(Buffer.from('one'));
const cases: Record<string, [Codec, Buffer, RegExp]> = {
  'gzip data': ['gzip', gzipSync('one'), /^one\|none$/],
  'cut gzip data': ['gzip', gzipSync('one').subarray(0, -9), /gzip data .* cut off/],
  'deflate data': ['deflate', deflate, /^one\|none$/],
  'much deflate data': ['deflate', deflateRawSync(BIG), /^(?:packgate){75000}\|none$/],
  'deflate data of nothing': ['deflate', deflateRawSync(''), /^\|none$/],
  'deflate data with more behind it': [
    'deflate',
    Buffer.concat([deflate, Buffer.from('more')]),
    new RegExp(`^one\\|${deflate.length}$`),
  ],
  'cut deflate data': ['deflate', deflate.subarray(0, -2), /deflate data .* cut off/],
  'damaged deflate data': ['deflate', Buffer.from('noise'), /deflate data cannot be read/],
  'brotli data': ['brotli', brotli, /^one\|none$/],
  'much brotli data': ['brotli', brotliCompressSync(BIG), /^(?:packgate){75000}\|none$/],
  'brotli data with more behind it': [
    'brotli',
    Buffer.concat([brotli, Buffer.from('more')]),
    new RegExp(`^one\\|${brotli.length}$`),
  ],
  'cut brotli data': ['brotli', brotliCompressSync(BIG).subarray(0, -3), /brotli data .* cut off/],
  'damaged brotli data': ['brotli', flip(brotliCompressSync(BIG), 0), /brotli data cannot be read/],
  'zstd data': ['zstd', zstd, /^one\|none$/],
  'two frames of zstd data': ['zstd', Buffer.concat([zstd, zstd]), /^oneone\|none$/],
  'zstd data with noise behind it': [
    'zstd',
    Buffer.concat([zstd, Buffer.from('noise')]),
    /zstd data cannot be read/,
  ],
};

for (const [name, [codec, bytes, expected]] of Object.entries(cases)) {
  test(`${name}: the undocumented handle and the documented functions agree, however the input is cut`, {
    skip: !canDecode(codec) && 'this Node has no zstd',
  }, () => {
    for (const step of [1, 5, 64 * 1024]) {
      if (bytes.length / step > 2000) continue;
      for (const way of ['fastest', 'public'] as const)
        assert.match(decode(codec, bytes, step, way), expected, `${way}, ${step}`);
    }
  });
}

for (const codec of ['gzip', 'zlib', 'deflate', 'brotli', 'zstd'] as const) {
  test(`${codec} data is decoded whatever was decoded before it`, {
    skip: !canDecode(codec) && 'this Node has no zstd',
  }, () => {
    const encode: Record<Codec, (text: string) => Buffer> = {
      gzip: gzipSync,
      zlib: deflateSync,
      deflate: deflateRawSync,
      brotli: brotliCompressSync,
      zstd: (text) => zstdFrame(Buffer.from(text)),
    };
    const [one, two] = [encode[codec]('one '.repeat(1000)), encode[codec]('two')];
    const before: Record<string, () => void> = {
      'one that was read to its end': () => decode(codec, one, 1000, 'fastest'),
      'one with something behind it': () =>
        decode(codec, Buffer.concat([one, Buffer.from('more')]), 1000, 'fastest'),
      'one that was cut': () => decode(codec, one.subarray(0, -3), 1000, 'fastest'),
      'a damaged one': () => decode(codec, Buffer.alloc(20, 0xff), 1000, 'fastest'),
      'one that was left': () => {
        const left = createDecoder(codec, () => {});
        left.write(one.subarray(0, -5));
        left.close();
        left.close();
      },
      'seven at a time': () => {
        const many = Array.from({ length: 7 }, () => createDecoder(codec, () => {}));
        for (const decoder of many) decoder.write(one.subarray(0, 9));
        for (const decoder of many) decoder.close();
      },
    };
    for (const [name, act] of Object.entries(before)) {
      act();
      assert.equal(decode(codec, two, 1000, 'fastest'), 'two|none', name);
    }
  });
}

test('an error of whoever takes the bytes comes back as it is', () => {
  for (const way of ['fastest', 'public'] as const) {
    const decoder = createDecoder(
      'deflate',
      () => {
        throw new RangeError('full');
      },
      way,
    );
    assert.throws(() => {
      decoder.write(deflate);
      decoder.end();
    }, RangeError);
    decoder.close();
  }
});
