import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCoreMlReader } from '../../../../src/content/sensitive/weights/core-ml.ts';
import { heapUsed } from './heap.ts';

/** A description, and then a tree ensemble of nothing, as often as wanted. */
const begin = Buffer.from([0x12, 2, 0x0a, 0]);
const tree = Buffer.from([0xf2, 0x12, 0]);

test('a model says once what it is', () => {
  for (const [times, expected] of [
    [1, 'a tree ensemble'],
    [2, undefined],
  ] as const) {
    const reader = createCoreMlReader();
    reader.push(Buffer.concat([begin, ...Array.from({ length: times }, () => tree)]));
    assert.equal(reader.end()?.says, expected);
  }
});

test('holds no more of one that says it a million times', () => {
  const reader = createCoreMlReader();
  const many = Buffer.alloc(3_000_000, tree);
  reader.push(begin);
  const before = heapUsed();
  reader.push(many);
  const held = heapUsed() - before;
  assert.ok(held < 2_000_000, `${held} bytes`);
  assert.equal(reader.end(), undefined);
});
