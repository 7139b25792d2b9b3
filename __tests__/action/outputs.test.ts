import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_FILES } from '../../src/action/files.ts';
import { NO_PROOF, outputsOf } from '../../src/action/outputs.ts';
import { verificationOutputs } from '../../src/action/verification-outputs.ts';
import { broken, clean, finding, incident, many, runOf, verdict } from '../report/runs.ts';

test('one package gives its own figures', () => {
  const { packages, ...outputs } = outputsOf(
    runOf(clean),
    { json: 'a.json', sarif: 'b.sarif' },
    { receipt: 'c.json', auditHead: 'ab' },
  );
  assert.deepEqual(outputs, {
    verdict: 'pass',
    tarball: './.packgate/acme-cli-2.1.88.tgz',
    integrity: clean.package.integrity,
    sha256: clean.package.sha256,
    errors: '0',
    warnings: '0',
    'json-file': 'a.json',
    'sarif-file': 'b.sarif',
    'receipt-file': 'c.json',
    'audit-head': 'ab',
  });
  assert.deepEqual(JSON.parse(packages!), [
    {
      name: '@acme/cli',
      version: '2.1.88',
      target: './acme-cli-2.1.88.tgz',
      verdict: 'pass',
      tarball: './.packgate/acme-cli-2.1.88.tgz',
      integrity: clean.package.integrity,
      sha256: clean.package.sha256,
      errors: 0,
      warnings: 0,
    },
  ]);
});

test('what is not inspected claims nothing, and every output is still there', () => {
  const outputs = outputsOf(runOf(broken), NO_FILES, NO_PROOF);
  assert.deepEqual(Object.keys(outputs), Object.keys(outputsOf(runOf(clean), NO_FILES, NO_PROOF)));
  const { verdict: said, packages, ...others } = outputs;
  assert.equal(said, 'error');
  assert.deepEqual(JSON.parse(packages!), [{ target: broken.target, verdict: 'error', code: 'archive' }]);
  assert.deepEqual([...new Set(Object.values(others))], ['']);
});

test('several packages give one a line, in one order', () => {
  const other = verdict({ ...many, tarball: '/tmp/other.tgz' });
  const outputs = outputsOf(runOf(clean, broken, other), NO_FILES, NO_PROOF);
  assert.equal(outputs.tarball, './.packgate/acme-cli-2.1.88.tgz\n/tmp/other.tgz');
  assert.equal(outputs.integrity!.split('\n').length, 2);
  assert.equal(outputs.errors, '299');
  assert.equal(outputs.verdict, 'error');
  assert.equal(JSON.parse(outputs.packages!).length, 3);
});

test('waived findings are not counted', () => {
  const waived = { reason: 'r', owner: 'o', expires: '2027-01-31' };
  const run = runOf(verdict({ findings: [finding('a/b', 'error', 'p', 'm', { waived })] }));
  assert.equal(outputsOf(run, NO_FILES, NO_PROOF).errors, '0');
  assert.equal(outputsOf(runOf(incident), NO_FILES, NO_PROOF).warnings, '1');
});

for (const [tarball, output] of [
  ['out/x.tgz', './out/x.tgz'],
  ['./out/x.tgz', './out/x.tgz'],
  ['../out/x.tgz', './../out/x.tgz'],
  ['/out/x.tgz', '/out/x.tgz'],
  ['.hidden/x.tgz', './.hidden/x.tgz'],
  ['C:\\out\\x.tgz', 'C:\\out\\x.tgz'],
  ['\\\\host\\share\\x.tgz', '\\\\host\\share\\x.tgz'],
] as const) {
  test(`the tarball ${tarball} is told as ${output}, which npm takes for a file`, () => {
    assert.equal(outputsOf(runOf(verdict({ tarball })), NO_FILES, NO_PROOF).tarball, output);
  });
}

test('a list beyond what the runner takes is left out whole, never cut', () => {
  const target = `./${'x'.repeat(1000)}.tgz`;
  const run = runOf(...Array.from({ length: 300 }, () => verdict({ package: { ...clean.package, target } })));
  assert.equal(outputsOf(run, NO_FILES, NO_PROOF).packages, '');
});

test('a step that verifies gives the same outputs, and names only what passed as a tarball', () => {
  const bytes = { target: 'out', tarball: './out/a.tgz', integrity: 'sha512-a', sha256: 'b' };
  const receipt = {
    subject: 'pkg:npm/%40acme/cli@1.2.3',
    sha512: 'c',
    passed: true,
    time: new Date(0),
    packgate: '0.1.0',
    policy: 'd',
    waivedUntil: [],
    intact: true,
  };
  const other = { ...bytes, tarball: './out/b.tgz' };
  const outputs = verificationOutputs({
    outcome: 'fail',
    items: [
      { outcome: 'pass', bytes, receipt },
      { outcome: 'fail', target: 'out', bytes: other, reason: 'differs', message: 'm', help: 'h' },
    ],
  });
  assert.deepEqual(Object.keys(outputs), Object.keys(outputsOf(runOf(clean), NO_FILES, NO_PROOF)));
  assert.deepEqual([outputs.verdict, outputs.tarball, outputs.errors], ['fail', './out/a.tgz', '']);
  const list = JSON.parse(outputs.packages!);
  assert.deepEqual([list[0].name, list[0].version, list[1].reason], ['@acme/cli', '1.2.3', 'differs']);
});
