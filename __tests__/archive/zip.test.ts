import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { lookInside } from '../content/inside.ts';
import { makeFolder } from '../folders.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { type RawZipEntry, rawZip, type ZipShape } from '../zips.ts';

const MAP = mapText();
const a: RawZipEntry = { name: 'a.js', body: 'let a = 1;' };
const map: RawZipEntry = { name: 'm.map', body: MAP };
const zip = (...entries: RawZipEntry[]) => rawZip(entries);
const shaped = (shape: ZipShape, ...entries: RawZipEntry[]) => rawZip(entries, shape);
const extra = (id: number, body: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};
const unicodePath = (name: string) =>
  extra(0x7075, Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from(name)]));
const size64 = (...values: number[]) => {
  const body = Buffer.alloc(8 * values.length);
  for (const [i, value] of values.entries()) body.writeBigUInt64LE(BigInt(value), 8 * i);
  return extra(1, body);
};

/** A zip archive to the files inside; nothing is odd and nothing unread. */
const clean: Record<string, [Buffer, string[]]> = {
  'stored and deflated files': [zip({ ...a, method: 0 }, map), ['a.js', 'm.map:map']],
  'no file at all': [zip(), []],
  'an empty file': [zip({ name: 'e', body: '' }), ['e']],
  folders: [zip({ name: 'd/', method: 0 }, { name: 'd/a', body: 'a' }), ['d/a']],
  'a folder that is deflated to two bytes': [zip({ name: 'd/' }), []],
  'sizes behind the data': [zip({ ...a, streamed: true }, { ...map, streamed: true }), ['a.js', 'm.map:map']],
  'sizes behind the data, without the mark in front': [
    zip({ ...a, streamed: true, unmarked: true }, map),
    ['a.js', 'm.map:map'],
  ],
  'a stored archive inside, whose end record stands near the end': [
    zip({ name: 'i.zip', body: zip(a), method: 0 }),
    ['i.zip!/a.js', 'i.zip'],
  ],
  'a comment': [shaped({ comment: Buffer.from('made by hand') }, a), ['a.js']],
  'zeros behind the end': [shaped({ after: Buffer.alloc(700) }, a), ['a.js']],
  'zeros between files and directory': [shaped({ between: Buffer.alloc(64) }, a), ['a.js']],
  'names with backslashes, as old tools write them': [zip({ name: 'd\\a.js', body: 'a' }), ['d/a.js']],
  'a name in an encoding that nobody tells': [
    zip({
      name: 'x',
      body: 'x',
      local: (h) => h.writeUInt8(0xe9, 30),
      central: (h) => h.writeUInt8(0xe9, 46),
    }),
    ['\xe9'],
  ],
  'a name once more in Unicode': [
    zip({
      name: 'x',
      body: 'x',
      extra: unicodePath('ж'),
      local: (h) => h.writeUInt8(0xe9, 30),
      central: (h) => h.writeUInt8(0xe9, 46),
    }),
    ['ж'],
  ],
  'a size that stands in the zip64 field': [
    zip({ ...a, extra: size64(10), central: (h) => h.writeUInt32LE(0xffffffff, 24) }),
    ['a.js'],
  ],
  'a name once more in Unicode, in a folder': [
    zip({
      name: 'd/x.js',
      body: 'x',
      extra: unicodePath('d/жук.js'),
      local: (h) => h.writeUInt8(0xe9, 32),
      central: (h) => h.writeUInt8(0xe9, 48),
    }),
    ['d/жук.js'],
  ],
  'the icon of a folder, as macOS calls it': [zip({ name: 'd/Icon\r', body: '' }), ['d/Icon\r']],
  'a stored file whose size follows it': [zip({ ...a, method: 0, streamed: true }), ['a.js']],
  'one name twice: both are looked at': [zip(map, map), ['m.map:map', 'm.map:map']],
  'a link, which other tools than npm write': [zip({ name: 'l', body: 'a.js', mode: 0o120777 }), ['l']],
};

