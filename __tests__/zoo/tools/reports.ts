// What people add to a bundler to see what is in a bundle, each at its exact version in a folder of its own (55 MB, 7 s).
import { writeFileSync } from 'node:fs';
import { build as bundle } from 'esbuild';
import { run } from '../../tools/install.ts';
import { LATTICE, LIBRARY } from '../application.ts';
import { leak } from '../case.ts';
import { fileOf, load, loadOnly } from '../load.ts';
import { pack, TYPESCRIPT } from './shared/packer.ts';

const tool = (name: string) => load(name, 'reports');
const ALL = [...LIBRARY, LATTICE];
const STATS = 'build-metadata/bundle-stats';

const withVite = (name: string, make: (from: Record<string, (options: object) => object>) => object) =>
  async function build() {
    const vite = await load('vite');
    await vite.build({
      root: process.cwd(),
      configFile: false,
      logLevel: 'silent',
      plugins: [make(await tool(name))],
      build: { outDir: 'dist', lib: { entry: 'src/main.ts', formats: ['cjs'], fileName: () => 'desk.cjs' } },
    });
  };

const project = {
  packer: () => loadOnly('webpack'),
  typescript: () => ({
    test: TYPESCRIPT,
    loader: fileOf('ts-loader'),
    options: { transpileOnly: true, compiler: fileOf('typescript'), silent: true },
  }),
};
const withWebpack =
  (name: string, plugin: string, options: object, config: object = {}) =>
  async () => {
    const { [plugin]: Plugin } = await tool(name);
    await pack(project, { plugins: [new Plugin(options)], ...config });
  };
/** Its plugin measures in a process that knows nothing of how the tests are started; its command has the same page. */
async function analyzed() {
  await pack(project, {}, (made) => writeFileSync('stats.json', JSON.stringify(made.toJson({ all: true }))));
  const command = fileOf('webpack-bundle-analyzer/lib/bin/analyzer.js', 'reports');
  const options = ['-m', 'static', '-r', 'dist/report.html', '-O', '-l', 'silent'];
  run(process.execPath, [command, 'stats.json', 'dist', ...options], process.cwd());
}

/** It asks for a bundle with its map, of which neither is shipped. */
const explored = (format: 'html' | 'json' | 'tsv') => async () => {
  await bundle({
    absWorkingDir: process.cwd(),
    entryPoints: ['src/main.ts'],
    bundle: true,
    format: 'esm',
    minify: true,
    sourcemap: true,
    outdir: 'made',
    logLevel: 'error',
  });
  const command = fileOf('source-map-explorer/bin/cli.js', 'reports');
  const options = [`--${format}`, `dist/sizes.${format}`, '--no-border-checks'];
  run(process.execPath, [command, 'made/main.js', ...options], process.cwd());
};
const visualized = async () => {
  const vite = await load('vite');
  const { visualizer } = await load('rollup-plugin-visualizer');
  await vite.build({
    root: process.cwd(),
    configFile: false,
    logLevel: 'silent',
    plugins: [visualizer({ template: 'list', filename: 'dist/sizes.yml' })],
    build: { outDir: 'dist', lib: { entry: 'src/main.ts', formats: ['cjs'], fileName: () => 'desk.cjs' } },
  });
};

const rsdoctor = (output: object) =>
  withWebpack('@rsdoctor/webpack-plugin', 'RsdoctorWebpackPlugin', { disableClientServer: true, output });

export const cases = [
  leak(
    'bundle report',
    'a page of vite-bundle-analyzer',
    withVite('vite-bundle-analyzer', ({ analyzer }) => analyzer!({ analyzerMode: 'static' })),
    { [STATS]: 'dist/stats.html' },
    [],
    { names: ALL.length },
  ),
  leak(
    'bundler stats',
    'data of vite-bundle-analyzer',
    withVite('vite-bundle-analyzer', ({ analyzer }) => analyzer!({ analyzerMode: 'json' })),
    { [STATS]: 'dist/stats.json' },
    [],
    { names: ALL.length },
  ),
  leak('bundle report', 'a page of webpack-bundle-analyzer', analyzed, { [STATS]: 'dist/report.html' }, [], {
    // It tells of the others by their folder.
    names: 3,
  }),
  leak(
    'bundle report',
    'a page of source-map-explorer',
    explored('html'),
    {
      [STATS]: 'dist/sizes.html',
      'unminified/script': 'dist/sizes.html!/base64-2.js',
      'unminified/style': 'dist/sizes.html!/base64-1',
    },
    [],
    { uncounted: 'the page carries readable code of the tool itself' },
  ),
  leak('bundler stats', 'data of source-map-explorer', explored('json'), { [STATS]: 'dist/sizes.json' }, [], {
    names: ALL.length,
  }),
  leak(
    'bundler stats',
    'a table of source-map-explorer',
    explored('tsv'),
    { [STATS]: 'dist/sizes.tsv' },
    [],
    { names: ALL.length },
  ),
  leak('bundler stats', 'a list of the visualizer', visualized, { [STATS]: 'dist/sizes.yml' }, [], {
    names: ALL.length,
  }),
  leak(
    'bundle report',
    'a page of Rsdoctor',
    rsdoctor({ mode: 'brief', reportDir: 'dist' }),
    { [STATS]: 'dist/rsdoctor-report.html!/base64-5!/base64-5' },
    [],
    { names: ALL.length },
  ),
];
