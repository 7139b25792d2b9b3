import { encodedHead, MIN_DIGITS } from './base64-head.ts';
import type { Unpack } from './look.ts';
import type { Reader } from './reader.ts';
import { findRuns, PROBE } from './scanner/runs.ts';
import { spanEnd } from './scanner/span.ts';

const BLOCK = 128 * 1024;
/** Bytes before a run that may say what it is. */
const BEFORE = 128;
/** Bytes before a place to look at in which a run may begin: lines of digits are not met at the first place. */
const BACK = 8192;
/** Bytes from the beginning of a run on that tell what it is. */
const HEAD = 4096;
/** Digits of a line that goes on in the next: MIME breaks at 76, PEM at 64; longer lines stand each for itself. */
const MIN_LINE = 60;
const MAX_LINE = 160;
/** What stands between two such lines: a line break, as such or escaped in a string, and an indent. */
const LINE_BREAK = /^(?:\r?\n|\\r\\n|\\n)[ \t]{0,32}/;
const BREAK_BEFORE = /(?:\r?\n|\\r\\n|\\n)[ \t]{0,32}$/;
const LONGEST_BREAK = 36;

/**
 * Reads the files in a text that holds runs of digits.
 *
 * @param stride between two places that are looked at
 */
export function createBase64Reader(path: string, unpack: Unpack, stride: number): Reader<void> {
  /** Borrowed with the first bytes: a package holds thousands of small files, one after another. */
  let block: Buffer | undefined;
  let filled = 0;
  /** The whole file, where it came in one view. */
  let all: Buffer | undefined;
  /** Offset in the file of the block's first byte, and of the next place to look at. */
  let start = 0;
  let next = 0;
  /** Null in a run that holds nothing of interest. */
  let run: ReturnType<Unpack> | null | undefined;
  /** Digits of the first line of that run, once it has ended, and of the line at hand. */
  let width = 0;
  let line = 0;
  let found = 0;

  /** Reads on in a run. @returns up to where, and whether it ends there */
  function follow(bytes: Buffer, from: number, last: boolean): { at: number; ends: boolean } {
    let at = from;
    for (;;) {
      const end = spanEnd(bytes, at, bytes.length, 'base64');
      if (end > at) run?.push(bytes.subarray(at, end));
      line += end - at;
      at = end;
      // What follows may tell that it goes on in another line.
      if (!last && bytes.length - at < LONGEST_BREAK) return { at, ends: false };
      const gap = gapAt(bytes, at);
      if (gap === 0 || !isLine(line, width)) return { at, ends: true };
      width = line;
      line = 0;
      at += gap;
    }
  }

  /** @returns where its first digit is that counts */
  function begin(bytes: Buffer, from: number): number {
    width = 0;
    line = 0;
    run = null;
    // Most are long names.
    const soon = spanEnd(bytes, from, Math.min(bytes.length, from + MIN_DIGITS), 'base64');
    if (soon - from < MIN_LINE) return from;
    const before = bytes.toString('latin1', Math.max(0, from - BEFORE), from);
    const head = encodedHead(digitsFrom(bytes, from), before);
    if (head === undefined) return from;
    found++;
    run = unpack('base64', path, { name: `base64-${found}${head.extension}` });
    line = head.skip;
    return from + head.skip;
  }

  function search(bytes: Buffer, last: boolean): void {
    let from = 0;
    /** A run begins there whose beginning is not there as a whole yet. */
    let waiting: number | undefined;
    const go = (at: number) => {
      const read = follow(bytes, at, last);
      from = read.at;
      next = Math.max(next, start + from);
      if (!read.ends) return;
      run?.end();
      run = undefined;
    };
    if (run !== undefined) go(0);
    const places = findRuns(bytes, Math.ceil(Math.max(next, start) / stride) * stride - start, stride);
    for (const at of places) {
      if (run !== undefined) break;
      if (start + at < next) continue;
      const begins = beginningOf(bytes, at, from);
      if (!last && bytes.length - begins < HEAD) {
        next = start + at;
        waiting = begins;
        break;
      }
      next = start + at + 1;
      go(begin(bytes, begins));
    }
    if (last) return;
    if (run === undefined && waiting === undefined)
      next = Math.max(next, start + Math.max(0, bytes.length - PROBE + 1));
    const keep = run === undefined ? Math.max(from, (waiting ?? next - start - BACK) - BEFORE) : from;
    const kept = Math.max(0, Math.min(filled, keep));
    bytes.copyWithin(0, kept, filled);
    start += kept;
    filled -= kept;
  }

  return {
    push(view, whole) {
      if (whole) {
        all = view;
        return;
      }
      for (let at = 0; at < view.length; ) {
        block ??= spare.pop() ?? Buffer.allocUnsafeSlow(BLOCK);
        const taken = view.copy(block, filled, at);
        filled += taken;
        at += taken;
        if (filled === BLOCK) search(block, false);
      }
    },
    end() {
      if (all !== undefined) return search(all, true);
      if (block === undefined) return;
      search(block.subarray(0, filled), true);
      spare.push(block);
      block = undefined;
    },
  };
}

