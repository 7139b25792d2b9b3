import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposeAllow } from '../../src/allowlist/proposal.ts';
import { patternProblem } from '../../src/glob.ts';
import { createMatcher } from '../../src/paths.ts';
import { Random } from '../replicas/random.ts';
import { takesAtMost } from '../seconds.ts';

const many = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => name(i));

interface Case {
  readonly files: readonly string[];
  readonly leaking?: readonly string[];
  readonly patterns: readonly string[];
  /** Files that a person would not expect to be let in. */
  readonly strays?: readonly string[];
  /** Files that a person would expect to be let in: the next build's. */
  readonly next?: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'what npm packs in any case needs no line, code that it packs has one': {
    files: ['package.json', 'README.md', 'LICENSE', 'cli.js'],
    patterns: ['cli.js'],
    strays: ['cli.js.map', '.env', 'cli.ts', 'other.js'],
  },
  'hashed chunks': {
    files: ['dist/index.html', 'dist/assets/index-BX3kd9aP.js', 'dist/assets/index-DkTmXaBz.css'],
    patterns: ['dist/assets/index-*.css', 'dist/assets/index-*.js', 'dist/index.html'],
    next: ['dist/assets/index-C0ffee12.js'],
    strays: ['dist/assets/index-BX3kd9aP.js.map', 'dist/assets/vendor-BX3kd9aP.js', 'dist/assets/.env'],
  },
  'many hashed chunks': {
    files: many(9, (i) => `dist/assets/${'abcdefghi'[i]}-BX3kd9a${i}.js`),
    patterns: ['dist/assets/*.js'],
    next: ['dist/assets/new-BX3kd9aQ.js'],
    strays: ['dist/new.js', 'dist/assets/a.js.map', 'dist/assets/x/a.js'],
  },
  'a flat folder': {
    files: many(200, (i) => `dist/f${i}.js`),
    patterns: ['dist/*.js'],
    strays: ['dist/x/y.js', 'dist/f1.js.map', 'dist/f1.ts', 'dist/.env', 'src/f1.js', 'f1.js'],
  },
  'a tree of folders': {
    files: many(200, (i) => `dist/${i % 20}/f${i}.js`),
    patterns: ['dist/**/*.js'],
    next: ['dist/new/x.js'],
    strays: ['dist/1/f1.js.map', 'dist/1/f1.ts', 'dist/1/.env', 'src/a.js'],
  },
  'two builds and types': {
    files: [
      'dist/index.js',
      ...many(20, (i) => `dist/esm/${i % 5}/f${i}.js`),
      ...many(20, (i) => `dist/cjs/${i % 5}/f${i}.js`),
      ...many(20, (i) => `dist/types/${i % 5}/f${i}.d.ts`),
    ],
    patterns: ['dist/cjs/**/*.js', 'dist/esm/**/*.js', 'dist/index.js', 'dist/types/**/*.d.ts'],
    strays: ['dist/esm/1/f1.d.ts', 'dist/types/1/f1.ts', 'dist/umd/1/f1.js', 'dist/types/1/f1.d.ts.map'],
  },
  'a few files are listed': {
    files: ['lib/a.js', 'lib/b.js', 'lib/c.js', 'bin/tool'],
    patterns: ['bin/tool', 'lib/a.js', 'lib/b.js', 'lib/c.js'],
    strays: ['lib/d.js', 'bin/tool2'],
  },
  'the root is listed longer than a folder': {
    files: many(15, (i) => `f${i}.js`),
    patterns: many(15, (i) => `f${i}.js`).sort(),
    strays: ['webpack.config.js', '.eslintrc.js'],
  },
  'a root of many files': {
    files: many(40, (i) => `f${i}.js`),
    patterns: ['*.js'],
    strays: ['a/f.js', 'f1.mjs'],
  },
  'dot files are named one by one': {
    files: ['.npmignore', ...many(5, (i) => `conf/.rc${i}`)],
    patterns: ['.npmignore', ...many(5, (i) => `conf/.rc${i}`)],
    strays: ['.env', 'conf/.rc9'],
  },
  'only minified files': {
    files: many(9, (i) => `dist/f${i}.min.js`),
    patterns: ['dist/*.min.js'],
    strays: ['dist/f1.js', 'dist/f1.min.js.map'],
  },
  'minified files beside others': {
    files: [...many(9, (i) => `dist/f${i}.min.js`), ...many(9, (i) => `dist/f${i}.js`)],
    patterns: ['dist/*.js'],
    strays: ['dist/f1.min.js.map'],
  },
  'names without an extension': {
    files: many(20, (i) => `zoneinfo/Europe/City${i}`),
    patterns: ['zoneinfo/Europe/!(*.*)'],
    next: ['zoneinfo/Europe/Atlantis'],
    strays: ['zoneinfo/Europe/.env', 'zoneinfo/Europe/a.map', 'zoneinfo/a'],
  },
  'the version and a build id': {
    files: ['dist/acme-1.2.3.js', 'site/AbC-dEf_012345GhIjKlM/a.js', 'site/AbC-dEf_012345GhIjKlM/b.css'],
    patterns: ['dist/acme-*.js', 'site/*/a.js', 'site/*/b.css'],
    next: ['dist/acme-1.2.4.js', 'site/ZbC-dEf_012345GhIjKlM/a.js'],
    strays: ['dist/acme-1.2.4.js.map', 'site/x/c.js'],
  },
  'bundled dependencies': {
    files: ['index.js', 'node_modules/a/index.js', 'node_modules/a/x/b.json', 'node_modules/@b/c/x.js'],
    patterns: ['index.js', 'node_modules/@b/c/**', 'node_modules/a/**'],
    strays: ['node_modules/d/x.js', 'node_modules/@b/e/x.js'],
  },
  'a leak among many is taken out again': {
    files: many(9, (i) => `dist/f${i}.js`),
    leaking: ['dist/x.js', 'dist/f1.js.map'],
    patterns: ['dist/*.js', '!dist/x.js'],
  },
  'where most leak, the others are listed': {
    files: many(5, (i) => `dist/f${i}.js`),
    leaking: many(20, (i) => `dist/x${i}.js`),
    patterns: many(5, (i) => `dist/f${i}.js`),
  },
  'a leaking dependency is no folder to let in': {
    files: ['node_modules/a/x.js'],
    leaking: ['node_modules/a/x.js.map'],
    patterns: ['node_modules/a/x.js'],
  },
  'a hashed leak': {
    files: ['dist/index-BX3kd9aP.js'],
    leaking: ['dist/index-CX3kd9aP.js'],
    patterns: ['dist/index-BX3kd9aP.js'],
  },
  'a leak among many whose name no pattern can say': {
    files: many(5, (i) => `dist/f${i}.js`),
    leaking: ['dist/back\\slash.js'],
    patterns: many(5, (i) => `dist/f${i}.js`),
  },
  'everything leaks': { files: ['package.json'], leaking: ['cli.js', 'cli.js.map'], patterns: [] },
  'names that look like patterns': {
    files: ['pages/[id].js', '!x', 'a{b,c}.js', '@x/+(y).js'],
    patterns: ['@x/+\\(y).js', '\\!x', 'a\\{b,c\\}.js', 'pages/\\[id\\].js'],
    strays: ['pages/i.js', 'ab.js', '@x/y.js'],
  },
};

