// Metro, and the compiler of Hermes that React Native runs behind it.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { run } from '../../tools/install.ts';
import { PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load, loadOnly, modulesOf } from '../load.ts';
import { put, text } from './shared/files.ts';

async function bundle(options: object, unstable: object = {}): Promise<void> {
  const metro = await loadOnly('metro');
  const root = process.cwd();
  const config = await metro.loadConfig(
    { cwd: root, resetCache: true },
    {
      projectRoot: root,
      watchFolders: [root, modulesOf()],
      cacheStores: [],
      maxWorkers: 1,
      reporter: { update() {} },
      resolver: { useWatchman: false, nodeModulesPaths: [modulesOf()] },
      transformer: {
        getTransformOptions: async () => ({
          transform: { experimentalImportSupport: true, inlineRequires: false },
        }),
        ...unstable,
      },
    },
  );
  await metro.runBuild(config, {
    entry: 'src/pilots/index.js',
    out: 'dist/main.jsbundle',
    dev: false,
    minify: true,
    platform: 'android',
    ...options,
  });
}

/** A bundle for random access: one file with a table, as iOS reads it, or a file for each module. */
async function ramBundle(platform: 'ios' | 'android', options: object): Promise<void> {
  await bundle({ ...options, platform, output: await load('metro/private/shared/output/RamBundle') });
}

/** Turns a script into byte code. */
function compile(script: string, ...flags: string[]): void {
  const folder = { linux: 'linux64-bin', darwin: 'osx-bin', win32: 'win64-bin' }[process.platform as 'linux'];
  run(
    join(modulesOf(), 'hermes-compiler/hermesc', folder, 'hermesc'),
    ['-emit-binary', '-w', '-out', 'dist/main.hbc', ...flags, script],
    '.',
  );
}

/** Compiles a module of the application alone. */
function hermes(directive: string, ...flags: string[]): void {
  put(
    'in.js',
    transformSync(directive + text(PILOTS[1]).replaceAll('export ', 'globalThis.x = '), {
      minify: false,
      target: 'es2015',
    }).code,
  );
  renameSync('dist/in.js', 'buoys.js');
  compile('buoys.js', ...flags);
}

/** Compiles the bundle, as React Native builds a release, and publishes the byte code alone. */
async function hermesBundle(options: object, ...flags: string[]): Promise<void> {
  await bundle({ minify: false, ...options });
  renameSync('dist', 'bundle');
  mkdirSync('dist');
  compile('bundle/main.jsbundle.js', '-O', ...flags);
}
const LINKED = { sourceMap: true, sourceMapUrl: 'main.jsbundle.map' };
const OUT = 'dist/main.jsbundle.js';
const MAP = 'dist/main.jsbundle.map';

export const cases = [
  leak('linked map', 'a bundle with its map', () => bundle(LINKED), { 'source-map/file': MAP }, PILOTS),
  leak(
    'inline map',
    'a bundle with both maps',
    () => bundle({ sourceMap: true }),
    { 'source-map/file': MAP, 'source-map/inline': OUT },
    PILOTS,
  ),
  leak('metro bundle', 'a bundle that can be read', () => bundle({ dev: true, minify: false }), {
    'unminified/script': OUT,
  }),
  leak(
    'names of modules',
    'a bundle for development, minified',
    () => bundle({ dev: true }),
    { 'build-metadata/module-name': OUT },
    [],
    { names: PILOTS.length },
  ),
  leak('hermes map', 'the map of byte code', () => hermes('', '-O', '-output-source-map'), {
    'source-map/file': 'dist/main.hbc.map',
  }),
  leak(
    'index map',
    'a map of sections',
    async () => {
      await bundle(LINKED);
      const map = JSON.parse(readFileSync(MAP, 'utf8'));
      // As its server sends it.
      const empty = {
        version: 3,
        sources: ['__start__'],
        sourcesContent: ['var __BUNDLE_START_TIME__=0;'],
        names: [],
        mappings: '',
      };
      const sections = [
        { offset: { line: 0, column: 0 }, map: empty },
        { offset: { line: 1, column: 0 }, map },
      ];
      writeFileSync(MAP, JSON.stringify({ version: 3, sections }));
    },
    { 'source-map/file': MAP },
    PILOTS,
  ),
  leak(
    'ram bundle',
    'an indexed bundle that can be read',
    () => ramBundle('ios', { minify: false }),
    { 'unminified/script': OUT },
    [],
    { uncounted: 'the table is no text, and modules end with a byte that is none' },
  ),
  leak(
    'index map',
    'an indexed bundle with its map',
    () => ramBundle('ios', LINKED),
    { 'source-map/file': MAP },
    PILOTS,
  ),
  leak(
    'linked map',
    'a bundle of files with its map',
    () => ramBundle('android', LINKED),
    { 'source-map/file': MAP },
    PILOTS,
  ),
  leak(
    'hermes source',
    'byte code that keeps the text of functions',
    () => hermes("'show source';\n", '-O'),
    { 'unminified/script': 'dist/main.hbc!/functions.js' },
    [],
    { uncounted: 'the text of each function lies somewhere in the byte code' },
  ),
  leak(
    'hermes places',
    'byte code that leads back to the originals',
    () => hermesBundle(LINKED, '-source-map=bundle/main.jsbundle.map'),
    { 'debug-info/native': 'dist/main.hbc' },
    [],
    { names: 5 },
  ),
  clean('a bundle', () => bundle({})),
  clean('an indexed bundle', () => ramBundle('ios', {})),
  clean('a bundle of files', () => ramBundle('android', {})),
  clean('byte code', () => hermes('', '-O')),
  clean('byte code of a bundle', () => hermesBundle({})),
];
