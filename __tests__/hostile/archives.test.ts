import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { check } from '../../src/check.ts';
import type { NotInspected, Verdict } from '../../src/policy/verdict.ts';
import { makeFolder } from '../folders.ts';
import { END, entryBlocks, MANIFEST, packed, pax, type RawEntry, rawTar } from '../tarballs.ts';
import { measured, tookAtMost } from './measured.ts';

/** `pass`, the archive rules that speak (with the open preset, so that nothing else does), or what the refusal says. */
type Expected = 'pass' | `archive/${string}` | RegExp;

const a: RawEntry = { name: 'package/a.txt', body: 'A' };
const beside = (...parts: (RawEntry | Buffer)[]) => rawTar(MANIFEST, ...parts);
const named = (name: string) => beside({ ...a, name });
const written = (offset: number, bytes: string) =>
  beside({ ...a, edit: (header) => header.write(bytes, offset, 'latin1') });
const manifest = (body: string | Buffer) => rawTar({ ...MANIFEST, body });
const family = (
  names: readonly string[],
  make: (name: string) => Buffer,
  expected: Expected,
): [string, Buffer, Expected][] =>
  names.map((name) => [`${make.name} ${JSON.stringify(name)}`, make(name), expected]);

/** Two names for one place on some system, written `a = b`. */
const both = (names: string) =>
  beside(...names.split(' = ').map((name) => ({ ...a, name: `package/${name}` })));

const longName = (body: string) => beside({ name: 'L', type: 'L', body: `${body}\0` }, a);
const paxName = (path: string) => beside(pax({ path }), a);
const type = (flag: string) => beside({ ...a, type: flag });
const link = (flag: string) => beside({ name: 'package/l', type: flag, link: '../../etc/passwd' });
const size = (text: string) => beside({ ...a, size: text });
const magic = (text: string) => beside({ ...a, magic: text });
const linkName = (text: string) => beside({ ...a, link: text });
const globalPax = (key: string) => beside(pax({ [key]: '1' }, 'g'), a);
const localPax = (key: string) => beside(pax({ [key]: '1' }), a);
const paxSize = (text: string) => beside(pax({ size: text }), a);
const rawPax = (body: string) => beside({ ...pax({}), body: Buffer.from(body, 'latin1') }, a);
const mode = (text: string) => written(100, text);
const mtime = (text: string) => written(136, text);
const star = (text: string) => written(476, text);

