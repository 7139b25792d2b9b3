import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, canonicalPieces } from '../src/canonical.ts';

const VALUES = [
  null,
  false,
  1.5,
  'a "quoted"\n\u2028 text',
  [],
  {},
  [[], {}, [{}]],
  { b: 1, a: { d: [], c: { f: null, e: 'x' } }, '': 0, __proto__x: 1 },
  JSON.parse('{"__proto__": {"b": 1, "a": 2}, "10": 1, "9": 2, "list": [1, [2, {"z": 1, "y": [3]}]]}'),
];

for (const value of VALUES) {
  const whole = canonicalJson(value);
  test(`in pieces it is the same text: ${whole}`, () => {
    for (let depth = 0; depth < 6; depth++)
      assert.equal([...canonicalPieces(value, depth)].join(''), whole, `depth ${depth}`);
  });
}

test('a list is told item by item', () => {
  assert.deepEqual(
    [...canonicalPieces([{ b: 1, a: [2, 3] }, 4], 1)],
    ['[', '{"a":[2,3],"b":1}', ',', '4', ']'],
  );
});
