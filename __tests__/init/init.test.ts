import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeFolder, type Tree } from '../folders.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { packed } from '../tarballs.ts';
import { checkIn, initIn } from './folders.ts';

const MINIFIED = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};export{a as total};\n'.repeat(4);
const READABLE =
  'function total(items) {\n  // what all items cost together\n  const sum = items.reduce((whole, item) => whole + item.price, 0);\n  return sum;\n}\n'.repeat(
    6,
  );
const MANIFEST = { name: '@acme/cli', version: '1.0.0', license: 'MIT', files: ['dist'] };

/** A tarball `a.tgz` of these files, in the folder where init runs: no package manager has to be started. */
function tarball(cwd: string, files: Readonly<Record<string, string>>): void {
  writeFileSync(join(cwd, 'a.tgz'), packed({ 'package.json': JSON.stringify(MANIFEST), ...files }));
}

function folderWith(t: TestContext, files: Readonly<Record<string, string>>, tree: Tree = {}): string {
  const cwd = makeFolder(t, tree);
  tarball(cwd, files);
  return cwd;
}

const config = (cwd: string, name = 'packgate.yml') => readFileSync(join(cwd, name), 'utf8');
/** The part of a config that is not our own prose. */
const allowIn = (text: string) => /^allow:[\s\S]*/m.exec(text)?.[0];

for (const [what, manifest, files, missing] of [
  ['a main that was not built', { main: './dist/cli.js' }, {}, './dist/cli.js'],
  [
    'a command that was not built',
    { bin: { acme: 'dist/acme.js' } },
    { 'dist/cli.js': MINIFIED },
    'dist/acme.js',
  ],
  ['a main that is there', { main: './dist/cli.js' }, { 'dist/cli.js': MINIFIED }, undefined],
  ['a main without its ending', { main: 'dist/cli' }, { 'dist/cli.js': MINIFIED }, undefined],
  ['a main that is a folder', { main: 'dist/' }, { 'dist/index.js': MINIFIED }, undefined],
  ['a main that is the package', { main: '.' }, { 'index.js': MINIFIED }, undefined],
  ['no main', {}, { 'theme.json': '{}' }, undefined],
] as const) {
  test(`says ${missing === undefined ? 'nothing' : 'what to build'} of ${what}`, async (t) => {
    const cwd = folderWith(t, { ...files, 'package.json': JSON.stringify({ ...MANIFEST, ...manifest }) });
    const { stdout } = await initIn(cwd, './a.tgz');
    assert.equal(/^Note: package\.json names (\S+), which is not in the package/m.exec(stdout)?.[1], missing);
  });
}

test('a new config says what it is, for people and for editors, and a check takes it', async (t) => {
  const cwd = folderWith(t, { 'README.md': '#', 'dist/cli.js': MINIFIED });
  const { status, stdout, stderr } = await initIn(cwd, './a.tgz');
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(
    stdout,
    `PASS  @acme/cli@1.0.0 may ship: nothing found that stops the release

packgate.yml written

+ dist/cli.js  1 file

Next: Read packgate.yml, commit it, and run packgate check before every release.
`,
  );
  const text = config(cwd);
  assert.match(
    text,
    /^# yaml-language-server: \$schema=\.\/node_modules\/packgate\/docs\/packgate\.schema\.json\n/,
  );
  assert.match(text, /^preset: closed$/m);
  assert.equal(allowIn(text), 'allow:\n  - dist/cli.js\n');
  for (const line of text.split('\n')) assert.ok(line.length <= 140, line);
  assert.deepEqual(await checkIn(cwd, ['./a.tgz']), { outcome: 'pass', found: [], notes: [] });
});

