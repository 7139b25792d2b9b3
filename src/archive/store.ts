import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PackgateError } from '../errors.ts';
import { byteSize } from '../figures.ts';
import { LIMITS, limitsOf } from './limits.ts';

/** Bytes that can be read at any place. */
export interface Bytes {
  readonly size: number;
  /**
   * A view of exactly these bytes, valid until the next `read` of the same object.
   *
   * @throws PackgateError `archive` where they are not all there
   */
  read(offset: number, length: number): Buffer;
  /** Another reader of the same bytes, whose reads do not disturb this one's views. */
  fork(): Bytes;
}

/** Takes bytes in order and gives them back in any. */
export interface Holding {
  write(view: Buffer): void;
  bytes(): Bytes;
  /** Lets go of memory and file. Harmless when called twice. */
  close(): void;
}

/** Where archives are held whose directory stands at their end: small ones in memory, larger ones in a temporary file. */
export interface Store {
  /** @param size what is expected, in bytes, where that is known */
  hold(size?: number): Holding;
  /** Lets go of all that is still held. */
  close(): void;
}

/**
 * @param folder for temporary files. Each is private and unlinked as soon as it is open, so that it is gone however packgate
 *   ends
 * @param temporarySize bytes of all these files together
 */
export function createStore(folder: string, { temporarySize } = limitsOf()): Store {
  /** In all that is held at the moment. */
  let inMemory = 0;
  let inFiles = 0;
  const held = new Set<Holding>();

  return {
    close() {
      for (const holding of held) holding.close();
    },
    hold(expected = 0) {
      let memory: Buffer | undefined = Buffer.alloc(0);
      let file: number | undefined;
      let size = 0;

      function reserve(needed: number): void {
        // What will not fit goes to a file at once.
        if (expected > LIMITS.held && Number.isFinite(expected)) return spill();
        const room = Math.max(needed, Math.min(expected, LIMITS.held), Math.min(2 * size, LIMITS.held));
        if (inMemory - memory!.length + room > LIMITS.held) return spill();
        const larger = Buffer.allocUnsafeSlow(room);
        memory!.copy(larger, 0, 0, size);
        inMemory += room - memory!.length;
        memory = larger;
      }

      function spill(): void {
        file = openPrivate(folder);
        const before = memory!.subarray(0, size);
        inMemory -= memory!.length;
        memory = undefined;
        append(before);
      }

      function append(view: Buffer): void {
        inFiles += view.length;
        if (inFiles > temporarySize) {
          inFiles -= view.length;
          throw new PackgateError(
            'limit',
            `it and what it is in need more than ${byteSize(temporarySize)} of temporary files`,
            {
              help: 'Ship what is in it as files of their own, leave it out, or raise `limits.temporarySize` in the config',
            },
          );
        }
        writeAll(file!, view);
      }

      const holding: Holding = {
        write(view) {
          if (memory !== undefined && size + view.length > memory.length) reserve(size + view.length);
          if (memory === undefined) append(view);
          else view.copy(memory, size);
          size += view.length;
        },
        bytes: () => (file === undefined ? inBuffer(memory!.subarray(0, size)) : inFile(file, size)),
        close() {
          held.delete(holding);
          if (memory !== undefined) inMemory -= memory.length;
          if (file !== undefined) {
            inFiles -= size;
            closeSync(file);
          }
          memory = Buffer.alloc(0);
          file = undefined;
          size = 0;
        },
      };
      held.add(holding);
      return holding;
    },
  };
}

/** Bytes that are in memory anyway. */
export function inBuffer(buffer: Buffer): Bytes {
  const bytes: Bytes = {
    size: buffer.length,
    read(offset, length) {
      check(offset, length, buffer.length);
      return buffer.subarray(offset, offset + length);
    },
    fork: () => bytes,
  };
  return bytes;
}

/** A part of other bytes, as if it were all there is. @param size of what is there; up to the end where it is not given */
export function partOf(whole: Bytes, from: number, size = whole.size - from): Bytes {
  check(from, size, whole.size);
  return {
    size,
    read(offset, length) {
      check(offset, length, size);
      return whole.read(from + offset, length);
    },
    fork: () => partOf(whole.fork(), from, size),
  };
}

const AHEAD = 64 * 1024;

function inFile(descriptor: number, size: number): Bytes {
  let buffer = Buffer.alloc(0);
  let start = 0;
  let filled = 0;
  return {
    size,
    read(offset, length) {
      check(offset, length, size);
      if (offset < start || offset + length > start + filled) {
        // Reading on where the last read ended is worth reading ahead; jumping about is not.
        const near = offset >= start && offset <= start + filled + AHEAD;
        const wanted = Math.min(size - offset, Math.max(length, near ? AHEAD : 512));
        if (buffer.length < wanted) buffer = Buffer.allocUnsafeSlow(Math.max(wanted, AHEAD));
        start = offset;
        for (filled = 0; filled < wanted; ) {
          const read = readSync(descriptor, buffer, filled, wanted - filled, offset + filled);
          if (read === 0) throw new Error('a temporary file has become shorter');
          filled += read;
        }
      }
      return buffer.subarray(offset - start, offset - start + length);
    },
    fork: () => inFile(descriptor, size),
  };
}

function check(offset: number, length: number, size: number): void {
  if (offset >= 0 && length >= 0 && offset + length <= size) return;
  throw new PackgateError('archive', `the archive points to byte ${offset + length}, and has ${size}`, {
    help: 'Pack or download the file again',
  });
}

/** What was written in part counts as held all the same: nobody reads on after this. */
function writeAll(descriptor: number, view: Buffer): void {
  try {
    for (let done = 0; done < view.length; ) done += writeSync(descriptor, view, done);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new PackgateError('limit', `the temporary file for it cannot be written (${code})`, {
      help: 'Set TMPDIR (in a runner: RUNNER_TEMP) to a folder with room that this user may write to',
      cause,
    });
  }
}

/** A temporary file that nobody else can open, and that is gone however packgate ends. @throws PackgateError `limit` */
export function openPrivate(folder: string): number {
  try {
    const own = mkdtempSync(join(folder, 'packgate-'));
    const path = join(own, 'held');
    const descriptor = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    rmdirSync(own);
    return descriptor;
  } catch (cause) {
    throw new PackgateError('limit', 'no temporary file can be made for it', {
      help: 'Set TMPDIR (in a runner: RUNNER_TEMP) to a folder with room that this user may write to',
      cause,
    });
  }
}
