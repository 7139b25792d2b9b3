import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unpercent, Unstar } from '../../../src/content/text/unescape.ts';

const CASES: readonly (readonly [string, string])[] = [
  [' * let a = 1;\n * let b;\n', '  let a = 1;\n  let b;\n'],
  ['let a; /* one * / let b;', 'let a; /* one */ let b;'],
  ['let a; /* one *\\/ let b;', 'let a; /* one */ let b;'],
  ['a * b *c\n** d', 'a * b *c\n* d'],
  [' * / let a', ' */ let a'],
  ['a *\n/b', 'a *\n/b'],
];

const PERCENTS: readonly (readonly [string, string])[] = [
  ['let a =%20"b";%0alet c', 'let a = "b";\nlet c'],
  ['%63%C3%A9\\n%0A', 'c\u00e9\n\n'],
  ['a % b %zz %4 c', 'a % b %zz %4 c'],
];

for (const [what, cases, make] of [
  ['stars', CASES, () => new Unstar()],
  ['percents', PERCENTS, () => new Unpercent()],
] as const) {
  for (const [text, expected] of cases) {
    test(`${what} of ${JSON.stringify(text)}, cut anywhere`, () => {
      const bytes = Buffer.from(text);
      for (let first = 0; first <= bytes.length; first++) {
        for (let second = first; second <= bytes.length; second++) {
          const decoder = make();
          const parts = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
          // Copied: what is given back may lie where the next part is written.
          const seen = Buffer.concat(parts.map((part) => Buffer.from(decoder.push(part))));
          assert.equal(seen.toString(), expected);
        }
      }
    });
  }
}
