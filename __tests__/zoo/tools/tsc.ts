import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from '../../tools/install.ts';
import { LIBRARY } from '../application.ts';
import { clean, leak } from '../case.ts';
import { fileOf } from '../load.ts';

const FIVE = () => fileOf('typescript/bin/tsc');
const SEVEN = () => join(ROOT, 'node_modules/typescript/bin/tsc');

/** Compiles the pricing modules. */
const compile =
  (tsc: () => string, options: object, keep = /./) =>
  () => {
    const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
    const config = {
      compilerOptions: { ...compilerOptions, lib: ['es2022'], ...options },
      files: ['src/pricing/tariff.ts', 'src/pricing/discount.ts'],
    };
    writeFileSync('tsconfig.build.json', JSON.stringify(config));
    run(process.execPath, [tsc(), '-p', 'tsconfig.build.json'], '.');
    for (const path of readdirSync('dist', { recursive: true }) as string[]) {
      if (/\.\w+$/.test(path) && !keep.test(path)) rmSync(join('dist', path));
    }
  };
const SOURCES = [LIBRARY[7], LIBRARY[6]];
const at = (end: string) => [`dist/pricing/discount${end}`, `dist/pricing/tariff${end}`];
const readable = { 'unminified/script': at('.js') };
/** The compiler's own declarations among them, where they are files. */
const fileNames = (files: ReadonlyMap<string, Buffer>): number =>
  JSON.parse(String(files.get('dist/desk.tsbuildinfo'))).fileNames.filter(
    (name: string) => !/^lib\..*\.d\.ts$/.test(name),
  ).length;
const typesOnly = { declaration: true, emitDeclarationOnly: true };

const casesOf = (name: string, tsc: () => string) => [
  leak(
    'linked map',
    `${name}: linked maps`,
    compile(tsc, { sourceMap: true, inlineSources: true, removeComments: true }),
    { 'source-map/file': at('.js.map'), ...readable },
    SOURCES,
  ),
  leak(
    'inline map',
    `${name}: inline maps`,
    compile(tsc, { inlineSourceMap: true, inlineSources: true }),
    { 'source-map/inline': at('.js'), ...readable },
    SOURCES,
  ),
  leak('map without content', `${name}: maps without content`, compile(tsc, { sourceMap: true }), {
    'source-map/file': at('.js.map'),
    ...readable,
  }),
  leak('declaration map', `${name}: declaration maps`, compile(tsc, { ...typesOnly, declarationMap: true }), {
    'source-map/file': at('.d.ts.map'),
  }),
  leak('readable module', `${name}: modules`, compile(tsc, {}), readable),
  leak(
    'build info',
    `${name}: build info`,
    compile(tsc, { ...typesOnly, incremental: true, tsBuildInfoFile: 'dist/desk.tsbuildinfo' }),
    { 'build-metadata/build-info': 'dist/desk.tsbuildinfo' },
    [],
    { names: fileNames },
  ),
  clean(`${name}: declarations`, compile(tsc, typesOnly)),
];

export const cases = [
  ...casesOf('TypeScript 5', FIVE),
  ...casesOf('TypeScript 7', SEVEN),
  leak(
    'readable commonjs',
    'TypeScript 5: CommonJS',
    compile(FIVE, { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '5.0' }),
    readable,
  ),
  leak(
    'map with remote root',
    'TypeScript 5: sources at an address',
    compile(FIVE, { sourceMap: true, sourceRoot: 'https://sources.quillon-marine.net/desk/' }),
    { 'source-map/file': at('.js.map'), 'source-map/remote-source': at('.js.map'), ...readable },
  ),
  leak(
    'remote reference',
    'TypeScript 5: maps at an address',
    compile(FIVE, { sourceMap: true, mapRoot: 'https://maps.quillon-marine.net/' }, /\.js$/),
    { 'source-map/reference': at('.js'), ...readable },
  ),
];