const TABLE: readonly (readonly [name: string, bytes: Buffer, expected: Expected])[] = [
  // Names: what every client installs alike stays quiet, however odd it looks.
  ...family(
    [
      'package/::error::x',
      'package/##[group]x',
      'package/%0A',
      'package/<img src=x>',
      'package/|a|',
      'package/`a`',
      'package/[a](b)',
      'package/\u202etxt.js',
      'package/__proto__',
      'package/constructor',
      'package/a..b',
      'package/...',
      'package/.gitignore',
      'package/-rf',
      'package/~',
      'package/$(id)',
      'package/é',
      'package/漢',
      'package/a b',
      'package/ ',
      'package/package/package.json',
      'package/./b',
      'other/b',
      '@scope/b',
      './b',
      'package/b/./c',
    ],
    named,
    'pass',
  ),
  ...family(
    [
      'package/\u2028',
      'package/\ud83d\ude00/x',
      `package/${'d/'.repeat(400)}x`,
      `package/${'n'.repeat(250)}`,
    ],
    paxName,
    'pass',
  ),
  ...family(['package/b', 'made/b', `package/${'n'.repeat(4000)}`], longName, 'pass'),
  ['a name of 5,000 characters', longName(`package/${'n'.repeat(5000)}`), /more than 4,096 characters/],
  [
    'a name of a million characters',
    longName(`package/${'n/'.repeat(500_000)}`),
    /more than 4,096 characters/,
  ],
  ...family(
    [
      '../b',
      'package/../b',
      'package/../../b',
      'package/b/../../../c',
      '../package/b',
      './../b',
      'package/./../b',
      '/b',
      '//b',
      '/package/b',
      'package//b',
      'package///etc/b',
      'b',
      'passwd',
      'package\\b',
      'package/b\\c',
      'package/..\\b',
      '..\\b',
      'package/C:/b',
      'package/C:b',
      'package/c:\\b',
      './package/b',
      './b/c',
    ],
    named,
    'archive/unsafe-path',
  ),
  ...family(
    ['../b', '/etc/passwd', 'package/../../b', 'package//b', 'b', './b/c', `package/${'d/'.repeat(1100)}x`],
    paxName,
    'archive/unsafe-path',
  ),
  ...family(['../b', '/etc/passwd', 'package/../b', 'b'], longName, 'archive/unsafe-path'),
  ...family(
    [
      'package/\x1b[31mred',
      'package/a\nb',
      'package/a\rb',
      'package/\x07',
      'package/a\tb',
      'package/\x7f',
      '\x1f/b',
    ],
    named,
    /control characters/,
  ),
  ...family(
    ['package/\x1b[2J', 'package/a\rb', 'package/a\0b', 'package/\x7f'],
    paxName,
    /control characters/,
  ),
  ...family(['package/\x1b]0;x\x07', 'package/a\nb'], longName, /control characters/),
  ...family(
    ['package/a\0b', 'package/a\0\nb', 'package/a\0\rb', 'package/a\0\u2028b'],
    longName,
    /goes on after its end/,
  ),
  ...family(['package/package.json/', 'package/b/'], paxName, /whether it is a folder/),
  // Types.
  ...family(['7', 'S', 'D', 'V', 'M', 'A', 'I', 'N', '8', ' ', 'Z', 'a'], type, 'archive/special-entry'),
  ...family(['1', '2'], link, 'archive/special-entry'),
  ...family(['3', '4', '5', '6'], type, /with a body/),
  ...family(['1', '2'], type, /link to nowhere/),
  ...family(['X'], type, /type `X`/),
  ...family(['L', 'K'], type, /ends after an extended header/),
  ...family(['x', 'g'], type, /list of whole records/),
  ...family(['x', 'package/package.json', '/'], linkName, /link name, but is no link/),
  ...family(['\0\nx', '\0\rx', '\0\u2028x', '\0\u2029x', '\n'], linkName, /control characters/),
  // Header fields.
  ...family(
    [
      '-1',
      'abc',
      '0x1',
      '1e3',
      '9',
      '+1',
      '\t1',
      '000000000001',
      '\x0000000000001',
      '１',
      '1 1',
      '1\x001',
      '.5',
    ],
    size,
    /size that is not a plain octal/,
  ),
  ...family(['ustar\x0011', 'ustar\0\0\0', 'USTAR\x0000', 'ustar   ', 'zip'], magic, /no known tar format/),
  ...family(['\x81', '\xfe', '\x90\0\0\0\0\0\0', '\x80\x01', '\xff\0'], mode, /mode that is no number/),
  ...family(['\x81', '\x80\0\0\x01', '\xc0'], mtime, /mtime that is no number/),
  ...family(['\x81', '\xfe', '\x80\x01'], star, /time that is no number/),
  ...family(['0', '0000644', '\x80\0\0\0\0\0\x01'], mode, 'pass'),
  // Extended headers.
  ...family(
    ['mtime', 'atime', 'uid', 'gname', 'comment', 'SCHILY.dev', 'LIBARCHIVE.creationtime'],
    localPax,
    'pass',
  ),
  ...family(['comment', 'mtime', 'uid'], globalPax, 'pass'),
  ...family(['path', 'size', 'linkpath'], globalPax, /of all entries/),
  ...family(
    ['GNU.sparse.major', 'GNU.sparse.name', 'GNU.sparse.realsize', 'SCHILY.realsize', 'SUN.holesdata'],
    localPax,
    /sparse/,
  ),
  ...family(['GNU.sparse.major', 'SCHILY.realsize'], globalPax, /sparse/),
  ...family(['type'], localPax, /changes the type/),
  ...family(['type'], globalPax, /changes the type/),
  ...family(['linkpath'], localPax, /no link/),
  ...family(
    ['', '0x1', '1e0', '-1', ' 1', '1 ', '1.0', '9999999999999999999'],
    paxSize,
    /not a plain number/,
  ),
  ...family(['0', '2', '512'], paxSize, /two sizes/),
  ...family(
    [
      '0 path=x\n',
      '99999999 path=x\n',
      '-1 path=x\n',
      'path=x\n',
      '8 pathx\n',
      '9 path=x',
      '8 path=x\n',
      ' 9 path=x\n',
      '09 path=x\n',
      '\n',
      '9  path=x\n',
      '1\n',
    ],
    rawPax,
    /list of whole records/,
  ),
  ...family(['18 path=package/\xff\n'], rawPax, /not plain text/),
  // package.json.
  ...family(
    ['', '{', '[]', 'null', '1', '"x"', '{"name":"a"}}', "{'name':'a'}", '\0', '{"name":"a",}'],
    manifest,
    /no JSON object/,
  ),
  ...family(
    [
      '{}',
      '{"name":1,"version":[],"files":"x","bin":{"a":1}}',
      '\ufeff{"name":"a"}',
      '{"__proto__":{"x":1},"name":"\\u001b[31m"}',
      '{"name":"a","name":"b"}',
    ],
    manifest,
    'pass',
  ),
  ['package.json twice', rawTar(MANIFEST, MANIFEST), 'archive/duplicate-path'],
  [
    'package.json in two roots',
    rawTar(MANIFEST, { ...MANIFEST, name: 'other/package.json' }),
    'archive/duplicate-path',
  ],
  [
    'package.json in another case beside it',
    beside({ ...MANIFEST, name: 'package/PACKAGE.json' }),
    'archive/colliding-path',
  ],
  [
    'package.json in another case alone',
    rawTar({ ...MANIFEST, name: 'package/Package.json' }),
    /no package\.json/,
  ],
  ['package.json as a folder', rawTar({ name: 'package/package.json/', type: '5' }, a), /no package\.json/],
  [
    'package.json as a link',
    rawTar({ name: 'package/package.json', type: '2', link: 'x' }, a),
    /no package\.json/,
  ],
  [
    'package.json deeper alone',
    rawTar({ ...MANIFEST, name: 'package/lib/package.json' }),
    /no package\.json/,
  ],
  ['package.json over its limit', manifest(Buffer.alloc(9 * 1024 ** 2, ' ')), /over 8\.4 MB/],
  ['package.json as deep JSON', manifest(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 'pass'],
  // Duplicates.
  ['a file twice', beside(a, a), 'archive/duplicate-path'],
  ['a file twice, in other words', beside(a, { ...a, name: 'package/./a.txt' }), 'archive/duplicate-path'],
  ['two roots', beside(a, { ...a, name: 'x/a.txt' }), 'archive/duplicate-path'],
  ['two cases', beside(a, { ...a, name: 'package/A.TXT' }), 'archive/colliding-path'],
  [
    'two Unicode forms',
    beside({ ...a, name: 'package/\u00e9' }, { ...a, name: 'package/e\u0301' }),
    'archive/colliding-path',
  ],
  ...family(
    [
      'ß.js = ss.js',
      'ﬁ.js = fi.js',
      'ſ.js = S.js',
      'ς.js = σ.js',
      '\u212a.js = k.js',
      '\u212b.js = å.js',
      'İ.js = i\u0307.js',
      '\u{10400} = \u{10428}',
      'ŉ = ʼn',
      'և = եւ',
      'a.js = a.js.',
      'a.js = A.js ',
      'a/x = a./x',
      'a/x = a . ./X',
      'a.js = a.js::$DATA',
      'a.js = a\u200d.js',
      '.git/x = .g\u200cit/x',
      'a\ufeff.js = a.js',
    ],
    both,
    'archive/colliding-path',
  ),
  ...family(
    ['ｓ = s', 'a.js = a,js', 'a = a/b', 'con = nul', 'a..b = a.b', 'x² = x2', 'o = ø', '.a = a', ' a = a'],
    both,
    'pass',
  ),
  // The end.
  ['a second archive', Buffer.concat([beside(a), beside(a)]), 'archive/trailing-data'],
  ['one byte behind the end', Buffer.concat([beside(a), Buffer.from('x')]), 'archive/trailing-data'],
  ['a lone zero block', rawTar(MANIFEST, Buffer.alloc(512), a), 'archive/trailing-data'],
  ['a megabyte of zeros behind the end', Buffer.concat([beside(a), Buffer.alloc(1024 ** 2)]), 'pass'],
  ['no end', Buffer.concat([entryBlocks(MANIFEST), entryBlocks(a)]), /no end mark/],
  ['nothing but the end', END, /holds no file/],
  ['half a header', beside(a).subarray(0, 700), /cut off/],
  [
    'a header that repeats for ever',
    Buffer.concat([entryBlocks(MANIFEST), ...Array(2000).fill(entryBlocks(a)), END]),
    'archive/duplicate-path',
  ],
  ['pax headers without an end', rawTar(...Array(50).fill(pax({ comment: 'x' }))), /describe one entry/],
];

/** What the compressed layer is made of. */
const LAYERS: readonly (readonly [name: string, bytes: Buffer, expected: Expected])[] = [
  [
    'two members',
    Buffer.concat([gzipSync(beside(a).subarray(0, 700)), gzipSync(beside(a).subarray(700))]),
    'pass',
  ],
  ['an empty member first', Buffer.concat([gzipSync(''), packed({})]), 'pass'],
  ['zeros behind it', Buffer.concat([packed({}), Buffer.alloc(10_000)]), 'pass'],
  [
    'a member behind zeros',
    Buffer.concat([packed({}), Buffer.alloc(512), packed({})]),
    'archive/trailing-data',
  ],
  [
    'noise behind zeros',
    Buffer.concat([packed({}), Buffer.alloc(512), Buffer.from('x')]),
    'archive/trailing-data',
  ],
  ['noise behind it', Buffer.concat([packed({}), Buffer.from('noise')]), /cannot be read/],
  ['gzip in gzip', gzipSync(packed({})), /no tar archive/],
  [
    'a bomb of zeros',
    gzipSync(
      Buffer.concat([entryBlocks(MANIFEST), entryBlocks({ ...a, body: Buffer.alloc(64 * 1024 ** 2) }), END]),
      { level: 9 },
    ),
    /more than 1,000 times/,
  ],
  ['a cut file', packed({}).subarray(0, 60), /cut off/],
  ['zip', Buffer.from(`PK\x03\x04${'x'.repeat(600)}`), /zip archive/],
  ['zstd', Buffer.from('28b52ffd00', 'hex'), /zstd/],
  ['xz', Buffer.from('fd377a585a00', 'hex'), /xz/],
  ['bzip2', Buffer.from('BZh91AY'), /bzip2/],
  ['nothing', Buffer.alloc(0), /is empty/],
  ['zeros', Buffer.alloc(5000), /holds no file/],
];

const ALL = [
  ...TABLE,
  ...TABLE.map(([name, bytes, expected]) => [`${name}, gzipped`, gzipSync(bytes), expected] as const),
  ...LAYERS,
];

test(`${ALL.length} hostile archives: passed, flagged or refused as the table says, and nothing breaks`, async (t) => {
  const cwd = makeFolder(t);
  const wrong: string[] = [];
  for (const [name, bytes, expected] of ALL) {
    writeFileSync(join(cwd, 'a.tgz'), bytes);
    const { packages } = await check(
      { targets: ['a.tgz'], preset: 'open', allow: [], failOn: 'warning', ignoreScripts: true },
      { cwd, env: {}, now: new Date(0), progress: () => {} },
    );
    const said = saidOf(packages[0]);
    if (expected instanceof RegExp ? !expected.test(said) : said !== expected) wrong.push(`${name}: ${said}`);
  }
  assert.deepEqual(wrong, []);
});

/** `pass`, the archive rules that speak, or the refusal, which begins with the target. */
function saidOf(report: Verdict | NotInspected | undefined): string {
  if (report === undefined) return 'no report';
  if (report.outcome === 'error') return report.error.message;
  const rules = report.findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('allowlist/'));
  if (rules.length > 0 !== (report.outcome === 'fail')) return `${report.outcome} with ${rules}`;
  return [...new Set(rules)].join(' ') || 'pass';
}

