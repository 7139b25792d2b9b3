import { PackgateError } from './errors.ts';
import { count } from './figures.ts';
import { countMarks, MOST_MANIFEST_MARKS } from './json-marks.ts';

/** What a package is that npm does not install. */
export type ForeignFormat = 'vsix' | 'chrome-extension' | 'wheel' | 'sdist' | 'crate' | 'asar' | 'zip';

/** The parts of `package.json` that packgate reads; anything of a wrong type is left out. */
export interface Manifest {
  /** Absent for an npm package. Of any other only name and version are known, where it has them. */
  readonly format?: ForeignFormat;
  /** Empty where there is none: npm does not publish such a package, but it can be packed. */
  readonly name: string;
  readonly version: string;
  /** What made a wheel, as that says: `hatchling 1.29.0`. */
  readonly generator?: string;
  readonly files?: readonly string[];
  readonly main?: string;
  readonly browser?: string;
  /** Paths, whatever the commands are called. */
  readonly bin?: readonly string[];
  /** Names of the commands that `bin` installs. */
  readonly commands?: readonly string[];
  /** Those of its scripts that npm runs when the package is installed. */
  readonly installScripts?: readonly string[];
  /** It brings generators for Angular's or Nx's command line, which copy what lies in folders called `files`. */
  readonly generates?: true;
}

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall'];

/**
 * Reads the bytes of a `package.json`.
 *
 * @throws PackgateError `archive` where it is no JSON object: nothing can be said of a package that no installer
 *   can read; `limit`
 */
export function readManifest(bytes: Buffer): Manifest {
  if (countMarks(bytes, MOST_MANIFEST_MARKS) > MOST_MANIFEST_MARKS) {
    throw new PackgateError(
      'limit',
      `package.json in the archive has more than ${count(MOST_MANIFEST_MARKS)} brackets and commas`,
      { help: 'Mend package.json and pack again' },
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch (cause) {
    throw unreadable(cause);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw unreadable();
  const { name, version, files, main, browser, bin, scripts, schematics, generators } = json as Record<
    string,
    unknown
  >;
  const paths =
    typeof bin === 'string' ? [bin] : isRecord(bin) ? Object.values(bin).filter(isString) : undefined;
  const commands = isString(bin)
    ? [isString(name) ? name.replace(/^@[^/]*\//, '') : '']
    : isRecord(bin)
      ? Object.keys(bin)
      : [];
  const installScripts = INSTALL_SCRIPTS.filter((script) => isRecord(scripts) && isString(scripts[script]));
  return {
    name: isString(name) ? name : '',
    version: isString(version) ? version : '',
    ...(Array.isArray(files) && { files: files.filter(isString) }),
    ...(isString(main) && { main }),
    ...(isString(browser) && { browser }),
    ...(paths !== undefined && { bin: paths }),
    ...(commands.length > 0 && { commands }),
    ...(installScripts.length > 0 && { installScripts }),
    ...((isString(schematics) || isString(generators)) && { generates: true }),
  };
}

function unreadable(cause?: unknown): PackgateError {
  return new PackgateError('archive', 'package.json in the archive is no JSON object', {
    help: 'Mend package.json and pack again',
    cause,
  });
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
