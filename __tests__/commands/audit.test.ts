import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PackgateError } from '../../src/errors.ts';
import { makeFolder } from '../folders.ts';
import { broken, clean, hostile, incident, runOf } from '../report/runs.ts';
import { type Outcome, packgate } from './command-line.ts';

const headOf = ({ stderr }: Outcome) => /head ([0-9a-f]{64})\n/.exec(stderr)?.[1];

test('each run adds a record and tells the head, in every format and quietly, also when nothing could be inspected', async (t) => {
  const cwd = makeFolder(t);
  const finds = [
    [runOf(clean), '--quiet', 0],
    [runOf(incident), '--format json', 1],
    [runOf(broken), '--format sarif', 2],
    [new PackgateError('config', 'packgate.yml:1:1: no'), '', 2],
    [new TypeError('a bug'), '', 2],
  ] as const;
  for (const [index, [found, more, status]] of finds.entries()) {
    const outcome = await packgate(`check --audit-log a.jsonl ${more}`, { cwd, finds: found });
    assert.equal(outcome.status, status);
    assert.match(outcome.stderr, new RegExp(`^packgate: audit record ${index + 1}, head [0-9a-f]{64}\\n`));
    if (more === '--quiet') assert.equal(outcome.stdout, '');
    if (more === '--format json') assert.equal(JSON.parse(outcome.stdout).verdict, 'fail');
  }
  const codes = readFileSync(join(cwd, 'a.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ outcome, packages }) => [outcome, packages[0].code]);
  assert.deepEqual(codes, [
    ['pass', undefined],
    ['fail', undefined],
    ['error', 'archive'],
    ['error', 'config'],
    ['error', 'bug'],
  ]);
});

test('a whole log is told with its near misses by cause; the newest head finds what is cut from the end', async (t) => {
  const cwd = makeFolder(t);
  const heads: string[] = [];
  for (const finds of [runOf(clean), runOf(incident), runOf(hostile), runOf(clean)]) {
    heads.push(headOf(await packgate('check --audit-log a.jsonl', { cwd, finds }))!);
  }
  const whole = await packgate('audit verify a.jsonl', { cwd });
  assert.deepEqual([whole.status, whole.stderr], [0, '']);
  assert.match(
    whole.stdout,
    /^WHOLE {2}a\.jsonl: 4 records, unchanged\n {2}head [0-9a-f]{64}\n {2}Without --head nothing tells/,
  );
  assert.ok(whole.stdout.includes(`head ${heads[3]}`));
  assert.match(whole.stdout, /Gate runs {2}2 passed, 2 stopped, 0 not inspected \(2026-11-21/);
  assert.match(
    whole.stdout,
    /Near misses {2}1 package did not ship[\s\S]*1,902 original source files, 512,311 lines\n {2}source-map\/file {2}1 package\n/,
  );
  assert.doesNotMatch(whole.stdout, /@acme\/release/);
  for (const [index, head] of heads.entries()) {
    const { status, stdout } = await packgate(`audit verify a.jsonl --head ${head.toUpperCase()}`, { cwd });
    assert.equal(status, 0);
    assert.match(
      stdout,
      index === 3 ? /It ends with the record of --head/ : new RegExp(`and ${3 - index} records? behind it`),
    );
  }
  const lines = readFileSync(join(cwd, 'a.jsonl'), 'utf8').split('\n');
  writeFileSync(join(cwd, 'a.jsonl'), `${lines.slice(0, 2).join('\n')}\n`);
  assert.equal((await packgate('audit verify a.jsonl', { cwd })).status, 0);
  assert.equal((await packgate(`audit verify a.jsonl --head ${heads[1]}`, { cwd })).status, 0);
  const cut = await packgate(`audit verify a.jsonl --head ${heads[3]}`, { cwd });
  assert.equal(cut.status, 1);
  assert.match(cut.stdout, /^CHANGED[\s\S]*records were cut from its end/);
});

test('a changed log is 1, one that cannot be read or says nothing is 2', async (t) => {
  const cwd = makeFolder(t, { 'none.jsonl': '', 'notes.txt': 'hello\n' });
  await packgate('check --audit-log a.jsonl', { cwd });
  const text = readFileSync(join(cwd, 'a.jsonl'), 'utf8');
  writeFileSync(join(cwd, 'a.jsonl'), text.replace('pass', 'fail'));
  const changed = await packgate('audit verify a.jsonl', { cwd });
  assert.equal(changed.status, 1);
  assert.match(
    changed.stdout,
    /^CHANGED {2}a\.jsonl: .*\n {2}line 1 was changed: its content does not have its hash\.\n/,
  );
  assert.equal((await packgate('audit verify notes.txt', { cwd })).status, 1);
  for (const file of ['none.jsonl', 'missing.jsonl', '.']) {
    const { status, stdout, stderr } = await packgate(`audit verify ${file}`, { cwd });
    assert.deepEqual([status, stdout], [2, ''], file);
    assert.match(stderr, /^packgate: /);
  }
  const missing = await packgate('audit verify missing.jsonl', { cwd });
  assert.match(missing.stderr, /^packgate: missing\.jsonl: no such file; name the file that /);
  assert.equal((await packgate(`audit verify none.jsonl --head ${'0'.repeat(64)}`, { cwd })).status, 1);
});

test('a run that cannot write its record is no pass in any report, and what was found stays told', async (t) => {
  const cwd = makeFolder(t, { 'a.jsonl': 'hello' });
  const passed = await packgate('check --audit-log a.jsonl --receipt r.json --format json', { cwd });
  assert.equal(passed.status, 2);
  assert.deepEqual(
    [JSON.parse(passed.stdout).verdict, JSON.parse(passed.stdout).error.code],
    ['error', 'output'],
  );
  assert.match(passed.stderr, /^packgate: .*a\.jsonl: no audit record could be written: its end is damaged/);
  assert.throws(() => readFileSync(join(cwd, 'r.json')), /ENOENT/);
  const failed = await packgate('check --audit-log a.jsonl --format json', { cwd, finds: runOf(incident) });
  assert.deepEqual([failed.status, JSON.parse(failed.stdout).verdict], [2, 'fail']);
  assert.equal(readFileSync(join(cwd, 'a.jsonl'), 'utf8'), 'hello');
});

test('a run whose receipt cannot be written is an error in the log', async (t) => {
  const cwd = makeFolder(t, { 'folder/x': '' });
  const { status } = await packgate('check --audit-log a.jsonl --receipt folder', { cwd });
  assert.equal(status, 2);
  const { outcome, packages, problem } = JSON.parse(readFileSync(join(cwd, 'a.jsonl'), 'utf8'));
  assert.deepEqual([outcome, packages[0].outcome, problem.code], ['error', 'pass', 'output']);
});

test('a run leaves no receipt of an earlier run, and none where it claims nothing', async (t) => {
  const cwd = makeFolder(t, { 'r.json': '{"_type":"old"}' });
  await packgate('check --receipt r.json', { cwd, finds: runOf(clean, broken) });
  assert.throws(() => readFileSync(join(cwd, 'r.json')), /ENOENT/);
  await packgate('check --receipt r.json', { cwd, finds: runOf(clean, incident) });
  const lines = readFileSync(join(cwd, 'r.json'), 'utf8').trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).predicate.verificationResult),
    ['PASSED', 'FAILED'],
  );
  await packgate('check --receipt r.json', { cwd, finds: new PackgateError('usage', 'no') });
  assert.throws(() => readFileSync(join(cwd, 'r.json')), /ENOENT/);
});

