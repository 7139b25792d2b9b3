import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { makeFolder, type Tree } from './folders.ts';
import { runAction } from './runner.ts';
import { packed } from './tarballs.ts';

const CLI = resolve('dist/cli.js');
const MAP =
  '{"version":3,"sources":["../src/a.ts"],"sourcesContent":["const a = 1;\\n"],"names":[],"mappings":"AAAA"}';

const manifest = (name: string) => ({ name, version: '1.0.0', files: ['dist'] });
const tarball = (name: string, files: Readonly<Record<string, string>> = {}) =>
  packed({ 'package.json': JSON.stringify(manifest(name)), 'dist/a.js': 'console.log(1)\n', ...files });

/** What both faces say of the same workspace. */
async function both(
  t: TestContext,
  tree: Tree,
  options: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Buffer>> = {},
) {
  const workspace = makeFolder(t, tree);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(workspace, name), bytes);
  const { target = '.', ...others } = options;
  const args = Object.entries(others).flatMap(([name, value]) =>
    value.split('\n').flatMap((line) => [`--${name}`, line]),
  );
  const local = spawnSync(
    process.execPath,
    [CLI, 'check', ...target.split('\n'), ...args, '--format', 'json'],
    {
      cwd: workspace,
      encoding: 'utf8',
    },
  );
  const ci = await runAction({ workspace, inputs: { ...options, 'json-file': 'report.json' } });
  return { workspace, local, ci, report: () => readFileSync(join(workspace, 'report.json'), 'utf8') };
}

describe('a dry run on a machine', () => {
  const leaky = { 'a.tgz': tarball('a', { 'dist/a.js.map': MAP, 'dist/b.ts': 'const b: number = 1;\n' }) };
  const cases: readonly [
    string,
    Tree,
    Readonly<Record<string, string>>,
    Readonly<Record<string, Buffer>>,
    number,
  ][] = [
    ['a clean tarball', {}, { target: './a.tgz' }, { 'a.tgz': tarball('a') }, 0],
    ['a leaking tarball', {}, { target: './a.tgz' }, leaky, 1],
    ['a preset', {}, { target: './a.tgz', preset: 'open' }, leaky, 0],
    [
      'an allowlist and a limit',
      {},
      { target: './a.tgz', allow: 'dist/*.js', 'fail-on': 'warning' },
      leaky,
      1,
    ],
    [
      'a pattern for everything',
      {},
      { target: './a.tgz', allow: '**', 'fail-on': 'warning' },
      { 'a.tgz': tarball('a') },
      1,
    ],
    [
      'a pattern that nearly matches, and one that matches nothing',
      {},
      { target: './a.tgz', allow: 'dist/*.mjs\nlib/*' },
      { 'a.tgz': tarball('a') },
      1,
    ],
    [
      'a workspace, with a waiver of use to no package',
      {
        'package.json': { private: true, workspaces: ['one', 'two'] },
        'one/package.json': manifest('one'),
        'one/dist/a.js': 'console.log(1)\n',
        'two/package.json': manifest('two'),
        'two/dist/a.js': 'console.log(1)\n',
        'packgate.yml':
          'waivers:\n  - { rule: source-map/file, path: a, reason: r, owner: o, expires: 2099-01-01 }\nrules: { policy/waiver-unused: error }\n',
      },
      {},
      {},
      1,
    ],
    [
      'a folder with the line that asked for its map',
      {
        'package.json': manifest('c'),
        'dist/a.js': 'console.log(1)\n',
        'dist/a.js.map': MAP,
        '.swcrc': '{ "sourceMaps": true }\n',
      },
      {},
      {},
      1,
    ],
    [
      'a config',
      { 'packgate.yml': 'allow: [dist/*]\nrules: { source-map/file: off }\n' },
      { target: './a.tgz' },
      leaky,
      0,
    ],
    ['several tarballs', {}, { target: './a.tgz\n./b.tgz' }, { ...leaky, 'b.tgz': tarball('b') }, 1],
    ['no archive', {}, { target: './a.tgz' }, { 'a.tgz': Buffer.from('hello') }, 2],
    ['a folder', { 'package.json': manifest('c'), 'dist/a.js': 'console.log(1)\n' }, {}, {}, 0],
  ];

  for (const [what, tree, options, files, status] of cases) {
    test(`gives the status and the JSON that the Action gives, byte for byte: ${what}`, async (t) => {
      const { local, ci, report } = await both(t, tree, options, files);
      assert.equal(local.status, status, local.stdout + local.stderr);
      assert.equal(ci.status, status, ci.stdout);
      assert.equal(report(), local.stdout);
    });
  }

  test('with another package manager than the project asks for says so, to people alone', async (t) => {
    const asks = { ...manifest('d'), packageManager: 'npm@6.14.18' };
    const tree = { 'package.json': asks, 'dist/a.js': 'console.log(1)\n', '.git/HEAD': '' };
    const { workspace, local, ci, report } = await both(t, tree, {});
    const told = /packed with npm \d+\.\d+\.\d+; package\.json asks for npm 6\.14\.18: packed elsewhere/;
    assert.match(ci.stdout, told);
    assert.match(ci.summary, told);
    assert.equal(ci.status, 0);
    assert.equal(report(), local.stdout);
    assert.doesNotMatch(local.stdout, /6\.14\.18/);
    const text = spawnSync(process.execPath, [CLI, 'check'], { cwd: workspace, encoding: 'utf8' });
    assert.match(text.stdout.replace(/\s+/g, ' '), told);
    const ready = spawnSync(process.execPath, [CLI, 'check', ci.outputs.tarball!], {
      cwd: workspace,
      encoding: 'utf8',
    });
    assert.doesNotMatch(ready.stdout, /packed with/);
  });
});
