import assert from 'node:assert/strict';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type CheckOptions, check } from '../src/check.ts';
import { renderJson } from '../src/report/json.ts';
import { renderSarif } from '../src/report/sarif.ts';
import { renderText } from '../src/report/text.ts';
import { RULES } from '../src/rules/index.ts';
import { makeFolder, type Tree } from './folders.ts';
import { parseReport } from './report-schema.ts';
import { mapText } from './rules/source-map/maps.ts';

const MINIFIED = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};export{a as total};\n'.repeat(4);
const TREE: Tree = {
  'package.json': { name: 'root', private: true, workspaces: ['packages/*', 'apps/*'] },
  'packages/cli/package.json': { name: '@acme/cli', version: '1.0.0', license: 'MIT', files: ['dist'] },
  'packages/cli/dist/cli.js': MINIFIED,
  'packages/core/package.json': { name: '@acme/core', version: '2.0.0', license: 'MIT', files: ['dist'] },
  'packages/core/dist/a.js': MINIFIED,
  'apps/web/package.json': { name: 'web', version: '0.0.0', private: true },
};

function run(cwd: string, options: Partial<CheckOptions> = {}) {
  return check(
    { targets: ['.'], allow: [], failOn: 'error', ignoreScripts: false, ...options },
    { cwd, env: process.env, now: new Date('2026-11-21T12:00:00Z'), progress: () => {} },
  );
}

const config = (core: string) => `packages:
  "@acme/cli": { allow: [dist/cli.js] }
  "@acme/core":
    allow:
      - ${core}
`;

test('one verdict on every package that can be published, each by its own section', async (t) => {
  const cwd = makeFolder(t, { ...TREE, 'packgate.yml': config('dist/a.js') });
  const passing = await run(cwd, { keep: './kept' });
  assert.equal(passing.outcome, 'pass', renderText(passing, { rules: RULES, color: false, columns: 100 }));
  assert.deepEqual(
    passing.packages.map((report) => report.outcome !== 'error' && [report.package.target, report.tarball]),
    [
      ['packages/cli', './kept/acme-cli-1.0.0.tgz'],
      ['packages/core', './kept/acme-core-2.0.0.tgz'],
    ],
  );
  assert.deepEqual(passing.skipped, [{ target: 'apps/web', name: 'web', reason: 'private' }]);
  assert.deepEqual(readdirSync(join(cwd, 'kept')), ['acme-cli-1.0.0.tgz', 'acme-core-2.0.0.tgz']);
  assert.ok(!existsSync(join(cwd, 'packages/cli/acme-cli-1.0.0.tgz')));
});

test('one leak in one of them stops the whole run, and every report tells which and what was skipped', async (t) => {
  const cwd = makeFolder(t, {
    ...TREE,
    'packgate.yml': config('dist/a.js'),
    'packages/core/dist/a.js.map': mapText(),
  });
  const failing = await run(cwd);
  assert.deepEqual(
    [failing.outcome, ...failing.packages.map(({ outcome }) => outcome)],
    ['fail', 'pass', 'fail'],
  );
  const text = renderText(failing, { rules: RULES, color: false, columns: 100 });
  assert.match(text, /^FAIL {2}2 packages: 1 may not ship, 1 may ship\n/);
  assert.match(text, /Skipped 1 package of the workspace, which nothing publishes: apps\/web \(private\)\n$/);
  const sarif = JSON.parse(renderSarif(failing, RULES));
  assert.deepEqual(
    sarif.runs.map((one: { automationDetails: object }) => one.automationDetails),
    [{ id: 'packgate/@acme/cli/' }, { id: 'packgate/@acme/core/' }],
  );
  const uris = JSON.stringify(sarif.runs).match(/"uri":"[^"]*"/g)!;
  assert.deepEqual([...new Set(uris)], ['"uri":"packages/core/package.json"']);
  assert.match(JSON.stringify(sarif.runs[0].invocations), /Skipped 1 package/);
  assert.doesNotMatch(JSON.stringify(sarif.runs[1].invocations), /Skipped/);
});

