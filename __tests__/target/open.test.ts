import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { makeFolder, writeTree } from '../folders.ts';
import { openAll, openOne } from './opened.ts';

const manifest = (name: string, more: object = {}) => ({ name, version: '1.0.0', ...more });
const names = (opened: readonly { target: string }[]) => opened.map(({ target }) => target);
const withoutDisk = ['a.tgz', 'b.tgz', 'notes.txt', 'sub/c.tgz', '.hidden.tgz'];
const tree = Object.fromEntries(withoutDisk.map((path) => [path, 'x']));

test('a file is taken as it is and stays where it is', async (t) => {
  const cwd = makeFolder(t, tree);
  const { source } = await openOne('./a.tgz', { cwd });
  assert.equal(source?.file, join(cwd, 'a.tgz'));
  assert.equal(source?.target, './a.tgz');
  assert.ok(existsSync(join(cwd, 'a.tgz')));
});

const globs: [glob: string, targets: string[]][] = [
  ['*.tgz', ['a.tgz', 'b.tgz']],
  ['./*.tgz', ['./a.tgz', './b.tgz']],
  ['**/*.tgz', ['a.tgz', 'b.tgz', 'sub/c.tgz']],
  ['sub/*', ['sub/c.tgz']],
  ['{b,a}.tgz', ['a.tgz', 'b.tgz']],
  ['*', ['a.tgz', 'b.tgz']],
  ['.h*', ['.hidden.tgz']],
  ['su[b]/?.tgz', ['sub/c.tgz']],
  ['sub/../*.tgz', ['sub/../a.tgz', 'sub/../b.tgz']],
  ['**/**/c.*', ['sub/c.tgz']],
  ['{sub/*,a}{.tgz,}', ['a.tgz', 'sub/c.tgz']],
  ['@(a|b).tgz', ['a.tgz', 'b.tgz']],
  ['!(a).tgz', ['b.tgz']],
];
for (const [glob, targets] of globs) {
  test(`${glob} gives ${targets.join(' ')}`, async (t) => {
    assert.deepEqual(names(await openAll([glob], { cwd: makeFolder(t, tree) })), targets);
  });
}

test('a glob finds package folders, archives without a fitting name, and nothing else', async (t) => {
  const cwd = makeFolder(t, {
    'out/a/package.json': manifest('a'),
    'out/b/readme.md': 'x',
    'out/plan.json': '{}',
  });
  execFileSync('tar', ['-cf', 'out/release', 'out/b'], { cwd });
  execFileSync('tar', ['-czf', 'out/zipped', 'out/b'], { cwd });
  assert.deepEqual(names(await openAll(['out/*'], { cwd })), ['out/a', 'out/release', 'out/zipped']);
});

test('a glob enters neither node_modules nor linked folders', async (t) => {
  const cwd = makeFolder(t, {
    'a/package.json': manifest('a'),
    'a/node_modules/b/package.json': manifest('b'),
  });
  symlinkSync('..', join(cwd, 'a/up'));
  assert.deepEqual(names(await openAll(['**'], { cwd, ignoreScripts: true })), ['a']);
});

test('a glob does not pass over an archive that cannot be read', async (t) => {
  const cwd = makeFolder(t);
  symlinkSync('gone', join(cwd, 'a.tgz'));
  symlinkSync('b.tgz', join(cwd, 'b.tgz'));
  symlinkSync('gone', join(cwd, 'c'));
  execFileSync('mkfifo', [join(cwd, 'd.tgz'), join(cwd, 'e')]);
  writeTree(cwd, { 'z.tgz': 'x' });
  const opened = await openAll(['*'], { cwd });
  assert.deepEqual(
    opened.map(({ target, error }) => [target, error?.code]),
    [
      ['a.tgz', 'target'],
      ['b.tgz', 'target'],
      ['d.tgz', 'target'],
      ['z.tgz', undefined],
    ],
  );
});

test('a file of that very name wins over the glob', async (t) => {
  const cwd = makeFolder(t, { 'x[1].tgz': 'x', 'x1.tgz': 'x' });
  assert.deepEqual(names(await openAll(['x[1].tgz'], { cwd })), ['x[1].tgz']);
});