test('a leak is shown first, is not listed, and stays a finding', async (t) => {
  const cwd = folderWith(t, { 'dist/a.js': MINIFIED, 'dist/a.js.map': mapText(), 'dist/b.js': READABLE });
  const { status, stdout } = await initIn(cwd, './a.tgz');
  assert.equal(status, 1);
  const [finding, written, left] = ['Source map file', 'packgate.yml written', 'Not on the list'].map(
    (words) => stdout.indexOf(words),
  );
  assert.ok(finding! > 0 && finding! < written! && written! < left!, stdout);
  assert.match(stdout, /dist\/a\.js\.map {2}source-map\/file\n {2}dist\/b\.js {6}unminified\/script\n/);
  assert.match(stdout, /Deal with what was found \(above\), or add a waiver/);
  assert.match(stdout, /packgate init --preset open/);
  assert.doesNotMatch(stdout, /allowlist\/unlisted/);
  assert.equal(allowIn(config(cwd)), 'allow:\n  - dist/a.js\n');
  const checked = await checkIn(cwd, ['./a.tgz']);
  assert.deepEqual(checked.found, [
    'allowlist/unlisted dist/a.js.map',
    'allowlist/unlisted dist/b.js',
    'source-map/file dist/a.js.map',
    'unminified/script dist/b.js',
  ]);

  // Dealt with: one is gone, one is minified.
  tarball(cwd, { 'dist/a.js': MINIFIED, 'dist/b.js': MINIFIED });
  assert.equal((await initIn(cwd, './a.tgz')).status, 0);
  assert.equal(allowIn(config(cwd)), 'allow:\n  - dist/a.js\n  - dist/b.js\n');
});

test('a leak among many is denied by a line of its own, which goes when the leak does', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`dist/${i}.js`, MINIFIED]));
  const cwd = folderWith(t, { ...files, 'dist/x.js': READABLE });
  assert.equal((await initIn(cwd, './a.tgz')).status, 1);
  assert.equal(
    allowIn(config(cwd)),
    'allow:\n  - dist/*.js\n  - "!dist/x.js" # left out: unminified/script\n',
  );
  assert.match((await initIn(cwd, './a.tgz')).stdout, /^packgate\.yml is up to date$/m);
  tarball(cwd, { ...files, 'dist/x.js': MINIFIED });
  const { status, stdout } = await initIn(cwd, './a.tgz');
  assert.equal(status, 0);
  assert.match(stdout, /^- !dist\/x\.js$/m);
  assert.equal(allowIn(config(cwd)), 'allow:\n  - dist/*.js\n');
});

test('a waiver lets a leak onto the list, as long as it holds', async (t) => {
  const waiver = (expires: string) => `waivers:
  - { rule: source-map/file, path: dist/a.js.map, reason: public anyway, owner: "@acme/x", expires: ${expires} }
`;
  for (const [expires, status, list] of [
    ['2026-11-21', 0, 'allow:\n  - dist/a.js\n  - dist/a.js.map\n'],
    ['2026-11-20', 1, 'allow:\n  - dist/a.js\n'],
  ] as const) {
    const tree = { 'packgate.yml': waiver(expires) };
    const cwd = folderWith(t, { 'dist/a.js': MINIFIED, 'dist/a.js.map': mapText() }, tree);
    assert.equal((await initIn(cwd, './a.tgz')).status, status, expires);
    assert.equal(allowIn(config(cwd)), list);
    assert.ok(config(cwd).startsWith(tree['packgate.yml']));
  }
});

test('the levels are the config’s: what is no error there is listed', async (t) => {
  const files = { 'dist/a.js': READABLE, 'dist/a.js.map': mapText() };
  const open = folderWith(t, files);
  assert.equal((await initIn(open, './a.tgz --preset open')).status, 0);
  assert.match(config(open), /^preset: open$/m);
  assert.equal(allowIn(config(open)), 'allow:\n  - dist/a.js\n  - dist/a.js.map\n');
  const closed = folderWith(t, files);
  assert.equal((await initIn(closed, './a.tgz')).status, 1);
  assert.equal(allowIn(config(closed)), 'allow: []\n');
  assert.equal((await initIn(closed, './a.tgz --preset open')).status, 0);
  assert.equal(config(closed), config(open));
  const rules = { 'packgate.yml': 'rules:\n  unminified/script: off\n  source-map/*: warning\n' };
  const own = folderWith(t, files, rules);
  const { status, stdout } = await initIn(own, './a.tgz');
  assert.equal(status, 0);
  assert.match(stdout, /^WARNING {2}Source map file/m);
});

