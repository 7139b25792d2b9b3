import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMapReader } from '../../src/content/map/reader.ts';
import type { JsonPasser } from '../../src/content/scanner/json-passer.ts';
import { keyNames } from '../../src/content/scanner/key-names.ts';
import { createPlainPasser } from '../../src/content/scanner/plain-pass.ts';
import { createSimdPasser } from '../../src/content/scanner/simd-pass.ts';
import { seeded } from './pieces.ts';

const simd = createSimdPasser()!;
const plain = createPlainPasser();
const NAMES = keyNames(['version', 'sources', 'a', 'mappings']);

test('there is a SIMD module on every Node that packgate supports', () => assert.ok(simd));

const bothOf = (ask: (passer: JsonPasser) => unknown, name: string) => {
  simd.arrive();
  assert.deepEqual(ask(simd), ask(plain), name);
};

/** Bits of JSON, and what is none. */
const BITS = [
  '"key":"value",',
  '"a longer key of this file" : "a value that is longer than one block of sixteen bytes",\n  ',
  '"version":3,',
  '"aersion":3,',
  '"v":3,',
  '"":"",',
  '"x\\"y":"z",',
  '"escaped":"\\"\\\\",',
  '"n":-1.5e+10,',
  '"t":true,"u":null ,\t',
  '"list":[1,"]",{"b":"}"}],',
  '"open":"',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  ',',
  ':',
  ' \r\n',
  '\u20ac',
];

test('both pass over the same bytes of whatever they get', () => {
  const random = seeded(11);
  for (let round = 0; round < 5000; round++) {
    let text = '';
    const tame = random(2) === 0;
    for (let i = random(40); i > 0; i--) text += BITS[random(tame ? 11 : BITS.length)];
    const view = Buffer.from(text);
    const from = random(4) === 0 ? random(view.length + 1) : 0;
    bothOf((one) => one.members(view, from, NAMES), `members of ${text} from ${from}`);
    const open = 1 + random(3);
    bothOf((one) => [one.container(view, from, open), one.depth], `containers of ${text} from ${from}`);
  }
});

test('members are passed over up to the one that may be heeded', () => {
  const passed = '"key":"value", "k":{"v":1}'.indexOf(' "k"');
  for (const one of [simd, plain]) {
    for (const last of ['"version":3,', '"k":{},', '"k":"cut', '"k":1', 'k:1,', '"k\\u0020":1,']) {
      one.arrive();
      assert.equal(one.members(Buffer.from(`"key":"value",${last}`), 0, NAMES), passed, last);
    }
  }
});

test('a container is passed over to its end, and to a string that the view cuts', () => {
  for (const one of [simd, plain]) {
    one.arrive();
    const view = Buffer.from('1,{"]":[2,"\\"]"]}],3 and "more');
    assert.equal(one.container(view, 0, 1), view.indexOf(',3'));
    assert.equal(one.container(view, view.indexOf('3'), 2), view.indexOf('"more'));
    assert.equal(one.depth, 2);
  }
});

test('a view larger than the memory is passed over piece by piece', () => {
  const member = '"a key that nobody heeds":"and its value",';
  const view = Buffer.from(member.repeat(30_000));
  simd.arrive();
  const first = simd.members(view, 0, NAMES);
  assert.ok(first > 500_000 && first < view.length && first % member.length === 0);
});

test('no name is empty or longer than the table has room for', () => {
  assert.throws(() => keyNames(['']), RangeError);
  assert.throws(() => keyNames(['k'.repeat(32)]), RangeError);
});

test('a map is found among and behind thousands of members that are none of its own', () => {
  const crowd = Object.fromEntries(
    Array.from({ length: 5000 }, (_, i) => [`message.${i}`, `The text of message ${i}`]),
  );
  const data = { list: ['x'.repeat(5000), { deep: [['}'], '\\"'] }] };
  const map = {
    version: 3,
    sources: ['src/a.ts'],
    sourcesContent: ['export const a = 1;\n'.repeat(9)],
    mappings: 'AAAA',
  };
  const [version, ...rest] = Object.entries(map);
  const orders = [
    { ...crowd, ...data, ...map },
    { ...crowd, [version![0]]: 3, ...data, more: 1, ...Object.fromEntries(rest), last: 'one' },
    { ...map, ...crowd },
  ];
  for (const object of orders) {
    for (const indent of [0, 2]) {
      const bytes = Buffer.from(JSON.stringify(object, null, indent));
      for (const step of [bytes.length, 100_000, 1000, 2048]) {
        const reader = createMapReader();
        for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
        const facts = reader.end();
        assert.deepEqual([facts?.named, facts?.embedded, facts?.lines], [1, 1, 9]);
      }
    }
  }
});
