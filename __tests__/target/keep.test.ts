import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { test } from 'node:test';
import { keeper, spoken } from '../../src/target/keep.ts';
import type { Source } from '../../src/target/source.ts';
import { makeFolder } from '../folders.ts';

const source = (file: string): Source => ({ target: 'a.tgz', file, close: async () => {} });
const integrity = (bytes: string | Buffer) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

const same = (text: string) => text;

const places: [dir: string, said: RegExp][] = [
  ['out', /^\.\/out\/a\.tgz$/],
  ['./out/deep/', /^\.\/out\/deep\/a\.tgz$/],
  ['.packgate', /^\.\/\.packgate\/a\.tgz$/],
  ['.', /^\.\/a\.tgz$/],
  ['../up', /^\/.*\/up\/a\.tgz$/],
  ['..dots', /^\/.*|\.\/\.\.dots\/a\.tgz$/],
];
for (const [dir, said] of places) {
  test(`kept in ${dir} it is called as npm can read it`, async (t) => {
    const cwd = join(makeFolder(t, { 'work/in/a.tgz': 'bytes' }), 'work');
    const place = await keeper(dir, cwd)(source(join(cwd, 'in/a.tgz')), integrity('bytes'), same);
    assert.match(place, said);
    assert.equal(readFileSync(join(place.startsWith('/') ? '' : cwd, place), 'utf8'), 'bytes');
  });
}

test('the folder of packgate itself is ignored by git and package managers, any other is left as it is', async (t) => {
  const cwd = makeFolder(t, { 'a.tgz': 'bytes', 'own/.packgate/.gitignore': 'mine' });
  for (const dir of ['.packgate', 'own/.packgate', 'out']) {
    await keeper(dir, cwd)(source(join(cwd, 'a.tgz')), integrity('bytes'), same);
  }
  assert.equal(readFileSync(join(cwd, '.packgate/.gitignore'), 'utf8'), '*\n');
  assert.equal(readFileSync(join(cwd, 'own/.packgate/.gitignore'), 'utf8'), 'mine');
  assert.deepEqual(readdirSync(join(cwd, 'out')), ['a.tgz']);
});

test('an absolute folder gives an absolute path', async (t) => {
  const cwd = makeFolder(t, { 'a.tgz': 'bytes' });
  assert.equal(
    await keeper(join(cwd, 'out'), cwd)(source(join(cwd, 'a.tgz')), integrity('bytes'), same),
    join(cwd, 'out/a.tgz'),
  );
});

test('a file whose name holds a credential is kept under another', async (t) => {
  const cwd = makeFolder(t, { 'in/acme-1.0.0-abc.tgz': 'bytes' });
  const place = await keeper('out', cwd)(
    source(join(cwd, 'in/acme-1.0.0-abc.tgz')),
    integrity('bytes'),
    (text) => text.replaceAll('abc', '[secret]'),
  );
  assert.equal(place, './out/acme-1.0.0-secret.tgz');
  assert.deepEqual(readdirSync(join(cwd, 'out')), ['acme-1.0.0-secret.tgz']);
});

test('more than one chunk is copied whole', async (t) => {
  const bytes = Buffer.alloc(3 * 1024 * 1024 + 1, 'packgate');
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'a.tgz'), bytes);
  await keeper('out', cwd)(source(join(cwd, 'a.tgz')), integrity(bytes), same);
  assert.ok(readFileSync(join(cwd, 'out/a.tgz')).equals(bytes));
});

test('what is there already is replaced; a link is replaced, not followed', async (t) => {
  const cwd = makeFolder(t, {
    'in/a.tgz': 'new',
    'out/a.tgz': 'old, and longer',
    victim: 'mine',
    'linked/x': '',
  });
  symlinkSync('../victim', join(cwd, 'linked/a.tgz'));
  for (const dir of ['out', 'linked']) {
    await keeper(dir, cwd)(source(join(cwd, 'in/a.tgz')), integrity('new'), same);
    assert.equal(readFileSync(join(cwd, dir, 'a.tgz'), 'utf8'), 'new');
    assert.ok(!lstatSync(join(cwd, dir, 'a.tgz')).isSymbolicLink());
  }
  assert.equal(readFileSync(join(cwd, 'victim'), 'utf8'), 'mine');
});

test('a link in the working folder does not lead out of it; one that stays in it, and a folder named as it is, may be links', async (t) => {
  const top = makeFolder(t, { 'work/a.tgz': 'bytes', 'work/real/x': '', 'elsewhere/x': '' });
  const cwd = join(top, 'work');
  symlinkSync('../elsewhere', join(cwd, '.packgate'));
  symlinkSync('real', join(cwd, 'within'));
  symlinkSync(cwd, join(top, 'again'));
  const keep = (dir: string, from = cwd) =>
    keeper(dir, from)(source(join(cwd, 'a.tgz')), integrity('bytes'), same);
  for (const dir of ['.packgate', './.packgate/', '.packgate/deep', join(cwd, '.packgate')])
    await assert.rejects(keep(dir), /leads out of the working folder by a link/);
  assert.deepEqual(readdirSync(join(top, 'elsewhere')), ['x']);
  assert.equal(await keep('within'), './within/a.tgz');
  assert.equal(await keep('../elsewhere'), join(top, 'elsewhere/a.tgz'));
  assert.equal(await keep('out', join(top, 'again')), './out/a.tgz');
});

