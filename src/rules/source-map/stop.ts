import type { Writer } from '../../content/map/writer.ts';

/** The option of each tool that stops it writing source maps, in that tool's own words. */
const STOP: Readonly<Record<Writer, string>> = {
  esbuild: 'esbuild wrote it: build the release with `sourcemap: false` (leave `--sourcemap` out).',
  tsup: 'A tool that builds on esbuild wrote it: set `sourcemap: false` in its config (in tsup leave `--sourcemap` out).',
  angular:
    'The builder of Angular wrote it: set `"sourceMap": false` in the options of the production configuration in angular.json.',
  bun: "Bun wrote it: build the release with `sourcemap: 'none'` (leave `--sourcemap` out).",
  typescript:
    'tsc wrote it: set `"sourceMap": false`, `"inlineSourceMap": false` and `"declarationMap": false` in the tsconfig of the release build.',
  coffeescript:
    'CoffeeScript wrote it: leave `--map` (`-m`) and `--inline-map` (`-M`) out of the release build.',
  webpack: 'webpack wrote it: set `devtool: false` in the production config.',
  next: 'Next.js wrote it: set `productionBrowserSourceMaps: false` and `experimental.serverSourceMaps: false` in next.config.',
  rspack:
    'Rspack wrote it: set `devtool: false` in the production config (in Rsbuild and Rslib `output.sourceMap: false`).',
  turbopack: 'Turbopack wrote it: set `productionBrowserSourceMaps: false` in next.config.',
  'css-loader':
    'A loader of webpack left it there: set `options: { sourceMap: false }` of css-loader, sass-loader and postcss-loader, or `devtool: false`.',
  ncc: 'ncc wrote it: leave `--source-map` (`-s`) out.',
  rollup:
    'Rollup, or a tool that writes maps as it does, wrote it: set `output.sourcemap: false` (in Vite `build.sourcemap: false`, in Rsbuild and Rslib `output.sourceMap: false`, in Nitro and Stencil `sourceMap: false`; in UglifyJS leave `--source-map` out).',
  rolldown:
    'Rolldown, a tool that builds on it, or an old Babel wrote it: set `output.sourcemap: false` (in Vite `build.sourcemap: false`, in tsdown `sourcemap: false`, in Babel `sourceMaps: false`).',
  vite: 'Vite, or another tool that joins the maps of several steps, wrote it: set `build.sourcemap: false` in the Vite config.',
  stencil: 'Stencil wrote it: set `sourceMap: false` in stencil.config.ts.',
  parcel:
    'Parcel wrote it: build the release with `--no-source-maps`, or set `"sourceMap": false` on the target in package.json.',
  browserify: 'Browserify wrote it: leave `--debug` (`-d`) out of the release build.',
  babel:
    'Babel or terser wrote it: set `sourceMaps: false` in the config of Babel (leave `--source-maps` out), and leave `sourceMap` out in terser.',
  terser: 'terser wrote it: leave `sourceMap` (on the command line `--source-map`) out of the release build.',
  swc: 'swc wrote it: set `"sourceMaps": false` in .swcrc (leave `--source-maps` out).',
  sass: 'Sass wrote it: build the release with `--no-source-map` (in the API without `sourceMap`).',
  less: 'Less wrote it: leave `--source-map` (in the API `sourceMap`) out of the release build.',
  postcss: 'PostCSS wrote it: set `map: false` in its options (leave `--map` out).',
  'clean-css': 'clean-css wrote it: set `sourceMap: false` (leave `--source-map` out).',
  lightningcss: 'Lightning CSS wrote it: set `sourceMap: false` (leave `--sourcemap` out).',
  metro:
    'Metro wrote it: leave `--sourcemap-output` out, or write it outside the folder that is published (with Hermes also `-output-source-map`).',
  closure: 'Closure Compiler wrote it: leave `--create_source_map` out of the release build.',
  assemblyscript:
    'AssemblyScript wrote it: set `"sourceMap": false` in the release target of asconfig.json (leave `--sourceMap` out).',
};

/** What to do about a map by the tool that wrote it, or about any tool where that is not known. */
export function stopWriting(writer: Writer | undefined): string {
  return writer === undefined
    ? 'Switch source maps off in the release build (`sourcemap: false` in esbuild, Rollup and Vite, `devtool: false` in webpack, `"sourceMap": false` in tsconfig.json).'
    : STOP[writer];
}
