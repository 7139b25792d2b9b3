import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinParts, listDigest, partOf, partSize } from '../../src/target/parts.ts';
import { parseShard } from '../../src/target/shard.ts';

for (const [text, index, of] of [
  ['1/1', 1, 1],
  ['2/4', 2, 4],
  ['256/256', 256, 256],
  ['1/1000', 1, 1000],
] as const) {
  test(`${text} is a shard`, () => assert.deepEqual(parseShard(text), { index, of }));
}

for (const text of [
  '',
  '2',
  '0/4',
  '5/4',
  '1/0',
  '-1/4',
  '1/4/',
  ' 1/4',
  '01/4',
  '1.5/4',
  '1/1001',
  '1e0/4',
]) {
  test(`${JSON.stringify(text)} is none`, () => assert.equal(parseShard(text), undefined));
}

test('the parts of a list are the list again, each in one shard, and differ by one at most', () => {
  for (let count = 0; count <= 12; count++) {
    const list = Array.from({ length: count }, (_, place) => `packages/${place}`);
    for (let of = 1; of <= 15; of++) {
      const shards = Array.from({ length: of }, (_, place) => ({ index: place + 1, of }));
      const parts = shards.map((shard) => partOf(list, shard));
      assert.deepEqual(joinParts(parts), list);
      const sizes = parts.map((part) => part.length);
      assert.deepEqual(
        sizes,
        shards.map((shard) => partSize(count, shard)),
      );
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
    }
  }
});

test('neighbours, which are often alike, go to different shards', () => {
  const list = ['core', 'icons-a', 'icons-b', 'icons-c'];
  assert.deepEqual(partOf(list, { index: 2, of: 2 }), ['icons-a', 'icons-c']);
});

test('the digest of the list tells a package more, another order, another version and another that is skipped', () => {
  const a = { target: 'a', named: 'a@1.0.0' };
  const b = { target: 'b', named: '' };
  const skipped = [{ target: 'c', name: 'c', reason: 'private' }];
  const lists = [
    listDigest([a, b]),
    listDigest([b, a]),
    listDigest([a]),
    listDigest([{ ...a, named: 'a@1.0.1' }, b]),
    listDigest([{ ...a, target: 'A' }, b]),
    listDigest([a, b], skipped),
  ];
  assert.equal(new Set(lists).size, lists.length);
  assert.equal(listDigest([{ ...a }, { ...b }]), lists[0]);
});
