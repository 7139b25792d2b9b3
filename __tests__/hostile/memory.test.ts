import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { rawAsar } from '../asars.ts';
import { makeFolder } from '../folders.ts';
import { END, entryBlocks, MANIFEST } from '../tarballs.ts';
import { rawZip } from '../zips.ts';
import { measured, tookAtMost } from './measured.ts';

// About 60 seconds on two cores: archives of millions of entries and of 5 GB are made and read.

/** Whatever a package holds, in MB. */
const BOUND = 512;

type Piece = Buffer | readonly [piece: Buffer, times: number, level?: number];

/** Members of a gzip file, each compressed once however often it is repeated. */
function* gzipped(pieces: Iterable<Piece>): Iterable<Buffer> {
  for (const piece of pieces) {
    const [bytes, times, level = 1] = Buffer.isBuffer(piece) ? [piece, 1] : piece;
    const member = gzipSync(bytes, { level });
    for (let i = 0; i < times; i++) yield member;
  }
}

function header(name: string, size: number): Buffer {
  return entryBlocks({ name, size: `${size.toString(8).padStart(11, '0')}\0`, body: '' }).subarray(0, 512);
}

/** Header blocks of empty files, by changing one block, because a million are made. */
function* emptyFiles(count: number, name: (index: number) => string): Iterable<Buffer> {
  const block = Buffer.from(header('package/', 0));
  let batch: Buffer[] = [];
  for (let i = 0; i < count; i++) {
    block.fill(0, 8, 100).write(name(i), 8, 'latin1');
    block.fill(' ', 148, 156);
    let sum = 0;
    for (let at = 0; at < 512; at++) sum += block[at]!;
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    batch.push(Buffer.from(block));
    if (batch.length < 4000) continue;
    yield Buffer.concat(batch);
    batch = [];
  }
  yield Buffer.concat(batch);
}

function file(name: string, body: string | Buffer): Buffer {
  return entryBlocks({ name: `package/${name}`, body });
}

const ZEROS = Buffer.alloc(64 * 1024 ** 2);

/** One file of zeros of so many times 64 MiB. */
const zeros = (name: string, times: number, level = 1): Piece[] => [
  header(`package/${name}`, times * ZEROS.length),
  [ZEROS, times, level],
];

function map(sources: readonly string[]): string {
  return JSON.stringify({ version: 3, mappings: 'A', sources });
}

const list = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => item(i));

const inline = (index: number) =>
  `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map(list(200, (i) => `${index}/${i}.ts`))).toString('base64')}\n`;

const cases: Record<string, [pieces: () => Iterable<Piece>, status: number, said: RegExp, memory?: number]> =
  {
    'a million files': [
      function* () {
        yield entryBlocks(MANIFEST);
        yield* emptyFiles(1_000_000, (i) => `dist/module-${Math.floor(i / 100)}/file-${i}.js`);
        yield END;
      },
      0,
      /1,000,001 files/,
      // A package of ten files takes 60.
      112,
    ],
    'a million files, all in need of a look at how other systems compare names': [
      function* () {
        yield entryBlocks(MANIFEST);
        yield* emptyFiles(1_000_000, (i) => `Dist/File-${i}.JS`);
        yield END;
      },
      0,
      /1,000,001 files/,
      128,
    ],
    'two million copies of a few files': [
      () => [entryBlocks(MANIFEST), [Buffer.concat([...emptyFiles(4000, (i) => `${i}`)]), 501], END],
      2,
      /more than 50,000 oddities in its archive/,
    ],
    '5 GB of zeros': [
      // More than 32 bits can count.
      () => [entryBlocks(MANIFEST), ...zeros('a', 80), END],
      0,
      /5\.4 GB unpacked/,
      // Half a gigabyte takes as much.
      96,
    ],
    '5 GB of zeros, packed so well that npm refuses it': [
      () => [entryBlocks(MANIFEST), ...zeros('a', 80, 9), END],
      2,
      /more than 1,000 times its size/,
      // Half a gigabyte takes as much.
      96,
    ],
    'sources with names of 4,000 characters': [
      () => [entryBlocks(MANIFEST), file('a.map', map(list(50_000, (i) => `${i}/${'a'.repeat(4000)}`))), END],
      1,
      /50,000 original/,
      256,
    ],
    'ten thousand maps in one file': [
      () => [entryBlocks(MANIFEST), file('a.js', list(10_000, inline).join('')), END],
      1,
      /source map/,
      256,
    ],
    'a hundred manifests of a wheel': [
      () => [
        entryBlocks(MANIFEST),
        ...list(100, (i) => `${i}.dist-info/METADATA`).map((name) =>
          file(name, Buffer.alloc(7 * 1024 ** 2, name)),
        ),
        END,
      ],
      0,
      /101 files/,
      128,
    ],
  };

