import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternProblem } from '../../../src/glob.ts';
import { createMatcher } from '../../../src/paths.ts';
import { rule } from '../../../src/rules/allowlist/unlisted.ts';
import { allowing, packageOf } from '../../facts.ts';
import { takesAtMost } from '../../seconds.ts';

const inspect = (patterns: readonly string[], files: readonly string[]) => [
  ...rule.inspect(packageOf(files, { allow: allowing(...patterns) })),
];

/** An allowlist, the files of a package, and those of them that are not on the list. */
const CASES: readonly [patterns: string[], files: string[], unlisted: string[]][] = [
  [['dist/**'], ['package.json', 'dist/a.js', 'dist/.b/c'], []],
  [
    [],
    [
      'package.json',
      'README.md',
      'LICENSE',
      'LICENCE.txt',
      'Copying',
      'readme',
      'README.zh-CN.md',
      'license.md',
    ],
    [],
  ],
  [['dist/a.js'], ['dist/a.js', 'dist/A.js', 'dist/a.js.map'], ['dist/A.js', 'dist/a.js.map']],
  [
    [],
    [
      'README.js',
      'license.key',
      'readme.map',
      'LICENSE-MIT',
      'docs/README.md',
      'sub/package.json',
      'readme.md.bak',
    ],
    [
      'README.js',
      'license.key',
      'readme.map',
      'LICENSE-MIT',
      'docs/README.md',
      'sub/package.json',
      'readme.md.bak',
    ],
  ],
  [['*'], ['.env', '.npmrc', 'a', 'src/a'], ['src/a']],
  [['**', '!README.md'], ['README.md', 'readme.md', '.env'], ['README.md']],
  [['dist/**', '!**/*.map'], ['dist/a.js', 'dist/a.map'], ['dist/a.map']],
  [['**', '!dist/**', 'dist/cli.js'], ['dist/cli.js', 'dist/x.js', 'a'], ['dist/x.js']],
];

test('allowlist/unlisted finds what no pattern matches, and nothing else', () => {
  for (const [patterns, files, unlisted] of CASES) {
    assert.deepEqual(
      inspect(patterns, files).map(({ path }) => path),
      unlisted,
      patterns.join(' '),
    );
  }
});

test('what main, browser and bin name needs no pattern either, and can be denied', () => {
  const manifest = {
    name: 'acme',
    version: '1.0.0',
    main: './dist/main.cjs',
    browser: 'dist/browser.js',
    bin: ['/bin/a.js', 'bin/b.js'],
  };
  const files = ['bin/a.js', 'bin/b.js', 'bin/c.js', 'dist/main.cjs', 'dist/browser.js', 'dist/main.js'];
  const unlisted = (...patterns: string[]) =>
    [...rule.inspect(packageOf(files, { manifest, allow: allowing(...patterns) }))].map(({ path }) => path);
  assert.deepEqual(unlisted(), ['bin/c.js', 'dist/main.js']);
  assert.deepEqual(unlisted('bin/c.js', 'dist/main.js', '!bin/a.js'), ['bin/a.js']);
});

test('it is quiet where there is no allowlist', () => {
  assert.deepEqual([...rule.inspect(packageOf(['src/a.ts']))], []);
});

