import { BOARD, LATTICE, LIBRARY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load } from '../load.ts';

const build =
  (output: object = {}, input = 'src/main.ts') =>
  async () => {
    const { rolldown } = await load('rolldown', 'minifiers');
    const bundle = await rolldown({ input, cwd: process.cwd() });
    await bundle.write({ dir: 'dist', format: 'esm', minify: true, ...output });
    await bundle.close();
  };
const ALL = [...LIBRARY, LATTICE];
const JS = 'dist/main.js';
const MAP = 'dist/main.js.map';

export const cases = [
  leak('linked map', 'a linked map', build({ sourcemap: true }), { 'source-map/file': MAP }, ALL),
  leak('hidden map', 'a hidden map', build({ sourcemap: 'hidden' }), { 'source-map/file': MAP }, ALL),
  leak('inline map', 'an inline map', build({ sourcemap: 'inline' }), { 'source-map/inline': JS }, ALL),
  leak(
    'map with debug id',
    'a map with a debug id',
    build({ sourcemap: true, sourcemapDebugIds: true }, 'src/board.tsx'),
    { 'source-map/file': 'dist/board.js.map' },
    BOARD,
  ),
  leak(
    'names of modules',
    'regions named after modules',
    build({ minify: false }),
    { 'unminified/script': JS, 'build-metadata/module-name': JS },
    [],
    { names: ALL.length },
  ),
  clean('a module', build()),
  clean('CommonJS', build({ format: 'cjs' })),
  clean('a script for pages', build({ format: 'iife', name: 'harbourDesk' })),
];
