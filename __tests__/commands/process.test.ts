import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { parseReport } from '../report-schema.ts';

const SCRIPT = join(import.meta.dirname, 'fake-packgate.ts');

function start(mode: string, ...argv: string[]) {
  const env = { ...process.env, MODE: mode };
  return spawn(process.execPath, ['--import', 'tsx', SCRIPT, 'check', ...argv], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function outcome(child: ReturnType<typeof start>) {
  const chunks: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const [status] = await once(child, 'close');
  return { status, stdout: Buffer.concat(chunks).toString(), stderr: Buffer.concat(errors).toString() };
}

test('a slow reader gets a big report whole', async () => {
  const child = start('big', '--format', 'json');
  await setTimeout(1500);
  const { status, stdout } = await outcome(child);
  assert.ok(stdout.length > 10e6);
  assert.equal(parseReport(stdout).findings.length, 50_000);
  assert.equal(status, 1);
});

test('a reader that goes away changes nothing and breaks nothing', async () => {
  for (const [mode, expected] of [
    ['big', 1],
    ['pass', 0],
  ] as const) {
    const child = start(mode, '--format', 'json');
    child.stdout.destroy();
    const { status, stderr } = await outcome(child);
    assert.deepEqual([status, stderr], [expected, ''], mode);
  }
});

test('what breaks outside of the command is neither a pass nor a finding', async () => {
  for (const [mode, said] of [
    ['never ends', /stopped before the end, nothing is claimed/],
    ['breaks later', /TypeError: broken later\n.*this is a bug of packgate/s],
    ['rejects later', /TypeError: rejected later\n.*this is a bug of packgate/s],
  ] as const) {
    const { status, stdout, stderr } = await outcome(start(mode));
    assert.deepEqual([status, stdout], [2, ''], mode);
    assert.match(stderr, said);
    assert.ok(mode === 'never ends' || !stderr.includes('stopped before'), stderr);
  }
});

test('a disk that is full is no pass', { skip: process.platform !== 'linux' }, async () => {
  const child = spawn(
    'sh',
    ['-c', `exec "$0" --import tsx "$1" check > /dev/full`, process.execPath, SCRIPT],
    {
      env: { ...process.env, MODE: 'pass' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const { status, stderr } = await outcome(child);
  assert.equal(status, 2);
  assert.match(stderr, /^packgate: the report cannot be printed: ENOSPC\. Print it to .* room for it\.\n$/);
});
