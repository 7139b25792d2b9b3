import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSarif } from '../../src/report/sarif.ts';
import { parseSarif } from '../sarif-schema.ts';
import { matchesSnapshot } from '../snapshot.ts';
import { broken, clean, finding, hostile, incident, many, RULES, RUNS, runOf, verdict } from './runs.ts';

const runsOf = (...packages: Parameters<typeof runOf>) =>
  parseSarif(renderSarif(runOf(...packages), RULES)).runs;

for (const [name, run] of Object.entries(RUNS)) {
  test(`${name}: is SARIF, and the same twice`, () => {
    const text = renderSarif(run, RULES);
    parseSarif(text);
    assert.equal(renderSarif(structuredClone(run), RULES), text);
  });
}

test('the schema refuses what is no SARIF', () => {
  assert.throws(() =>
    parseSarif(renderSarif(runOf(incident), RULES).replace('"level": "error"', '"level": "fatal"')),
  );
});

test('a message and what to do about it are two sentences', () => {
  const more = { help: 'Minify it.' };
  const [{ results }] = runsOf(
    verdict({ findings: [finding('a/b', 'note', 'c.js', 'it is readable', more)] }),
  );
  assert.match(results[0].message.text, /: it is readable\. Minify it\.$/);
  const [{ invocations }] = runsOf(broken);
  const [told] = invocations[0].toolExecutionNotifications;
  assert.match(told.message.text, /\(byte 18,322\)\. Pack it again: /);
});

test('incident, whole', () => {
  const text = renderSarif(runOf(incident), RULES).replace(
    /"semanticVersion": "[^"]+"/,
    '"semanticVersion": "0.0.0"',
  );
  matchesSnapshot(new URL('snapshots/incident.sarif.snap.json', import.meta.url), text);
});

test('a result stands at package.json, names the file in the package, and has our fingerprint', () => {
  const [{ results, tool }] = runsOf(incident);
  const [first] = results;
  assert.match(first.message.text, /^cli\.js\.map: Source map with the whole text of 1,902 original files/);
  assert.equal(first.locations[0].physicalLocation.artifactLocation.uri, 'package.json');
  assert.equal(first.locations[0].logicalLocations[0].fullyQualifiedName, '@acme/cli/cli.js.map');
  assert.equal(first.partialFingerprints.primaryLocationLineHash, incident.findings[0]?.fingerprint);
  assert.equal(tool.driver.rules[first.ruleIndex].id, first.ruleId);
  assert.deepEqual(tool.driver.rules[0].properties.tags, [
    'security',
    'external/cwe/cwe-540',
    'external/cwe/cwe-615',
  ]);
});

test('a checked folder has its own package.json', () => {
  for (const [target, uri] of [
    ['packages/cli', 'packages/cli/package.json'],
    ['./packages/cli/', 'packages/cli/package.json'],
    ['.', 'package.json'],
    ['../elsewhere', 'package.json'],
    ['/abs/olute', 'package.json'],
    ['out/cli.tgz', 'package.json'],
    ['npm:left-pad@1.3.0', 'package.json'],
    ['a b|c', 'package.json'],
  ] as const) {
    const [{ results }] = runsOf({ ...incident, package: { ...incident.package, target } });
    assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, uri, target);
  }
});

test('packages are kept apart, also two of one name', () => {
  const ids = runsOf(incident, clean, { ...clean, package: { ...clean.package, name: 'other' } }).map(
    (run: { automationDetails: { id: string } }) => run.automationDetails.id,
  );
  assert.deepEqual(ids, ['packgate/@acme/cli/', 'packgate/@acme/cli#2/', 'packgate/other/']);
});

test('more packages than GitHub takes runs share one, and keep their fingerprints apart', () => {
  const packages = Array.from({ length: 21 }, (_, index) => ({
    ...incident,
    package: { ...incident.package, name: `package-${index}` },
  }));
  const runs = runsOf(...packages);
  assert.equal(runs.length, 1);
  const prints = runs[0].results.map(
    (result: { partialFingerprints: { primaryLocationLineHash: string } }) =>
      result.partialFingerprints.primaryLocationLineHash,
  );
  assert.equal(new Set(prints).size, 21 * 3);
});

test('what was not inspected is no success, and neither opens nor closes an alert', () => {
  const [{ invocations, results, automationDetails }, ...others] = runsOf(broken);
  assert.deepEqual([others, automationDetails, results], [[], undefined, []]);
  assert.equal(invocations[0].executionSuccessful, false);
  assert.match(
    invocations[0].toolExecutionNotifications[0].message.text,
    /^Not inspected, nothing is claimed: /,
  );
  const [nothing] = parseSarif(renderSarif({ outcome: 'error', packages: [], failOn: 'error' }, RULES)).runs;
  assert.equal(nothing.invocations[0].executionSuccessful, false);
  assert.equal(runsOf(clean)[0].invocations[0].executionSuccessful, true);
});

test('a package that was not inspected has no run of its own, so that no alert of it stays or goes by mistake', () => {
  const named = (runs: readonly { automationDetails?: { id: string } }[]) =>
    runs.map(({ automationDetails }) => automationDetails?.id);
  assert.deepEqual(named(runsOf(broken, clean)), ['packgate/@acme/cli/', undefined]);
  const twenty = Array.from({ length: 20 }, (_, index) => ({
    ...clean,
    package: { ...clean.package, name: `package-${index}` },
  }));
  assert.equal(runsOf(...twenty).length, 20);
  assert.deepEqual(named(runsOf(...twenty, broken)), ['packgate//', undefined]);
});

test('a package has its place in the repository where that can be looked up', () => {
  const text = renderSarif(runOf(incident), RULES, {
    placeIn: () => ({ file: 'packages/my cli#1/package.json', line: 7 }),
    inRepository: ({ file, line }) => ({ file: `sub/${file}`, line }),
  });
  const [{ physicalLocation }] = parseSarif(text).runs[0].results[0].locations;
  assert.deepEqual(physicalLocation, {
    artifactLocation: { uri: 'sub/packages/my%20cli%231/package.json' },
    region: { startLine: 7 },
  });
});

test('waived findings are suppressed, and what was not looked into is told', () => {
  const [{ results, invocations }] = runsOf(many);
  const suppressed = results.filter(
    (result: { suppressions?: unknown }) => result.suppressions !== undefined,
  );
  assert.equal(suppressed.length, 1);
  assert.equal(
    suppressed[0].suppressions[0].justification,
    'vendored, public source (@acme/release, until 2027-01-31)',
  );
  assert.equal(invocations[0].toolExecutionNotifications.length, 2);
});

test('no more than 25,000 results, the worst ones, and the rest is told', () => {
  const findings = Array.from({ length: 25_010 }, (_, index) =>
    finding('source-map/file', index < 25_000 ? 'error' : 'note', `${index}.map`, 'Source map.'),
  );
  const [{ results, invocations }] = runsOf(verdict({ outcome: 'fail', findings }));
  assert.equal(results.length, 25_000);
  assert.ok(results.every(({ level }: { level: string }) => level === 'error'));
  assert.match(
    invocations[0].toolExecutionNotifications[0].message.text,
    /^10 more results are not in this file/,
  );
});

test('hostile names make no links and hide nothing', () => {
  const [{ results }] = runsOf(hostile);
  assert.ok(results[0].message.text.includes('\\\\u202egpj.js'));
  assert.doesNotMatch(results[0].message.text, /(?<!\\)[[\]]|[\u202e\n]/);
});