test('kept where it already is, it stays whole', async (t) => {
  const cwd = makeFolder(t, { 'out/a.tgz': 'bytes' });
  await keeper('out', cwd)(source(join(cwd, 'out/a.tgz')), integrity('bytes'), same);
  assert.equal(readFileSync(join(cwd, 'out/a.tgz'), 'utf8'), 'bytes');
});

test('bytes that changed since are not kept, and what was there stays', async (t) => {
  const cwd = makeFolder(t, { 'in/a.tgz': 'other', 'out/a.tgz': 'old' });
  const keeping = keeper('out', cwd)(source(join(cwd, 'in/a.tgz')), integrity('bytes'), same);
  await assert.rejects(keeping, { code: 'output', message: /changed while packgate looked/ });
  assert.deepEqual(readdirSync(join(cwd, 'out')), ['a.tgz']);
  assert.equal(readFileSync(join(cwd, 'out/a.tgz'), 'utf8'), 'old');
});

test('two packages under one name: the first stays, the second is an error', async (t) => {
  const cwd = makeFolder(t, { '1/a.tgz': 'one', '2/a.tgz': 'two' });
  const keep = keeper('out', cwd);
  await keep(source(join(cwd, '1/a.tgz')), integrity('one'), same);
  await assert.rejects(keep(source(join(cwd, '2/a.tgz')), integrity('two'), same), {
    code: 'output',
    message: /two packages/,
  });
  assert.equal(readFileSync(join(cwd, 'out/a.tgz'), 'utf8'), 'one');
});

test('a place that cannot be written is one line', async (t) => {
  const cwd = makeFolder(t, { 'in/a.tgz': 'x', file: 'x' });
  mkdirSync(join(cwd, 'out/a.tgz/deep'), { recursive: true });
  for (const dir of ['file', 'file/deep', 'out']) {
    await assert.rejects(keeper(dir, cwd)(source(join(cwd, 'in/a.tgz')), integrity('x'), same), {
      code: 'output',
      message: /cannot be written \([A-Z]+\)$/,
    });
  }
  assert.ok(statSync(join(cwd, 'out/a.tgz')).isDirectory());
});

for (const [place, cwd, paths, path] of [
  ['/w/out/a.tgz', '/w', posix, './out/a.tgz'],
  ['/other/a.tgz', '/w', posix, '/other/a.tgz'],
  ['D:\\a\\cli\\.packgate\\a.tgz', 'D:\\a\\cli', win32, './.packgate/a.tgz'],
  ['d:\\A\\cli\\a.tgz', 'D:\\a\\cli', win32, './a.tgz'],
  ['C:\\temp\\a.tgz', 'D:\\a\\cli', win32, 'C:\\temp\\a.tgz'],
  ['D:\\a\\other\\a.tgz', 'D:\\a\\cli', win32, 'D:\\a\\other\\a.tgz'],
  ['D:/a/cli\\out/a.tgz', 'D:\\a\\cli', win32, './out/a.tgz'],
  ['\\\\host\\share\\a.tgz', 'D:\\a\\cli', win32, '\\\\host\\share\\a.tgz'],
  ['\\\\host\\share\\cli\\out\\a.tgz', '\\\\host\\share\\cli', win32, './out/a.tgz'],
] as const) {
  test(`${place} is spoken of as ${path}`, () => assert.equal(spoken(place, cwd, paths), path));
}

test('what lies in the folder and is to be inspected itself is not replaced', async (t) => {
  const cwd = makeFolder(t, { 'in/a.tgz': 'bytes', 'out/a.tgz': 'other', 'new/x': '' });
  const targets = ['npm:a', 'in/a.tgz', 'out/a.tgz'].map((target) => ({ target }));
  const keep = (dir: string, file: string, bytes: string) =>
    keeper(dir, cwd, targets)(source(join(cwd, file)), integrity(bytes), same);
  await assert.rejects(keep('out', 'in/a.tgz', 'bytes'), {
    code: 'output',
    message: 'out/a.tgz: two packages of this run would be kept under this name',
  });
  assert.equal(readFileSync(join(cwd, 'out/a.tgz'), 'utf8'), 'other');
  assert.equal(await keep('out', 'out/a.tgz', 'other'), './out/a.tgz');
  assert.equal(await keep('new', 'in/a.tgz', 'bytes'), './new/a.tgz');
});
