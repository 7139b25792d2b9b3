import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packgate } from './commands/command-line.ts';
import { makeFolder, type Tree } from './folders.ts';
import { mapText } from './rules/source-map/maps.ts';
import { packed } from './tarballs.ts';
import { cleanEnv } from './target/opened.ts';
import { pathOf } from './tools/managers.ts';
import { rawZip } from './zips.ts';

const MINIFIED = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};export{a as total};'.repeat(4);

const PROJECT: Tree = {
  'package.json': { name: 'made', version: '1.0.0', license: 'MIT', files: ['lib', 'dist', '!dist/old.js'] },
  'packgate.yml':
    'allow:\n  - dist/*.js\nwaivers:\n  - { rule: source-map/inline, path: x, reason: r, owner: o, expires: 2099-01-01 }\n',
  'README.md': '# made\n',
  'dist/a.js': MINIFIED,
  'dist/old.js': MINIFIED,
  'dist/a.js.map': mapText({
    sources: ['../src/a.ts', '../src/deep/b.ts'],
    sourcesContent: ['let a;\n', 'let b;\n'],
  }),
  'dist/.npmignore': '/kept-out.js\n',
  'dist/kept-out.js': MINIFIED,
  'src/a.ts': 'let a: number;\n',
  '.npmrc': '',
};

/** A path of the project above; then what is said of it. */
const CASES: readonly [path: string, ...said: RegExp[]][] = [
  [
    'dist/a.js.map',
    /^dist\/a\.js\.map is in made@1\.0\.0, packed by npm \d+/,
    /Why: "files"\[1\] in package\.json:7, "dist", lets in the whole folder$/m,
    /To keep it out: add "!dist\/a\.js\.map" at the end of "files" in package\.json$/m,
    /ERROR {2}Source map file {2}source-map\/file/,
    /Anyone could rebuild 2 original files from it\n {2}src\/ {2}2 files.*\n {4}a\.ts.*\n {4}deep\/.*\n {6}b\.ts.*$/m,
    /allowlist\/unlisted/,
  ],
  [
    './dist/a.js',
    /is in made@1\.0\.0/,
    /Allowlist: dist\/\*\.js \(packgate\.yml:2\)/,
    /No rule has anything to say of it/,
  ],
  ['README.md', /is in/, /always packs README/, /no line keeps it out/],
  ['package.json', /package\.json is in every package/],
  ['src/a.ts', /^src\/a\.ts is not in made/, /nothing in "files" \(package\.json:5\) takes it/],
  ['dist/old.js', /is not in/, /"files"\[2\] in package\.json:8, "!dist\/old\.js", keeps it out/],
  ['dist/kept-out.js', /is not in/, /line 1 of dist\/\.npmignore, "\/kept-out\.js", keeps it out/],
  ['.npmrc', /is not in/, /leaves out what matches .*\.npmrc by its own list/],
  ['dist/b.js.map', /is not in/, /there is no file dist\/b\.js\.map; did you mean dist\/a\.js\.map\?/],
];

test('each path is told to be in or not, why, and by which line', async (t) => {
  const cwd = makeFolder(t, PROJECT);
  for (const [path, ...said] of CASES) {
    const { status, stdout, stderr } = await packgate(['explain', path], {
      cwd,
      env: cleanEnv(),
      columns: 120,
    });
    assert.deepEqual([status, stderr], [0, ''], path);
    for (const one of said) assert.match(stdout, one, path);
  }
});

