// What archives and servers' compressors carry: asar, zip, vsix, tar, gzip, brotli.
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type BuildOptions, build as bundle } from 'esbuild';
import { packed } from '../../tarballs.ts';
import { run } from '../../tools/install.ts';
import { LATTICE, LIBRARY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load, modulesOf } from '../load.ts';
import { put } from './shared/files.ts';

const ALL = [...LIBRARY, LATTICE];
const built = (options: BuildOptions = {}, outdir = 'app') =>
  bundle({
    absWorkingDir: process.cwd(),
    entryPoints: ['src/main.ts'],
    bundle: true,
    platform: 'node',
    minify: true,
    outdir,
    logLevel: 'error',
    ...options,
  });
const linked = { sourcemap: true } as const;

const asar =
  (options: BuildOptions = {}, more: readonly string[] = []) =>
  async () => {
    await built(options);
    writeFileSync('app/package.json', '{"name":"desk","version":"1.0.0","main":"main.js"}');
    for (const path of more) writeFileSync(join('app', path.replaceAll('/', '-')), readFileSync(path));
    // As a process: the library says that it is done before all bytes of the archive are in the file.
    run(
      process.execPath,
      [join(modulesOf('archivers'), '@electron/asar/bin/asar.js'), 'pack', 'app', 'dist/desk.asar'],
      '.',
    );
  };
const zip =
  (options: BuildOptions = {}, name = 'desk.zip', more: Readonly<Record<string, string>> = {}) =>
  async () => {
    await built(options);
    const { ZipFile } = await load('yazl', 'archivers');
    const made = new ZipFile();
    for (const path of options.sourcemap ? ['main.js', 'main.js.map'] : ['main.js'])
      made.addFile(`app/${path}`, path, { mtime: new Date(0) });
    for (const [path, content] of Object.entries(more))
      made.addBuffer(Buffer.from(content), path, { mtime: new Date(0) });
    made.end();
    await new Promise((resolve) =>
      made.outputStream.pipe(createWriteStream(join('dist', name))).on('close', resolve),
    );
  };
const tgz =
  (options: BuildOptions = {}) =>
  async () => {
    await built(options);
    const files = options.sourcemap ? ['main.js', 'main.js.map'] : ['main.js'];
    put('desk.tgz', packed(Object.fromEntries(files.map((path) => [path, readFileSync(`app/${path}`)]))));
  };
const vsix =
  (options: BuildOptions = {}) =>
  async () => {
    mkdirSync('extension/dist', { recursive: true });
    await built(options, 'extension/dist');
    const manifest = {
      name: 'harbour-desk',
      displayName: 'Harbour desk',
      publisher: 'quillon',
      version: '1.0.0',
      main: './dist/main.js',
      engines: { vscode: '^1.90.0' },
      activationEvents: ['*'],
      license: 'SEE LICENSE IN LICENSE',
    };
    writeFileSync('extension/package.json', JSON.stringify(manifest));
    writeFileSync(
      'extension/README.md',
      '# Harbour desk\n\nThe desk of the harbour master in your editor.\n',
    );
    writeFileSync('extension/LICENSE', 'All rights reserved by Quillon Marine.\n');
    const vsce = join(modulesOf('vsce'), '@vscode/vsce/vsce');
    run(
      process.execPath,
      [
        vsce,
        'package',
        '--no-dependencies',
        '--allow-missing-repository',
        '--allow-star-activation',
        '--out',
        '../dist/desk.vsix',
      ],
      'extension',
    );
  };
/** A site with its files compressed beforehand, as servers like them. */
const served =
  (press: (bytes: Buffer) => Buffer, end: string, options: BuildOptions, keep: readonly string[]) =>
  async () => {
    await built(options);
    for (const path of keep) put(`${path}${end}`, press(readFileSync(`app/${path}`)));
  };
const gzip = (bytes: Buffer) => gzipSync(bytes);
const brotli = (bytes: Buffer) => brotliCompressSync(bytes);
const CHROME = {
  'manifest.json':
    '{"manifest_version":3,"name":"Harbour desk","version":"1.0.0","background":{"service_worker":"main.js"}}',
};
const inside = { opaque: true } as const;

