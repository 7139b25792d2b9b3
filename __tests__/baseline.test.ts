import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { type CheckOptions, check } from '../src/check.ts';
import type { Verdict } from '../src/policy/verdict.ts';
import { createReceipt } from '../src/proof/receipt.ts';
import { renderMarkdown } from '../src/report/markdown.ts';
import { renderText } from '../src/report/text.ts';
import { RULES } from '../src/rules/index.ts';
import { makeFolder, type Tree, writeTree } from './folders.ts';
import { type Registry, startRegistry } from './registry.ts';
import { mapText } from './rules/source-map/maps.ts';
import { packed } from './tarballs.ts';

// A real registry with three published versions; starting it takes a second, each publish half of one.
const execute = promisify(execFile);
const NOW = new Date('2026-11-21T12:00:00Z');
const CODE = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};export{a as total};'.repeat(4);
const manifest = (version: string, more: object = {}) => ({
  name: '@acme/made',
  version,
  license: 'MIT',
  ...more,
});

const VERSIONS: readonly Tree[] = [
  { 'package.json': manifest('1.0.0'), 'dist/a.js': CODE },
  { 'package.json': manifest('1.1.0'), 'dist/a.js': CODE, 'dist/b.js': CODE },
  { 'package.json': manifest('2.0.0'), 'dist/a.js': CODE, 'dist/c.js': CODE, 'dist/c.css': 'a{b:c}' },
];

let registry: Registry;
before(async () => {
  registry = await startRegistry();
});
after(() => registry.stop());

async function judged(cwd: string, options: Partial<CheckOptions>, env = registry.env): Promise<Verdict> {
  const { packages } = await check(
    { targets: ['.'], allow: [], failOn: 'error', ignoreScripts: false, ...options },
    { cwd, env, now: NOW, progress: () => {} },
  );
  const [verdict] = packages;
  assert.ok(verdict !== undefined && verdict.outcome !== 'error', JSON.stringify(verdict));
  return verdict;
}

const receiptOf = (verdict: Verdict) => createReceipt(verdict, { packgateVersion: '0.1.0', now: NOW });

const drift = ({ findings }: Verdict) =>
  findings
    .filter(({ rule }) => rule.startsWith('drift/'))
    .map(({ severity, rule, path, message }) => `${severity} ${rule} ${path}: ${message}`);

test('before the first release that is said, and nothing fails', async (t) => {
  const cwd = makeFolder(t, { 'package.json': { name: 'never-seen', version: '1.0.0' }, 'a.js': CODE });
  const verdict = await judged(cwd, { baseline: 'npm' });
  assert.deepEqual([verdict.outcome, drift(verdict)], ['pass', []]);
  assert.deepEqual(verdict.baseline, { reason: 'npm:never-seen is not published: a first release' });
  const run = { outcome: 'pass', packages: [verdict], failOn: 'error' } as const;
  assert.match(
    renderText(run, { rules: RULES, color: false, columns: 120 }),
    /Not compared with an earlier release: npm:never-seen is not published: a first release/,
  );
  assert.match(
    renderMarkdown(run, { rules: RULES, maxBytes: 65_000 }),
    /Not compared with an earlier release/,
  );
});

