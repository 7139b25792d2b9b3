import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pack } from 'tar-stream';
import type { EntrySink } from '../../src/archive/entry.ts';
import { createTarReader } from '../../src/archive/tar.ts';
import { PackgateError } from '../../src/errors.ts';
import { entryBlocks, MANIFEST, pax, type RawEntry, rawTar } from '../tarballs.ts';

/** What was read: `path=content` for each file, `!kind` for each oddity; or `refused: message`. */
function read(archive: Buffer, step = archive.length): string[] {
  const out: string[] = [];
  let text = '';
  const sink: EntrySink = {
    begin: ({ path, size }) => {
      text = `${path}=`;
      assert.ok(Number.isSafeInteger(size));
    },
    bytes: (view) => {
      text += view.toString('latin1');
    },
    end: () => out.push(text),
  };
  try {
    const reader = createTarReader(sink, (oddity) => out.push(`!${oddity.kind}`));
    for (let at = 0; at < archive.length; at += step) reader.write(archive.subarray(at, at + step));
    reader.end();
    return out;
  } catch (error) {
    assert.ok(error instanceof PackgateError, String(error));
    return [`refused: ${error.message}`];
  }
}

const a: RawEntry = { name: 'package/a.js', body: 'A' };
const LONG = `${'d'.repeat(90)}/${'e'.repeat(90)}.js`;

const quiet: Record<string, [Buffer, string[]]> = {
  'one file': [rawTar(a), ['a.js=A']],
  'an empty file': [rawTar({ name: 'package/e' }), ['e=']],
  'another root folder': [rawTar({ name: 'node-types/a.js', body: 'A' }), ['a.js=A']],
  'a root of one dot': [rawTar({ name: './a.js', body: 'A' }), ['a.js=A']],
  'a directory': [rawTar({ name: 'package/dir/', type: '5' }, a), ['a.js=A']],
  'the root itself, as yarn 1 writes it': [rawTar({ name: 'package', type: '5' }, a), ['a.js=A']],
  'a directory by its slash': [rawTar({ name: 'package/dir/', type: '0' }, a), ['a.js=A']],
  'a NUL type byte': [rawTar({ ...a, type: '\0' }), ['a.js=A']],
  'a ustar prefix': [rawTar({ ...a, name: 'x/a.js', prefix: 'package' }), ['x/a.js=A']],
  'a GNU header': [rawTar({ ...a, magic: 'ustar  \0' }), ['a.js=A']],
  'a header from before ustar': [rawTar({ ...a, magic: '\0\0\0\0\0\0\0\0' }), ['a.js=A']],
  'a pax name': [rawTar(pax({ path: `package/${LONG}`, mtime: '1.5' }), a), [`${LONG}=A`]],
  'a pax size that repeats the header': [rawTar(pax({ size: '1' }), a), ['a.js=A']],
  'a GNU long name': [
    rawTar({ name: '././@LongLink', type: 'L', body: `package/${LONG}\0` }, a),
    [`${LONG}=A`],
  ],
  'a global comment, as git archive writes it': [
    rawTar(pax({ comment: '0'.repeat(40) }, 'g'), a),
    ['a.js=A'],
  ],
  'more zero blocks than two': [Buffer.concat([rawTar(a), Buffer.alloc(9216)]), ['a.js=A']],
  'zeros that are no whole block': [Buffer.concat([rawTar(a), Buffer.alloc(100)]), ['a.js=A']],
  'a base-256 uid': [
    rawTar({ ...a, edit: (header) => header.fill(0, 108, 116).writeUInt8(0x80, 108) }),
    ['a.js=A'],
  ],
  'a checksum of blanks and digits': [
    rawTar({
      ...a,
      spoil: (header) =>
        header.write(`${header.toString('latin1', 148, 154).replace(/^0/, ' ')}\0 `, 148, 'latin1'),
    }),
    ['a.js=A'],
  ],
  'a tidy name behind dots and slashes': [rawTar({ ...a, name: 'package/./x//a.js' }), ['x/a.js=A']],
};

