import * as zlib from 'node:zlib';
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import { PackgateError } from '../errors.ts';
import { LIMITS } from './limits.ts';

/** Ways to compress one run of bytes. `deflate` is the bare kind, as it stands in zip archives; `zlib` has a head and a checksum round it. */
export type Codec = 'gzip' | 'zlib' | 'deflate' | 'brotli' | 'zstd';

/** Takes compressed bytes piece by piece and hands on decoded views, each valid only during the call. */
export interface Decoder {
  /** @throws PackgateError `archive` for damaged data */
  write(piece: Buffer): void;
  /** Call once after the last piece. Throws where the stream was cut, except for zstd on Node 22, which does not tell. */
  end(): void;
  /** Lets go of what it holds; for a decoder that is left before its end. Harmless when called twice. */
  close(): void;
  /** Offset in the compressed bytes of what follows the stream and was not decoded, or undefined. */
  endedAt(): number | undefined;
}

/** 256 KiB chunks cost half of what Node's default of 16 KiB costs; larger ones gain nothing and leave the cache. */
export const CHUNK = 256 * 1024;

/** What a codec needs of zlib. Node 20 has no zstd, and the types used here know none. */
interface Parts {
  create(): unknown;
  encode(bytes: Buffer): Buffer;
  decode(bytes: Buffer, options: object): { buffer: Buffer; engine: { bytesWritten: number } };
  readonly flush: number;
  readonly finish: number;
  /** A stream begins anew once it is reset, which one of brotli does not on Node 20. */
  readonly again?: true;
}

type Sync = (bytes: Buffer, options: object) => never;
const ZSTD = zlib as unknown as {
  createZstdDecompress?: (options: object) => unknown;
  zstdCompressSync: (bytes: Buffer) => Buffer;
  zstdDecompressSync: Sync;
};

/** A stream makes an output buffer of its own, which the handle does without: the smallest there can be. */
const UNUSED = { chunkSize: 64 };

const NO_FLUSH = constants.Z_NO_FLUSH;
const CODECS: Readonly<Record<Codec, Parts | undefined>> = {
  gzip: {
    create: () => createGunzip(UNUSED),
    encode: gzipSync,
    decode: gunzipSync as unknown as Sync,
    flush: NO_FLUSH,
    finish: constants.Z_FINISH,
    again: true,
  },
  zlib: {
    create: () => createInflate(UNUSED),
    encode: deflateSync,
    decode: inflateSync as unknown as Sync,
    flush: NO_FLUSH,
    finish: constants.Z_FINISH,
    again: true,
  },
  deflate: {
    create: () => createInflateRaw(UNUSED),
    encode: deflateRawSync,
    decode: inflateRawSync as unknown as Sync,
    flush: NO_FLUSH,
    finish: constants.Z_FINISH,
    again: true,
  },
  brotli: {
    create: () => createBrotliDecompress(UNUSED),
    encode: brotliCompressSync,
    decode: brotliDecompressSync as unknown as Sync,
    flush: constants.BROTLI_OPERATION_PROCESS,
    finish: constants.BROTLI_OPERATION_FINISH,
  },
  zstd:
    ZSTD.createZstdDecompress === undefined
      ? undefined
      : {
          create: () => ZSTD.createZstdDecompress!(zstdOptions()),
          encode: ZSTD.zstdCompressSync,
          decode: (bytes, options) =>
            ZSTD.zstdDecompressSync(bytes, { ...zstdOptions(), ...options, chunkSize: CHUNK }),
          flush: 0,
          finish: 2,
        },
};

/**
 * 100 is `ZSTD_d_windowLogMax`: a frame may otherwise ask for 128 MiB. A stream that is reset forgets it.
 *
 * V8 does not know of the memory that zstd takes, which goes only with the object, and would let thousands of them lie: a buffer that is never
 * written to, and so takes nothing, tells it.
 */