for (const [name, [bytes, expected]] of Object.entries(clean)) {
  test(`reads ${name}`, () => {
    const { files, odd, messages, unread } = lookInside('z', bytes);
    assert.deepEqual(
      { files, odd, messages, unread },
      { files: expected.map((path) => `z!/${path}`), odd: [], messages: [], unread: undefined },
    );
  });
}

/** A zip archive to the files inside, and what is said of it. */
const odd: Record<string, [Buffer, string[], RegExp]> = {
  'another name in the local header': [
    zip({ ...a, local: (h) => h.write('b', 30) }),
    ['a.js'],
    /^ambiguous z!\/a\.js .*"b\.js"/,
  ],
  'another size in the local header': [
    zip({ ...a, local: (h) => h.writeUInt32LE(9, 22) }),
    ['a.js'],
    /different sizes/,
  ],
  'another compressed size in the local header': [
    zip({ ...a, local: (h) => h.writeUInt32LE(1, 18) }),
    ['a.js'],
    /different sizes/,
  ],
  'another method in the local header': [
    zip({ ...a, local: (h) => h.writeUInt16LE(0, 8) }),
    ['a.js'],
    /different ways/,
  ],
  'another checksum in the local header': [
    zip({ ...a, local: (h) => h.writeUInt32LE(7, 14) }),
    ['a.js'],
    /different checksums/,
  ],
  'encryption in the local header alone': [
    zip({ ...a, local: (h) => h.writeUInt16LE(1, 6) }),
    ['a.js'],
    /different ways/,
  ],
  'other sizes behind the data': [
    zip({ ...a, streamed: true, descriptor: (d) => d.writeUInt32LE(3, 12) }),
    ['a.js'],
    /sizes that follow/,
  ],
  'a second name in Unicode': [
    zip({ ...a, extra: unicodePath('evil.js') }),
    ['a.js'],
    /second name, "evil\.js"/,
  ],
  'a second name in Unicode that is no translation of the first': [
    zip({
      name: 'x',
      body: 'x',
      extra: unicodePath('a.map'),
      local: (h) => h.writeUInt8(0xe9, 30),
      central: (h) => h.writeUInt8(0xe9, 46),
    }),
    ['\xe9'],
    /second name, "a\.map"/,
  ],
  'a second name in Unicode that climbs out': [
    zip({
      name: 'x/a/b',
      body: 'x',
      extra: unicodePath('../../b'),
      local: (h) => h.writeUInt8(0xe9, 30),
      central: (h) => h.writeUInt8(0xe9, 46),
    }),
    ['\xe9/a/b'],
    /second name/,
  ],
  'a name that ends at a NUL for some': [zip({ name: 'a.map\0.txt', body: 'a' }), ['a.map\0.txt'], /control/],
  'a name with a mark of zip archives in it': [
    zip({ name: '.ePK\x03\x04nv', body: 'a' }),
    ['.ePK\x03\x04nv'],
    /control/,
  ],
  'a comment that holds a directory': [
    shaped({ comment: zip(map).subarray(0, -22) }, a),
    ['a.js'],
    /comment of the zip archive holds/,
  ],
  'a stored archive whose size follows it': [
    zip({ name: 'i.bin', body: Buffer.concat([Buffer.from('x'), zip(map)]), method: 0, streamed: true }, a),
    ['i.bin!/m.map:map', 'i.bin', 'a.js'],
    /tools that read from the start/,
  ],
  'a stored file whose size should follow it': [
    zip({ ...a, method: 0, flags: 0x808 }),
    ['a.js'],
    /does not follow it as its header says/,
  ],
  'a size that follows the data by the local header alone': [
    zip({ ...a, method: 0, local: (h) => h.writeUInt16LE(0x808, 6) }),
    ['a.js'],
    /Only the local header/,
  ],
  'an entry that the directory does not name': [
    zip(a, { ...map, unlisted: true }),
    ['a.js'],
    /not in its directory/,
  ],
  'such an entry at the start': [zip({ ...map, unlisted: true }, a), ['a.js'], /not in its directory/],
  'another archive in front': [shaped({ before: zip(map) }, a), ['a.js'], /stand in front/],
  'another archive behind': [shaped({ after: zip(map) }, a), ['m.map:map'], /stand in front/],
  'a script in front, as a self-extracting archive has it': [
    Buffer.concat([Buffer.from('PK\x03\x04 is not yet here'), zip(a)]),
    ['a.js'],
    /stand in front/,
  ],
  'noise behind': [shaped({ after: Buffer.from('noise') }, a), ['a.js'], /not the comment it speaks of/],
  'a comment longer than what is there': [
    shaped({ end: (e) => e.writeUInt16LE(9, 20) }, a),
    ['a.js'],
    /not the comment it speaks of/,
  ],
  'fewer entries than the directory holds': [
    shaped({ end: (e) => e.writeUInt16LE(1, 10) }, a, map),
    ['a.js', 'm.map:map'],
    /says that it has 1 entries; its directory has 2/,
  ],
  'two names for one place': [zip(map, { ...a, at: 0 }), ['m.map?', 'a.js?'], /lies over another/],
  'a file inside a file': [
    zip({ name: 'o', body: zip(map), method: 0, central: (h) => h.writeUInt32LE(999999, 20) }, a),
    ['o?', 'a.js'],
    /different sizes.*lies over another/s,
  ],
  'a place where no entry is': [
    zip(a, { ...map, central: (h) => h.writeUInt32LE(3, 42) }),
    ['a.js?', 'm.map?'],
    /no entry is/,
  ],
  'a place behind the end': [
    zip({ ...map, central: (h) => h.writeUInt32LE(1e9, 42) }, a),
    ['m.map?', 'a.js'],
    /no entry is/,
  ],
  'a folder with data that come to nothing': [
    zip({ name: 'd/', body: '', data: zip(map), method: 8 }),
    ['d?'],
    /folder has a body/,
  ],
  'a folder with two bytes, stored, that come to nothing': [
    zip({ name: '.', body: '', data: Buffer.from('\x03\0'), method: 0 }, a),
    ['', 'a.js'],
    /folder has a body/,
  ],
  'an archive between directory and end record': [
    Buffer.concat([zip(map).subarray(0, -22), zip(a), zip(map).subarray(-22)]),
    ['m.map:map'],
    /between the directory/,
  ],
  'a folder with a body': [zip({ name: 'd/', body: MAP }), ['d:map'], /folder has a body/],
  'more data than it says': [
    zip({ ...map, local: (h) => h.writeUInt32LE(5, 22), central: (h) => h.writeUInt32LE(5, 24) }),
    ['m.map:map'],
    /unpacks to \d+ bytes/,
  ],
  'bytes behind the compressed data of a file': [
    zip({ ...a, data: Buffer.concat([deflateRawSync(Buffer.from('let a = 1;')), Buffer.from('secret')]) }),
    ['a.js'],
    /gives other sizes/,
  ],
  'a name that climbs out': [zip({ name: '../../a', body: 'a' }), ['a'], /^unsafe-path z!\/a .*climbs out/],
  'a name that climbs out by backslashes': [zip({ name: '..\\a', body: 'a' }), ['a'], /unsafe-path z!\/a/],
  'a name from the root': [zip({ name: '/etc/a', body: 'a' }), ['etc/a'], /root of the disk/],
  'no name at all': [zip({ name: '', body: '' }, a), ['a.js'], /name of this entry is empty/],
  'a name on a drive': [zip({ name: 'C:/a', body: 'a' }), ['C:/a'], /drive letter/],
};

