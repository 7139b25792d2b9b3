// Node.js itself: single executables, snapshots, coverage and heaps.
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build as bundle } from 'esbuild';
import { seaBlob, startupSnapshot } from '../../tools/executables.ts';
import { run } from '../../tools/install.ts';
import { runtimes } from '../../tools/node.ts';
import { FERRY, LATTICE, LIBRARY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { put, text } from './shared/files.ts';

const [oldest, , newest] = runtimes().map(({ binary }) => binary);
const node = newest ?? oldest!;
const built = (options: BuildOptions = {}) =>
  bundle({
    absWorkingDir: process.cwd(),
    entryPoints: ['src/main.ts'],
    bundle: true,
    platform: 'node',
    minify: true,
    outfile: 'app.js',
    logLevel: 'error',
    ...options,
  });
const blob =
  (more: object = {}, options: BuildOptions = {}) =>
  async () => {
    await built(options);
    put('desk.blob', seaBlob(node, more)('.', 'app.js'));
  };
const ALL = [...LIBRARY, LATTICE];
const inside = { opaque: true } as const;

export const cases = [
  leak(
    'node executable',
    'a blob whose script holds its map',
    blob({}, { sourcemap: 'inline' }),
    { 'source-map/embedded': 'dist/desk.blob!/app.js' },
    ALL,
    inside,
  ),
  leak(
    'node executable',
    'a blob with a map among its assets',
    blob({ assets: { 'app.js.map': 'app.js.map' } }, { sourcemap: 'external' }),
    { 'source-map/embedded': 'dist/desk.blob!/app.js.map' },
    ALL,
    inside,
  ),
  leak(
    'node executable',
    'a blob with a source among its assets',
    blob({ assets: { 'tariff.ts': LIBRARY[7] } }),
    { 'source-map/embedded': 'dist/desk.blob!/tariff.ts' },
    [LIBRARY[7]],
    inside,
  ),
  leak(
    'node executable',
    'a blob of a script that can be read',
    blob({}, { minify: false }),
    { 'unminified/script': 'dist/desk.blob!/app.js' },
    [],
    { uncounted: 'the file lies in the blob' },
  ),
  leak(
    'start-up snapshot',
    'a snapshot of a script that can be read',
    () => {
      writeFileSync(
        'app.cjs',
        `${text(FERRY[1]).replace('module.exports = ', 'Object.assign(globalThis, ').replace(/;\s*$/, ');')}\n`,
      );
      put('desk.snapshot', startupSnapshot(node)('.', 'app.cjs'));
    },
    {
      'unminified/script': 'dist/desk.snapshot!/script-1.js',
      'sensitive-file/outsized': 'dist/desk.snapshot',
    },
    [],
    { uncounted: 'the file lies in the snapshot' },
  ),
  leak(
    'coverage record',
    'what V8 writes',
    () => {
      run(
        process.execPath,
        [
          '-e',
          'process.env.NODE_V8_COVERAGE = "cover"; require("child_process").execFileSync(process.execPath, ["src/ferry/timetable.js"])',
        ],
        '.',
      );
      mkdirSync('dist/coverage');
      for (const [index, name] of readdirSync('cover').entries())
        cpSync(`cover/${name}`, `dist/coverage/coverage-${index}.json`);
    },
    { 'build-metadata/coverage': 'dist/coverage/coverage-0.json' },
    [],
    { names: FERRY.length },
  ),
  leak(
    'heap snapshot',
    'a copy of the heap',
    () => {
      run(process.execPath, ['-e', 'require("v8").writeHeapSnapshot("dist/desk.heapsnapshot")'], '.');
    },
    { 'debug-info/heap-snapshot': 'dist/desk.heapsnapshot' },
  ),
  clean('a blob', blob()),
  clean('a blob with a table among its assets', async () => {
    writeFileSync('tides.csv', 'hour,level\n1,2.3\n2,2.1\n');
    await blob({ assets: { 'tides.csv': 'tides.csv' } })();
  }),
];
