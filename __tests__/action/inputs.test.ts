import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { type Inputs, readInputs } from '../../src/action/inputs.ts';
import { PackgateError } from '../../src/errors.ts';

function inputs(given: Readonly<Record<string, string>>): Inputs {
  return readInputs((name) => ({ target: '.', ...given })[name] ?? '');
}

const defaults: Inputs = {
  targets: ['.'],
  config: undefined,
  preset: undefined,
  allow: [],
  failOn: 'error',
  ignoreScripts: false,
  baseline: undefined,
  keep: './.packgate',
  sarifFile: undefined,
  jsonFile: undefined,
  receiptFile: undefined,
  auditLog: undefined,
  verify: [],
  maxAge: undefined,
  shard: undefined,
  merge: [],
  comment: false,
  githubToken: '',
};

test('an input that is not given has the default that action.yml names', () => {
  const declared = parse(readFileSync('action.yml', 'utf8')).inputs as Record<string, { default?: string }>;
  assert.deepEqual(
    inputs(
      Object.fromEntries(Object.entries(declared).map(([name, { default: value = '' }]) => [name, value])),
    ),
    { ...defaults, githubToken: declared['github-token']!.default! },
  );
  assert.deepEqual(inputs({}), defaults);
});

const landings: readonly [string, string, Partial<Inputs>][] = [
  ['target', './out/a.tgz\n\n  packages/*  \r\n', { targets: ['./out/a.tgz', 'packages/*'] }],
  ['config', ' ci/packgate.yml ', { config: 'ci/packgate.yml' }],
  ['preset', 'open', { preset: 'open' }],
  ['allow', 'dist/**\n   \nREADME.md', { allow: ['dist/**', 'README.md'] }],
  ['fail-on', 'warning', { failOn: 'warning' }],
  ['ignore-scripts', 'true', { ignoreScripts: true }],
  ['ignore-scripts', 'FALSE', {}],
  ['keep', '/tmp/kept', { keep: '/tmp/kept' }],
  ['sarif-file', 'a.sarif', { sarifFile: 'a.sarif' }],
  ['json-file', 'a.json', { jsonFile: 'a.json' }],
  ['receipt-file', 'a.receipt.json', { receiptFile: 'a.receipt.json' }],
  ['audit-log', 'log/audit.jsonl', { auditLog: 'log/audit.jsonl' }],
  ['verify', 'a.json\n\n b.json', { verify: ['a.json', 'b.json'] }],
  ['merge', './shards\nlast.json', { merge: ['./shards', 'last.json'] }],
  ['comment', 'True', { comment: true }],
  ['github-token', 'token', { githubToken: 'token' }],
];

for (const [name, value, field] of landings) {
  test(`${name}: ${JSON.stringify(value)} lands in ${Object.keys(field)[0] ?? 'the default'} and nowhere else`, () => {
    assert.deepEqual(inputs({ [name]: value }), { ...defaults, ...field });
  });
}

const refused: readonly [string, string, RegExp][] = [
  ['target', ' \n ', /leave the input out/],
  ['preset', 'clsoed', /did you mean "closed"/],
  ['preset', 'strictest', /^write closed or open$/],
  ['fail-on', 'warnings', /did you mean "warning"\? It can be error, warning or note/],
  ['fail-on', 'off', /error, warning or note/],
  ['ignore-scripts', 'yes', /^write true or false$/],
  ['comment', 'ture', /did you mean "true"/],
  ['shard', '0/4', /^write 2\/4 for the second of four/],
  ['shard', '5/4', /^write 2\/4/],
  ['shard', '2/4', /^the step with "merge" reads that file/],
  ['max-age', '30', /^write 90m, 12h or 30d$/],
  ['max-age', '30d', /together with "verify"/],
];

for (const [name, value, help] of refused) {
  test(`${name}: ${JSON.stringify(value)} is refused by name, with the next step`, () => {
    assert.throws(
      () => inputs({ [name]: value }),
      (error) =>
        error instanceof PackgateError &&
        error.code === 'usage' &&
        error.message.includes(`"${name}"`) &&
        help.test(error.help ?? ''),
    );
  });
}

test('max-age is read beside verify', () => {
  assert.equal(inputs({ verify: 'r.json', 'max-age': '2d' }).maxAge, 2 * 24 * 60 * 60_000);
});

for (const [name, value] of [
  ['config', 'a.yml'],
  ['preset', 'open'],
  ['allow', '*'],
  ['sarif-file', 'a'],
  ['json-file', 'a'],
  ['receipt-file', 'a'],
  ['audit-log', 'a'],
  ['comment', 'true'],
] as const) {
  test(`${name} beside verify is refused: it would seem to be heeded`, () => {
    assert.throws(() => inputs({ verify: 'r.json', [name]: value }), {
      code: 'usage',
      message: `input "${name}" has no meaning beside "verify"`,
    });
  });
}

for (const [name, value] of [
  ['config', 'a.yml'],
  ['preset', 'open'],
  ['allow', '*'],
  ['ignore-scripts', 'true'],
  ['baseline', 'npm'],
  ['shard', '1/2'],
] as const) {
  test(`${name} beside merge is refused: the shards have decided by it`, () => {
    assert.throws(() => inputs({ merge: './shards', 'json-file': 'all.json', [name]: value }), {
      code: 'usage',
      message: `input "${name}" has no meaning beside "merge"`,
    });
  });
}

test('shard lands as a part of the whole, and leaves the comment to the merge', () => {
  const shard = { shard: '2/4', 'json-file': 'a.json' };
  assert.deepEqual(inputs(shard), { ...defaults, jsonFile: 'a.json', shard: { index: 2, of: 4 } });
  assert.throws(() => inputs({ ...shard, comment: 'true' }), {
    message: 'input "comment" has no meaning beside "shard"',
  });
  const merging = { merge: 'shards', 'receipt-file': 'r', comment: 'true' };
  assert.deepEqual(inputs(merging), { ...defaults, merge: ['shards'], receiptFile: 'r', comment: true });
  for (const beside of [{ shard: '2/4' }, { merge: 'shards' }])
    assert.throws(() => inputs({ verify: 'r', ...beside }), { message: /has no meaning beside "verify"$/ });
});
