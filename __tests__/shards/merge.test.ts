import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { merge } from '../../src/merge.ts';
import { auditRecord } from '../../src/proof/audit-record.ts';
import { prove } from '../../src/prove.ts';
import { renderJson } from '../../src/report/json.ts';
import { makeFolder } from '../folders.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { packed } from '../tarballs.ts';
import { rawZip } from '../zips.ts';
import { NOW, run, split, told } from './split.ts';

const MINIFIED = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};export{a as total};'.repeat(4);

/** What a package may be like. Each letter of a workspace's name is one. */
const KINDS: Readonly<Record<string, (name: string) => Buffer>> = {
  clean: (name) => pkg(name, {}),
  leaking: (name) => pkg(name, { 'dist/a.js.map': mapText() }),
  waived: (name) => pkg(name, { 'dist/public.js.map': mapText() }),
  readable: (name) =>
    pkg(name, { 'dist/b.js': `${'function total(items) {\n  return items.length;\n}\n'.repeat(30)}` }),
  'of many files': (name) =>
    pkg(
      name,
      Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`dist/__proto__/${at}.txt`, `${at}`])),
    ),
  'with a name to hide': (name) => pkg(name, { 'dist/\u202e::error::x\u0007.js.map': mapText() }),
  broken: () => Buffer.from('\u001f\u008bbroken', 'latin1'),
  nameless: () => packed({ 'package.json': '{}', 'a.js': MINIFIED }),
};

function pkg(name: string, files: Readonly<Record<string, string>>): Buffer {
  return packed({
    'package.json': JSON.stringify({ name, version: '1.0.0', files: ['dist'], bin: { __proto__x: 'a' } }),
    'dist/a.js': MINIFIED,
    ...files,
  });
}

const waiver = (path: string) =>
  `{ rule: source-map/file, path: ${path}, reason: public, owner: "@acme/release", expires: 2027-01-31 }`;
const CONFIG = `allow: [dist/**, "a.js", dist/nobody.js]
waivers:
  - ${waiver('dist/public.js.map')}
  - ${waiver('dist/gone.js.map')}
packages:
  p1: { waivers: [${waiver('dist/also-gone.js.map')}] }
`;

