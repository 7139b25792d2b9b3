import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../src/nearest.ts';

const WORDS = ['allow', 'config', 'fail-on', 'format', 'ignore-scripts', 'warning', 'keep'];

test('nearest finds what was meant, and nothing else', () => {
  for (const [word, meant] of [
    ['alow', 'allow'],
    ['confgi', 'config'],
    ['CONFIG', 'config'],
    ['failon', 'fail-on'],
    ['warn', 'warning'],
    ['ignorescript', 'ignore-scripts'],
    ['fo', undefined],
    ['baseline', undefined],
    ['x', undefined],
    ['', undefined],
    ['a'.repeat(1e6), undefined],
  ] as const) {
    assert.equal(nearest(word, WORDS), meant, word.slice(0, 20));
  }
});
