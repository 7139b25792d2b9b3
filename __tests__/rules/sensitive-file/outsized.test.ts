import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { rule } from '../../../src/rules/sensitive-file/outsized.ts';
import { type Files, sightFiles, testCases } from './sensitive.ts';

const MB = 1_000_000;
const random = (size: number) => Buffer.concat([Buffer.from('acme\0'), randomBytes(size)]);
const png = (size: number) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(size)]);
const wasm = (size: number) => Buffer.concat([Buffer.from('0061736d01000000', 'hex'), Buffer.alloc(size, 1)]);
const json = (size: number) => `["${'a b '.repeat(size / 4)}"]`;
const prose = { 'README.txt': 'word '.repeat(600_000) };

const shards: Files = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [`data/part-${n}.bin`, random(500_000)]),
);

testCases(rule, {
  'data of no known kind': [{ ...prose, 'lib/blob': random(2 * MB) }, ['lib/blob']],
  'a folder of such data': [{ ...prose, ...shards }, ['data/part-0.bin']],
  'one file that outweighs all others': [
    { 'dump.json': json(8 * MB), 'index.js': 'let a' },
    ['dump.json share'],
  ],

  'data of the program beside it': [
    { ...prose, 'lib/db.data': random(2 * MB), 'lib/db.wasm': wasm(9) },
    ['lib/db.data share'],
  ],

  'a small package': [{ 'a.bin': random(1.5 * MB) }, []],
  'a small part of a large package': [
    { 'big.txt': json(24 * MB), 'a.txt': json(24 * MB), 'blob.bin': random(2 * MB) },
    [],
  ],
  'pictures, code for machines, fonts': [
    {
      'a.png': png(4 * MB),
      'b.wasm': wasm(6 * MB),
      'c.ttf': Buffer.concat([Buffer.from('00010000', 'hex'), randomBytes(3 * MB)]),
    },
    [],
  ],
  'maps, games, sound, films and colours of other kinds': [
    Object.fromEntries(
      [
        'PMTiles\x03',
        'UnityFS\0',
        'caff\0\x01',
        `${'\0'.repeat(128)}DICM`,
        `${'\x01\0\0\0'.padEnd(40, '\0')} EMF`,
        '\xa7\r\r\n\0\0\0\0\x01',
        `G${'\0'.repeat(187)}G${'\0'.repeat(187)}G`,
      ].map((head, at) => [`a${at}`, Buffer.concat([Buffer.from(head, 'latin1'), randomBytes(1.2 * MB)])]),
    ),
    [],
  ],
  'a film that outweighs all the rest': [
    {
      'demo/a.mp4': Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42'), randomBytes(6 * MB)]),
      'index.js': 'let a',
    },
    ['demo/a.mp4 share'],
  ],
  'a folder of small files that is most of a package': [
    Object.fromEntries(
      Array.from({ length: 40 }, (_, at): [string, Buffer] => [
        `data/${at}`,
        Buffer.concat([Buffer.from('acme\0'), randomBytes(60_000)]),
      ]),
    ),
    ['data/0'],
  ],
  'what the package starts with': [
    { 'cli.txt': json(8 * MB), 'index.js': 'let a' },
    [],
    { bin: ['./cli.txt'] },
  ],
  'a bundle': [{ 'dist/app.js': 'var a=function(b){return b+1};'.repeat(300_000), 'index.js': 'let a' }, []],
});

test('tells the share, and whether data is as random as what is encrypted', () => {
  const [blob] = sightFiles(rule, { ...prose, a: random(3 * MB) });
  assert.match(
    blob!.message,
    /^This file is 3\.0 MB of data of no known kind, 50% of the package, as random as what is encrypted or compressed\.$/,
  );
  const [even] = sightFiles(rule, {
    ...prose,
    a: Buffer.concat([Buffer.from('acme\0'), Buffer.alloc(3 * MB, 'ab\0')]),
  });
  assert.match(even!.message, /50% of the package\.$/);
});
