/** The option of each tool that stops it writing source maps, in that tool's own words. */
const STOP: Readonly<Record<string, string>> = {
  esbuild: 'esbuild wrote it: build the release with `sourcemap: false` (leave `--sourcemap` out).',
  bun: "Bun wrote it: build the release with `sourcemap: 'none'` (leave `--sourcemap` out).",
  typescript:
    'tsc wrote it: set `"sourceMap": false`, `"inlineSourceMap": false` and `"declarationMap": false` in the tsconfig of the release build.',
  webpack: 'webpack wrote it: set `devtool: false` in the production config.',
  rollup:
    'Rollup, or a tool that builds on it, wrote it: set `output.sourcemap: false` (in Vite `build.sourcemap: false`).',
};

/** What to do about a map by the tool that wrote it, or about any tool where that is not known. */
export function stopWriting(generator: string | undefined): string {
  return (
    (generator === undefined ? undefined : STOP[generator]) ??
    'Switch source maps off in the release build (`sourcemap: false` in esbuild, Rollup and Vite, `devtool: false` in webpack, `"sourceMap": false` in tsconfig.json).'
  );
}
