import { type Codec, canDecode, createDecoder } from '../../archive/decoder.ts';
import type { EntrySink } from '../../archive/entry.ts';
import { plainPath } from '../../archive/name.ts';
import type { Bytes } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import { beginsAsZlib } from '../trial.ts';
import { indexesIn } from './search.ts';

/** RFC 1952: two bytes of magic and the one method there is. RFC 8878, 3.1.1. */
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** The head of a gzip member, without what may follow in it: extra fields, a name, a comment. */
const GZIP_HEAD = 10;
const MAX_HEAD = 1024;
/** Places that are looked at, so that a file of nothing but magic numbers takes no more than a second. */
const MAX_PLACES = 10_000;
const PIECE = 64 * 1024;
/** Compressed bytes that have to unpack to something before any of it is believed. */
const TRIAL = 512;
/** Bytes of a file that tell whether it begins with zlib data: two bytes of head say too little for any other place. */
const TRIAL_ZLIB = 4096;
/** Unpacked bytes behind which a failure is damage, and not chance. */
const SURE = 64 * 1024;
/** Of a block of zstd, in bytes. */
const MAX_BLOCK = 128 * 1024;

/** A part of a file, as offsets: from, and behind its end. */
export type Range = readonly [from: number, to: number];

/** Whether gzip or zstd data may begin in a view: two searches at native speed, and most binary files have neither. */
export function mayHoldStreams(view: Buffer): boolean {
  if (view.includes(ZSTD)) return true;
  for (let at = view.indexOf(GZIP); at !== -1; at = view.indexOf(GZIP, at + 1)) {
    if (view.length - at < GZIP_HEAD || isGzipHead(view.subarray(at, at + GZIP_HEAD))) return true;
  }
  return false;
}

/** RFC 1952, 2.3: reserved flags are 0, and compressors write few values of the others. */
function isGzipHead(head: Buffer): boolean {
  const [flags, level, system] = [head[3]!, head[8]!, head[9]!];
  return flags <= 0x1f && [0, 2, 4].includes(level) && (system <= 13 || system === 255);
}

/**
 * Finds gzip and zstd data that lie anywhere in other bytes, as linkers and packers leave them, and hands on what they hold as files
 * `stream-1` and so on, or by the name in the head of gzip. Brotli has no magic number: it cannot be found so.
 *
 * @returns what was not read, in a few words
 * @throws PackgateError `limit`
 */
export function readStreams(bytes: Bytes, ranges: readonly Range[], sink: EntrySink): string | undefined {
  let unread: string | undefined;
  let count = 0;
  for (const [from, to] of ranges) {
    const gzip = indexesIn(bytes, from, to, GZIP, MAX_PLACES);
    const zstd = indexesIn(bytes, from, to, ZSTD, MAX_PLACES);
    if (Math.max(gzip.length, zstd.length) === MAX_PLACES)
      unread ??= 'it holds more compressed data than packgate looks at';
    const isZlib = from === 0 && beginsAsZlib(bytes.read(0, Math.min(TRIAL_ZLIB, to)));
    const places = [
      ...(isZlib ? [{ at: 0, codec: 'zlib' as const }] : []),
      ...gzip.map((at) => ({ at, codec: 'gzip' as const })),
      ...zstd.map((at) => ({ at, codec: 'zstd' as const })),
    ].sort((a, b) => a.at - b.at);
    let next = from;
    for (const { at, codec } of places) {
      if (at < next) continue;
      const head = codec === 'gzip' ? readGzipHead(bytes, at, to) : undefined;
      const end = codec === 'zstd' ? zstdEnd(bytes, at, to) : to;
      if (end === undefined || (codec === 'gzip' && head === undefined)) continue;
      if (!canDecode(codec)) {
        unread ??= `it holds ${codec} data, which this version of Node cannot read`;
        next = end;
        continue;
      }
      // What follows a member of gzip would be taken for another one: its data alone ends where it ends.
      const [part, bare]: [Range, Codec] =
        head === undefined ? [[at, end], codec] : [[at + head.length, end], 'deflate'];
      next = readStream(bytes, part, bare, sink, () => {
        count++;
        const path = plainPath(head?.name ?? '').path || `stream-${count}`;
        sink.begin({ path, size: Number.POSITIVE_INFINITY });
      });
    }
  }
  return unread;
}

