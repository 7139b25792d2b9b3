import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { check } from '../src/check.ts';
import { prove } from '../src/prove.ts';
import { verify } from '../src/verify.ts';
import { makeFolder, type Tree } from './folders.ts';
import { type Registry, startRegistry } from './registry.ts';
import { install } from './tools/install.ts';
import { runtimes } from './tools/node.ts';

const execute = promisify(execFile);
const NOW = new Date('2026-11-21T12:00:00Z');

// A registry and real tools: about 15 s.
describe('from the check to the registry', () => {
  let registry: Registry;
  before(async () => {
    registry = await startRegistry();
  });
  after(() => registry.stop());

  const world = (cwd: string, now = NOW) => ({ cwd, env: registry.env, now, progress: () => {} });

  /** Checks targets as `--keep out --receipt receipts.jsonl` does. */
  async function gate(cwd: string, targets: readonly string[]): Promise<void> {
    const options = { targets, allow: [], failOn: 'error', ignoreScripts: true, keep: 'out' } as const;
    const run = await check(options, world(cwd));
    assert.equal(run.outcome, 'pass', JSON.stringify(run.packages));
    assert.equal((await prove(run, { receipt: 'receipts.jsonl' }, world(cwd))).failure, undefined);
  }

  /** The outcome of each item, and why it is refused. */
  async function verified(cwd: string, target: string, now = NOW): Promise<string> {
    const options = { targets: [target], receipts: ['receipts.jsonl'] };
    const { outcome, items } = await verify(options, world(cwd, now));
    const why = items.map((item) => (item.outcome === 'fail' ? item.reason : item.outcome));
    return `${outcome}: ${why.join(' ')}`;
  }

  const npm = (cwd: string, ...args: readonly string[]) => execute('npm', args, { cwd, env: registry.env });

  function project(t: TestContext, name: string, more: Tree = {}): string {
    return makeFolder(t, { 'package.json': { name, version: '1.0.0' }, 'a.js': 'let a', ...more });
  }

  test('what passed and was published is recognised, however long ago; other bytes under its version are not', async (t) => {
    const cwd = project(t, '@acme/cli');
    await gate(cwd, ['.']);
    const tarball = './out/acme-cli-1.0.0.tgz';
    assert.equal(await verified(cwd, tarball), 'pass: pass');
    assert.equal(await verified(cwd, 'npm:@acme/cli@1.0.0'), 'error: error');
    await npm(cwd, 'publish', tarball, '--access=public', '--ignore-scripts');
    const later = new Date('2028-01-01T00:00:00Z');
    for (const spec of ['npm:@acme/cli@1.0.0', 'npm:@acme/cli', 'npm:@acme/cli@latest']) {
      assert.equal(await verified(cwd, spec, later), 'pass: pass', spec);
    }
    assert.equal(await verified(cwd, tarball, later), 'fail: old');

    await npm(cwd, 'unpublish', '@acme/cli', '--force');
    writeFileSync(join(cwd, 'a.js'), 'let changed');
    await npm(cwd, 'publish', '--access=public', '--ignore-scripts');
    assert.equal(await verified(cwd, 'npm:@acme/cli@1.0.0'), 'fail: differs');
  });

  test('the bytes of one package under the name of another are no pass', async (t) => {
    const cwd = project(t, 'passed');
    await gate(cwd, ['.']);
    const bytes = readFileSync(join(cwd, 'out/passed-1.0.0.tgz'));
    // A registry is free to say whatever it likes of a tarball.
    await fetch(`${registry.url}other`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: 'Bearer fake' },
      body: JSON.stringify({
        name: 'other',
        'dist-tags': { latest: '1.0.0' },
        versions: {
          '1.0.0': {
            name: 'other',
            version: '1.0.0',
            dist: { tarball: `${registry.url}other/-/other-1.0.0.tgz` },
          },
        },
        _attachments: { 'other-1.0.0.tgz': { data: bytes.toString('base64'), length: bytes.length } },
      }),
    });
    assert.match(await verified(cwd, 'npm:other@1.0.0'), /^(?:fail: foreign|error: error)$/);
  });

  test('a plan of changeset pack: what is in it is checked, compared, and nothing in it may change', async (t) => {
    const cwd = makeFolder(t, {
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      'package-lock.json': { name: 'root', lockfileVersion: 3, packages: {} },
      '.changeset/config.json': { baseBranch: 'main', access: 'public', commit: false },
      'packages/a/package.json': { name: '@acme/one', version: '1.0.0' },
      'packages/a/a.js': 'let a',
      'packages/b/package.json': { name: '@acme/two', version: '2.0.0' },
      'packages/b/b.js': 'let b',
    });
    const changeset = join(install('changesets'), '@changesets/cli/bin.js');
    // It needs Node 22.
    const [node] = runtimes().slice(-1);
    await execute(node!.binary, [changeset, 'pack', '--out-dir', 'release'], { cwd, env: registry.env });
    assert.ok(existsSync(join(cwd, 'release/publish-plan.json')));
    await gate(cwd, ['./release/packages/*.tgz']);
    for (const target of ['release', 'release/publish-plan.json']) {
      assert.equal(await verified(cwd, target), 'pass: pass pass', target);
    }
    const [first] = JSON.parse(readFileSync(join(cwd, 'release/publish-plan.json'), 'utf8')).plan.flat();
    appendFileSync(join(cwd, 'release', first.tarball.path), '\0');
    for (const target of ['release', 'release/publish-plan.json']) {
      assert.match(await verified(cwd, target), /^fail: changed pass/, target);
    }
  });
});
