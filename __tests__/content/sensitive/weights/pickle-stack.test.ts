import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPickleReader } from '../../../../src/content/sensitive/weights/pickle.ts';
import { heapUsed } from './heap.ts';

/** Pieces of a pickle that would make another hold ever more. */
const hoards: Readonly<Record<string, (index: number) => string>> = {
  'tuples in tuples': () => 'K\x01\x86',
  'dicts in dicts': () => 'q\x000}X\x05\0\0\0dtypeh\x00s',
  'a dict of very many keys': (index) => {
    const key = `numpy ${String(index).padStart(8, '0')}`;
    return `X${String.fromCharCode(key.length)}\0\0\0${key}K\x01s`;
  },
};
const WITHIN = 8_000_000;

for (const [name, piece] of Object.entries(hoards)) {
  test(`holds no more than it asks for: ${name}`, () => {
    const reader = createPickleReader();
    reader.push(Buffer.from('\x80\x02csklearn.svm\nSVC\n0}', 'latin1'));
    const before = heapUsed();
    for (let i = 0; i < 200_000; i += 1000)
      reader.push(Buffer.from(Array.from({ length: 1000 }, (_, n) => piece(i + n)).join(''), 'latin1'));
    const held = heapUsed() - before;
    assert.ok(held < WITHIN, `${held} bytes for 200,000 pieces`);
    assert.equal(reader.end()?.format, 'scikit-learn');
  });
}
