import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderJson } from '../../src/report/json.ts';
import { VERSION } from '../../src/version.ts';
import { parseReport } from '../report-schema.ts';
import { broken, clean, hostile, incident, RUNS, runOf, verdict } from './runs.ts';

for (const [name, run] of Object.entries(RUNS)) {
  test(`${name}: fits the schema, says the outcome, and is the same twice`, () => {
    const text = renderJson(run);
    assert.equal(parseReport(text).verdict, run.outcome);
    assert.equal(renderJson(structuredClone(run)), text);
    assert.ok(text.endsWith('}\n'));
  });
}

test('one package is the object itself', () => {
  const report = parseReport(renderJson(runOf(incident)));
  assert.equal(report.schemaVersion, 1);
  assert.equal(report.packgate, VERSION);
  assert.deepEqual(report.package, incident.package);
  assert.deepEqual(report.exposure, incident.exposure);
  assert.deepEqual(report.findings[0].evidence, incident.findings[0]?.evidence);
});

test('several packages are a list, in the order of the targets', () => {
  const report = parseReport(renderJson(runOf(broken, clean)));
  assert.deepEqual(Object.keys(report), ['schemaVersion', 'verdict', 'packages']);
  assert.deepEqual(
    report.packages.map((item: { verdict: string }) => item.verdict),
    ['error', 'pass'],
  );
});

test('of a target that was not inspected nothing is claimed', () => {
  const report = parseReport(renderJson(runOf(broken)));
  assert.deepEqual(Object.keys(report), ['schemaVersion', 'packgate', 'verdict', 'target', 'error']);
  assert.deepEqual(report.error, broken.error);
});

test('no package at all is no pass', () => {
  assert.deepEqual(parseReport(renderJson({ outcome: 'error', packages: [], failOn: 'error' })).packages, []);
});

test('what is absent is left out', () => {
  const [finding] = parseReport(
    renderJson(runOf(verdict({ findings: incident.findings.slice(2) }))),
  ).findings;
  assert.deepEqual(Object.keys(finding), ['rule', 'severity', 'path', 'message', 'fingerprint']);
  const silent = { ...broken, error: { ...broken.error, help: undefined } };
  assert.deepEqual(Object.keys(parseReport(renderJson(runOf(silent))).error), ['code', 'message']);
});

test('fields that packgate may add to its own types do not slip out', () => {
  const more = {
    ...incident,
    secret: 1,
    findings: incident.findings.map((finding) => ({ ...finding, variant: 'x', detail: 'y' })),
  };
  assert.equal(renderJson(runOf(more)), renderJson(runOf(incident)));
});

test('hostile names read back as they were, and do nothing to a terminal or a runner', () => {
  const text = renderJson(runOf(hostile));
  const report = parseReport(text);
  assert.equal(report.findings[0].path, hostile.findings[0]?.path.replace('\ud800', '\ufffd'));
  assert.equal(report.package.version, '1.0.0\n##[error]');
  assert.ok(!text.includes('##['));
  assert.doesNotMatch(text, /[^\P{Cc}\n]|[\u202e\u2028]|\p{Cs}/u);
  assert.equal(Buffer.from(text).toString(), text);
});

test('the schema refuses what is no report', () => {
  const good = renderJson(runOf(incident));
  for (const [from, to] of [
    ['"verdict": "fail"', '"verdict": "maybe"'],
    ['"severity": "error"', '"severity": "fatal"'],
    ['"schemaVersion": 1', '"schemaVersion": 2'],
    ['"firstParty": 1650', '"firstParty": -1'],
    ['"uninspected"', '"unread"'],
  ] as const) {
    assert.throws(() => parseReport(good.replace(from, to)), /not a report/, to);
  }
});
