import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createPages, PAGE } from '../../src/archive/pages.ts';
import { makeFolder } from '../folders.ts';
import { Random } from '../replicas/random.ts';

test('what is appended and written over is read back from any place, by several at once', (t) => {
  const folder = makeFolder(t);
  const pages = createPages(folder);
  const whole = Buffer.alloc(12 * PAGE);
  const random = new Random(7);
  const readers = [pages.reader(), pages.reader()];
  let size = 0;
  let looks = 0;
  while (size < 11 * PAGE) {
    const piece = Buffer.alloc(1 + random.below(random.chance(5) ? 2 * PAGE : 9000), random.below(256));
    if (size + piece.length > whole.length) break;
    pages.append(piece);
    piece.copy(whole, size);
    size += piece.length;
    assert.equal(pages.size, size);
    if (random.chance(40)) {
      const at = random.below(size);
      const over = Buffer.alloc(Math.min(size - at, 1 + random.below(5000)), random.below(256));
      pages.write(at, over);
      over.copy(whole, at);
    }
    for (const read of readers) {
      for (let at = random.below(size), times = random.below(6); times > 0 && at < size; times--, looks++) {
        const length = Math.min(size - at, random.below(random.chance(5) ? 2 * PAGE : 3000));
        assert.ok(read(at, length).equals(whole.subarray(at, at + length)), `${length} bytes at ${at}`);
        at += length;
      }
    }
  }
  assert.ok(looks > 500, String(looks));
  assert.deepEqual(readdirSync(folder), [], 'the temporary file has no name');
});

test('where there can be no temporary file everything stays in memory', (t) => {
  const folder = join(makeFolder(t), 'missing');
  const pages = createPages(folder);
  for (let i = 0; i < 8; i++) pages.append(Buffer.alloc(PAGE, i));
  const read = pages.reader();
  for (let i = 0; i < 8; i++) assert.equal(read(i * PAGE + 5, 1)[0], i);
});
