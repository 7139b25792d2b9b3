import vm from 'node:vm';
import { FERRY, LIBRARY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { fileOf, load, loadOnly } from '../load.ts';
import { put, text } from './shared/files.ts';

const RUNNER = '/home/runner/work/harbour-desk/harbour-desk';

async function instrumented(path: string, options: object = {}): Promise<string> {
  const { transformSync } = await load('@babel/core');
  const { code } = transformSync(text(path), {
    filename: `${RUNNER}/${path}`,
    configFile: false,
    babelrc: false,
    presets: [fileOf('@babel/preset-typescript')],
    plugins: [[fileOf('babel-plugin-istanbul'), { cwd: RUNNER, include: ['**'], exclude: [] }]],
    ...options,
  });
  return code;
}

/** What is covered after one run. */
async function coverage(folder = process.cwd()) {
  const { createInstrumenter } = await load('istanbul-lib-instrument');
  const code = createInstrumenter({ esModules: false }).instrumentSync(
    text(FERRY[1]),
    `${folder}/${FERRY[1]}`,
  );
  const context = vm.createContext({ module: { exports: {} } });
  context.global = context;
  vm.runInContext(`${code}\nmodule.exports.crossingMinutes(3);`, context);
  const { createCoverageMap } = await loadOnly('istanbul-lib-coverage');
  return createCoverageMap(JSON.parse(JSON.stringify(context.__coverage__)));
}
async function report(name: string, options: object = {}): Promise<void> {
  const { createContext } = await loadOnly('istanbul-lib-report');
  const context = createContext({ dir: 'dist/coverage', coverageMap: await coverage() });
  (await loadOnly('istanbul-reports')).create(name, options).execute(context);
}
const JS = 'dist/index.js';
const record = (path: string) => ({ 'build-metadata/coverage': `dist/coverage/${path}` });
const one = { names: 1 };

export const cases = [
  leak(
    'instrumented code',
    'instrumented code',
    async () => put('index.js', await instrumented(LIBRARY[2])),
    { 'build-metadata/coverage': JS, 'unminified/script': JS },
    [],
    one,
  ),
  leak(
    'instrumented code',
    'instrumented code that was minified',
    async () => {
      const { minify } = await load('terser', 'minifiers');
      put('index.js', (await minify(await instrumented(LIBRARY[2]), { module: true })).code);
    },
    { 'build-metadata/coverage': JS },
    [],
    one,
  ),
  leak(
    'coverage record',
    'its JSON',
    async () => put('coverage/coverage-final.json', JSON.stringify(await coverage())),
    record('coverage-final.json'),
    [],
    one,
  ),
  leak('coverage record', 'lcov', () => report('lcovonly'), record('lcov.info'), [], one),
  leak('coverage record', 'Clover', () => report('clover'), record('clover.xml'), [], one),
  leak('coverage record', 'Cobertura', () => report('cobertura'), record('cobertura-coverage.xml'), [], one),
  leak(
    'coverage page',
    'its pages',
    () => report('html'),
    {
      ...record('crossing.js.html'),
      'unminified/script': ['dist/coverage/block-navigation.js', 'dist/coverage/sorter.js'],
      'unminified/style': 'dist/coverage/base.css',
    },
    [FERRY[1]],
    { uncounted: 'of the source in the page the markup is taken out' },
  ),
  clean('code that counts nothing', async () => {
    const { minify } = await load('terser', 'minifiers');
    put(
      'index.js',
      (await minify(await instrumented(LIBRARY[2], { plugins: [] }), { module: true, toplevel: true })).code,
    );
  }),
];