const odd: Record<string, [Buffer, string[]]> = {
  'a dot and a root, of which yarn 4 drops both': [
    rawTar({ name: './package/a.js', body: 'A' }),
    ['!unsafe-path', 'package/a.js=A'],
  ],
  'an absolute name, of which bun drops more': [
    rawTar({ name: '/package/a.js', body: 'A' }),
    ['!unsafe-path', 'package/a.js=A'],
  ],
  'a name that is not UTF-8': [
    rawTar({ ...a, edit: (header) => header.writeUInt8(0xff, 8) }),
    ['!unsafe-path', '\ufffd.js=A'],
  ],
  'a contiguous file whose name ends in a slash': [
    rawTar({ ...a, name: 'package/a/', type: '7' }),
    ['!special-entry', 'a=A'],
  ],
  'a link whose name ends in a slash': [
    rawTar({ name: 'package/l/', type: '1', link: 'package/a.js' }),
    ['!special-entry'],
  ],
  'a name that climbs': [rawTar({ ...a, name: 'package/../../evil.js' }), ['!unsafe-path', 'evil.js=A']],
  'a root that climbs': [rawTar({ ...a, name: '../a.js' }), ['!unsafe-path', 'a.js=A']],
  'a name without a folder': [rawTar({ ...a, name: 'a.js' }), ['!unsafe-path', 'a.js=A']],
  'a backslash': [rawTar({ ...a, name: 'package/x\\a.js' }), ['!unsafe-path', 'x\\a.js=A']],
  'a drive letter before the root, which npm 10 drops in its place': [
    rawTar({ ...a, name: 'p:kage/a.js' }),
    ['!unsafe-path', 'a.js=A'],
  ],
  'a drive letter': [rawTar({ ...a, name: 'package/C:/a.js' }), ['!unsafe-path', 'C:/a.js=A']],
  'a slash inside': [rawTar({ ...a, name: 'package//a.js' }), ['!unsafe-path', 'a.js=A']],
  'a symbolic link': [
    rawTar({ name: 'package/l', type: '2', link: '/etc/passwd' }, a),
    ['!special-entry', 'a.js=A'],
  ],
  'a hard link': [
    rawTar({ name: 'package/l', type: '1', link: 'package/a.js' }, a),
    ['!special-entry', 'a.js=A'],
  ],
  'a pipe': [rawTar({ name: 'package/p', type: '6' }, a), ['!special-entry', 'a.js=A']],
  'a contiguous file, which npm installs': [rawTar({ ...a, type: '7' }), ['!special-entry', 'a.js=A']],
  'an unknown type, which GNU tar writes out': [rawTar({ ...a, type: 'S' }), ['!special-entry', 'a.js=A']],
  'a second archive behind the first': [
    Buffer.concat([rawTar(a), rawTar({ ...a, body: 'B' })]),
    ['a.js=A', '!trailing-data'],
  ],
  'noise behind the end': [Buffer.concat([rawTar(a), Buffer.from('noise')]), ['a.js=A', '!trailing-data']],
  'a lone zero block, which ends the archive for pnpm': [
    Buffer.concat([entryBlocks(a), Buffer.alloc(512), rawTar({ ...a, name: 'package/b' })]),
    ['a.js=A', '!trailing-data', 'b=A'],
  ],
};

