import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A line of a project's own files that asks for source maps. */
export interface MapOption {
  /** Name of the file in the project folder. */
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

const OPTION =
  /(?:^|[\s{,('"])(?:sourcemap|sourceMaps?|devtool|inlineSourceMap|declarationMap|productionBrowserSourceMaps)['"]?\s*:(?!\s*(?:false\b|['"]none['"]|undefined\b|null\b|0\b))/;
const FLAG =
  /--(?:sourcemap|source-maps?|sourceMap|inlineSourceMap|declarationMap|embed-source-map|sourcemap-output)\b(?!=(?:none|false))/;
const COMMENTED = /^\s*(?:\/\/|\/?\*|#)/;
const MAX_FILE = 512 * 1024;
const MAX_FILES = 20;

/**
 * Finds the line that asks for source maps, as well as reading lines can tell: options of a config file, flags in a script
 * of package.json.
 *
 * @param folder of the project, absolute
 * @param writer the tool that wrote the map; any tool's where it is not known
 * @returns undefined where no line does, or the files cannot be read: it is a hint and nothing more
 */
export async function findMapOption(folder: string, writer?: string): Promise<MapOption | undefined> {
  const names = await readdir(folder).catch(() => []);
  const configs = names.filter((name) =>
    CONFIGS.some(
      ([writers, file]) => file.test(name) && (writer === undefined || writers.split(' ').includes(writer)),
    ),
  );
  for (const file of [...configs.sort(), 'package.json'].slice(0, MAX_FILES)) {
    const text = await readSmall(join(folder, file));
    const pattern = file === 'package.json' ? FLAG : OPTION;
    const line = text
      .split('\n')
      .findIndex((each) => (pattern.test(each) || FLAG.test(each)) && !COMMENTED.test(each));
    if (line !== -1) return { file, line: line + 1 };
  }
  return undefined;
}

async function readSmall(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile() || found.size > MAX_FILE) return '';
  return readFile(file, 'utf8').catch(() => '');
}
