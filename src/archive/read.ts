import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, read } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { tuneEngine } from '../engine.ts';
import { PackgateError } from '../errors.ts';
import { byteSize } from '../figures.ts';
import { type Budget, createBudget, overRatio } from './budget.ts';
import type { EntrySink } from './entry.ts';
import { createGunzipReader } from './gunzip.ts';
import { beginsAsAsar, type HeldFormat, readHeld } from './held.ts';
import { LIMITS } from './limits.ts';
import { packagePath } from './name.ts';
import { createOddityList, type Oddity } from './oddity.ts';
import { createPatience, type Patience } from './patience.ts';
import { beginsAsSentryBundle } from './sentry-bundle.ts';
import { createStore, type Store } from './store.ts';
import { createTarReader } from './tar.ts';
import { isZero } from './zero.ts';

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

/** Unpacked bytes in which there is too little to make the heap grow or the compiler optimise: most packages have fewer. */
const SMALL = 128 * 1024;

/** Files of a tarball that are put together where they lie in several views. In bytes. */
const SMALL_FILE = 64 * 1024;

/** Reads from a file that is open; a test puts a disk in its place that does not answer. */
export type Read = (
  descriptor: number,
  into: Buffer,
  offset: number,
  length: number,
) => Promise<{ readonly bytesRead: number }>;

const readFromDisk = promisify(read) as unknown as (
  descriptor: number,
  into: Buffer,
  offset: number,
  length: number,
  position: null,
) => Promise<{ readonly bytesRead: number }>;

export interface ReadOptions {
  /** Folder for what is too large to hold in memory, absolute. */
  readonly temporary?: string;
  /** What the run may still cost. */
  readonly budget?: Budget;
  readonly read?: Read;
  readonly onRead?: OnRead | undefined;
}

/** Buffers that no reading holds: a run may read a thousand packages. */
const spare: Buffer[] = [];

/**
 * Reads an archive file once from start to end: hashes its bytes, unpacks them and hands every file in it to the sink.
 *
 * What it is, is told by its first bytes: npm too goes by them and not by the name.
 *
 * @param file absolute path of a regular file
 * @throws PackgateError `target` where the file cannot be opened, `archive` where its bytes are no archive that all
 *   tools read alike, `limit`
 */
export async function readArchive(
  file: string,
  sink: EntrySink,
  { temporary = tmpdir(), budget = createBudget(), read = fromDisk, onRead }: ReadOptions = {},
): Promise<ArchiveFacts> {
  const descriptor = openRegular(file);
  const store = createStore(temporary, budget.limits);
  const patience = createPatience(budget.limits.readWait);
  try {
    const { size } = fstatSync(descriptor);
    // What has to be said in the end is said at once of a file that nobody could read to its end.
    if (size > budget.limits.readSize) {
      throw new PackgateError('limit', `the file has ${byteSize(size)}, more than a run may read`, {
        help: 'Look for what makes it so much; if it belongs there, raise `limits.readSize` in the config',
      });
    }
    const opened = { size, pieces: pieces(descriptor, read, patience) };
    const facts = await readOpened(opened, sink, store, budget, onRead);
    if (facts.size !== size) throw changed();
    return facts;
  } finally {
    patience.end();
    store.close();
    closeSync(descriptor);
  }
}

/** A file that is open. */
interface Opened {
  /** In bytes, when it was opened: one that grows is not read for ever. */
  readonly size: number;
  readonly pieces: AsyncIterable<Buffer>;
}

async function readOpened(
  file: Opened,
  sink: EntrySink,
  store: Store,
  budget: Budget,
  onRead: OnRead | undefined,
): Promise<ArchiveFacts> {
  const sha512 = createHash('sha512');
  const sha256 = createHash('sha256');
  const oddities = createOddityList(budget.limits);
  let size = 0;
  let unpacked = 0;

  const note = (oddity: Oddity) => oddities.add(oddity, oddity.path, oddity.message);
  const tar = createTarReader(sink, note, packagePath, budget, SMALL_FILE);
  function count(view: Buffer): void {
    budget.unpacked(view.length);
    unpacked += view.length;
    if (unpacked > SMALL) tuneEngine();
  }
  function onUnpacked(view: Buffer): void {
    count(view);
    tar.write(view);
  }
  function checkRatio(): void {
    if (unpacked > LIMITS.ratioFloor && unpacked > size * budget.limits.ratio)
      throw overRatio('the archive', budget.limits);
  }

  const counted: EntrySink = {
    ...sink,
    bytes(view, whole) {
      count(view);
      checkRatio();
      sink.bytes(view, whole);
    },
  };

  let gunzip: ReturnType<typeof createGunzipReader> | undefined;
  let padding: Oddity | undefined;
  let format: ArchiveFormat = 'tar';
  let holding: ReturnType<Store['hold']> | undefined;
  for await (const bytes of file.pieces) {
    sha512.update(bytes);
    sha256.update(bytes);
    if (size === 0) {
      const found = sniff(bytes);
      if (found === 'gzip') gunzip = createGunzipReader(onUnpacked);
      else if (found !== 'tar') {
        format = found;
        holding = store.hold(file.size);
      }
    }
    const start = size;
    size += bytes.length;
    if (size > file.size) throw changed();
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
    onRead?.(size, file.size);
  }
  if (size === 0)
    throw new PackgateError('archive', 'the file is empty', { help: 'Pack or download it again' });
  let unread: string | undefined;
  if (holding === undefined) {
    await gunzip?.end();
    tar.end();
  } else if (format !== 'tar') unread = readHeld(format, holding.bytes(), counted, note, budget);
  return {
    integrity: `sha512-${sha512.digest('base64')}`,
    sha256: sha256.digest('hex'),
    size,
    format,
    oddities: padding === undefined ? oddities.items : [...oddities.items, padding],
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

/**
 * The bytes of a file in full pieces, each valid until the next is asked for. Reading gives signals and timers their turn,
 * and a disk that does not answer is given up.
 */
async function* pieces(descriptor: number, read: Read, patience: Patience): AsyncGenerator<Buffer, void> {
  const piece = spare.pop() ?? Buffer.allocUnsafeSlow(PIECE);
  for (;;) {
    let length = 0;
    while (length < PIECE) {
      const bytesRead = await patience.wait(readSome(descriptor, piece, length, read));
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length === 0) {
      // Only here: what was given up may still write into it.
      spare.push(piece);
      return;
    }
    yield piece.subarray(0, length);
  }
}

const fromDisk: Read = (descriptor, into, offset, length) =>
  readFromDisk(descriptor, into, offset, length, null);

async function readSome(descriptor: number, piece: Buffer, offset: number, read: Read): Promise<number> {
  try {
    return (await read(descriptor, piece, offset, PIECE - offset)).bytesRead;
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
  if (start === '504b0304' || start === '504b0506' || beginsAsSentryBundle(bytes)) return 'zip';
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
