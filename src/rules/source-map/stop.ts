import type { Writer } from '../../content/map/writer.ts';

/** The option of each tool that stops it writing source maps, in that tool's own words. */
const STOP: Readonly<Record<Writer, string>> = {
  esbuild:
    'esbuild wrote it: build the release with `sourcemap: false` (leave `--sourcemap` out; in Wrangler `upload_source_maps: false`).',
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
  turbopack:
    'Turbopack wrote it: set `productionBrowserSourceMaps: false` and `experimental.serverSourceMaps: false` in next.config.',
  'css-loader':
    'A loader of webpack left it there: set `options: { sourceMap: false }` of css-loader, sass-loader and postcss-loader, or `devtool: false`.',
  ncc: 'ncc wrote it: leave `--source-map` (`-s`) out.',
  rollup:
    'Rollup, or a tool that writes maps as it does, wrote it: set `output.sourcemap: false` (in Vite `build.sourcemap: false`, in Rsbuild and Rslib `output.sourceMap: false`, in Nuxt `sourcemap: false`, in Nitro and Stencil `sourceMap: false`; in UglifyJS leave `--source-map` out, give microbundle `--no-sourcemap`).',
  rolldown:
    'Rolldown, a tool that builds on it, or an old Babel wrote it: set `output.sourcemap: false` (in Vite `build.sourcemap: false`, in tsdown `sourcemap: false`, in Babel `sourceMaps: false`).',
  vite: 'Vite, or another tool that joins the maps of several steps, wrote it: set `build.sourcemap: false` in the Vite config.',
  stencil:
    'Stencil, or another tool that sorts the keys of a map, wrote it: set `sourceMap: false` in stencil.config.ts, or in the config of that tool.',
  parcel:
    'Parcel wrote it: build the release with `--no-source-maps`, or set `"sourceMap": false` on the target in package.json.',
  browserify: 'Browserify wrote it: leave `--debug` (`-d`) out of the release build.',
  babel:
    'Babel or terser wrote it: set `sourceMaps: false` in the config of Babel (leave `--source-maps` out; in react-native-builder-bob of the target), and leave `sourceMap` out in terser.',
  terser: 'terser wrote it: leave `sourceMap` (on the command line `--source-map`) out of the release build.',
  swc: 'swc, or a tool that builds on it, wrote it: set `"sourceMaps": false` in .swcrc (leave `--source-maps` out; in Farm `compilation.sourcemap: false`, in Next.js `experimental.serverSourceMaps: false`).',
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
  workbox:
    'Workbox wrote it: set `sourcemap: false` in its options (in vite-plugin-pwa `workbox.sourcemap` and `injectManifest.sourcemap`).',
  haxe: 'Haxe wrote it: leave `-D js-source-map` and `-debug` out of the release build.',
  peggy: 'Peggy wrote it: leave `--source-map` (`-m`) out of the release build.',
  livescript: 'LiveScript wrote it: leave `--map` (`-m`) out of the release build.',
  civet: 'Civet wrote it: leave `--inline-map` out of the release build.',
  clojurescript: 'ClojureScript wrote it: set `:source-map false` in the options of the release build.',
  scala: 'Scala.js wrote it: set `scalaJSLinkerConfig ~= (_.withSourceMap(false))`.',
  kotlin: 'Kotlin wrote it: set `sourceMap = false` in the compiler options of the target `js`.',
  dart: 'dart2js wrote it: build the release with `--no-source-maps`.',
  ocaml: 'js_of_ocaml wrote it: leave `--source-map` and `--source-map-inline` out of the release build.',
  fable: 'Fable wrote it: leave `--sourceMaps` out of the release build.',
  purescript: 'PureScript wrote it: leave `sourcemaps` out of `--codegen`.',
  go: 'GopherJS wrote it, and always does: leave `.map` files out of the package.',
};

/** Where ng-packagr writes the bundles of a library for Angular, by Rollup and always with a map. */
const NG_PACKAGR = /(?:^|\/)fesm20\d\d\/[^/]+\.map$/;

/**
 * What to do about a map by the tool that wrote it, or about any tool where that is not known.
 *
 * @param path of the map, where it is a file of its own
 */
export function stopWriting(writer: Writer | undefined, path = ''): string {
  if (writer === 'rollup' && NG_PACKAGR.test(path))
    return 'ng-packagr wrote it, and has no option that stops it: delete `fesm20*/*.map` from what it wrote before it is published.';
  return writer === undefined
    ? 'Switch source maps off in the release build (`sourcemap: false` in esbuild, Rollup and Vite, `devtool: false` in webpack, `"sourceMap": false` in tsconfig.json).'
    : STOP[writer];
}
