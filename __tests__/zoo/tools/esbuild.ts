import { writeFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { BOARD, CSS, LATTICE, LIBRARY, PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';

const bundle =
  (options: BuildOptions = {}, ...entries: string[]) =>
  () =>
    build({
      absWorkingDir: process.cwd(),
      entryPoints: entries.length > 0 ? entries : ['src/main.ts'],
      bundle: true,
      outdir: 'dist',
      outbase: 'src',
      format: 'esm',
      minify: true,
      logLevel: 'error',
      ...options,
    });
const file = (path: string) => ({ 'source-map/file': path });
const JS = 'dist/main.js';
const MAP = 'dist/main.js.map';
const ALL = [...LIBRARY, LATTICE];
const SHEET = 'src/styles/desk.css';

export const cases = [
  leak('linked map', 'a linked map', bundle({ sourcemap: true }), file(MAP), ALL),
  leak(
    'linked map',
    'a linked map of TSX',
    bundle({ sourcemap: true }, 'src/board.tsx'),
    file('dist/board.js.map'),
    BOARD,
  ),
  leak(
    'linked map',
    'two entries with a map each',
    bundle({ sourcemap: true }, 'src/main.ts', 'src/board.tsx'),
    { 'source-map/file': [MAP, 'dist/board.js.map'] },
    [...ALL, ...BOARD],
  ),
  leak('hidden map', 'an external map', bundle({ sourcemap: 'external' }), file(MAP), ALL),
  leak('hidden map', 'the map of CommonJS', bundle({ sourcemap: 'external', format: 'cjs' }), file(MAP), ALL),
  leak('inline map', 'an inline map', bundle({ sourcemap: 'inline' }), { 'source-map/inline': JS }, ALL),
  leak(
    'inline map',
    'both maps',
    bundle({ sourcemap: 'both' }),
    { 'source-map/file': MAP, 'source-map/inline': JS },
    ALL,
  ),
  leak(
    'map without content',
    'a map without content',
    bundle({ sourcemap: true, sourcesContent: false }),
    file(MAP),
  ),
  leak(
    'map with remote root',
    'sources at an address',
    bundle({ sourcemap: true, sourceRoot: 'https://sources.quillon-marine.net/desk/' }),
    { 'source-map/file': MAP, 'source-map/remote-source': MAP },
    ALL,
  ),
  leak(
    'linked map of a style sheet',
    'the map of a style sheet',
    bundle({ sourcemap: true }, SHEET),
    file('dist/styles/desk.css.map'),
    [CSS],
  ),
  leak(
    'inline map of a style sheet',
    'a map in a style sheet',
    bundle({ sourcemap: 'inline' }, SHEET),
    { 'source-map/inline': 'dist/styles/desk.css' },
    [CSS],
  ),
  leak('readable bundle', 'a bundle that can be read', bundle({ minify: false }), {
    'unminified/script': JS,
  }),
  leak(
    'readable bundle',
    'a readable bundle with its map',
    bundle({ minify: false, sourcemap: true }, 'src/pilots/index.js'),
    { 'source-map/file': 'dist/pilots/index.js.map', 'unminified/script': 'dist/pilots/index.js' },
    PILOTS,
  ),
  leak('readable style', 'a style sheet that can be read', bundle({ minify: false }, SHEET), {
    'unminified/style': 'dist/styles/desk.css',
  }),
  leak(
    'readable module',
    'single modules, not bundled',
    bundle({ minify: false, bundle: false }, 'src/harbor/berth.ts', 'src/crew/roster.ts'),
    { 'unminified/script': ['dist/harbor/berth.js', 'dist/crew/roster.js'] },
  ),
  leak('half minified', 'white space gone and no more', bundle({ minify: false, minifyWhitespace: true }), {
    'unminified/partial': JS,
  }),
  leak(
    'bundler stats',
    'a metafile',
    async () => {
      const { metafile } = await bundle({ metafile: true })();
      writeFileSync('dist/meta.json', JSON.stringify(metafile));
    },
    { 'build-metadata/bundle-stats': 'dist/meta.json' },
    [],
    { names: ALL.length },
  ),
  leak(
    'dangling reference',
    'a comment whose map was left out',
    async () => {
      await bundle({ sourcemap: true })();
      const { rmSync } = await import('node:fs');
      rmSync(MAP);
    },
    { 'source-map/reference': JS },
  ),
  clean('a module', bundle()),
  clean('CommonJS for Node', bundle({ format: 'cjs', platform: 'node' })),
  clean('a script for pages', bundle({ format: 'iife', globalName: 'harbourDesk' })),
  clean('names kept', bundle({ keepNames: true })),
  clean('lines of 100 characters', bundle({ lineLimit: 100 })),
  clean('old JavaScript', bundle({ target: 'es2015' }, 'src/board.tsx')),
  clean('shared chunks', bundle({ splitting: true }, 'src/main.ts', 'src/harbor/tide.ts')),
  clean('a style sheet', bundle({}, SHEET)),
  clean(
    'a banner',
    bundle({
      banner: { js: '/*! Harbour desk 1.0.0. (c) Quillon Marine. See https://quillon.example/licence */' },
    }),
  ),
];
