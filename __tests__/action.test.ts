import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildMadeAction, MADE_CHECK, type MadeCheck } from './action/made-action.ts';
import { broken, clean, finding, hostile, incident, many, runOf, verdict } from './report/runs.ts';
import { type Command, outsideCode, runAction, type Step, type StepResult } from './runner.ts';

describe('the Action, around a made check', () => {
  let workspace = '';
  let entry = '';
  before(async () => {
    workspace = mkdtempSync(join(tmpdir(), 'packgate-action-'));
    writeFileSync(join(workspace, 'package.json'), '{\n  "name": "@acme/cli",\n  "files": ["dist"]\n}\n');
    entry = await buildMadeAction(workspace);
  });
  after(() => rmSync(workspace, { recursive: true, force: true }));

  let made = 0;
  function step(check: MadeCheck, more: Partial<Step> = {}): Promise<StepResult> {
    const file = join(workspace, `check-${made++}.json`);
    writeFileSync(file, JSON.stringify(check));
    return runAction({ workspace, entry, ...more, env: { [MADE_CHECK]: file, ...more.env } });
  }
  function named(result: StepResult, name: string): readonly Command[] {
    return result.commands.filter((command) => command.name === name);
  }
  function failure(result: StepResult): string {
    return named(result, 'error').at(-1)?.message ?? '';
  }

  test('a pass ends with 0, outputs, a report in the log and no failure', async () => {
    const result = await step({ run: runOf(clean) });
    assert.equal(result.status, 0, result.stdout + result.stderr);
    assert.equal(result.outputs.verdict, 'pass');
    assert.equal(result.outputs.tarball, './.packgate/acme-cli-2.1.88.tgz');
    assert.deepEqual(named(result, 'error'), []);
    assert.match(result.stdout, /@acme\/cli@2\.1\.88 may ship/);
    assert.equal(result.stderr, '');
    assert.match(result.summary, /\S/);
  });

  test('a leak ends with 1, annotations at the manifest and the sentence last', async () => {
    const result = await step({ run: runOf(incident) });
    assert.equal(result.status, 1);
    assert.equal(result.outputs.verdict, 'fail');
    assert.equal(result.outputs.errors, '1');
    const [first] = named(result, 'error');
    assert.equal(first!.properties.file, 'package.json');
    assert.equal(first!.properties.line, '3');
    assert.match(failure(result), /^1 finding stops this release: source-map\/file/);
    assert.equal(named(result, 'warning').length, 1);
    assert.equal(named(result, 'notice').length, 1);
    assert.match(result.summary, /\S/);
  });

  test('what is not inspected ends with 2 and claims nothing', async () => {
    const result = await step({ run: runOf(broken) });
    assert.equal(result.status, 2);
    assert.equal(result.outputs.verdict, 'error');
    assert.equal(result.outputs.errors, '');
    assert.match(failure(result), /^packgate could not inspect .* Nothing is claimed/);
    assert.match(result.summary, /\S/);
  });

  test('an expected error of the whole check is told like that of one target', async () => {
    const error = {
      code: 'config',
      message: 'packgate.yml:3:1 unknown key "alow"',
      help: 'did you mean "allow"?',
    };
    const result = await step({ error });
    assert.equal(result.status, 2);
    assert.equal(result.outputs.verdict, 'error');
    assert.match(failure(result), /packgate\.yml:3:1 unknown key "alow".* Next step: did you mean "allow"\?/);
    assert.doesNotMatch(result.stdout, / at .*:\d+:\d+\)?$/m);
    assert.match(result.summary, /\S/);
  });

  test('a wrong input is refused before anything is looked at, and every output is set', async () => {
    const result = await step({ run: runOf(clean) }, { inputs: { preset: 'clsoed' } });
    assert.equal(result.status, 2);
    assert.match(failure(result), /could not inspect \.: input "preset" is "clsoed".*"closed"/);
    assert.deepEqual(
      Object.keys(result.outputs).sort(),
      Object.keys((await step({ run: runOf(clean) })).outputs).sort(),
    );
    assert.equal(result.outputs.verdict, 'error');
    assert.match(result.summary, /\S/);
  });

  test('a bug is no pass, says it is a bug and leaves its stack in the log', async () => {
    const result = await step({ bug: 'boom\n::add-mask::x' });
    assert.equal(result.status, 2);
    assert.equal(result.outputs.verdict, 'error');
    assert.match(failure(result), /packgate broke: boom.* bug of packgate/);
    assert.match(result.stdout, / at .*:\d+:\d+\)?$/m);
    assert.deepEqual(named(result, 'add-mask'), []);
  });

  test('an exception from nowhere is no pass', async () => {
    const result = await step({ stray: 'stray\n::add-mask::x' });
    assert.equal(result.status, 2);
    assert.equal(result.outputs.verdict, 'error');
    assert.match(failure(result), /packgate broke: stray/);
    assert.deepEqual(named(result, 'add-mask'), []);
  });

  test('a promise that never settles is no pass', async () => {
    const result = await step({ never: true });
    assert.notEqual(result.status, 0);
    assert.notEqual(result.status, null);
    assert.equal(result.outputs.verdict, 'error');
    assert.match(failure(result), /ended without a verdict/);
  });

  test('a run of no package is no pass', async () => {
    const result = await step({ run: { outcome: 'pass', packages: [], failOn: 'error' } });
    assert.equal(result.status, 2);
    assert.equal(result.outputs.verdict, 'error');
    assert.match(failure(result), /nothing to inspect/);
  });

  test('hostile names are no commands, and the outputs are whole', async () => {
    const result = await step(
      { run: runOf(hostile, { ...broken, target: '::x::\r##[error]y' }) },
      { inputs: { target: '.' } },
    );
    assert.equal(result.status, 2);
    const ours = new Set(['error', 'warning', 'notice', 'group', 'endgroup']);
    assert.deepEqual(
      result.commands.filter(({ name }) => !ours.has(name)),
      [],
    );
    assert.doesNotMatch(result.stdout, /[\u001b\u202e]|##\[/);
    assert.doesNotMatch(result.summary, /[\u001b\u202e]|##\[/);
    assert.doesNotMatch(outsideCode(result.summary), /<script|<img|\]\(https:/);
    assert.equal(result.outputs.verdict, 'error');
    assert.equal(JSON.parse(result.outputs.packages!).length, 2);
  });

  test('hundreds of causes keep within what the runner shows', async () => {
    const findings = Array.from({ length: 200 }, (_, index) =>
      finding(`made-up/rule-${index}`, 'error', `file-${index}`, 'm'),
    );
    const result = await step({ run: runOf(verdict({ outcome: 'fail', findings })) });
    assert.ok(named(result, 'error').length <= 10);
    assert.match(failure(result), /^200 findings stop this release/);
    assert.ok(named(result, 'error').every(({ message }) => message.length <= 4096));
  });

  test('a summary stays within what the runner keeps', async () => {
    const path = (index: number) => `${'very/long/'.repeat(40)}${index}.ts`;
    const findings = Array.from({ length: 20_000 }, (_, index) =>
      finding('unminified/source', 'error', path(index), 'TypeScript source.', {
        // In pairs, so that the causes tell not all.
        help: `Leave out ${index >> 1}.`,
      }),
    );
    const result = await step({ run: runOf(verdict({ ...many, findings })) });
    assert.equal(result.status, 1);
    assert.ok(Buffer.byteLength(result.summary) > 0);
    assert.ok(Buffer.byteLength(result.summary) < 1024 * 1024);
    assert.ok(Buffer.byteLength(result.summary) > 800 * 1024, 'it is not cut more than it has to be');
    // At the end of a row, and saying how many there are besides.
    const rows = result.summary.split('\n').filter((line) => line.startsWith('|'));
    assert.ok(rows.every((row) => row.endsWith('|')));
    assert.match(result.summary, /^_\d[\d,]* more not shown\._$/m);
  });

  test('several packages have a fold each', async () => {
    const result = await step({ run: runOf(incident, clean) });
    assert.deepEqual(
      named(result, 'group').map(({ message }) => message),
      ['fail: @acme/cli@2.1.88', 'pass: @acme/cli@2.1.88'],
    );
    assert.equal(named(result, 'endgroup').length, 2);
  });

  test('a runner without summaries is no reason to stop', async () => {
    for (const GITHUB_STEP_SUMMARY of [undefined, '/nowhere/at/all']) {
      const result = await step({ run: runOf(clean) }, { env: { GITHUB_STEP_SUMMARY } });
      assert.equal(result.status, 0, result.stdout);
      assert.match(result.stdout, /^no job summary: /m);
    }
  });

  test('reports are written where the workflow asked, relative to the workspace', async () => {
    const inputs = {
      'json-file': 'out/a.json',
      'sarif-file': join(workspace, 'b.sarif'),
      'receipt-file': 'c.json',
    };
    const { outputs, status } = await step({ run: runOf(clean) }, { inputs });
    assert.equal(status, 0);
    assert.equal(outputs['json-file'], 'out/a.json');
    assert.equal(outputs['sarif-file'], join(workspace, 'b.sarif'));
    assert.equal(JSON.parse(readFileSync(join(workspace, 'out/a.json'), 'utf8')).verdict, 'pass');
    assert.equal(JSON.parse(readFileSync(join(workspace, 'b.sarif'), 'utf8')).version, '2.1.0');
  });

  test('a report that cannot be written is no pass, and what was found is still told', async () => {
    const result = await step({ run: runOf(incident) }, { inputs: { 'json-file': 'package.json/a.json' } });
    assert.equal(result.status, 2);
    assert.equal(result.outputs.verdict, 'error');
    assert.equal(result.outputs['json-file'], '');
    assert.match(failure(result), /cannot be written.*\n1 finding stops this release/);
  });

  test('where the report of a clean package cannot be written, nothing says that it may ship', async () => {
    const inputs = { 'json-file': 'package.json/a.json', 'receipt-file': 'unreported.jsonl' };
    const result = await step({ run: runOf(clean) }, { inputs });
    assert.deepEqual(
      [result.status, result.outputs.verdict, result.outputs['receipt-file']],
      [2, 'error', ''],
    );
    assert.equal(existsSync(join(workspace, 'unreported.jsonl')), false);
    assert.doesNotMatch(result.stdout, /may ship|PASS/);
    assert.doesNotMatch(result.summary, /may ship|PASS/);
    assert.match(failure(result), /cannot be written/);
  });

  test('nothing inspected leaves no SARIF: an empty one would close alerts, an old one tells of other bytes', async () => {
    await step({ run: runOf(clean) }, { inputs: { 'sarif-file': 'never.sarif' } });
    assert.ok(existsSync(join(workspace, 'never.sarif')));
    const { outputs } = await step(
      { run: runOf(broken) },
      { inputs: { 'sarif-file': 'never.sarif', 'json-file': 'e.json' } },
    );
    assert.equal(outputs['sarif-file'], '');
    assert.throws(() => readFileSync(join(workspace, 'never.sarif')), /ENOENT/);
    assert.equal(JSON.parse(readFileSync(join(workspace, 'e.json'), 'utf8')).verdict, 'error');
  });

  test('the check gets every input and not what only the runner and the Action may see', async () => {
    const inputs = {
      target: 'packages/*\n./out/a.tgz',
      config: 'ci.yml',
      preset: 'open',
      allow: 'dist/**',
      'fail-on': 'note',
      'ignore-scripts': 'true',
      keep: 'kept',
    };
    const env = { ACTIONS_RUNTIME_TOKEN: 'secret', MY_BUILD: '1' };
    const { stdout } = await step({ echo: runOf(clean) }, { inputs, env });
    const [options, cwd, names] = stdout
      .split('\n')
      .filter((line) => line.startsWith('echo '))
      .map((line) => JSON.parse(line.slice(5)));
    assert.deepEqual(options, {
      targets: ['packages/*', './out/a.tgz'],
      config: 'ci.yml',
      preset: 'open',
      allow: ['dist/**'],
      failOn: 'note',
      ignoreScripts: true,
      keep: 'kept',
    });
    assert.equal(cwd, workspace);
    assert.ok(names.includes('MY_BUILD') && names.includes('PATH') && names.includes('GITHUB_SHA'));
    assert.deepEqual(
      names.filter((name: string) => /^INPUT_|RUNTIME_TOKEN|GITHUB_OUTPUT|STEP_SUMMARY/.test(name)),
      [],
    );
  });
});
