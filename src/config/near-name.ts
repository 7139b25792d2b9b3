import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { editDistance } from '../suggestion.ts';

/**
 * What people call the configs of other tools: `.packgate.yml`, `packgate.config.json`, `.packgaterc`, `packgate.jsonc`.
 * A folder `.packgate` is where tarballs are kept, and a `packgate.js` by itself may be anything.
 */
const CONFIG =
  /^\.?([a-z_-]{7,13}?)(?:(?:\.config|rc)(?:\.(?:ya?ml|json[c5]?|toml|[cm]?[jt]s))?|\.(?:ya?ml|json[c5]?|toml))$/i;

/**
 * A file in a folder that somebody wrote as config, and that no one would read, as it is called a bit differently.
 *
 * @param folder absolute
 * @param names that are read
 */
export function nearNameIn(folder: string, names: readonly string[]): string | undefined {
  let listed: readonly string[];
  try {
    listed = readdirSync(folder);
  } catch {
    // What may not be listed may be read all the same.
    return undefined;
  }
  const [first] = listed
    .filter(
      (name) =>
        !names.includes(name) &&
        isNear(name) &&
        !isCased(name, folder, listed, names) &&
        isWritten(join(folder, name)),
    )
    .sort();
  return first;
}

function isNear(name: string): boolean {
  const letter = name[name[0] === '.' ? 1 : 0];
  // Nearly all other names end here, before an expression is compiled.
  if ((letter !== 'p' && letter !== 'P') || name.startsWith('package.') || name.startsWith('package-'))
    return false;
  const stem = CONFIG.exec(name)?.[1]?.toLowerCase().replace(/[_-]/g, '');
  // One letter away is nothing else; two, and it is "package".
  return stem !== undefined && (stem === 'packagegate' || editDistance(stem, 'packgate') <= 1);
}

/** Where case does not count on the disk, another case is the very file. */
function isCased(name: string, folder: string, listed: readonly string[], names: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return names.includes(lower) && !listed.includes(lower) && existsSync(join(folder, lower));
}

/** A file, and none that packgate itself wrote there: a report in JSON. */
function isWritten(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    const descriptor = openSync(path, 'r');
    try {
      const head = Buffer.alloc(64);
      return !/^\s*\{\s*"schemaVersion"/.test(head.toString('utf8', 0, readSync(descriptor, head)));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    // A link to nowhere is none; what may not be read may be one.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
