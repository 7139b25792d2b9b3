import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EntrySink } from '../../src/archive/entry.ts';
import { readArchive } from '../../src/archive/read.ts';
import { PackgateError } from '../../src/errors.ts';
import { makeFolder } from '../folders.ts';
import { MANIFEST, rawTar, tarballFile } from '../tarballs.ts';
import { rawZip } from '../zips.ts';

const QUIET: EntrySink = { begin() {}, bytes() {}, end() {} };
const BIG = rawTar(MANIFEST, { name: 'package/big', body: Buffer.alloc(8 * 1024 ** 2, 'x') });

async function refusal(file: string, sink = QUIET): Promise<string> {
  try {
    await readArchive(file, sink);
    return 'read';
  } catch (error) {
    assert.ok(error instanceof PackgateError, String(error));
    return `${error.code}: ${error.message}`;
  }
}

test('a file that stays as it is, is read', async (t) => {
  assert.equal(await refusal(tarballFile(t, BIG)), 'read');
});

test('an artifact bundle of Sentry is read as the zip archive that it holds', async (t) => {
  const paths: string[] = [];
  const sink: EntrySink = { ...QUIET, begin: ({ path }) => paths.push(path) };
  const zip = rawZip(
    [
      { name: 'manifest.json', body: '{}' },
      { name: 'files/_/_/a.js.map', body: '{}' },
    ],
    {
      before: Buffer.from('SYSB\x02\0\0\0'),
    },
  );
  const { format, oddities, unread } = await readArchive(tarballFile(t, zip), sink);
  assert.deepEqual({ format, oddities, unread }, { format: 'zip', oddities: [], unread: undefined });
  assert.deepEqual(paths, ['manifest.json', 'files/_/_/a.js.map']);
});

test('a file that grows while it is read is refused, and not read for ever', async (t) => {
  const file = tarballFile(t, BIG);
  const sink = { ...QUIET, bytes: () => appendFileSync(file, Buffer.alloc(1024 ** 2)) };
  assert.match(await refusal(file, sink), /^target: the file changed while it was being read/);
});

test('a file that is cut while it is read is refused', async (t) => {
  const file = tarballFile(t, Buffer.concat([BIG, Buffer.alloc(1024 ** 2)]));
  const sink = { ...QUIET, bytes: () => truncateSync(file, BIG.length) };
  assert.match(await refusal(file, sink), /^target: the file changed while it was being read/);
});

test('what cannot be opened or read is refused, and never waited for', async (t) => {
  const folder = makeFolder(t);
  assert.match(await refusal(join(folder, 'none')), /^target: the file cannot be opened \(ENOENT\)/);
  assert.match(await refusal(folder), /^target: it is not a regular file/);
  if (process.platform === 'win32') return;
  const fifo = join(folder, 'fifo');
  spawnSync('mkfifo', [fifo]);
  assert.match(await refusal(fifo), /^target: it is not a regular file/);
  assert.match(await refusal('/dev/null'), /^target: it is not a regular file/);
  // The kernel calls it a file, and refuses to read its first page.
  if (existsSync('/proc/self/mem'))
    assert.match(await refusal('/proc/self/mem'), /^target: the file cannot be read \(EIO\)/);
});
