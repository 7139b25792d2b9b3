import { BOARD, LIBRARY, PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { fileOf, load } from '../load.ts';
import { comment, put, text } from './shared/files.ts';

const one =
  (
    options: object,
    path: string = LIBRARY[2],
    react: object = { pragma: 'h' },
    name = `${process.cwd()}/${path}`,
  ) =>
  async () => {
    const { transformSync } = await load('@babel/core');
    const { code, map } = transformSync(text(path), {
      filename: name,
      configFile: false,
      babelrc: false,
      presets: [fileOf('@babel/preset-typescript'), [fileOf('@babel/preset-react'), react]],
      ...options,
    });
    put('index.js', map ? `${code}${comment('index.js.map')}` : code);
    if (map) put('index.js.map', JSON.stringify(map));
  };
const JS = 'dist/index.js';
const RUNNER = '/home/runner/work/harbour-desk/harbour-desk/src/view/panel.tsx';

export const cases = [
  leak(
    'linked map',
    'a linked map',
    one({ sourceMaps: true }),
    { 'source-map/file': 'dist/index.js.map', 'unminified/script': JS },
    [LIBRARY[2]],
  ),
  leak(
    'inline map',
    'an inline map',
    one({ sourceMaps: 'inline' }, BOARD[1]),
    { 'source-map/inline': JS, 'unminified/script': JS },
    [BOARD[1]],
  ),
  leak(
    'inline map',
    'an inline map of compact code',
    one({ sourceMaps: 'inline', minified: true, comments: false }),
    { 'source-map/inline': JS, 'unminified/partial': JS },
    [LIBRARY[2]],
  ),
  leak('readable module', 'a module that can be read', one({}, PILOTS[1]), { 'unminified/script': JS }),
  leak(
    'machine path',
    'JSX for development',
    one({ minified: true, comments: false }, BOARD[1], { runtime: 'automatic', development: true }, RUNNER),
    { 'build-metadata/machine-path': JS, 'unminified/partial': JS },
  ),
  leak('half minified', 'compact code', one({ minified: true, comments: false }), {
    'unminified/partial': JS,
  }),
  clean('compact code that terser went on with', async () => {
    await one({ minified: true, comments: false }, BOARD[1])();
    const { minify } = await load('terser', 'minifiers');
    put('index.js', (await minify(text(JS), { module: true })).code);
  }),
];
