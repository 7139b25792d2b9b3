import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import type { Tree } from '../folders.ts';
import { type Registry, startRegistry } from '../registry.ts';
import { alter, bench, type Needs, republish, verified, versionsOf } from './bench.ts';
import { recipes } from './page.ts';
import { NPM_LOCK, single, workspace } from './projects.ts';
import { type Machines, runWorkflow } from './workflow.ts';

const shown = recipes();

interface Case extends Needs {
  readonly recipe: string;
  /** Another recipe's workflow, where this one only leads to it. */
  readonly workflow?: string;
  readonly tree: (leaks: boolean) => Tree;
  readonly published: readonly string[];
  readonly answers?: Machines['answers'];
}

const cases: readonly Case[] = [
  {
    recipe: 'npm',
    tree: (leaks) => single('@acme/npm', leaks),
    published: ['@acme/npm@1.0.0'],
    prepare: NPM_LOCK,
  },
  {
    recipe: 'npm workspaces',
    tree: (leaks) => workspace('@acme/npm', leaks),
    published: ['@acme/npm-a@1.0.0', '@acme/npm-b@1.0.0'],
    prepare: NPM_LOCK,
  },
  // Four jobs with npm in each: some five seconds a run, of which there are three.
  {
    recipe: 'Many packages: shards',
    tree: (leaks) => workspace('@acme/shards', leaks),
    published: ['@acme/shards-a@1.0.0', '@acme/shards-b@1.0.0'],
    prepare: NPM_LOCK,
  },
  {
    recipe: 'pnpm',
    manager: 'pnpm',
    tree: (leaks) => single('@acme/pnpm', leaks, { 'pnpm-workspace.yaml': 'packages: []\n' }),
    published: ['@acme/pnpm@1.0.0'],
    prepare: 'pnpm install --lockfile-only',
  },
  {
    recipe: 'yarn 4',
    manager: 'yarn4',
    tree: (leaks) => single('@acme/yarn', leaks, { 'yarn.lock': '' }),
    published: ['@acme/yarn@1.0.0'],
    prepare: 'CI= yarn install --mode=update-lockfile',
  },
  {
    recipe: 'bun',
    manager: 'bun',
    tree: (leaks) => single('@acme/bun', leaks, { 'bun.lock': '' }),
    published: ['@acme/bun@1.0.0'],
    prepare: 'rm bun.lock && bun install --save-text-lockfile --lockfile-only',
  },
  {
    recipe: 'changesets',
    tool: 'changesets',
    tree: (leaks) =>
      workspace('@acme/changesets', leaks, {
        '.changeset/config.json': { baseBranch: 'main', access: 'public', commit: false },
      }),
    published: ['@acme/changesets-a@1.0.0', '@acme/changesets-b@1.0.0'],
    prepare: NPM_LOCK,
  },
  {
    recipe: 'release-please',
    tree: (leaks) => single('@acme/please', leaks),
    published: ['@acme/please@1.0.0'],
    prepare: NPM_LOCK,
    answers: { 'googleapis/release-please-action': { release_created: 'true' } },
  },
];

// The workflows of docs/recipes.md from the first job to the last, with real package managers, release tools and a registry.
describe('workflows in two jobs', { concurrency: 2 }, () => {
  let registry: Registry;
  before(async () => {
    registry = await startRegistry();
  });
  after(() => registry.stop());

  const absent = async (specs: readonly string[], why: string) => {
    for (const spec of specs) {
      assert.deepEqual(
        await versionsOf(registry, spec.slice(0, spec.lastIndexOf('@'))),
        [],
        `${spec}: ${why}`,
      );
    }
  };

  for (const { recipe, tree, published, answers, ...needs } of cases) {
    const workflow = shown.get(needs.workflow ?? recipe)!.workflow!;
    const machines = async (t: TestContext, leaks: boolean): Promise<Machines> => ({
      ...(await bench(t, registry, tree(leaks), needs)),
      ...(answers && { answers }),
    });

    test(`${recipe}: a leak and a change never reach the registry; what passed does, and is told from other bytes`, async (t) => {
      const leak = await runWorkflow(workflow, await machines(t, true));
      assert.match(leak.failed, /^inspect: OWNER\/packgate/, leak.log);
      assert.match(leak.log, /source-map\/file/);
      await absent(published, 'a leak');

      const good = await machines(t, false);
      const changed = await runWorkflow(workflow, { ...good, meanwhile: alter });
      assert.match(changed.failed, /^publish: OWNER\/packgate/, changed.log);
      await absent(published, 'changed after the check');

      const released = await runWorkflow(workflow, good);
      assert.ok(released.succeeded, released.log);
      const receipts = join(good.folder, 'artifact-release/receipts.jsonl');
      assert.equal(readFileSync(receipts, 'utf8').trim().split('\n').length, published.length);
      for (const spec of published) {
        const { status, said } = await verified(good, spec, receipts);
        assert.equal(status, 0, said);
      }

      for (const name of Object.keys(answers ?? {})) {
        const none = await runWorkflow(workflow, { ...good, answers: { [name]: {} } });
        assert.doesNotMatch(none.log, /packgate/, 'no release, nothing to do');
      }

      const [first] = published;
      const at = first!.lastIndexOf('@');
      await republish(registry, first!.slice(0, at), first!.slice(at + 1));
      const { status, said } = await verified(good, first!, receipts);
      assert.equal(status, 1, said);
      assert.match(said, /sha512/);
    });
  }

  test('shards: a job of the matrix that never ran is no pass', async (t) => {
    const workflow = shown.get('Many packages: shards')!.workflow!;
    const { inspect } = workflow.jobs;
    const strategy = { matrix: { shard: inspect!.strategy!.matrix.shard!.slice(0, -1) } };
    const steps = JSON.parse(JSON.stringify(inspect!.steps).replace(/\$\{\{ strategy.job-total \}\}/, '4'));
    const short = { ...workflow, jobs: { ...workflow.jobs, inspect: { ...inspect!, strategy, steps } } };
    const machines = await bench(t, registry, workspace('@acme/lost', false), { prepare: NPM_LOCK });
    const ended = await runWorkflow(short, machines);
    assert.match(ended.failed, /^merge: OWNER\/packgate/, ended.log);
    assert.match(ended.log, /shard 4 of 4 is lost/);
    await absent(['@acme/lost-a@1.0.0', '@acme/lost-b@1.0.0'], 'a shard is lost');
  });

  test('the one job of README.md publishes the file that passed, and no leak', async (t) => {
    const [, text] = /^```yaml\n(on:[\s\S]*?)^```$/m.exec(readFileSync('README.md', 'utf8'))!;
    const run = async (leaks: boolean) => {
      const machines = await bench(t, registry, single('@acme/readme', leaks), { prepare: NPM_LOCK });
      return runWorkflow(parse(text!), machines);
    };
    assert.match((await run(true)).failed, /^publish: OWNER\/packgate/);
    assert.deepEqual(await versionsOf(registry, '@acme/readme'), []);
    const { succeeded, log } = await run(false);
    assert.ok(succeeded, log);
    assert.deepEqual(await versionsOf(registry, '@acme/readme'), ['1.0.0']);
  });
});
