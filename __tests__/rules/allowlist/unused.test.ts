import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/allowlist/unused.ts';
import { allowing, packageOf } from '../../facts.ts';

const inspect = (patterns: readonly string[], files: readonly string[]) => [
  ...rule.inspect(packageOf(files, { allow: allowing(...patterns) })),
];

/** Patterns, files, and the patterns that match none of them. */
const CASES: readonly [patterns: string[], files: string[], unused: string[]][] = [
  [['package.json', 'dist/**'], ['package.json', 'dist/a.js'], []],
  [['README.md'], ['README.md'], []],
  [['a', 'a', '*'], ['a'], []],
  [['a', '!a'], ['a'], []],
  [['**', '!**/*.map'], ['a'], []],
  [['dist/{a,b}.js'], ['dist/b.js'], []],
  [[], ['a'], []],
  [['dist/**', 'lib/**'], ['dist/a'], ['lib/**']],
  [
    ['Dist/**', 'a.js'],
    ['dist/a', 'A.js'],
    ['Dist/**', 'a.js'],
  ],
  [['dist/*.css', 'dist/*.js'], ['dist/a/b.js'], ['dist/*.css', 'dist/*.js']],
];

test('allowlist/unused finds patterns without a file, and nothing else', () => {
  for (const [patterns, files, unused] of CASES) {
    assert.deepEqual(
      inspect(patterns, files).map(({ detail }) => detail),
      unused,
      patterns.join(' '),
    );
  }
  assert.deepEqual([...rule.inspect(packageOf(['a']))], []);
});

test('it names the line, and the folder that was meant', () => {
  const [lib, dist] = inspect(['lib', 'dist'], ['package.json', 'dist/a.js']);
  assert.equal(lib?.message, 'the `allow` pattern `lib` (packgate.yml:2) matches no file');
  assert.equal(
    dist?.message,
    'the `allow` pattern `dist` (packgate.yml:3) matches no file; it is a folder, and all files in it are `dist/**`',
  );
});
