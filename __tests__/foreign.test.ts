import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type CheckOptions, check } from '../src/check.ts';
import { rawAsar } from './asars.ts';
import { makeFolder } from './folders.ts';
import { mapText } from './rules/source-map/maps.ts';
import { rawTar } from './tarballs.ts';
import { rawZip, type ZipShape } from './zips.ts';

const MAP = mapText();
const NAMED = '{"name":"made","version":"1.2.3"}';
const METADATA = 'Metadata-Version: 2.1\nName: made\nVersion: 1.2.3\n\nName: not this one\n';
const CARGO =
  '[dependencies]\nname = "no"\n\n[package]\nname = "made"\nversion = "1.2.3"\n[lib]\nname = "neither"\n';

function zip(files: Readonly<Record<string, string>>, shape?: ZipShape): Buffer {
  return rawZip(
    Object.entries(files).map(([name, body]) => ({ name, body })),
    shape,
  );
}

function tgz(root: string, files: Readonly<Record<string, string>>): Buffer {
  return gzipSync(
    rawTar(...Object.entries(files).map(([name, body]) => ({ name: `${root}/${name}`, body }))),
  );
}

/** A Chrome extension, version 3: the head is not looked at. */
function crx(files: Readonly<Record<string, string>>): Buffer {
  const head = Buffer.alloc(12);
  head.write('Cr24', 'latin1');
  head.writeUInt32LE(3, 4);
  head.writeUInt32LE(300, 8);
  return Buffer.concat([head, Buffer.alloc(300, 'signature'), zip(files)]);
}

async function checked(
  t: test.TestContext,
  file: string,
  bytes: Buffer,
  options: Partial<CheckOptions> = {},
) {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, file), bytes);
  const { packages } = await check(
    { targets: [file], allow: ['**'], failOn: 'error', ignoreScripts: false, ...options },
    { cwd, env: process.env, now: new Date('2026-11-21T12:00:00Z'), progress: () => {} },
  );
  const [report] = packages;
  if (report!.outcome === 'error') return report!;
  // What the option allows is another matter.
  const findings = report!.findings.filter(({ rule }) => rule !== 'allowlist/everything');
  return { ...report!, findings };
}

const asarOf = (tree: object, data: string) => rawAsar({ files: tree }, data);

/** File name and bytes to its format, its name, and where its map is. */
const formats: Record<string, [Buffer, format: string, named: string, map: string]> = {
  'a.vsix': [
    zip({
      'extension.vsixmanifest': '<PackageManifest/>',
      '[Content_Types].xml': '<Types/>',
      'extension/package.json': NAMED,
      'extension/dist/a.js.map': MAP,
    }),
    'vsix',
    'made 1.2.3',
    'extension/dist/a.js.map',
  ],
  'a.zip': [zip({ 'lib/a.js.map': MAP }), 'zip', ' ', 'lib/a.js.map'],
  'package.zip': [zip({ 'package.json': NAMED, 'a.js.map': MAP }), 'zip', 'made 1.2.3', 'a.js.map'],
  'extension.zip': [
    zip({ 'manifest.json': '{"manifest_version":3,"name":"made","version":"1.2.3"}', 'a.js.map': MAP }),
    'chrome-extension',
    'made 1.2.3',
    'a.js.map',
  ],
  'a.crx': [
    crx({ 'manifest.json': NAMED, 'js/a.js.map': MAP }),
    'chrome-extension',
    'made 1.2.3',
    'js/a.js.map',
  ],
  'a.asar': [
    asarOf(
      {
        'package.json': { offset: '0', size: NAMED.length },
        'a.js.map': { offset: String(NAMED.length), size: MAP.length },
      },
      NAMED + MAP,
    ),
    'asar',
    'made 1.2.3',
    'a.js.map',
  ],
  'made-1.2.3-py3-none-any.whl': [
    zip({ 'made/static/a.js.map': MAP, 'made-1.2.3.dist-info/METADATA': METADATA }),
    'wheel',
    'made 1.2.3',
    'made/static/a.js.map',
  ],
  'made-1.2.3.crate': [
    tgz('made-1.2.3', {
      'Cargo.toml': CARGO,
      'Cargo.toml.orig': '',
      'package.json': '{"name":"other"}',
      'a.js.map': MAP,
    }),
    'crate',
    'made 1.2.3',
    'a.js.map',
  ],
  'made-1.2.3.tar.gz': [
    tgz('made-1.2.3', { 'PKG-INFO': METADATA, 'package.json': '{"name":"other"}', 'a.js.map': MAP }),
    'sdist',
    'made 1.2.3',
    'a.js.map',
  ],
};

