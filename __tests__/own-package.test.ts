import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder } from './folders.ts';
import { ROOT, run } from './tools/install.ts';

interface Report {
  readonly verdict: string;
  readonly package: { readonly name: string };
  readonly findings: readonly { readonly rule: string }[];
  readonly uninspected: readonly object[];
}

/** Runs the built packgate in this repository, with its config. */
function checked(...args: readonly string[]): { status: number | null; report: Report } {
  const cli = [
    join(ROOT, 'dist/cli.js'),
    'check',
    ...args,
    '--config',
    '.github/packgate.yml',
    '--format',
    'json',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, cli, { cwd: ROOT, encoding: 'utf8' });
  assert.equal(stderr, '');
  return { status, report: JSON.parse(stdout) };
}

test('packgate on its own package', async (t) => {
  const folder = makeFolder(t);
  run('npm', ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder], ROOT);
  const tarball = join(folder, readdirSync(folder)[0]!);

  await t.test('passes by its own config, with nothing to remark and nothing left unread', () => {
    const { status, report } = checked(tarball);
    assert.deepEqual(report.findings, []);
    assert.deepEqual(report.uninspected, []);
    assert.equal(report.verdict, 'pass');
    assert.equal(report.package.name, 'packgate');
    assert.equal(status, 0);
  });

  await t.test('would stop at a file that the config does not list', () => {
    const { status, report } = checked(tarball, '--allow', '!dist/cli.js');
    const rules = report.findings.map(({ rule }) => rule);
    assert.deepEqual(rules, ['allowlist/unlisted']);
    assert.equal(status, 1);
  });

  await t.test('would remark on a pattern that the package does not need', () => {
    const { status, report } = checked(tarball, '--allow', 'lib/**');
    const rules = report.findings.map(({ rule }) => rule);
    assert.deepEqual(rules, ['allowlist/unused']);
    assert.equal(status, 0);
  });

  await t.test('holds what the Action and the command need', () => {
    const files = run('tar', ['-tzf', tarball], ROOT).trim().split('\n');
    for (const path of ['action.yml', 'dist/cli.js', 'dist/index.js', 'LICENSE', 'README.md'])
      assert.ok(files.includes(`package/${path}`), path);
  });
});