test('running it again changes the lines concerned and nothing else', async (t) => {
  const before = `# our gate
preset: closed
allow: # reviewed by the release team
  - dist/*.js   # the bundle

  # fonts
  - 'assets/a.woff2'
  - dist/gone.css
  - dist/later.css # comes with 2.0
  - "!dist/never.js"
limits: {unpackedSize: 5MB}
`;
  const cwd = folderWith(
    t,
    { 'dist/a.js': MINIFIED, 'assets/a.woff2': 'x', 'dist/style.css': 'a{b:c}' },
    { 'packgate.yml': before },
  );
  const { status, stdout } = await initIn(cwd, './a.tgz');
  assert.equal(status, 0);
  assert.equal(
    config(cwd),
    before
      .replace('  - dist/gone.css\n', '')
      .replace('# comes with 2.0\n', '# comes with 2.0\n  - dist/style.css\n'),
  );
  assert.match(stdout, /dist\/later\.css matches nothing; it stays, as it has a comment/);
  const again = await initIn(cwd, './a.tgz');
  assert.match(again.stdout, /^packgate\.yml is up to date$/m);
});

test('what a pattern of the user denies stays denied, and is told', async (t) => {
  const before = 'allow:\n  - dist/**\n  - "!dist/test/**"\n';
  const cwd = folderWith(t, { 'dist/test/a.js': MINIFIED, 'b.js': MINIFIED }, { 'packgate.yml': before });
  const { status, stdout } = await initIn(cwd, './a.tgz');
  assert.equal(status, 1);
  assert.match(stdout, /taken out of the allowlist by `!dist\/test\/\*\*`/);
  assert.equal(config(cwd), 'allow:\n  - dist/**\n  - b.js\n  - "!dist/test/**"\n');
});

test('a leak that a pattern of the user allows is told to be allowed', async (t) => {
  const tree = { 'packgate.yml': 'allow: ["dist/**"]\n' };
  const cwd = folderWith(t, { 'dist/a.js.map': mapText() }, tree);
  const { status, stdout } = await initIn(cwd, './a.tgz');
  assert.equal(status, 1);
  assert.match(
    stdout,
    /dist\/a\.js\.map {2}source-map\/file; a pattern that was there allows it all the same/,
  );
  assert.equal(config(cwd), tree['packgate.yml']);
});

test('files that npm packs in any case and that nobody listed are not listed later', async (t) => {
  const manifest = JSON.stringify({ ...MANIFEST, main: './main.js', bin: 'cli.js' });
  const files = { 'package.json': manifest, 'main.js': MINIFIED, 'cli.js': MINIFIED, 'a.js': MINIFIED };
  const cwd = folderWith(t, files, { 'packgate.yml': 'allow: [b.js]\n' });
  await initIn(cwd, './a.tgz');
  assert.equal(config(cwd), 'allow: [a.js]\n');
  const fresh = folderWith(t, files);
  await initIn(fresh, './a.tgz');
  assert.equal(allowIn(config(fresh)), 'allow:\n  - a.js\n  - cli.js\n  - main.js\n');
});

test('packgate.json and the key in package.json are brought up to date where they are', async (t) => {
  const json = { 'packgate.json': '{\n  "preset": "closed",\n  "allow": ["x.js"]\n}\n' };
  const inJson = folderWith(t, { 'dist/a.js': MINIFIED }, json);
  assert.equal((await initIn(inJson, './a.tgz')).status, 0);
  assert.equal(
    config(inJson, 'packgate.json'),
    '{\n  "preset": "closed",\n  "allow": [\n    "dist/a.js"\n  ]\n}\n',
  );
  const manifest = {
    'package.json': '{\n\t"name": "@acme/cli",\n\t"packgate": {},\n\t"files": ["dist"]\n}\n',
  };
  const inManifest = folderWith(t, { 'dist/a.js': MINIFIED }, manifest);
  assert.equal((await initIn(inManifest, './a.tgz')).status, 0);
  assert.equal(
    config(inManifest, 'package.json'),
    '{\n\t"name": "@acme/cli",\n\t"packgate": {\n\t\t"allow": [\n\t\t\t"dist/a.js"\n\t\t]\n\t},\n\t"files": ["dist"]\n}\n',
  );
  for (const cwd of [inJson, inManifest]) {
    assert.ok(!existsSync(join(cwd, 'packgate.yml')));
    assert.equal((await checkIn(cwd, ['./a.tgz'])).outcome, 'pass');
  }
});