test('what is packed in any case is told to be, also without `files` and where an entry names it', async (t) => {
  const main = { name: 'made', version: '1.0.0', license: 'MIT', main: 'a.js' };
  const tree: Tree = { 'README.md': '# made\n', 'a.js': MINIFIED, 'b.js': MINIFIED };
  const said: readonly [path: string, ...said: RegExp[]][] = [
    [
      'package.json',
      /package\.json is in every package$/m,
      /To keep it out: change what it holds: every package has this file$/m,
    ],
    ['README.md', /always packs README/, /no line keeps it out/],
    ['a.js', /always packs the file that "main" in package\.json:5 names/],
  ];
  const tested = [
    { ...tree, 'package.json': main },
    { ...tree, 'package.json': { ...main, files: ['README.md', 'a.js', 'b.js', 'package.json'] } },
  ];
  for (const cwd of tested.map((one) => makeFolder(t, one))) {
    for (const [path, ...lines] of said) {
      const { stdout } = await packgate(['explain', path], { cwd, env: cleanEnv(), columns: 120 });
      for (const one of lines) assert.match(stdout, one, path);
    }
    const { stdout } = await packgate(['explain', 'b.js'], { cwd, env: cleanEnv(), columns: 120 });
    assert.match(stdout, /To keep it out: (?:add|make|take)/);
  }
});

test('links and bundled dependencies are told for what they are', async (t) => {
  const cwd = makeFolder(t, {
    'package.json': {
      name: 'made',
      version: '1.0.0',
      license: 'MIT',
      bundleDependencies: ['dep'],
      dependencies: { dep: '*' },
    },
    'dist/a.js': MINIFIED,
    'node_modules/dep/package.json': { name: 'dep', version: '2.0.0' },
    'node_modules/dep/i.js': MINIFIED,
  });
  symlinkSync('a.js', join(cwd, 'dist/link.js'));
  symlinkSync('dist', join(cwd, 'out'));
  for (const [path, said] of [
    [
      'node_modules/dep/i.js',
      /^node_modules\/dep\/i\.js is in made.*\n.*"bundleDependencies" in package\.json:\d+ packs dependencies whole/,
    ],
    [
      'dist/link.js',
      /is not in made.*\n.*Why: dist\/link\.js is a symbolic link, which npm \S+ did not pack/,
    ],
    ['out/a.js', /is not in made.*\n.*Why: out is a symbolic link, which npm \S+ did not pack/],
    ['out/b.js', /is not in made.*\n.*Why: out is a symbolic link/],
  ] as const) {
    const { stdout } = await packgate(['explain', path], { cwd, env: cleanEnv(), columns: 120 });
    assert.match(stdout, said, path);
  }
});

test('a path of a package further down is looked up in that package', async (t) => {
  const cwd = makeFolder(t, {
    'package.json': { name: 'root', private: true },
    'packages/one/package.json': { name: 'one', version: '1.0.0', license: 'MIT' },
    'packages/one/dist/package.json': { type: 'module' },
    'packages/one/dist/a.js': MINIFIED,
  });
  const { stdout } = await packgate('explain packages/one/dist/a.js', { cwd, env: cleanEnv() });
  assert.match(stdout, /^dist\/a\.js is in one@1\.0\.0/);
  assert.match(stdout, /no "files" list, and no ignore file keeps it out/);
});

test('a path beside the working folder is looked up in the package that it lies in', async (t) => {
  const cwd = makeFolder(t, {
    'one/package.json': { name: 'one', version: '1.0.0', license: 'MIT' },
    'two/package.json': { name: 'two', version: '1.0.0', license: 'MIT' },
    'two/dist/a.js': MINIFIED,
    'c.js': MINIFIED,
  });
  const told = (path: string) => packgate(['explain', path], { cwd: join(cwd, 'one'), env: cleanEnv() });
  assert.match((await told('../two/dist/a.js')).stdout, /^dist\/a\.js is in two@1\.0\.0/);
  assert.match((await told('../c.js')).stdout, /^\.\.\/c\.js is not in one@1\.0\.0/);
});

