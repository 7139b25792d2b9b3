import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Oddity } from '../content/package.ts';
import { PackgateError } from '../errors.ts';
import type { EntrySink } from './entry.ts';
import { createGunzipReader } from './gunzip.ts';
import { LIMITS } from './limits.ts';
import { createTarReader } from './tar.ts';

/** What reading told about the archive file as a whole. */
export interface ArchiveFacts {
  /** `sha512-<base64>` over every byte of the file, those behind the archive's end included. */
  readonly integrity: string;
  /** Hex, over the same bytes. */
  readonly sha256: string;
  /** Of the file, in bytes. */
  readonly size: number;
  readonly oddities: readonly Oddity[];
}

/** Big enough that reading and hashing cost nothing beside inflating, small enough to stay in the cache. */
const PIECE = 256 * 1024;

/** Pieces between two turns of the event loop, so that a signal or a progress line gets its chance. */
const PIECES_PER_TURN = 16;

/**
 * Reads an archive file once from start to end: hashes its bytes, unpacks them and hands every file in it to the sink.
 *
 * What it is, is told by its first bytes: npm too goes by them and not by the name.
 *
 * @param file absolute path of a regular file
 * @throws PackgateError `target` where the file cannot be opened, `archive` where its bytes are no npm package
 *   archive that all clients read alike, `limit`
 */
export async function readArchive(file: string, sink: EntrySink): Promise<ArchiveFacts> {
  const descriptor = openRegular(file);
  try {
    const { size } = fstatSync(descriptor);
    const facts = await readDescriptor(descriptor, size, sink);
    if (facts.size !== size) throw changed();
    return facts;
  } finally {
    closeSync(descriptor);
  }
}

/** @param expected size of the file when it was opened: one that grows is not read for ever */
async function readDescriptor(descriptor: number, expected: number, sink: EntrySink): Promise<ArchiveFacts> {
  const sha512 = createHash('sha512');
  const sha256 = createHash('sha256');
  const oddities: Oddity[] = [];
  const piece = Buffer.allocUnsafeSlow(PIECE);
  let size = 0;
  let unpacked = 0;

  const tar = createTarReader(sink, (oddity) => {
    if (oddities.length < LIMITS.oddities) oddities.push(oddity);
    else
      throw new PackgateError('limit', `the archive has more than ${LIMITS.oddities} oddities`, {
        help: 'Pack it again',
      });
  });
  function onUnpacked(view: Buffer): void {
    unpacked += view.length;
    if (unpacked > LIMITS.unpackedSize) {
      throw new PackgateError('limit', `the archive unpacks to more than ${LIMITS.unpackedSize} bytes`, {
        help: 'Split the package',
      });
    }
    tar.write(view);
  }

  let gunzip: ReturnType<typeof createGunzipReader> | undefined;
  let padding: Oddity | undefined;
  for (let pieces = 0; ; pieces++) {
    const length = fill(descriptor, piece);
    if (length === 0) break;
    const bytes = piece.subarray(0, length);
    sha512.update(bytes);
    sha256.update(bytes);
    if (size === 0 && sniff(bytes) === 'gzip') gunzip = createGunzipReader(onUnpacked);
    const start = size;
    size += length;
    if (size > expected) throw changed();
    if (gunzip === undefined) onUnpacked(bytes);
    else {
      await gunzip.write(bytes);
      const from = gunzip.paddingFrom;
      if (from !== undefined && padding === undefined && !isZero(bytes.subarray(Math.max(0, from - start)))) {
        padding = {
          kind: 'trailing-data',
          path: '',
          message:
            'Data follows the zero padding behind the compressed archive: it is published, npm does not read it, and other tools may.',
        };
      }
      if (unpacked > LIMITS.ratioFloor && unpacked > size * LIMITS.ratio) {
        throw new PackgateError('limit', `the archive unpacks to more than ${LIMITS.ratio} times its size`, {
          help: 'npm refuses such a package too; look for files of nothing but zeros',
        });
      }
    }
    if (pieces % PIECES_PER_TURN === PIECES_PER_TURN - 1)
      await new Promise((resolve) => setImmediate(resolve));
  }
  if (size === 0)
    throw new PackgateError('archive', 'the file is empty', { help: 'Pack or download it again' });
  await gunzip?.end();
  tar.end();
  return {
    integrity: `sha512-${sha512.digest('base64')}`,
    sha256: sha256.digest('hex'),
    size,
    oddities: padding === undefined ? oddities : [...oddities, padding],
  };
}

/** Opens without waiting on a pipe, and makes sure that what is open is a file. */
function openRegular(file: string): number {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new PackgateError('target', `the file cannot be opened (${code})`, {
      help: 'Check the path',
      cause: error,
    });
  }
  if (!fstatSync(descriptor).isFile()) {
    closeSync(descriptor);
    throw new PackgateError('target', 'it is not a regular file', {
      help: 'Point packgate at a tarball or a folder',
    });
  }
  return descriptor;
}

function fill(descriptor: number, piece: Buffer): number {
  let length = 0;
  while (length < piece.length) {
    const read = readSome(descriptor, piece, length);
    if (read === 0) break;
    length += read;
  }
  return length;
}

function readSome(descriptor: number, piece: Buffer, offset: number): number {
  try {
    return readSync(descriptor, piece, offset, piece.length - offset, null);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new PackgateError('target', `the file cannot be read (${code})`, {
      help: 'Copy it to another disk and try again',
      cause: error,
    });
  }
}

function changed(): PackgateError {
  return new PackgateError('target', 'the file changed while it was being read', {
    help: 'Wait until it is written, then try again',
  });
}

/** Formats that are archives, but that npm does not install; said by name, because "not a tar" helps nobody. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['504b0304', 'a zip archive'],
  ['504b0506', 'a zip archive'],
  ['43723234', 'a Chrome extension'],
  ['28b52ffd', 'zstd data'],
  ['fd377a58', 'xz data'],
  ['425a68', 'bzip2 data'],
  ['377abcaf', 'a 7z archive'],
  ['52617221', 'a rar archive'],
];

function sniff(bytes: Buffer): 'gzip' | 'tar' {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  const start = bytes.toString('hex', 0, 4);
  const other = OTHERS.find(([magic]) => start.startsWith(magic));
  if (other !== undefined) {
    throw new PackgateError('archive', `the file is ${other[1]}, which packgate does not open`, {
      help: 'Point packgate at a tarball as npm pack writes it',
    });
  }
  if (bytes.length < 512)
    throw new PackgateError('archive', 'the file is no archive', {
      help: 'Point packgate at a tarball as npm pack writes it',
    });
  return 'tar';
}

function isZero(view: Buffer): boolean {
  for (let i = 0; i < view.length; i++) if (view[i] !== 0) return false;
  return true;
}
