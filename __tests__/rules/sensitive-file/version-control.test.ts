import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { rule } from '../../../src/rules/sensitive-file/version-control.ts';
import { makeFolder } from '../../folders.ts';
import { rawZip } from '../../zips.ts';
import { type Files, sightFiles, testCases } from './sensitive.ts';

const object = deflateSync('blob 5\0hello');
const hash = `${'ab'}/${'0123456789'.repeat(4).slice(0, 38)}`;
const pack = Buffer.concat([Buffer.from('PACK\0\0\0\x02\0\0\0\x01'), Buffer.alloc(40, 7)]);

testCases(rule, {
  'a .git folder': [
    { '.git/HEAD': 'ref: refs/heads/main\n', '.git/config': '[core]\n', [`.git/objects/${hash}`]: object },
    ['.git/HEAD'],
  ],
  'one file of it': [{ 'dist/.git/index': 'DIRC' }, ['dist/.git/index']],
  'a folder of each system': [
    {
      '.svn/wc.db': 'a',
      '.hg/store/00manifest.i': 'a',
      '.bzr/branch/format': 'a',
      'src/CVS/Entries': '/a.c/1.1//',
      '.jj/repo/store/type': 'git',
    },
    ['.svn/wc.db', '.hg/store/00manifest.i', '.bzr/branch/format', 'src/CVS/Entries', '.jj/repo/store/type'],
  ],
  'a bare repository': [
    {
      'backup.git/HEAD': 'ref: refs/heads/main\n',
      [`backup.git/objects/${hash}`]: object,
      'backup.git/objects/pack/pack-1.pack': pack,
    },
    ['backup.git/HEAD'],
  ],
  'a pack, a bundle and an index under other names': [
    {
      'data/a.bin': pack,
      'b.dat': '# v2 git bundle\nabc refs/heads/main\n\n',
      'c/index.bak': Buffer.from('DIRC\0\0\0\x02\0\0\0\x01aaaa'),
    },
    ['data/a.bin', 'b.dat', 'c/index.bak'],
  ],
  'a loose object alone': [{ [`x/objects/${hash}`]: object }, [`x/objects/${hash}`]],
  'a repository in a dependency that is packed along': [
    { 'node_modules/a/.git/HEAD': 'ref: refs/heads/main\n' },
    ['node_modules/a/.git/HEAD'],
  ],
  'a repository in a zip': [
    { 'site.zip': rawZip([{ name: '.git/HEAD', body: 'ref: refs/heads/main\n' }]) },
    ['site.zip!/.git/HEAD'],
  ],
  'where the folder of a submodule lies': [
    { 'vendor/a/.git': 'gitdir: ../../.git/modules/a\n' },
    ['vendor/a/.git pointer'],
  ],
  'repositories apart': [{ 'a/.git/HEAD': 'a', 'b/.git/HEAD': 'b' }, ['a/.git/HEAD', 'b/.git/HEAD']],

  'what a project says to Git': [
    {
      '.gitignore': 'dist\n',
      '.gitattributes': '* text\n',
      '.gitmodules': '[submodule "a"]\n',
      '.gitkeep': '',
      '.github/FUNDING.yml': 'a: b\n',
      '.hgignore': 'a',
    },
    [],
  ],
  'a folder that is only called so': [
    { '.git/README.txt': 'nothing is in here\n', 'cvs/store.js': 'a', 'CVS/pharmacy.js': 'a' },
    [],
  ],
  'files that are called like parts of it': [
    {
      HEAD: 'the head of a document\n',
      'objects/cube.js': 'a',
      index: 'a',
      'a.pack': 'PACKAGE',
      'b.pack': 'PACK of wolves',
      'refs/heads/main': 'a',
    },
    [],
  ],
  'objects under any name': [
    {
      [`cache/${hash}`]: object,
      'data/one': deflateSync(Buffer.concat([Buffer.from('tree 33\0'), Buffer.from('100644 a\0')])),
      'two.bin': deflateSync(`commit 900\0tree ${'a'.repeat(40)}\nauthor A`),
    },
    [`cache/${hash}`, 'data/one', 'two.bin'],
  ],
  'hashes and compressed data that are no objects': [
    {
      [`objects/${hash}`]: 'not deflated',
      'data/one': deflateSync('blobs of 5'),
      'data/two': deflateSync('tree of life 5\0'),
      'data/three': deflateSync('commit to it'),
      'four.bin': Buffer.concat([deflateSync('blob'), Buffer.alloc(9)]),
    },
    [],
  ],
  'words about it': [{ 'a.md': 'ref: refs/heads/main\n is what HEAD says, and more than that' }, []],
});

function read(folder: string, prefix: string): Files {
  const files: Record<string, Buffer> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (statSync(join(folder, path)).isFile()) files[`${prefix}${path}`] = readFileSync(join(folder, path));
  return files;
}

function repository(t: TestContext): string {
  const folder = makeFolder(t);
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main', ...args],
      { cwd: folder, stdio: 'ignore' },
    );
  git('init');
  for (const name of ['a', 'b']) {
    writeFileSync(join(folder, name), name);
    git('add', '.');
    git('commit', '-m', name);
  }
  git('clone', '--bare', '.', 'bare');
  git('-C', 'bare', 'gc');
  git('bundle', 'create', 'all.bundle', 'main');
  return folder;
}

test('what git itself writes: a work tree, a bare repository in packs, a bundle', (t) => {
  const folder = repository(t);
  const seen = sightFiles(rule, {
    ...read(join(folder, '.git'), 'site/.git/'),
    ...read(join(folder, 'bare'), 'mirror/'),
    'release.dat': readFileSync(join(folder, 'all.bundle')),
  });
  const told = new Map(seen.map(({ detail, message, evidence }) => [detail, { message, evidence }]));
  assert.deepEqual([...told.keys()].sort(), ['mirror', 'release.dat', 'site/.git']);
  assert.match(
    told.get('site/.git')!.message,
    /^site\/\.git holds records of Git: \d+ files, [\d.]+ kB, with 6 objects\.$/,
  );
  assert.equal(told.get('mirror')!.evidence!.packs, 1);
  assert.match(told.get('release.dat')!.message, /with 1 pack of history\.$/);
});

testCases(rule, {
  'histories of other systems in one file': [
    {
      'a.bin': Buffer.concat([Buffer.from('HG20\0\0\0\0'), Buffer.alloc(300, 7)]),
      'b.txt': 'SVN-fs-dump-format-version: 2\n\nUUID: a\n\nRevision-number: 0\n',
    },
    ['a.bin', 'b.txt'],
  ],
  'all of a repository as `git fast-export` writes it': [
    { 'a.txt': 'blob\nmark :1\ndata 5\nlet a\n\nreset refs/heads/main\n' },
    ['a.txt'],
  ],
  'a text about blobs': [{ 'a.txt': 'blob\nmark :1 is the first\n' }, []],
  'what only begins so': [{ 'a.txt': 'HG20 is the new format', 'b.txt': 'SVN-fs-dump-format-version' }, []],
});
