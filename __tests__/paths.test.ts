import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minimatch } from 'minimatch';
import { patternProblem } from '../src/glob.ts';
import { createMatcher } from '../src/paths.ts';
import { Random } from './replicas/random.ts';
import { takesAtMost } from './seconds.ts';

/** Patterns, then paths they match, then paths they do not. */
const CASES: readonly [patterns: string[], matching: string[], others: string[]][] = [
  [[], [], ['a', '']],
  [['package.json'], ['package.json'], ['Package.json', 'a/package.json', 'package.json/x', 'packageXjson']],
  [
    ['dist/*.js'],
    ['dist/a.js', 'dist/.a.js', 'dist/.js'],
    ['dist/a/b.js', 'dist/a.JS', 'dist/a.js.map', 'xdist/a.js', 'dist'],
  ],
  [['dist/**'], ['dist/a', 'dist/a/b', 'dist/.x/.y'], ['dist', 'distant/a']],
  [['dist/**/*.js'], ['dist/a.js', 'dist/a/.b/c.js'], ['a/dist/b.js', 'dist/a.mjs']],
  [['**'], ['a', '.npmrc', 'a/b/.c'], []],
  [['**/*.d.ts'], ['a.d.ts', 'b/a.d.ts'], ['a.ts']],
  [['*.{js,css}'], ['a.js', 'a.css'], ['a.{js,css}', 'a.jscss', 'a/b.js']],
  [['a{,/b}.js'], ['a.js', 'a/b.js'], ['b.js']],
  [['chunk-[0-9a-f][0-9a-f].js'], ['chunk-0f.js'], ['chunk-0g.js', 'chunk-0F.js']],
  [['a?.js'], ['ab.js', 'aä.js'], ['a.js', 'a/.js']],
  [['+(a|b).js'], ['a.js', 'abba.js'], ['.js', 'c.js']],
  [['!(a|b).js'], ['c.js', 'ab.js'], ['a.js', 'b.js']],
  [['#notes', '@acme/x', 'a b'], ['#notes', '@acme/x', 'a b'], ['acme/x']],
  [
    ['\\[slug\\].js', '\\!x', '(group)/a'],
    ['[slug].js', '!x', '(group)/a'],
    ['s.js', 'x'],
  ],
  [['[slug].js'], ['s.js'], ['[slug].js']],
  // Order counts: the last that matches decides.
  [['dist/**', '!dist/**/*.map'], ['dist/a.js'], ['dist/a.js.map', 'dist/x/b.map']],
  [['dist/**', '!dist/**/*.map', 'dist/keep.map'], ['dist/keep.map'], ['dist/a.map']],
  [['!dist/a', 'dist/a'], ['dist/a'], ['dist/b']],
  [['dist/a', '!dist/*', 'dist/b'], ['dist/b'], ['dist/a']],
  [['!a'], [], ['a', 'b']],
  [['a', 'a', '!a'], [], ['a']],
];

test('a list of patterns matches what it says', () => {
  for (const [patterns, matching, others] of CASES) {
    const { matches } = createMatcher(patterns);
    for (const pattern of patterns) assert.equal(patternProblem(pattern), undefined, pattern);
    for (const path of matching) assert.ok(matches(path), `${patterns} should match ${path}`);
    for (const path of others) assert.ok(!matches(path), `${patterns} should not match ${path}`);
  }
});

test('the deciding, all matching and the unused patterns are told by index', () => {
  const matcher = createMatcher(['a', '*', '!a', 'b', 'c/**', 'a', '!d']);
  assert.equal(matcher.deciding('a'), 5);
  assert.equal(matcher.deciding('x'), 1);
  assert.equal(matcher.deciding('x/y'), -1);
  assert.deepEqual(matcher.all('a'), [0, 1, 2, 5]);
  assert.deepEqual(matcher.all('c/d/e'), [4]);
  assert.deepEqual(matcher.unused(['a', 'q']), [3, 4, 6]);
  assert.deepEqual(matcher.unused([]), [0, 1, 2, 3, 4, 5, 6]);
});