/** What is said to keep the map out; of a plain zip archive nobody knows what made it. */
const KEEP_OUT: Record<string, string> = {
  'a.vsix':
    'add the line `dist/**/*.map` to .vscodeignore, or list what may ship in "files" of package.json (vsce reads one of the two)',
  'extension.zip': 'delete a.js.map from the folder before it is packed',
  'a.crx': 'delete js/a.js.map from the folder before it is packed',
  'a.asar':
    'add "!*.map" to "files" in electron-builder\'s configuration, or a pattern to "ignore" of Electron Packager or Forge',
  'made-1.2.3.crate': 'add "/*.map" to "exclude" of [package] in Cargo.toml',
  'made-1.2.3.tar.gz':
    'leave *.map out of the sdist in pyproject.toml; with setuptools add the line "exclude a.js.map" to MANIFEST.in',
};

for (const [generator, keepOut] of Object.entries({
  'hatchling 1.29.0': 'add made/**/*.map to "exclude" of [tool.hatch.build.targets.wheel] in pyproject.toml',
  'setuptools (83.0.0)':
    'add made/**/*.map to "exclude" of [tool.setuptools.packages.find] (packages) or [tool.setuptools.exclude-package-data] (other files) in pyproject.toml',
  'poetry-core 2.1.0': 'add made/**/*.map to "exclude" of [tool.poetry] in pyproject.toml',
  'pdm-backend (2.4.3)': 'add made/**/*.map to "excludes" of [tool.pdm.build] in pyproject.toml',
  'maturin (1.7.0)': 'add made/**/*.map to "exclude" of [tool.maturin] in pyproject.toml',
  'scikit-build-core 0.10.7': 'add made/**/*.map to "wheel.exclude" of [tool.scikit-build] in pyproject.toml',
  'uv 0.8.0': 'add made/**/*.map to "wheel-exclude" of [tool.uv.build-backend] in pyproject.toml',
  'flit 3.12.0': 'move made/static/a.js.map out of the folder of the module: flit packs all of it',
  meson: 'do not install made/static/a.js.map in meson.build',
  'bazel-wheelmaker 1.0': undefined,
})) {
  test(`says what keeps a map out of a wheel by ${generator}`, async (t) => {
    const dist = 'made-1.2.3.dist-info';
    const bytes = zip({
      'made/static/a.js.map': MAP,
      [`${dist}/WHEEL`]: `Wheel-Version: 1.0\nGenerator: ${generator}\nRoot-Is-Purelib: true\n`,
      [`${dist}/METADATA`]: METADATA,
    });
    const verdict = await checked(t, 'made-1.2.3-py3-none-any.whl', bytes);
    assert.ok(verdict.outcome !== 'error', JSON.stringify(verdict));
    assert.equal(verdict.package.name, 'made');
    assert.deepEqual(
      verdict.findings.map(({ keepOut }) => keepOut),
      [keepOut],
    );
  });
}

for (const [file, [bytes, format, named, map]] of Object.entries(formats)) {
  test(`checks ${file} by its own paths and name`, async (t) => {
    const verdict = await checked(t, file, bytes);
    assert.ok(verdict.outcome !== 'error', JSON.stringify(verdict));
    const { package: summary, findings, uninspected } = verdict;
    assert.deepEqual([summary.format, `${summary.name} ${summary.version}`], [format, named]);
    assert.deepEqual(
      findings.map(({ rule, path }) => `${rule} ${path}`),
      [`source-map/file ${map}`],
    );
    assert.equal(findings[0]?.keepOut, KEEP_OUT[file]);
    assert.deepEqual(uninspected, []);
  });

  test(`checks ${file} against an allowlist`, async (t) => {
    const verdict = await checked(t, file, bytes, { allow: ['nothing'], preset: 'open' });
    assert.ok(verdict.outcome === 'fail');
    assert.ok(verdict.findings.some(({ rule, path }) => rule === 'allowlist/unlisted' && path === map));
  });
}

