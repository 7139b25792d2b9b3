import { writeFileSync } from 'node:fs';
import { LATTICE, LIBRARY, PILOTS } from '../../application.ts';
import { type Case, clean, leak } from '../../case.ts';
import { fileOf, modulesOf } from '../../load.ts';

/** webpack, or what takes the same configuration and gives the same statistics. */
export type Packer = (
  config: object,
  done: (error: Error | null, stats: Made) => void,
) => { close(done: () => void): void };

/** What it tells of a bundle. */
interface Made {
  hasErrors(): boolean;
  toString(): string;
  toJson(options: object): object;
}

type Config = Readonly<Record<string, unknown>> & { readonly output?: object };

interface Project {
  readonly packer: () => Promise<Packer>;
  /** The rule by which it compiles TypeScript. */
  readonly typescript: () => object;
}

export const TYPESCRIPT = /\.tsx?$/;

/** Runs it, and gives what it tells of the bundle. */
export async function pack(
  { packer, typescript }: Project,
  { output, ...config }: Config,
  stats?: (made: Made) => void,
) {
  const run = await packer();
  await new Promise<void>((resolve, reject) => {
    const whole = {
      context: process.cwd(),
      mode: 'production',
      target: 'web',
      entry: { main: './src/main.ts' },
      devtool: false,
      output: {
        path: `${process.cwd()}/dist`,
        filename: '[name].js',
        library: { type: 'commonjs2' },
        ...output,
      },
      resolve: { extensions: ['.ts', '.tsx', '.js'] },
      resolveLoader: { modules: [modulesOf()] },
      module: { rules: [typescript()] },
      performance: false,
      ...config,
    };
    const compiler = run(whole, (error, made) => {
      if (error !== null || made.hasErrors()) return reject(error ?? new Error(made.toString()));
      stats?.(made);
      compiler.close(() => resolve());
    });
  });
}

/** Every module, and none of them in a group. */
const WHOLE = {
  modules: true,
  nestedModules: true,
  orphanModules: true,
  groupModulesByType: false,
  groupModulesByPath: false,
  groupModulesByExtension: false,
  groupModulesByAttributes: false,
  groupModulesByCacheStatus: false,
  groupModulesByLayer: false,
  modulesSpace: 1000,
  nestedModulesSpace: 1000,
  reasons: true,
  ids: true,
};
const JS = 'dist/main.js';
const MAP = 'dist/main.js.map';
const ALL = [...LIBRARY, LATTICE];

interface Module {
  readonly name: string;
  readonly modules?: readonly Module[];
}

/** The modules that the statistics list, those of the packer's own among them; a group is no module. */
function modulesIn(files: ReadonlyMap<string, Buffer>): number {
  const { modules } = JSON.parse(String(files.get('dist/stats.json'))) as { modules: readonly Module[] };
  const names = modules.flatMap((module) => [module, ...(module.modules ?? [])]).map(({ name }) => name);
  return new Set(names.filter((name) => !/ \+ \d+ modules$/.test(name))).size;
}

/** What both packers do. */
export function packerCases(project: Project): Case[] {
  const build = (config: Config) => () => pack(project, config);
  const pilots = (config: Config) => build({ entry: { main: './src/pilots/index.js' }, ...config });
  const stats = (options: object) => () =>
    pack(project, {}, (made) => writeFileSync('dist/stats.json', JSON.stringify(made.toJson(options))));
  const style =
    (config: object = {}) =>
    () =>
      pack(project, {
        entry: { main: './src/styles/desk.css' },
        module: {
          rules: [
            {
              test: /\.css$/,
              type: 'javascript/auto',
              use: [fileOf('style-loader'), { loader: fileOf('css-loader'), options: config }],
            },
          ],
        },
      });
  return [
    leak('linked map', 'source-map', build({ devtool: 'source-map' }), { 'source-map/file': MAP }, ALL),
    leak(
      'hidden map',
      'hidden-source-map',
      build({ devtool: 'hidden-source-map' }),
      { 'source-map/file': MAP },
      ALL,
    ),
    leak('map without content', 'nosources-source-map', build({ devtool: 'nosources-source-map' }), {
      'source-map/file': MAP,
    }),
    leak(
      'inline map',
      'inline-source-map',
      build({ devtool: 'inline-source-map' }),
      { 'source-map/inline': JS },
      ALL,
    ),
    leak(
      'linked map',
      'cheap-module-source-map',
      build({ devtool: 'cheap-module-source-map', optimization: { minimize: false } }),
      { 'source-map/file': MAP, 'unminified/script': JS },
      ALL,
    ),
    leak(
      'map in eval',
      'eval-source-map',
      pilots({ devtool: 'eval-source-map', mode: 'development' }),
      { 'source-map/inline': JS, 'unminified/script': JS },
      PILOTS,
    ),
    leak(
      'map in eval',
      'eval-cheap-module-source-map',
      pilots({ devtool: 'eval-cheap-module-source-map' }),
      { 'source-map/inline': JS, 'unminified/script': JS },
      PILOTS,
    ),
    leak(
      'map in eval',
      'eval-source-map of a minified build',
      build({ devtool: 'eval-source-map' }),
      { 'source-map/inline': JS, 'unminified/script': JS },
      [...LIBRARY, LATTICE],
    ),
    leak(
      'modules in eval',
      'eval',
      pilots({ devtool: 'eval', mode: 'development' }),
      { 'unminified/script': JS, 'build-metadata/module-name': JS },
      [],
      { uncounted: 'how many lines the strings hold is told by no tool' },
    ),
    leak(
      'readable bundle',
      'a development build',
      pilots({ mode: 'development', output: { pathinfo: false } }),
      { 'unminified/script': JS },
    ),
    leak(
      'bundler stats',
      'statistics',
      stats({ ...WHOLE }),
      { 'build-metadata/bundle-stats': 'dist/stats.json' },
      [],
      { names: modulesIn },
    ),
    leak(
      'stats with source',
      'statistics with sources',
      stats({ ...WHOLE, source: true }),
      { 'build-metadata/bundle-stats': 'dist/stats.json' },
      [],
      { uncounted: 'what modules hold has been through a loader' },
    ),
    leak(
      'map object in a script',
      'a style sheet in a script, with its map',
      style({ sourceMap: true }),
      { 'source-map/inline': JS },
      ['src/styles/desk.css'],
      { opaque: true },
    ),
    clean('a style sheet in a script', style()),
    clean('a library', build({})),
    clean('a script for pages', build({ output: { library: { type: 'var', name: 'harbourDesk' } } })),
    clean('for Node', build({ target: 'node' })),
    clean('ids by name', build({ optimization: { moduleIds: 'deterministic', chunkIds: 'named' } })),
  ];
}
