import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { makeFolder } from '../folders.ts';
import { type Command, runAction, type StepResult } from '../runner.ts';
import { packed } from '../tarballs.ts';
import { CLI } from '../tools/check.ts';

const pkg = (name: string, more: Readonly<Record<string, string>> = {}) =>
  packed({ 'package.json': JSON.stringify({ name, version: '1.0.0' }), 'a.js': 'let a', ...more });
const MAP = JSON.stringify({ version: 3, sources: ['a.ts'], sourcesContent: ['let a'], mappings: 'AAAA' });

function workspace(t: TestContext, files: Readonly<Record<string, Buffer>>): string {
  const folder = makeFolder(t);
  mkdirSync(join(folder, 'out'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'out', name), bytes);
  return folder;
}

function failures(result: StepResult): readonly Command[] {
  return result.commands.filter(({ name }) => name === 'error');
}

const CHECK = { target: './out/*.tgz', 'receipt-file': 'receipts.jsonl', keep: 'out' };
const VERIFY = { target: 'out', verify: 'receipts.jsonl' };

describe('dist/index.js, what one step proves to the next', () => {
  test('a step that checks several packages leaves what a step that verifies goes by', async (t) => {
    const folder = workspace(t, { 'a.tgz': pkg('@acme/a'), 'b.tgz': pkg('b') });
    const check = await runAction({ workspace: folder, inputs: CHECK });
    assert.equal(check.status, 0, check.stdout);
    assert.equal(check.outputs['receipt-file'], 'receipts.jsonl');

    const verify = await runAction({ workspace: folder, inputs: VERIFY });
    assert.equal(verify.status, 0, verify.stdout + verify.stderr);
    assert.deepEqual(failures(verify), []);
    assert.deepEqual(
      [verify.outputs.verdict, verify.outputs.tarball, verify.outputs.integrity],
      ['pass', './out/a.tgz\n./out/b.tgz', check.outputs.integrity],
    );
    assert.deepEqual(Object.keys(verify.outputs).sort(), Object.keys(check.outputs).sort());
    assert.match(verify.summary, /packgate verify: ✅ 2 packages of 2/);
    assert.match(verify.stdout, /^PASS {2}out\/a\.tgz: the bytes that passed as @acme\/a@1\.0\.0/m);

    // An input that is left empty, as an expression without a value leaves it, is a check and no pass by default.
    const empty = await runAction({ workspace: folder, inputs: { ...VERIFY, verify: ' ' } });
    assert.notEqual(empty.status, 0);
  });

  const slips: readonly [why: string, inputs: Readonly<Record<string, string>>][] = [
    ['the receipt is the target', { target: 'out/a.tgz', 'receipt-file': 'out/a.tgz' }],
    ['the receipt is a target, and another input is wrong', { 'receipt-file': 'out/a.tgz', preset: 'x' }],
    ['the receipt is among the targets', { 'receipt-file': 'out/a.tgz' }],
    [
      'the JSON is the target, and another input is wrong',
      { target: 'out/a.tgz', 'json-file': 'out/a.tgz', preset: 'x' },
    ],
    ['the JSON is among the targets', { 'json-file': 'out/a.tgz' }],
    ['the JSON is among the targets, and another input is wrong', { 'json-file': 'out/a.tgz', preset: 'x' }],
    ['the SARIF is among the targets by another name', { 'sarif-file': 'hard' }],
    ['the JSON would overwrite a source', { 'json-file': 'source.js' }],
    [
      'the SARIF would overwrite a source, and another input is wrong',
      { 'sarif-file': 'source.js', preset: 'x' },
    ],
    ['the audit log is among the targets', { 'audit-log': 'out/a.tgz' }],
    ['the receipt is compared with', { baseline: 'receipts.jsonl' }],
    ['the receipt is compared with, and another input is wrong', { baseline: 'receipts.jsonl', preset: 'x' }],
    ['the receipt is to be read', { verify: 'receipts.jsonl' }],
    ['the receipt is to be read, by another name', { verify: './receipts.jsonl' }],
  ];
  for (const [why, inputs] of slips) {
    test(`nothing is lost by a slip: ${why}`, async (t) => {
      const bytes = pkg('@acme/a');
      const folder = workspace(t, { 'a.tgz': bytes });
      await runAction({ workspace: folder, inputs: CHECK });
      const receipts = readFileSync(join(folder, 'receipts.jsonl'), 'utf8');
      linkSync(join(folder, 'out/a.tgz'), join(folder, 'hard'));
      writeFileSync(join(folder, 'source.js'), 'let a');
      const result = await runAction({ workspace: folder, inputs: { ...CHECK, ...inputs } });
      assert.deepEqual([result.status, result.outputs.verdict], [2, 'error'], result.stdout);
      assert.deepEqual(readFileSync(join(folder, 'out/a.tgz')), bytes);
      assert.equal(readFileSync(join(folder, 'source.js'), 'utf8'), 'let a');
      if (inputs.verify ?? inputs.baseline)
        assert.equal(readFileSync(join(folder, 'receipts.jsonl'), 'utf8'), receipts);
    });
  }

  test('no report of an earlier run is left for one whose inputs are wrong', async (t) => {
    const folder = workspace(t, { 'a.tgz': pkg('@acme/a') });
    const inputs = { ...CHECK, 'json-file': 'out.json', 'sarif-file': 'out.sarif' };
    const told = () => JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    assert.equal((await runAction({ workspace: folder, inputs })).status, 0);
    assert.equal(told().verdict, 'pass');
    const wrong = await runAction({ workspace: folder, inputs: { ...inputs, 'fail-on': 'none' } });
    assert.deepEqual([wrong.status, wrong.outputs['json-file'], told().verdict], [2, 'out.json', 'error']);
    assert.equal(existsSync(join(folder, 'out.sarif')), false);
  });

  test('what was changed, added or taken away since is refused with 1, and only what holds is named as a tarball', async (t) => {
    const folder = workspace(t, { 'a.tgz': pkg('@acme/a'), 'b.tgz': pkg('b') });
    await runAction({ workspace: folder, inputs: CHECK });
    const b = readFileSync(join(folder, 'out/b.tgz'));

    writeFileSync(join(folder, 'out/b.tgz'), pkg('b', { 'a.js.map': MAP }));
    const changed = await runAction({ workspace: folder, inputs: VERIFY });
    assert.deepEqual([changed.status, changed.outputs.verdict], [1, 'fail']);
    assert.equal(changed.outputs.tarball, './out/a.tgz');
    assert.equal(JSON.parse(changed.outputs.packages!)[1].reason, 'differs');
    assert.match(
      failures(changed)[0]!.message,
      /^These are not the bytes that passed: do not publish them\.\nout\/b\.tgz: /,
    );

    rmSync(join(folder, 'out/b.tgz'));
    assert.equal((await runAction({ workspace: folder, inputs: VERIFY })).status, 1);
    writeFileSync(join(folder, 'out/b.tgz'), b);
    writeFileSync(join(folder, 'out/c.tgz'), pkg('c'));
    assert.equal((await runAction({ workspace: folder, inputs: VERIFY })).status, 1);
    const single = { ...VERIFY, target: './out/b.tgz' };
    assert.equal((await runAction({ workspace: folder, inputs: single })).status, 0);
  });

  test('a package that failed is refused, and receipts that are missing are not looked at', async (t) => {
    const folder = workspace(t, { 'a.tgz': pkg('a', { 'a.js.map': MAP }) });
    assert.equal((await runAction({ workspace: folder, inputs: CHECK })).status, 1);
    const failed = await runAction({ workspace: folder, inputs: VERIFY });
    assert.deepEqual([failed.status, failed.outputs.tarball], [1, '']);
    rmSync(join(folder, 'receipts.jsonl'));
    const none = await runAction({ workspace: folder, inputs: VERIFY });
    assert.deepEqual([none.status, none.outputs.verdict], [2, 'error']);
    assert.match(failures(none)[0]!.message, /nothing is claimed/);
  });

  test('every run is in the log, the head is an output, and the command line verifies it', async (t) => {
    const folder = workspace(t, { 'a.tgz': pkg('a'), 'leaky.tgz': pkg('leaky', { 'a.js.map': MAP }) });
    const run = (inputs: Readonly<Record<string, string>>) =>
      runAction({ workspace: folder, inputs: { 'audit-log': 'log/audit.jsonl', ...inputs } });
    const heads: string[] = [];
    for (const [inputs, status] of [
      [{ target: 'out/a.tgz' }, 0],
      [{ target: 'out/leaky.tgz' }, 1],
      [{ target: 'out/none.tgz' }, 2],
      [{ target: 'out/a.tgz', preset: 'clsoed' }, 2],
      [{ target: 'out/a.tgz', config: 'none.yml' }, 2],
    ] as const) {
      const { outputs, stdout, ...ended } = await run(inputs);
      assert.equal(ended.status, status, stdout);
      assert.match(
        stdout,
        new RegExp(`^audit record ${heads.length + 1}, head ${outputs['audit-head']}$`, 'm'),
      );
      heads.push(outputs['audit-head']!);
    }
    const verify = (...args: readonly string[]) =>
      spawnSync(process.execPath, [CLI, 'audit', 'verify', 'log/audit.jsonl', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    const { status, stdout } = verify('--head', heads.at(-1)!);
    assert.equal(status, 0);
    assert.match(stdout, /Gate runs {2}1 passed, 1 stopped, 3 not inspected/);
    const lines = readFileSync(join(folder, 'log/audit.jsonl'), 'utf8').split('\n');
    writeFileSync(join(folder, 'log/audit.jsonl'), `${lines.slice(0, 4).join('\n')}\n`);
    assert.equal(verify().status, 0);
    assert.equal(verify('--head', heads.at(-1)!).status, 1);
  });

  test('a run that cannot write its record does not pass, in no report and no output', async (t) => {
    const folder = workspace(t, { 'a.tgz': pkg('a') });
    writeFileSync(join(folder, 'audit.jsonl'), 'notes');
    const result = await runAction({
      workspace: folder,
      inputs: { ...CHECK, 'audit-log': 'audit.jsonl', 'json-file': 'a.json' },
    });
    assert.deepEqual([result.status, result.outputs.verdict, result.outputs['audit-head']], [2, 'error', '']);
    assert.match(
      failures(result).at(-1)!.message,
      /^packgate could not finish: .*no audit record could be written/,
    );
    assert.doesNotMatch(result.summary, /may ship/);
    assert.equal(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).verdict, 'error');
    assert.ok(!existsSync(join(folder, 'receipts.jsonl')));
    assert.equal(result.outputs['receipt-file'], '');
  });
});
