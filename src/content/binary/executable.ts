import { type Codec, canDecode, createDecoder } from '../../archive/decoder.ts';
import type { EntrySink } from '../../archive/entry.ts';
import { plainPath } from '../../archive/name.ts';
import type { Bytes } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import type { MapSighting } from '../map/facts.ts';
import { createInlineMapScanner, MAX_MAPS } from '../map/inline.ts';
import { originOf } from '../map/origin.ts';
import { createMapRoom } from '../map/room.ts';
import { type DebugFacts, tellsDebug } from './debug.ts';
import { findPayloads } from './find-payloads.ts';
import { readNative } from './native.ts';
import type { Carrier, PackedSource, Payload } from './payload.ts';
import type { Room } from './room.ts';
import { SEA_MARK } from './sea.ts';
import { indexesIn } from './search.ts';
import { countLines, sourcesOf } from './sources.ts';
import type { Range } from './streams.ts';

const PIECE = 256 * 1024;
/** Places where the blob of Node.js may begin: three bytes that stand somewhere in most machine code. */
const MAX_MARKS = 100_000;

/** What an executable tells of itself, beside the files in it. */
export interface ExecutableFacts {
  readonly maps: readonly MapSighting[];
  readonly debug?: DebugFacts;
  readonly uninspected?: string;
  /** Parts in which nothing is known: no file joined to it, no debug information. */
  readonly outside: readonly Range[];
}

/** Where the files in an executable go. */
export interface ExecutableSink {
  /** Looks at files, which then carry the maps they were built with. */
  files(carrier: Carrier, maps: (path: string) => readonly MapSighting[]): EntrySink;
  /** Looks at a text that a map holds: the map is told of, and the text is not told of again. */
  sources(carrier: Carrier): EntrySink;
}

/**
 * Reads an executable or library: what it holds for debuggers, the files that a tool joined to it, and source maps that stand
 * anywhere else in it.
 *
 * @param isNative false for a blob that is made to be put into one
 * @throws PackgateError `limit`
 */
export function readExecutable(
  bytes: Bytes,
  isNative: boolean,
  sink: ExecutableSink,
  room: Room,
): ExecutableFacts {
  const native = isNative ? readNative(bytes, room) : undefined;
  const payloads = findPayloads(
    bytes,
    native?.sections ?? [],
    indexesIn(bytes, 0, bytes.size, SEA_MARK, MAX_MARKS),
  );
  const unread: string[] = [];
  if (isPacked(bytes)) unread.push('it is packed by UPX');
  if (native?.unread !== undefined) unread.push(native.unread);
  for (const payload of payloads) {
    if (payload.unread !== undefined) unread.push(payload.unread);
    const failure = readPayload(bytes, payload, sink);
    if (failure !== undefined) unread.push(failure);
  }
  const { maps, more } = mapsIn(bytes, rangesOutside(bytes.size, payloads));
  if (more) unread.push('it carries more source maps than packgate reads in one file');
  // Names in a runtime that something is joined to are those of its makers.
  const names = payloads.length > 0 && { symbols: 0, places: [] };
  const debug = native && { ...native.debug, ...names };
  const read = (native?.sections ?? []).flatMap(({ name, offset, size }) =>
    /^(?:z?debug|gnu_debug)/.test(name) ? [{ from: offset, to: offset + size }] : [],
  );
  return {
    maps,
    // Compressed data in a runtime that something is joined to is its makers' own.
    outside: payloads.length > 0 ? [] : rangesOutside(bytes.size, read),
    ...(debug !== undefined && tellsDebug(debug) && { debug }),
    ...(unread.length > 0 && { uninspected: unread.join('; ') }),
  };
}

/** Hands the files of a payload on, each place once. @returns what was not read, in a few words */
function readPayload(bytes: Bytes, payload: Payload, sink: ExecutableSink): string | undefined {
  const { carrier, files } = payload;
  const seen = new Set<string>();
  const maps = new Map<string, readonly MapSighting[]>();
  const entries = sink.files(carrier, (path) => maps.get(path) ?? []);
  let left = payload.to - payload.from;
  let unread: string | undefined;
  for (const file of files) {
    const key = `${file.offset}:${file.size}`;
    if (seen.has(key)) continue;
    seen.add(key);
    left -= file.size;
    for (const source of file.sources ?? []) left -= source.size;
    if (left < 0) return 'the files joined to it lie over each other';
    const path = plainPath(file.path).path || 'main';
    if (file.sources !== undefined && file.sources.length > 0) {
      const packed = readSources(bytes, path, file.sources, sink.sources(carrier));
      maps.set(path, packed.maps);
      unread ??= packed.unread;
    }
    const { codec } = file;
    if (codec !== undefined && !canDecode(codec)) {
      unread ??= `files in it are ${codec} data, which this version of Node cannot read`;
      continue;
    }
    entries.begin({ path, size: codec === undefined ? file.size : Number.POSITIVE_INFINITY });
    entries.end(pour(bytes, file, codec, (view) => entries.bytes(view)));
  }
  return unread;
}

