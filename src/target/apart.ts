import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expandGlob } from './glob.ts';
import { placeOf } from './place.ts';
import { findShardFiles } from './shard-files.ts';
import { parseTarget } from './target.ts';

/** A file that a run is asked to write. */
export interface Written {
  /** What asks for it: `--output`, `input "json-file"`. */
  readonly by: string;
  readonly file: string;
}

/** What a run is asked to read: targets and reports of shards as typed, and files. */
export interface Read {
  readonly kind: 'target' | 'reports' | 'file';
  readonly text: string;
}

/** A file that would be written over another one that is needed. */
export interface Overlap {
  readonly written: Written;
  /** What it would overwrite, for "would overwrite ...". */
  readonly other: string;
  /** Set where that is the file of another one of those that are written. */
  readonly also?: Written;
}

/**
 * Which files, of those that a run is asked to write, fall on something that it reads, or on another one of them. It does
 * not matter what they are called: a glob, a folder of reports, a link and a second name on the disk lead to the same
 * bytes. A report of an earlier run may be overwritten, a `package.json` never.
 *
 * @param cwd absolute
 */
export async function overlapsOf(
  written: readonly Written[],
  reads: readonly Read[],
  cwd: string,
): Promise<readonly Overlap[]> {
  const needed = new Map<string, Pick<Overlap, 'other' | 'also'>>();
  if (written.length === 0) return [];
  for (const read of reads) {
    for (const path of await pathsOf(read, cwd)) {
      const place = await placeOf(resolve(cwd, path));
      if (!needed.has(place)) needed.set(place, { other: `"${path}", which is to be read` });
    }
  }
  const found: Overlap[] = [];
  for (const one of written) {
    const path = resolve(cwd, one.file);
    const place = await placeOf(path);
    const other =
      needed.get(place) ??
      (basename(path) === 'package.json' && existsSync(path)
        ? { other: `"${one.file}", which is to be read` }
        : undefined);
    if (other !== undefined) found.push({ written: one, ...other });
    else needed.set(place, { other: `the file of ${one.by}`, also: one });
  }
  return found;
}

/** What cannot be found or looked through is told when it is to be read. */
async function pathsOf({ kind, text }: Read, cwd: string): Promise<readonly string[]> {
  try {
    if (kind === 'file') return [text];
    if (kind === 'reports') return [text, ...(await findShardFiles([text], cwd)).map(({ name }) => name)];
    const target = parseTarget(text);
    if (target.kind === 'registry') return [];
    return target.kind === 'path' || existsSync(resolve(cwd, text)) ? [text] : await expandGlob(text, cwd);
  } catch {
    return [text];
  }
}
