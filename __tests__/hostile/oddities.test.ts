import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { crc32 } from '../crc32.ts';
import { makeFolder } from '../folders.ts';
import { entryBlocks, MANIFEST, pax, type RawEntry, rawTar } from '../tarballs.ts';
import { openClients } from './clients.ts';
import { inspect, missed } from './differ.ts';

// About five seconds: what chance hardly comes upon, field by field, against the package managers' own readers.

const A: RawEntry = { name: 'package/a.js', body: 'A' };
const HIDDEN: RawEntry = { name: 'package/hidden.js', body: 'hidden' };
/** An entry in the body of another: whoever passes over a header reads it. */
const INSIDE = entryBlocks(HIDDEN);
const tar = (...parts: (RawEntry | Buffer)[]) => rawTar(MANIFEST, ...parts);
const written = (entry: RawEntry, at: number, length: number, text: string | Buffer): RawEntry => ({
  ...entry,
  edit: (header) => {
    header.fill(0, at, at + length);
    Buffer.from(text as string, 'latin1').copy(header, at, 0, length);
  },
});

/** A number as GNU tar writes those that have no room in octal digits. */
function wide(value: bigint): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value >> 64n), 0);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value), 8);
  bytes[4]! |= 0x80;
  return bytes.subarray(4);
}

/** The checksum of a header, written in that way. */
const summed = (write: (sum: number) => string): RawEntry => ({
  ...HIDDEN,
  spoil: (header) => {
    header.fill(' ', 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.fill(0, 148, 156);
    header.write(write(sum), 148, 8, 'latin1');
  },
});

/** A member of gzip with these flags, and what they announce. */
function member(bytes: Buffer, flags: number, ...fields: (string | Buffer)[]): Buffer {
  const head = Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(bytes), 0);
  end.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([
    head,
    ...fields.map((field) => Buffer.from(field as string)),
    deflateRawSync(bytes),
    end,
  ]);
}

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length + at]! ^= 1;
  return copy;
}

const KEYS =
  'hdrcharset charset SCHILY.filetype SCHILY.acl.access SCHILY.xattr.user.x SCHILY.dev SCHILY.nlink LIBARCHIVE.xattr.x RHT.security.selinux VENDOR.path PATH Path |path path| size| SIZE linkpath type mode prefix ustar absolute __proto__ constructor ino atime uid gid uname GNU.sparse.map GNU.sparse.size gnu.sparse.name'
    .split(' ')
    .map((key) => key.replace('|', ' '));
const VALUES = ['package/z.js', '0', '', '-1', '1e400'];
const TYPES = [...'03456789ABCDEGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwyz \0\x01\x7f\x80\xff!-_'];
const SIZES = [
  '00000000006\0',
  '     6\0',
  '6\0',
  '6 ',
  ' 00000000006',
  '000000000006',
  '',
  '            ',
  '6\x001',
  '0o6',
  '6.0',
  '6e0',
  '06\t',
  '\t6',
];
const NUMBERS = [
  '77777777',
  '\xff'.repeat(8),
  '\x80\0\0\0\0\0\0\x01',
  '',
  'abcdefgh',
  '-1',
  '        ',
  '1 2 3',
  '9',
];
const FIELDS = [100, 108, 116, 136, 329, 337];
const MAGICS = [
  'ustar\x0000',
  'ustar  \0',
  'ustar\x0001',
  'ustar\0\0\0',
  '',
  'ustar 00',
  'ustar\x000\0',
  'USTAR\x0000',
  'tar',
];
const NAMES =
  'package/C:/x package/\\\\server\\share\\x package/x. package/aux package/CON package/nul.txt package/A.JS package/e\u0301 package/x:y package/x::$DATA package/./x package/. package/.. ./package/x package x /x //x/y a/b/../c ../x PACKAGE/x other/x package/node_modules/a/x package/.npmignore package/.gitignore package/s/.gitignore package/.npmrc package/%2e%2e/x package/\u202ex package/..\u2215x ~/x C:x C:/package/x c:\\package\\x package\\x package/x\\y \\x ..package/x .../x package//x package/x//y package/x/ @s/p/x package/package.json/x package.json ./././x package/package.json. ? * package/<x> package/|x'.split(
    ' ',
  );
const whole = tar(A, HIDDEN);
const [first, second] = [whole.subarray(0, 700), whole.subarray(700)];