test('what is reached twice is opened once', async (t) => {
  const cwd = makeFolder(t, tree);
  symlinkSync('a.tgz', join(cwd, 'link.tgz'));
  const texts = ['a.tgz', './a.tgz', join(cwd, 'a.tgz'), '*.tgz', 'link.tgz', 'link.*'];
  assert.deepEqual(names(await openAll(texts, { cwd })), ['a.tgz', 'b.tgz']);
});

const wrong: [text: string, code: string, message: RegExp][] = [
  ['missing.tgz', 'target', /^missing\.tgz: no such file/],
  ['a.tgz/inside', 'target', /no such file/],
  ['out/*.tgz', 'target', /matches nothing/],
  ['*.txt', 'target', /neither tarballs nor package folders/],
  ['sub', 'target', /without package\.json/],
  ['fifo', 'target', /neither a file nor a folder/],
  ['socket', 'target', /neither a file nor a folder/],
  ['/dev/zero', 'target', /neither a file nor a folder/],
  ['loop', 'target', /cannot be read \(ELOOP\)/],
  ['{1..300}.tgz', 'usage', /^\{1\.\.300\}\.tgz: stands for more than 256 globs$/],
  ['npm:../x', 'usage', /not a package of a registry/],
  ['', 'usage', /empty/],
  ['fifopackage', 'target', /package\.json: neither/],
  ['badjson', 'target', /no JSON object/],
];
for (const [text, code, message] of wrong) {
  test(`"${text}" is an error, and the others are still opened`, { timeout: 60_000 }, async (t) => {
    const cwd = makeFolder(t, { ...tree, 'badjson/package.json': '{' });
    mkdirSync(join(cwd, 'fifopackage'));
    execFileSync('mkfifo', [join(cwd, 'fifo'), join(cwd, 'fifopackage/package.json')]);
    symlinkSync('loop', join(cwd, 'loop'));
    const server = createServer().listen(join(cwd, 'socket'));
    t.after(() => server.close());
    const opened = await openAll([text, 'a.tgz'], { cwd });
    assert.deepEqual(names(opened), [text, 'a.tgz']);
    assert.equal(opened[0]?.error?.code, code);
    assert.match(opened[0]?.error?.message ?? '', message);
    assert.doesNotMatch(opened[0]?.error?.message ?? '', /\n/);
    assert.ok(opened[0]?.error?.help);
    assert.ok(opened[1]?.source);
  });
}

const nextSteps: [text: string, help: RegExp][] = [
  ['missing.tgz', /^build or pack first/],
  ['https://example.com/a.tgz', /^an address is not fetched: download/],
  ['loop', /^the link leads back to itself/],
  ['n'.repeat(5000), /^name it by a shorter path$/],
];
for (const [text, help] of nextSteps) {
  test(`what to do about "${text.slice(0, 30)}"`, async (t) => {
    const cwd = makeFolder(t, tree);
    symlinkSync('loop', join(cwd, 'loop'));
    const [opened] = await openAll([text], { cwd });
    assert.match(opened?.error?.help ?? '', help);
  });
}

test('a folder that may not be entered is not said to hold no package.json', {
  skip: process.platform === 'win32' || process.getuid?.() === 0,
}, async (t) => {
  const cwd = makeFolder(t, { 'shut/package.json': '{}' });
  chmodSync(join(cwd, 'shut'), 0);
  t.after(() => chmodSync(join(cwd, 'shut'), 0o755));
  const [opened] = await openAll(['shut'], { cwd });
  assert.equal(opened?.error?.message, 'shut: cannot be read (EACCES)');
});

test('a folder is packed by npm, into a temporary folder that is gone afterwards', async (t) => {
  const cwd = makeFolder(t, {
    'package.json': manifest('@acme/app', { private: true, files: ['dist'] }),
    'dist/app.js': 'let a',
    'src/app.ts': 'let a',
  });
  const lines: string[] = [];
  const { source, files } = await openOne('.', { cwd, progress: (line) => lines.push(line) });
  assert.deepEqual(files, ['dist/app.js', 'package.json']);
  assert.match(source?.file ?? '', /acme-app-1\.0\.0\.tgz$/);
  assert.equal(source?.packed?.manager, 'npm');
  assert.match(source?.packed?.version ?? '', /^\d+\.\d+\.\d+/);
  assert.equal(source?.packed?.folder, cwd);
  assert.match(lines.join('\n'), /^packing \. with npm \d/);
  assert.ok(!existsSync(dirname(source?.file ?? '')));
  assert.ok(!existsSync(join(cwd, 'acme-app-1.0.0.tgz')));
});
