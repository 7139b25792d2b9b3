import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { LIMITS } from '../../src/archive/limits.ts';
import { createStore, partOf } from '../../src/archive/store.ts';
import { makeFolder } from '../folders.ts';

/** Bytes that tell where they stand. */
const piece = (from: number, length: number) =>
  Buffer.from(Uint8Array.from({ length }, (_, i) => (from + i) % 251));

for (const [name, size, expected] of [
  ['a small one in memory', 100_000, 0],
  ['a small one whose size is known', 100_000, 100_000],
  ['a large one in a file', LIMITS.held + 100_000, 0],
  ['one that is announced as larger than it is', 1000, 1e9],
] as const) {
  test(`holds ${name} and gives back any part of it`, (t) => {
    const folder = makeFolder(t);
    const store = createStore(folder);
    const holding = store.hold(expected);
    for (let at = 0; at < size; at += 65_521) holding.write(piece(at, Math.min(65_521, size - at)));
    assert.deepEqual(readdirSync(folder), []);
    const bytes = holding.bytes();
    const other = bytes.fork();
    assert.equal(bytes.size, size);
    for (const at of [0, 1, 500, size - 7, 300, size >> 1, size - 1]) {
      const length = Math.min(6, size - at);
      const view = bytes.read(at, length);
      other.read(size - 1, 1);
      assert.deepEqual(view, piece(at, length), `at ${at}`);
    }
    assert.deepEqual(partOf(bytes, 10).read(5, 5), piece(15, 5));
    assert.throws(() => bytes.read(size - 1, 2), { code: 'archive' });
    assert.throws(() => partOf(bytes, 10).read(size - 10, 1), { code: 'archive' });
    store.close();
    store.close();
  });
}

test('goes to a file when several together are too much for memory', (t) => {
  const store = createStore(makeFolder(t));
  const half = Buffer.alloc(LIMITS.held * 0.6, 7);
  const holdings = [1, 2, 3].map(() => {
    const holding = store.hold(half.length);
    holding.write(half);
    return holding;
  });
  for (const holding of holdings) assert.equal(holding.bytes().read(half.length - 1, 1)[0], 7);
  store.close();
});

test('says that there is no room for a temporary file', (t) => {
  const holding = createStore(join(makeFolder(t), 'missing')).hold();
  assert.throws(() => holding.write(Buffer.alloc(LIMITS.held + 1)), {
    code: 'limit',
    message: /no temporary file/,
  });
});