/** Patterns, a file, and what the message says behind "the nearest is `pattern` (packgate.yml:2): ". */
const NEAREST: readonly [patterns: string[], file: string, pattern: string, why: string][] = [
  [['dist/*.js'], 'Dist/a.js', 'dist/*.js', 'upper and lower case differ'],
  [['NOTES.txt'], 'notes.TXT', 'NOTES.txt', 'upper and lower case differ'],
  [
    ['dist/*.js'],
    'dist/a/b.js',
    'dist/*.js',
    '`*` stays in one folder, and this file is deeper; `**/` goes through all',
  ],
  [
    ['*.js'],
    'lib/deep/b.js',
    '*.js',
    '`*` stays in one folder, and this file is deeper; `**/` goes through all',
  ],
  [['dist'], 'dist/a.js', 'dist', 'it names a folder; the files in it are `dist/**`'],
  [
    ['pages/[slug].js'],
    'pages/[slug].js',
    'pages/[slug].js',
    'brackets and stars are read as wildcards; write `pages/\\[slug\\].js`',
  ],
  [['dist/*.js'], 'dist/a.js.map', 'dist/*.js', 'it is for `.js`, and this is `.js.map`'],
  [['x', 'dist/**/*.{js,css}'], 'dist/a/b.mjs', 'dist/**/*.{js,css}', 'it is for `.js`, and this is `.mjs`'],
  [['dist/*.js'], 'dist/a.d.ts', 'dist/*.js', 'it is for `.js`, and this is `.d.ts`'],
  [['bin/packgaet.js'], 'bin/packgate.js', 'bin/packgaet.js', 'one character differs'],
  [
    ['packages/cli/dist/**'],
    'dist/a.js',
    'packages/cli/dist/**',
    'paths begin at the root of the package; write `dist/**`',
  ],
  [['package/a.js'], 'a.js', 'package/a.js', 'paths begin at the root of the package; write `a.js`'],
  [
    ['dist/assets/index-*.js'],
    'dist/assets/vendor-B1a2c3D4.js',
    'dist/assets/index-*.js',
    'names there are like `index-*.js`',
  ],
  [['dist/index-*.js'], 'lib/vendor-B1a2c3D4.js', '', ''],
  [['lib/dist/index-*.js'], 'other/b.js', '', ''],
  [['a/*.js'], 'b.js', '', ''],
  [['CHANGELOG.md', 'CHANGLOG.md'], 'CHANGES.md', '', ''],
  [['dist/**'], 'src/secret.ts', '', ''],
  [
    ['lib/*.js', 'dist/*.js'],
    'dist/a/b.js',
    'dist/*.js',
    '`*` stays in one folder, and this file is deeper; `**/` goes through all',
  ],
];

test('the message names the nearest pattern, where it stands and why it does not match', () => {
  for (const [patterns, file, pattern, why] of NEAREST) {
    const [sighting] = inspect(patterns, [file]);
    const from = `packgate.yml:${patterns.indexOf(pattern) + 2}`;
    const expected = pattern
      ? `no \`allow\` pattern matches; the nearest is \`${pattern}\` (${from}): ${why}`
      : 'no `allow` pattern matches';
    assert.equal(sighting?.message, expected);
    assert.deepEqual(sighting?.evidence, pattern ? { pattern, from, why } : undefined);
  }
});

test('a denied file names the pattern that denies it', () => {
  const [sighting] = inspect(['**', '!*.map'], ['a.map']);
  assert.equal(sighting?.message, 'taken out of the allowlist by `!*.map` (packgate.yml:3)');
});

/** Files that are not on the list, and the pattern that the help offers for each. */
const HELP: readonly [files: string[], patterns: string[]][] = [
  [['CHANGES'], ['CHANGES']],
  [
    ['dist/a.js.map', 'dist/b.js.map', 'dist/c.css'],
    ['dist/*.js.map', 'dist/*.js.map', 'dist/c.css'],
  ],
  [
    ['dist/a.js', 'dist/x/b.js'],
    ['dist/a.js', 'dist/x/b.js'],
  ],
  [
    ['a.js', 'b.js'],
    ['a.js', 'b.js'],
  ],
  [
    ['dist/chunk-1.2.js', 'dist/chunk-2.3.js'],
    ['dist/*.js', 'dist/*.js'],
  ],
  [
    ['[id].js', '!x', 'a+(b)', 'q{r}'],
    ['\\[id\\].js', '\\!x', 'a+\\(b)', 'q\\{r\\}'],
  ],
];

test('the help offers a pattern that is right and matches, and files of one cause share it', () => {
  for (const [files, patterns] of HELP) {
    const offered = inspect([], files).map(({ help }) => /add `(.*)` to/.exec(help ?? '')?.[1] ?? '');
    assert.deepEqual(offered, patterns);
    for (const [index, pattern] of offered.entries()) {
      assert.equal(patternProblem(pattern), undefined);
      assert.ok(createMatcher([pattern]).matches(files[index]!), `${pattern} should match ${files[index]}`);
    }
  }
});

test('a hundred thousand unlisted files and ten thousand patterns are told in seconds', () => {
  const files = Array.from({ length: 100_000 }, (_, i) => `dist/${i % 300}/file-${i}.js`);
  const patterns = Array.from({ length: 10_000 }, (_, i) => `lib/${i}.js`);
  takesAtMost(10, () => assert.equal(inspect([...patterns, 'src/**/*.ts'], files).length, files.length));
});
