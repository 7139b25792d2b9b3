import { readSync, writeSync } from 'node:fs';
import { PackgateError } from '../errors.ts';
import { openPrivate } from './store.ts';

/** Bytes that only grow: a million small records take as much memory as a few thousand. */
export interface Pages {
  /** Of all that was appended. */
  readonly size: number;
  append(bytes: Buffer): void;
  /** Writes over bytes that are there. */
  write(offset: number, bytes: Buffer): void;
  /** Each reader has a view of its own. */
  reader(): PageReader;
}

/** A view of exactly these bytes, valid until the next call and the next change. */
export type PageReader = (offset: number, length: number) => Buffer;

export const PAGE = 256 * 1024;
/** Pages that stay in memory in any case. */
const HELD = 4;
/** Read at once, as whoever reads on in order wants what follows. */
const AHEAD = 16 * 1024;
/** Bytes up to which a loop copies faster than a call does. */
const SMALL = 24;

/**
 * Keeps the first pages and the last one in memory, those between in a private temporary file. Where there can be none, or the
 * disk is full, they stay in memory as well.
 *
 * @param folder for the temporary file, absolute
 */
export function createPages(folder: string): Pages {
  /** The bytes of a page, or where it begins in the file. */
  const places: (Buffer | number)[] = [];
  let lease: Lease | undefined;
  let last = Buffer.alloc(0);
  let fill = 0;
  let changes = 0;

  function turn(): void {
    const full = places.length - 1;
    if (full >= HELD) {
      lease ??= leaseIn(folder, places);
      const place = lease?.keep(last);
      if (place === undefined) last = Buffer.allocUnsafeSlow(PAGE);
      else places[full] = place;
    } else last = Buffer.allocUnsafeSlow(PAGE);
    places.push(last);
    fill = 0;
  }

  /** Calls `visit` for the part in each page. */
  function span(
    offset: number,
    length: number,
    visit: (page: number, from: number, to: number) => void,
  ): void {
    for (let at = offset; at < offset + length; ) {
      const page = Math.floor(at / PAGE);
      const from = at - page * PAGE;
      const to = Math.min(PAGE, from + offset + length - at);
      visit(page, from, to);
      at += to - from;
    }
  }

  return {
    get size() {
      return Math.max(0, places.length - 1) * PAGE + fill;
    },
    append(bytes) {
      if (bytes.length <= SMALL && fill + bytes.length <= last.length) {
        for (let at = 0; at < bytes.length; at++) last[fill + at] = bytes[at]!;
        fill += bytes.length;
        return;
      }
      for (let at = 0; at < bytes.length; ) {
        if (fill === last.length) turn();
        const copied = bytes.copy(last, fill, at);
        fill += copied;
        at += copied;
      }
    },
    write(offset, bytes) {
      changes++;
      let done = 0;
      span(offset, bytes.length, (page, from, to) => {
        const part = bytes.subarray(done, done + to - from);
        const place = places[page]!;
        if (typeof place === 'number') lease!.write(part, place + from);
        else part.copy(place, from);
        done += part.length;
      });
    },
    reader() {
      let ahead: Buffer | undefined;
      let start = 0;
      let filled = 0;
      let asOf = -1;
      return (offset, length) => {
        const page = Math.floor(offset / PAGE);
        const from = offset - page * PAGE;
        const place = places[page];
        if (place instanceof Buffer && from + length <= PAGE) return place.subarray(from, from + length);
        if (asOf === changes && offset >= start && offset + length <= start + filled)
          return ahead!.subarray(offset - start, offset - start + length);
        const near = asOf === changes && offset >= start && offset <= start + filled;
        const whole = (places.length - 1) * PAGE + fill;
        const wanted = Math.min(whole - offset, near ? Math.max(length, AHEAD) : length);
        if (ahead === undefined || ahead.length < wanted)
          ahead = Buffer.allocUnsafeSlow(Math.max(wanted, AHEAD));
        const into = ahead;
        let done = 0;
        span(offset, wanted, (page, from, to) => {
          const place = places[page]!;
          if (typeof place === 'number') lease!.read(into, done, to - from, place + from);
          else place.copy(into, done, from, to);
          done += to - from;
        });
        start = offset;
        filled = wanted;
        asOf = changes;
        return into.subarray(0, length);
      };
    },
  };
}

/** Room in a temporary file that several share: a run may list the files of a hundred packages. */
interface Lease {
  /** Where in the file the page is from now on; undefined where it cannot be written. */
  keep(page: Buffer): number | undefined;
  write(bytes: Buffer, position: number): void;
  read(into: Buffer, offset: number, length: number, position: number): void;
}

interface Shared {
  readonly descriptor: number;
  size: number;
  /** Places of pages that nobody needs any more. */
  readonly free: number[];
}

const files = new Map<string, Shared | undefined>();
const given = new FinalizationRegistry<{ readonly file: Shared; readonly places: readonly number[] }>(
  ({ file, places }) => file.free.push(...places),
);

/** @param holder whose end gives the room back */
function leaseIn(folder: string, holder: object): Lease | undefined {
  if (!files.has(folder)) files.set(folder, open(folder));
  const file = files.get(folder);
  if (file === undefined) return undefined;
  const { descriptor } = file;
  const places: number[] = [];
  given.register(holder, { file, places });
  let full = false;

  function write(bytes: Buffer, position: number): void {
    for (let done = 0; done < bytes.length; )
      done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }

  return {
    keep(page) {
      if (full) return undefined;
      const place = file.free.pop() ?? file.size;
      try {
        write(page, place);
      } catch {
        full = true;
        return undefined;
      }
      file.size = Math.max(file.size, place + PAGE);
      places.push(place);
      return place;
    },
    write,
    read(into, offset, length, position) {
      for (let done = 0; done < length; ) {
        const read = readSync(descriptor, into, offset + done, length - done, position + done);
        if (read === 0) throw new Error('a temporary file has become shorter');
        done += read;
      }
    },
  };
}

function open(folder: string): Shared | undefined {
  try {
    return { descriptor: openPrivate(folder), size: 0, free: [] };
  } catch (error) {
    if (error instanceof PackgateError) return undefined;
    throw error;
  }
}
