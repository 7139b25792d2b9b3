// Metro, and the compiler of Hermes that React Native runs behind it.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { run } from '../../tools/install.ts';
import { PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { loadOnly, modulesOf } from '../load.ts';
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

/** Turns a script into byte code. */
function hermes(...flags: string[]): void {
  const folder = { linux: 'linux64-bin', darwin: 'osx-bin', win32: 'win64-bin' }[process.platform as 'linux'];
  put(
    'in.js',
    transformSync(text(PILOTS[1]).replaceAll('export ', 'globalThis.x = '), {
      minify: false,
      target: 'es2015',
    }).code,
  );
  renameSync('dist/in.js', 'buoys.js');
  run(
    join(modulesOf(), 'hermes-compiler/hermesc', folder, 'hermesc'),
    ['-emit-binary', '-w', '-out', 'dist/main.hbc', ...flags, 'buoys.js'],
    '.',
  );
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
  leak('hermes map', 'the map of byte code', () => hermes('-O', '-output-source-map'), {
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
  clean('a bundle', () => bundle({})),
  clean('byte code', () => hermes('-O')),
];