test('--config names the file, new or not; --dry-run writes none', async (t) => {
  const cwd = folderWith(t, { 'dist/a.js': MINIFIED });
  const dry = await initIn(cwd, './a.tgz --dry-run');
  assert.deepEqual([dry.status, existsSync(join(cwd, 'packgate.yml'))], [0, false]);
  assert.match(dry.stdout, /^packgate\.yml would be written$[\s\S]*^allow:\n {2}- dist\/a\.js\n$/m);
  assert.equal((await initIn(cwd, './a.tgz --config ci/gate.yml')).status, 0);
  assert.equal(allowIn(config(cwd, 'ci/gate.yml')), 'allow:\n  - dist/a.js\n');
  tarball(cwd, { 'dist/b.js': MINIFIED });
  assert.equal((await initIn(cwd, './a.tgz --config ci/gate.yml')).status, 0);
  assert.equal(allowIn(config(cwd, 'ci/gate.yml')), 'allow:\n  - dist/b.js\n');
  assert.ok(!existsSync(join(cwd, 'packgate.yml')));
  assert.match(
    (await initIn(cwd, './a.tgz --config gate.json')).stderr,
    /^packgate: gate\.json: a new config is written as YAML/,
  );
});

test('several packages get sections; what is shared and enough stays shared', async (t) => {
  const cwd = makeFolder(t, { 'packgate.yml': 'allow: # of all\n  - dist/*.js\n' });
  const pack = (name: string, files: Readonly<Record<string, string>>) => {
    const manifest = JSON.stringify({ name, version: '1.0.0' });
    writeFileSync(join(cwd, `${name}.tgz`), packed({ 'package.json': manifest, ...files }));
  };
  pack('one', { 'dist/a.js': MINIFIED });
  pack('two', { 'dist/a.js': MINIFIED, 'b.css': 'a{b:c}' });
  assert.equal((await initIn(cwd, './*.tgz')).status, 0);
  assert.equal(
    config(cwd),
    'allow: # of all\n  - dist/*.js\n\npackages:\n  two:\n    allow:\n      - b.css\n      - dist/a.js\n',
  );
  writeFileSync(join(cwd, 'twin.tgz'), packed({ 'package.json': '{"name":"one","version":"2.0.0"}' }));
  const twins = await initIn(cwd, './*.tgz');
  assert.deepEqual([twins.status, twins.stdout], [2, '']);
  assert.match(twins.stderr, /\.\/one\.tgz and \.\/twin\.tgz are both called one/);
});

test('from the folder of a package, the config at the root of the workspace is written', async (t) => {
  const cwd = makeFolder(t, {
    '.git/HEAD': '',
    'package.json': { private: true, workspaces: ['p/*'] },
    'p/a/package.json': { ...MANIFEST, name: 'a' },
    'p/a/dist/a.js': MINIFIED,
    'p/b/package.json': { ...MANIFEST, name: 'b' },
    'p/b/dist/b.js': MINIFIED,
  });
  const { status, stdout } = await initIn(join(cwd, 'p/a'));
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^\.\.\/\.\.\/packgate\.yml written$/m);
  assert.match(config(cwd), /\npackages:\n {2}a:\n {4}allow:\n {6}- dist\/a\.js\n$/);
  assert.equal((await initIn(join(cwd, 'p/b'))).status, 0);
  assert.match(config(cwd), /- dist\/a\.js\n {2}b:\n {4}allow:\n {6}- dist\/b\.js\n$/);
  assert.equal((await checkIn(cwd)).outcome, 'pass');
});

