// Deno, pkg and nexe, joined to a small program in place of their runtimes.
import { rmSync } from 'node:fs';
import { type BuildOptions, build as bundle } from 'esbuild';
import { denoExecutable, type Maker, nexeExecutable, pkgExecutable } from '../../tools/executables.ts';
import { runtimes } from '../../tools/node.ts';
import { applicationTexts, FERRY, PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { put } from './shared/files.ts';

const [oldest, middle] = runtimes().map(({ binary }) => binary);
const make = (maker: Maker, entry: string) => () => put('desk', maker(process.cwd(), entry));
const minified =
  (maker: Maker, options: BuildOptions = {}, sources = false) =>
  async () => {
    await bundle({
      absWorkingDir: process.cwd(),
      entryPoints: [FERRY[0]],
      bundle: true,
      platform: 'node',
      minify: true,
      outfile: 'app/main.js',
      logLevel: 'error',
      ...options,
    });
    if (!sources) rmSync('src', { recursive: true });
    put('desk', maker(process.cwd(), 'app/main.js'));
  };
const inDesk = (...paths: readonly string[]) => paths.map((path) => `dist/desk!/${path}`);
const here = { uncounted: 'the files lie in the executable' };
/** All files below `src` that are no declarations: what pkg and nexe are told to take along. */
const SOURCES = [...applicationTexts().keys()].filter(
  (path) => path.startsWith('src/') && !path.endsWith('.d.ts'),
);
const ending = (end: RegExp) => SOURCES.filter((path) => end.test(path));
const everything = (folder: string, ...more: readonly string[]) => ({
  'source-map/embedded': inDesk(
    ...more,
    ...ending(/\.(?:tsx?|vue|svelte|scss|less|styl)$/).map((path) => folder + path),
  ),
  'unminified/script': inDesk(...ending(/\.js$/).map((path) => folder + path)),
  'unminified/style': inDesk(...ending(/\.css$/).map((path) => folder + path)),
});

export const cases = [
  leak(
    'deno executable',
    'Deno, modules as they were written',
    make(denoExecutable, PILOTS[0]),
    { 'unminified/script': inDesk(...PILOTS) },
    [],
    here,
  ),
  leak(
    'deno executable',
    'Deno, TypeScript',
    make(denoExecutable, 'src/harbor/tide.ts'),
    { 'source-map/embedded': inDesk('src/harbor/tide.ts') },
    ['src/harbor/tide.ts'],
    { opaque: true },
  ),
  leak(
    'nexe executable',
    'nexe, with sources and a map',
    minified(nexeExecutable, { sourcemap: 'inline' }, true),
    everything('', 'app/main.js'),
    SOURCES,
    { opaque: true },
  ),
  leak(
    'pkg executable',
    'pkg, with sources',
    minified(pkgExecutable(middle ?? oldest!, 'None'), {}, true),
    everything('pkg-with-sources/'),
    SOURCES,
    { opaque: true },
  ),
  clean('Deno, minified', minified(denoExecutable)),
  clean('nexe, minified', minified(nexeExecutable)),
  clean('pkg, minified', minified(pkgExecutable(middle ?? oldest!, 'GZip'))),
];
