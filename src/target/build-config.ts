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
const CONFIGS: readonly (readonly [writers: string, file: RegExp])[] = [
  ['esbuild tsup', /^(?:tsup\.config|esbuild(?:\.config)?|build(?:\.config)?)\.[cm]?[jt]s$/],
  ['rollup', /^rollup(?:\.[\w-]+)?\.config\.[cm]?[jt]s$/],
  ['rolldown', /^(?:rolldown|tsdown)\.config\.[cm]?[jt]s$/],
  ['rollup rolldown', /^vite(?:\.[\w-]+)?\.config\.[cm]?[jt]s$|^vite\.config\.[\w-]+\.[cm]?[jt]s$/],
  ['webpack css-loader', /^webpack(?:\.[\w-]+)*\.[cm]?[jt]s$/],
  ['rspack css-loader', /^(?:rspack|rsbuild|rslib)(?:\.[\w-]+)*\.[cm]?[jt]s$/],
  ['next turbopack', /^next\.config\.[cm]?[jt]s$/],
  ['typescript', /^tsconfig(?:\.[\w-]+)*\.json$/],
  ['babel', /^(?:babel\.config\.[cm]?[jt]s(?:on)?|\.babelrc(?:\.json|\.[cm]?js)?)$/],
  ['swc', /^\.swcrc$/],
  ['postcss', /^postcss\.config\.[cm]?[jt]s$/],
  ['metro', /^metro\.config\.[cm]?js$/],
  ['assemblyscript', /^asconfig\.json$/],
  ['bun', /^(?:build\.[cm]?[jt]s|bunfig\.toml)$/],
];

/** What a line may ask for: as an option of a config file, and as a flag in a script. */
const ASKS = {
  maps: {
    option:
      /(?:^|[\s{,('"])(?:sourcemap|sourceMaps?|devtool|inlineSourceMap|declarationMap|productionBrowserSourceMaps)['"]?\s*:(?!\s*(?:false\b|['"]none['"]|undefined\b|null\b|0\b))/,
    flag: /--(?:sourcemap|source-maps?|sourceMap|inlineSourceMap|declarationMap|embed-source-map|sourcemap-output)\b(?!=(?:none|false))/,
  },
  readable: {
    option: /(?:^|[\s{,('"])(?:minify|minimize|cssMinify|minifySyntax)['"]?\s*:\s*(?:false\b|['"]none['"])/,
    flag: /--(?:no-minify|minify[= ]false|no-minimize|no-optimization-minimize)\b/,
  },
} as const;

export type Asked = keyof typeof ASKS;

const COMMENTED = /^\s*(?:\/\/|\/?\*|#)/;
const MAX_FILE = 512 * 1024;
const MAX_FILES = 20;

/**
 * Finds the line that asks for source maps, or for readable code, as well as reading lines can tell: options of a config file, flags in a
 * script of package.json. Where the folder has none, those above it are looked at: a monorepo may have one config for all packages.
 *
 * @param folder of the project, absolute, links resolved
 * @param writer the tool that wrote the file; where it is not known, any tool's config in the project's own folder counts
 * @param root the last folder above that is looked at; none is where it is not above
 * @returns undefined where no line does, or the files cannot be read: it is a hint and nothing more
 */
export async function findOption(
  asked: Asked,
  folder: string,
  writer?: string,
  root = folder,
): Promise<BuildOption | undefined> {
  const last = await realpath(root).catch(() => root);
  for (let at = folder; ; at = dirname(at)) {
    const found = await findIn(asked, at, writer);
    if (found !== undefined || writer === undefined) return found;
    if (at === last || pathBelow(last, at) === undefined) return undefined;
  }
}

async function findIn(asked: Asked, folder: string, writer?: string): Promise<BuildOption | undefined> {
  const { option, flag } = ASKS[asked];
  const names = await readdir(folder).catch(() => []);
  const configs = names.filter((name) =>
    CONFIGS.some(
      ([writers, file]) => file.test(name) && (writer === undefined || writers.split(' ').includes(writer)),
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
