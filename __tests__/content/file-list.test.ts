import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { createFileList } from '../../src/content/file-list.ts';
import { createHashIndex } from '../../src/content/hash-index.ts';
import { createPathTable } from '../../src/content/path-table.ts';
import { PackgateError } from '../../src/errors.ts';
import { Random } from '../replicas/random.ts';
import { cpuSeconds } from '../seconds.ts';

/** Names that share beginnings, differ by case, end in the middle of a character, or are as long as there may be. */
function draw(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(4) }, () =>
    random.pick([
      'a',
      'A',
      'dist',
      'Dist',
      '\u00e9',
      'e\u0301',
      '漢字',
      '\u{1f600}',
      '__proto__',
      'x'.repeat(300),
    ]),
  );
  return `${parts.join('/')}-${random.below(4000)}`;
}

test('a path table is what a Map is, in the same order', () => {
  for (let seed = 1; seed <= 3; seed++) {
    const random = new Random(seed);
    const table = createPathTable();
    const map = new Map<string, number>();
    const order: string[] = [];
    for (let i = 0; i < 30_000; i++) {
      const path = draw(random);
      if (!map.has(path)) order.push(path);
      assert.equal(table.has(path), map.has(path));
      table.set(path, i);
      map.set(path, i);
    }
    assert.deepEqual([...table], [...map]);
    assert.deepEqual([...table.keys()], order);
    assert.deepEqual([...table.values()], [...map.values()]);
    assert.equal(table.size, map.size);
    for (const [index, path] of order.entries()) {
      assert.equal(table.get(path), map.get(path));
      if (index % 97 === 0) assert.equal(table.at(index), path);
    }
    assert.equal(table.get('not there'), undefined);
  }
});

test('a list of many files tells what one of few files tells', () => {
  const random = new Random(5);
  const paths = Array.from({ length: 14_000 }, () => draw(random));
  // So many that the second list has left its Map behind.
  const filler = Array.from({ length: 10_001 }, (_, i) => `filler/${i}`);
  const [few, many] = [createFileList(), createFileList()];
  for (const path of filler) many.add(path, 0);
  const seen = { again: 0, twin: 0 };
  for (const [i, path] of paths.entries()) {
    if (few.size === 9_000) break;
    const met = few.add(path, i);
    assert.deepEqual(many.add(path, i), met, path);
    if (met.again) seen.again++;
    if (met.twin !== undefined) seen.twin++;
  }
  assert.ok(seen.again > 50 && seen.twin > 40, JSON.stringify(seen));
  assert.deepEqual([...many].slice(filler.length), [...few]);
});

test('names that differ everywhere do not fill the memory', () => {
  const table = createPathTable();
  const tail = 'n'.repeat(4000);
  assert.throws(
    () => {
      for (let i = 0; i < 200_000; i++) table.set(`${i}/${tail}`, i);
    },
    (error) => error instanceof PackgateError && error.code === 'limit',
  );
  assert.ok(table.size > 20_000);
  // What came before the limit is whole.
  assert.equal(table.at(table.size - 1), `${table.size - 1}/${tail}`);
});

test('numbers with one hash are told apart by whoever asks', () => {
  const index = createHashIndex(tmpdir());
  for (let i = 0; i < 20_000; i++) index.add((i % 5000) * 0x10001, i);
  for (const i of [0, 4999, 12_345, 19_999])
    assert.equal(
      index.find((i % 5000) * 0x10001, (other) => other === i),
      i,
    );
  assert.equal(
    index.find(0x10001, () => false),
    undefined,
  );
  assert.equal(
    index.find(3, () => true),
    undefined,
  );
  assert.equal(
    index.replace(0x10001, 77, (i) => i === 5001),
    5001,
  );
  assert.equal(
    index.find(0x10001, (i) => i === 77),
    77,
  );
});

test('ten thousand spellings of one path take no longer than ten thousand paths', () => {
  const list = createFileList();
  for (let i = 0; i <= 10_000; i++) list.add(`filler/${i}`, 0);
  const spelt = (i: number) =>
    [...'abcdefghijklmnop'].map((letter, bit) => ((i >> bit) & 1 ? letter.toUpperCase() : letter)).join('');
  const timed = (name: (i: number) => string) =>
    cpuSeconds(() => {
      for (let i = 1; i <= 10_000; i++) list.add(name(i), 0);
    });
  const plain = timed((i) => `Another/${i}`);
  const same = timed(spelt);
  assert.ok(same < 20 * plain + 0.2, `${same.toFixed(2)} s, and ${plain.toFixed(2)} for others`);
  assert.equal(list.add('ABCDefghijklmnop', 0).again, true);
  assert.equal(list.add('Abcdefghijklmno', 0).twin, undefined);
});
