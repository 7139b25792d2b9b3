import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathBelow } from './below.ts';

/** A line of a project's own files that asks for something. */
export interface BuildOption {
  /** Absolute. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Config files by the tools that read them, as `writerOf` names those. What starts them all is in package.json. */
const CONFIGS: readonly (readonly [tools: string, file: RegExp])[] = [
  // unbuild has the same name for its config as many a script, and writes the maps of Rollup.
  ['rollup', /^build\.config\.[cm]?[jt]s$/],
  ['esbuild tsup', /^(?:tsup\.config|esbuild(?:\.config)?|build(?:\.config)?)\.[cm]?[jt]s$/],
  ['rollup', /^rollup(?:\.[\w-]+)?\.config\.[cm]?[jt]s$/],
  ['rolldown', /^(?:rolldown|tsdown)\.config\.[cm]?[jt]s$/],
  [
    'workbox rollup rolldown vite',
    /^vite(?:\.[\w-]+)?\.config\.[cm]?[jt]s$|^vite\.config\.[\w-]+\.[cm]?[jt]s$/,
  ],
  ['angular', /^(?:angular|project)\.json$/],
  ['rollup', /^nitro\.config\.[cm]?[jt]s$/],
  ['rollup rolldown vite', /^(?:nuxt|astro|app|electron\.vite)\.config\.[cm]?[jt]s$/],
  ['workbox rollup rolldown vite', /^workbox-config\.[cm]?js$/],
  ['swc', /^farm\.config\.[cm]?[jt]s$/],
  ['rollup stencil babel', /^stencil\.config\.[cm]?[jt]s$/],
  ['webpack css-loader', /^webpack(?:\.[\w-]+)*\.[cm]?[jt]s$/],
  ['rspack rollup css-loader', /^(?:rspack|rsbuild|rslib)(?:\.[\w-]+)*\.[cm]?[jt]s$/],
  ['vue webpack css-loader', /^vue\.config\.[cm]?js$/],
  ['next turbopack swc', /^next\.config\.[cm]?[jt]s$/],
  ['typescript', /^tsconfig(?:\.[\w-]+)*\.json$/],
  ['babel', /^(?:babel\.config\.[cm]?[jt]s(?:on)?|\.babelrc(?:\.json|\.[cm]?js)?)$/],
  ['swc', /^\.swcrc$/],
  ['postcss', /^postcss\.config\.[cm]?[jt]s$/],
  ['metro', /^metro\.config\.[cm]?js$/],
  ['assemblyscript', /^asconfig\.json$/],
  ['bun', /^(?:build\.[cm]?[jt]s|bunfig\.toml)$/],
  [
    'coverage',
    /^(?:\.nycrc(?:\.json|\.ya?ml)?|nyc\.config\.[cm]?js|\.c8rc(?:\.json)?|jest\.config\.(?:[cm]?[jt]s|json))$/,
  ],
  ['coverage', /^vitest\.config\.[cm]?[jt]s$|^karma\.conf\.[cm]?[jt]s$/],
  ['parcel', /^\.parcelrc$/],
];

/** What asks for something: options of a config file, and flags and programs in a script of package.json. */
interface Asking {
  /** Whose configs may; those of every tool where none is named. */
  readonly tools?: string;
  readonly option: RegExp;
  readonly flag: RegExp;
}

/** What stands behind an option that is switched off. */
const ON = String.raw`['"]?\s*:(?!\s*(?:false\b|['"]none['"]|undefined\b|null\b|0\b))`;
const MAPS: Asking = {
  option: new RegExp(
    String.raw`(?:^|[\s{,('"])(?:source(?:map|Map)s?|devtool|inlineSourceMap|declarationMap|productionBrowserSourceMaps|serverSourceMaps|productionSourceMap)${ON}`,
  ),
  // microbundle writes maps unless it is told not to.
  flag: /--(?:sourcemap|source-maps?|sourceMap|inlineSourceMap|declarationMap|embed-source-map|sourcemap-output)\b(?!=(?:none|false))|[\s"&|;]microbundle(?=[\s&|;]|"(?!\s*:))(?![^&|;]*--(?:no-sourcemap|sourcemap[ =](?:false|none)))/,
};

const READABLE: Asking = {
  option: /(?:^|[\s{,('"])(?:minify|minimize|cssMinify|minifySyntax)['"]?\s*:\s*(?:false\b|['"]none['"])/,
  flag: /--(?:no-minify|minify[= ]false|no-minimize|no-optimization-minimize)\b/,
};

const ANALYZER = 'webpack rspack css-loader next vue';
const COVERAGE: Asking = {
  tools: 'coverage vite',
  option: new RegExp(
    String.raw`(?:^|[\s{,('"])(?:collectCoverage|coverageDirectory|coverageReporters?|coverage|reportsDirectory|report-dir|reports-dir|reporter)${ON}`,
  ),
  flag: /--coverage\b(?!=false)|(?:^|[\s"'&|;])(?:nyc|c8)\s|NODE_V8_COVERAGE/,
};
const METAFILE = new RegExp(String.raw`(?:^|[\s{,('"])metafile${ON}`);
const NOTHING = /$^/;

/** What asks for a record or a cache, by the name that findings call it by. */
const RECORDS: Readonly<Record<string, Asking>> = {
  'webpack stats': {
    tools: ANALYZER,
    option: new RegExp(
      `(?:generateStatsFile|statsFilename)${ON}|StatsWriterPlugin|StatsPlugin|webpack-stats-plugin`,
    ),
    flag: /(?:webpack|rspack)\b(?:(?!(?:webpack|rspack)\b).)*\s--json\b/,
  },
  'webpack records': {
    tools: ANALYZER,
    option: new RegExp(`records(?:Output|Input)?Path${ON}`),
    flag: /--records-path\b/,
  },
  'webpack DLL manifest': { tools: ANALYZER, option: /DllPlugin\(/, flag: NOTHING },
  'webpack-bundle-analyzer report': {
    tools: ANALYZER,
    option: /new\s+(?=\w*BundleAnalyzer)\w+\(|withBundleAnalyzer|bundleAnalyze\s*:/,
    flag: /webpack-bundle-analyzer|--analyze\b|ANALYZE=true/,
  },
  'esbuild metafile': {
    tools: 'esbuild tsup rolldown',
    option: METAFILE,
    flag: /--metafile\b/,
  },
  'Bun bundle report': { tools: 'none', option: NOTHING, flag: /--metafile-md\b/ },
  'Bun metafile': { tools: 'bun', option: METAFILE, flag: /--metafile(?:-md)?\b/ },
  'rollup-plugin-visualizer report': {
    tools: 'rollup rolldown vite',
    option: /(?:^|[^.\w])visualizer\(/,
    flag: /vite-bundle-visualizer|rollup-plugin-visualizer/,
  },
  'vite-bundle-analyzer report': {
    tools: 'vite rollup rolldown',
    option: /(?:^|[^.\w])analyzer\(/,
    flag: /vite-bundle-analyzer/,
  },
  'source-map-explorer report': { tools: 'none', option: NOTHING, flag: /source-map-explorer/ },
  'Sonda report': { option: /(?:^|[^.\w])Sonda\w*\(/, flag: /(?:^|[\s"'&|;])sonda\s/ },
  'Rsdoctor report': {
    tools: 'rspack webpack css-loader',
    option: /Rsdoctor(?:(?!Rsdoctor)\w)*Plugin/,
    flag: /RSDOCTOR=|rsdoctor/,
  },
  'Parcel bundle report': {
    tools: 'parcel',
    option: /parcel-reporter-|@parcel\/reporter-/,
    flag: /--detailed-report\b|@parcel\/reporter-/,
  },
  'Vite manifest': {
    tools: 'vite',
    option: new RegExp(String.raw`(?:^|[\s{,('"])manifest${ON}`),
    flag: /--manifest\b/,
  },
  'Vite SSR manifest': {
    tools: 'vite',
    option: new RegExp(String.raw`(?:^|[\s{,('"])ssrManifest${ON}`),
    flag: /--ssrManifest\b/,
  },
  'TypeScript build info': {
    tools: 'typescript',
    option: new RegExp(`"(?:tsBuildInfoFile|incremental|composite)${ON}`),
    flag: /tsc\b(?:(?!tsc\b).)*\s(?:-b|--build|--incremental|--composite|--tsBuildInfoFile)\b/,
  },
  'Istanbul-instrumented code': {
    tools: 'babel vite rollup webpack rspack',
    option: /istanbul/,
    flag: /nyc\s+instrument/,
  },
  'Next.js': { tools: 'next turbopack', option: new RegExp(`distDir${ON}`), flag: NOTHING },
};

/** What a line may ask for: source maps, readable code, a record of the build or a cache. */
export type Asked = 'maps' | 'readable' | 'record';

function askingFor(asked: Asked, by: string | undefined): Asking | undefined {
  if (asked === 'record') return RECORDS[by ?? ''] ?? (/coverage/i.test(by ?? '') ? COVERAGE : undefined);
  const asking = asked === 'maps' ? MAPS : READABLE;
  return by === undefined ? asking : { ...asking, tools: by };
}

/** A comment, or a line that only names a package to load. */
const COMMENTED = /^\s*(?:\/\/|\/?\*|#|import\b|(?:const|let|var)\b.*\brequire\()/;
const MAX_FILE = 512 * 1024;
const MAX_FILES = 20;

/**
 * Finds the line that asks for what was found, as well as reading lines can tell: options of a config file, flags
 * in a script of package.json. Where the folder has none, those above it are looked at: a monorepo may have one
 * config for all packages.
 *
 * @param folder of the project, absolute, links resolved
 * @param by the tool that wrote the file; where it is not known, any tool's config in the project's own folder
 *   counts. Of a record what findings call it by: "webpack stats", "lcov coverage", "Next.js"
 * @param root the last folder above that is looked at; none is where it is not above
 * @returns undefined where no line does, or the files cannot be read: it is a hint and nothing more
 */
export async function findOption(
  asked: Asked,
  folder: string,
  by?: string,
  root = folder,
): Promise<BuildOption | undefined> {
  const asking = askingFor(asked, by);
  if (asking === undefined) return undefined;
  const last = await realpath(root).catch(() => root);
  for (let at = folder; ; at = dirname(at)) {
    const found = await findIn(asking, at);
    if (found !== undefined || by === undefined) return found;
    if (at === last || pathBelow(last, at) === undefined) return undefined;
  }
}

async function findIn({ tools, option, flag }: Asking, folder: string): Promise<BuildOption | undefined> {
  const wanted = tools?.split(' ');
  const names = await readdir(folder).catch(() => []);
  const configs = names.filter((name) =>
    CONFIGS.some(
      ([readers, file]) =>
        file.test(name) &&
        (wanted === undefined || readers.split(' ').some((reader) => wanted.includes(reader))),
    ),
  );
  for (const name of [...configs.sort(), 'package.json'].slice(0, MAX_FILES)) {
    const file = join(folder, name);
    const pattern = name === 'package.json' ? flag : option;
    const line = (await readSmall(file))
      .split('\n')
      .findIndex((each) => (pattern.test(each) || flag.test(each)) && !COMMENTED.test(each));
    if (line !== -1) return { file, line: line + 1 };
  }
  return undefined;
}

async function readSmall(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile() || found.size > MAX_FILE) return '';
  return readFile(file, 'utf8').catch(() => '');
}
