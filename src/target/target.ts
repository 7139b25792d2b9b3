import { PackgateError } from '../errors.ts';

/** What the user pointed at, told apart by `kind`; `text` is always what was typed. */
export type Target =
  /** Published bytes: `spec` is a name with at most a version, tag or range, fit to hand to npm. */
  | { readonly kind: 'registry'; readonly text: string; readonly spec: string }
  /** Has magic characters. A file or folder of that very name wins over the pattern. */
  | { readonly kind: 'glob'; readonly text: string }
  /** A file or a folder. */
  | { readonly kind: 'path'; readonly text: string };

/**
 * Reads one target as typed. Looks at the text only, never at the disk.
 *
 * @throws PackgateError `usage` for an empty target or an `npm:` spec that is not a registry's
 */
export function parseTarget(text: string): Target {
  if (text === '' || text.includes('\0')) {
    throw new PackgateError('usage', 'a target is empty', {
      help: 'name a tarball, a folder with a package.json, a glob of those, or npm:<name>@<version>',
    });
  }
  if (text.startsWith('npm:')) return { kind: 'registry', text, spec: registrySpec(text) };
  return { kind: MAGIC.test(text) ? 'glob' : 'path', text };
}

const MAGIC = /[*?[\]{}]|[!+@]\(/;

const NAME = /^(?:@[a-z0-9~_.-]{1,214}\/)?[a-z0-9~][a-z0-9~_.-]{0,213}$/i;
// Versions, tags and ranges: `1.2.3-rc.1+x`, `next`, `^1`, `>=1 <2 || 3.x`. No `/`, `:` or `#`, so no address of
// any kind.
const WANTED = /^[a-z0-9^~<>=*][a-z0-9^~<>=*|+_. -]{0,255}$/i;
const FILE_NAME = /\.(?:tgz|tar\.gz|tar)$/i;

function registrySpec(text: string): string {
  const spec = text.slice('npm:'.length);
  const at = spec.indexOf('@', 1);
  const name = at < 0 ? spec : spec.slice(0, at);
  const wanted = at < 0 ? undefined : spec.slice(at + 1);
  // npm reads what ends like a file name as a file.
  if (!NAME.test(name) || FILE_NAME.test(name)) throw notOfRegistry(text);
  if (wanted !== undefined && (!WANTED.test(wanted) || FILE_NAME.test(wanted))) throw notOfRegistry(text);
  return spec;
}

function notOfRegistry(text: string): PackgateError {
  return new PackgateError('usage', `${text}: not a package of a registry`, {
    help: 'write npm:<name>, npm:<name>@<version>, npm:<name>@<tag> or npm:<name>@<range>; check a file or folder by its path',
  });
}