test('outside of a repository, where a check looks in its own folder alone, init writes there', async (t) => {
  const cwd = makeFolder(t, {
    'package.json': { private: true, workspaces: ['p/*'] },
    'p/a/package.json': { ...MANIFEST, name: 'a' },
    'p/a/dist/a.js': MINIFIED,
  });
  const { status, stdout } = await initIn(join(cwd, 'p/a'));
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^packgate\.yml written$/m);
  assert.equal((await checkIn(join(cwd, 'p/a'))).outcome, 'pass');
});

test('without `files` the config itself is packed, and listed', async (t) => {
  const { files: _, ...manifest } = MANIFEST;
  const cwd = makeFolder(t, { 'package.json': manifest, 'a.js': MINIFIED });
  const { status, stdout } = await initIn(cwd);
  assert.equal(status, 0);
  assert.doesNotMatch(stdout, /allowlist\/unused/);
  assert.equal(allowIn(config(cwd)), 'allow:\n  - a.js\n  - packgate.yml\n');
  assert.deepEqual(await checkIn(cwd), { outcome: 'pass', found: [], notes: [] });
});

test('what could not be read or changed writes nothing, in one line and with status 2', async (t) => {
  const cases: readonly [tree: Tree, line: string, stderr: RegExp][] = [
    [{ 'bad.tgz': 'x' }, './*.tgz', /^packgate: \.\/bad\.tgz: .*\npackgate: packgate\.yml is not written\n$/],
    [
      { 'bad.tgz': 'x', 'packgate.yml': 'preset: open\n' },
      './*.tgz',
      /^packgate: \.\/bad\.tgz: .*\npackgate: packgate\.yml is left as it was\n$/,
    ],
    [{}, './none.tgz', /^packgate: \.\/none\.tgz: no such file or folder/],
    [{ 'packgate.yml': 'alow: []\n' }, './a.tgz', /unknown key `alow`/],
    [
      { 'packgate.yml': 'allow: [\n  x, y # why\n]\n' },
      './a.tgz',
      /init does not change.*add by hand: `dist\/a\.js`/,
    ],
    [{ 'packgate.yml/x': '' }, './a.tgz', /is a folder, not a file/],
    [{}, './a.tgz --allow x', /unknown option "--allow"/],
  ];
  for (const [tree, line, expected] of cases) {
    const cwd = folderWith(t, { 'dist/a.js': MINIFIED }, tree);
    const { status, stdout, stderr } = await initIn(cwd, line);
    assert.deepEqual([status, stdout], [2, ''], line);
    assert.match(stderr, expected);
    const text = tree['packgate.yml'];
    if (typeof text === 'string') assert.equal(config(cwd), text);
    else assert.ok(!existsSync(join(cwd, 'packgate.yml')) || 'packgate.yml/x' in tree);
  }
});

test('hostile names cannot write the config', async (t) => {
  const cwd = folderWith(t, {
    'x y # z.js': MINIFIED,
    '- "!b.js': MINIFIED,
    '##[error].js': MINIFIED,
    '[x].js': MINIFIED,
  });
  const { status, stdout, stderr } = await initIn(cwd, './a.tgz');
  assert.equal(status, 0, stderr);
  assert.doesNotMatch(stdout, /##\[/);
  assert.equal(
    allowIn(config(cwd)),
    'allow:\n  - "##\\\\[error\\\\].js"\n  - \'- "!b.js\'\n  - \\[x\\].js\n  - "x y # z.js"\n',
  );
  const { found } = await checkIn(cwd, ['./a.tgz']);
  assert.deepEqual(found, []);
});

test('help and version', async (t) => {
  const cwd = makeFolder(t);
  assert.match((await initIn(cwd, '--help')).stdout, /^packgate init \[target\.\.\.\]\n/);
  assert.match((await initIn(cwd, '-v')).stdout, /^\d/);
  rmSync(cwd, { recursive: true });
});
