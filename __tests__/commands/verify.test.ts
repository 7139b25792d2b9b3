import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../folders.ts';
import { checked, NOW } from '../proof/receipts.ts';
import { packgate } from './command-line.ts';

const { bytes, receipt } = checked('@acme/cli', { now: new Date('2026-11-20T23:00:00Z') });

test('what passed is told with its receipt, and --quiet says nothing of it', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'a.tgz'), bytes);
  writeFileSync(join(cwd, 'r.json'), receipt);
  const { status, stdout, stderr } = await packgate('verify ./a.tgz --receipt r.json', { cwd });
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(
    stdout,
    /^PASS {2}\.\/a\.tgz: the bytes that passed as @acme\/cli@1\.0\.0, on 2026-11-20T23:00:00\.000Z, packgate 0\.1\.0\n {2}sha512-/,
  );
  assert.deepEqual(await packgate('verify a.tgz --quiet --receipt r.json', { cwd }), {
    status: 0,
    stdout: '',
    stderr: '',
    asked: undefined,
  });
  assert.equal((await packgate('verify a.tgz --max-age 1h --receipt r.json', { cwd })).status, 0);
  assert.equal((await packgate('verify a.tgz --max-age 59m --receipt r.json', { cwd })).status, 1);
});

test('what differs is 1 and what could not be looked at is 2, told last, with the next step, also quietly', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'a.tgz'), bytes);
  writeFileSync(join(cwd, 'b.tgz'), checked('@acme/cli', { file: 'let other', now: NOW }).bytes);
  writeFileSync(join(cwd, 'r.json'), receipt);
  const differs = await packgate('verify b.tgz a.tgz --quiet --receipt r.json', { cwd });
  assert.equal(differs.status, 1);
  assert.match(
    differs.stdout,
    /^PASS .*\n.*\nFAIL {2}b\.tgz: not the bytes that passed\n {2}these are not the bytes[\s\S]*\n {2}Next: find out what changed/,
  );
  const none = await packgate('verify a.tgz c.tgz --receipt r.json', { cwd });
  assert.equal(none.status, 2);
  assert.match(none.stdout, /ERROR c\.tgz: NOT LOOKED AT, nothing is claimed\n {2}c\.tgz: no such file/);
  assert.match(none.stderr, /^packgate: c\.tgz: no such file or folder; .*\n$/);
});

test('where nothing could be looked at, standard error has one line of it and standard output none', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'a.tgz'), bytes);
  writeFileSync(join(cwd, 'no.json'), '{}');
  for (const [line, told] of [
    [
      'verify a.tgz b.tgz --receipt r.json',
      /^packgate: the receipts r\.json: no such file or folder; name .*\n$/,
    ],
    ['verify a.tgz --receipt no.json', /^packgate: no\.json: no receipt of packgate.*\n$/],
    ['verify b.tgz --quiet --receipt no.json', /^packgate: .*\n$/],
  ] as const) {
    const { status, stdout, stderr } = await packgate(line, { cwd });
    assert.deepEqual([status, stdout], [2, ''], line);
    assert.match(stderr, told, line);
  }
});

test('hostile names and receipts are no commands', async (t) => {
  const cwd = makeFolder(t);
  const name = '##[error]x\u001b[2J';
  writeFileSync(join(cwd, `${name}.tgz`), bytes);
  const hostile = checked('x\n::error::y\u202e', { version: '1\u001b[2J##[z]', now: NOW });
  writeFileSync(join(cwd, 'r.json'), hostile.receipt);
  for (const target of [`${name}.tgz`, '.']) {
    const { status, stdout } = await packgate(['verify', target, '--receipt', 'r.json'], { cwd });
    assert.equal(status, 1);
    assert.doesNotMatch(stdout, /[\u001b\u202e]|##\[|^::/m);
  }
});
