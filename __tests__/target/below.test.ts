import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { test } from 'node:test';
import { type Paths, pathBelow } from '../../src/target/below.ts';

const CASES: readonly [paths: Paths, folder: string, path: string, below: string | undefined][] = [
  [posix, '/a/b', '/a/b/c/d', 'c/d'],
  [posix, '/a/b', './c', 'c'],
  [posix, '/a/b', 'c/../d', 'd'],
  [posix, '/a/b', '/a/b', ''],
  [posix, '/a/b', '/a/bc', undefined],
  [posix, '/a/b', '../c', undefined],
  [posix, '/a/b', '..', undefined],
  [posix, '/a/b', '..c/d', '..c/d'],
  // There a backslash is part of a name.
  [posix, '/a/b', 'c\\d', 'c\\d'],
  [posix, '/', '/a', 'a'],
  [win32, 'D:\\a\\cli', 'D:\\a\\cli\\packages\\one', 'packages/one'],
  [win32, 'D:\\a\\cli', 'packages\\one/package.json', 'packages/one/package.json'],
  [win32, 'D:\\a\\cli', '.\\packages/one', 'packages/one'],
  [win32, 'D:/a/cli', 'd:\\A\\CLI\\x', 'x'],
  [win32, 'D:\\a\\cli', 'C:\\a\\cli\\x', undefined],
  [win32, 'D:\\a\\cli', '..\\x', undefined],
  [win32, 'D:\\a\\cli', '\\x', undefined],
  [win32, 'D:\\a\\cli', '\\a\\cli\\x', 'x'],
  [win32, 'D:\\', 'x\\y', 'x/y'],
  [win32, '\\\\host\\share\\cli', '\\\\host\\share\\cli\\x', 'x'],
  [win32, '\\\\host\\share\\cli', '\\\\host\\other\\cli\\x', undefined],
  [win32, '\\\\host\\share\\cli', 'D:\\x', undefined],
  [win32, 'D:\\a\\cli', '\\\\host\\share\\x', undefined],
];

for (const [paths, folder, path, below] of CASES) {
  test(`${path} seen from ${folder} is ${below ?? 'elsewhere'}`, () => {
    assert.equal(pathBelow(folder, path, paths), below);
  });
}
