import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amended, toFinding } from '../../src/rules/finding.ts';
import { type Words, wordedLater } from '../../src/rules/worded.ts';

const RULE = { id: 'a/rule' };
const PLACE = { file: 'package.json', line: 3 };

test('a fingerprint is made of rule, path and detail, and stays when the finding is told in other words', () => {
  const one = toFinding(RULE, { path: 'a.js', message: 'one' });
  assert.match(one.fingerprint, /^[0-9a-f]{32}$/);
  assert.equal(toFinding(RULE, { path: 'a.js', message: 'two', line: 7 }).fingerprint, one.fingerprint);
  for (const other of [
    toFinding({ id: 'a/other' }, { path: 'a.js', message: 'one' }),
    toFinding(RULE, { path: 'b.js', message: 'one' }),
    toFinding(RULE, { path: 'a.js', message: 'one', detail: 'x' }),
  ])
    assert.notEqual(other.fingerprint, one.fingerprint);
  const again = toFinding(RULE, { path: 'a.js', message: 'one', detail: 'known now' }, one);
  assert.equal(again.fingerprint, one.fingerprint);
  assert.equal(amended(one, { message: 'three' }).fingerprint, one.fingerprint);
});

test('what is added stands before what was there, and evidence is added up', () => {
  const finding = toFinding(RULE, { path: 'a.js', message: 'one', evidence: { lines: 1, from: 'x' } });
  const traced = amended(finding, { keepOut: 'leave it out', fixAt: PLACE, evidence: { from: 'y' } });
  const judged = amended(traced, {
    severity: 'error',
    otherwise: 'help of the rule',
    evidence: { more: true },
  });
  assert.deepEqual(judged.evidence, { lines: 1, from: 'y', more: true });
  assert.deepEqual(
    [judged.rule, judged.path, judged.message, judged.help, judged.keepOut, judged.fixAt, judged.severity],
    ['a/rule', 'a.js', 'one', 'help of the rule', 'leave it out', PLACE, 'error'],
  );
  assert.equal(amended(judged, { help: 'better' }).help, 'better');
  assert.deepEqual(
    [traced.help, finding.keepOut, finding.evidence],
    [undefined, undefined, { lines: 1, from: 'x' }],
  );
});

test('one addition for many findings keeps them apart', () => {
  const [left, right, more] = [{ keepOut: 'left' }, { keepOut: 'right' }, { severity: 'note' } as const];
  const judged = ['a', 'b', 'c'].map((path, at) =>
    amended(amended(toFinding(RULE, { path, message: path }), at === 1 ? right : left), more),
  );
  assert.deepEqual(
    judged.map(({ path, message, keepOut, severity }) => [path, message, keepOut, severity]),
    [
      ['a', 'a', 'left', 'note'],
      ['b', 'b', 'right', 'note'],
      ['c', 'c', 'left', 'note'],
    ],
  );
});

test('words are put together when they are asked for, and each time alike', () => {
  let asked = 0;
  const words: Words<{ readonly lines: number }> = {
    message({ lines }) {
      asked++;
      return `${lines} lines`;
    },
    evidence: (seen) => seen,
    weight: ({ lines }) => lines,
  };
  const seen = wordedLater('a.js', { lines: 2 }, words, { line: 4, column: 2, help: 'help' });
  const finding = amended(toFinding(RULE, seen), { severity: 'error' });
  assert.deepEqual([finding.path, finding.line, finding.column, finding.help], ['a.js', 4, 2, 'help']);
  assert.equal(asked, 0);
  assert.deepEqual(
    [finding.message, finding.message, finding.evidence, finding.weight],
    ['2 lines', '2 lines', { lines: 2 }, 2],
  );
  assert.equal(asked, 2);
});