for (const [name, [pieces, status, said, memory = BOUND]] of Object.entries(cases)) {
  test(`${name}: at most ${memory} MB`, (t) => {
    const cwd = makeFolder(t);
    const target = openSync(join(cwd, 'a.tgz'), 'w');
    for (const member of gzipped(pieces())) writeSync(target, member);
    closeSync(target);
    const run = measured(t, ['a.tgz'], cwd);
    assert.equal(run.status, status, run.stderr.slice(0, 500));
    assert.match(run.stdout + run.stderr, said);
    tookAtMost(memory, run);
  });
}

/** A finding for each of so many files, and how much memory any report of them may take, in MB; a package without findings takes 73. */
const many: Record<
  string,
  [count: number, file: (index: number) => readonly [string, string], memory: number]
> = {
  'original sources': [45_000, (i) => [`src/${i}/a.ts`, 'export const a: string = "x";\n'], 144],
  'source maps': [
    20_000,
    (i) => [
      `dist/${i}/a.js.map`,
      JSON.stringify({
        ...JSON.parse(map([`../../src/${i}/a.ts`])),
        sourcesContent: ['export const a = 1;\n'],
      }),
    ],
    144,
  ],
};

for (const [what, [number, make, memory]] of Object.entries(many)) {
  test(`a finding for each of ${number} ${what}: at most ${memory} MB for any report`, (t) => {
    const cwd = makeFolder(t);
    const target = openSync(join(cwd, 'a.tgz'), 'w');
    writeSync(target, gzipSync(entryBlocks(MANIFEST)));
    for (let i = 0; i < number; i += 500) {
      const some = Array.from({ length: 500 }, (_, j) => file(...make(i + j)));
      writeSync(target, gzipSync(Buffer.concat(some), { level: 1 }));
    }
    writeSync(target, gzipSync(END));
    closeSync(target);
    for (const format of ['text', 'markdown', 'json', 'sarif']) {
      const output = join(cwd, format);
      const run = measured(t, ['a.tgz', '--format', format, '--output', output], cwd);
      assert.equal(run.status, 1, run.stderr.slice(0, 500));
      tookAtMost(memory, run, `${format}: `);
    }
    const { findings } = JSON.parse(readFileSync(join(cwd, 'json'), 'utf8'));
    assert.equal(findings.length, number + 1);
  });
}

/** What a small file is compressed by, in a zip archive, which is read without a turn of the event loop. */
const PACKERS: Record<string, (bytes: Buffer) => Buffer> = {
  gz: gzipSync,
  br: brotliCompressSync,
  zlib: deflateSync,
};

for (const [extension, pack] of Object.entries(PACKERS)) {
  test(`a zip archive of 45,000 files that end in .${extension}: at most 144 MB`, (t) => {
    const cwd = makeFolder(t);
    const body = pack(Buffer.from('exports.a=1;\n'));
    const files = list(45_000, (i) => `extension/${i}.js.${extension}`).map((name) => ({
      name,
      body,
      method: 0,
    }));
    writeFileSync(
      join(cwd, 'a.vsix'),
      rawZip([{ name: 'extension/package.json', body: String(MANIFEST.body) }, ...files]),
    );
    const run = measured(t, ['a.vsix'], cwd);
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stdout, /45,001 files/);
    tookAtMost(144, run);
  });
}

/** A million take as much. */
const ASARS: Record<string, (index: number, count: number) => number> = {
  'in order': (index) => index,
  'from the last to the first': (index, count) => count - 1 - index,
};

for (const [order, offset] of Object.entries(ASARS)) {
  test(`an asar archive of 300,000 files, ${order}: at most 128 MB`, (t) => {
    const cwd = makeFolder(t);
    const count = 300_000;
    const files = list(count, (i) => `"${i.toString(36)}.js":{"size":1,"offset":"${offset(i, count)}"}`);
    const asar = rawAsar({}, Buffer.alloc(count, 'a'), { json: `{"files":{${files.join(',')}}}` });
    writeFileSync(join(cwd, 'a.asar'), asar);
    const run = measured(t, ['a.asar'], cwd);
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stdout, /300,000 files/);
    tookAtMost(128, run);
  });
}
