/** Workbox writes a service worker to a temporary folder, named by a random number, and bundles it from there. */
export const WORKBOX = /^(?:\.\.\/){2,}(?:[\w.+-]+\/){0,8}[0-9a-f]{32}\/[\w.-]{1,99}js$/;

/** Parts that bundlers themselves write into `sources`: run-time glue, virtual modules, externals. */
const GENERATED = new RegExp(
  [
    /^(?:\.\.\/)*(?:\0|virtual:)/,
    /^(?:\.\.\/)*vite\/(?:preload-helper|modulepreload-polyfill)/,
    /^(?:node|bun|native|external|data|rolldown|rollup|vite|commonjs-helpers?|virtual)[: ]/,
    /^(?:webpack|vite)\/(?:runtime|bootstrap|container|sharing|universalModuleDefinition|preload-helper|modulepreload-polyfill|startup|before-startup|after-startup)/,
    /^\(webpack\)/,
    /^\[(?:synthetic|turbopack|project-runtime)/,
    /^<(?:anon|define|stdin|runtime|anonymous)/,
    // Metro: the start, what runs an entry, and the module that names the map.
    /^__prelude__$/,
    /^require-(?:\/|[A-Za-z]:)/,
    /^source-map$/,
    /^(?:ignored\||external )/,
    // Next.js tells of its own files as they lay where it was built: two folders up and more, in those it has.
    /^webpack:\/\/_N_E\/(?:\.\.\/){2,9}src\/(?:build|client|lib|next-devtools|server|shared)\//,
    // Angular's packages tell of their files as they lay where Bazel built them: beside the map, and with a hash of
    // what they were built for.
    /^(?:\.\.\/)+k8-fastbuild-ST-[0-9a-f]{12}\/bin\/packages\/(?:animations|common|compiler|core|elements|forms|localize|platform-[a-z-]+|router|service-worker|upgrade|zone\.js)\//,
    // What VitePress knows of the site, and the loader of Turbopack.
    /^(?:\.\.\/)*@siteData$/,
    /(?:^|\/)\[turbopack\]_runtime\.js$/,
    // Libraries that compilers bring along.
    /^~lib\//,
    /(?:^|\/)haxe\/(?:versions\/[^/]+\/)?std\//,
    /^org-dartlang-sdk:/,
    WORKBOX,
    // The parts of webpack and Rspack where no name of the package stands before them.
    /^webpack:\/\/webpack\/(?:runtime|bootstrap|container|sharing|universalModuleDefinition|startup|before-startup|after-startup)/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** A source path taken apart. */
export interface Origin {
  /** The bundler's scheme, without `:`, where the path has one. */
  readonly scheme: string | undefined;
  /** Without scheme, namespace, query and leading `./`; `../` stays. */
  readonly path: string;
  readonly firstParty: boolean;
}

/**
 * Tells whose file a map's source is.
 *
 * Bundlers write `webpack://<namespace>/./src/a.ts?1b2c`, `turbopack:///[project]/src/a.ts`, `../src/a.ts` or
 * `/abs/src/a.ts` for the publisher's own files, the same with `node_modules` for others', and names of their own
 * for glue.
 *
 * @param source as written in the map, `sourceRoot` put before it
 */
export function originOf(source: string): Origin {
  const match = !source.includes('://')
    ? null
    : /^([A-Za-z][A-Za-z0-9+.-]{1,30}):\/\/([^/]{0,200})\/(.*)$/s.exec(source);
  const scheme = match?.[1]?.toLowerCase();
  const network = scheme === 'http' || scheme === 'https' || scheme === 'file';
  let path = match === null ? source : (match[3] ?? '');
  // Whose loader reads a file says nothing of whose file it is.
  if (!network && path.includes('node_modules')) path = withoutLoaders(path);
  // Loader queries and hashes behind names of modules, whatever scheme `devtoolModuleFilenameTemplate` gave them; a path of the disk may hold a question mark of its own.
  if (scheme !== undefined && !network) path = withoutQuery(path);
  if (path.includes('\\')) path = path.replace(/\\/g, '/');
  path = path.replace(/^\/?\[project\]\//, '');
  while (path.startsWith('./')) path = path.slice(2);
  const thirdParty =
    /(?:^|\/)(?:node_modules|\.pnpm|bower_components|jspm_packages)\//.test(path) || path.startsWith('~/');
  const generated = path === '' || GENERATED.test(path) || (path !== source && GENERATED.test(source));
  return { scheme: network ? undefined : scheme, path, firstParty: !thirdParty && !generated };
}

/**
 * The file of a module that webpack names with all that reads it: `[loader]??[options]![loader]!./src/a.vue?[part]` of modules,
 * `./src/a.vue?[loader]![loader]` of what it calls a module in a debugger.
 */
export function withoutLoaders(name: string): string {
  const asked = name.indexOf('?');
  if (asked !== -1 && beginsAsPath(name, asked + 1))
    return name.slice(name.lastIndexOf('!', asked) + 1, asked);
  const at = name.lastIndexOf('!');
  return at !== -1 && beginsAsPath(name, at + 1) ? withoutQuery(name.slice(at + 1)) : name;
}

const beginsAsPath = (text: string, at: number): boolean =>
  /^(?:\.{0,2}|[A-Za-z]:)[\\/]/.test(text.slice(at, at + 3));

/** Without what follows the first question mark in the last segment. */
function withoutQuery(path: string): string {
  const at = path.indexOf('?', path.lastIndexOf('/') + 1);
  return at === -1 ? path : path.slice(0, at);
}
