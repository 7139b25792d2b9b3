import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readKnown, regexesOf, superlinear } from './regexes.ts';

test('the judge knows an expression that is not linear from one that is', () => {
  assert.equal(superlinear('/^(a+)+$/'), 'exponential');
  assert.match(superlinear('/\\s+$/') ?? '', /2nd degree polynomial/);
  assert.equal(superlinear('/^[a-z]+:/i'), undefined);
});

test('regular expressions take linear time, or say why they never see much', async () => {
  const { linear, bounded } = readKnown();
  const regexes = await regexesOf('src');
  assert.ok(regexes.size > 100, `${regexes.size} expressions found`);
  const wrong: string[] = [];
  for (const [regex, files] of regexes) {
    // What was looked at before is in the list; another one takes up to some seconds.
    const why = linear.includes(regex) || regex in bounded ? undefined : superlinear(regex);
    if (why !== undefined) wrong.push(`${files.join(', ')}: ${regex}: ${why}`);
  }
  assert.deepEqual(
    wrong,
    [],
    'make them linear, or say in regexes.json under "bounded" what bounds their input',
  );
});

test('what is bounded says so in words', () => {
  for (const [regex, why] of Object.entries(readKnown().bounded)) assert.match(why, /^\w.{20,}/, regex);
});
