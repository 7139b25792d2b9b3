import assert from 'node:assert/strict';
import { linkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { overlapsOf, type Read } from '../../src/target/apart.ts';
import { makeFolder } from '../folders.ts';

/** A folder in which one file has many names. */
function room(t: TestContext): string {
  const cwd = makeFolder(t, {
    'a.tgz': 'a',
    'b.tgz': 'b',
    'app/package.json': '{}',
    'packgate.yml': '',
    'shards/1.json': '{}',
    'shards/deep/2.json': '{}',
    'reports/r.json': '{}',
  });
  symlinkSync('a.tgz', join(cwd, 'soft'));
  linkSync(join(cwd, 'a.tgz'), join(cwd, 'hard'));
  linkSync(join(cwd, 'shards/deep/2.json'), join(cwd, 'twin.json'));
  symlinkSync('.', join(cwd, 'here'));
  return cwd;
}

const target = (text: string): Read => ({ kind: 'target', text });
const reports = (text: string): Read => ({ kind: 'reports', text });
const file = (text: string): Read => ({ kind: 'file', text });

const fall: readonly [reads: Read, written: string, on: string][] = [
  [target('a.tgz'), './a.tgz', 'a.tgz'],
  [target('a.tgz'), 'soft', 'a.tgz'],
  [target('soft'), 'a.tgz', 'soft'],
  [target('a.tgz'), 'hard', 'a.tgz'],
  [target('a.tgz'), 'here/here/a.tgz', 'a.tgz'],
  [target('*.tgz'), 'b.tgz', 'b.tgz'],
  [target('{b,x}.tgz'), 'here/b.tgz', 'b.tgz'],
  [target('*'), 'hard', 'a.tgz'],
  [target('missing.tgz'), 'here/missing.tgz', 'missing.tgz'],
  [target('app'), 'app', 'app'],
  [target('app'), 'app/package.json', 'app/package.json'],
  [reports('shards'), 'shards/1.json', 'shards/1.json'],
  [reports('shards'), 'twin.json', 'shards/deep/2.json'],
  [reports('shards/*.json'), 'here/shards/1.json', 'shards/1.json'],
  [reports('here/shards'), 'shards/deep/2.json', 'here/shards/deep/2.json'],
  [file('packgate.yml'), 'here/packgate.yml', 'packgate.yml'],
  [file('new/x.json'), 'here/new/x.json', 'new/x.json'],
];
for (const [read, written, on] of fall) {
  test(`${written} falls on ${read.kind} ${read.text}`, async (t) => {
    const one = { by: '--output', file: written };
    assert.deepEqual(await overlapsOf([one], [read], room(t)), [
      { written: one, other: `"${on}", which is to be read` },
    ]);
  });
}

const free: readonly [reads: Read, written: string][] = [
  [target('a.tgz'), 'reports/r.json'],
  [target('*.tgz'), 'reports/r.json'],
  [target('*.tgz'), 'c.txt'],
  [target('app'), 'app/r.json'],
  [target('.'), 'reports/r.json'],
  [target('npm:reports'), 'npm:reports'],
  [target('*.none'), 'reports/r.json'],
  [reports('shards'), 'reports/r.json'],
  [reports('shards'), 'shards/receipts.jsonl'],
  [reports('shards/*.json'), 'shards/deep/2.json'],
];
for (const [read, written] of free) {
  test(`${written} may be written beside ${read.kind} ${read.text}`, async (t) => {
    assert.deepEqual(await overlapsOf([{ by: '--output', file: written }], [read], room(t)), []);
  });
}

test('what is written twice is told with both', async (t) => {
  const names = ['reports/r.json', 'here/reports/r.json', 'new/a', 'here/new/a', 'new/b'];
  const written = names.map((name, i) => ({ by: `${i}`, file: name }));
  const overlaps = await overlapsOf(written, [], room(t));
  assert.deepEqual(
    overlaps.map((overlap) => [overlap.written.by, overlap.also?.by, overlap.other]),
    [
      ['1', '0', 'the file of 0'],
      ['3', '2', 'the file of 2'],
    ],
  );
});

test('where one of several cannot be found, the others are not overwritten either', async (t) => {
  const cwd = room(t);
  for (const [reads, written] of [
    [[target('missing/*.tgz'), target('npm:a@b@c'), target('*.tgz')], 'a.tgz'],
    [[reports('missing'), reports('shards')], 'shards/1.json'],
  ] as const)
    assert.equal((await overlapsOf([{ by: '', file: written }], reads, cwd)).length, 1, written);
});