export const cases = [
  leak(
    'map in an archive',
    'asar: an application with its map',
    asar(linked),
    { 'source-map/file': 'dist/desk.asar!/main.js.map' },
    ALL,
    inside,
  ),
  leak(
    'map in an archive',
    'asar: a script with its map inside',
    asar({ sourcemap: 'inline' }),
    { 'source-map/inline': 'dist/desk.asar!/main.js' },
    ALL,
    inside,
  ),
  leak(
    'source in an archive',
    'asar: an application with a source',
    asar({}, [LIBRARY[7]]),
    { 'unminified/source': 'dist/desk.asar!/src-pricing-tariff.ts' },
    [LIBRARY[7]],
    inside,
  ),
  leak(
    'readable commonjs',
    'asar: an application that can be read',
    asar({ minify: false }),
    { 'unminified/script': 'dist/desk.asar!/main.js' },
    [],
    { uncounted: 'the file lies in the archive' },
  ),
  leak(
    'map in an archive',
    'asar: the archive itself',
    asar(linked),
    { 'source-map/file': 'main.js.map' },
    ALL,
    { opaque: true, target: 'desk.asar' },
  ),
  leak(
    'map in an archive',
    'zip: an application with its map',
    zip(linked),
    { 'source-map/file': 'dist/desk.zip!/main.js.map' },
    ALL,
    inside,
  ),
  leak(
    'extension archive',
    'zip: an extension for a browser',
    zip(linked, 'desk.zip', CHROME),
    { 'source-map/file': 'main.js.map' },
    ALL,
    { opaque: true, target: 'desk.zip' },
  ),
  leak(
    'map in an archive',
    'tar: a package in the package',
    tgz(linked),
    { 'source-map/file': 'dist/desk.tgz!/package/main.js.map' },
    ALL,
    inside,
  ),
  leak(
    'extension archive',
    'vsix: an extension with its map',
    vsix(linked),
    { 'source-map/file': 'extension/dist/main.js.map' },
    ALL,
    { opaque: true, target: 'desk.vsix' },
  ),
  leak(
    'extension archive',
    'vsix: a package that brings an extension',
    vsix({ sourcemap: 'inline' }),
    { 'source-map/inline': 'dist/desk.vsix!/extension/dist/main.js' },
    ALL,
    inside,
  ),
  leak(
    'compressed map',
    'gzip: a map for a server',
    served(gzip, '.gz', linked, ['main.js', 'main.js.map']),
    { 'source-map/file': 'dist/main.js.map.gz!/main.js.map' },
    ALL,
  ),
  leak(
    'compressed map',
    'brotli: a map for a server',
    served(brotli, '.br', linked, ['main.js', 'main.js.map']),
    { 'source-map/file': 'dist/main.js.map.br!/main.js.map' },
    ALL,
  ),
  leak(
    'compressed script',
    'gzip: a script with its map',
    served(gzip, '.gz', { sourcemap: 'inline' }, ['main.js']),
    { 'source-map/inline': 'dist/main.js.gz!/main.js' },
    ALL,
  ),
  leak(
    'compressed script',
    'brotli: a script with its map',
    served(brotli, '.br', { sourcemap: 'inline' }, ['main.js']),
    { 'source-map/inline': 'dist/main.js.br!/main.js' },
    ALL,
  ),
  clean('asar: an application', asar()),
  clean('asar: the archive itself, clean', asar(), { target: 'desk.asar' }),
  clean('zip: an application', zip()),
  clean('zip: an extension for a browser, clean', zip({}, 'desk.zip', CHROME), { target: 'desk.zip' }),
  clean('tar: a clean package in the package', tgz()),
  clean('vsix: an extension', vsix(), { target: 'desk.vsix' }),
  clean('gzip: a script for a server', served(gzip, '.gz', {}, ['main.js'])),
  clean('brotli: a script for a server', served(brotli, '.br', {}, ['main.js'])),
];