/** Unpacks the sources of one module and measures them. */
function readSources(
  bytes: Bytes,
  path: string,
  sources: readonly PackedSource[],
  sink: EntrySink,
): { maps: MapSighting[]; unread?: string } {
  const measured: [string, { lines: number; bytes: number } | null][] = [];
  let size = 0;
  let unread: string | undefined;
  const able = canDecode('zstd');
  if (!able)
    unread =
      'sources in it are zstd data, which this version of Node cannot read: their lines are not counted';
  for (const source of sources) {
    size += source.size;
    if (source.size === 0) {
      measured.push([source.path, null]);
      continue;
    }
    if (!able) {
      measured.push([source.path, { lines: 0, bytes: contentSize(bytes, source) }]);
      continue;
    }
    const total = { lines: 0, bytes: 0 };
    let last = 10;
    sink.begin({ path: plainPath(source.path).path || path, size: Number.POSITIVE_INFINITY });
    const failure = pour(bytes, source, 'zstd', (view) => {
      total.bytes += view.length;
      total.lines += countLines(view) - (view[view.length - 1] === 10 ? 0 : 1);
      last = view[view.length - 1] ?? last;
      sink.bytes(view);
    });
    sink.end(failure);
    measured.push([source.path, { lines: total.lines + (last === 10 ? 0 : 1), bytes: total.bytes }]);
  }
  const files = sourcesOf(measured, (path) => originOf(path).firstParty);
  const facts = { ...files, keys: [], pretty: false, scheme: undefined, truncated: false };
  const maps: MapSighting[] = [{ form: 'embedded', line: 1, column: 1, size, facts }];
  return { maps, ...(unread !== undefined && { unread }) };
}

/** Hands on a part of the bytes, unpacked where it is packed. @returns why it could not be read to its end */
function pour(
  bytes: Bytes,
  { offset, size }: { readonly offset: number; readonly size: number },
  codec: Codec | undefined,
  take: (view: Buffer) => void,
): string | undefined {
  const decoder = codec === undefined ? undefined : createDecoder(codec, take);
  try {
    for (let at = 0; at < size; at += PIECE) {
      const view = bytes.read(offset + at, Math.min(PIECE, size - at));
      if (decoder === undefined) take(view);
      else decoder.write(view);
    }
    decoder?.end();
    return undefined;
  } catch (error) {
    if (!(error instanceof PackgateError) || error.code === 'limit') throw error;
    return error.message;
  } finally {
    decoder?.close();
  }
}

/** What the head of a zstd frame says of its content, in bytes; 0 where it does not. RFC 8878, 3.1.1.1. */
function contentSize(bytes: Bytes, { offset, size }: PackedSource): number {
  const head = bytes.read(offset, Math.min(size, 18));
  if (head.length < 6 || head.readUInt32LE(0) !== 0xfd2fb528) return 0;
  const descriptor = head[4]!;
  const single = (descriptor & 0x20) !== 0;
  const at = 5 + (single ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!;
  const width = [single ? 1 : 0, 2, 4, 8][descriptor >>> 6]!;
  if (width === 0 || at + width > head.length) return 0;
  return head.readUIntLE(at, Math.min(width, 6)) + (width === 2 ? 256 : 0);
}

/** What is left of a file without these parts. */
export function rangesOutside(
  size: number,
  parts: readonly { readonly from: number; readonly to: number }[],
): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    const to = Math.min(part.from, size);
    if (to > from) ranges.push([from, to]);
    from = Math.max(from, part.to);
  }
  if (size > from) ranges.push([from, size]);
  return ranges;
}

/** Source maps that stand as they are in these parts of a file, and whether there are more than are read. */
export function mapsIn(bytes: Bytes, ranges: readonly Range[]): { maps: MapSighting[]; more: boolean } {
  const maps: MapSighting[] = [];
  const room = createMapRoom();
  let more = false;
  for (const [from, to] of ranges) {
    const scanner = createInlineMapScanner({ objects: true, room });
    for (let at = from; at < to; at += PIECE) scanner.push(bytes.read(at, Math.min(PIECE, to - at)));
    const found = scanner.end();
    more ||= found.more || maps.length + found.maps.length > MAX_MAPS;
    if (more) break;
    for (const map of found.maps) maps.push({ ...map, form: 'embedded' });
  }
  return { maps, more };
}

/** The mark that UPX leaves at the beginning of what it packs. */
function isPacked(bytes: Bytes): boolean {
  return bytes.read(0, Math.min(bytes.size, 4096)).includes('UPX!', 0, 'latin1');
}
