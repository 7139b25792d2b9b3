import { BOARD, LIBRARY, PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load } from '../load.ts';
import { comment, put, text } from './shared/files.ts';

const minify = { compress: true, mangle: { toplevel: true } };
const one =
  (options: object, path: string = LIBRARY[2], jsc: object = {}) =>
  async () => {
    const { transform } = await load('@swc/core', 'minifiers');
    const { code, map } = await transform(text(path), {
      filename: `${process.cwd()}/${path}`,
      configFile: false,
      swcrc: false,
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: path.endsWith('x') },
        transform: { react: { pragma: 'h' } },
        ...jsc,
      },
      ...options,
    });
    put('index.js', map === undefined ? code : `${code}${comment('index.js.map')}`);
    if (map !== undefined) put('index.js.map', map);
  };
const small = { minify: true };
const squeezed = { minify };
const file = { 'source-map/file': 'dist/index.js.map' };

export const cases = [
  leak(
    'linked map',
    'a linked map',
    one({ sourceMaps: true, inlineSourcesContent: true, ...small }, LIBRARY[2], squeezed),
    file,
    [LIBRARY[2]],
  ),
  leak(
    'inline map',
    'an inline map',
    one({ sourceMaps: 'inline', inlineSourcesContent: true, ...small }, BOARD[1], squeezed),
    { 'source-map/inline': 'dist/index.js' },
    [BOARD[1]],
  ),
  leak(
    'map without content',
    'a map without content',
    one({ sourceMaps: true, inlineSourcesContent: false, ...small }, LIBRARY[2], squeezed),
    file,
  ),
  leak('readable module', 'a module that can be read', one({}), { 'unminified/script': 'dist/index.js' }),
  leak('readable commonjs', 'CommonJS that can be read', one({ module: { type: 'commonjs' } }), {
    'unminified/script': 'dist/index.js',
  }),
  leak(
    'half minified',
    'names kept',
    one(small, LIBRARY[7], { minify: { compress: false, mangle: false } }),
    { 'unminified/partial': 'dist/index.js' },
  ),
  clean('a module', one(small, LIBRARY[2], squeezed)),
  clean('a module of JSX', one(small, BOARD[1], squeezed)),
  clean('JavaScript', one(small, PILOTS[1], squeezed)),
];