for (const [name, [bytes, expected, said]] of Object.entries(odd)) {
  test(`tells ${name}`, () => {
    const inside = lookInside('z', bytes);
    const lines = inside.odd.map((line, index) => `${line} ${inside.messages[index]}`);
    assert.deepEqual(
      inside.files,
      expected.map((path) => `z!/${path}`),
      lines.join('\n'),
    );
    assert.match(lines.join('\n'), said);
  });
}

/** A zip archive to the files inside, and why one or all of them could not be read. */
const unread: Record<string, [Buffer, string[], RegExp]> = {
  'an encrypted file': [zip({ ...map, flags: 1 }, a), ['m.map?', 'a.js'], /m\.map: it is encrypted/],
  'a file compressed by deflate64': [
    zip({ ...map, method: 9 }, a),
    ['m.map?', 'a.js'],
    /m\.map: it is compressed by deflate64/,
  ],
  'a file compressed in an unknown way': [zip({ ...map, method: 77 }), ['m.map?'], /method 77/],
  'damaged data': [
    zip({ ...map, data: Buffer.from('noise noise') }, a),
    ['m.map?', 'a.js'],
    /deflate data cannot be read/,
  ],
  'cut data': [
    zip({ ...map, data: deflateRawSync(Buffer.from(MAP)).subarray(0, -5) }, a),
    ['m.map:map?', 'a.js'],
    /cut off/,
  ],
  'a part of a larger archive': [shaped({ end: (e) => e.writeUInt16LE(2, 4) }, a), [], /one part of several/],
  'a directory elsewhere': [
    shaped({ end: (e) => e.writeUInt32LE(1e9, 16) }, a),
    [],
    /not where its end record says/,
  ],
  'a damaged directory': [
    zip(a, { ...map, central: (h) => h.writeUInt32LE(0, 0) }),
    [],
    /directory of the zip archive is damaged/,
  ],
  'bytes between the files': [
    shaped({ between: Buffer.from('what is this') }, a),
    ['a.js'],
    /12 bytes .* belong to no file/,
  ],
};

