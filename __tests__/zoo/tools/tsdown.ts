import { LATTICE, LIBRARY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load } from '../load.ts';

const build = (options: object) => async () => {
  const { build: run } = await load('tsdown');
  await run({
    entry: ['src/main.ts'],
    outDir: 'dist',
    config: false,
    logLevel: 'error',
    clean: false,
    dts: false,
    format: ['esm'],
    noExternal: [/./],
    outExtensions: () => ({ js: '.js' }),
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
    'hidden map',
    'a hidden map',
    build({ minify: true, sourcemap: 'hidden' }),
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
  leak(
    'names of modules',
    'its defaults',
    build({}),
    { 'unminified/script': JS, 'build-metadata/module-name': JS },
    [],
    { names: ALL.length },
  ),
  clean('minified', build({ minify: true })),
  clean('declarations', build({ minify: true, dts: { emitDtsOnly: true } })),
];
