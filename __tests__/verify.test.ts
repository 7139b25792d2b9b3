import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Verification } from '../src/proof/verification.ts';
import { type VerifyOptions, verify } from '../src/verify.ts';
import { makeFolder } from './folders.ts';
import { checked, integrityOf, NOW } from './proof/receipts.ts';

const a = checked('@acme/a');
const b = checked('b', { version: '2.0.0' });
const DAY = 24 * 60 * 60_000;

function folder(t: TestContext, files: Readonly<Record<string, string | Buffer>>): string {
  const cwd = makeFolder(t);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), bytes);
  }
  return cwd;
}

function run(
  cwd: string,
  targets: readonly string[],
  more: Partial<VerifyOptions> & { readonly now?: Date } = {},
): Promise<Verification> {
  const { now = NOW, ...options } = more;
  return verify(
    { targets, receipts: ['r.json'], ...options },
    { cwd, env: process.env, now, progress: () => {} },
  );
}

/** The outcome, and of each item what it is and why. */
function told({ outcome, items }: Verification): string {
  const parts = items.map((item) => {
    if (item.outcome === 'pass') return item.receipt.subject.replace('pkg:npm/', '');
    return item.outcome === 'fail' ? item.reason : `error ${item.error.code}`;
  });
  return [outcome, ...parts].join(' ');
}

function plan(entries: readonly object[]): string {
  return JSON.stringify({ version: 1, plan: [entries] });
}

