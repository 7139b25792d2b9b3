import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unstar } from '../../../src/content/text/unescape.ts';

const CASES: readonly (readonly [string, string])[] = [
  [' * let a = 1;\n * let b;\n', '  let a = 1;\n  let b;\n'],
  ['let a; /* one * / let b;', 'let a; /* one */ let b;'],
  ['let a; /* one *\\/ let b;', 'let a; /* one */ let b;'],
  ['a * b *c\n** d', 'a * b *c\n* d'],
  [' * / let a', ' */ let a'],
  ['a *\n/b', 'a *\n/b'],
];

for (const [text, expected] of CASES) {
  test(`stars of ${JSON.stringify(text)}, cut anywhere`, () => {
    const bytes = Buffer.from(text);
    for (let first = 0; first <= bytes.length; first++) {
      for (let second = first; second <= bytes.length; second++) {
        const unstar = new Unstar();
        const parts = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
        // Copied: what is given back may lie where the next part is written.
        const seen = parts.map((part) => Buffer.from(unstar.push(part)).toString()).join('');
        assert.equal(seen, expected);
      }
    }
  });
}
