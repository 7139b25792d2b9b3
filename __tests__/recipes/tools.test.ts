import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { type Registry, startRegistry } from '../registry.ts';
import { alter, bench, MAP, republish, verified, versionsOf } from './bench.ts';
import { recipes } from './page.ts';
import { NPM_LOCK, single, workspace } from './projects.ts';
import { startStages } from './stages.ts';
import { bash, type Machines, runWorkflow } from './workflow.ts';

const shown = recipes();

/** How a scenario of one project goes. */
type Scenario = 'clean' | 'leaks' | 'altered';

// Release tools that tag and publish in one run, those that only tag, and ways beside the workflows.
describe('release tools', { concurrency: 2 }, () => {
  let registry: Registry;
  before(async () => {
    registry = await startRegistry();
  });
  after(() => registry.stop());

  /** What passed is what is public, and would not be if the registry had other bytes. */
  async function holds(machines: Machines, name: string, version: string, receipts: string): Promise<void> {
    assert.ok((await versionsOf(registry, name)).includes(version), `${name}@${version} is published`);
    const good = await verified(machines, `${name}@${version}`, receipts);
    assert.equal(good.status, 0, good.said);
    await republish(registry, name, version);
    const bad = await verified(machines, `${name}@${version}`, receipts);
    assert.equal(bad.status, 1, bad.said);
  }

  const ALTER = `node --import ${resolve('node_modules/tsx/dist/loader.mjs')} ${resolve('__tests__/recipes/alter.ts')}`;
  const tags = async ({ repository, env }: Machines) =>
    (await bash('git ls-remote --tags origin', repository, env)).said;

  test('semantic-release: nothing is tagged or published of a leak, and nothing published that changed', async (t) => {
    const { workflow, configs } = shown.get('semantic-release')!;
    const run = async (scenario: Scenario) => {
      const config = parse(configs[0]!) as { plugins: (string | [string, object])[] };
      // It needs the API of GitHub, for the release's notes and nothing that is published.
      const plugins = config.plugins.filter((name) => name !== '@semantic-release/github');
      assert.equal(plugins.length, config.plugins.length - 1);
      if (scenario === 'altered')
        plugins.push(['@semantic-release/exec', { prepareCmd: `${ALTER} release` }]);
      const tree = {
        ...single('@acme/semantic', scenario === 'leaks', { '.gitignore': 'release\ndist\n' }),
        '.releaserc.yml': stringify({ ...config, plugins }),
      };
      const machines = await bench(t, registry, tree, {
        tool: 'semantic-release',
        git: true,
        prepare: NPM_LOCK,
      });
      return { machines, ended: await runWorkflow(workflow!, machines) };
    };
    for (const scenario of ['leaks', 'altered'] as const) {
      const { machines, ended } = await run(scenario);
      assert.equal(ended.failed, 'release: npx semantic-release', ended.log);
      assert.match(ended.log, scenario === 'leaks' ? /source-map\/file/ : /sha512/);
      assert.deepEqual(await versionsOf(registry, '@acme/semantic'), [], scenario);
      if (scenario === 'leaks') assert.equal(await tags(machines), '');
    }
    const { machines, ended } = await run('clean');
    assert.ok(ended.succeeded, ended.log);
    assert.match(await tags(machines), /v1\.0\.0$/m);
    await holds(machines, '@acme/semantic', '1.0.0', join(machines.folder, 'release/release/receipts.jsonl'));
  });

  test('release-it: a leak and a change stop it before it publishes', async (t) => {
    const { configs, commands } = shown.get('release-it')!;
    const run = async (scenario: Scenario) => {
      const config = JSON.parse(configs[0]!) as { hooks: Record<string, string[]> };
      if (scenario === 'altered') config.hooks['before:npm:release']!.splice(-1, 0, `${ALTER} release`);
      const tree = {
        ...single('acme-it', scenario === 'leaks', { '.gitignore': 'release\n' }),
        '.release-it.json': config,
      };
      const prepare = `${NPM_LOCK} && npm run build`;
      const machines = await bench(t, registry, tree, { tool: 'release-it', git: true, prepare });
      // It asks the registry who is there, which this one does not know.
      const asked = `${commands.join('\n')} --npm.skipChecks`;
      const { status, said } = await bash(asked, machines.repository, machines.env);
      return { machines, status, said };
    };
    for (const scenario of ['leaks', 'altered'] as const) {
      const { status, said } = await run(scenario);
      assert.notEqual(status, 0, said);
      assert.match(said, scenario === 'leaks' ? /source-map\/file/ : /sha512/);
      assert.deepEqual(await versionsOf(registry, 'acme-it'), [], scenario);
    }
    const { machines, status, said } = await run('clean');
    assert.equal(status, 0, said);
    await holds(machines, 'acme-it', '1.0.1', join(machines.repository, 'release/receipts.jsonl'));
  });

  const followed: readonly [string, string][] = [
    ['lerna', '{ "version": "1.0.0", "packages": ["packages/*"] }\n'],
    ['nx', '{ "release": { "projects": ["packages/a", "packages/b"], "projectsRelationship": "fixed" } }\n'],
  ];
  for (const [tool, config] of followed) {
    test(`${tool} makes versions and tags, and the workflow of npm workspaces publishes them`, async (t) => {
      const { commands } = shown.get(tool)!;
      const { workflow } = shown.get('npm workspaces')!;
      const tree = {
        ...workspace(`@acme/${tool}`, false, { '.gitignore': '.nx\nnode_modules\n' }),
        [`${tool}.json`]: config,
      };
      const machines = await bench(t, registry, tree, { tool, inside: true, git: true, prepare: NPM_LOCK });
      const earlier = 'git tag v1.0.0 && git push --quiet --tags';
      const made = await bash([earlier, ...commands].join('\n'), machines.repository, machines.env);
      assert.equal(made.status, 0, made.said);
      assert.match(await tags(machines), /v1\.0\.1$/m, made.said);

      const changed = await runWorkflow(workflow!, { ...machines, meanwhile: alter });
      assert.match(changed.failed, /^publish: OWNER\/packgate/, changed.log);
      const map = join(machines.repository, 'packages/b/dist/b.js.map');
      writeFileSync(map, MAP);
      const leak = await runWorkflow(workflow!, machines);
      assert.match(leak.failed, /^inspect: OWNER\/packgate/, leak.log);
      rmSync(map);
      for (const letter of ['a', 'b']) {
        assert.deepEqual(await versionsOf(registry, `@acme/${tool}-${letter}`), []);
      }
      const ended = await runWorkflow(workflow!, machines);
      assert.ok(ended.succeeded, ended.log);
      for (const letter of ['a', 'b']) {
        const receipts = join(machines.folder, 'artifact-release/receipts.jsonl');
        await holds(machines, `@acme/${tool}-${letter}`, '1.0.1', receipts);
      }
    });
  }

  test('npm stage: what is staged can be compared before a person approves it', async (t) => {
    const { workflow, commands } = shown.get('npm stage')!;
    const stages = await startStages(registry);
    t.after(() => stages.stop());
    const machines = async (leaks: boolean) => {
      const made = await bench(t, registry, single('@acme/stage', leaks), { prepare: NPM_LOCK });
      return { ...made, env: { ...made.env, ...stages.env } };
    };
    const approve = async (made: Machines, name: string) => {
      const desk = join(made.folder, name);
      mkdirSync(desk);
      copyFileSync(join(made.folder, 'artifact-release/receipts.jsonl'), join(desk, 'receipts.jsonl'));
      return bash(commands.join('\n'), desk, { ...made.env, STAGE_ID: stages.id() });
    };
    assert.match((await runWorkflow(workflow!, await machines(true))).failed, /^inspect: OWNER/);
    const good = await machines(false);
    assert.match((await runWorkflow(workflow!, { ...good, meanwhile: alter })).failed, /^publish: OWNER/);
    assert.equal(stages.count(), 0);

    const staged = await runWorkflow(workflow!, good);
    assert.ok(staged.succeeded, staged.log);
    assert.equal(stages.count(), 1);
    assert.deepEqual(await versionsOf(registry, '@acme/stage'), [], 'staged is not published');
    stages.change(alter);
    const refused = await approve(good, 'changed');
    assert.equal(refused.status, 1, refused.said);
    assert.deepEqual(await versionsOf(registry, '@acme/stage'), [], 'changed on the stage');
    stages.change(undefined);
    const approved = await approve(good, 'desk');
    assert.equal(approved.status, 0, approved.said);
    await holds(
      { ...good, env: registry.env },
      '@acme/stage',
      '1.0.0',
      join(good.folder, 'desk/receipts.jsonl'),
    );
  });

  test('prepublishOnly: stops a leak, lets a later change through, and that is told afterwards', async (t) => {
    const shownFields = JSON.parse(shown.get('prepublishOnly, the weak form')!.configs[0]!);
    const publish = async (name: string, scenario: Scenario) => {
      const tree = {
        'package.json': {
          name,
          version: '1.0.0',
          ...shownFields,
          scripts: {
            ...shownFields.scripts,
            prepack: scenario === 'altered' ? 'node late.cjs' : 'node -e 0',
          },
        },
        // The first pack is packgate's own.
        'late.cjs': `const fs = require('fs');\nif (fs.existsSync('ran')) fs.writeFileSync('dist/cli.js.map', ${JSON.stringify(MAP)});\nfs.writeFileSync('ran', '');\n`,
        'dist/cli.js': 'console.log(42);\n',
        ...(scenario === 'leaks' && { 'dist/cli.js.map': MAP }),
      };
      const machines = await bench(t, registry, tree, { prepare: 'mkdir -p .packgate' });
      return { machines, ...(await bash('npm publish', machines.repository, machines.env)) };
    };
    const leak = await publish('acme-weak', 'leaks');
    assert.notEqual(leak.status, 0, leak.said);
    assert.deepEqual(await versionsOf(registry, 'acme-weak'), []);
    const good = await publish('acme-weak', 'clean');
    assert.equal(good.status, 0, good.said);
    await holds(
      good.machines,
      'acme-weak',
      '1.0.0',
      join(good.machines.repository, '.packgate/receipts.jsonl'),
    );
    const changed = await publish('acme-weaker', 'altered');
    assert.equal(changed.status, 0, changed.said);
    const receipts = join(changed.machines.repository, '.packgate/receipts.jsonl');
    assert.equal((await verified(changed.machines, 'acme-weaker@1.0.0', receipts)).status, 1);
  });
});
