import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/allowlist/everything.ts';
import { allowing, packageOf } from '../../facts.ts';

const inspect = (...patterns: string[]) => [
  ...rule.inspect(packageOf(['package.json', 'dist/a.js'], { allow: allowing(...patterns) })),
];

for (const patterns of [
  ['**'],
  ['**/*'],
  ['**/**'],
  ['dist/*.js', '**'],
  ['**', '!**/*.map'],
  ['**', '!src/**', '!.env'],
  ['*', '*/**'],
  ['{*,*/**}'],
  ['*', '**/*/*'],
  ['!(node_modules)', '!(node_modules)/**'],
]) {
  test(`${patterns.join(' ')} allows everything`, () => {
    const [sighting, ...others] = inspect(...patterns);
    assert.match(sighting?.message ?? '', /allow(s)? every file, whatever it is called$/);
    assert.deepEqual(others, []);
  });
}

for (const patterns of [
  [],
  ['dist/**'],
  ['dist/**/*'],
  ['*'],
  ['*/**'],
  ['**/*.js'],
  ['**/*.*'],
  ['**/*.{js,css,json,md}'],
  ['**', '!**', 'dist/a.js'],
  ['**/[a-p]*'],
]) {
  test(`${patterns.join(' ')} does not`, () => assert.deepEqual(inspect(...patterns), []));
}

test('it is quiet where there is no allowlist', () =>
  assert.deepEqual([...rule.inspect(packageOf(['a']))], []));

test('it is told wherever it stands, also where it was typed', () => {
  const from = (place: string) => [
    ...rule.inspect(packageOf(['a'], { allow: [{ pattern: '**', from: place }] })),
  ];
  assert.equal(from('option allow').length, 1);
});

test('it names the patterns that do it, and where they stand', () => {
  assert.equal(
    inspect('dist/*', '**', '!x')[0]?.message,
    '`**` (packgate.yml:3) allows every file, whatever it is called',
  );
  assert.equal(
    inspect('*', '*/**')[0]?.message,
    '`*` (packgate.yml:2) and `*/**` (packgate.yml:3) together allow every file, whatever it is called',
  );
});