test('a receipt takes the place of an earlier one, also printed anew, and of nothing else', async (t) => {
  const texts = [
    '{"_type":"old"}',
    '[\n  {\n    "_type": "old"',
    '',
    ' {\r\n "_type" : 1',
    'bytes',
    '{"name":"a"}',
    `${' '.repeat(300)}bytes`,
    ' \n',
  ];
  for (const text of texts) {
    const cwd = makeFolder(t, { 'r.json': text });
    const isReceipt = !/bytes|name/.test(text);
    const { status, stderr } = await packgate('check *.tgz --receipt r.json', { cwd, finds: runOf(clean) });
    assert.equal(status, isReceipt ? 0 : 2, text);
    if (isReceipt) continue;
    assert.match(
      stderr,
      /^packgate: r\.json: holds no receipt, and one would overwrite it; name another file/,
    );
    assert.equal(readFileSync(join(cwd, 'r.json'), 'utf8'), text);
  }
});

test('what a run writes may not fall on what it reads, or on each other', async (t) => {
  const cwd = makeFolder(t, { 'a.tgz': 'bytes', '1.json': 'bytes', 'c.yml': 'bytes', 'packgate.yml': '' });
  symlinkSync('a.tgz', join(cwd, 'link'));
  for (const line of [
    'check a.tgz --receipt ./a.tgz',
    'check a.tgz --audit-log a.tgz',
    'check a.tgz --output r --receipt r',
    'check a.tgz --audit-log x/../r --receipt r',
    'check *.tgz --output a.tgz',
    'check *.tgz --output link',
    'check . --baseline a.tgz --receipt link',
    'check . --config c.yml --output c.yml',
    'check . --output packgate.yml',
    'merge . --output 1.json',
    'merge *.json --receipt 1.json',
  ]) {
    const { status, stderr, asked } = await packgate(line, { cwd });
    assert.deepEqual([status, asked], [2, undefined], line);
    assert.match(stderr, /would overwrite/);
  }
  for (const name of ['a.tgz', '1.json', 'c.yml'])
    assert.equal(readFileSync(join(cwd, name), 'utf8'), 'bytes');
});
