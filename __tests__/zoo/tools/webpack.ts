import { LATTICE, LIBRARY } from '../application.ts';
import { leak } from '../case.ts';
import { fileOf, loadOnly } from '../load.ts';
import { pack, packerCases, TYPESCRIPT } from './shared/packer.ts';

const project = {
  packer: () => loadOnly('webpack'),
  typescript: () => ({
    test: TYPESCRIPT,
    loader: fileOf('ts-loader'),
    options: {
      transpileOnly: true,
      compiler: fileOf('typescript'),
      compilerOptions: { sourceMap: true },
      silent: true,
    },
  }),
};
const ALL = [...LIBRARY, LATTICE];

export const cases = [
  ...packerCases(project),
  leak(
    'build cache',
    'its cache among what is published',
    () =>
      pack(project, {
        cache: { type: 'filesystem', cacheDirectory: `${process.cwd()}/dist/cache`, compression: false },
      }),
    { 'build-metadata/cache': 'dist/cache/default-production/0.pack' },
    [],
    { uncounted: 'a cache is told of as a whole' },
  ),
  leak(
    'names of modules',
    'modules called by their paths, minified',
    () => pack(project, { optimization: { moduleIds: 'named', concatenateModules: false } }),
    { 'build-metadata/module-name': 'dist/main.js' },
    [],
    // The entry is nobody's import, and has no name.
    { names: ALL.length - 1 },
  ),
  leak(
    'bundler stats',
    'its records',
    () =>
      pack(project, {
        recordsPath: `${process.cwd()}/dist/records.json`,
        optimization: { concatenateModules: false },
      }),
    { 'build-metadata/bundle-stats': 'dist/records.json' },
    [],
    { names: ALL.length },
  ),
];
