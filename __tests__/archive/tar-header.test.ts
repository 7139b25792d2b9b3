import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packagePath } from '../../src/archive/name.ts';
import { createHeaderReader, decodeHeader, type TarHeader } from '../../src/archive/tar-header.ts';
import { createFileList } from '../../src/content/file-list.ts';
import { PackgateError } from '../../src/errors.ts';
import { seeded } from '../content/pieces.ts';
import { entryBlocks, type RawEntry } from '../tarballs.ts';

const NAMES = [
  'package/a.js',
  'package/é.js',
  'package/dir/',
  'package/a\u0001',
  '',
  '/',
  'p/'.repeat(49),
  'n'.repeat(100),
];
const SIZES = [
  '0000000017 \0',
  '00000000017 ',
  '00000000000\0',
  '          7 ',
  '000000000178',
  '0000000 017 ',
  '+0000000017 ',
  '77777777777 ',
];

/** What a header says, without what is known of its name beside. */
const plainly = ({ tidy: _, ...header }: TarHeader) => header;

/** As npm, tar-stream and GNU tar write a size. */
const USUAL = ['0000000012 \0', '00000000012 ', '00000000012\0'];

test('a header that follows one like it is read as by itself, or refused as by itself', () => {
  const random = seeded(29);
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
  const outcome = (read: () => unknown) => {
    try {
      return read();
    } catch (error) {
      assert.ok(error instanceof PackgateError);
      return error.message;
    }
  };
  const flip = (header: Buffer) => {
    const at = random(512);
    header[at] = header[at]! ^ (1 << random(8));
  };
  let read = 0;
  let headers = createHeaderReader();
  for (let round = 0; round < 20_000; round++) {
    if (random(50) === 0) headers = createHeaderReader();
    const often = <Item>(usual: Item, items: readonly Item[]) => (random(4) === 0 ? pick(items) : usual);
    const entry: RawEntry = {
      name: often('package/b.js', NAMES),
      size: often(pick(USUAL), SIZES),
      type: often('0', ['0', '\0', '5', '7', '2', 'x']),
      prefix: random(30) === 0 ? 'prefix' : '',
      // One bit anywhere: before the checksum is made, or behind its back.
      edit: (header) => random(8) === 0 && flip(header),
      spoil: (header) => random(8) === 0 && flip(header),
    };
    const block = entryBlocks(entry).subarray(0, 512);
    const from = random(600);
    const bytes = Buffer.concat([Buffer.alloc(from, 1), block, Buffer.alloc(random(9), 1)]);
    const alone = outcome(() => decodeHeader(block, round));
    assert.deepEqual(
      outcome(() => plainly(headers(bytes, from, round))),
      alone,
      `round ${round}`,
    );
    if (typeof alone === 'object') read++;
  }
  assert.ok(read > 5000 && read < 18_000, `${read} were read`);
});

for (const size of USUAL) {
  test(`of headers with sizes like ${JSON.stringify(size)} only the first is read in full`, () => {
    const headers = createHeaderReader();
    let full = 0;
    for (let i = 0; i < 5; i++) {
      const block = Buffer.from(entryBlocks({ name: `package/${i}.js`, size }).subarray(0, 512));
      const copy = Buffer.from(block);
      // Only what is read in full is cut out of the bytes.
      copy.subarray = (...range) => {
        full++;
        return block.subarray(...range);
      };
      assert.deepEqual(plainly(headers(copy, 0, 0)), decodeHeader(block, 0));
    }
    assert.equal(full, 1);
  });
}

/** By pieces: each of these may stand beside each other. */
const PIECES = [
  'a',
  'B',
  '0',
  '-',
  '_',
  '@',
  '/',
  '/',
  '.',
  '.',
  ' ',
  '$',
  ':',
  '\\',
  '~',
  '+',
  'é',
  '::$DATA',
];

test('a name is called tidy where nothing is odd about its path, and it is the same one on every system', () => {
  const random = seeded(31);
  const headers = createHeaderReader();
  headers(entryBlocks({ name: 'package/a.js' }).subarray(0, 512), 0, 0);
  const told = { lower: 0, mixed: 0, no: 0 };
  for (let round = 0; round < 20_000; round++) {
    const pieces = Array.from({ length: 1 + random(8) }, () => PIECES[random(PIECES.length)]!);
    const name = `${random(4) === 0 ? '' : 'package/'}${pieces.join('')}`;
    if (name.endsWith('/')) continue;
    const { tidy } = headers(entryBlocks({ name }).subarray(0, 512), 0, 0);
    told[tidy ?? 'no']++;
    if (tidy === undefined) continue;
    const { path, ...odd } = packagePath(name);
    assert.deepEqual([packagePath(name, true), odd], [{ path }, {}], name);
    assert.equal(name.toLowerCase() === name, tidy === 'lower', name);
    const lists = [createFileList(), createFileList()];
    const met = lists.map((list, i) => {
      list.add('other', 1);
      list.add(path.toUpperCase(), 1);
      return list.add(path, 1, i === 0 ? tidy : undefined);
    });
    assert.deepEqual(met[0], met[1], name);
  }
  assert.ok(told.lower > 1000 && told.mixed > 300 && told.no > 5000, JSON.stringify(told));
});
