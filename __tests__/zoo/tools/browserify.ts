import { FERRY } from '../application.ts';
import { leak } from '../case.ts';
import { load, loadOnly } from '../load.ts';
import { put } from './shared/files.ts';

async function bundle(options: object): Promise<string> {
  const browserify = await loadOnly('browserify');
  const made = browserify(`${process.cwd()}/${FERRY[0]}`, { basedir: process.cwd(), ...options });
  return await new Promise((resolve, reject) => {
    made.bundle((error: Error | null, bytes: Buffer) => (error ? reject(error) : resolve(String(bytes))));
  });
}
const JS = 'dist/ferry.js';

/** Modules keep the names by which others ask for them. */
const ASKED_FOR = { names: FERRY.length - 1 };

export const cases = [
  leak(
    'inline map',
    'a debug build',
    async () => put('ferry.js', await bundle({ debug: true })),
    { 'source-map/inline': JS, 'unminified/script': JS },
    FERRY,
    {},
  ),
  leak(
    'readable bundle',
    'its defaults',
    async () => put('ferry.js', await bundle({})),
    { 'unminified/script': JS, 'build-metadata/module-name': JS },
    [],
    ASKED_FOR,
  ),
  leak(
    'names of modules',
    'minified',
    async () => {
      const { minify } = await load('terser', 'minifiers');
      put('ferry.js', (await minify(await bundle({}))).code);
    },
    { 'build-metadata/module-name': JS },
    [],
    ASKED_FOR,
  ),
];
