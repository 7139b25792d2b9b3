import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationsOf, MAX_ANNOTATIONS } from '../../src/report/annotations.ts';
import { broken, clean, finding, hostile, incident, many, RULES, runOf, verdict } from './runs.ts';

const manifest = { file: 'package.json', line: 7 };

function annotations(...packages: Parameters<typeof runOf>) {
  return annotationsOf(runOf(...packages), RULES, {
    placeIn: () => manifest,
    inRepository: (place) => place,
  });
}

test('a pass without findings and what was not inspected have none', () => {
  assert.deepEqual(annotations(clean, broken), []);
});

test('each finding says what, where and the fix, at the manifest, worst first', () => {
  const found = annotations(incident);
  assert.deepEqual(
    found.map(({ severity }) => severity),
    ['error', 'warning', 'note'],
  );
  assert.deepEqual(found[0], {
    severity: 'error',
    title: 'Source map file (source-map/file) in @acme/cli@2.1.88',
    message:
      'cli.js.map: Source map with the whole text of 1,902 original files, 512,311 lines.\n' +
      'Fix: Add "!**/*.map" to "files" in package.json, or build with "esbuild --sourcemap=external" and keep the map outside the package.',
    place: manifest,
  });
  assert.match(found[1]!.message, /^cli\.js:41022:1: .*\nFix: Take the comment out\.$/);
});

test('a place that nobody knows is left out', () => {
  for (const annotation of annotationsOf(runOf(incident), RULES)) {
    assert.ok(!('place' in annotation));
  }
});

test('hundreds of files with one cause are one annotation; a waiver is one, with its reason', () => {
  const found = annotations(many);
  assert.equal(found.length, 4);
  assert.ok(found.some(({ message }) => /\nLikewise: (?:[^,\n]+, ){4}[^,\n]+ and 214 more\n/.test(message)));
  const [waived, ...others] = found.filter(({ message }) => message.includes('vendor/legacy'));
  assert.deepEqual([waived?.severity, others], ['note', []]);
  assert.match(waived?.title ?? '', /^Waived: /);
  assert.match(waived?.message ?? '', /\nWaived until \d{4}-\d\d-\d\d by \S+: \S/);
});

test('200 causes of a kind leave room for the sentence that fails the step', () => {
  const of = (severity: 'error' | 'warning' | 'note', count: number) =>
    Array.from({ length: count }, (_, index) => finding(`${severity}/${index}`, severity, `f${index}`, 'm'));
  const found = annotations(
    verdict({ findings: [...of('error', 200), ...of('warning', 9), ...of('note', 10)] }),
  );
  const kinds = (severity: string) => found.filter((annotation) => annotation.severity === severity);
  assert.equal(kinds('error').length, MAX_ANNOTATIONS);
  assert.equal(kinds('error').at(-1)!.message, 'and 192 more of severity error, see the summary');
  assert.equal(kinds('warning').length, 9);
  assert.doesNotMatch(kinds('warning').at(-1)!.message, /more/);
  assert.match(kinds('note').at(-1)!.message, /^and 2 more/);
});

test('hostile and endless texts are harmless and keep within the limit, remedy included', () => {
  const endless = verdict({
    findings: Array.from({ length: 50 }, () =>
      finding('a/b', 'error', '/x'.repeat(5000), '\u202e'.repeat(1e5), {
        help: 'Leave it out. '.repeat(1000),
      }),
    ),
  });
  for (const { title, message } of annotations(hostile, endless)) {
    assert.doesNotMatch(`${title}\n${message}`, /^\s*::|##\[|[\u001b\u202e\ud800]/m);
    assert.ok(message.length <= 4096, `${message.length} characters`);
  }
  const [longest] = annotations(
    verdict({ findings: [finding('a/b', 'error', 'p', 'x'.repeat(9000), { help: 'Do it.' })] }),
  );
  assert.match(longest!.message, /\nFix: Do it\.$/);
});
