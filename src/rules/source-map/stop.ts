/** The option of each tool that stops it writing source maps, in that tool's own words. */
const STOP = {
  esbuild: 'esbuild wrote it: build the release with `sourcemap: false` (leave `--sourcemap` out).',
  bun: "Bun wrote it: build the release with `sourcemap: 'none'` (leave `--sourcemap` out).",
  typescript:
    'tsc wrote it: set `"sourceMap": false`, `"inlineSourceMap": false` and `"declarationMap": false` in the tsconfig of the release build.',
  webpack: 'webpack wrote it: set `devtool: false` in the production config.',
  rollup:
    'Rollup, or a tool that builds on it, wrote it: set `output.sourcemap: false` (in Vite `build.sourcemap: false`).',
  rolldown:
    'Rolldown or Babel wrote it: set `output.sourcemap: false` (in Vite `build.sourcemap: false`, in tsdown `sourcemap: false`, in Babel `sourceMaps: false`).',
  babel:
    'Babel wrote it: set `sourceMaps: false` in the config of the release build (leave `--source-maps` out).',
  terser: 'terser wrote it: leave `sourceMap` (on the command line `--source-map`) out of the release build.',
  swc: 'swc or UglifyJS wrote it: set `sourceMaps: false` (in UglifyJS leave `--source-map` out).',
  sass: 'Sass wrote it: build the release with `--no-source-map` (in the API without `sourceMap`).',
} as const;

/** A tool whose maps can be told by their bytes. */
export type Generator = keyof typeof STOP;

/** What to do about a map by the tool that wrote it, or about any tool where that is not known. */
export function stopWriting(generator: Generator | undefined): string {
  return generator === undefined
    ? 'Switch source maps off in the release build (`sourcemap: false` in esbuild, Rollup and Vite, `devtool: false` in webpack, `"sourceMap": false` in tsconfig.json).'
    : STOP[generator];
}