test('a misspelt name of a package stops the run before anything is packed', async (t) => {
  const cwd = makeFolder(t, { ...TREE, 'packgate.yml': config('x').replace('core', 'coer') });
  await assert.rejects(run(cwd), {
    code: 'config',
    message:
      'packgate.yml:3:3: no package of this workspace is called `@acme/coer`; did you mean `@acme/core`?',
  });
  // For tarballs too, as long as it runs where the packages are.
  await assert.rejects(run(cwd, { targets: ['./out/*.tgz'] }), { code: 'config' });
});

test('a package of the workspace with a config of its own is refused, as nobody would know which applies', async (t) => {
  const own = { 'packages/core/packgate.yml': 'preset: open\n' };
  const both = makeFolder(t, { ...TREE, ...own, 'packgate.yml': 'preset: closed\n' });
  await assert.rejects(run(both), { message: 'two configs: packgate.yml and packages/core/packgate.yml' });
  const alone = makeFolder(t, { ...TREE, ...own });
  await assert.rejects(run(alone), { code: 'config', message: /^packages\/core\/packgate\.yml: / });
  assert.equal((await run(join(alone, 'packages/core'))).outcome, 'pass');
  assert.equal((await run(both, { config: 'packgate.yml' })).outcome, 'pass');
});

test('a package that cannot be packed is no pass, and may be one that nobody publishes', async (t) => {
  const broken = { name: 'docs', version: '1.0.0', scripts: { prepack: 'exit 3' } };
  const cwd = makeFolder(t, { ...TREE, 'apps/docs/package.json': broken });
  const { outcome, packages } = await run(cwd);
  assert.deepEqual(
    [outcome, ...packages.map((report) => report.outcome)],
    ['error', 'error', 'pass', 'pass'],
  );
  const [docs] = packages;
  assert.ok(docs?.outcome === 'error');
  assert.match(docs.error.message, /^apps\/docs: .*prepack|pack/);
  assert.match(docs.error.help!, /if nothing publishes it, write "private": true into its package\.json$/);
});

test('from the folder of a package the config of the repository applies', async (t) => {
  const cwd = makeFolder(t, { ...TREE, '.git/HEAD': '', 'packgate.yml': config('dist/b.js') });
  const { packages } = await run(join(cwd, 'packages/core'));
  const [core] = packages;
  assert.ok(core?.outcome === 'fail' && packages.length === 1);
  assert.match(core.findings[0]!.message, /the nearest is `dist\/b\.js` \(\.\.\/\.\.\/packgate\.yml:5\)/);
});

const waiver = (path: string) =>
  `{ rule: source-map/file, path: ${path}, reason: public, owner: "@acme/release", expires: 2027-01-31 }`;
const SHARED = `allow: [dist/cli.js, dist/a.js, dist/nobody.js, "!x"]
waivers:
  - ${waiver('dist/a.js.map')}
  - ${waiver('dist/gone.js.map')}
rules:
  unminified/*: { ignore: [dist/a.js, dist/old.js] }
`;
const unused = (run: Awaited<ReturnType<typeof check>>) =>
  run.packages.map((report) =>
    report.outcome === 'error'
      ? []
      : report.findings
          .filter(({ rule }) => rule.endsWith('unused'))
          .map(({ message, fixAt }) => `${fixAt?.file}:${fixAt?.line} ${message}`),
  );

