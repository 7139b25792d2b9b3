// What looks like a leak and is none: code that is about maps, data with the same words, and binary files without debug sections.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { clean, leak } from '../case.ts';
import { fileOf, modulesOf } from '../load.ts';
import { put } from './shared/files.ts';

const json = (value: unknown) => JSON.stringify(value, null, 2);
/** The code of a tool, minified as somebody would who bundles it. */
const minified = (name: string, path: string, tools = 'zoo') =>
  clean(`the code of ${name}`, async () => {
    const { code } = await transform(readFileSync(join(modulesOf(tools), path), 'utf8'), {
      minify: true,
      target: 'es2022',
      legalComments: 'none',
      loader: 'js',
    });
    put('index.js', code);
  });
const shipped = (name: string, file: () => string, as: string) =>
  clean(`${name}, as it is shipped`, () => put(as, readFileSync(file())));
const data = (name: string, path: string, content: string | Buffer) => clean(name, () => put(path, content));
const script = (name: string, code: string) =>
  clean(name, async () => put('index.js', (await transform(code, { minify: true })).code));

/** A level of a game as Tiled writes it, and one as Quake's editors do. */
const TILES = {
  version: 1.1,
  width: 4,
  height: 2,
  layers: [{ data: [1, 2, 3, 4, 4, 3, 2, 1], name: 'quay', type: 'tilelayer' }],
  tilesets: [{ firstgid: 1, source: 'quay.tsx' }],
};
const QUAKE =
  '{\n"classname" "worldspawn"\n{\n( 0 0 0 ) ( 0 1 0 ) ( 1 0 0 ) STONE 0 0 0 1 1\n( 0 0 64 ) ( 1 0 64 ) ( 0 1 64 ) STONE 0 0 0 1 1\n}\n}\n';
const GEO = {
  type: 'FeatureCollection',
  version: 3,
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [7.89, 54.18] },
      properties: { names: ['old bell'] },
    },
  ],
};

