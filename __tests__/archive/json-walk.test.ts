import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotJson, OPEN, walkJson } from '../../src/archive/json-walk.ts';
import { type Bytes, inBuffer } from '../../src/archive/store.ts';
import { Random } from '../replicas/random.ts';

/** What a walk makes of JSON: objects as lists of keys and values, as a key may stand twice. */
function walked(bytes: Bytes): unknown {
  const walk = walkJson(bytes, 0, bytes.size);
  const read = (): unknown => {
    if (walk.peek() !== OPEN) return walk.value() ?? null;
    walk.enter();
    const pairs: [string, unknown][] = [];
    for (let key = walk.key(); key !== undefined; key = walk.key()) pairs.push([key, read()]);
    return pairs;
  };
  const value = read();
  walk.end();
  return value;
}

/** The same of JSON that was parsed. */
function pairs(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null)
    return Array.isArray(value) ? null : value;
  return Object.entries(value).map(([key, inner]) => [key, pairs(inner)]);
}

const TEXTS = ['', 'a', 'ä', '"', '\\', '\\"', '\u0001', '\u{1f600}', 'x'.repeat(70_000), '{', ']', ' '];

function value(random: Random, depth: number): unknown {
  switch (random.below(depth > 4 ? 4 : 7)) {
    case 0:
      return random.pick(TEXTS);
    case 1:
      return random.pick([0, -1.5, 1e300, 12345678901234, 1e-7]);
    case 2:
      return random.pick([true, false, null]);
    case 3:
      return Array.from({ length: random.below(4) }, () => value(random, depth + 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.below(5) }, (_, i) => [
          `${i}k${random.pick(TEXTS)}`,
          value(random, depth + 1),
        ]),
      );
  }
}

test('reads what JSON.parse reads', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = new Random(seed);
    const given = value(random, 0);
    const json = Buffer.from(JSON.stringify(given, null, random.below(3)));
    assert.deepEqual(walked(inBuffer(json)), pairs(given), `seed ${seed}`);
    // Cut anywhere, none of them is JSON; a number is, in part.
    if (typeof given === 'object' && json.length > 4)
      assert.throws(() => walked(inBuffer(json.subarray(0, 1 + random.below(json.length - 1)))), NotJson);
  }
});

for (const json of [
  '',
  ' ',
  '{',
  '{"a"',
  '{"a":',
  '{"a":1',
  '{"a":1,}',
  '{,}',
  '{"a" 1}',
  "{'a':1}",
  '{"a":01}',
  '{"a":tru}',
  '{"a":nul l}',
  '{"a":"\\x"}',
  '{"a":"\n"}',
  '{"a":1}}',
  '{"a":1}\0',
  '{"a":[}',
  '{"a":[1)}',
  '{1:1}',
])
  test(`refuses ${JSON.stringify(json)}`, () => {
    assert.throws(() => walked(inBuffer(Buffer.from(json))), NotJson);
  });