/** File name and bytes of what has nothing in it to find. */
const clean: Record<string, Buffer> = {
  'a.zip': zip({ 'a.txt': 'text', 'd/b.txt': 'text' }),
  'streamed.zip': rawZip([{ name: 'a.txt', body: 'text', streamed: true }]),
  'comment.zip': zip({ 'a.txt': 'text' }, { comment: Buffer.from('made by hand') }),
  'a.crx': crx({ 'manifest.json': NAMED }),
  'a.asar': asarOf({ 'a.txt': { offset: '0', size: 4 } }, 'text'),
  'a.tgz': tgz('package', { 'package.json': NAMED, 'PKG-INFO': 'no metadata', 'Cargo.toml': CARGO }),
};

for (const [file, bytes] of Object.entries(clean)) {
  test(`lets ${file} pass`, async (t) => {
    const verdict = await checked(t, file, bytes);
    assert.ok(verdict.outcome === 'pass', JSON.stringify(verdict));
    assert.deepEqual([verdict.findings, verdict.uninspected], [[], []]);
  });
}

/** File name and bytes to the finding that stops it. */
const tricks: Record<string, [Buffer, RegExp]> = {
  'renamed.zip': [
    rawZip([{ name: 'a.txt', body: 'x', local: (header) => header.write('b', 30) }]),
    /^archive\/ambiguous a\.txt/,
  ],
  'twice.zip': [rawZip([{ name: 'a.txt' }, { name: 'a.txt' }]), /^archive\/duplicate-path a\.txt/],
  'climbing.zip': [zip({ '../a.txt': 'x' }), /^archive\/unsafe-path a\.txt/],
  'link.zip': [rawZip([{ name: 'l', body: '/etc/passwd', mode: 0o120777 }]), /^archive\/special-entry l/],
  'hidden.zip': [rawZip([{ name: 'a' }, { name: 'm', body: MAP, unlisted: true }]), /^archive\/ambiguous /],
  'lying.asar': [asarOf({ a: { offset: '0', size: 99 } }, 'text'), /^archive\/ambiguous a/],
};

for (const [file, [bytes, said]] of Object.entries(tricks)) {
  test(`stops ${file}`, async (t) => {
    const verdict = await checked(t, file, bytes);
    assert.ok(verdict.outcome === 'fail', JSON.stringify(verdict));
    assert.match(`${verdict.findings[0]!.rule} ${verdict.findings[0]!.path}`, said);
  });
}

/** File name and bytes of what nothing is claimed of, and why. */
const refused: Record<string, [Buffer, RegExp]> = {
  'cut.zip': [zip({ a: 'a' }).subarray(0, -9), /no end record/],
  'empty.zip': [zip({}), /holds no file/],
  'cut.crx': [crx({}).subarray(0, 100), /cut off/],
  'cut.asar': [asarOf({ a: { offset: '0', size: 4 } }, 'text').subarray(0, 30), /cut off/],
  'bomb.zip': [
    rawZip([{ name: 'z', body: Buffer.alloc(0), data: gzipRaw(Buffer.alloc(40 * 2 ** 20)) }]),
    /more than 1,000 times its size/,
  ],
  'made.tar.xz': [Buffer.from('fd377a585a000004', 'hex'), /xz data, which packgate does not open/],
};

function gzipRaw(bytes: Buffer): Buffer {
  // A gzip file without its head of ten bytes and its tail of eight is bare deflate data.
  return gzipSync(bytes).subarray(10, -8);
}

for (const [file, [bytes, why]] of Object.entries(refused)) {
  test(`claims nothing of ${file}`, async (t) => {
    const verdict = await checked(t, file, bytes);
    assert.ok(verdict.outcome === 'error');
    assert.match(verdict.error.message, why);
  });
}