test('without a registry that answers that is said, and nothing fails', async (t) => {
  const cwd = makeFolder(t, { 'package.json': manifest('1.0.0'), 'a.js': CODE });
  const npmrc = join(cwd, 'npmrc-nowhere');
  writeFileSync(npmrc, 'registry=http://127.0.0.1:9/\n');
  const env = {
    ...registry.env,
    npm_config_userconfig: npmrc,
    NPM_CONFIG_USERCONFIG: npmrc,
    npm_config_fetch_retries: '0',
  };
  const verdict = await judged(cwd, { baseline: 'npm' }, env);
  assert.equal(verdict.outcome, 'pass');
  assert.match(JSON.stringify(verdict.baseline), /npm could not fetch it \(ECONNREFUSED/);
});

test('nobody asked: no registry is asked, and nothing is said', async (t) => {
  const cwd = makeFolder(t, { 'package.json': manifest('1.0.0'), 'a.js': CODE });
  const verdict = await judged(cwd, {});
  assert.equal(verdict.baseline, undefined);
});

test('three versions: against the last one, against one by name, and by the config', async (t) => {
  for (const tree of VERSIONS) {
    const cwd = makeFolder(t, tree);
    await execute('npm', ['publish', '--access=public'], { cwd, env: registry.env });
  }
  const cwd = makeFolder(t, {
    'package.json': manifest('2.1.0', { bin: { made: 'dist/a.js' }, scripts: { postinstall: 'true' } }),
    'dist/a.js': CODE,
    'dist/c.js': CODE,
    'dist/c.css': 'a{b:c}',
    'dist/c.js.map': mapText(),
  });
  const last = await judged(cwd, { baseline: 'npm', ignoreScripts: true });
  assert.deepEqual(last.baseline, { from: 'npm:@acme/made@2.0.0' });
  assert.deepEqual(drift(last), [
    'warning drift/command package.json: installs the command `made`, which npm:@acme/made@2.0.0 did not',
    'warning drift/command package.json: runs the script `postinstall` when it is installed, which npm:@acme/made@2.0.0 did not',
    'warning drift/files package.json: 1 new file since npm:@acme/made@2.0.0: dist/c.js.map',
    'warning drift/kind package.json: 1 file with a source map where npm:@acme/made@2.0.0 had none',
  ]);
  const first = await judged(cwd, { baseline: 'npm:@acme/made@1.1.0', ignoreScripts: true });
  assert.deepEqual(drift(first).slice(2), [
    'warning drift/files package.json: 3 new files since npm:@acme/made@1.1.0: dist/c.css, dist/c.js, dist/c.js.map',
    'warning drift/files package.json: 1 file of npm:@acme/made@1.1.0 is gone: dist/b.js',
    'warning drift/kind dist/c.css: the first `.css` file since npm:@acme/made@1.1.0',
    'warning drift/kind package.json: 1 file with a source map where npm:@acme/made@1.1.0 had none',
  ]);
  writeTree(cwd, { 'packgate.yml': 'baseline: npm\nlimits: { growth: 10% }\nrules: { drift/*: error }\n' });
  const byConfig = await judged(cwd, { ignoreScripts: true });
  assert.equal(byConfig.outcome, 'fail');
  assert.match(
    drift(byConfig).join('\n'),
    /error drift\/growth package\.json: the package grew: .*, and packgate\.yml:2 allows 10%/,
  );
  const self = await judged(cwd, { baseline: 'npm:@acme/made@2.0.0', targets: ['npm:@acme/made@2.0.0'] });
  assert.deepEqual(drift(self), []);
});

test('a tarball and a receipt of it say the same', async (t) => {
  const cwd = makeFolder(t);
  const made = (version: string, more: object = {}) => JSON.stringify({ name: 'made', version, ...more });
  writeFileSync(join(cwd, 'old.tgz'), packed({ 'package.json': made('1.0.0'), 'dist/a.js': CODE }));
  writeFileSync(
    join(cwd, 'new.tgz'),
    packed({
      'package.json': made('1.1.0', { bin: 'dist/a.js' }),
      'dist/a.js': `${CODE}\n//x`,
      'dist/a.js.map': mapText(),
      ['__proto__']: 'x',
    }),
  );
  writeFileSync(join(cwd, 'old.json'), receiptOf(await judged(cwd, { targets: ['old.tgz'] })));
  const byTarball = await judged(cwd, { targets: ['new.tgz'], baseline: './old.tgz' });
  const byReceipt = await judged(cwd, { targets: ['new.tgz'], baseline: './old.json' });
  assert.equal(drift(byTarball).length, 3);
  assert.deepEqual(
    drift(byReceipt).map((line) => line.replaceAll('./old.json', './old.tgz')),
    drift(byTarball),
  );
  writeFileSync(join(cwd, 'new.json'), receiptOf(await judged(cwd, { targets: ['new.tgz'] })));
  const backward = await judged(cwd, { targets: ['old.tgz'], baseline: 'new.json' });
  assert.deepEqual(drift(backward), [
    'warning drift/files package.json: 2 files of new.json are gone: __proto__, dist/a.js.map',
  ]);
  assert.ok(readFileSync(join(cwd, 'new.json')).length < 4000);
});

test('what is of another package is not compared, and that is said', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(
    join(cwd, 'a.tgz'),
    packed({ 'package.json': '{"name":"a","version":"1.0.0"}', 'a.js': CODE }),
  );
  writeFileSync(
    join(cwd, 'b.tgz'),
    packed({ 'package.json': '{"name":"b","version":"1.0.0"}', 'b.js': CODE }),
  );
  const verdict = await judged(cwd, { targets: ['a.tgz'], baseline: 'b.tgz' });
  assert.deepEqual([verdict.baseline, drift(verdict)], [{ reason: 'b.tgz is of another package, b' }, []]);
});

const WRONG: readonly [baseline: string, message: RegExp][] = [
  ['nothing.tgz', /nothing\.tgz: no such file or folder, to compare with.*correct the baseline/],
  ['noise.tgz', /noise\.tgz|archive/],
  ['other.json', /other\.json: no receipt that a package can be compared with/],
  ['many.json', /many\.json: it has more than 1,000,000 brackets and commas/],
  ['npm:../x', /not a package of a registry/],
];

test('a baseline that is named and cannot be used claims nothing', async (t) => {
  const cwd = makeFolder(t, {
    'noise.tgz': 'noise',
    'other.json': '{"predicate":{}}',
    'many.json': `{"a":[${'1,'.repeat(1_000_001)}1]}`,
  });
  writeFileSync(join(cwd, 'a.tgz'), packed({ 'a.js': CODE }));
  for (const [baseline, message] of WRONG) {
    const { outcome, packages } = await check(
      { targets: ['a.tgz'], allow: [], failOn: 'error', ignoreScripts: false, baseline },
      { cwd, env: registry.env, now: NOW, progress: () => {} },
    );
    assert.equal(outcome, 'error', baseline);
    assert.match(JSON.stringify(packages), message);
  }
});
