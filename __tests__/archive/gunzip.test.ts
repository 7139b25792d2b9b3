import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createGunzipReader } from '../../src/archive/gunzip.ts';

/** What each way makes of the bytes, handed over in pieces of that size. */
async function inflate(bytes: Buffer, step: number, way: 'fastest' | 'public'): Promise<string> {
  let text = '';
  try {
    const gunzip = createGunzipReader((view) => {
      text += view.toString('latin1');
    }, way);
    for (let at = 0; at < bytes.length; at += step) await gunzip.write(bytes.subarray(at, at + step));
    await gunzip.end();
    return `${text}|${gunzip.paddingFrom ?? 'none'}`;
  } catch (error) {
    return (error as Error).message;
  }
}

const one = gzipSync('one');
const big = gzipSync(Buffer.alloc(600_000, 'packgate'));
const flip = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 1;
  return copy;
};
const cases: Record<string, [Buffer, RegExp]> = {
  'one member': [one, /^one\|none$/],
  'two members': [Buffer.concat([one, gzipSync('two')]), /^onetwo\|none$/],
  'an empty member between two': [Buffer.concat([one, gzipSync(''), one]), /^oneone\|none$/],
  'more than one buffer of output': [big, /^(?:packgate){75000}\|none$/],
  'zero padding': [Buffer.concat([one, Buffer.alloc(600)]), new RegExp(`^one\\|${one.length}$`)],
  'a member behind zero padding, which npm does not read': [
    Buffer.concat([one, Buffer.alloc(9), one]),
    new RegExp(`^one\\|${one.length}$`),
  ],
  noise: [Buffer.concat([one, Buffer.from('noise')]), /incorrect header check/],
  'a cut stream': [one.subarray(0, -9), /cut off/],
  'a cut trailer': [one.subarray(0, -1), /cut off/],
  'a wrong checksum': [flip(one, one.length - 8), /incorrect data check/],
  'a wrong length': [flip(one, one.length - 1), /incorrect length check/],
};

for (const [name, [bytes, expected]] of Object.entries(cases)) {
  test(`${name}: the undocumented handle and the public stream agree, however the input is cut`, async () => {
    for (const step of [1, 5, one.length, 64 * 1024]) {
      if (bytes.length / step > 2000) continue;
      for (const way of ['fastest', 'public'] as const)
        assert.match(await inflate(bytes, step, way), expected, `${way}, ${step}`);
    }
  });
}

test('an error of whoever takes the bytes comes back as it is', async () => {
  for (const way of ['fastest', 'public'] as const) {
    const gunzip = createGunzipReader(() => {
      throw new RangeError('full');
    }, way);
    await assert.rejects(async () => {
      await gunzip.write(one);
      await gunzip.end();
    }, RangeError);
  }
});
