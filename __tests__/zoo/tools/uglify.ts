import { FERRY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { loadOnly } from '../load.ts';
import { put, text } from './shared/files.ts';

const both = (options: object) => async () => {
  const { minify } = await loadOnly('uglify-js', 'minifiers');
  const { code, map, error } = minify(
    Object.fromEntries(FERRY.map((path) => [`../${path}`, text(path)])),
    options,
  );
  if (error) throw error;
  put('ferry.js', code);
  if (map && !code.includes('base64,')) put('ferry.js.map', map);
};
const MAP = 'dist/ferry.js.map';

export const cases = [
  leak(
    'linked map',
    'a linked map',
    both({ sourceMap: { includeSources: true, url: 'ferry.js.map' } }),
    { 'source-map/file': MAP },
    FERRY,
  ),
  leak(
    'inline map',
    'an inline map',
    both({ sourceMap: { includeSources: true, url: 'inline' } }),
    { 'source-map/inline': 'dist/ferry.js' },
    FERRY,
  ),
  leak('map without content', 'a map without content', both({ sourceMap: { filename: 'ferry.js' } }), {
    'source-map/file': MAP,
  }),
  clean('a script', both({})),
  clean('for old browsers', both({ ie: true, webkit: true })),
];
