import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { PackgateError } from '../errors.ts';

/** In bytes. A config with ten thousand patterns is a third of it. */
export const MAX_CONFIG = 1024 * 1024;

/**
 * The text of a config file, null where there is none. A symbolic link is followed: the file is the user's own.
 *
 * Throws PackgateError 'config' for what is no regular file (opened without waiting, so that a FIFO cannot hold the
 * run), is too large, may not be read or is not UTF-8, and for a link to nothing: whoever made it counts on a config.
 * `name` is what messages call it.
 */
export function readConfigFile(path: string, name: string): string | null {
  const bytes = readBytes(path, name);
  if (bytes === null) return null;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new PackgateError('config', `${name}: is UTF-16 text`, { help: 'Save it as UTF-8.' });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PackgateError('config', `${name}: is not UTF-8 text`, { help: 'Save it as UTF-8.', cause });
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // Neither a file nor a link to one.
    return false;
  }
}

function readBytes(path: string, name: string): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      if (!isLink(path)) return null;
      throw new PackgateError('config', `${name}: is a link to a file that is not there`, {
        help: 'Fetch that file first, or correct or remove the link.',
        cause,
      });
    }
    throw new PackgateError('config', `${name}: cannot be opened (${code})`, {
      help: 'Make it a regular file that this user may read.',
      cause,
    });
  }
  try {
    const kind = fstatSync(descriptor);
    if (!kind.isFile()) {
      const what = kind.isDirectory() ? 'a folder' : kind.isFIFO() ? 'a FIFO' : 'a device';
      throw new PackgateError('config', `${name}: is ${what}, not a file`, {
        help: 'Point to a YAML or JSON file.',
      });
    }
    return readAll(descriptor, name);
  } finally {
    closeSync(descriptor);
  }
}

/** The size that the system tells is only a hint (0 in /proc), so reading itself is what is bounded. */
function readAll(descriptor: number, name: string): Buffer {
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const length = readPiece(descriptor, chunk, name);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    total += length;
    if (total > MAX_CONFIG) {
      throw new PackgateError('config', `${name}: is larger than 1 MiB`, {
        help: 'Use globs in place of long lists.',
      });
    }
  }
}

function readPiece(descriptor: number, into: Buffer, name: string): number {
  try {
    return readSync(descriptor, into);
  } catch (cause) {
    throw new PackgateError('config', `${name}: cannot be read (${(cause as NodeJS.ErrnoException).code})`, {
      help: 'Copy it to another disk and try again.',
      cause,
    });
  }
}
