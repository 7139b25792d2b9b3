import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readKnown, regexesOf, superlinear } from './regexes.ts';

test('the judge knows an expression that is not linear from one that is', () => {
  assert.equal(superlinear('/^(a+)+$/')?.why, 'exponential');
  assert.match(superlinear('/\\s+$/')?.why ?? '', /2nd degree polynomial/);
  assert.equal(superlinear('/^[a-z]+:/i'), undefined);
});

// Judging one takes up to a minute, and longer on a busy machine: that is for the command. Here it has to be done.
test('every regular expression was judged', async () => {
  const { linear, bounded } = readKnown();
  const known = new Set([...linear, ...Object.keys(bounded)]);
  const regexes = await regexesOf('src');
  assert.ok(regexes.size > 100, `${regexes.size} expressions found`);
  const open = [...regexes].filter(([regex]) => !known.has(regex));
  assert.deepEqual(
    open.map(([regex, files]) => `${files.join(', ')}: ${regex}`),
    [],
    'these are new: `npm run regexes` judges them, and lists those that take linear time',
  );
});

test('what is bounded says so in words', () => {
  for (const [regex, why] of Object.entries(readKnown().bounded)) assert.match(why, /^\w.{20,}/, regex);
});
