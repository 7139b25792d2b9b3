import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, crc32ByTable } from '../../src/archive/crc32.ts';
import { crc32 as bitByBit } from '../crc32.ts';
import { Random } from '../replicas/random.ts';

test('the checksum by tables is the one bit by bit, however the bytes are cut', () => {
  // The check value of the catalogue of CRC algorithms.
  assert.equal(crc32ByTable(Buffer.from('123456789'), 0), 0xcbf43926);
  const random = new Random(1);
  for (let length = 0; length < 200; length++) {
    const bytes = Buffer.from(Array.from({ length }, () => random.below(256)));
    const cut = random.below(length + 1);
    for (const by of [crc32, crc32ByTable])
      assert.equal(by(bytes.subarray(cut), by(bytes.subarray(0, cut), 0)), bitByBit(bytes), `${length}`);
  }
});