test('what pnpm packs from another folder is found by either path', async (t) => {
  const cwd = makeFolder(t, {
    'package.json': { name: 'made', version: '1.0.0', publishConfig: { directory: 'out' } },
    'out/package.json': { name: 'made', version: '1.0.0', license: 'MIT', files: ['lib'] },
    'out/lib/a.js': MINIFIED,
    'out/b.js': MINIFIED,
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  });
  const env = cleanEnv({ PATH: pathOf('pnpm') });
  for (const path of ['out/lib/a.js', 'lib/a.js']) {
    const { stdout } = await packgate(['explain', path], { cwd, env, columns: 120 });
    assert.match(stdout, /^lib\/a\.js is in made@1\.0\.0, packed by pnpm 12/);
    assert.match(stdout, /"files"\[0\] in out\/package\.json:6, "lib", lets in the whole folder/);
  }
  assert.match(
    (await packgate('explain out/b.js', { cwd, env })).stdout,
    /nothing in "files" \(out\/package\.json:5\)/,
  );
});

test('a path of a tarball is told by the manifest in it', async (t) => {
  const cwd = makeFolder(t);
  const manifest = '{"name":"made","version":"1.0.0","files":["dist"]}';
  writeFileSync(join(cwd, 'a.tgz'), packed({ 'package.json': manifest, 'dist/a.js.map': mapText() }));
  const { stdout } = await packgate('explain dist/a.js.map ./a.tgz', { cwd });
  assert.match(stdout, /^dist\/a\.js\.map is in made@1\.0\.0 \(/);
  assert.match(stdout, /"files"\[0\] in package\.json, "dist", lets in the whole folder/);
});

test('a path in an archive is told as findings name it', async (t) => {
  const cwd = makeFolder(t);
  const zip = rawZip([
    { name: 'a.js.map', body: mapText() },
    { name: 'b.js.map', body: mapText() },
  ]);
  writeFileSync(
    join(cwd, 'a.tgz'),
    packed({ 'package.json': '{"name":"made","version":"1.0.0"}', 'a.zip': zip }),
  );
  const told = async (path: string) => (await packgate(['explain', path, './a.tgz'], { cwd })).stdout;
  const inner = await told('a.zip!/a.js.map');
  assert.match(inner, /^a\.zip!\/a\.js\.map lies in a\.zip, which is in made@1\.0\.0 \(/);
  assert.match(inner, /no "files" list/);
  assert.match(inner, /Anyone could rebuild 2 original files from it/);
  assert.doesNotMatch(inner, /b\.js\.map/);
  // Two maps of the same files give back each of them but once.
  assert.match(await told('a.zip'), /Anyone could rebuild 2 original files from it/);
  assert.match(await told('a.zip!/c.js'), /is not in made@1\.0\.0/);
});

const MISTAKES: readonly [line: string, stderr: RegExp][] = [
  ['explain dist', /dist is a folder; name a file in it/],
  [
    'explain source-map/fiel',
    /no rule is called "source-map\/fiel", and there is no such file\. Did you mean "source-map\/file"\?/,
  ],
  ['explain a b c', /takes one rule, or one path and what to look in/],
  ['explain dist/a.js ./nothing.tgz', /\.\/nothing\.tgz: no such file or folder/],
  ['explain dist/a.js ./bad.tgz', /^packgate: \.\/bad\.tgz: the file is no archive/],
];

test('outside of a package an explanation asks what to look in', async (t) => {
  const cwd = makeFolder(t, { 'a.tgz': 'x' });
  const said = async (line: string) => (await packgate(line, { cwd, env: cleanEnv() })).stderr;
  const next = 'write packgate explain <path> <tarball or folder>';
  assert.ok(
    (await said('explain a.tgz')).startsWith(
      `packgate: a.tgz: in no package that packgate could pack; ${next}`,
    ),
  );
  assert.ok(
    (await said('explain no/such')).startsWith(
      `packgate: no/such: no rule, and no file of a package; ${next}`,
    ),
  );
});

test('what cannot be explained is an error', async (t) => {
  const cwd = makeFolder(t, { ...PROJECT, 'bad.tgz': 'x' });
  for (const [line, expected] of MISTAKES) {
    const { status, stdout, stderr } = await packgate(line, { cwd, env: cleanEnv() });
    assert.deepEqual([status, stdout], [2, ''], line);
    assert.match(stderr, expected, line);
  }
});
