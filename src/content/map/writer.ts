import type { MapFacts } from './facts.ts';

/** A tool whose maps can be told by their bytes; some of them write alike and go by one name. */
export type Writer =
  | 'esbuild'
  | 'tsup'
  | 'angular'
  | 'bun'
  | 'typescript'
  | 'coffeescript'
  | 'webpack'
  | 'next'
  | 'rspack'
  | 'turbopack'
  | 'css-loader'
  | 'ncc'
  | 'rollup'
  | 'rolldown'
  | 'vite'
  | 'stencil'
  | 'parcel'
  | 'browserify'
  | 'babel'
  | 'terser'
  | 'swc'
  | 'sass'
  | 'less'
  | 'postcss'
  | 'clean-css'
  | 'lightningcss'
  | 'metro'
  | 'closure'
  | 'assemblyscript';

/**
 * Keys of a map in the order in which tools write them, and whether with line breaks. Seen by building one application with
 * each: esbuild 0.28, tsup 8.5, Bun 1.3, TypeScript 5.9 and 7.0, webpack 5.112, Rspack 2.3, Rollup 4.68, Rolldown 1.3, Vite 8.3, Parcel 2,
 * Babel 7.29, terser 5.51, UglifyJS 3.19, swc 1.16, Sass 1.108, Less 4.9, PostCSS 8.5, clean-css 5.3, Lightning CSS 1.33, AssemblyScript 0.28, Stencil 4.45, Angular 22.
 */
const KEY_ORDERS: readonly (readonly [writer: Writer, pretty: boolean, keys: string])[] = [
  ['esbuild', true, 'version,sources,sourcesContent,mappings,names'],
  ['esbuild', true, 'version,sources,mappings,names'],
  ['esbuild', true, 'version,sources,sourceRoot,sourcesContent,mappings,names'],
  ['esbuild', true, 'version,sources,sourceRoot,mappings,names'],
  ['tsup', false, 'version,sources,sourcesContent,mappings,names'],
  ['angular', false, 'x_google_ignoreList,version,sources,sourcesContent,mappings,names'],
  ['angular', false, 'x_google_ignoreList,version,sources,sourcesContent,mappings,names,debugId'],
  ['bun', true, 'version,sources,sourcesContent,mappings,debugId,names'],
  ['typescript', false, 'version,file,sourceRoot,sources,names,mappings'],
  ['typescript', false, 'version,file,sourceRoot,sources,names,mappings,sourcesContent'],
  ['webpack', false, 'version,file,mappings,sources,sourcesContent,names,sourceRoot'],
  ['webpack', false, 'version,file,mappings,sources,names,sourceRoot'],
  // Rspack writes the same; Rsbuild and Rslib, which start it, leave its scheme out.
  ['rollup', false, 'version,file,sources,sourcesContent,names,mappings'],
  ['rollup', false, 'version,file,sources,names,mappings'],
  ['rollup', false, 'version,file,sources,sourcesContent,names,mappings,debugId'],
  ['rolldown', false, 'version,file,names,sources,sourcesContent,mappings'],
  ['rolldown', false, 'version,file,names,sources,sourcesContent,mappings,debugId'],
  // What joins the maps of several steps (@jridgewell/remapping); Vite names the file afterwards.
  ['vite', false, 'version,mappings,names,ignoreList,sources,sourcesContent,file'],
  ['stencil', false, 'file,mappings,names,sources,sourcesContent,version'],
  ['parcel', false, 'mappings,sources,sourcesContent,names,version,file'],
  ['parcel', false, 'mappings,sources,sourcesContent,names,version,file,sourceRoot'],
  ['babel', false, 'version,file,names,sources,sourcesContent,mappings,ignoreList'],
  ['babel', false, 'version,names,sources,sourcesContent,mappings,ignoreList'],
  ['babel', false, 'version,names,sources,sourcesContent,mappings'],
  // Babel always writes the texts.
  ['terser', false, 'version,file,names,sources,mappings,ignoreList'],
  ['terser', false, 'version,names,sources,mappings,ignoreList'],
  ['swc', false, 'version,sources,sourcesContent,names,mappings'],
  ['sass', false, 'version,sourceRoot,sources,names,mappings,file'],
  ['sass', false, 'version,sourceRoot,sources,sourcesContent,names,mappings,file'],
  ['sass', false, 'version,sourceRoot,sources,names,mappings,sourcesContent'],
  ['sass', false, 'version,sourceRoot,sources,names,mappings,file,sourcesContent'],
  ['postcss', false, 'version,sources,names,mappings,file'],
  ['postcss', false, 'version,sources,names,mappings,file,sourcesContent'],
  ['clean-css', false, 'version,sources,names,mappings,sourcesContent'],
  ['lightningcss', false, 'version,sourceRoot,mappings,sources,sourcesContent,names'],
  ['assemblyscript', false, 'version,sources,names,mappings,sourceRoot,sourcesContent'],
];