/** Blocks that no scanner holds. */
const spare: Buffer[] = [];

/** Where the run begins that lies over a place, lines before it included; none begins before `floor`. */
function beginningOf(bytes: Buffer, at: number, floor: number): number {
  let begins = at;
  while (isBreak(bytes[begins]!)) begins++;
  let width = 0;
  let end = spanEnd(bytes, begins, Math.min(bytes.length, begins + MAX_LINE), 'base64');
  for (;;) {
    while (begins > floor && isDigit(bytes[begins - 1]!)) begins--;
    // The letter of an escape is no digit.
    if (bytes[begins - 1] === BACKSLASH && ESCAPES.includes(bytes[begins]!)) begins++;
    const before = bytes[begins - 1];
    if (before !== 10 && before !== 32 && before !== 9 && before !== LETTER_N) return begins;
    const gap = BREAK_BEFORE.exec(bytes.toString('latin1', Math.max(floor, begins - LONGEST_BREAK), begins));
    if (gap === null) return begins;
    const ends = begins - gap[0].length;
    let line = ends;
    while (line > floor && ends - line <= MAX_LINE && isDigit(bytes[line - 1]!)) line--;
    if (bytes[line - 1] === BACKSLASH && ESCAPES.includes(bytes[line]!)) line++;
    const length = ends - line;
    if (!isLine(length, width) || length < end - begins) return begins;
    width = length;
    end = ends;
    begins = line;
  }
}

/** Whether a run goes on behind a line of so many digits. */
function isLine(digits: number, width: number): boolean {
  return digits >= MIN_LINE && digits <= MAX_LINE && (width === 0 || digits === width);
}

function gapAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte !== 10 && byte !== 13 && byte !== BACKSLASH) return 0;
  return LINE_BREAK.exec(bytes.toString('latin1', at, at + LONGEST_BREAK))?.[0].length ?? 0;
}

/** The first digits of a run, without the breaks between its lines. */
function digitsFrom(bytes: Buffer, from: number): string {
  const to = Math.min(bytes.length, from + HEAD);
  let digits = '';
  let width = 0;
  for (let at = from; ; ) {
    const end = spanEnd(bytes, at, to, 'base64');
    digits += bytes.toString('latin1', at, end);
    const gap = gapAt(bytes, end);
    if (gap === 0 || end === to || !isLine(end - at, width)) break;
    width = end - at;
    at = end + gap;
  }
  return digits;
}

const BACKSLASH = 92;
const LETTER_N = 110;
const ESCAPES = [LETTER_N, 114, 116];

/** 1 for each digit of base64 and of its URL-safe form. */
const DIGIT = new Uint8Array(256);
for (const digit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')
  DIGIT[digit.charCodeAt(0)] = 1;

function isBreak(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === BACKSLASH;
}

function isDigit(byte: number): boolean {
  return DIGIT[byte] === 1;
}
