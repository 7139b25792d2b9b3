import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/drift/kind.ts';
import { packageOf } from '../../facts.ts';
import { drift, type Release } from './releases.ts';

const JS = { files: { 'dist/a.js': 1 } };

const cases: readonly [before: Release, now: Release, ...said: string[]][] = [
  [
    JS,
    { files: { 'dist/a.js': 1, 'dist/a.js.map': 1 }, maps: ['dist/a.js.map'] },
    'package.json: 1 file with a source map where npm:made@1.0.0 had none',
  ],
  [
    JS,
    { files: { 'dist/a.js': 1 }, maps: ['dist/a.js'] },
    'package.json: 1 file with a source map where npm:made@1.0.0 had none',
  ],
  [
    JS,
    { files: { 'dist/a.js': 1, 'dist/b.js': 1 }, readable: ['dist/a.js', 'dist/b.js'] },
    'package.json: 2 files of readable code where npm:made@1.0.0 had none',
  ],
  [
    JS,
    { files: { 'dist/a.js': 1, 'dist/.env': 1 } },
    'dist/.env: the first `.env` file since npm:made@1.0.0',
  ],
  [
    JS,
    { files: { 'dist/a.js': 1, 'b.sql': 1, 'a.SQL': 1 } },
    'a.SQL: the first `.sql` file since npm:made@1.0.0 (2 files)',
  ],
  [
    { files: { 'a.d.ts': 1 } },
    { files: { 'a.d.ts': 1, 'a.ts': 1 } },
    'a.ts: the first `.ts` file since npm:made@1.0.0',
  ],
  // Quiet: the same kinds, a kind that went, names without an ending.
  [JS, { files: { 'dist/b.js': 1, 'lib/c.js': 1 } }],
  [{ files: { 'a.js': 1, 'a.css': 1 } }, JS],
  [JS, { files: { 'dist/a.js': 1, LICENSE: 1, Makefile: 1 } }],
  [
    { files: { 'a.map': 1 }, maps: ['a.map'] },
    { files: { 'a.map': 1, 'b.map': 1 }, maps: ['a.map', 'b.map'] },
  ],
];
for (const [before, now, ...said] of cases) {
  test(`${JSON.stringify(before)} -> ${JSON.stringify(now)}`, () =>
    assert.deepEqual(drift(rule, before, now), said));
}

test('without an earlier release nothing is said', () =>
  assert.deepEqual([...rule.inspect(packageOf(['a.js']))], []));
