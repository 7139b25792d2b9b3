import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAt } from '../../src/content/look.ts';
import * as made from '../records.ts';
import { seeded } from './pieces.ts';

const RECORDS: Record<string, string> = { ...made.oldBuildInfos };
for (const [name, build] of Object.entries(made)) if (typeof build === 'function') RECORDS[name] = build();

function look(bytes: Buffer, step: number) {
  const reader = lookAt('x.json', bytes.length, false);
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
  return reader.end();
}

for (const [name, text] of Object.entries(RECORDS)) {
  test(`${name}: the same facts however it is cut`, () => {
    const bytes = Buffer.from(text);
    const whole = look(bytes, bytes.length);
    assert.equal(whole.records?.length, 1);
    for (const step of [1, 2, 7, 64, 255, 1023]) assert.deepEqual(look(bytes, step), whole, `cut at ${step}`);
  });

  test(`${name}: changed copies are no bug`, () => {
    const random = seeded(text.length);
    for (let round = 0; round < 100; round++) {
      const bytes = Buffer.from(text);
      for (let times = 1 + random(6); times > 0; times--)
        bytes[random(bytes.length)] = '{}[]",:\\<>a0\n\0'.charCodeAt(random(15));
      look(bytes.subarray(0, 1 + random(bytes.length)), 1 + random(bytes.length));
    }
  });
}
