import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimdOpeningFinder, plainOpeningFinder } from '../../src/content/scanner/openings.ts';
import { seeded } from './pieces.ts';

const simd = createSimdOpeningFinder();
assert.ok(simd, 'this Node has WebAssembly with SIMD');

const KEYS = [
  'version',
  'mappings',
  'names',
  'file:',
  'sections',
  'debugId',
  'ignoreList',
  'sources',
  'sourceRoot',
  'x_a',
];

test('finds a brace before every key at every offset in a block, however it is written', () => {
  for (const key of KEYS) {
    for (const before of [
      '',
      '"',
      "'",
      '\n  "',
      '\\\\\\"',
      '\\n\\u0022',
      '\\x22',
      '&quot;',
      '&#34;',
      '&#x22;',
    ]) {
      for (let offset = 1; offset < 40; offset += 3) {
        const bytes = Buffer.from(`${'}'.repeat(offset)}{${before}${key}`);
        assert.deepEqual(simd(bytes, 0, bytes.length), [offset], before + key);
        assert.deepEqual(plainOpeningFinder(bytes, 0, bytes.length), [offset], before + key);
      }
    }
  }
});

test('finds none before other words', () => {
  const bytes = Buffer.from(
    '{name:1,{files:[],{fileName:"",{source:1,{verbose,{mapped,{x:1,{&amp;names,{}names',
  );
  assert.deepEqual(simd(bytes, 0, bytes.length), []);
  assert.deepEqual(plainOpeningFinder(bytes, 0, bytes.length), []);
});

test('finds the same on random bytes and in any range', () => {
  const random = seeded(11);
  const bits = [
    ...KEYS,
    ...KEYS.map((key) => key.slice(0, 4)),
    '{',
    '{',
    '{"',
    '\\',
    'u',
    'x',
    'n',
    ' ',
    '\n',
    '&quot;',
    '&#34;',
    '\xa0',
    '`',
  ];
  for (let round = 0; round < 1000; round++) {
    let text = '';
    for (let length = random(40); length > 0; length--) text += bits[random(bits.length)];
    const bytes = Buffer.from(text);
    const from = random(bytes.length + 1);
    const to = from + random(bytes.length - from + 1);
    assert.deepEqual(simd(bytes, from, to), plainOpeningFinder(bytes, from, to), text);
  }
});

test('finds what lies across the pieces that are handed to the module', () => {
  const bytes = Buffer.alloc(600_000, ' ');
  for (const at of [262_140, 262_143, 262_150, 524_287]) bytes.write('{names', at);
  assert.deepEqual(simd(bytes, 0, bytes.length), plainOpeningFinder(bytes, 0, bytes.length));
});
