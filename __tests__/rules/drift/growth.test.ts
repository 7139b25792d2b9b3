import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/drift/growth.ts';
import { packageOf } from '../../facts.ts';
import { drift } from './releases.ts';

const MB = 1_000_000;

const cases: readonly [
  before: Record<string, number>,
  now: Record<string, number>,
  growth: number | undefined,
  ...said: string[],
][] = [
  [
    { 'a.js': MB },
    { 'a.js': 2 * MB },
    undefined,
    'package.json: the package grew: 1.0 MB in npm:made@1.0.0, 2.0 MB now (100% more)',
    'a.js: the file grew: 1.0 MB in npm:made@1.0.0, 2.0 MB now (100% more)',
  ],
  [
    { 'a.js': MB },
    { 'a.js': MB, 'b.js': MB },
    undefined,
    'package.json: the package grew: 1.0 MB in npm:made@1.0.0, 2.0 MB now (100% more)',
  ],
  [
    { 'a.js': 1000 },
    { 'a.js': 1300 },
    0.1,
    'package.json: the package grew: 1.1 kB in npm:made@1.0.0, 1.4 kB now (27% more), and packgate.yml:9 allows 10%',
  ],
  [
    { 'c-4F2Q9Z7A.js': 200_000, 'b.js': 9 * MB },
    { 'c-B7KX01QD.js': 900_000, 'b.js': 9 * MB },
    undefined,
    'c-B7KX01QD.js: the file grew: 200.0 kB in npm:made@1.0.0, 900.0 kB now (350% more)',
  ],
  [
    { 'a.js': 0 },
    { 'a.js': MB },
    undefined,
    'package.json: the package grew: 100 B in npm:made@1.0.0, 1.0 MB now (1000000% more)',
    'a.js: the file grew: 0 B in npm:made@1.0.0, 1.0 MB now',
  ],
  // Quiet: smaller, as large, small packages that double, within the limit, and files that are new.
  [{ 'a.js': MB }, { 'a.js': 500_000 }, undefined],
  [{ 'a.js': MB }, { 'a.js': MB }, 0],
  [{ 'a.js': 20_000 }, { 'a.js': 60_000 }, undefined],
  [{ 'a.js': MB }, { 'a.js': 1.4 * MB }, undefined],
  [{ 'a.js': MB }, { 'a.js': 2.9 * MB }, 2],
];
for (const [before, now, growth, ...said] of cases) {
  test(`${JSON.stringify(before)} -> ${JSON.stringify(now)}, ${growth}`, () =>
    assert.deepEqual(drift(rule, { files: before }, { files: now }, growth), said));
}

test('without an earlier release nothing is said', () =>
  assert.deepEqual([...rule.inspect(packageOf(['a.js']))], []));
