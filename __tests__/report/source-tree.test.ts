import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOriginals } from '../../src/content/originals.ts';
import { MAX_TREE_LINES, sourceTree } from '../../src/report/source-tree.ts';

function originals(files: Readonly<Record<string, number | undefined>>) {
  const list = createOriginals();
  for (const [path, lines] of Object.entries(files))
    list.add(path, lines === undefined ? undefined : { lines, bytes: lines * 10 });
  return list.end();
}

test('shows folders, files and what is known of them, the largest first', () => {
  const found = originals({
    'webpack://x/./src/pricing/rates.ts': 30,
    'webpack://x/./src/pricing/tax.ts': 12,
    '../src/index.ts': undefined,
    'README.md': 2,
    '../node_modules/left-pad/index.js': 9,
    'webpack://x/webpack/runtime/define': 4,
  });
  assert.deepEqual(sourceTree([found]), [
    'src/  3 files, 42 lines, 420 B; of 1 the path only',
    '  pricing/  2 files, 42 lines, 420 B',
    '    rates.ts  30 lines, 300 B',
    '    tax.ts  12 lines, 120 B',
    '  index.ts  (path only)',
    'README.md  2 lines, 20 B',
    'and 2 files of other packages and of the bundler, 13 lines, 130 B',
  ]);
});

test('counts a file that several maps name once, with its text where one has it', () => {
  const found = [
    originals({ 'src/a.ts': undefined }),
    originals({ '../src/a.ts': 3 }),
    originals({ 'src/a.ts': 3 }),
  ];
  assert.deepEqual(sourceTree(found), ['src/  1 file, 3 lines, 30 B', '  a.ts  3 lines, 30 B']);
});

test('is bounded, and says how much it leaves out', () => {
  const files: Record<string, number> = {};
  for (let i = 0; i < 5000; i++) files[`src/part${i % 50}/deep/er/file${i}.ts`] = 10 + (i % 7);
  for (const most of [1, 2, 3, 10, MAX_TREE_LINES]) {
    const lines = sourceTree([originals(files)], most);
    assert.ok(lines.length <= most, `${lines.length} of ${most}`);
    assert.match(lines[0] ?? '', /^src\/ {2}5,000 files, /);
  }
  assert.match(sourceTree([originals(files)]).join('\n'), /^ {2}and [\d,]+ files more$/m);
});

test('holds no name that a terminal would obey, and no endless path', () => {
  const lines = sourceTree([
    originals({ 'a\u001b[2J\n::error::x/b.ts': 1, [`${'d/'.repeat(3000)}f.ts`]: 1 }),
  ]);
  assert.doesNotMatch(lines.join(''), /[\u001b\n]/);
  assert.ok(lines.every((line) => line.length < 500));
});
