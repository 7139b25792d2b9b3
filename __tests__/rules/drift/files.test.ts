import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/drift/files.ts';
import { packageOf } from '../../facts.ts';
import { drift } from './releases.ts';

const sized = (...paths: string[]) => ({ files: Object.fromEntries(paths.map((path) => [path, 1])) });

const cases: readonly [before: string[], now: string[], ...said: string[]][] = [
  [['a.js'], ['a.js', 'b.js'], 'package.json: 1 new file since npm:made@1.0.0: b.js'],
  [['a.js', 'b.js'], ['a.js'], 'package.json: 1 file of npm:made@1.0.0 is gone: b.js'],
  [
    ['a.js'],
    ['b.js', 'c.js'],
    'package.json: 2 new files since npm:made@1.0.0: b.js, c.js',
    'package.json: 1 file of npm:made@1.0.0 is gone: a.js',
  ],
  [
    [],
    ['1', '2', '3', '4', '5', '6', '7'],
    'package.json: 7 new files since npm:made@1.0.0: 1, 2, 3, 4, 5, and 2 more',
  ],
  [
    ['dist/chunk-4F2Q9Z7A.js'],
    ['dist/chunk-4F2Q9Z7A.js.map'],
    'package.json: 1 new file since npm:made@1.0.0: dist/chunk-4F2Q9Z7A.js.map',
    'package.json: 1 file of npm:made@1.0.0 is gone: dist/chunk-4F2Q9Z7A.js',
  ],
  // Quiet: the same files, and names that differ by a hash alone.
  [['a.js'], ['a.js']],
  [['dist/chunk-4F2Q9Z7A.js'], ['dist/chunk-B7KX01QD.js']],
  [
    ['dist/index.8f3b2c1d.css', 'a1b2c3d4e5.wasm'],
    ['dist/index.77aa0912.css', '99887766aa.wasm'],
  ],
];
for (const [before, now, ...said] of cases) {
  test(`${before} -> ${now}`, () => assert.deepEqual(drift(rule, sized(...before), sized(...now)), said));
}

test('without an earlier release nothing is said', () =>
  assert.deepEqual([...rule.inspect(packageOf(['a.js']))], []));
