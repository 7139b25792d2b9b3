import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { withLock } from '../../src/proof/lock.ts';
import { makeFolder } from '../folders.ts';

test('who learns late that a lock was abandoned leaves it to who has it by then', async (t) => {
  const file = join(makeFolder(t), 'lock');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(file, JSON.stringify({ id: 'left', host: hostname(), pid }));
  const old = new Date(Date.now() - 60_000);
  utimesSync(file, old, old);

  // The disk answers the first one only when the second one has the lock.
  let answer: () => void = () => {};
  const taken = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { stat } = files;
  const slow = t.mock.method(files, 'stat', async (...asked: Parameters<typeof stat>) => {
    const isFirst = slow.mock.callCount() === 0;
    const stats = await stat(...asked);
    if (isFirst) await taken;
    return stats;
  });
  syncBuiltinESMExports();
  t.after(() => {
    slow.mock.restore();
    syncBuiltinESMExports();
  });

  let inside = 0;
  const alone = async () => {
    inside++;
    answer();
    await setTimeout(200);
    assert.ok(existsSync(file));
    assert.equal(inside, 1);
    inside--;
  };
  await Promise.all([withLock(file, 60_000, alone), withLock(file, 60_000, alone)]);
  assert.ok(!existsSync(file));
});
