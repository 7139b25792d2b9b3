import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBundleIndex } from '../../../../src/content/sensitive/weights/tensor-bundle.ts';

const varint = (rest: number): number[] =>
  rest < 128 ? [rest] : [(rest & 127) | 128, ...varint(rest >>> 7)];
const block = (entries: readonly (readonly number[])[]) =>
  Buffer.concat([Buffer.from(entries.flat()), Buffer.alloc(4)]);

/** An index whose places all lead to the same block of so many entries. */
function repeated(places: number, entries: number): Buffer {
  const data = block(
    Array.from({ length: entries }, (_, n) => [0, n === 0 ? 0 : 1, 1, ...(n === 0 ? [9] : [97, 9])]),
  );
  const place = [...varint(0), ...varint(data.length)];
  const index = block(Array.from({ length: places }, () => [0, 0, place.length, ...place]));
  const footer = Buffer.alloc(48);
  Buffer.from([0, 0, ...varint(data.length + 5), ...varint(index.length)]).copy(footer);
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
  return Buffer.concat([data, Buffer.alloc(5), index, Buffer.alloc(5), footer]);
}

const read = (bytes: Buffer) =>
  readBundleIndex({
    path: 'a.index',
    name: 'a.index',
    size: bytes.length,
    place: { bundled: false, foreign: false } as never,
    bytes,
    text: '',
  });

test('reads the block that one place leads to', () => {
  assert.equal(read(repeated(1, 8))?.tensors, 7);
});

test('reads no block twice, of which a small file could ask for thousands', () => {
  assert.equal(read(repeated(2, 8)), undefined);
});
