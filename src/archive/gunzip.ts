import { createGunzip } from 'node:zlib';
import { CHUNK, createHandleDecoder, damaged, handleWorks } from './decoder.ts';

/** Takes compressed bytes piece by piece and hands on inflated views, each valid only during the call. */
export interface Gunzip {
  write(piece: Buffer): Promise<void> | void;
  /** Call once after the last piece. Throws where the stream was cut. */
  end(): Promise<void> | void;
  /** Offset in the compressed bytes at which zero padding after the last member began, or undefined. */
  readonly paddingFrom: number | undefined;
}

/**
 * Inflates a gzip file of one or more members, as every npm client reads it: members follow each other
 * without a gap, zeros after the last are padding and end the reading.
 *
 * Where zlib's own handle answers as expected it is driven; else the public stream does the work with the same results.
 *
 * @param sink gets each inflated view
 * @param way `public` forces the documented stream
 */
export function createGunzipReader(
  sink: (view: Buffer) => void,
  way: 'fastest' | 'public' = 'fastest',
): Gunzip {
  return way === 'fastest' && handleWorks('gzip') ? gunzipByHandle(sink) : gunzipByStream(sink);
}

function gunzipByHandle(sink: (view: Buffer) => void): Gunzip {
  const decoder = createHandleDecoder('gzip', sink);
  return {
    write: decoder.write,
    end: decoder.end,
    get paddingFrom() {
      return decoder.endedAt();
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
    failure ??= damaged('gzip', error.message, error);
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
