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