test('the tests that come before minimatch never change its answer', () => {
  const random = new Random(20261121);
  const pieces = [
    'a',
    'b',
    'ab',
    '.',
    'js',
    '*',
    '**',
    '?',
    '[ab]',
    '{a,b}',
    '{b,.js}',
    '+(a)',
    '!(b)',
    '@(a|b)',
    '/',
    '/',
    '-',
    '!',
    '@',
    '+',
    '\\*',
  ];
  const letters = ['a', 'b', 'ab', '.', 'js', '/', '-', '*', '!', '@', '+'];
  const some = (from: readonly string[], most: number) =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(from)).join('');
  const patternsOf = (count: number) => {
    const list: string[] = [];
    while (list.length < count) {
      const pattern = some(pieces, 5);
      if (!patternProblem(pattern)) list.push(pattern);
    }
    return list;
  };
  // Of very many, the ones that a path cannot match are not even looked at.
  for (const ignoreCase of [false, true]) {
    const patterns = patternsOf(400);
    const matcher = createMatcher(patterns, { ignoreCase });
    const single = patterns.map((pattern) =>
      createMatcher([pattern.replace(/^!(?!\()/, '')], { ignoreCase }),
    );
    const paths: string[] = [];
    while (paths.length < 300) {
      const path = some(ignoreCase ? [...letters, 'A', 'JS'] : letters, 5);
      if (!path.split('/').some((segment) => ['', '.', '..'].includes(segment))) paths.push(path);
    }
    for (const path of paths) {
      const expected = [...patterns.keys()].filter((index) => single[index]!.deciding(path) === 0);
      assert.deepEqual(matcher.all(path), expected, path);
      assert.equal(matcher.deciding(path), expected.at(-1) ?? -1, path);
    }
    const unused = [...patterns.keys()].filter(
      (index) => !paths.some((path) => single[index]!.deciding(path) === 0),
    );
    assert.deepEqual(matcher.unused(paths), unused);
  }

  let compared = 0;
  let matched = 0;
  while (compared < 20_000) {
    const pattern = some(pieces, 7);
    if (patternProblem(pattern) || pattern.startsWith('!')) continue;
    const matcher = createMatcher([pattern]);
    for (let i = 0; i < 10; i++, compared++) {
      const path = some(letters, 5);
      // No such path is in a package.
      if (path.split('/').some((segment) => ['', '.', '..'].includes(segment))) continue;
      const expected = minimatch(path, pattern, {
        dot: true,
        nocomment: true,
        nonegate: true,
        platform: 'linux',
      });
      assert.equal(matcher.matches(path), expected, `${pattern} on ${path}`);
      if (expected) matched++;
    }
  }
  assert.ok(matched > 300, `only ${matched} pairs matched`);
});

test('hostile patterns are refused or answer at once', () => {
  const patterns = [
    '*a'.repeat(500),
    '+(a|a)'.repeat(30),
    '*(*(*(*(*(a*)*)*)*)*)',
    `${'**/a/'.repeat(15)}b`,
    '!(!(!(!(!(a)))))',
    '[a-z]*'.repeat(160),
  ];
  const paths = [`${'a'.repeat(4000)}c`, `${'a/'.repeat(1000)}c`];
  takesAtMost(2, () => {
    for (const pattern of patterns) {
      assert.equal(patternProblem(pattern), undefined, pattern);
      const { matches } = createMatcher([pattern]);
      for (const path of paths) matches(path);
    }
    for (const pattern of [
      '{a,b}'.repeat(300),
      '{1..1000000}',
      `${'{'.repeat(400)}a,b${'}'.repeat(400)}`,
      '+(a)'.repeat(40),
      `${'**/a/'.repeat(40)}b`,
      'a'.repeat(2000),
    ]) {
      assert.ok(patternProblem(pattern), pattern);
    }
  });
});
