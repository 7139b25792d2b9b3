import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { SETTINGS } from '../../src/archive/limits.ts';
import { check } from '../../src/check.ts';
import { makeFolder } from '../folders.ts';
import { packed } from '../tarballs.ts';
import { rawZip } from '../zips.ts';

const files = (count: number, body = 'a') =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, body]));
const source = 'export const a: string = "x";\n'.repeat(40);

/** A value of the limit, a package that goes beyond it, and what is said: by a finding at a path, or by the refusal. */
const reached: Record<string, [value: string | number, bytes: Buffer, said: RegExp]> = {
  entries: [
    3,
    packed(files(5)),
    /^error: a\.tgz: the archives of this run hold more than 3 entries .*limits\.entries/,
  ],
  'entries, inside': [
    9,
    packed({ 'a.zip': rawZip(Array.from({ length: 20 }, (_, i) => ({ name: `${i}`, body: 'a' }))) }),
    /^fail: archive\/limit at a\.zip: .*more than 9 entries/,
  ],
  readSize: ['2kB', packed(files(5)), /^error: .*hold more than 2\.0 kB .*limits\.readSize/],
  nestedSize: [
    '1kB',
    packed({ 'a.gz': gzipSync('a'.repeat(5000)) }),
    /^fail: archive\/limit at a\.gz: .*more than 1\.0 kB/,
  ],
  archives: [
    1,
    packed({ 'a.gz': gzipSync('a'), 'b.gz': gzipSync('b') }),
    /^fail: archive\/limit at b\.gz: .*more than 1 archives/,
  ],
  depth: [
    1,
    packed({ 'a.gz.gz': gzipSync(gzipSync('a')) }),
    /^fail: archive\/limit at a\.gz\.gz!\/a\.gz: .*more than 1 archives deep/,
  ],
  ratio: [10, packed({ 'a.txt': 'a'.repeat(5 * 1024 ** 2) }), /^error: .*more than 10 times its size/],
  pathLength: [20, packed({ 'a/name/of/more/than/twenty.txt': 'a' }), /^error: .*more than 20 characters/],
  'pathLength, inside': [
    40,
    packed({ 'a.zip': rawZip([{ name: 'n'.repeat(50), body: 'a' }]) }),
    /^fail: archive\/limit at a\.zip: .*more than 40 characters/,
  ],
  findings: [2, packed({ 'a.ts': source, 'b.ts': source, 'c.ts': source }), /^error: .*more than 2 findings/],
  'findings, as files not looked into': [
    1,
    packed({
      'a.7z': Buffer.from('377abcaf271c0004', 'hex'),
      'b.7z': Buffer.from('377abcaf271c0004', 'hex'),
    }),
    /^error: .*more than 1 files that packgate cannot look into/,
  ],
  temporarySize: [
    '1MB',
    packed({ 'a.zip': rawZip([{ name: 'a', body: randomBytes(17 * 1024 ** 2), method: 0 }]) }),
    /^fail: archive\/limit at a\.zip: .*more than 1\.0 MB of temporary files/,
  ],
  unpackedSize: [
    100,
    packed({ 'a.txt': 'a'.repeat(200) }),
    /^fail: archive\/limit at package\.json: .*packgate\.json:1 allows 100/,
  ],
};

/** Tested where the waiting is: archive/patience, target/bad-registry, hostile/confined. */
const WAITS = ['readWait', 'downloadWait', 'packWait'];

for (const [name, [value, bytes, said]] of Object.entries(reached)) {
  test(`limits.${name}: reaching it is told, and no pass`, async (t) => {
    const cwd = makeFolder(t);
    const [limit = ''] = name.split(',');
    writeFileSync(join(cwd, 'packgate.json'), JSON.stringify({ limits: { [limit]: value } }));
    writeFileSync(join(cwd, 'a.tgz'), bytes);
    const run = () =>
      check(
        { targets: ['a.tgz'], allow: [], failOn: 'error', ignoreScripts: true },
        { cwd, env: { RUNNER_TEMP: cwd }, now: new Date(0), progress: () => {} },
      );
    const [report] = (await run()).packages;
    assert.ok(report !== undefined);
    if (report.outcome === 'error') {
      assert.match(`error: ${report.error.message} ${report.error.help}`, said);
    } else {
      const [finding] = report.findings;
      assert.match(`${report.outcome}: ${finding?.rule} at ${finding?.path}: ${finding?.message}`, said);
    }
    writeFileSync(join(cwd, 'packgate.json'), JSON.stringify({ limits: {} }));
    const [without] = (await run()).packages;
    const rules =
      without?.outcome === 'error' ? [without.error.code] : without?.findings.map(({ rule }) => rule);
    assert.ok(!rules?.some((rule) => rule === 'limit' || rule === 'archive/limit'), String(rules));
  });
}

test('every limit of the config is tried', () => {
  const tried = new Set([...Object.keys(reached).map((name) => name.split(',')[0]), ...WAITS]);
  assert.deepEqual(
    Object.keys(SETTINGS).filter((name) => !tried.has(name)),
    [],
  );
});

test('one budget for all targets of a run', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'packgate.json'), JSON.stringify({ limits: { entries: 15 } }));
  for (const name of ['a', 'b', 'c']) writeFileSync(join(cwd, `${name}.tgz`), packed(files(6)));
  const { packages, outcome } = await check(
    { targets: ['a.tgz', 'b.tgz', 'c.tgz'], allow: [], failOn: 'error', ignoreScripts: true },
    { cwd, env: {}, now: new Date(0), progress: () => {} },
  );
  assert.equal(outcome, 'error');
  assert.deepEqual(
    packages.map((report) => report.outcome),
    ['pass', 'pass', 'error'],
  );
});
