import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimdRunFinder, plainRunFinder } from '../../src/content/scanner/runs.ts';
import { seeded } from './pieces.ts';

const WORDS = ['QUJD', '\n', '\\n', ' ', 'a_name_', '{', 'eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbImEudHMiXX0'];

test('finds the same runs in WebAssembly as in plain code, wherever they lie', () => {
  const simd = createSimdRunFinder()!;
  const next = seeded(11);
  let found = 0;
  for (let round = 0; round < 400; round++) {
    const text = Array.from({ length: next(400) }, () =>
      (WORDS[next(WORDS.length)] ?? '').repeat(1 + next(12)),
    ).join('');
    const bytes = Buffer.from(text);
    const [from, step] = [next(40), [64, 128, 4096][next(3)]!];
    const places = plainRunFinder(bytes, from, step);
    assert.deepEqual(simd(bytes, from, step), places);
    found += places.length;
  }
  assert.ok(found > 100);
});

test('finds runs in more bytes than the module holds', () => {
  const bytes = Buffer.from('QUJDRA9z'.repeat(100_000));
  assert.deepEqual(createSimdRunFinder()!(bytes, 3, 128), plainRunFinder(bytes, 3, 128));
});