function zstdOptions(): object {
  return { chunkSize: 256 * 1024, params: { 100: LIMITS.zstdWindowLog } };
}

/** Whether this Node can decode it: zstd came with 22.15 and 23.8. */
export function canDecode(codec: Codec): boolean {
  return CODECS[codec] !== undefined;
}

/**
 * Decodes one stream; gzip and zstd also several members or frames in a row.
 *
 * Driving zlib's own handle into one fixed buffer takes 0.5 of the CPU time of the public stream, holds memory
 * flat and is synchronous. The handle is not documented, so it is tried on a known stream first; where the answer is not the
 * expected one the whole stream is held, up to a limit, and decoded at its end.
 *
 * @param sink gets each decoded view
 * @param way `public` forces the documented functions
 */
export function createDecoder(
  codec: Codec,
  sink: (view: Buffer) => void,
  way: 'fastest' | 'public' = 'fastest',
): Decoder {
  return way === 'fastest' && handleWorks(codec)
    ? createHandleDecoder(codec, sink)
    : createHeldDecoder(codec, sink);
}

/** The failure to decode, in one line. */
export function damaged(codec: Codec, reason: string, cause?: unknown): PackgateError {
  const said = reason === 'unexpected end of file' ? CUT_OFF : reason;
  return new PackgateError('archive', `the ${codec} data cannot be read: ${said}`, {
    help: 'Pack or download the file again',
    cause,
  });
}

const CUT_OFF = 'it is cut off';

/** Whether that failure says that the data ends too early: what there is of it was decoded, and nobody can decode more. */
export const isCutOff = (message: string): boolean => message.endsWith(`cannot be read: ${CUT_OFF}`);

interface Internals {
  readonly _handle: {
    onerror: (message: string) => void;
    writeSync(
      flush: number,
      input: Buffer,
      inputOffset: number,
      inputLength: number,
      output: Buffer,
      outputOffset: number,
      outputLength: number,
    ): void;
    /** Lets go at once of what it holds. */
    close(): void;
  };
  /** `[output bytes left, input bytes left]` after a write. */
  readonly _writeState: Uint32Array;
  reset(): void;
}

/** Output buffers that no decoder holds. */
const spare: Buffer[] = [];

/**
 * Streams that no decoder holds: a package may hold thousands of small compressed files, and to make a stream takes longer than to
 * decode one of them. The handle is closed and not the stream, which would be let go only when the event loop turns: it does not while an
 * archive is read.
 */
const idle = new Map<Codec, Internals[]>();
const MOST_IDLE = 4;

function giveBack(codec: Codec, stream: Internals): void {
  const streams = idle.get(codec) ?? [];
  if (CODECS[codec]!.again === undefined || streams.length === MOST_IDLE) {
    stream._handle.close();
    return;
  }
  stream.reset();
  streams.push(stream);
  idle.set(codec, streams);
}

/** The undocumented way; only where `handleWorks`. */
export function createHandleDecoder(codec: Codec, sink: (view: Buffer) => void): Decoder {
  const parts = CODECS[codec]!;
  const stream = idle.get(codec)?.pop() ?? (parts.create() as Internals);
  const output = spare.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
  let closed = false;
  const handle = stream._handle;
  const state = stream._writeState;
  let failure: PackgateError | undefined;
  let taken = 0;
  let endedAt: number | undefined;
  handle.onerror = (message) => {
    failure = damaged(codec, message);
  };

  function run(flush: number, input: Buffer): void {
    let offset = 0;
    let left = input.length;
    for (;;) {
      handle.writeSync(flush, input, offset, left, output, 0, CHUNK);
      // After a failure the state is that of the write before.
      if (failure !== undefined) {
        close();
        throw failure;
      }
      const outputLeft = state[0]!;
      const consumed = left - state[1]!;
      offset += consumed;
      left -= consumed;
      if (outputLeft < CHUNK) sink(output.subarray(0, CHUNK - outputLeft));
      if (outputLeft === 0) continue;
      // A frame of zstd has ended and another may follow.
      if (left > 0 && consumed > 0 && codec === 'zstd') continue;
      break;
    }
    // There was room and it stopped all the same: the stream has ended and something follows.
    if (left > 0) endedAt = taken + offset;
    taken += input.length;
  }

  function close(): void {
    if (closed) return;
    closed = true;
    spare.push(output);
    giveBack(codec, stream);
  }

  return {
    write(piece) {
      if (endedAt === undefined) run(parts.flush, piece);
    },
    end() {
      if (endedAt === undefined) run(parts.finish, Buffer.alloc(0));
      close();
    },
    close,
    endedAt: () => endedAt,
  };
}

