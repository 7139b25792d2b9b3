import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StringMeasure } from '../../src/content/scanner/measure.ts';
import { createPlainMeasure } from '../../src/content/scanner/plain-strings.ts';
import { createSimdMeasure } from '../../src/content/scanner/simd-strings.ts';

/** Where the string ended and what it amounts to, its bytes handed over in pieces of these lengths. */
function measure(with_: StringMeasure, bytes: Buffer, cuts: readonly number[], quote = 34): string {
  with_.begin();
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    const view = bytes.subarray(at, Math.min(bytes.length, at + cut));
    with_.arrive();
    const end = with_.take(view, 0, quote);
    if (end < view.length) return `quote at ${at + end}, ${JSON.stringify(with_.text())}`;
    at += view.length;
  }
  return `open, ${JSON.stringify(with_.text())}`;
}

/** Numbers that are the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const simd = createSimdMeasure();
const plain = createPlainMeasure();

test('there is a SIMD measure on every Node that packgate supports', () => assert.ok(simd));

test('the SIMD measure and the plain one agree on random bytes, cut anywhere', () => {
  const next = random(42);
  const parts = [
    '\\n',
    '\\\\',
    '\\"',
    '\\u000a',
    '\\u00e9',
    '\\ud83d\\ude00',
    '\\t',
    'x',
    'function () {',
    '\u20ac',
    '\\',
    '\\u0',
    ' ',
  ];
  for (let round = 0; round < 3000; round++) {
    let text = '';
    for (let i = next(60); i > 0; i--)
      text += next(8) === 0 ? 'a'.repeat(next(40)) : parts[next(parts.length)];
    const bytes = Buffer.from(next(3) === 0 ? text : `${text}" rest`);
    const cuts = Array.from({ length: next(5) }, () => next(20));
    for (const quote of [34, 39, 96]) {
      assert.equal(
        measure(simd!, bytes, cuts, quote),
        measure(plain, bytes, cuts, quote),
        `round ${round}: ${text}`,
      );
      assert.equal(
        measure(plain, bytes, cuts, quote),
        measure(plain, bytes, [], quote),
        `round ${round}, cut ${cuts}`,
      );
    }
  }
});

test('the figures are those of the decoded text', () => {
  for (const text of [
    '',
    'a',
    'a\n',
    'a\nb',
    '\n\n',
    '"\\/\u00e9\u20ac\u{1f600}\u2028',
    'x'.repeat(2_000_000),
    'line\n'.repeat(200_000),
  ]) {
    const bytes = Buffer.from(JSON.stringify(text).slice(1));
    const lines = text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    for (const each of [simd!, plain]) {
      each.begin();
      each.arrive();
      assert.equal(each.take(bytes, 0, 34), bytes.length - 1);
      assert.deepEqual(each.text(), { lines, bytes: Buffer.byteLength(text) });
    }
  }
});
