import { LATTICE, LIBRARY, VUE } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load, loadOnly } from '../load.ts';

const RECKON = 'src/worker/reckon.ts';
const NAMES = {
  entryFileNames: 'assets/[name].js',
  chunkFileNames: 'assets/[name].js',
  assetFileNames: 'assets/[name][extname]',
};
const site =
  (build: object = {}, config: object = {}) =>
  async () => {
    const vite = await load('vite');
    await vite.build({
      root: process.cwd(),
      configFile: false,
      logLevel: 'error',
      build: { outDir: 'dist', ...build },
      ...config,
    });
  };
const page = (build: object = {}) => site({ rolldownOptions: { output: NAMES }, ...build });
const library = (formats: string[], build: object = {}, entry = 'src/main.ts', config: object = {}) =>
  site(
    {
      lib: { entry, formats, name: 'harbourDesk', fileName: (format: string) => `desk.${format}.js` },
      ...build,
    },
    config,
  );
const desk = (build: object, config: object = {}) =>
  site({ rolldownOptions: { input: 'src/desk.ts', output: NAMES }, modulePreload: false, ...build }, config);
const withVue = async (build: object) => {
  const vue = await loadOnly('@vitejs/plugin-vue');
  await library(['cjs'], { rolldownOptions: { external: ['vue'] }, ...build }, VUE, { plugins: [vue()] })();
};
const ALL = [...LIBRARY, LATTICE];
const WEB = [...ALL, 'src/web.ts'];
const JS = 'dist/assets/index.js';

export const cases = [
  leak('linked map', 'a site with maps', page({ sourcemap: true }), { 'source-map/file': `${JS}.map` }, WEB),
  leak(
    'hidden map',
    'a site with hidden maps',
    page({ sourcemap: 'hidden' }),
    { 'source-map/file': `${JS}.map` },
    WEB,
  ),
  leak(
    'inline map',
    'a site with inline maps',
    page({ sourcemap: 'inline' }),
    { 'source-map/inline': JS },
    WEB,
  ),
  leak(
    'build manifest',
    'a site with its manifest',
    page({ manifest: true }),
    { 'build-metadata/bundle-stats': 'dist/.vite/manifest.json' },
    [],
    { names: 1 },
  ),
  leak(
    'readable bundle',
    'a site that nobody minified',
    page({ minify: false, cssMinify: true, modulePreload: false }),
    { 'unminified/script': JS },
  ),
  leak('readable style', 'a site whose style sheet can be read', page({ cssMinify: false }), {
    'unminified/style': 'dist/assets/index.css',
  }),
  leak(
    'map in a worker in a string',
    'a worker with its map in a string',
    desk({ sourcemap: 'inline' }),
    { 'source-map/inline': 'dist/assets/desk.js' },
    [...ALL, 'src/desk.ts', RECKON],
  ),
  leak(
    'linked map',
    'a library with a map',
    library(['cjs'], { sourcemap: true }),
    { 'source-map/file': 'dist/desk.cjs.js.map' },
    ALL,
  ),
  leak('half minified', 'a library as a module, minified as far as Vite goes', library(['es']), {
    'unminified/partial': 'dist/desk.es.js',
  }),
  leak(
    'linked map',
    'a component with its map',
    () => withVue({ sourcemap: true }),
    { 'source-map/file': 'dist/desk.cjs.js.map' },
    [VUE],
  ),
  clean('a site', page()),
  clean('a desk with a worker in a string', desk({})),
  clean('a library as CommonJS', library(['cjs'])),
  clean('a library for every loader', library(['umd'])),
  clean('a library for pages', library(['iife'])),
  clean('a component', () => withVue({})),
];
