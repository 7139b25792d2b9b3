import { readFileSync } from 'node:fs';
import { MANIFEST, rawTar } from '../../tarballs.ts';
import { bun } from '../../tools/bun.ts';
import { run } from '../../tools/install.ts';
import { LATTICE, LIBRARY, PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { put } from './shared/files.ts';

const build =
  (...flags: string[]) =>
  () =>
    run(bun(), ['build', 'src/main.ts', '--outdir=dist', ...flags], '.');
const compile =
  (...flags: string[]) =>
  () => {
    run(bun(), ['build', '--compile', 'src/main.ts', '--outfile', 'made', ...flags], '.');
    // Not packed by npm: compressing 100 MB would take longer than all else here.
    put('desk.tar', rawTar(MANIFEST, { name: 'package/dist/desk', body: readFileSync('made') }));
  };
const ALL = [...LIBRARY, LATTICE];
const JS = 'dist/main.js';
const MAP = 'dist/main.js.map';

// An executable has 100 MB: one that leaks and one that does not. `__tests__/content/binary/executable.test.ts` has more.
export const cases = [
  leak(
    'linked map',
    'a linked map',
    build('--minify', '--sourcemap=linked'),
    { 'source-map/file': MAP },
    ALL,
  ),
  leak(
    'map with debug id',
    'an external map',
    build('--minify', '--sourcemap=external'),
    { 'source-map/file': MAP },
    ALL,
  ),
  leak(
    'inline map',
    'an inline map',
    build('--minify', '--sourcemap=inline'),
    { 'source-map/inline': JS },
    ALL,
  ),
  leak('readable bundle', 'a bundle that can be read', build(), { 'unminified/script': JS }),
  leak('half minified', 'white space gone and no more', build('--minify-whitespace'), {
    'unminified/partial': JS,
  }),
  leak(
    'inline map',
    'an inline map of CommonJS',
    () =>
      run(
        bun(),
        ['build', 'src/pilots/index.js', '--outdir=dist', '--minify', '--format=cjs', '--sourcemap=inline'],
        '.',
      ),
    { 'source-map/inline': 'dist/index.js' },
    PILOTS,
  ),
  leak(
    'bun executable',
    'an executable with its map',
    compile('--minify', '--sourcemap'),
    { 'source-map/embedded': 'dist/desk!/root/made.js', 'debug-info/names': 'dist/desk' },
    ALL,
    { opaque: true, zstd: true, target: 'desk.tar' },
  ),
  clean('an executable', compile('--minify'), { target: 'desk.tar' }),
  clean('a module', build('--minify')),
  clean('CommonJS', build('--minify', '--format=cjs', '--target=node')),
  clean('for Bun itself', build('--minify', '--target=bun')),
];
