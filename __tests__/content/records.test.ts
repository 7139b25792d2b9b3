import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginsLikeRecord, mayBeRecord } from '../../src/content/build/record-keys.ts';
import { lookAt } from '../../src/content/look.ts';
import * as made from '../records.ts';
import { seeded } from './pieces.ts';

const RECORDS: Record<string, string> = { ...made.oldBuildInfos };
for (const [name, build] of Object.entries(made)) if (typeof build === 'function') RECORDS[name] = build();

/** The same root with hundreds of members that mean nothing: in large views they are passed over without a word. */
function crowded(text: string): Buffer | undefined {
  if (!text.startsWith('{')) return undefined;
  const crowd = (from: number) =>
    Array.from({ length: 150 }, (_, i) => [
      [`k${from}.${i}`, `a "text" of ${i} \\ ${'m'.repeat(i)}`],
      [`name_${i}_${from}`, i % 3 === 0 ? i : i % 3 === 1 ? null : i % 2 === 0],
      ...(i % 40 === 0 ? [[`list${from}.${i}`, [{ a: ['}', { b: '\\"' }] }, '{'.repeat(3000)]]] : []),
    ]).flat() as [string, unknown][];
  const members = Object.entries(JSON.parse(text) as object).flatMap((member, i) => [...crowd(i), member]);
  return Buffer.from(JSON.stringify(Object.fromEntries(members), null, members.length % 2));
}

function look(bytes: Buffer, step: number) {
  const reader = lookAt('x.json', bytes.length, false);
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
  return reader.end();
}

for (const [name, text] of Object.entries(RECORDS)) {
  test(`${name}: a look at its keys does not take it for anything else`, () => {
    const bytes = Buffer.from(text);
    assert.ok(mayBeRecord('x.json', bytes) || beginsLikeRecord(bytes) || !/^\s*[{[]/.test(text));
  });

  test(`${name}: the same facts however it is cut`, () => {
    const bytes = Buffer.from(text);
    const whole = look(bytes, bytes.length);
    assert.equal(whole.records?.length, 1);
    for (const step of [1, 2, 7, 64, 255, 1023]) assert.deepEqual(look(bytes, step), whole, `cut at ${step}`);
  });

  const crowd = crowded(text);
  if (crowd !== undefined) {
    test(`${name} in a crowd: the same facts however it is cut`, () => {
      const pieces = look(crowd, 1000);
      for (const step of [crowd.length, 1500, 20_011])
        assert.deepEqual(look(crowd, step), pieces, `cut at ${step}`);
    });
  }

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

test('more places that may be a record than are read are told', () => {
  const place = 'a({inputs:{"b":1}});';
  for (const [places, said] of [
    [9_999, undefined],
    [10_001, /more places in it may be records of a build/],
  ] as const) {
    const bytes = Buffer.from(place.repeat(places));
    for (const step of [bytes.length, 5000]) {
      const reader = lookAt('a.js', bytes.length, false);
      for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
      const { uninspected } = reader.end();
      if (said === undefined) assert.equal(uninspected, undefined);
      else assert.match(uninspected ?? '', said);
    }
  }
});
