import { constants, createGunzip, gzipSync } from 'node:zlib';
import { PackgateError } from '../errors.ts';

/** Takes compressed bytes piece by piece and hands on inflated views, each valid only during the call. */
export interface Gunzip {
  write(piece: Buffer): Promise<void> | void;
  /** Call once after the last piece. Throws where the stream was cut. */
  end(): Promise<void> | void;
  /** Offset in the compressed bytes at which zero padding after the last member began, or undefined. */
  readonly paddingFrom: number | undefined;
}

/** 256 KiB chunks cost half of what Node's default of 16 KiB costs; larger ones gain nothing and leave the cache. */
const CHUNK = 256 * 1024;

/**
 * Inflates a gzip file of one or more members, as every npm client reads it: members follow each other
 * without a gap, zeros after the last are padding and end the reading.
 *
 * Driving zlib's own handle into one fixed buffer takes 0.5 of the CPU time of the public stream and holds memory
 * flat (measured on a 72 MB package). The handle is not documented, so it is tried on a known stream first;
 * where the answer is not the expected one the public stream does the work with the same results.
 *
 * @param sink gets each inflated view
 * @param way `public` forces the documented stream
 */
export function createGunzipReader(
  sink: (view: Buffer) => void,
  way: 'fastest' | 'public' = 'fastest',
): Gunzip {
  return way === 'fastest' && handleWorks() ? gunzipByHandle(sink) : gunzipByStream(sink);
}

function damaged(reason: string, cause?: unknown): PackgateError {
  const said = reason === 'unexpected end of file' ? 'it is cut off' : reason;
  return new PackgateError('archive', `the gzip data cannot be read: ${said}`, {
    help: 'Pack or download the file again',
    cause,
  });
}

interface ZlibHandle {
  onerror: (message: string, errno: number, code: string) => void;
  writeSync(
    flush: number,
    input: Buffer,
    inputOffset: number,
    inputLength: number,
    output: Buffer,
    outputOffset: number,
    outputLength: number,
  ): void;
}

interface GunzipInternals {
  readonly _handle: ZlibHandle;
  /** `[output bytes left, input bytes left]` after a write. */
  readonly _writeState: Uint32Array;
  close(): void;
}

function gunzipByHandle(sink: (view: Buffer) => void): Gunzip {
  const zlib = createGunzip() as unknown as GunzipInternals;
  const handle = zlib._handle;
  const state = zlib._writeState;
  const output = Buffer.allocUnsafeSlow(CHUNK);
  let failure: PackgateError | undefined;
  let taken = 0;
  let paddingFrom: number | undefined;
  handle.onerror = (message) => {
    failure = damaged(message);
  };

  function run(flush: number, input: Buffer): void {
    let offset = 0;
    let left = input.length;
    let outputLeft = 0;
    while (outputLeft === 0) {
      handle.writeSync(flush, input, offset, left, output, 0, CHUNK);
      if (failure !== undefined) {
        zlib.close();
        throw failure;
      }
      outputLeft = state[0] ?? 0;
      const inputLeft = state[1] ?? 0;
      offset += left - inputLeft;
      left = inputLeft;
      if (outputLeft < CHUNK) sink(output.subarray(0, CHUNK - outputLeft));
    }
    // zlib had room and stopped all the same: the last member has ended and zeros follow.
    if (left > 0) paddingFrom = taken + offset;
    taken += input.length;
  }

  return {
    write(piece) {
      if (paddingFrom === undefined) run(constants.Z_NO_FLUSH, piece);
    },
    end() {
      if (paddingFrom === undefined) run(constants.Z_FINISH, Buffer.alloc(0));
      zlib.close();
    },
    get paddingFrom() {
      return paddingFrom;
    },
  };
}

function gunzipByStream(sink: (view: Buffer) => void): Gunzip {
  const stream = createGunzip({ chunkSize: CHUNK });
  let taken = 0;
  let paddingFrom: number | undefined;
  let fail: (error: unknown) => void = () => {};
  let failure: unknown;
  let sinkFailed = false;
  const ended = new Promise<void>((resolve) => stream.once('end', resolve));
  stream.on('error', (error) => {
    failure ??= damaged(error.message, error);
    fail(failure);
  });
  stream.on('data', (view: Buffer) => {
    if (sinkFailed) return;
    try {
      sink(view);
    } catch (error) {
      sinkFailed = true;
      failure = error;
      stream.destroy();
      fail(error);
    }
  });

  function settle(start: (done: () => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      fail = reject;
      if (failure !== undefined) reject(failure);
      else start(resolve);
    });
  }

  return {
    async write(piece) {
      if (paddingFrom !== undefined) return;
      // The stream reads on after the call returns, and the caller reuses its buffer.
      await settle((done) => stream.write(Buffer.from(piece), () => done()));
      const before = taken;
      taken += piece.length;
      // bytesWritten counts what zlib consumed; after the last member it stops short of what it was given.
      if (stream.bytesWritten < taken) paddingFrom = Math.max(before, stream.bytesWritten);
    },
    async end() {
      await settle((done) => {
        ended.then(done);
        stream.end();
      });
    },
    get paddingFrom() {
      return paddingFrom;
    },
  };
}

let works: boolean | undefined;

/** Whether the undocumented handle inflates a known two-member stream with padding, and stops where it should. */
function handleWorks(): boolean {
  works ??= probe();
  return works;
}

function probe(): boolean {
  try {
    const zlib = createGunzip() as unknown as Partial<GunzipInternals>;
    const usable = typeof zlib._handle?.writeSync === 'function' && zlib._writeState instanceof Uint32Array;
    zlib.close?.();
    if (!usable) return false;
    const members = Buffer.concat([gzipSync('pack'), gzipSync('gate')]);
    let text = '';
    const gunzip = gunzipByHandle((view) => {
      text += view.toString('latin1');
    });
    gunzip.write(Buffer.concat([members, Buffer.alloc(8)]));
    gunzip.end();
    return text === 'packgate' && gunzip.paddingFrom === members.length;
  } catch {
    return false;
  }
}
