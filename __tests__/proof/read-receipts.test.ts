import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReceipts } from '../../src/proof/read-receipts.ts';
import { OWN_MEMBER } from '../../src/proof/receipt.ts';
import { checked } from './receipts.ts';

const [one, two] = [checked('@acme/cli').receipt, checked('other', { fails: true }).receipt];

test('one receipt, one a line, a list, or laid out: what they say is the same', () => {
  const texts = [
    one + two,
    `${one}\n\n${two}`,
    `\ufeff${one}${two}`,
    one.replace('\n', '\r\n') + two,
    JSON.stringify([JSON.parse(one), JSON.parse(two)], null, 2),
  ];
  for (const text of texts) {
    const receipts = readReceipts(text, 'r');
    assert.deepEqual(
      receipts.map(({ subject, passed, intact }) => [subject, passed, intact]),
      [
        ['pkg:npm/%40acme/cli@1.0.0', true, true],
        ['pkg:npm/other@1.0.0', false, true],
      ],
    );
  }
  const laidOut = JSON.stringify(JSON.parse(one), null, 4);
  assert.deepEqual(readReceipts(laidOut, 'r'), readReceipts(one, 'r'));
});

test('every change of a value, a name, or a member shows', () => {
  let changes = 0;
  const statement = JSON.parse(one);
  const expectAltered = (what: string) => {
    changes += 1;
    // What is no receipt any more is refused as one.
    try {
      const [receipt] = readReceipts(JSON.stringify(statement), 'r');
      assert.equal(receipt?.intact, false, what);
    } catch (error) {
      assert.equal((error as { code?: string }).code, 'proof', what);
    }
  };
  const walk = (node: Record<string, unknown>, at: string) => {
    for (const [key, value] of Object.entries(node)) {
      for (const other of [undefined, null, 1, 'x', `${value}x`, [], {}, [value]]) {
        if (JSON.stringify(other) === JSON.stringify(value)) continue;
        node[key] = other;
        expectAltered(`${at}.${key} = ${JSON.stringify(other)}`);
      }
      node[key] = value;
      if (!Array.isArray(node)) {
        node[`${key}x`] = value;
        expectAltered(`${at}.${key}x`);
        delete node[`${key}x`];
      }
      if (value !== null && typeof value === 'object') walk(value as Record<string, unknown>, `${at}.${key}`);
    }
  };
  walk(statement, '');
  assert.ok(changes > 250, `${changes}`);
  assert.equal(readReceipts(JSON.stringify(statement), 'r')[0]?.intact, true);
});

test('a member that stands twice shows, as readers disagree about which one counts', () => {
  const cases: readonly [find: string, put: string][] = [
    ['"verificationResult":', '"verificationResult":"FAILED","verificationResult":'],
    ['"subject":', '"subject":[],"subject":'],
    ['"_type":', '"_type":"x","\\u005ftype":'],
    ['"sha512":', '"sha512" : "","sha512":'],
    ['"failOn":', '"failOn":{"a":1},"failOn":'],
  ];
  for (const [find, put] of cases) {
    const twice = one.replace(find, put);
    assert.deepEqual(JSON.parse(twice), JSON.parse(one), find);
    for (const text of [
      twice,
      two + twice,
      `[${two},${twice}]`,
      `${JSON.stringify(JSON.parse(two))}\n${twice}`,
    ]) {
      assert.ok(
        readReceipts(text, 'r').some(({ intact }) => !intact),
        text,
      );
    }
  }
  // Quotes, colons and braces in a text are no members.
  const odd = checked('a": {"b', { version: '1","c":"\\' });
  assert.equal(readReceipts(odd.receipt, 'r')[0]?.intact, true);
});

for (const [what, text] of [
  ['nothing', ''],
  ['white space', ' \n\n'],
  ['an empty list', '[]'],
  ['no JSON', 'hello'],
  ['a report', '{"schemaVersion":1,"verdict":"pass"}'],
  ['null', 'null'],
  [
    'another statement',
    one.replace('https://slsa.dev/verification_summary/v1', 'https://slsa.dev/provenance/v1'),
  ],
  ['a summary by somebody else', one.replace('pkg:npm/packgate', 'https://example.com/verifier')],
  ['a receipt of another version', one.replaceAll(OWN_MEMBER, 'packgate:receipt/v2')],
  ['a receipt and something else', `${one}{}`],
  ['half a receipt', one.slice(0, 200)],
] as const) {
  test(`${what} is no receipt, and nothing is claimed`, () => {
    assert.throws(() => readReceipts(text, 'r.json'), { code: 'proof', message: /^r\.json: / });
  });
}

test('what is nested without end is no whole receipt', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  const text = one.replace('"failOn":"error"', `"failOn":${deep}`);
  assert.notEqual(text, one);
  try {
    assert.equal(readReceipts(text, 'r')[0]?.intact, false);
  } catch (error) {
    assert.equal((error as { code?: string }).code, 'proof');
  }
});