for (const [what, sections] of [
  ['without sections', ''],
  ['with one', 'packages: { "@acme/cli": { rules: { unminified/script: warning } } }\n'],
]) {
  test(`what stands for all packages and is of use to none is told once: a config ${what}`, async (t) => {
    const tree = { ...TREE, 'packages/core/dist/a.js.map': mapText() };
    const cwd = makeFolder(t, { ...tree, '.git/HEAD': '', 'packgate.yml': SHARED + sections });
    const whole = await run(cwd);
    parseReport(renderJson(whole));
    const [cli, core] = unused(whole);
    assert.deepEqual(cli, [
      'packgate.yml:1 the `allow` pattern `dist/nobody.js` (packgate.yml:1) matches no file; it is of use to none of the 2 packages',
      'packgate.yml:6 the pattern `dist/old.js` under `ignore` of `unminified/*` (packgate.yml:6) matches no file; it is of use to none of the 2 packages',
      'packgate.yml:4 the waiver for `source-map/file` at `dist/gone.js.map` (packgate.yml:4) covers nothing: the rule finds nothing there; it is of use to none of the 2 packages',
    ]);
    assert.deepEqual(core, []);
    // Of a part of the packages nobody can say what is of use to none of them.
    assert.deepEqual(unused(await run(cwd, { targets: ['packages/core'] })), [[]]);
    assert.deepEqual(unused(await run(join(cwd, 'packages/core'))), [[]]);
    // What was not inspected may be what it is for.
    const broken = { name: 'docs', version: '1.0.0', scripts: { prepack: 'exit 3' } };
    const more = makeFolder(t, { ...tree, 'apps/docs/package.json': broken, 'packgate.yml': SHARED });
    assert.deepEqual(unused(await run(more)), [[], [], []]);
  });
}

test('a level for it stops the run, and a list of its own in every package makes the shared one useless', async (t) => {
  const levels = '  policy/waiver-unused: error\n  allowlist/unused: off\n';
  const strict = await run(makeFolder(t, { ...TREE, 'packgate.yml': SHARED + levels }));
  assert.deepEqual(
    [strict.outcome, ...strict.packages.map(({ outcome }) => outcome)],
    ['fail', 'fail', 'pass'],
  );
  const own = makeFolder(t, { ...TREE, 'packgate.yml': `allow: [dist/a.js]\n${config('dist/a.js')}` });
  assert.deepEqual(unused(await run(own)), [
    [
      'packgate.yml:1 the `allow` pattern `dist/a.js` (packgate.yml:1) counts for no package with an `allow` of its own; it is of use to none of the 2 packages',
    ],
    [],
  ]);
});

test('a config in the folder of a target is not passed over by a run from elsewhere', async (t) => {
  const app = { name: 'app', version: '1.0.0', license: 'MIT', files: ['a.js'] };
  const cwd = makeFolder(t, {
    'app/package.json': app,
    'app/a.js': MINIFIED,
    'app/packgate.yml': 'allow: [none.js]\n',
    'near/package.json': app,
    'near/a.js': MINIFIED,
    'near/.packgate.yml': 'allow: [none.js]\n',
    'plain/package.json': app,
    'plain/a.js': MINIFIED,
    'mine.yml': 'allow: [a.js]\n',
  });
  const read = (targets: readonly string[], at = cwd, more: Partial<CheckOptions> = {}) =>
    run(at, { targets, ...more }).then(({ outcome }) => outcome);
  const nobody = /^PackgateError: app\/packgate\.yml: a config in the folder of a target, which a run from/;
  await assert.rejects(read(['app']), nobody);
  await assert.rejects(read(['plain', '*/']), nobody);
  await assert.rejects(read(['near']), /near\/\.packgate\.yml: nobody reads a config of this name/);
  assert.equal(await read(['plain']), 'pass');
  assert.equal(await read(['.'], join(cwd, 'app')), 'fail');
  assert.equal(await read(['app', 'near'], cwd, { config: 'mine.yml' }), 'pass');
  symlinkSync('app', join(cwd, 'link'));
  assert.equal(await read(['../app'], join(cwd, 'link')), 'fail');
  writeFileSync(join(cwd, 'packgate.yml'), 'allow: [a.js]\n');
  await assert.rejects(read(['app']), /two configs: packgate\.yml and app\/packgate\.yml/);
});
