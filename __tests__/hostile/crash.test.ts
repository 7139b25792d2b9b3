import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFolder } from '../folders.ts';
import { CONTENT_PARSERS } from './content-parsers.ts';
import { PARSERS, tryOut } from './parsers.ts';

// About 25 seconds on two cores. `npm run fuzz -- parsers` draws as many as one likes.

for (const parser of [...PARSERS, ...CONTENT_PARSERS]) {
  test(`${parser.name}: ${parser.rounds} random inputs neither break nor delay it, and give the same however they are cut`, async (t) => {
    const folder = makeFolder(t);
    const wrong: string[] = [];
    for (let seed = 1; seed <= parser.rounds && wrong.length < 3; seed++) {
      const told = await tryOut(parser, seed, folder);
      if (told !== undefined) wrong.push(told);
    }
    assert.deepEqual(wrong, []);
  });
}

/** Inputs of which pieces told something else than the whole, by the parser and the seed that drew them. */
const ONCE: readonly (readonly [parser: string, seed: number])[] = [
  ['the look at what is nearly a map', 169],
  ['the look at what is nearly a map', 311],
  ['files that nobody means to publish', 690],
  ['records of builds', 500_764],
];

test('what was read differently in pieces once is read alike', async (t) => {
  const folder = makeFolder(t);
  for (const [name, seed] of ONCE) {
    const parser = [...PARSERS, ...CONTENT_PARSERS].find((one) => one.name === name)!;
    assert.equal(await tryOut(parser, seed, folder), undefined, `${name}, ${seed}`);
  }
});
