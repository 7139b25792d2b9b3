import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originOf } from '../../../src/content/map/origin.ts';

const LOADERS =
  './node_modules/cache/dist/cjs.js??ref--1-0!./node_modules/read/lib!./node_modules/parts/lib??options';

for (const [source, path, firstParty] of [
  ['webpack://acme/./src/a.js', 'src/a.js', true],
  ['webpack:///./src/a.vue?11c4', 'src/a.vue', true],
  [`webpack:///./src/a.vue?${LOADERS}`, 'src/a.vue', true],
  ['webpack:///./src/a.vue?./node_modules/parts/lib??options', 'src/a.vue', true],
  [`webpack-internal:///${LOADERS}!./src/a.vue?vue&type=script&lang=js&`, 'src/a.vue', true],
  ['webpack-internal:///./node_modules/read/index.js!./tools/own.js!../shared/a.js', '../shared/a.js', true],
  [`webpack:///./node_modules/b/a.vue?${LOADERS}`, 'node_modules/b/a.vue', false],
  [`webpack-internal:///${LOADERS}!./node_modules/b/a.vue?vue&type=script`, 'node_modules/b/a.vue', false],
  ['webpack:///C:\\x\\node_modules\\read\\lib\\index.js!C:\\x\\src\\a.js', 'C:/x/src/a.js', true],
  ['webpack:///..\\node_modules\\read\\lib.js!.\\src\\a.js', 'src/a.js', true],
  ['webpack:///./node_modules/b/index.js', 'node_modules/b/index.js', false],
  ['../node_modules/b/wait!.js', '../node_modules/b/wait!.js', false],
  ['../src/who?.js', '../src/who?.js', true],
  ['webpack:///./src/a.js?b!', 'src/a.js', true],
] as const) {
  test(`${source} is ${firstParty ? "the publisher's" : "somebody else's"} ${path}`, () => {
    const origin = originOf(source);
    assert.deepEqual([origin.path, origin.firstParty], [path, firstParty]);
  });
}