/** Headers that make one client read a body as headers, and the other not. */
const refused: Record<string, [Buffer, RegExp]> = {
  'a wrong checksum': [rawTar({ ...a, spoil: (header) => header.write('x', 1) }), /no tar archive/],
  'a checksum without an end': [
    rawTar({
      ...a,
      spoil: (header) => header.write(`00${header.toString('latin1', 148, 154)}`, 148, 'latin1'),
    }),
    /no tar archive/,
  ],
  'a checksum over signed bytes': [
    rawTar({
      ...a,
      name: 'package/\u00e9',
      spoil: (header) =>
        header.write(
          `${(Number.parseInt(header.toString('latin1', 148, 154), 8) - 512).toString(8).padStart(6, '0')}\0 `,
          148,
          'latin1',
        ),
    }),
    /no tar archive/,
  ],
  'a file with a link name': [rawTar({ ...a, link: 'x' }), /link name, but is no link/],
  'a link to nowhere': [rawTar({ name: 'package/l', type: '2' }), /link to nowhere/],
  'a file that pax makes a link': [rawTar(pax({ linkpath: 'x' }), a), /link name to what is no link/],
  'a file that GNU tar makes a link': [
    rawTar({ name: '././@LongLink', type: 'K', body: 'x\0' }, a),
    /link name to what is no link/,
  ],
  'no name': [rawTar({ ...a, name: '' }), /has no name/],
  'an empty pax name': [rawTar(pax({ path: '' }), a), /name that is not plain text/],
  'an empty long name': [rawTar({ name: 'L', type: 'L', body: '\0' }, a), /is empty/],
  'a size that begins with NUL': [rawTar({ ...a, size: '\x000000000001' }), /size that is not a plain octal/],
  'a size without digits': [rawTar({ ...a, size: 'abc' }), /size that is not a plain octal/],
  'a negative size': [rawTar({ ...a, size: '-1' }), /size that is not a plain octal/],
  'a base-256 size': [
    rawTar({ ...a, edit: (header) => header.fill(0, 124, 136).writeUInt8(0x80, 124) }),
    /size that is not a plain octal/,
  ],
  'a size field without an end': [rawTar({ ...a, size: '000000000001' }), /size that is not a plain octal/],
  'a mode that begins with a high byte': [
    rawTar({ ...a, edit: (header) => header.writeUInt8(0x90, 100) }),
    /mode that is no number/,
  ],
  'a base-256 time beyond 2^53': [
    rawTar({ ...a, edit: (header) => header.fill(0xff, 137, 148).writeUInt8(0x80, 136) }),
    /mtime that is no number/,
  ],
  'a directory with a body': [rawTar({ name: 'package/d', type: '5', body: 'x' }), /directory with a body/],
  'a directory by its slash, with a body': [
    rawTar({ name: 'package/d/', body: 'x' }),
    /directory with a body/,
  ],
  'a directory by its pax name': [rawTar(pax({ path: 'package/d/' }), a), /whether it is a folder/],
  'a directory by its header, a file by pax': [
    rawTar(pax({ path: 'package/d' }), { name: 'package/d/', body: '' }),
    /whether it is a folder/,
  ],
  'a pax name of nothing but the root, for which pnpm takes the header': [
    rawTar(pax({ path: 'package/' }), { ...a, body: '' }),
    /whether it is a folder/,
  ],
  ...Object.fromEntries(
    ['\n', '\r', '\u2028', '\u2029'].flatMap((end) => [
      [
        `a link name behind a NUL and ${JSON.stringify(end)}`,
        [rawTar({ ...a, link: `\0${end}x` }), /control characters/] as [Buffer, RegExp],
      ],
      [
        `more of a name behind a NUL and ${JSON.stringify(end)}`,
        [rawTar({ ...a, name: `package/a\0${end}b` }), /control characters/] as [Buffer, RegExp],
      ],
      [
        `more of a GNU long name behind a NUL and ${JSON.stringify(end)}`,
        [rawTar({ name: 'L', type: 'L', body: `package/a\0${end}b` }, a), /goes on after its end/] as [
          Buffer,
          RegExp,
        ],
      ],
    ]),
  ),
  ...Object.fromEntries(
    [476, 488].map((offset) => [
      `a number out of range where star keeps a time, at ${offset}`,
      [rawTar({ ...a, edit: (header) => header.writeUInt8(0x81, offset) }), /time that is no number/] as [
        Buffer,
        RegExp,
      ],
    ]),
  ),
  'a prefix that begins with NUL': [
    rawTar({ ...a, edit: (header) => header.write('x', 475) }),
    /prefix that begins with NUL/,
  ],
  'a name that yarn 1 takes for zlib data': [
    rawTar({ ...a, edit: (header) => header.write('x\xda', 0, 'latin1') }),
    /like zlib data/,
  ],
  'a pax header and a global one before a file': [
    rawTar(pax({ size: '1' }), pax({ comment: 'x' }, 'g'), a),
    /followed by a global one/,
  ],
  'a pax name that is not UTF-8, which npm passes over': [
    rawTar({ ...pax({}), body: Buffer.from('18 path=package/\xff\n', 'latin1') }, a),
    /not plain text/,
  ],
  'a pax type': [rawTar(pax({ type: 'Directory' }), a), /changes the type/],
  'a global pax type': [rawTar(pax({ type: 'Directory' }, 'g'), a), /changes the type/],
  'a length for libarchive alone': [rawTar(pax({ 'SCHILY.realsize': '0' }), a), /sparse/],
  'a link with a body': [rawTar({ name: 'package/l', type: '2', link: 'x', body: 'x' }), /link with a body/],
  'two pax headers': [
    rawTar(pax({ path: 'package/x' }), pax({ path: 'package/y' }), a),
    /describe one entry/,
  ],
  'pax and GNU names together': [
    rawTar(pax({ path: 'package/x' }), { name: 'L', type: 'L', body: 'package/y\0' }, a),
    /describe one entry/,
  ],
  'two pax sizes': [rawTar(pax({ size: '512' }), a), /two sizes/],
  'a pax size in hexadecimal': [rawTar(pax({ size: '0x1' }), a), /size that is not a plain number/],
  'a newline in a pax value': [
    rawTar({ ...pax({}), body: '24 path=package/a\nb.map\n' }, a),
    /list of whole records/,
  ],
  'a NUL in a pax name': [rawTar(pax({ path: 'package/a.map\0.txt' }), a), /control characters/],
  'a pax length that is too short': [
    rawTar({ ...pax({}), body: '9 path=package/b\n' }, a),
    /list of whole records/,
  ],
  'a pax length of zero': [rawTar({ ...pax({}), body: '0 path=package/b\n' }, a), /list of whole records/],
  'a pax record without =': [rawTar({ ...pax({}), body: '8 pathx\n' }, a), /list of whole records/],
  'one pax key twice': [rawTar({ ...pax({}), body: '18 path=package/x\n18 path=package/y\n' }, a), /twice/],
  'a global name': [rawTar(pax({ path: 'package/x' }, 'g'), a), /of all entries/],
  'a global size': [rawTar(pax({ size: '0' }, 'g'), a), /of all entries/],
  'a sparse file': [rawTar(pax({ 'GNU.sparse.name': 'package/x' }), a), /sparse/],
  'an old Sun pax header': [rawTar({ ...pax({ path: 'package/x' }), type: 'X' }, a), /is of the type `X`/],
  'a pax header over a megabyte': [rawTar(pax({ comment: 'x'.repeat(1024 ** 2) }), a), /over 1\.0 MB/],
  'a pax header and no entry': [rawTar(pax({ path: 'package/x' })), /ends after an extended header/],
  'a newline in a name': [rawTar({ ...a, name: 'package/a\nb' }), /control characters/],
  'a newline behind the name': [
    rawTar({ ...a, edit: (header) => header.write('\nx', 50) }),
    /control characters/,
  ],
  'an unknown magic': [rawTar({ ...a, magic: 'ustar\0xx' }), /no known tar format/],
  'a prefix in a GNU header': [
    rawTar({ ...a, magic: 'ustar  \0', prefix: 'evil' }),
    /prefix that its format/,
  ],
  'no end mark': [entryBlocks(a), /no end mark/],
  'half an end mark': [Buffer.concat([entryBlocks(a), Buffer.alloc(512)]), /no end mark/],
  'a body that is cut off': [rawTar({ ...a, body: 'x'.repeat(5000) }).subarray(0, 3000), /cut off/],
  'a header that is cut off': [Buffer.concat([entryBlocks(a), entryBlocks(a).subarray(0, 300)]), /cut off/],
  'a wrong checksum further on': [
    rawTar(a, { ...a, spoil: (header) => header.write('x', 1) }),
    /wrong checksum/,
  ],
  'something else': [Buffer.from('no archive at all '.repeat(100)), /no tar archive/],
  'less than a block': [Buffer.from('no archive'), /no tar archive/],
};

