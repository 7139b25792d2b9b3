import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from '../../src/check.ts';
import { lookInside } from '../content/inside.ts';
import { makeFolder, writeTree } from '../folders.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { install, run } from '../tools/install.ts';

/** Statements that write `out` from `files`, a record of names and buffers. */
const writers: Record<string, string> = {
  'yazl, which vsce writes with': `
const { ZipFile } = require('yazl');
const zip = new ZipFile();
for (const name in files) zip.addReadStream(require('node:stream').Readable.from([files[name]]), name);
zip.addEmptyDirectory('empty');
zip.end();
zip.outputStream.pipe(fs.createWriteStream(out));`,
  'yazl from memory': `
const { ZipFile } = require('yazl');
const zip = new ZipFile();
for (const name in files) zip.addBuffer(files[name], name);
zip.end();
zip.outputStream.pipe(fs.createWriteStream(out));`,
  jszip: `
const zip = new (require('jszip'))();
for (const name in files) zip.file(name, files[name]);
zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' }).then((bytes) => fs.writeFileSync(out, bytes));`,
  'jszip as a stream': `
const zip = new (require('jszip'))();
for (const name in files) zip.file(name, files[name]);
const options = { type: 'nodebuffer', compression: 'DEFLATE', streamFiles: true };
zip.generateAsync(options).then((bytes) => fs.writeFileSync(out, bytes));`,
  'adm-zip': `
const zip = new (require('adm-zip'))();
for (const name in files) zip.addFile(name, files[name]);
zip.writeZip(out);`,
  archiver: `
const zip = require('archiver')('zip');
zip.pipe(fs.createWriteStream(out));
for (const name in files) zip.append(files[name], { name });
zip.finalize();`,
  'archiver with zip64': `
const zip = require('archiver')('zip', { forceZip64: true });
zip.pipe(fs.createWriteStream(out));
for (const name in files) zip.append(files[name], { name });
zip.finalize();`,
  'archiver as tar.gz': `
const tar = require('archiver')('tar', { gzip: true });
tar.pipe(fs.createWriteStream(out));
for (const name in files) tar.append(files[name], { name });
tar.finalize();`,
  fflate: `fs.writeFileSync(out, require('fflate').zipSync(files));`,
};

const HEAD = `const fs = require('node:fs');
const out = 'out';
const files = {
  'm.map': Buffer.from(process.argv[2]),
  'd/big.txt': Buffer.alloc(500000, 'much '),
  'e.txt': Buffer.alloc(0),
  'ж.txt': Buffer.from('x'),
};
`;

/** Runs a script beside the installed writers; what it wrote is at `out`. */
function written(t: test.TestContext, script: string): Buffer {
  const folder = makeFolder(t);
  symlinkSync(install('archivers'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'write.cjs'), script);
  run(process.execPath, ['write.cjs', mapText()], folder);
  return readFileSync(join(folder, 'out'));
}

for (const [name, script] of Object.entries(writers)) {
  test(`reads what ${name} writes`, (t) => {
    const { files, odd, messages, unread } = lookInside('out', written(t, HEAD + script));
    assert.deepEqual(
      { files: files.sort(), odd, messages, unread },
      {
        files: ['out!/d/big.txt', 'out!/e.txt', 'out!/m.map:map', 'out!/ж.txt'],
        odd: [],
        messages: [],
        unread: undefined,
      },
    );
  });
}

test('reads what @electron/asar writes', (t) => {
  const script = `${HEAD}
fs.mkdirSync('app/d', { recursive: true });
for (const name in files) fs.writeFileSync('app/' + name, files[name]);
fs.symlinkSync('m.map', 'app/link');
fs.writeFileSync('app/native.node', 'x');
require('@electron/asar').createPackageWithOptions('app', out, { unpack: '*.node' });`;
  const { files, odd, unread } = lookInside('out', written(t, script));
  assert.deepEqual(
    { files: files.sort(), odd, unread },
    {
      files: ['out!/d/big.txt', 'out!/e.txt', 'out!/m.map:map', 'out!/native.node?', 'out!/ж.txt'],
      odd: [],
      unread: undefined,
    },
  );
});

test('checks what vsce packs', async (t) => {
  const cwd = makeFolder(t);
  writeTree(cwd, {
    'package.json': {
      name: 'made',
      publisher: 'acme',
      version: '1.2.3',
      engines: { vscode: '^1.80.0' },
      activationEvents: ['*'],
      main: 'dist/a.js',
      files: ['dist'],
    },
    'README.md': '# Made\n',
    LICENSE: 'MIT\n',
  });
  mkdirSync(join(cwd, 'dist'));
  writeFileSync(join(cwd, 'dist/a.js'), 'module.exports={};');
  writeFileSync(join(cwd, 'dist/a.js.map'), mapText());
  const vsce = join(install('vsce'), '@vscode/vsce/vsce');
  run(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', 'made.vsix'],
    cwd,
  );
  const { packages } = await check(
    {
      targets: ['made.vsix'],
      allow: ['extension/**', '[[]Content_Types].xml', 'extension.vsixmanifest'],
      failOn: 'error',
      ignoreScripts: false,
    },
    { cwd, env: process.env, now: new Date(), progress: () => {} },
  );
  const [verdict] = packages;
  assert.ok(verdict?.outcome === 'fail', JSON.stringify(verdict));
  assert.deepEqual(
    verdict.findings.map(({ rule, path }) => `${rule} ${path}`),
    ['source-map/file extension/dist/a.js.map'],
  );
  assert.deepEqual([verdict.package.name, verdict.package.version], ['made', '1.2.3']);
  assert.deepEqual(verdict.uninspected, []);
});
