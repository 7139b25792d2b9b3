import { beginsFile, encodedHead, MIN_DIGITS, mayBegin } from './base64-head.ts';
import type { Unpack } from './container.ts';
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
/** What stands between two such lines: a line break, as such, escaped in a string or behind a backslash, and an indent. */
const LINE_BREAK = /^(?:\\?\r?\n|\\r\\n|\\n)[ \t]{0,32}/;
const BREAK_BEFORE = /(?:\\?\r?\n|\\r\\n|\\n)[ \t]{0,32}$/;
/**
 * What stands between two strings that are put together: `"+"`, `",\n  "`, `"; a += "`, `"; a = a + "`, `"; a[1] = "`, `").concat("`. A value of another
 * name is a file of its own. The group: a sign that says so for any two.
 */
const JOINT =
  /^["'`](?:\s{0,40}(\+)\s{0,40}|(?:[\s\w$.,;()[\]&+]|=(?:(?<=[.+\]] ?=)|(?=\s{0,4}[\w$.[\]]{1,40}(?:\s{0,4}[+&.]\s{0,4}["'`]|\.concat\()))){0,48})["'`]/;
const JOINT_BEFORE =
  /["'`](?:\s{0,40}(\+)\s{0,40}|(?:[\s\w$.,;()[\]&+]|=(?:(?<=[.+\]] ?=)|(?=\s{0,4}[\w$.[\]]{1,40}(?:\s{0,4}[+&.]\s{0,4}["'`]|\.concat\()))){0,48})["'`]$/;
const LONGEST_BREAK = 96;
/** Digits of such a string that goes on in the next. */
const MIN_PIECE = 40;
/** Digits that tell whether the next one is a file of its own. */
const OWN = 400;

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
      // What follows may tell that it goes on in another line, or in another string.
      if (!last && bytes.length - at < (isQuote(bytes[at]) ? LONGEST_BREAK + OWN : LONGEST_BREAK))
        return { at, ends: false };
      const gap = run === null && isQuote(bytes[at]) ? undefined : gapAt(bytes, at);
      if (gap === undefined || !goesOn(gap, line, width, bytes, at)) return { at, ends: true };
      width = line;
      line = 0;
      at += gap.length;
    }
  }

  /** @returns where its first digit is that counts */
  function begin(bytes: Buffer, from: number): number {
    width = 0;
    line = 0;
    run = null;
    // Most are long names.
    const soon = spanEnd(bytes, from, Math.min(bytes.length, from + MIN_DIGITS), 'base64');
    if (soon - from < (isQuote(bytes[soon]) ? MIN_PIECE : MIN_LINE)) return from;
    const before = bytes.toString('latin1', Math.max(0, from - BEFORE), from);
    const head = encodedHead(digitsFrom(bytes, from), before);
    if (head === undefined) return from;
    found++;
    const { extension, skip, encoding } = head;
    run = unpack('base64', path, { name: `${encoding}-${found}${extension}`, encoding });
    line = skip;
    return from + skip;
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
      const { begins, piece } = beginningOf(bytes, at, from);
      if (!last && bytes.length - begins < HEAD) {
        next = start + at;
        waiting = begins;
        break;
      }
      next = start + at + 1;
      const first = begin(bytes, begins);
      // None of the strings before is the beginning of a file, nor is this one.
      go(run === null ? Math.max(first, piece) : first);
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

/**
 * Where the run begins that lies over a place, lines and strings before it included; none begins before `floor`. `piece`: where the string begins
 * that the place lies in.
 */
function beginningOf(bytes: Buffer, at: number, floor: number): { begins: number; piece: number } {
  let begins = at;
  while (isBreak(bytes[begins]!)) begins++;
  let piece: number | undefined;
  let width = 0;
  let end = spanEnd(bytes, begins, Math.min(bytes.length, begins + MAX_LINE), 'base64');
  for (;;) {
    while (begins > floor && isDigit(bytes[begins - 1]!)) begins--;
    // The letter of an escape is no digit.
    if (bytes[begins - 1] === BACKSLASH && ESCAPES.includes(bytes[begins]!)) begins++;
    const found = { begins, piece: piece ?? begins };
    const before = bytes[begins - 1];
    const quoted = isQuote(before);
    if (!quoted && before !== 10 && before !== 32 && before !== 9 && before !== LETTER_N) return found;
    const behind = bytes.toString('latin1', Math.max(floor, begins - LONGEST_BREAK), begins);
    const gap = (quoted ? JOINT_BEFORE : BREAK_BEFORE).exec(behind);
    if (gap === null) return found;
    if (quoted && gap[1] === undefined && beginsFile(ownDigits(bytes, begins))) return found;
    const ends = begins - gap[0].length;
    let line = ends;
    const most = quoted ? BACK : MAX_LINE;
    while (line > floor && ends - line <= most && isDigit(bytes[line - 1]!)) line--;
    if (bytes[line - 1] === BACKSLASH && ESCAPES.includes(bytes[line]!)) line++;
    const length = ends - line;
    if (quoted ? length < MIN_PIECE : !isLine(length, width)) return found;
    if (length < end - begins && gap[1] === undefined) return found;
    if (quoted) piece ??= begins;
    if (quoted && gap[1] === undefined && width !== 0 && width !== length) return found;
    width = length;
    end = ends;
    begins = line;
  }
}

/** Whether a run goes on behind so many digits of a line or string, which the gap at `at` follows. */
function goesOn(gap: Gap, digits: number, width: number, bytes: Buffer, at: number): boolean {
  if (!gap.quoted) return isLine(digits, width);
  if (digits < MIN_PIECE || gap.signed) return gap.signed && digits >= MIN_PIECE;
  if (width !== 0 && digits !== width) return false;
  // What follows may be an argument of its own, a short one as often as not.
  const own = ownDigits(bytes, at + gap.length);
  return (width !== 0 || own.length >= MIN_PIECE) && !beginsFile(own);
}

/** The first digits of one string. */
function ownDigits(bytes: Buffer, from: number): string {
  return bytes.toString('latin1', from, spanEnd(bytes, from, Math.min(bytes.length, from + OWN), 'base64'));
}

/** Whether a run goes on behind a line of so many digits. */
function isLine(digits: number, width: number): boolean {
  return digits >= MIN_LINE && digits <= MAX_LINE && (width === 0 || digits === width);
}

/** What stands between two lines or strings of a run. */
interface Gap {
  readonly length: number;
  readonly quoted: boolean;
  /** A sign says that the two strings are put together. */
  readonly signed: boolean;
}

function gapAt(bytes: Buffer, at: number): Gap | undefined {
  const byte = bytes[at];
  const quoted = isQuote(byte);
  if (!quoted && byte !== 10 && byte !== 13 && byte !== BACKSLASH) return undefined;
  const match = (quoted ? JOINT : LINE_BREAK).exec(bytes.toString('latin1', at, at + LONGEST_BREAK));
  if (match === null) return undefined;
  return { length: match[0].length, quoted, signed: match[1] !== undefined };
}

/** The first digits of a run, without the breaks between its lines. */
function digitsFrom(bytes: Buffer, from: number): string {
  const to = Math.min(bytes.length, from + HEAD);
  let digits = '';
  let width = 0;
  for (let at = from; ; ) {
    const end = spanEnd(bytes, at, to, 'base64');
    digits += bytes.toString('latin1', at, end);
    const gap = end === to ? undefined : gapAt(bytes, end);
    // Lists of digests and keys end here.
    if (gap === undefined || (gap.quoted && width === 0 && !mayBegin(digits))) break;
    if (!goesOn(gap, end - at, width, bytes, end)) break;
    width = end - at;
    at = end + gap.length;
  }
  return digits;
}

const isQuote = (byte: number | undefined): boolean => byte === 34 || byte === 39 || byte === 96;
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
