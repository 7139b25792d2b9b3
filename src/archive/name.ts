import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { LIMITS, type Limits } from './limits.ts';

/** npm 10 drops a drive letter in place of the first folder. */
const DRIVE = /^[A-Za-z]:/;

/** @throws PackgateError `limit` for a name that no system could give a file */
export function checkLength(name: string, { pathLength }: Pick<Limits, 'pathLength'>): void {
  if (name.length <= pathLength) return;
  throw new PackgateError('limit', `a name in the archive has more than ${count(pathLength)} characters`, {
    help: `Look for what wrote "${name.slice(0, 60)}..." and pack again`,
  });
}

/** macOS keeps the icon of a folder in a file whose name ends so. */
const CONTROL = /[\x00-\x1f\x7f](?<!(?:^|\/)Icon\r$)/;

/** A name in an archive, as installers make a path of it. */
export interface EntryName {
  /** Path in the package. Empty where every client drops the entry. */
  readonly path: string;
  /** What clients disagree on about this name, in a few words. */
  readonly oddity?: string;
  /** It is written with a `.` for a folder that is none. */
  readonly dotted?: true;
}

/** What may make a name odd: no folder before it, segments of dots or of nothing, a backslash, a drive letter, no UTF-8. */
const ODD = /^[^/]*$|^\/|\/\/|(?:^|\/)\.{1,2}(?:\/|$)|\/$|[\\:\ufffd]/;

/**
 * Makes the path in the package from an entry's name: npm drops the first segment, whatever it is, and tidies the rest.
 *
 * Where clients would write to different places the path is the most dangerous one, and the oddity says why.
 *
 * @param isTidy whether nothing about the name can be odd
 */
export function packagePath(name: string, isTidy = false): EntryName {
  if (name.length < LIMITS.segments && (isTidy || !ODD.test(name)))
    return { path: name.slice(name.indexOf('/') + 1) };
  const parts = name.split('/');
  if (parts.length === 1) {
    return { path: name, oddity: 'has no folder: npm leaves it out, pnpm installs it' };
  }
  const kept: string[] = [];
  let climbs = false;
  for (const part of parts.slice(1)) {
    if (part === '..') {
      climbs = true;
      kept.pop();
    } else if (part !== '' && part !== '.') kept.push(part);
  }
  const path = kept.join('/');
  if (climbs || parts[0] === '..') return { path, oddity: 'climbs out of its folder with `..`' };
  if (parts[0] === '')
    return { path, oddity: 'begins with a slash: npm drops it as the first folder, bun and yarn do not' };
  if (parts[0] === '.' && kept.length > 1)
    return {
      path,
      oddity: 'begins with a dot: npm drops it as the first folder, yarn 4 drops the one behind it',
    };
  if (name.includes('\ufffd'))
    return { path, oddity: 'is not valid UTF-8: installers write it in different ways' };
  if (name.includes('\\'))
    return { path, oddity: 'holds a backslash, which some installers take for a folder' };
  if (parts[1] === '' && parts.length > 2 && path !== '')
    return { path, oddity: 'begins with a slash inside the package' };
  if (DRIVE.test(name) || DRIVE.test(path)) return { path, oddity: 'begins with a drive letter' };
  if (parts.length > LIMITS.segments)
    return { path, oddity: `has more than ${count(LIMITS.segments)} folders: npm leaves it out` };
  return parts.includes('.') ? { path, dotted: true } : { path };
}

/**
 * Makes the path of an entry in an archive that npm does not unpack: every segment counts. Tools of old write
 * backslashes between segments.
 */
export function plainPath(name: string): EntryName {
  const kept: string[] = [];
  let climbs = false;
  for (const part of name.split(/[/\\]/)) {
    if (part === '..') {
      climbs = true;
      kept.pop();
    } else if (part !== '' && part !== '.') kept.push(part);
  }
  const path = kept.join('/');
  if (name === '') return { path, oddity: 'is empty' };
  if (CONTROL.test(name)) {
    return { path, oddity: 'holds control characters: some tools end it there or leave them out' };
  }
  if (climbs) return { path, oddity: 'climbs out of its folder with `..`' };
  if (/^[/\\]/.test(name)) return { path, oddity: 'begins at the root of the disk' };
  if (DRIVE.test(name)) return { path, oddity: 'begins with a drive letter' };
  if (kept.length > LIMITS.segments)
    return { path, oddity: `has more than ${count(LIMITS.segments)} folders` };
  return { path };
}