/** Names that only one tool gives to sources of its own. */
const OWN_SOURCES: readonly (readonly [writer: Writer, source: RegExp])[] = [
  ['turbopack', /^(?:turbopack:\/\/|\[turbopack\])/],
  // Its server's parts go by the name of the package.
  [
    'next',
    /^webpack:\/\/(?:_N_E\/|[^/]*\/(?:_N_E\/|(?:\.\/|\.\.\/)*node_modules\/next\/dist\/|external commonjs "next\/dist\/))/,
  ],
  ['ncc', /^\.\.\/webpack\/(?:bootstrap|runtime|before-startup)/],
  ['browserify', /(?:^|\/)browser-pack\/_prelude\.js$/],
  ['metro', /^__prelude__$/],
  ['assemblyscript', /^~lib\//],
  ['coffeescript', /\.(?:lit)?coffee$/],
  ['less', /\.less$/],
];
/** What a tool writes only where it has something to say there: for the place of the others it does not count. */
const EXTENSION = /^(?:ignoreList|debugId|debug_id|x_\w+)$/;
/** Tools that build nothing but style sheets. Others that write maps with the same library write the same keys. */
const STYLE_ONLY: ReadonlySet<Writer> = new Set(['sass', 'postcss', 'clean-css', 'lightningcss']);
const STYLE = /\.(?:css|s[ac]ss|less|styl|pcss|vue)$/;
const SCRIPT = /\.(?:[cm]?[jt]sx?|es6?)$/;
/** Sources that are looked at. */
const SOME = 50;

/**
 * The tool that wrote a map, where its bytes tell: by names of its own among the sources and keys, else by the order of
 * the keys. A bundler's map that a minifier passed on may go by the minifier's name.
 *
 * @param carried whether the map is an object inside a script, where loaders leave theirs
 */
export function writerOf(map: MapFacts, carried = false): Writer | undefined {
  const { keys, sources } = map;
  if (keys.some((key) => /^x_(?:facebook|hermes|metro)_/.test(key))) return 'metro';
  if (keys.includes('lineCount')) return 'closure';
  const some = sources.slice(0, SOME);
  const own = OWN_SOURCES.find(([, pattern]) => some.some(({ path }) => pattern.test(path)));
  if (own !== undefined) return own[0];
  const order = keys.join(',');
  if (map.scheme === 'webpack') {
    if (carried && some.some(({ path }) => STYLE.test(path))) return 'css-loader';
    return /^version,file,sources,(?:sourcesContent,)?names,mappings/.test(order) ? 'rspack' : 'webpack';
  }
  const writer =
    writerByOrder(order, map.pretty) ??
    writerByOrder(keys.filter((key) => !EXTENSION.test(key)).join(','), map.pretty);
  const isOther =
    writer !== undefined && STYLE_ONLY.has(writer) && some.some(({ path }) => SCRIPT.test(path));
  return isOther ? undefined : writer;
}

function writerByOrder(order: string, isPretty: boolean): Writer | undefined {
  return KEY_ORDERS.find(([, pretty, written]) => written === order && pretty === isPretty)?.[0];
}