/** The same numbers in every run of the tests: mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function release(t: TestContext, kinds: readonly string[], config: boolean): string {
  const cwd = makeFolder(t, config ? { 'packgate.yml': CONFIG } : {});
  mkdirSync(join(cwd, 'out'));
  for (const [at, kind] of kinds.entries())
    writeFileSync(join(cwd, `out/p${at}.tgz`), KINDS[kind]!(`p${at}`));
  return cwd;
}

const names = Object.keys(KINDS);

// Some 25 ms a package: forty releases of four, each checked twice.
describe('what is merged is what one run on all targets tells', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = randomOf(seed);
    const pick = (count: number) => Math.floor(random() * count);
    // Broken and nameless ones in some, as they keep receipts from being written.
    const most = pick(3) === 0 ? names.length : names.length - 2;
    const kinds = Array.from({ length: 1 + pick(8) }, () => names[pick(most)]!);
    const of = 1 + pick(10);
    const config = pick(2) === 0;
    const failOn = (['error', 'warning', 'note'] as const)[pick(3)]!;

    test(`${kinds.join(', ')}, in ${of}${config ? ', with a config' : ''}, fail-on ${failOn}`, async (t) => {
      const cwd = release(t, kinds, config);
      const options = { targets: ['out/*.tgz'], failOn, keep: './kept' };
      const whole = await run(cwd, options);
      const merged = await merge([await split(cwd, of, options)], { cwd });
      assert.deepEqual(told(merged), told(whole));
      assert.equal(merged.outcome, whole.outcome);
      const audited = { packgateVersion: '0', now: NOW };
      assert.deepEqual(auditRecord(merged, audited), auditRecord(whole, audited));
      const receipts = async (receipt: string, gateRun: typeof whole) => {
        const { failure } = await prove(gateRun, { receipt }, { cwd, now: NOW });
        if (failure !== undefined) return failure.message;
        return gateRun.outcome === 'error' ? 'none' : readFileSync(join(cwd, receipt), 'utf8');
      };
      assert.equal(await receipts('merged.jsonl', merged), await receipts('whole.jsonl', whole));
    });
  }
});

test('a receipt tells when the bytes were looked at, and not when the shards were merged', async (t) => {
  const cwd = release(t, ['clean', 'clean'], false);
  const merged = await merge([await split(cwd, 2, { targets: ['out/*.tgz'] })], { cwd });
  await prove(merged, { receipt: 'r.jsonl' }, { cwd, now: new Date('2027-06-01T00:00:00Z') });
  const times = readFileSync(join(cwd, 'r.jsonl'), 'utf8').match(/"timeVerified":"[^"]*"/g);
  assert.deepEqual(times, Array(2).fill('"timeVerified":"2026-11-21T12:00:00Z"'));
});

test('compared with an earlier release, of which a merge left the receipts, a part is compared as the whole would be', async (t) => {
  const cwd = release(t, ['clean', 'clean', 'clean'], false);
  const before = await merge([await split(cwd, 3, { targets: ['out/*.tgz'] })], { cwd });
  await prove(before, { receipt: 'before.jsonl' }, { cwd, now: NOW });
  const options = { targets: ['out/*.tgz'], baseline: 'before.jsonl' };
  const drift = /"drift\/\w+"/g;
  assert.doesNotMatch(renderJson(await run(cwd, options)), drift);
  for (const [at, kind] of [
    [1, 'leaking'],
    [2, 'of many files'],
  ] as const)
    writeFileSync(join(cwd, `out/p${at}.tgz`), KINDS[kind]!(`p${at}`));
  const whole = await run(cwd, options);
  assert.deepEqual(
    whole.packages.map((report) => JSON.stringify(report).match(drift) !== null),
    [false, true, true],
  );
  assert.deepEqual(told(await merge([await split(cwd, 2, options)], { cwd })), told(whole));
});

const UNUSED = (message: RegExp) => (report: Awaited<ReturnType<typeof run>>['packages'][number]) =>
  report.outcome !== 'error' && report.findings.some((finding) => message.test(finding.message));

test('a shared waiver that another shard uses is unused in none, and one that no shard uses is told by the merge alone', async (t) => {
  const cwd = release(t, ['waived', 'clean', 'clean'], true);
  const options = { targets: ['out/*.tgz'] };
  for (let index = 1; index <= 3; index++) {
    const { packages } = await run(cwd, { ...options, shard: { index, of: 3 } });
    assert.ok(!packages.some(UNUSED(/(?:public|\/gone)\.js/)), String(index));
  }
  const { packages } = await merge([await split(cwd, 3, options)], { cwd });
  assert.deepEqual(packages.map(UNUSED(/\/gone\.js\.map.* covers nothing/)), [true, false, false]);
  assert.ok(!packages.some(UNUSED(/public\.js\.map/)));
  // A section's own is told where its package is.
  assert.deepEqual(packages.map(UNUSED(/also-gone/)), [false, true, false]);
});

test('unused is a level like others: it stops the whole that no part of it stops', async (t) => {
  const cwd = release(t, ['waived', 'clean'], true);
  const config = `${CONFIG.replace(/^packages:[\s\S]*/m, '')}rules: { policy/waiver-unused: error }\n`;
  writeFileSync(join(cwd, 'packgate.yml'), config);
  const options = { targets: ['out/*.tgz'] };
  for (const index of [1, 2])
    assert.equal((await run(cwd, { ...options, shard: { index, of: 2 } })).outcome, 'pass');
  assert.equal((await merge([await split(cwd, 2, options)], { cwd })).outcome, 'fail');
});

test('what was kept is named where it came along with the bytes that were inspected', async (t) => {
  const cwd = release(t, ['clean', 'clean', 'clean'], false);
  const folder = await split(cwd, 2, { targets: ['out/*.tgz'], keep: './kept' });
  writeFileSync(join(cwd, 'kept/p1.tgz'), KINDS.leaking!('p1'));
  const tarballs = async (at: string) =>
    (await merge([join(cwd, folder)], { cwd: at })).packages.map(
      (report) => report.outcome !== 'error' && report.tarball,
    );
  assert.deepEqual(await tarballs(cwd), ['./kept/p0.tgz', undefined, './kept/p2.tgz']);
  assert.deepEqual(await tarballs(makeFolder(t)), [undefined, undefined, undefined]);
});

test('packages that npm does not install are receipted for what they are', async (t) => {
  const cwd = makeFolder(t);
  mkdirSync(join(cwd, 'out'));
  for (const name of ['a', 'b', 'c']) {
    const METADATA = `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.2.3\n`;
    const wheel = rawZip([
      { name: `${name}-1.2.3.dist-info/METADATA`, body: METADATA },
      { name: `${name}-1.2.3.dist-info/WHEEL`, body: 'Wheel-Version: 1.0\n' },
    ]);
    writeFileSync(join(cwd, `out/${name}-1.2.3-py3-none-any.whl`), wheel);
  }
  const options = { targets: ['a', 'b', 'c'].map((name) => `out/${name}-1.2.3-py3-none-any.whl`) };
  const merged = await merge([await split(cwd, 2, options)], { cwd });
  assert.deepEqual(told(merged), told(await run(cwd, options)));
  await prove(merged, { receipt: 'r.jsonl' }, { cwd, now: NOW });
  const about = readFileSync(join(cwd, 'r.jsonl'), 'utf8').match(/(?<="resourceUri":")[^"]*/g);
  assert.deepEqual(about, ['pkg:pypi/a@1.2.3', 'pkg:pypi/b@1.2.3', 'pkg:pypi/c@1.2.3']);
});

test('two shards that keep different bytes under one name do not merge', async (t) => {
  const cwd = makeFolder(t);
  for (const folder of ['a', 'b']) {
    mkdirSync(join(cwd, folder));
    writeFileSync(join(cwd, folder, 'x.tgz'), KINDS.clean!(folder));
  }
  const folder = await split(cwd, 2, { targets: ['{a,b}/x.tgz'], keep: './kept' });
  await assert.rejects(merge([folder], { cwd }), {
    code: 'shard',
    message: './kept/x.tgz: two packages of this run are kept under this name',
  });
});

test('reports are found by file, glob and folder, however deep, and a file named twice is one', async (t) => {
  const cwd = release(t, ['clean', 'clean'], false);
  const folder = await split(cwd, 2, { targets: ['out/*.tgz'] });
  mkdirSync(join(cwd, 'artifacts/shard-1'), { recursive: true });
  mkdirSync(join(cwd, 'artifacts/shard-2'));
  for (const index of [1, 2])
    writeFileSync(
      join(cwd, `artifacts/shard-${index}/verdict.json`),
      readFileSync(join(cwd, folder, `${index}.json`)),
    );
  for (const reports of [
    [`${folder}/1.json`, `${folder}/2.json`],
    [`${folder}/2.json`, `./${folder}/../${folder}`],
    [`${folder}/*.json`],
    ['artifacts'],
    [join(cwd, 'artifacts/')],
  ]) {
    assert.equal((await merge(reports, { cwd })).packages.length, 2, reports.join(' '));
  }
  for (const reports of [['nowhere'], ['nothing/*.json'], ['out']]) {
    await assert.rejects(merge(reports, { cwd }), { code: 'target' }, reports.join(' '));
  }
});

test('files too large, or too many, to be reports of shards are not read', async (t) => {
  const cwd = makeFolder(t, { 'huge/1.json': '{' });
  truncateSync(join(cwd, 'huge/1.json'), 300 * 1024 * 1024);
  await assert.rejects(merge(['huge'], { cwd }), {
    code: 'shard',
    message: /^huge\/1\.json: .* more than 268\.4 MB$/,
  });
  mkdirSync(join(cwd, 'many'));
  for (let at = 0; at <= 1000; at++) writeFileSync(join(cwd, `many/${at}.json`), '{}');
  await assert.rejects(merge(['many'], { cwd }), {
    code: 'shard',
    message: /^1,001 files, and a run has at most 1,000/,
  });
});

test('what waits for ever is not opened: a pipe in the folder is no report', {
  skip: process.platform === 'win32',
}, async (t) => {
  const cwd = makeFolder(t, { 'shards/1.json': '{}' });
  execFileSync('mkfifo', [join(cwd, 'shards/0.json')]);
  await assert.rejects(merge(['shards'], { cwd }), {
    code: 'target',
    message: /^shards\/0\.json: neither a file/,
  });
});
