import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { createBudget } from '../../src/archive/budget.ts';
import { limitsOf } from '../../src/archive/limits.ts';
import { createPatience } from '../../src/archive/patience.ts';
import { type Read, readArchive } from '../../src/archive/read.ts';
import { PackgateError } from '../../src/errors.ts';
import { makeFolder } from '../folders.ts';
import { packed } from '../tarballs.ts';

const SINK = { begin() {}, bytes() {}, end() {} };
const refused = (error: unknown) =>
  error instanceof PackgateError && /^nothing of the file could be read for 0.2 s$/.test(error.message);

test('what never comes is given up', async () => {
  const patience = createPatience(0.2);
  await assert.rejects(patience.wait(new Promise(() => {})), refused);
  patience.end();
});

test('what is slow but comes is waited for, time after time', async () => {
  const patience = createPatience(0.2);
  for (let i = 0; i < 5; i++) assert.equal(await patience.wait(setTimeout(100, i)), i);
  patience.end();
});

test('time that is spent between two waits does not count', async () => {
  const patience = createPatience(0.2);
  await patience.wait(setTimeout(1));
  const end = performance.now() + 500;
  while (performance.now() < end);
  assert.equal(await patience.wait(setTimeout(50, 'came')), 'came');
  patience.end();
});

test('what came while this process had no turn is taken', async () => {
  const patience = createPatience(0.2);
  const read = patience.wait(readFile(import.meta.filename, 'utf8'));
  const end = performance.now() + 500;
  while (performance.now() < end);
  assert.match(await read, /had no turn/);
  patience.end();
});

test('a failure that comes too late disturbs nobody', async () => {
  const patience = createPatience(0.2);
  let fail: (error: Error) => void = () => {};
  const work = new Promise((_, reject) => {
    fail = reject;
  });
  await assert.rejects(patience.wait(work), refused);
  patience.end();
  fail(new Error('late'));
  await setTimeout(50);
});

test('a disk that stops to answer in the middle of a file ends the run', async (t) => {
  const file = join(makeFolder(t), 'a.tgz');
  const bytes = packed({});
  writeFileSync(file, bytes);
  let reads = 0;
  const read: Read = async (_descriptor, into, offset) => {
    if (reads++ > 2) return new Promise(() => {});
    return { bytesRead: bytes.copy(into, offset, offset, offset + 10) };
  };
  const budget = createBudget({ ...limitsOf(), readWait: 0.2 });
  await assert.rejects(readArchive(file, SINK, { budget, read }), refused);
});