for (const [title, { files, leaking = [], patterns, strays = [], next = [] }] of Object.entries(CASES)) {
  test(title, () => {
    const proposed = proposeAllow(files, leaking, '1.2.3');
    assert.deepEqual(proposed, patterns);
    const { matches } = createMatcher(proposed);
    assert.deepEqual(
      next.filter((path) => !matches(path)),
      [],
      'the next build',
    );
    assert.deepEqual(strays.filter(matches), [], 'strays');
  });
}

test('names that no pattern can say are left out', () => {
  const odd = ['a\nb.js', `${'x'.repeat(1100)}.js`, 'a\u2028.js'];
  assert.deepEqual(proposeAllow([...odd, 'b.js'], [], ''), ['b.js']);
});

test('whatever the names: all that may ship is matched, nothing that leaks is, and the order of the files is all one', () => {
  const random = new Random(20261121);
  const parts = [
    'dist',
    'a',
    '.x',
    'B1a2c3D4',
    'index-B1a2c3D4',
    '1.2.3',
    'node_modules',
    '[id]',
    '!a',
    'x-3f2a1b9c',
    '@s',
    '{a,b}',
    '*',
  ];
  const ends = ['.js', '.js.map', '.d.ts', '', '.min.js', '.JSON', '.', '.tar.gz', '.weird-1'];
  for (let round = 0; round < 300; round++) {
    const files = new Set<string>();
    for (let i = random.below(60); i >= 0; i--) {
      const depth = random.below(4);
      const folders = many(depth, () => `${random.pick(parts)}/`).join('');
      files.add(`${folders}${random.pick(parts)}${random.pick(ends)}`);
    }
    const all = [...files];
    const leaking = all.filter(() => random.below(5) === 0);
    const good = all.filter((path) => !leaking.includes(path));
    const patterns = proposeAllow(good, leaking, '1.2.3');
    const { matches } = createMatcher(patterns);
    for (const pattern of patterns) assert.equal(patternProblem(pattern), undefined, pattern);
    assert.deepEqual(
      good.filter((path) => !matches(path)),
      [],
      JSON.stringify({ good, leaking, patterns }),
    );
    assert.deepEqual(leaking.filter(matches), [], JSON.stringify({ good, leaking, patterns }));
    assert.deepEqual(proposeAllow([...good].reverse(), leaking, '1.2.3'), patterns);
    assert.ok(!patterns.some((pattern) => /^\*\*/.test(pattern)), String(patterns));
  }
});

test('a hundred thousand files, and paths thousands of folders deep, take seconds', () => {
  takesAtMost(10, () => {
    const wide = many(100_000, (i) => `dist/${i % 300}/${i % 7}/file-${i}.js`);
    assert.deepEqual(proposeAllow(wide, [], ''), ['dist/**/*.js']);
    proposeAllow(
      many(200, (i) => `${'a/'.repeat(400)}${i}.js`),
      many(200, (i) => `${'a/'.repeat(400)}x${i}.js`),
      '',
    );
  });
});