function entry(name: string, version: string, path: string, bytes: Buffer) {
  const integrity = `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  return { kind: 'publish', name, version, tag: 'latest', tarball: { path, integrity } };
}

test('equal bytes that passed pass, and are named', async (t) => {
  const cwd = folder(t, { 'out/a.tgz': a.bytes, 'r.json': a.receipt });
  const { outcome, items } = await run(cwd, ['out/a.tgz']);
  assert.equal(outcome, 'pass');
  const [item] = items;
  assert.ok(item?.outcome === 'pass');
  assert.deepEqual(item.bytes, {
    target: 'out/a.tgz',
    tarball: './out/a.tgz',
    integrity: integrityOf(a.bytes),
    sha256: createHash('sha256').update(a.bytes).digest('hex'),
  });
  assert.equal(item.receipt.packgate, '0.1.0');
});

test('other bytes of the same package differ, and both digests are told', async (t) => {
  const other = checked('@acme/a', { file: 'let b' });
  const cwd = folder(t, { 'a.tgz': other.bytes, 'r.json': a.receipt + b.receipt });
  const { outcome, items } = await run(cwd, ['a.tgz']);
  const [item] = items;
  assert.ok(outcome === 'fail' && item?.outcome === 'fail');
  assert.equal(item.reason, 'differs');
  for (const bytes of [other.bytes, a.bytes]) {
    assert.ok(item.message.includes(createHash('sha512').update(bytes).digest('hex')));
  }
});

test('one byte more, one less, and one other are no longer the bytes', async (t) => {
  const flipped = Buffer.from(a.bytes);
  flipped[flipped.length - 1]! ^= 1;
  for (const bytes of [Buffer.concat([a.bytes, Buffer.alloc(1)]), a.bytes.subarray(0, -1), flipped]) {
    const cwd = folder(t, { 'a.tgz': bytes, 'r.json': a.receipt });
    assert.match(told(await run(cwd, ['a.tgz'])), /^fail (?:differs|foreign)$/);
  }
});

for (const [what, receipt, expected] of [
  ['of another package', b.receipt, 'fail foreign'],
  ['that failed', checked('@acme/a', { fails: true }).receipt, 'fail failed'],
  [
    'that failed beside one that passed',
    a.receipt + checked('@acme/a', { fails: true }).receipt,
    'fail failed',
  ],
  [
    'that was altered to pass',
    checked('@acme/a', { fails: true }).receipt.replaceAll('FAILED', 'PASSED'),
    'fail altered',
  ],
  ['beside an altered one', a.receipt + b.receipt.replace('2.0.0', '2.0.1'), 'fail altered'],
  ['of 31 days ago', checked('@acme/a', { now: new Date(NOW.getTime() - 31 * DAY) }).receipt, 'fail old'],
  [
    'of 29 days ago',
    checked('@acme/a', { now: new Date(NOW.getTime() - 29 * DAY) }).receipt,
    'pass %40acme/a@1.0.0',
  ],
  ['of tomorrow', checked('@acme/a', { now: new Date(NOW.getTime() + DAY) }).receipt, 'fail old'],
  [
    'of two minutes ahead, as clocks differ',
    checked('@acme/a', { now: new Date(NOW.getTime() + 120_000) }).receipt,
    'pass %40acme/a@1.0.0',
  ],
  [
    'with a waiver that ended yesterday',
    checked('@acme/a', { waivedUntil: '2026-11-20' }).receipt,
    'fail waiver-ended',
  ],
  [
    'with a waiver that ends today',
    checked('@acme/a', { waivedUntil: '2026-11-21' }).receipt,
    'pass %40acme/a@1.0.0',
  ],
  [
    'older, and a newer one',
    checked('@acme/a', { now: new Date(NOW.getTime() - 90 * DAY) }).receipt + a.receipt,
    'pass %40acme/a@1.0.0',
  ],
  ['that is none', '{}', 'error error proof'],
] as const) {
  test(`a receipt ${what}: ${expected}`, async (t) => {
    const cwd = folder(t, { 'a.tgz': a.bytes, 'r.json': receipt });
    assert.equal(told(await run(cwd, ['a.tgz'])), expected);
  });
}

test('how old a receipt may be is for the user to say', async (t) => {
  const hourOld = checked('@acme/a', { now: new Date(NOW.getTime() - 60 * 60_000) }).receipt;
  const cwd = folder(t, { 'a.tgz': a.bytes, 'r.json': hourOld });
  assert.equal(told(await run(cwd, ['a.tgz'], { maxAge: 59 * 60_000 })), 'fail old');
  assert.equal(told(await run(cwd, ['a.tgz'], { maxAge: 61 * 60_000 })), 'pass %40acme/a@1.0.0');
});

test('several receipts and several targets, each on its own', async (t) => {
  const cwd = folder(t, { 'a.tgz': a.bytes, 'b.tgz': b.bytes, 'r.json': a.receipt, 's.json': b.receipt });
  const receipts = ['r.json', 's.json'];
  assert.equal(told(await run(cwd, ['a.tgz', 'b.tgz'], { receipts })), 'pass %40acme/a@1.0.0 b@2.0.0');
  assert.equal(told(await run(cwd, ['*.tgz'], { receipts })), 'pass %40acme/a@1.0.0 b@2.0.0');
  assert.equal(told(await run(cwd, ['a.tgz', 'b.tgz'])), 'fail %40acme/a@1.0.0 foreign');
  assert.equal(told(await run(cwd, ['none.tgz', 'b.tgz'])), 'error error target foreign');
});

test('a folder given as receipts is called one', async (t) => {
  const cwd = folder(t, { 'a.tgz': a.bytes });
  const verification = await run(cwd, ['a.tgz'], { receipts: ['.'] });
  assert.match(JSON.stringify(verification), /the receipts \.: a folder, not a file/);
});

test('what is not there is not looked at', async (t) => {
  const cwd = folder(t, { 'a.tgz': a.bytes, 'r.json': a.receipt });
  assert.equal(told(await run(cwd, ['none.tgz'])), 'error error target');
  assert.equal(told(await run(cwd, ['*.tar'])), 'error error target');
  assert.equal(told(await run(cwd, ['a.tgz'], { receipts: ['none.json'] })), 'error error target');
  assert.equal(told(await run(cwd, ['a.tgz'], { receipts: ['.'] })), 'error error target');
  assert.equal(told(await run(cwd, [])), 'error');
});

test('in a folder each tarball has a receipt and each receipt a tarball', async (t) => {
  const both = { 'out/x/a.tgz': a.bytes, 'out/b': b.bytes, 'r.json': a.receipt + b.receipt };
  assert.equal(told(await run(folder(t, both), ['out'])), 'pass b@2.0.0 %40acme/a@1.0.0');
  assert.equal(told(await run(folder(t, both), ['./out/'])), 'pass b@2.0.0 %40acme/a@1.0.0');
  const more = { ...both, 'out/c.tgz': checked('c').bytes };
  assert.equal(told(await run(folder(t, more), ['out'])), 'fail b@2.0.0 foreign %40acme/a@1.0.0');
  const fewer = { 'out/a.tgz': a.bytes, 'r.json': a.receipt + b.receipt };
  assert.equal(told(await run(folder(t, fewer), ['out'])), 'fail %40acme/a@1.0.0 missing');
  assert.equal(told(await run(folder(t, fewer), ['out/a.tgz'])), 'pass %40acme/a@1.0.0');
  const failed = { 'out/a.tgz': a.bytes, 'r.json': a.receipt + checked('b', { fails: true }).receipt };
  assert.equal(told(await run(folder(t, failed), ['out'])), 'fail %40acme/a@1.0.0 failed');
});

test('a folder is searched for packages whatever they are called, and what else lies there is no matter', async (t) => {
  const zip = Buffer.from('PK\x05\x06'.padEnd(22, '\0'));
  const cwd = folder(t, {
    'out/.hidden/package': a.bytes,
    'out/README.md': '# release',
    'out/logs.zip': zip,
    'out/r.json': a.receipt,
  });
  assert.equal(told(await run(cwd, ['out'], { receipts: ['out/r.json'] })), 'pass %40acme/a@1.0.0');
  writeFileSync(join(cwd, 'out/not-whole.tgz'), 'x');
  assert.equal(told(await run(cwd, ['out'], { receipts: ['out/r.json'] })), 'fail %40acme/a@1.0.0 foreign');
  assert.equal(
    told(await run(folder(t, { 'out/x': 'x', 'r.json': a.receipt }), ['out'])),
    'error error target',
  );
});

test('a link in a folder is what it points to', { skip: process.platform === 'win32' }, async (t) => {
  const cwd = folder(t, {
    'a.tgz': a.bytes,
    'c.tgz': checked('c').bytes,
    'out/a.tgz': a.bytes,
    'r.json': a.receipt,
  });
  symlinkSync('../c.tgz', join(cwd, 'out/link'));
  assert.equal(told(await run(cwd, ['out'])), 'fail %40acme/a@1.0.0 foreign');
});

test('a publish plan: its own digests and the receipts must both agree', async (t) => {
  const entries = [
    entry('@acme/a', '1.0.0', 'packages/a.tgz', a.bytes),
    entry('b', '2.0.0', 'packages/b.tgz', b.bytes),
  ];
  const files = {
    'out/publish-plan.json': plan([...entries, { kind: 'tag-only', name: 'c', version: '1.0.0' }]),
    'out/packages/a.tgz': a.bytes,
    'out/packages/b.tgz': b.bytes,
    'r.json': a.receipt + b.receipt,
  };
  const target = 'out/publish-plan.json';
  assert.equal(told(await run(folder(t, files), [target])), 'pass %40acme/a@1.0.0 b@2.0.0');
  assert.equal(told(await run(folder(t, files), ['out'])), 'pass %40acme/a@1.0.0 b@2.0.0');

  const altered = { ...files, 'out/packages/b.tgz': checked('b', { version: '2.0.0', file: 'x' }).bytes };
  assert.equal(told(await run(folder(t, altered), [target])), 'fail %40acme/a@1.0.0 changed');
  const swapped = { ...files, 'out/packages/a.tgz': b.bytes, 'out/packages/b.tgz': a.bytes };
  assert.equal(told(await run(folder(t, swapped), [target])), 'fail changed changed');
  const unchecked = { ...files, 'r.json': a.receipt };
  assert.equal(told(await run(folder(t, unchecked), [target])), 'fail %40acme/a@1.0.0 foreign');
  // The plan's digests were made anew to fit; the receipts still tell.
  const renamed = {
    ...files,
    'out/publish-plan.json': plan([entry('@acme/a', '1.0.0', 'packages/b.tgz', b.bytes)]),
  };
  assert.equal(told(await run(folder(t, renamed), [target])), 'fail differs');
  assert.match(told(await run(folder(t, renamed), ['out'])), /^fail differs %40acme\/a@1\.0\.0/);
  const gone = {
    ...files,
    'out/publish-plan.json': plan([entry('@acme/a', '1.0.0', 'packages/x.tgz', a.bytes)]),
  };
  assert.equal(told(await run(folder(t, gone), [target])), 'error error target');
});

for (const [what, text] of [
  ['no JSON', '{'],
  ['another JSON', '{}'],
  ['a newer plan', '{"version":2,"plan":[]}'],
  ['a plan of nothing', plan([])],
  ['a plan that would pack again', plan([{ kind: 'publish', name: 'a', version: '1.0.0' }])],
  ['a plan that reaches out', plan([entry('@acme/a', '1.0.0', '../a.tgz', a.bytes)])],
  ['a plan with an absolute path', plan([entry('@acme/a', '1.0.0', '/a.tgz', a.bytes)])],
  ['a plan with a strange kind', plan([{ kind: 'stage', name: 'a', version: '1.0.0' }])],
  [
    'a plan with a weak digest',
    plan([{ ...entry('a', '1', 'a.tgz', a.bytes), tarball: { path: 'a.tgz', integrity: 'sha1-AAAA' } }]),
  ],
] as const) {
  test(`${what} is not looked at`, async (t) => {
    const cwd = folder(t, { 'publish-plan.json': text, 'a.tgz': a.bytes, 'r.json': a.receipt });
    assert.match(told(await run(cwd, ['publish-plan.json'])), /^error error (?:proof|target)$/);
  });
}