for (const [name, [archive, expected]] of Object.entries(quiet)) {
  test(`reads ${name} and says nothing`, () => assert.deepEqual(read(archive), expected));
}
for (const [name, [archive, expected]] of Object.entries(odd)) {
  test(`tells ${name}`, () => assert.deepEqual(read(archive), expected));
}
for (const [name, [archive, expected]] of Object.entries(refused)) {
  test(`refuses ${name}`, () => assert.match(read(archive)[0] ?? '', expected));
}

test('gives the same however the bytes are cut', () => {
  const archive = Buffer.concat([
    rawTar(
      pax({ path: `package/${LONG}` }),
      { ...a, body: 'x'.repeat(1500) },
      { name: 'package/e' },
      MANIFEST,
      a,
    ),
    Buffer.from('more'),
  ]);
  const whole = read(archive);
  for (const step of [1, 7, 511, 512, 513, 1024, 4095])
    assert.deepEqual(read(archive, step), whole, `cut at ${step}`);
});

test('hands small files on in one, wherever the bytes are cut', () => {
  const sizes = [1, 511, 512, 513, 700, 701, 1500, 0, 2];
  const bodies = sizes.map((size, i) => Buffer.alloc(size, `${i}abcdefg`));
  const archive = rawTar(...bodies.map((body, i) => ({ name: `package/${i}.js`, body })));
  for (let step = 1; step < archive.length; step += 37) {
    const read: { whole: boolean; bytes: Buffer }[] = [];
    let parts: { whole: boolean; bytes: Buffer }[] = [];
    const sink: EntrySink = {
      begin: () => {
        parts = [];
      },
      bytes: (view, whole = false) => parts.push({ whole, bytes: Buffer.from(view) }),
      end: () => {
        read.push({
          whole: parts.length === 1 && parts[0]!.whole,
          bytes: Buffer.concat(parts.map(({ bytes }) => bytes)),
        });
      },
    };
    const reader = createTarReader(sink, () => {}, undefined, undefined, 700);
    for (let at = 0; at < archive.length; at += step) reader.write(archive.subarray(at, at + step));
    reader.end();
    assert.deepEqual(
      read.map(({ bytes }) => bytes),
      bodies,
      `cut at ${step}`,
    );
    for (const [i, size] of sizes.entries())
      if (size > 0 && size <= 700) assert.ok(read[i]!.whole, `${size} bytes, cut at ${step}`);
  }
});

test('reads what tar-stream packs, long names and all', async () => {
  const packer = pack();
  const names = [
    'package/package.json',
    `package/${'n'.repeat(120)}/${'m'.repeat(180)}.js`,
    'package/\u00fcber/\u6f22.js',
  ];
  for (const name of names) packer.entry({ name }, name.slice(-3));
  packer.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of packer) chunks.push(chunk as Buffer);
  const expected = names.map((name) =>
    Buffer.from(`${name.slice('package/'.length)}=${name.slice(-3)}`).toString('utf8'),
  );
  assert.deepEqual(read(Buffer.concat(chunks)), expected);
});
