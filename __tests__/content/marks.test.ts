import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createSimdMarkFinder,
  MARKS,
  type MarkFinder,
  plainMarkFinder,
} from '../../src/content/scanner/marks.ts';
import { seeded } from './pieces.ts';

const simd = createSimdMarkFinder();
assert.ok(simd, 'this Node has WebAssembly with SIMD');

function marksIn(finder: MarkFinder, bytes: Buffer, from = 0, to = bytes.length): string[] {
  const found: string[] = [];
  finder(bytes, from, to, (mark, at) => found.push(`${at} ${mark}`));
  return found;
}

test('finds every mark at every offset in a block', () => {
  for (const mark of MARKS) {
    for (let offset = 1; offset < 40; offset++) {
      const bytes = Buffer.from(`${'t'.repeat(offset)}${mark}xy`);
      assert.deepEqual(marksIn(simd, bytes), [`${offset} ${mark}`]);
    }
  }
});

test('finds the same marks as the native search does, on random bytes and in any range', () => {
  const random = seeded(7);
  const bits = [
    ...MARKS,
    ...MARKS.map((mark) => mark.slice(0, 4)),
    '/',
    ':',
    'U',
    'state',
    'x',
    '\n',
    '\\',
    '!_#RM',
  ];
  for (let round = 0; round < 400; round++) {
    let text = '';
    for (let length = random(60); length > 0; length--) text += bits[random(bits.length)];
    const bytes = Buffer.from(text);
    const from = random(bytes.length + 1);
    const to = from + random(bytes.length - from + 1);
    assert.deepEqual(marksIn(simd, bytes, from, to), marksIn(plainMarkFinder, bytes, from, to), text);
  }
});

test('finds what lies across the pieces that are handed to the module', () => {
  const bytes = Buffer.alloc(600_000, 'x');
  for (const at of [262_140, 262_143, 262_144, 524_285, 599_994]) bytes.write('/home/', at);
  assert.deepEqual(marksIn(simd, bytes), marksIn(plainMarkFinder, bytes));
  assert.equal(marksIn(simd, bytes).length, 3);
});
