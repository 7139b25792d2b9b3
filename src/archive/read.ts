import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { PackgateError } from '../errors.ts';
import type { EntrySink } from './entry.ts';
import { createGunzipReader } from './gunzip.ts';
import { beginsAsAsar, type HeldFormat, readHeld } from './held.ts';
import { LIMITS } from './limits.ts';
import type { Oddity } from './oddity.ts';
import { createStore, type Store } from './store.ts';
import { createTarReader } from './tar.ts';

/** What reading told about the archive file as a whole. */
export interface ArchiveFacts {
  /** `sha512-<base64>` over every byte of the file, those behind the archive's end included. */
  readonly integrity: string;
  /** Hex, over the same bytes. */
  readonly sha256: string;
  /** Of the file, in bytes. */
  readonly size: number;
  readonly format: ArchiveFormat;
  readonly oddities: readonly Oddity[];
  /** What of the archive belongs to no file and was not looked at, in a few words. */
  readonly unread?: string;
}

/** How files are put together in it; `tar` also where it is compressed, as npm packages are. */
export type ArchiveFormat = 'tar' | HeldFormat;

/** Told between two pieces how many bytes of the file were read, and how many there are. */
export type OnRead = (read: number, size: number) => void;

/** Big enough that reading and hashing cost nothing beside inflating, small enough to stay in the cache. */
const PIECE = 256 * 1024;

/** Buffers that no reading holds: a run may read a thousand packages. */
const spare: Buffer[] = [];

/** Pieces between two turns of the event loop, so that a signal or a progress line gets its chance. */
const PIECES_PER_TURN = 16;

/**
 * Reads an archive file once from start to end: hashes its bytes, unpacks them and hands every file in it to the sink.
 *
 * What it is, is told by its first bytes: npm too goes by them and not by the name.
 *
 * @param file absolute path of a regular file
 * @param temporary folder for what is too large to hold in memory, absolute
 * @throws PackgateError `target` where the file cannot be opened, `archive` where its bytes are no archive that all
 *   tools read alike, `limit`
 */
export async function readArchive(
  file: string,
  sink: EntrySink,
  temporary: string = tmpdir(),
  onRead?: OnRead,
): Promise<ArchiveFacts> {
  const descriptor = openRegular(file);
  const store = createStore(temporary);
  const piece = spare.pop() ?? Buffer.allocUnsafeSlow(PIECE);
  try {
    const { size } = fstatSync(descriptor);
    const facts = await readDescriptor(descriptor, size, sink, store, piece, onRead);
    if (facts.size !== size) throw changed();
    return facts;
  } finally {
    spare.push(piece);
    store.close();
    closeSync(descriptor);
  }
}

/** @param expected size of the file when it was opened: one that grows is not read for ever */
async function readDescriptor(
  descriptor: number,
  expected: number,
  sink: EntrySink,
  store: Store,
  piece: Buffer,
  onRead: OnRead | undefined,
): Promise<ArchiveFacts> {
  const sha512 = createHash('sha512');
  const sha256 = createHash('sha256');
  const oddities: Oddity[] = [];
  let size = 0;
  let unpacked = 0;

  const note = (oddity: Oddity) => {
    if (oddities.length < LIMITS.oddities) oddities.push(oddity);
    else
      throw new PackgateError('limit', `the archive has more than ${LIMITS.oddities} oddities`, {
        help: 'Pack it again',
      });
  };
  const tar = createTarReader(sink, note);
  function count(view: Buffer): void {
    unpacked += view.length;
    if (unpacked > LIMITS.unpackedSize) {
      throw new PackgateError('limit', `the archive unpacks to more than ${LIMITS.unpackedSize} bytes`, {
        help: 'Split the package',
      });
    }
  }
  function onUnpacked(view: Buffer): void {
    count(view);
    tar.write(view);
  }
  function checkRatio(): void {
    if (unpacked > LIMITS.ratioFloor && unpacked > size * LIMITS.ratio) {
      throw new PackgateError('limit', `the archive unpacks to more than ${LIMITS.ratio} times its size`, {
        help: 'npm refuses such a package too; look for files of nothing but zeros',
      });
    }
  }

  const counted: EntrySink = {
    ...sink,
    bytes(view) {
      count(view);
      checkRatio();
      sink.bytes(view);
    },
  };

  let gunzip: ReturnType<typeof createGunzipReader> | undefined;
  let padding: Oddity | undefined;
  let format: ArchiveFormat = 'tar';
  let holding: ReturnType<Store['hold']> | undefined;
  for (let pieces = 0; ; pieces++) {
    const length = fill(descriptor, piece);
    if (length === 0) break;
    const bytes = piece.subarray(0, length);
    sha512.update(bytes);
    sha256.update(bytes);
    if (size === 0) {
      const found = sniff(bytes);
      if (found === 'gzip') gunzip = createGunzipReader(onUnpacked);
      else if (found !== 'tar') {
        format = found;
        holding = store.hold(fstatSync(descriptor).size);
      }
    }
    const start = size;
    size += length;
    if (size > expected) throw changed();
    if (holding !== undefined) holding.write(bytes);
    else if (gunzip === undefined) onUnpacked(bytes);
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
      checkRatio();
    }
    onRead?.(size, expected);
    if (pieces % PIECES_PER_TURN === PIECES_PER_TURN - 1)
      await new Promise((resolve) => setImmediate(resolve));
  }
  if (size === 0)
    throw new PackgateError('archive', 'the file is empty', { help: 'Pack or download it again' });
  let unread: string | undefined;
  if (holding === undefined) {
    await gunzip?.end();
    tar.end();
  } else if (format !== 'tar') unread = readHeld(format, holding.bytes(), counted, note);
  return {
    integrity: `sha512-${sha512.digest('base64')}`,
    sha256: sha256.digest('hex'),
    size,
    format,
    oddities: padding === undefined ? oddities : [...oddities, padding],
    ...(unread !== undefined && { unread }),
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

/** Formats that are archives, but that packgate does not open; said by name, because "not a tar" helps nobody. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['28b52ffd', 'zstd data'],
  ['fd377a58', 'xz data'],
  ['425a68', 'bzip2 data'],
  ['377abcaf', 'a 7z archive'],
  ['52617221', 'a rar archive'],
];

const HELP =
  'Point packgate at a tarball as npm pack writes it, or at a .vsix, .zip, .crx, .asar, .whl, .crate or sdist';

function sniff(bytes: Buffer): 'gzip' | ArchiveFormat {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  const start = bytes.toString('hex', 0, 4);
  if (start === '504b0304' || start === '504b0506') return 'zip';
  if (start === '43723234') return 'crx';
  if (beginsAsAsar(bytes)) return 'asar';
  const other = OTHERS.find(([magic]) => start.startsWith(magic));
  if (other !== undefined) {
    throw new PackgateError('archive', `the file is ${other[1]}, which packgate does not open`, {
      help: HELP,
    });
  }
  if (bytes.length < 512) throw new PackgateError('archive', 'the file is no archive', { help: HELP });
  return 'tar';
}

function isZero(view: Buffer): boolean {
  for (let i = 0; i < view.length; i++) if (view[i] !== 0) return false;
  return true;
}
