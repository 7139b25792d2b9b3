// Compiled by AssemblyScript to src/content/scanner/plain.wasm.ts; see .ci/wasm.mjs. Its twin of plain loops is ../../text/plain-loops.ts.
import {
  BEFORE_AT,
  COMMENT_BEGINS,
  COMMENT_ENDS,
  COMMENT_INSIDE,
  COMMENT_STAR,
  VIEW_AT,
} from '../memory.ts';
import { hasRoom, log, log2 } from './shared/log.ts';
import { byteAt, byteBefore, endView, fact, guardView, isBreak } from './shared/view.ts';

const TEXT = 0;
const SLASH = 1;
const MARK = 2;
const COMMENT = 3;
const STAR = 4;

let state: i32 = TEXT;
let block: bool = false;
let base: i64 = 0;
let breaks: i64 = 0;
let lineStart: i64 = 0;
let commentStart: i64 = 0;
let inkBytes: i64 = 0;
let inkLines: i64 = 0;
/** Ink when the line began. */
let lineInk: i64 = 0;

/** A file begins. */
export function reset(_: i32): void {
  state = TEXT;
  block = false;
  base = 0;
  breaks = 0;
  lineStart = 0;
  commentStart = 0;
  inkBytes = 0;
  inkLines = 0;
  lineInk = 0;
  endView(10);
}

/** Reads the view in memory, `n` bytes, from byte `from` on. Returns `n`, or less where the log is full. */
export function read(from: i32, n: i32): i32 {
  guardView(n);
  let i = from;
  while (i < n && hasRoom()) {
    if (state == TEXT) i = readText(i, n);
    else i = readComment(i, n);
  }
  if (i == n) {
    endView(byteBefore(n));
    base += n;
  }
  return i;
}

/** The file is over: writes its facts. */
export function finish(): void {
  if (state == COMMENT && !block) log(COMMENT_ENDS);
  if (inkBytes > lineInk) inkLines++;
  fact(0, breaks + (base > lineStart ? 1 : 0));
  fact(1, inkLines);
  fact(2, inkBytes);
}

/** Reads lines up to a slash that may begin a comment. */
function readText(from: i32, n: i32): i32 {
  let i = from;
  while (true) {
    const bytes = v128.load(VIEW_AT + i);
    const ends = v128.or(i8x16.eq(bytes, i8x16.splat(10)), i8x16.eq(bytes, i8x16.splat(13)));
    const stops = i8x16.bitmask(v128.or(ends, i8x16.eq(bytes, i8x16.splat(47))));
    const ink = i8x16.bitmask(i8x16.gt_u(bytes, i8x16.splat(32)));
    if (stops == 0) {
      inkBytes += popcnt(ink);
      i += 16;
      continue;
    }
    // The ink before the first stop.
    inkBytes += popcnt(ink & (stops - 1) & ~stops);
    i += ctz(stops);
    if (i == n) return i;
    const stop = byteAt(i);
    if (stop == 47) {
      inkBytes++;
      i++;
      if (load<u8>(BEFORE_AT + <i32>load<u8>(i, VIEW_AT - 2)) == 1) {
        commentStart = base + i - 1;
        state = SLASH;
        return i;
      }
    } else {
      if (stop == 13 || byteBefore(i) != 13) {
        breaks++;
        if (inkBytes > lineInk) inkLines++;
        lineInk = inkBytes;
      }
      i++;
      lineStart = base + i;
    }
    if (i == n) return i;
  }
}

/** Reads from byte `from` of the view, behind such a slash. */
function readComment(from: i32, n: i32): i32 {
  const byte = byteAt(from);
  if (state == SLASH) {
    state = TEXT;
    if (byte != 47 && byte != 42) return from;
    block = byte == 42;
    state = MARK;
    inkBytes++;
    return from + 1;
  }
  if (state == MARK) {
    state = TEXT;
    if (byte != 35 && byte != 64) return from;
    log2(COMMENT_BEGINS, breaks + 1, commentStart - lineStart + 1);
    log(0);
    log(0);
    state = COMMENT;
    inkBytes++;
    return from + 1;
  }
  if (state == STAR) {
    if (byte != 47) {
      log(COMMENT_STAR);
      state = COMMENT;
      return from;
    }
    log(COMMENT_ENDS);
    state = TEXT;
    inkBytes++;
    return from + 1;
  }
  let i = from;
  while (i < n && !isBreak(byteAt(i)) && !(block && byteAt(i) == 42)) i++;
  log2(COMMENT_INSIDE, from, i);
  inkBytes += i - from;
  if (i == n) return i;
  if (byteAt(i) == 42) {
    state = STAR;
    inkBytes++;
    return i + 1;
  }
  if (!block) log(COMMENT_ENDS);
  state = TEXT;
  return i;
}
