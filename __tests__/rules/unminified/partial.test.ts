import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifiedModule, readableModule, times } from './samples.ts';
import { told } from './told.ts';

/** White space gone, names kept. */
const tight = (n = 0) =>
  readableModule(n)
    .replace(/\/\/.*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\w ]) ?/g, '$1');

for (const [what, text] of [['white space gone, names kept', times(10, tight)]] as const) {
  test(`partial: ${what}`, () => {
    assert.deepEqual(Object.keys(told('dist/a.js', text)), ['unminified/partial']);
  });
}

for (const [what, text] of [
  ['minified', times(10, minifiedModule)],
  ['short', tight().slice(0, 150)],
] as const) {
  test(`quiet: ${what}`, () => {
    assert.deepEqual(told('dist/a.js', text), {});
  });
}

test('source is not called half-minified', () => {
  assert.deepEqual(Object.keys(told('dist/a.js', readableModule())), ['unminified/script']);
});
