import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTextReader, type TextFacts } from '../../../src/content/text/text.ts';

const source = Array.from(
  { length: 20 },
  (_, n) =>
    `export function settle${n}(cents, tier) {\n  const bonus = cents * tier;\n  if (bonus > "a\\\\") {\n    return cents;\n  }\n  return bonus;\n}\n`,
).join('');
/** Records before a source, of more bytes than are looked at to tell what a file is. */
const records = Array.from({ length: 40_000 }, (_, n) => ({ n, text: `said "${n}"\nand gone` }));

function read(text: string, cut: number): TextFacts {
  const reader = createTextReader('a.json');
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += cut) reader.push(bytes.subarray(at, at + cut));
  return reader.end();
}

for (const cut of [65_536, 100_001, 1 << 24])
  test(`finds a source behind many records, in views of ${cut} bytes`, () => {
    const text = `${JSON.stringify({ records }, null, 1).slice(0, -2)},\n "source": ${JSON.stringify(source)}\n}`;
    const line = text.slice(0, text.indexOf('"source"')).split('\n').length;
    const [inlay, ...others] = read(text, cut).carried?.inlays ?? [];
    assert.deepEqual([inlay?.startLine, inlay?.lines, others.length], [line, 140, 0]);
  });

test('goes on behind a string that began in a view before', () => {
  const long = 'word '.repeat(60_000);
  const text = `{"a":"${long}${'\\n'.repeat(8)} and \\"so\\" on","b":${JSON.stringify(source)}}`;
  for (const cut of [300_050, 300_030, 300_060])
    assert.deepEqual(
      read(text, cut).carried?.inlays.map(({ lines }) => lines),
      [140],
    );
});

for (const [what, before] of [
  ['a byte order mark', '\ufeff'],
  ['comments', '// settings\n/* of\n an application */\n'],
] as const)
  test(`reads JSON behind ${what}`, () => {
    const [inlay] = read(`${before}${JSON.stringify({ source })}`, 1 << 24).carried?.inlays ?? [];
    assert.equal(inlay?.startLine, before.split('\n').length);
  });

for (const [what, text] of [
  ['quotes alone', '["'.repeat(200_000)],
  ['escaped quotes', `["${'\\"'.repeat(400_000)}\\n\\n\\n\\n\\n\\n\\n`],
  ['lines alone', `["${'a'.repeat(300_000)}${'\\n'.repeat(300_000)}`],
  ['lines far apart', `["${`${'a'.repeat(400)}\\n`.repeat(3000)}`],
] as const)
  test(`finds nothing in ${what}`, () => assert.equal(read(text, 65_536).carried, undefined));

const examples: Record<string, object> = {
  'an example of jsii': {
    types: { 'acme.Ledger': { docs: { example: source, summary: 'Keeps invoices.' } } },
  },
  'the first of a list of examples': { examples: [source] },
};
for (const [what, value] of Object.entries(examples))
  for (const [before, cut] of [
    [[], 1 << 24],
    [[], 61],
    [records, 100_001],
  ] as const)
    test(`knows ${what}, in views of ${cut} bytes`, () => {
      const inlays = read(JSON.stringify({ before, ...value }), cut).carried?.inlays;
      assert.deepEqual(
        inlays?.map(({ isExample }) => isExample),
        [true],
      );
    });

for (const [what, value] of [
  ['beside an example', { example: 'ledger.settle()', code: source }],
  ['beside a long example', { examples: ['first\nsecond', 'third'], code: source }],
  ['in an object called so', { example: { code: source } }],
  ['of another name', { sample_of: source }],
] as const)
  for (const cut of [1 << 24, 61])
    test(`takes no source ${what} for one, in views of ${cut} bytes`, () => {
      const [inlay] = read(JSON.stringify(value), cut).carried?.inlays ?? [];
      assert.deepEqual([inlay?.lines, inlay?.isExample], [140, undefined]);
    });

for (const [what, value] of [
  [
    'a description of an API',
    { openapi: '3.1.0', paths: { '/a': { get: { 'x-codeSamples': [{ lang: 'JavaScript', source }] } } } },
  ],
  [
    'a description of elements',
    { schemaVersion: '1.0.0', modules: [{ kind: 'javascript-module', declarations: [{ demo: source }] }] },
  ],
  [
    'translated examples of jsii',
    {
      version: '2',
      toolVersion: '5.9.60',
      snippets: { a1: { translations: { $: { source } }, fullSource: source } },
    },
  ],
] as const)
  test(`finds nothing but examples in ${what}`, () => {
    for (const space of [0, 2]) {
      const { inlays = [] } = read(JSON.stringify(value, null, space), 1 << 24).carried ?? {};
      assert.ok(inlays.length > 0 && inlays.every(({ isExample }) => isExample));
    }
  });
