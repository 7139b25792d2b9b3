import { byteSize, counted } from '../../figures.ts';
import type { PackageRule, Sighting } from '../rule.ts';

/** Folders and files that tools keep between builds: the pattern's first group is the folder, or the file itself. */
const CACHES: readonly (readonly [tool: string, pattern: RegExp])[] = [
  ['Next.js', /^((?:.*\/)?\.next\/cache)\//],
  ['Next.js', /^((?:.*\/)?\.next\/trace(?:-build)?)$/],
  // Wherever `distDir` is.
  ['Turbopack', /^((?:.*\/)?cache\/turbopack)\/v?\d[^/]*\/(?:CURRENT|\d{8}\.(?:sst|meta|blob|del))$/],
  [
    'Vite',
    /^((?:.*\/)?(?:node_modules\/)?\.vite\/(?:deps|deps_temp_[^/]*|deps_ssr|vitest|results\.json))(?:\/|$)/,
  ],
  ['Vite', /^((?:.*\/)?node_modules\/\.(?:vite|vitest|vite-temp))\//],
  ['build tools', /^((?:.*\/)?node_modules\/\.cache)\//],
  ['Parcel', /^((?:.*\/)?\.parcel-cache)\//],
  ['Turborepo', /^((?:.*\/)?\.turbo)\//],
  ['Nx', /^((?:.*\/)?\.nx\/(?:cache|workspace-data))\//],
  ['ESLint', /^((?:.*\/)?\.eslintcache)$/],
  ['Stylelint', /^((?:.*\/)?\.stylelintcache)$/],
  ['Prettier', /^((?:.*\/)?\.prettiercache)$/],
  ['Rollup', /^((?:.*\/)?\.rollup\.cache)\//],
  ['Rollup', /^((?:.*\/)?\.rpt2_cache[^/]*)\//],
  ['swc', /^((?:.*\/)?\.swc)\//],
  ['nyc', /^((?:.*\/)?\.nyc_output)\//],
  ['Sass', /^((?:.*\/)?\.sass-cache)\//],
  ['Angular', /^((?:.*\/)?\.angular\/cache)\//],
  ['Wireit', /^((?:.*\/)?\.wireit)\//],
  ['Babel', /^((?:.*\/)?\.babel-cache)\//],
  ['Metro', /^((?:.*\/)?\.metro-cache)\//],
  ['Expo', /^((?:.*\/)?\.expo)\//],
  ['Rsdoctor', /^((?:.*\/)?\.rsdoctor)\//],
  ['Docusaurus', /^((?:.*\/)?\.docusaurus)\//],
  ['Jest', /^((?:.*\/)?jest-transform-cache-[0-9a-f]{16}[0-9a-f-]*)\//],
  ['Wrangler', /^((?:.*\/)?\.wrangler)\//],
  ['Stencil', /^((?:.*\/)?\.stencil)\//],
  // What ReScript hands from one compilation to the next, with the typed tree of each module.
  ['ReScript', /^((?:.*\/)?lib\/ocaml)\/[^/]+\.(?:i?ast|cm[ijt]|cmti)$/],
  ['ReScript', /^((?:.*\/)?lib\/bs)\/(?:\.compiler\.log|\.ninja_log|\.sourcedirs\.json)$/],
  // Beside them lies what adapters make to be deployed.
  ['SvelteKit', /^((?:.*\/)?\.svelte-kit)\/(?:generated|output|types|adapter-node)\//],
  ['Gatsby', /^((?:.*\/)?\.cache\/(?:webpack|caches|caches-lmdb))\//],
];
/**
 * Folders that are held until all files are seen. Those of a package with more are told as they come: that is
 * beyond what a run tells.
 */
const MOST_HELD = 100_000;
/** Any path of the list above holds one of these. */
const HINT = /\/\.|^\.|turbopack|jest-transform-cache-|(?:^|\/)lib\/(?:bs|ocaml)\//;

export const rule: PackageRule = {
  id: 'build-metadata/cache',
  scope: 'package',
  grounds: ['files'],
  title: 'Cache of a build tool',
  description:
    'What tools keep between two builds holds compiled and original sources, paths of the build machine, and sometimes what the environment held. Nobody who installs the package needs it. Known by the folder’s name, as the formats are the tools’ own; webpack’s is known by its content wherever it lies.',
  help: 'Leave the folder out of the package, or let the tool keep its cache outside the folder that is published.',
  cwe: [538, 200],
  levels: { closed: 'error', open: 'warning' },
  removable: true,
  *inspect({ files, caches = [] }) {
    const found = new Map<string, Cache>();
    const add = (root: string, tool: string, path: string, size: number) => {
      const one = found.get(root);
      if (one === undefined) found.set(root, { tool, files: 1, size, first: path });
      else {
        one.files++;
        one.size += size;
      }
    };
    for (const [path, size] of files) {
      const named = cacheOf(path);
      if (named === undefined) continue;
      add(named.root, named.tool, path, size);
      if (found.size === MOST_HELD) {
        yield* told(found);
        found.clear();
      }
    }
    for (const { path, tool } of caches) {
      // Of a folder that is told already by its name.
      const named = cacheOf(path);
      if (named !== undefined && found.has(named.root)) continue;
      add(path.slice(0, path.lastIndexOf('/')), tool, path, files.get(path) ?? 0);
    }
    yield* told(found);
  },
};

interface Cache {
  readonly tool: string;
  files: number;
  size: number;
  readonly first: string;
}

function* told(found: ReadonlyMap<string, Cache>): Iterable<Sighting> {
  for (const [root, { tool, files: count, size, first }] of found) {
    yield {
      path: first,
      detail: root,
      message:
        count === 1 && first === root
          ? `This is the cache of ${tool} (${byteSize(size)}).`
          : `${root} is a cache of ${tool}: ${counted(count, 'file')}, ${byteSize(size)}.`,
      evidence: { tool, folder: root, files: count, size },
    };
  }
}

function cacheOf(path: string): { readonly tool: string; readonly root: string } | undefined {
  if (!HINT.test(path)) return undefined;
  for (const [tool, pattern] of CACHES) {
    const root = pattern.exec(path)?.[1];
    if (root !== undefined) return { tool, root };
  }
  return undefined;
}
