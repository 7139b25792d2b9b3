import { LATTICE, LIBRARY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load } from '../load.ts';

const build = (options: object) => async () => {
  const { build: run } = await load('tsup');
  // Its esbuild remembers the folder that was current when it was loaded.
  const here = process.cwd();
  await run({
    entry: [`${here}/src/main.ts`],
    outDir: `${here}/dist`,
    config: false,
    silent: true,
    format: ['esm'],
    noExternal: [/./],
    outExtension: () => ({ js: '.js' }),
    ...options,
  });
};
const ALL = [...LIBRARY, LATTICE];
const JS = 'dist/main.js';

export const cases = [
  leak(
    'linked map',
    'a linked map',
    build({ minify: true, sourcemap: true }),
    { 'source-map/file': `${JS}.map` },
    ALL,
  ),
  leak(
    'inline map',
    'an inline map',
    build({ minify: true, sourcemap: 'inline' }),
    { 'source-map/inline': JS },
    ALL,
  ),
  leak('readable bundle', 'its defaults', build({}), { 'unminified/script': JS }),
  leak(
    'bundler stats',
    'a metafile',
    build({ minify: true, metafile: true }),
    { 'build-metadata/bundle-stats': 'dist/metafile-esm.json' },
    [],
    { names: ALL.length },
  ),
  clean('minified', build({ minify: true })),
  clean('minified with terser', build({ minify: 'terser' })),
];
