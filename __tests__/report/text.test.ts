import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { renderHeadline, renderText } from '../../src/report/text.ts';
import { matchesSnapshot } from '../snapshot.ts';
import {
  broken,
  clean,
  finding,
  hostile,
  incident,
  many,
  NO_EXPOSURE,
  RULES,
  RUNS,
  runOf,
  verdict,
} from './runs.ts';

const textOf = (run: Parameters<typeof renderText>[0], columns = 80, color = false) =>
  renderText(run, { rules: RULES, color, columns });

for (const [name, run] of Object.entries(RUNS)) {
  test(`${name}: as a reviewer has read it, at 80 columns`, () => {
    matchesSnapshot(new URL(`snapshots/${name.replaceAll(' ', '-')}.txt`, import.meta.url), textOf(run));
  });

  test(`${name}: colour changes no letter`, () => {
    assert.equal(stripVTControlCharacters(textOf(run, 80, true)), textOf(run));
    assert.notEqual(textOf(run, 80, true), textOf(run));
  });

  test(`${name}: promises nothing it does not know`, () => {
    assert.doesNotMatch(textOf(run), /\b(?:safe|clean|secure)\b/i);
  });
}

test('incident at 120 columns', () => {
  matchesSnapshot(new URL('snapshots/incident.120.txt', import.meta.url), textOf(RUNS.incident!, 120));
});

test('sentences are wrapped at the width, names are not', () => {
  const { help } = incident.findings[0]!;
  for (const columns of [40, 66, 80, 120]) {
    const text = textOf(runOf(incident), columns);
    const fix = text.slice(text.indexOf('  Fix: '), text.indexOf('\n\nWARNING'));
    assert.equal(fix.replace(/\s+/g, ' ').trim(), `Fix: ${help}`);
    for (const line of fix.split('\n')) assert.ok(line.length <= columns, line);
  }
  assert.ok(textOf(runOf(incident), 40).includes(incident.package.integrity));
});

test('a hostile package moves no cursor and gives a runner no command', () => {
  for (const columns of [40, 80, 120]) {
    const text = textOf(runOf(hostile), columns);
    assert.doesNotMatch(text, /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\u2028\u2029]/u);
    assert.doesNotMatch(text, /##\[|^\s*::/m);
    assert.doesNotMatch(renderHeadline(runOf(hostile)), /[^\P{Cc}\n]|##\[/u);
  }
});

test('a command that is wrapped to the start of a line stays text', () => {
  const message = `${'x'.repeat(70)} ::error::pwned`;
  const run = runOf(
    verdict({ outcome: 'fail', findings: [finding('source-map/file', 'error', 'a.map', message)] }),
  );
  assert.match(textOf(run), /^ {4}:\\:error::pwned$/m);
});

test('long names are cut in the middle', () => {
  const path = `${'a/'.repeat(500)}cli.js.map`;
  const text = textOf(runOf(verdict({ findings: [finding('source-map/file', 'warning', path, 'Map.')] })));
  assert.match(text, /^ {2}a\/.*….*cli\.js\.map$/m);
  assert.ok(Math.max(...text.split('\n').map((line) => line.length)) < 170);
});

test('the same message is said once; different ones stand beside or below', () => {
  const text = textOf(runOf(many));
  assert.equal(text.match(/No allow pattern matches it\./g)?.length, 1);
  assert.match(text, /^ {2}dist\/chunk-3\.js\.map {2}Source map of 5 original files, 400 lines\.$/m);
  assert.match(
    textOf(runOf(many), 40),
    /^ {2}dist\/chunk-3\.js\.map\n {4}Source map of 5 original files, 400\n/m,
  );
});

test('more causes than one can read are counted', () => {
  const findings = Array.from({ length: 20 }, (_, index) =>
    finding('source-map/file', 'error', `${index}.map`, 'Map.', { help: `Fix ${index}.` }),
  );
  const text = textOf(runOf(verdict({ outcome: 'fail', findings })));
  assert.equal(text.match(/^ERROR {2}/gm)?.length, 12);
  assert.match(text, /^and 8 findings more, of other causes; --format json lists them all$/m);
});

test('the headline says what stops the release, and not what the policy lets pass', () => {
  const map = finding('source-map/file', 'note', 'a.map', 'Map.');
  const unlisted = finding('allowlist/unlisted', 'error', 'b', 'Unlisted.');
  const exposure = { ...NO_EXPOSURE, sources: 5 };
  for (const [report, line] of [
    [clean, 'PASS  @acme/cli@2.1.88 may ship: nothing found that stops the release'],
    [
      verdict({ uninspected: many.uninspected }),
      'PASS  @acme/cli@2.1.88 may ship, but 2 files were not looked into',
    ],
    [
      verdict({ outcome: 'fail', findings: [unlisted, map], exposure }),
      'FAIL  @acme/cli@2.1.88 may not ship: 1 finding stops the release',
    ],
    [
      verdict({ outcome: 'fail', findings: [map, map], exposure: NO_EXPOSURE, failOn: 'note' }),
      'FAIL  @acme/cli@2.1.88 may not ship: 2 findings stop the release',
    ],
    [broken, 'ERROR ./dist/acme-web-3.0.0.tgz: NOT INSPECTED, nothing is claimed'],
  ] as const) {
    assert.equal(renderHeadline(runOf(report)), `${line}\n`);
  }
  assert.equal(renderHeadline(runOf(clean, broken)), 'ERROR 2 packages: 1 not inspected, 1 may ship\n');
  assert.equal(
    renderHeadline({ outcome: 'error', packages: [], failOn: 'error' }),
    'ERROR 0 packages: nothing was inspected\n',
  );
});

test('a sentence without end is cut', () => {
  const findings = [
    finding('source-map/file', 'error', 'a.map', 'x'.repeat(1e6), { help: 'y '.repeat(1e6) }),
  ];
  assert.ok(textOf(runOf(verdict({ outcome: 'fail', findings }))).length < 4_000);
});
