import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimdSpanEnd, plainSpanEnd, spanEnd } from '../../src/content/scanner/span.ts';
import { seeded } from './pieces.ts';

const simdSpanEnd = createSimdSpanEnd();
const CLASSES = ['base64', 'commentValue'] as const;

test('there is a SIMD module on every Node that packgate supports', () => assert.ok(simdSpanEnd));

test('every byte is in a span for the module exactly where it is for the loop', () => {
  for (let byte = 0; byte < 256; byte++) {
    for (const of of CLASSES) {
      // At each place of a block of sixteen.
      for (let before = 0; before < 17; before++) {
        const view = Buffer.from([...Buffer.alloc(before, 'A'), byte, 65]);
        assert.equal(
          simdSpanEnd!(view, 0, view.length, of),
          plainSpanEnd(view, 0, view.length, of),
          `${of}: byte ${byte} behind ${before}`,
        );
      }
    }
  }
});

test('they agree on random runs, from and to anywhere', () => {
  const random = seeded(7);
  for (let round = 0; round < 3000; round++) {
    const length = random(round % 10 === 0 ? 700_000 : 1500);
    const view = Buffer.alloc(length, 'aB3+/-_Z');
    for (let i = random(4); i > 0; i--) view[random(length + 1)] = random(256);
    const from = random(length + 1);
    const to = from + random(length - from + 1);
    for (const of of CLASSES) {
      const plain = plainSpanEnd(view, from, to, of);
      assert.equal(simdSpanEnd!(view, from, to, of), plain, `round ${round}, ${of}`);
      assert.equal(spanEnd(view, from, to, of), plain, `round ${round}, ${of}`);
    }
  }
});
