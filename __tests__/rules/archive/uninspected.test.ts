import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { rule } from '../../../src/rules/archive/uninspected.ts';
import { rawAsar } from '../../asars.ts';
import { packed } from '../../tarballs.ts';
import { rawZip } from '../../zips.ts';
import { sightArchive } from '../facts.ts';

const zip = (entry: object) =>
  rawZip([
    { name: 'in.js', body: 'a' },
    { name: 'b.js', body: 'b', ...entry },
  ]);
const XZ = Buffer.from('fd377a585a000004e6d6b446', 'hex');
const LZMA = Buffer.from('5d00008000ffffffffffffffff002a', 'hex');
const ELF = Buffer.concat([Buffer.from('7f454c460201010000', 'hex'), Buffer.alloc(100)]);

const told: Record<string, [files: Record<string, string | Buffer>, said: RegExp]> = {
  'an encrypted entry': [
    { 'a.zip': zip({ flags: 1 }) },
    /^a\.zip!\/b\.js: .*this file: it is encrypted in the zip/,
  ],
  'a strong cipher': [{ 'a.zip': zip({ method: 99 }) }, /^a\.zip!\/b\.js: .*it is encrypted in the zip/],
  'an entry compressed by LZMA': [
    { 'a.zip': zip({ method: 14 }) },
    /^a\.zip!\/b\.js: .*it is compressed by LZMA/,
  ],
  'what a report of Statoscope shows': [
    {
      'r.html': `<!doctype html><script type="text/plain" data-id="stats.json">${deflateSync(
        Buffer.from(`\0\0JSONXL\0\0\0\0${'./src/rates.ts ./src/index.ts \x01\x02 '.repeat(40)}`),
        { level: 0 },
      ).toString('base64')}</script>`,
    },
    /^r\.html!\/base64-1.*: .*JSONXL data/,
  ],
  'xz data': [{ 'a.tar.xz': XZ }, /^a\.tar\.xz: .*xz data/],
  'bzip2 data': [{ 'a.bz2': Buffer.from('BZh91AY&SY') }, /^a\.bz2: .*bzip2 data/],
  'LZ4 data': [{ 'a.bin': Buffer.from('04224d18644000', 'hex') }, /^a\.bin: .*LZ4/],
  'a cabinet archive': [{ 'a.cab': Buffer.from('4d5343460000000012', 'hex') }, /^a\.cab: .*cabinet/],
  'LZMA data': [{ 'a.tar.lzma': LZMA }, /^a\.tar\.lzma: .*LZMA data/],
  'data of compress': [{ 'a.tar.Z': Buffer.from('1f9d9000', 'hex') }, /data of compress/],
  'lzop data': [{ 'a.lzo': Buffer.from('894c5a4f000d0a1a0a', 'hex') }, /lzop/],
  'an RPM package': [{ 'a.rpm': Buffer.from('edabeedb0300', 'hex') }, /RPM package/],
  'a package for macOS': [{ 'a.pkg': Buffer.from('78617221001c0001', 'hex') }, /installer package of macOS/],
  'a disk image': [{ 'a.qcow2': Buffer.from('514649fb00000003', 'hex') }, /a disk image/],
  'a disk image by its name': [{ 'a.dmg': Buffer.from('0102030400'.repeat(99), 'hex') }, /a disk image/],
  'a Windows installer': [
    { 'a.msi': Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(99)}`, 'hex') },
    /a Windows installer/,
  ],
  'a 7z archive': [{ 'a.7z': Buffer.from('377abcaf271c0004', 'hex') }, /^a\.7z: .*7z archive/],
  'a rar archive, whatever its name': [
    { 'a.js': Buffer.from('526172211a0700', 'hex') },
    /^a\.js: .*rar archive/,
  ],
  'a zip archive that is cut off': [{ 'a.zip': zip({}).subarray(0, 60) }, /^a\.zip: .*no end record/],
  'gzip data that is cut off': [{ 'a.gz': gzipSync('x'.repeat(999)).subarray(0, -6) }, /^a\.gz: .*cut off/],
};

for (const [name, [files, said]] of Object.entries(told)) {
  test(`tells ${name}`, async (t) => {
    const [first, ...others] = await sightArchive(t, rule, packed(files));
    assert.match(first ?? '', said);
    assert.deepEqual(others, []);
  });
}

const clean: Record<string, Record<string, string | Buffer>> = {
  'what can be read': { 'a.zip': zip({}), 'b.gz': gzipSync('x'), 'c.js': 'c' },
  'text that begins as such data': { 'a.txt': 'xar! is not 7z', 'b.txt': ']' },
  'a document': { 'a.doc': Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(99)}`, 'hex') },
  'text that is called an image': { 'a.iso': 'ISO 9001\n', 'b.dmg': 'dmg\n' },
  'a picture': { 'a.png': Buffer.from('89504e470d0a1a0a0000', 'hex') },
  'an executable, which is listed': { 'a.node': ELF },
  'files beside an asar archive': {
    'a.asar': rawAsar({ files: { 'b.node': { size: 5, unpacked: true } } }, ''),
  },
  'text that begins as bzip2 does': { 'a.txt': 'BZh9 is a bus line' },
  'a bomb, of which archive/limit tells': { 'a.gz': gzipSync(Buffer.alloc(80 * 1024 ** 2)) },
};

for (const [name, files] of Object.entries(clean)) {
  test(`says nothing of ${name}`, async (t) => {
    assert.deepEqual(await sightArchive(t, rule, packed(files)), []);
  });
}
