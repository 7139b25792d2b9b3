import { FERRY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { loadOnly } from '../load.ts';
import { put } from './shared/files.ts';

const build = (options: object) => async () => {
  const ncc = await loadOnly('@vercel/ncc');
  const { code, map, assets } = await ncc(`${process.cwd()}/src/ferry/timetable.js`, {
    cache: false,
    quiet: true,
    minify: true,
    ...options,
  });
  put('index.js', code);
  if (map) put('index.js.map', map);
  for (const [name, { source }] of Object.entries(assets as Record<string, { source: string }>))
    put(name, source);
};
// Of the other file the map holds what ncc made of `require.main`.
const JS = 'dist/index.js';

export const cases = [
  leak(
    'linked map',
    'a map and what registers it',
    build({ sourceMap: true, sourceMapRegister: true }),
    { 'source-map/file': `${JS}.map` },
    [FERRY[1]],
  ),
  leak(
    'hidden map',
    'a map that nothing refers to',
    build({ sourceMap: true, sourceMapRegister: false }),
    { 'source-map/file': `${JS}.map` },
    [FERRY[1]],
  ),
  leak('readable bundle', 'its defaults', build({ minify: false }), { 'unminified/script': JS }),
  clean('minified', build({})),
  clean('minified, with a licence file', build({ license: 'licences.txt' })),
];
