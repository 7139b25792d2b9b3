import { createHash, randomUUID } from 'node:crypto';
import { open, realpath, rename, writeFile } from 'node:fs/promises';
import native, { basename, isAbsolute, join, resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { type Paths, pathBelow } from './below.ts';
import { openRegular } from './disk.ts';
import { makeFolder } from './make-folder.ts';
import { placeOf } from './place.ts';
import type { Source } from './source.ts';
import { removedAtEnd } from './temporary.ts';

/**
 * Copies inspected bytes into a folder, so that publish can send those very bytes. A package manager makes the name
 * of the file from the name and the version of the package: where a credential stands in those, the file is called
 * `secret` there, as the path is in every report.
 *
 * @param integrity `sha512-<base64>` of what was inspected
 * @param redact blanks the credentials of the package, as `[secret]`
 * @returns where they are now: begins with `./` (relative to `cwd`) or `/`, because npm reads `out/x.tgz` as a
 *   GitHub repository
 * @throws PackgateError `output` when the file is no longer what was inspected, when it cannot be written, or when
 *   another package of this run is kept under the same name, or lies there
 */
export type Keep = (source: Source, integrity: string, redact: (text: string) => string) => Promise<string>;

/**
 * @param dir as typed; made where it is missing. A file already there under the same name is replaced (a link is
 *   replaced, not followed). In the working folder it has to lie there in truth: a checkout may hold a link under
 *   its name
 * @param cwd absolute
 * @param targets of the run: of those that lie in the folder none is replaced
 */
export function keeper(dir: string, cwd: string, targets: readonly { readonly target: string }[] = []): Keep {
  const folder = resolve(cwd, dir);
  const kept = new Map<string, string>();
  let given: ReadonlySet<string> | undefined;
  return async (source, integrity, redact) => {
    // Brackets mean something to a shell.
    const name = redact(basename(source.file)).replaceAll('[secret]', 'secret');
    const other = kept.get(name);
    if (other !== undefined && other !== integrity) throw twins(dir, name);
    kept.set(name, integrity);
    const place = join(folder, name);
    given ??= new Set(await Promise.all(targets.map(({ target }) => placeOf(resolve(cwd, target)))));
    const lying = await placeOf(place);
    if (given.has(lying) && lying !== (await placeOf(source.file))) throw twins(dir, name);
    const aside = join(folder, `.${randomUUID()}.part`);
    const remove = removedAtEnd(aside);
    try {
      await refuseLinkOut(folder, dir, cwd);
      await makeFolder(folder);
      if (basename(folder) === OWN_FOLDER) await ignoreAll(folder);
      const sum = await copy(source, aside);
      if (sum !== integrity) {
        throw new PackgateError('output', `${source.target}: the file changed while packgate looked at it`, {
          help: 'let nothing write to it while it is checked, and run again',
        });
      }
      await rename(aside, place);
    } catch (error) {
      if (error instanceof PackgateError) throw error;
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      throw new PackgateError('output', `${join(dir, name)}: cannot be written (${code})`, {
        help: 'name a folder that this user may write to',
        cause: error,
      });
    } finally {
      await remove();
    }
    return spoken(place, isAbsolute(dir) ? undefined : cwd);
  };
}

function twins(dir: string, name: string): PackgateError {
  return new PackgateError(
    'output',
    `${join(dir, name)}: two packages of this run would be kept under this name`,
    {
      help: 'check them in runs of their own, each with a folder of its own to keep in',
    },
  );
}

/** The folder that `keep` has in a workflow by default, and that a report proposes: nobody else's. */
const OWN_FOLDER = '.packgate';

/**
 * A package without a `files` list would be packed with the tarball of its last check inside, and a tool that wants a clean
 * work tree would find one file too many. So the folder keeps itself out of both, as caches do. Where that fails, nothing is lost.
 */
async function ignoreAll(folder: string): Promise<void> {
  await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
}

async function refuseLinkOut(folder: string, dir: string, cwd: string): Promise<void> {
  const below = pathBelow(cwd, folder);
  if (below === undefined) return;
  const home = await realpath(cwd);
  let at = cwd;
  for (const part of below.split('/')) {
    at = join(at, part);
    const real = await realpath(at).catch(() => undefined);
    if (real === undefined) return;
    if (pathBelow(home, real) === undefined) {
      throw new PackgateError('output', `${dir}: leads out of the working folder by a link`, {
        help: 'remove the link, or name the folder that it points to',
      });
    }
  }
}

async function copy(source: Source, to: string): Promise<string> {
  const from = await openRegular(source.file, source.target);
  try {
    // wx: never through a link or into a file that somebody else put there.
    const into = await open(to, 'wx', 0o644);
    try {
      const hash = createHash('sha512');
      const chunk = Buffer.allocUnsafe(1024 * 1024);
      for (;;) {
        const { bytesRead } = await from.read(chunk, 0, chunk.length);
        if (bytesRead === 0) break;
        const bytes = chunk.subarray(0, bytesRead);
        hash.update(bytes);
        for (let done = 0; done < bytesRead; ) done += (await into.write(bytes, done)).bytesWritten;
      }
      await into.sync();
      return `sha512-${hash.digest('base64')}`;
    } finally {
      await into.close();
    }
  } finally {
    await from.close();
  }
}

/**
 * A path that npm takes for a file: begins with `./` where it lies in `cwd`, with `/` between segments everywhere;
 * else as it is.
 */
export function spoken(place: string, cwd: string | undefined, paths: Paths = native): string {
  const below = cwd === undefined ? undefined : pathBelow(cwd, place, paths);
  return below === undefined ? place : `./${below}`;
}
