import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createSimdLeadFinder,
  LEADS,
  type LeadFinder,
  MARKS,
  plainLeadFinder,
  plainNewlines,
} from '../../src/content/scanner/leads.ts';
import { seeded } from './pieces.ts';

const made = createSimdLeadFinder();
assert.ok(made, 'this Node has WebAssembly with SIMD');
const simd = made.find;

function leadsIn(finder: LeadFinder, text: string | Buffer): string[] {
  const { count, kinds, places } = finder(typeof text === 'string' ? Buffer.from(text, 'latin1') : text);
  return Array.from({ length: count }, (_, i) => `${places[i]} ${LEADS[kinds[i]!]}`);
}

/** Texts that lead somewhere as they stand: `Content` only behind an `s`, an object only with its key, the number of a brace only in an escape. */
const WORDS = LEADS.filter((lead) => !['{', 'Content', '7b', '7B'].includes(lead));
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
const BEFORE_KEY = ['', '"', "'", '\n  "', '\\\\\\"', '\\n\\u0022', '\\x22', '&quot;', '&#34;', '&#x22;'];

test('finds every literal at every offset in a block', () => {
  for (const word of WORDS) {
    for (let offset = 1; offset < 40; offset++) {
      const text = `${'t'.repeat(offset)}${word}xy`;
      assert.deepEqual(leadsIn(simd, text), [`${offset} ${word}`]);
    }
  }
});

test('finds a brace before every key at every offset in a block, however it is written', () => {
  for (const key of KEYS) {
    for (const before of BEFORE_KEY) {
      for (let offset = 1; offset < 40; offset += 3) {
        const text = `${'}'.repeat(offset)}{${before}${key}`;
        assert.deepEqual(leadsIn(simd, text), [`${offset} {`], text);
        assert.deepEqual(leadsIn(plainLeadFinder, text), [`${offset} {`], text);
      }
    }
  }
});

test('finds a brace that is escaped at every offset in a block', () => {
  for (const sign of ['%', '\\x', '\\u00', '\\\\x']) {
    for (const digits of ['7b', '7B']) {
      for (let offset = 0; offset < 40; offset++) {
        const text = `${'}'.repeat(offset)}${sign}${digits}`;
        assert.deepEqual(leadsIn(simd, text), [`${offset + sign.length} ${digits}`], text);
        assert.deepEqual(leadsIn(plainLeadFinder, text), [`${offset + sign.length} ${digits}`], text);
      }
    }
  }
  const none = '7b 07B x7b u007b \\u017b \\x7c %62 \\u0042 Uber Write 5b5c7c';
  assert.deepEqual(leadsIn(simd, none), []);
  assert.deepEqual(leadsIn(plainLeadFinder, none), []);
});

test('finds none before other words', () => {
  const text =
    '{name:1,{files:[],{fileName:"",{source:1,{verbose,{mapped,{x:1,{&amp;names,{}names tContent bMap sourceMappingURL data:application/xml base64';
  assert.deepEqual(leadsIn(simd, text), []);
  assert.deepEqual(leadsIn(plainLeadFinder, text), []);
});

test('finds nothing that goes on where the bytes end', () => {
  for (const word of [...WORDS, 'sContent', '{"versi']) {
    for (let length = 1; length < word.length; length++) {
      simd(Buffer.from(word, 'latin1'));
      const text = word.slice(0, length);
      assert.deepEqual(leadsIn(simd, text), leadsIn(plainLeadFinder, text), text);
    }
  }
});

test('finds the same as the native search does, on random bytes', () => {
  const random = seeded(7);
  const bits = [
    ...LEADS,
    ...LEADS.map((lead) => lead.slice(0, 4)),
    ...KEYS,
    ...KEYS.map((key) => key.slice(0, 4)),
    ...BEFORE_KEY,
    ...MARKS.map((mark) => mark.slice(1)),
    '{',
    '{"',
    's',
    'state',
    '/',
    ':',
    '\n',
    '\\',
    '!_#RM',
    '%',
    '\\x',
    '\\u00',
    '\x1f',
    '\x8b',
    '(\xb5',
    '\0',
  ];
  for (let round = 0; round < 1500; round++) {
    let text = '';
    for (let length = random(60); length > 0; length--) text += bits[random(bits.length)];
    assert.deepEqual(leadsIn(simd, text), leadsIn(plainLeadFinder, text), text);
  }
});

test('finds what lies across the pieces that are handed to the module, and more than it keeps at once', () => {
  const bytes = Buffer.alloc(600_000, 'x');
  for (const at of [262_130, 262_143, 262_160, 524_285, 599_994]) {
    bytes.write('/home/', at);
    bytes.write('sourceMappingURL=', at - 30);
    bytes.write('{"mappings"', at - 60);
  }
  assert.deepEqual(leadsIn(simd, bytes), leadsIn(plainLeadFinder, bytes));
  for (const text of ['/home/', '{x_', 'base64,'])
    assert.deepEqual(leadsIn(simd, text.repeat(100_000)), leadsIn(plainLeadFinder, text.repeat(100_000)));
});

test('counts newlines as a loop does', () => {
  const random = seeded(5);
  for (const length of [0, 1, 15, 16, 17, 4079, 4080, 4081, 262_144, 262_145, 600_001]) {
    const every = 1 + random(3);
    const bytes = Buffer.alloc(length);
    for (let i = 0; i < length; i++) bytes[i] = random(every) === 0 ? 10 : 120;
    // What was there before counts no more.
    made.newlines(Buffer.alloc(300_000, 10));
    assert.equal(made.newlines(bytes), plainNewlines(bytes), `${length} bytes`);
  }
});