for (const [name, [bytes, expected, why]] of Object.entries(unread)) {
  test(`says that it cannot look into ${name}`, () => {
    const inside = lookInside('z', bytes);
    assert.deepEqual(
      inside.files,
      expected.map((path) => `z!/${path}`),
    );
    assert.deepEqual(inside.odd, []);
    const reasons = inside.facts.map(({ path, uninspected }) => `${path}: ${uninspected}`);
    assert.match([...reasons, inside.unread].join('\n'), why);
  });
}

/** Real tools, each writing `m.map` and `big.txt` in its own way. */
const tools: Record<string, string[]> = {
  'Info-ZIP': ['zip', '-q', 'z', 'm.map', 'big.txt'],
  'Info-ZIP to a pipe': ['sh', '-c', 'zip -q - m.map big.txt | cat > z.zip'],
  'Python to a file': [
    'python3',
    '-c',
    'import zipfile; z=zipfile.ZipFile("z.zip","w",zipfile.ZIP_DEFLATED); z.write("m.map"); z.write("big.txt"); z.close()',
  ],
  'Python to a pipe, zip64': [
    'python3',
    '-c',
    `
import zipfile
class Pipe:
    def __init__(self, file): self.file = file
    def write(self, data): return self.file.write(data)
    def flush(self): pass
z = zipfile.ZipFile(Pipe(open("z.zip", "wb")), "w", zipfile.ZIP_DEFLATED)
for name in ("m.map", "big.txt"):
    with z.open(name, "w", force_zip64=True) as entry: entry.write(open(name, "rb").read())
z.close()`,
  ],
};

for (const [name, [program, ...args]] of Object.entries(tools)) {
  const there = spawnSync(program!, ['--version']).error === undefined;
  test(`reads what ${name} writes`, { skip: !there }, (t) => {
    const folder = makeFolder(t, { 'm.map': MAP, 'big.txt': 'much '.repeat(100_000) });
    execFileSync(program!, args, { cwd: folder });
    const { files, odd, messages, unread } = lookInside('z', readFileSync(join(folder, 'z.zip')));
    assert.deepEqual(
      { files, odd, messages, unread },
      { files: ['z!/m.map:map', 'z!/big.txt'], odd: [], messages: [], unread: undefined },
    );
  });
}
