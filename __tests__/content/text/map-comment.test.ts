import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { referencedPath } from '../../../src/content/text/map-comment.ts';

const PATHS = [
  'a.js',
  'dist/a.js',
  '/a.js',
  'a//b.js',
  './a.js',
  'a/../b/c.js',
  'a/./b.js',
  'a./b.js',
  'é/ü.js',
];
const URLS = [
  'a.map',
  '',
  '.',
  '..',
  '.map',
  '...',
  '../a.map',
  './a.map',
  'b/a.map',
  '/a.map',
  'a b.map',
  'a..',
  'ü.map',
];

test('a comment leads to where its words lead from the folder of its file', () => {
  for (const path of PATHS)
    for (const url of URLS) {
      const there = posix.join(posix.dirname(path), url);
      assert.equal(referencedPath(path, url), there, `${url} of ${path}`);
      if (url !== '') assert.equal(referencedPath(path, `${url}?v=1#x`), there);
    }
});

test('percent signs are read where they can be', () => {
  assert.equal(referencedPath('d/a.js', 'a%20b.map'), 'd/a b.map');
  assert.equal(referencedPath('d/a.js', 'a%2.map'), 'd/a%2.map');
});
