import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { createWatch } from '../../src/commands/watch.ts';

const reading = { target: './a\u001b[31m.tgz', read: 250, size: 1000, files: 1200, unpacked: 4_000_000 };

function terminal(columns = 100) {
  const written: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      written.push(text);
      done();
    },
  });
  let time = 1000;
  const watch = createWatch(Object.assign(stream, { columns }), () => time);
  const at = (milliseconds: number, told: typeof reading | null = reading) => {
    time = 1000 + milliseconds;
    watch(told);
  };
  return { written, at };
}

test('a long read tells share, files, bytes and rate, in one line that is cleared in the end', () => {
  const { written, at } = terminal();
  at(0);
  at(499);
  assert.deepEqual(written, [], 'a short one says nothing');
  at(2000);
  at(2050);
  at(2100, { ...reading, read: 999 });
  at(2200, null);
  assert.deepEqual(written, [
    '\r\u001b[Kreading 25 %: 1,200 files, 4.0 MB unpacked, 2.0 MB/s  ./a\\u001b[31m.tgz',
    '\r\u001b[Kreading 99 %: 1,200 files, 4.0 MB unpacked, 1.9 MB/s  ./a\\u001b[31m.tgz',
    '\r\u001b[K',
  ]);
});

test('what was not shown is not cleared, and the next target begins anew', () => {
  const { written, at } = terminal();
  at(0);
  at(100, null);
  at(700);
  at(900, null);
  assert.deepEqual(written, []);
});

test('a narrow terminal cuts the line before it would wrap', () => {
  const { written, at } = terminal(20);
  at(0);
  at(600);
  assert.equal(written[0], '\r\u001b[Kreading 25 %: 1,200');
});