const FAMILIES: Readonly<Record<string, readonly Buffer[]>> = {
  'keys of extended headers': KEYS.flatMap((key) =>
    VALUES.flatMap((value) => [
      tar(pax({ [key]: value }), A, HIDDEN),
      tar(pax({ [key]: value }, 'g'), A, HIDDEN),
    ]),
  ),
  'extended headers that follow each other': [
    [pax({ path: 'package/1' }), pax({ comment: 'x' })],
    [pax({ path: 'package/1' }), pax({ comment: 'x' }, 'g')],
    [pax({ path: 'package/1' }), { name: 'L', type: 'L', body: 'package/2\0' }],
    [{ name: 'L', type: 'L', body: 'package/2\0' }, pax({ path: 'package/1' })],
    [{ name: 'L', type: 'L', body: 'package/2' }],
    [{ name: 'L', type: 'L', body: '\0' }],
    [{ ...pax({ path: 'package/1' }), prefix: 'p' }],
    [{ ...pax({ path: 'package/1' }), magic: '' }],
    [pax({ comment: 'x'.repeat(1024 ** 2), path: 'package/1' })],
  ].map((parts) => tar(...parts, A)),
  'types, with an archive for a body and with none': TYPES.flatMap((type) => [
    tar(written({ ...A, body: INSIDE }, 156, 1, type)),
    tar(written({ ...A, body: '' }, 156, 1, type), HIDDEN),
    tar(written({ name: 'package/d/', body: INSIDE }, 156, 1, type)),
  ]),
  sizes: [
    ...SIZES.map((text) => tar(written(HIDDEN, 124, 12, text))),
    ...[-512n, -1n, 1n, 6n, 2n ** 53n, 2n ** 63n, 2n ** 64n + 1n, 2n ** 70n].map((size) =>
      tar(written(HIDDEN, 124, 12, wide(size))),
    ),
  ],
  'other numbers': FIELDS.flatMap((at) => NUMBERS.map((text) => tar(written(HIDDEN, at, 8, text)))),
  checksums: [
    (sum: number) => `${sum.toString(8)}\0\0`,
    (sum: number) => sum.toString(8).padStart(7, '0'),
    (sum: number) => sum.toString(8).padStart(8, '0'),
    (sum: number) => ` ${sum.toString(8)}\0`,
    (sum: number) => `${sum.toString(8)}  \0x`,
    (sum: number) => `0x${sum.toString(16)}`,
    (sum: number) => `${sum}\0`,
    (sum: number) => `+${sum.toString(8)}`,
    () => '',
    () => '        ',
  ].map((write) => tar(summed(write))),
  'magic numbers and prefixes': MAGICS.flatMap((magic) => [
    tar(written(HIDDEN, 257, 8, magic)),
    tar(written({ ...HIDDEN, name: 'hidden.js', prefix: 'package' }, 257, 8, magic)),
  ]),
  names: NAMES.flatMap((name) => [tar({ ...HIDDEN, name }, A), rawTar({ ...HIDDEN, name }, MANIFEST, A)]),
  'what is a file and a folder, or two files': [
    ['d', 'd/x'],
    ['d/x', 'd'],
    ['.gitignore', '.npmignore'],
    ['.npmignore', '.gitignore'],
    ['s/.npmignore', './s/.gitignore'],
  ].map(([one, two]) => tar({ ...A, name: `package/${one}` }, { ...HIDDEN, name: `package/${two}` })),
  'blocks between entries and at the end': [
    Buffer.alloc(512),
    Buffer.alloc(1024),
    Buffer.alloc(512, 1),
    Buffer.alloc(512, ' '),
    Buffer.concat([Buffer.alloc(511), Buffer.from([1])]),
    Buffer.concat([Buffer.alloc(148), Buffer.from('000400\0 '), Buffer.alloc(356)]),
    Buffer.concat([Buffer.alloc(148), Buffer.from('abc'), Buffer.alloc(361)]),
  ].flatMap((block) => [
    tar(A, block, HIDDEN),
    Buffer.concat([block, whole]),
    Buffer.concat([tar(A), block, INSIDE]),
  ]),
  'layers of gzip': [
    member(whole, 4, Buffer.from('\x04\0AB\0\0', 'latin1')),
    member(whole, 8, '../../x\0'),
    member(whole, 16, 'x\0'),
    member(whole, 2, Buffer.from([1, 2])),
    ...[1, 32, 64, 128].map((flag) => member(whole, flag)),
    ...[
      Buffer.alloc(0),
      gzipSync(''),
      Buffer.alloc(1),
      Buffer.alloc(512),
      Buffer.from([0x1f]),
      Buffer.from('x'),
    ].flatMap((between) => [
      Buffer.concat([gzipSync(first), between, gzipSync(second)]),
      Buffer.concat([gzipSync(tar(A)), between, gzipSync(tar(HIDDEN))]),
      Buffer.concat([between, gzipSync(whole)]),
    ]),
    Buffer.concat(Array.from(whole, (_, at) => gzipSync(whole.subarray(at, at + 1)))),
    changed(gzipSync(whole), -8),
    changed(gzipSync(whole), -4),
    Buffer.concat([changed(gzipSync(first), -8), gzipSync(second)]),
    Buffer.concat([gzipSync(first).subarray(0, -8), gzipSync(second)]),
    Buffer.concat([gzipSync(first), second]),
    ...[-4, -8, -9].map((end) => gzipSync(whole).subarray(0, end)),
    gzipSync(whole, { finishFlush: constants.Z_SYNC_FLUSH }),
    deflateSync(whole),
    gzipSync(gzipSync(whole)),
  ],
};

for (const [family, archives] of Object.entries(FAMILIES)) {
  test(`installed by anyone means inspected or not passed: ${family}`, async (t) => {
    const clients = await openClients();
    const file = join(makeFolder(t), 'a.tgz');
    const misses: string[] = [];
    for (const [index, archive] of archives.entries()) {
      const told = await missed(archive, await inspect(archive, file), clients);
      if (told !== undefined) misses.push(`${index}: ${told}`);
    }
    assert.deepEqual(misses, []);
  });
}
