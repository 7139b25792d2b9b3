import { FERRY, PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load } from '../load.ts';
import { put, text } from './shared/files.ts';

const one =
  (options: object, path: string = PILOTS[1]) =>
  async () => {
    const { minify } = await load('terser', 'minifiers');
    const { code, map } = await minify(
      { [`../${path}`]: text(path) },
      { module: path === PILOTS[1], ...options },
    );
    put('index.js', code);
    if (typeof map === 'string' && !code.includes('base64,')) put('index.js.map', map);
  };
const MAP = 'dist/index.js.map';

export const cases = [
  leak(
    'linked map',
    'a linked map',
    one({ sourceMap: { includeSources: true, url: 'index.js.map' } }),
    { 'source-map/file': MAP },
    [PILOTS[1]],
  ),
  leak(
    'inline map',
    'an inline map',
    one({ sourceMap: { includeSources: true, url: 'inline' } }, FERRY[0]),
    { 'source-map/inline': 'dist/index.js' },
    [FERRY[0]],
  ),
  leak('map without content', 'a map without content', one({ sourceMap: { url: 'index.js.map' } }), {
    'source-map/file': MAP,
  }),
  leak(
    'map with remote root',
    'a map with a root',
    one({ sourceMap: { includeSources: true, root: 'https://sources.quillon-marine.net/' } }),
    { 'source-map/file': MAP, 'source-map/remote-source': MAP },
    [PILOTS[1]],
  ),
  leak('half minified', 'names kept', one({ mangle: false, compress: false, toplevel: true }), {
    'unminified/partial': 'dist/index.js',
  }),
  leak(
    'readable module',
    'laid out again',
    one({ mangle: false, compress: false, format: { beautify: true, comments: 'all' } }),
    { 'unminified/script': 'dist/index.js' },
  ),
  clean('a module', one({})),
  clean('top-level names mangled', one({ toplevel: true }, FERRY[0])),
  clean('lines of 80 characters', one({ format: { max_line_len: 80 } }, FERRY[0])),
];
