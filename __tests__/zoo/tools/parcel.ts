import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CSS, LATTICE, LIBRARY, PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { fileOf, load } from '../load.ts';

const build =
  (entry: string, options: object = {}, cache = '../parcel-cache') =>
  async () => {
    const { Parcel } = await load('@parcel/core');
    const parcel = new Parcel({
      entries: entry,
      defaultConfig: fileOf('@parcel/config-default'),
      mode: 'production',
      env: { NODE_ENV: 'production' },
      shouldDisableCache: cache === '../parcel-cache',
      cacheDir: cache,
      shouldAutoInstall: false,
      additionalReporters: [],
      targets: {
        page: {
          distDir: 'dist',
          publicUrl: './',
          context: 'browser',
          engines: { browsers: ['last 2 Chrome versions'] },
          ...options,
        },
      },
      defaultTargetOptions: { shouldOptimize: true, sourceMaps: true },
    });
    await parcel.run();
  };
/** The page, with names that do not change from machine to machine. */
const page = (options: object) => async () => {
  await build('index.html', options)();
  for (const name of readdirSync('dist')) {
    const content = readFileSync(`dist/${name}`, 'utf8');
    rmSync(`dist/${name}`);
    const plain = (text: string) => text.replaceAll(/[\w-]+\.[0-9a-f]{8}\.(js|css)/g, 'page.$1');
    writeFileSync(`dist/${plain(name)}`, plain(content));
  }
};
const quiet = { sourceMap: false };
const ALL = [...LIBRARY, LATTICE];

/** The names by which modules ask for each other are counted beside the files that the map gives back. */
const BESIDE = { uncounted: 'names by which modules ask for each other are no paths that could be matched' };

export const cases = [
  leak(
    'linked map',
    'a linked map',
    build('src/pilots/index.js', {}),
    { 'source-map/file': 'dist/index.js.map', 'build-metadata/module-name': 'dist/index.js' },
    PILOTS,
    BESIDE,
  ),
  leak(
    'inline map',
    'an inline map',
    build('src/pilots/index.js', { sourceMap: { inline: true } }),
    { 'source-map/inline': 'dist/index.js' },
    PILOTS,
  ),
  leak(
    'linked map',
    'a page with its maps',
    page({}),
    {
      'source-map/file': ['dist/page.css.map', 'dist/page.js.map'],
      'build-metadata/module-name': 'dist/page.js',
    },
    [...ALL, 'src/web.ts', CSS],
    BESIDE,
  ),
  leak('names of modules', 'a page', page(quiet), { 'build-metadata/module-name': 'dist/page.js' }, [], {
    names: LIBRARY.length + [CSS].length,
  }),
  leak(
    'names of modules',
    'a script',
    build('src/pilots/index.js', quiet),
    { 'build-metadata/module-name': 'dist/index.js' },
    [],
    { names: PILOTS.length - 1 },
  ),
  clean('a style sheet', build(CSS, quiet)),
];
