import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PackgateError } from '../errors.ts';

/**
 * Opens a regular file for reading, and nothing else: a FIFO, a device or a socket could wait for ever.
 *
 * @param file absolute
 * @param target how the user knows it
 * @throws PackgateError `target`
 */
export async function openRegular(file: string, target: string): Promise<FileHandle> {
  let handle: FileHandle | undefined;
  try {
    // Looked at before it is opened, because opening alone can move a device; and after, because it may have changed.
    const found = await stat(file);
    if (!found.isFile()) throw irregular(target, found.isDirectory());
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!(await handle.stat()).isFile()) throw irregular(target);
    return handle;
  } catch (error) {
    await handle?.close();
    throw error instanceof PackgateError ? error : unreadable(target, error);
  }
}

/** What is there is no file. */
export function irregular(target: string, isFolder = false): PackgateError {
  const what = isFolder ? 'a folder, not a file' : 'neither a file nor a folder';
  return new PackgateError('target', `${target}: ${what}`, {
    help: 'name a tarball, or a folder with a package.json',
  });
}

/** The failure to look at something on the disk, in one line. */
export function unreadable(target: string, cause: unknown): PackgateError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const help = ADDRESS.test(target)
      ? 'an address is not fetched: download what it leads to, and name that file; a published package is written npm:<name>@<version>'
      : 'build or pack first, or correct the path; a published package is written npm:<name>@<version>';
    return new PackgateError('target', `${target}: no such file or folder`, { help, cause });
  }
  return new PackgateError('target', `${target}: cannot be read (${code})`, {
    help: NEXT_STEPS[code] ?? 'check that this user may read it',
    cause,
  });
}

const ADDRESS = /^[a-z][a-z+]+:\/\//i;

const NEXT_STEPS: Readonly<Record<string, string>> = {
  ELOOP: 'the link leads back to itself: name what it should point to',
  ENAMETOOLONG: 'name it by a shorter path',
};

/**
 * The text of a file that begins like JSON, which no archive does; undefined for any other, and for one that is larger.
 *
 * @param most in bytes
 * @throws PackgateError `target` where there is no such file
 */
export async function readSmallText(cwd: string, target: string, most: number): Promise<string | undefined> {
  const path = resolve(cwd, target);
  const stats = await stat(path).catch((cause: unknown) => {
    throw unreadable(target, cause);
  });
  if (!stats.isFile() || stats.size > most) return undefined;
  const handle = await openRegular(path, target);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    if (!/^\uFEFF?\s*\{/.test(buffer.toString('utf8', 0, bytesRead))) return undefined;
    return await readBounded(handle, most, target);
  } catch (error) {
    throw error instanceof PackgateError ? error : unreadable(target, error);
  } finally {
    await handle.close();
  }
}

/**
 * The text in an open file; undefined where it has more bytes than `most`. The size that the system tells is only a
 * hint (0 in /proc), so reading itself is what is bounded.
 *
 * @param target how the user knows it
 * @throws PackgateError `target` where the disk fails
 */
export async function readBounded(
  handle: FileHandle,
  most: number,
  target: string,
): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const { bytesRead } = await handle.read(chunk, 0, chunk.length).catch((cause: unknown) => {
      throw unreadable(target, cause);
    });
    if (bytesRead === 0) return Buffer.concat(chunks).toString('utf8');
    chunks.push(chunk.subarray(0, bytesRead));
    total += bytesRead;
    if (total > most) return undefined;
  }
}
