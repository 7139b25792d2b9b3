import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureOf } from '../../src/report/failure.ts';
import { broken, clean, finding, hostile, incident, many, runOf, verdict } from './runs.ts';

test('a pass has no failure', () => {
  assert.equal(failureOf(runOf(clean)), undefined);
});

test('a leak says how much of what', () => {
  assert.equal(
    failureOf(runOf(incident)),
    '1 finding stops this release: source-map/file (1) in @acme/cli@2.1.88, which would expose 1,902 original files with 512,311 lines. The job summary tells the cause and the fix of each.',
  );
});

test('what is waived or milder than the threshold does not count', () => {
  const strict = verdict({ ...incident, failOn: 'warning' });
  assert.match(
    failureOf(runOf(strict))!,
    /^2 findings stop this release: source-map\/file \(1\), source-map\/reference \(1\) in/,
  );
  assert.match(failureOf(runOf(many))!, /^299 findings stop .*source-map\/file \(4\)/);
});

test('not having looked is told apart from a leak, and the target is named once', () => {
  assert.equal(
    failureOf(runOf(broken)),
    'packgate could not inspect ./dist/acme-web-3.0.0.tgz: the gzip stream ends in the middle of "package/index.js" (byte 18,322). Nothing is claimed about it. Next step: Pack it again: npm pack --pack-destination ./dist.',
  );
});

test('a leak beside what was not inspected is told too', () => {
  const lines = failureOf(runOf(broken, incident, clean))!.split('\n');
  assert.match(lines[0]!, /^packgate could not inspect/);
  assert.match(lines[1]!, /^1 finding stops this release/);
});

test('many targets are counted', () => {
  const text = failureOf(runOf(...Array.from({ length: 40 }, () => broken), clean))!;
  assert.match(text, /^packgate could not inspect 40 of 41 targets: nothing is claimed about them\.\n/);
  assert.match(text, /\nand 35 more, see the summary$/);
});

test('what is not named is counted, in the singular where it is one', () => {
  const rules = (most: number) =>
    verdict({
      outcome: 'fail',
      findings: Array.from({ length: most }, (_, at) => finding(`a/r${at}`, 'error', 'x.js', 'x')),
    });
  assert.match(failureOf(runOf(rules(6)))!, / a\/r4 \(1\), 1 more rule in /);
  assert.match(failureOf(runOf(rules(1_005)))!, / a\/r4 \(1\), 1,000 more rules in /);
});

test('a run of nothing is no pass', () => {
  assert.match(failureOf({ outcome: 'error', packages: [], failOn: 'error' })!, /nothing is claimed/);
});

test('hostile and endless names stay one harmless line', () => {
  const rules = Array.from({ length: 300 }, (_, index) =>
    finding(`made-up/rule-${index}`, 'error', 'a', 'b'),
  );
  const endless = verdict({
    ...hostile,
    findings: rules,
    package: { ...hostile.package, version: '1'.repeat(1e6) },
  });
  const failed = {
    ...broken,
    target: '::x::\n##[y]',
    error: { ...broken.error, message: '\n::z::'.repeat(1e5) },
  };
  for (const run of [runOf(hostile), runOf(endless), runOf(failed)]) {
    const text = failureOf(run)!;
    assert.doesNotMatch(text, /^\s*::|##\[|[\u001b\u202e\n]/m);
    assert.ok(text.length < 4096, `${text.length} characters`);
  }
});
