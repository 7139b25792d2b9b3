import { join, relative, resolve, sep } from 'node:path';
import { limitsOf, type Limits as ReadingLimits } from './archive/limits.ts';
import { readConfigFile } from './config/file.ts';
import { nearNameIn } from './config/near-name.ts';
import type { Config } from './config/settings.ts';
import { PackgateError } from './errors.ts';
import { foldersUp } from './target/repository.ts';

/** The limits of a run with this config. */
export function readingLimits(config: Config | null): ReadingLimits {
  const set = Object.entries(config?.runLimits ?? {}).map(([name, { value }]) => [name, value]);
  return limitsOf(Object.fromEntries(set));
}

export interface ConfigOptions {
  /** Absolute; where the config is looked for. */
  readonly cwd: string;
  /** What `--config` names, relative to `cwd`. */
  readonly file?: string;
  /** Ids of all rules, so that a misspelt one is found. */
  readonly knownRules: readonly string[];
  /**
   * Names of the packages of the workspace whose root the folder is, so that a section for none of them is found;
   * undefined where the folder is no such root.
   */
  readonly packagesIn?: (folder: string) => Promise<readonly string[] | undefined>;
}

/** The files a config may be in, beside the key `packgate` in `package.json`. */
const NAMES = ['packgate.yml', 'packgate.yaml', 'packgate.json'];
const KEY = 'packgate';

/**
 * Finds and reads the config; null where there is none. It is looked for in the working folder and then in those
 * above it, up to the root of the repository, so that a package of a monorepo is judged by the same config from
 * wherever packgate runs.
 *
 * Throws PackgateError 'config' where there are two in one folder, where the file cannot be read, and (as
 * ConfigError, which knows all of them) for mistakes in it. The YAML reader and the shape checker are loaded only
 * when there is a file.
 */
export async function loadConfig(options: ConfigOptions): Promise<Config | null> {
  const found = readConfig(options);
  return found === null ? null : parseFound(found, options);
}

/**
 * A config as text, as `loadConfig` finds it; null where there is none, with `mayBeNew` also where a named one is
 * missing.
 */
export function readConfig({
  cwd,
  file,
  mayBeNew = false,
}: Pick<ConfigOptions, 'cwd' | 'file'> & { readonly mayBeNew?: boolean }): ConfigText | null {
  if (file !== undefined) {
    return mayBeNew && readConfigFile(resolve(cwd, file), file) === null ? null : readNamed(cwd, file);
  }
  for (const folder of foldersUp(cwd)) {
    const found = findConfig(folder, cwd);
    if (found !== null) return found;
  }
  return null;
}

/** Each file that would be read as config, were it there. Relative to the folder where it is looked for. */
export function configPlaces(cwd: string): readonly string[] {
  return foldersUp(cwd).flatMap((folder) => NAMES.map((name) => relative(cwd, join(folder, name))));
}

/** Throws ConfigError for mistakes in it. */
export async function parseFound(
  { name, text, root, folder }: ConfigText,
  { knownRules, packagesIn }: Pick<ConfigOptions, 'knownRules' | 'packagesIn'>,
): Promise<Config> {
  const { parseConfig } = await import('./config/parse.ts');
  const knownPackages = text.includes('packages') ? await packagesIn?.(folder) : undefined;
  return {
    ...parseConfig(text, name, knownRules, root, knownPackages),
    folder,
    ...(knownPackages && { areKnown: true }),
  };
}

/** What messages would call the config in this very folder; undefined where there is none. */
export function configIn(folder: string, cwd: string): string | undefined {
  return findConfig(folder, cwd, readManifest)?.name;
}

/** Of a package that is to be inspected: why its manifest cannot be read is told there. */
function readManifest(path: string, name: string): string | null {
  try {
    return readConfigFile(path, name);
  } catch (error) {
    if (error instanceof PackgateError) return null;
    throw error;
  }
}

/** A config file, not read any further. */
export interface ConfigText {
  /** As messages call it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** The key the config stands under. */
  readonly root?: string;
  /** Absolute: where it was found, or where it was looked for when it was named. */
  readonly folder: string;
}

function readNamed(cwd: string, file: string): ConfigText {
  const path = resolve(cwd, file);
  const text = readConfigFile(path, file);
  if (text === null) {
    throw new PackgateError('config', `${file}: no such file`, { help: 'Correct the path given as config.' });
  }
  // A package.json has other keys too; as config, only ours is meant.
  const root = /(?:^|[\\/])package\.json$/.test(file) ? KEY : undefined;
  if (root && !holdsKey(text)) {
    throw new PackgateError('config', `${file}: has no key \`${KEY}\``, {
      help: 'Correct the path given as config.',
    });
  }
  return { name: file, path, text, folder: cwd, ...(root && { root }) };
}

function findConfig(folder: string, cwd: string, readOfPackage = readConfigFile): ConfigText | null {
  const found: ConfigText[] = [];
  for (const file of [...NAMES, 'package.json']) {
    const path = join(folder, file);
    const name = relative(cwd, path).split(sep).join('/');
    const text = (file === 'package.json' ? readOfPackage : readConfigFile)(path, name);
    if (text === null) continue;
    if (file !== 'package.json') found.push({ name, path, text, folder });
    else if (holdsKey(text)) found.push({ name, path, text, folder, root: KEY });
  }
  const near = nearNameIn(folder, NAMES);
  if (near !== undefined) {
    const name = relative(cwd, join(folder, near)).split(sep).join('/');
    throw new PackgateError('config', `${name}: nobody reads a config of this name`, {
      help: `Call it ${NAMES[0]} or ${NAMES[2]}, or name it with --config (in a workflow, the input config).`,
    });
  }
  const [first, second] = found;
  if (first && second) {
    const name = (config: ConfigText) => (config.root ? `the key \`${KEY}\` in ${config.name}` : config.name);
    throw new PackgateError('config', `two configs: ${name(first)} and ${name(second)}`, {
      help: 'Keep one of them, or say which with --config.',
    });
  }
  return first ?? null;
}

/** Whether a package.json carries a config. One that is no JSON is not ours to complain about, unless it names us. */
function holdsKey(text: string): boolean {
  if (!text.includes(`"${KEY}"`)) return false;
  try {
    const manifest: unknown = JSON.parse(text);
    return manifest !== null && typeof manifest === 'object' && Object.hasOwn(manifest, KEY);
  } catch {
    return new RegExp(`"${KEY}"\\s*:`).test(text);
  }
}
