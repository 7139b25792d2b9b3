import { transform } from 'esbuild';
import { LATTICE, LIBRARY, PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load } from '../load.ts';
import { put } from './shared/files.ts';

/** What people use for TypeScript and for minifying, as far as it is needed. */
const typescript = {
  name: 'typescript',
  resolveId(name: string, from?: string) {
    if (name === 'quiet-lattice') return `${process.cwd()}/${LATTICE}`;
    return from !== undefined && name.startsWith('.') && !name.endsWith('.js')
      ? `${new URL(`${name}.ts`, `file://${from}`).pathname}`
      : null;
  },
  async transform(code: string, id: string) {
    if (!id.endsWith('.ts')) return null;
    const made = await transform(code, { loader: 'ts', sourcemap: true, sourcefile: id });
    return { code: made.code, map: made.map };
  },
};
const minifier = {
  name: 'minifier',
  async renderChunk(code: string) {
    const { minify } = await load('terser', 'minifiers');
    const made = await minify(code, { module: true, sourceMap: { asObject: true } });
    return { code: made.code, map: made.map };
  },
};

const build =
  (output: object = {}, { input = 'src/main.ts', minify = true, plugins = [] as object[] } = {}) =>
  async () => {
    const { rollup } = await load('rollup');
    const bundle = await rollup({ input, plugins: [typescript, ...(minify ? [minifier] : []), ...plugins] });
    await bundle.write({ dir: 'dist', format: 'es', ...output });
    await bundle.close();
  };
const visualizer = async (options: object) => {
  const { visualizer } = await load('rollup-plugin-visualizer');
  return build({}, { plugins: [visualizer(options)] })();
};
const ALL = [...LIBRARY, LATTICE];
const JS = 'dist/main.js';
const MAP = 'dist/main.js.map';
const readable = { input: 'src/pilots/index.js', minify: false };

export const cases = [
  leak('linked map', 'a linked map', build({ sourcemap: true }), { 'source-map/file': MAP }, ALL),
  leak('hidden map', 'a hidden map', build({ sourcemap: 'hidden' }), { 'source-map/file': MAP }, ALL),
  leak('inline map', 'an inline map', build({ sourcemap: 'inline' }), { 'source-map/inline': JS }, ALL),
  leak(
    'map without content',
    'a map without content',
    build({ sourcemap: true, sourcemapExcludeSources: true }),
    { 'source-map/file': MAP },
  ),
  leak(
    'map with debug id',
    'a map with a debug id',
    build({ sourcemap: true, sourcemapDebugIds: true }),
    { 'source-map/file': MAP },
    ALL,
  ),
  leak(
    'remote reference',
    'a map on a server',
    async () => {
      await build({ sourcemap: true, sourcemapBaseUrl: 'https://maps.quillon-marine.net/1.0.0/' })();
      const { rmSync } = await import('node:fs');
      rmSync(MAP);
    },
    { 'source-map/reference': JS },
  ),
  leak(
    'map with remote root',
    'sources at addresses',
    build({
      sourcemap: true,
      sourcemapPathTransform: (path: string) =>
        `https://sources.quillon-marine.net/desk/${path.replace(/^(?:\.\.\/)+/, '')}`,
    }),
    { 'source-map/file': MAP, 'source-map/remote-source': MAP },
    ALL,
  ),
  leak('readable bundle', 'a bundle that can be read', build({}, readable), {
    'unminified/script': 'dist/index.js',
  }),
  leak('readable commonjs', 'CommonJS that can be read', build({ format: 'cjs' }, readable), {
    'unminified/script': 'dist/index.js',
  }),
  leak('readable module', 'modules kept apart', build({ preserveModules: true }, readable), {
    'unminified/script': ['dist/buoys.js', 'dist/index.js', 'dist/signals.js'],
  }),
  leak(
    'linked map',
    'a readable bundle with its map',
    build({ sourcemap: true, format: 'umd', name: 'pilots' }, readable),
    { 'source-map/file': 'dist/index.js.map', 'unminified/script': 'dist/index.js' },
    PILOTS,
  ),
  leak(
    'bundle report',
    'a page of the visualizer',
    () => visualizer({ filename: 'dist/stats.html' }),
    { 'build-metadata/bundle-stats': 'dist/stats.html' },
    [],
    { names: ALL.length },
  ),
  leak(
    'bundler stats',
    'data of the visualizer',
    () => visualizer({ filename: 'dist/stats.json', template: 'raw-data' }),
    { 'build-metadata/bundle-stats': 'dist/stats.json' },
    [],
    { names: ALL.length },
  ),
  leak(
    'bundle report',
    'a network of the visualizer',
    () => visualizer({ filename: 'dist/network.html', template: 'network' }),
    { 'build-metadata/bundle-stats': 'dist/network.html' },
    [],
    { names: ALL.length },
  ),
  clean('a module', build()),
  clean('CommonJS', build({ format: 'cjs' })),
  clean('for every loader', build({ format: 'umd', name: 'harbourDesk' })),
  clean('for SystemJS', build({ format: 'system' })),
  clean('a list of chunks', async () => {
    await build()();
    put('chunks.json', JSON.stringify({ main: { file: 'main.js', css: [], integrity: 'sha384-x' } }));
  }),
];