/**
 * Unpacks from one place.
 *
 * @param onBegin called once it is clear that there is something
 * @returns where to look on
 */
function readStream(
  bytes: Bytes,
  [from, to]: Range,
  codec: Codec,
  sink: EntrySink,
  onBegin: () => void,
): number {
  const first: Buffer[] = [];
  let size = 0;
  let begun = false;
  let given = 0;
  const decoder = createDecoder(codec, (view) => {
    size += view.length;
    if (begun) sink.bytes(view);
    else first.push(Buffer.from(view));
  });
  const begin = () => {
    if (begun || size === 0) return;
    begun = true;
    onBegin();
    for (const view of first.splice(0)) sink.bytes(view);
  };
  let failure: string | undefined;
  try {
    while (from + given < to && decoder.endedAt() === undefined) {
      const length = Math.min(given === 0 ? TRIAL : PIECE, to - from - given);
      decoder.write(bytes.read(from + given, length));
      given += length;
      begin();
    }
    decoder.end();
    begin();
  } catch (error) {
    if (!(error instanceof PackgateError) || error.code === 'limit') throw error;
    failure = error.message;
  } finally {
    decoder.close();
  }
  if (!begun) return from + 1;
  // A little that unpacks before a failure is chance.
  sink.end(failure !== undefined && size >= SURE ? failure : undefined);
  return failure === undefined ? from + Math.max(1, decoder.endedAt() ?? given) : from + 1;
}

/**
 * Reads the head of a gzip member; undefined where the bytes are none. RFC 1952, 2.3, and RFC 1951, 2.3.2: a block is of one of three
 * types.
 */
function readGzipHead(bytes: Bytes, at: number, to: number): { length: number; name: string } | undefined {
  const head = bytes.read(at, Math.min(to - at, MAX_HEAD));
  if (head.length < GZIP_HEAD + 8 || !isGzipHead(head)) return undefined;
  const flags = head[3]!;
  let length = GZIP_HEAD;
  if ((flags & 4) !== 0) length += 2 + head.readUInt16LE(length);
  const text = () => {
    const from = length;
    const end = head.indexOf(0, from);
    length = end === -1 ? head.length : end + 1;
    return head.toString('latin1', from, length - 1);
  };
  const name = (flags & 8) === 0 ? '' : text();
  if ((flags & 16) !== 0) text();
  if ((flags & 2) !== 0) length += 2;
  return length >= head.length || (head[length]! & 6) === 6 ? undefined : { length, name };
}

/**
 * Where a zstd frame ends, told by its blocks; undefined where they do not fit, or hold but one byte repeated, as bytes by chance do. RFC 8878,
 * 3.1.1.
 */
function zstdEnd(bytes: Bytes, from: number, to: number): number | undefined {
  if (to - from < 9) return undefined;
  const descriptor = bytes.read(from + 4, 1)[0]!;
  if ((descriptor & 0x08) !== 0) return undefined;
  const isSingle = (descriptor & 0x20) !== 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6]!;
  let at = from + 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]! + sizeBytes;
  let repeated = 0;
  for (let holdsMore = false; ; ) {
    if (at + 3 > to) return undefined;
    const block = bytes.read(at, 3).readUIntLE(0, 3);
    const type = (block >>> 1) & 3;
    const size = block >>> 3;
    if (type === 3 || size > MAX_BLOCK) return undefined;
    at += 3 + (type === 1 ? 1 : size);
    if (at > to) return undefined;
    // Text can be written as one such block after another.
    holdsMore ||= size > 0 && (type !== 1 || ++repeated > 1);
    if ((block & 1) === 1) return holdsMore ? at + ((descriptor & 4) !== 0 ? 4 : 0) : undefined;
  }
}