/** The documented way, which holds all of the stream. */
function createHeldDecoder(codec: Codec, sink: (view: Buffer) => void): Decoder {
  let held: Buffer[] = [];
  let size = 0;
  let endedAt: number | undefined;
  return {
    write(piece) {
      size += piece.length;
      if (size > LIMITS.held) throw tooMuch(codec);
      held.push(Buffer.from(piece));
    },
    end() {
      const bytes = Buffer.concat(held);
      held = [];
      let at = 0;
      do {
        const { buffer, consumed } = decodeWhole(codec, bytes.subarray(at));
        at += consumed;
        if (buffer.length > 0) sink(buffer);
        // The documented function stops at the end of a frame.
        if (codec !== 'zstd' || consumed === 0) break;
      } while (at < bytes.length);
      if (at < bytes.length) endedAt = at;
    },
    close() {
      held = [];
    },
    endedAt: () => endedAt,
  };
}

function decodeWhole(codec: Codec, bytes: Buffer): { buffer: Buffer; consumed: number } {
  try {
    const { buffer, engine } = CODECS[codec]!.decode(bytes, {
      maxOutputLength: LIMITS.heldOutput,
      info: true,
    });
    return { buffer, consumed: engine.bytesWritten };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch(codec);
    throw damaged(codec, (error as Error).message, error);
  }
}

function tooMuch(codec: Codec): PackgateError {
  return new PackgateError(
    'limit',
    `the ${codec} data is more than packgate can hold on this version of Node`,
    { help: 'Use a Node.js version that packgate names as supported' },
  );
}

const works = new Map<Codec, boolean>();

/** Whether the undocumented handle decodes a known stream, and stops where that ends. */
export function handleWorks(codec: Codec): boolean {
  let known = works.get(codec);
  if (known === undefined) {
    known = probe(codec);
    works.set(codec, known);
  }
  return known;
}

function probe(codec: Codec): boolean {
  try {
    const { create, encode } = CODECS[codec]!;
    const stream = create() as Partial<Internals>;
    const usable =
      typeof stream._handle?.writeSync === 'function' &&
      typeof stream._handle.close === 'function' &&
      typeof stream.reset === 'function' &&
      stream._writeState instanceof Uint32Array;
    if (!usable) return false;
    stream._handle!.close();
    const joins = codec === 'gzip' || codec === 'zstd';
    const bytes = joins
      ? Buffer.concat([encode(Buffer.from('pack')), encode(Buffer.from('gate'))])
      : encode(Buffer.from('packgate'));
    // The second is decoded by what was left in the middle of the first.
    const left = createHandleDecoder(codec, () => {});
    left.write(bytes.subarray(0, 9));
    left.close();
    let text = '';
    const decoder = createHandleDecoder(codec, (view) => {
      text += view.toString('latin1');
    });
    decoder.write(codec === 'zstd' ? bytes : Buffer.concat([bytes, Buffer.alloc(8)]));
    decoder.end();
    return text === 'packgate' && decoder.endedAt() === (codec === 'zstd' ? undefined : bytes.length);
  } catch {
    return false;
  }
}