/** In MB. A bomb of 64 MB is among them. */
const MEMORY = 160;

test(`the built program says the same of all of them, each refusal in one line, in ${MEMORY} MB`, (t) => {
  const cwd = makeFolder(t);
  const names = ALL.map(([, bytes], index) => {
    writeFileSync(join(cwd, `${index}.tgz`), bytes);
    return `${index}.tgz`;
  });
  const run = measured(t, [...names, '--preset', 'open', '--format', 'json', '--fail-on', 'warning'], cwd);
  const { status, stdout, stderr } = run;
  assert.equal(status, 2, stderr);
  const verdicts = (JSON.parse(stdout) as { packages: { verdict: string }[] }).packages;
  assert.deepEqual(
    verdicts.map(({ verdict }, index) => `${ALL[index]?.[0]}: ${verdict}`),
    ALL.map(
      ([name, , expected]) =>
        `${name}: ${expected instanceof RegExp ? 'error' : expected === 'pass' ? 'pass' : 'fail'}`,
    ),
  );
  const errors = ALL.filter(([, , expected]) => expected instanceof RegExp).length;
  assert.equal(stderr.trimEnd().split('\n').length, errors, stderr);
  assert.doesNotMatch(stdout + stderr, /[\x00-\x09\x0b-\x1f\x7f]/);
  tookAtMost(MEMORY, run);
});

test('a package with a finding for each of very many files is refused in bounded memory', async (t) => {
  const cwd = makeFolder(t);
  const header = entryBlocks({ name: 'package/000000' });
  const files = Array.from({ length: 50_001 }, (_, number) => {
    const block = Buffer.from(header);
    block.write(String(number).padStart(6, '0'), 8);
    block.fill(' ', 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return block;
  });
  writeFileSync(join(cwd, 'many.tgz'), Buffer.concat([entryBlocks(MANIFEST), ...files, END]));
  const { packages } = await check(
    { targets: ['many.tgz'], allow: ['package.json'], failOn: 'error', ignoreScripts: true },
    { cwd, env: {}, now: new Date(0), progress: () => {} },
  );
  const [report] = packages;
  assert.match(report?.outcome === 'error' ? report.error.message : '', /more than 50,000 findings/);
});