export const cases = [
  minified('source-map-js', 'source-map-js/lib/source-map-generator.js'),
  minified('a reader of maps', '@jridgewell/trace-mapping/dist/trace-mapping.mjs'),
  minified('a writer of maps', '@jridgewell/gen-mapping/dist/gen-mapping.mjs'),
  minified('a joiner of maps', '@jridgewell/remapping/dist/remapping.mjs'),
  minified('magic-string', 'magic-string/dist/magic-string.es.mjs'),
  minified('terser', 'terser/dist/bundle.min.js', 'minifiers'),
  minified('rollup', 'rollup/dist/shared/rollup.js'),
  minified('webpack’s plugin for maps', 'webpack/lib/devtool/SourceMapDevToolPlugin.js'),
  minified('PostCSS', 'postcss/lib/map-generator.js', 'minifiers'),
  minified('Babel', '@babel/core/lib/transformation/normalize-file.js'),
  minified('Sass', 'sass/sass.dart.js'),
  minified('css-loader', 'css-loader/dist/utils.js'),
  minified('istanbul', 'istanbul-lib-instrument/src/visitor.js'),
  minified('TypeScript', 'typescript/lib/typescript.js'),
  clean('Less, without the comment that it is shipped with', () =>
    put('less.min.js', readFileSync(fileOf('less/dist/less.min.js'), 'utf8').replace(/\n\/\/# source.*/, '')),
  ),
  shipped('Vue', () => join(modulesOf(), 'vue/dist/vue.global.prod.js'), 'vue.js'),
  leak(
    'dangling reference',
    'Less, as it is shipped',
    () => put('less.min.js', readFileSync(fileOf('less/dist/less.min.js'))),
    { 'source-map/reference': 'dist/less.min.js' },
  ),
  leak(
    'machine path',
    'WebAssembly that names the machine which built it',
    () =>
      put(
        'a.wasm',
        readFileSync(
          join(
            modulesOf(),
            '@parcel/source-map/parcel_sourcemap_wasm/dist-web/parcel_sourcemap_wasm_bg.wasm',
          ),
        ),
      ),
    { 'build-metadata/machine-path': 'dist/a.wasm' },
  ),
  data('a level of a game', 'levels/quay.map', json(TILES)),
  data('a level of another game', 'levels/keep.map', QUAKE),
  data('places on a chart', 'chart.map', json(GEO)),
  data(
    'a picture called map',
    'chart.js.map',
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  ),
  data(
    'an import map',
    'importmap.json',
    json({ imports: { lattice: './lattice.js', 'lattice/': './lattice/' }, scopes: {}, integrity: {} }),
  ),
  data(
    'JSON with sources and mappings',
    'feeds.json',
    json({
      version: 3,
      sources: [{ id: 'gauge', url: '/gauge' }],
      mappings: { gauge: 'level' },
      names: ['gauge'],
    }),
  ),
  data(
    'the mappings of an index',
    'index.json',
    json({
      mappings: { properties: { berth: { type: 'keyword' }, source: { type: 'text' } } },
      settings: {},
    }),
  ),
  data(
    'a map of licences',
    'licences.map',
    json({ 'quiet-lattice@2.0.1': 'MIT', 'open-tide@1.0.0': 'Apache-2.0' }),
  ),
  data(
    'a language file',
    'en.json',
    json({ sources: 'Sources', sourcesContent: 'Contents of sources', mappings: 'Mappings', version: '3' }),
  ),
  data(
    'documentation that quotes a comment',
    'docs/debugging.md',
    '# Debugging\n\nThe last line of a script leads to its map:\n\n```js\n//# sourceMappingURL=desk.js.map\n```\n\nor carries it: `//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozfQ==`\n',
  ),
  data(
    'a page of documentation',
    'docs/debugging.html',
    '<!doctype html>\n<html lang="en"><title>Debugging</title><p>The last line reads <code>//# sourceMappingURL=desk.js.map</code>.</p></html>\n',
  ),
  data(
    'types that name maps',
    'index.d.ts',
    '/** As in `//# sourceMappingURL=a.js.map`. */\nexport interface RawSourceMap {\n  version: 3;\n  sources: string[];\n  sourcesContent?: string[];\n  mappings: string;\n}\n',
  ),
  data(
    'a manifest of a web application',
    'manifest.json',
    json({
      name: 'Harbour desk',
      icons: [{ src: 'icon.png', sizes: '192x192' }],
      start_url: '.',
      display: 'standalone',
    }),
  ),
  data(
    'a schema',
    'schema.json',
    json({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Source map',
      type: 'object',
      properties: { version: { const: 3 }, sources: { type: 'array' }, mappings: { type: 'string' } },
    }),
  ),
  data(
    'an animation',
    'sail.json',
    json({
      v: '5.7.1',
      fr: 30,
      ip: 0,
      op: 60,
      w: 100,
      h: 100,
      nm: 'sail',
      layers: [{ ty: 4, nm: 'src/sail.ai', shapes: [] }],
    }),
  ),
  data(
    'figures of inputs and outputs',
    'flows.json',
    json({ inputs: { north: { vessels: 4 } }, outputs: { south: { vessels: 3 } } }),
  ),
  data(
    'a notice of licences',
    'NOTICE.txt',
    'node_modules/quiet-lattice/index.js is published under the MIT licence.\nSee src/main.ts of that project.\n',
  ),
  script(
    'code that looks for maps',
    'const found = /\\/\\/# sourceMappingURL=(.*)$/m.exec(document.scripts[0].textContent); export const url = found && found[1]; export const prefix = "//# sourceMappingURL=data:application/json;base64,";',
  ),
  script(
    'code that writes maps',
    'export function encode(mappings, sources) { const map = { version: 3, file: "out.js", sources, sourcesContent: sources.map(() => null), names: [], mappings }; return "//# sourceMappingURL=data:application/json;charset=utf-8;base64," + btoa(JSON.stringify(map)); }',
  ),
  script(
    'data in a URL',
    `export const table = JSON.parse(atob("data:application/json;base64,${Buffer.from(json({ version: 3, rows: [1, 2, 3] })).toString('base64')}".split(",")[1]));`,
  ),
  data(
    'a style sheet with a font in it',
    'desk.css',
    `@font-face{font-family:Quay;src:url(data:font/woff2;base64,${Buffer.alloc(900, 7).toString('base64')})}.a{color:#123}`,
  ),
];
