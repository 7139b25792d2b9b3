import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRemovable } from '../../src/rules/about.ts';

for (const [path, expected] of [
  ['dist/a.js.map', true],
  ['dist/report.html!/base64-1', true],
  ['dist/data.bin!/a.map', true],
  // Whoever leaves it out leaves out the code.
  ['dist/a.js!/base64-1', false],
  ['bin/desk!/stream-1', false],
  ['dist/a.mjs!/base64-2!/base64-2', false],
] as const) {
  test(`leaving out ${path} is ${expected ? 'a' : 'no'} fix`, () =>
    assert.equal(isRemovable({ rule: 'source-map/file', path }), expected));
}
