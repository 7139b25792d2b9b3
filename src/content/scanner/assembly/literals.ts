// Compiled by AssemblyScript to src/content/scanner/literals.wasm.ts; see .ci/wasm.mjs. Its plain twin is ../plain-literals.ts.
import {
  BITS,
  BUFFER_AT,
  CLASSES_AT,
  FINGERPRINT,
  FINGERPRINT_AT,
  FOLD,
  GROUPS_AT,
  INDEX,
  LABELS_AT,
  LENGTH,
  LITERALS_AT,
  LITERAL_BYTES,
  LOG_AT,
  LOG_END,
  TAIL,
  TAIL_ADDRESS,
  TAIL_ANY,
  TAIL_ASSIGNMENT,
  TAIL_MIN,
  TAIL_OF,
  TAIL_PEM,
} from '../literal-memory.ts';

const NEWLINE: i32 = 10;
const BASE64: i32 = 32;
const ALPHANUMERIC: i32 = 2;
const MIN_RUN: i32 = 24;
const MAX_ADDRESS: i32 = 304;
const HIT: i32 = 1;
const RUN: i32 = 4;
const RUN_BEGINS: i32 = 1;
const RUN_ENDS: i32 = 2;
const LABEL_SEED: i32 = -2128831035;
const LAST: i32 = 1;
const BEFORE_LAST: i32 = 2;
const SCHEME: i32 = 4;

/** Digits of base64, as in shared/find.ts: by lower half a bit for each upper half with which it belongs to them. */
const LOWER = i8x16(26, 30, 30, 30, 30, 30, 30, 30, 30, 30, 28, 5, 4, 5, 4, 13);
/** By the upper half: 2 `+ - /`, 3 digits, 4 and 6 letters, 5 letters and `_`, 7 letters. */
const UPPER = i8x16(0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0);

/** Of the scan at hand, for the caller: newlines, and where the last one lies. */
export let newlines: i32 = 0;
export let lastNewline: i32 = -1;
/** Whether the log has no room for the events of one more block: a literal or two may end at each byte, and a run begin. */
let full: bool = false;
const MOST: i32 = (LOG_END - LOG_AT - 4) / 4 - 5 * 140;
/** Where the last run ended, and whether that was only because the bytes did. */
let runEnd: i32 = 0;
let runOpen: bool = false;

// @ts-ignore: decorator
@inline function byteAt(i: i32): i32 {
  return <i32>load<u8>(BUFFER_AT + i);
}

// @ts-ignore: decorator
@inline function classAt(i: i32): i32 {
  return <i32>load<u8>(CLASSES_AT + byteAt(i));
}

// @ts-ignore: decorator
@inline function lower(byte: i32): i32 {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function log(what: i32, a: i32, b: i32, lines: i32, last: i32): void {
  const count = load<i32>(LOG_AT);
  full = count > MOST;
  const at = LOG_AT + 4 + (count << 2);
  store<i32>(at, what);
  store<i32>(at, a, 4);
  store<i32>(at, b, 8);
  store<i32>(at, lines, 12);
  store<i32>(at, last, 16);
  store<i32>(LOG_AT, count + 5);
}

/** Forgets the file before. */
export function reset(): void {
  runOpen = false;
}

/** Scans `[from, limit)` of what ends at `end`; `fresh` unless it goes on with the scan before. Returns `limit`, or less where the log is full. */
export function scan(from: i32, limit: i32, end: i32, fresh: i32): i32 {
  full = false;
  if (fresh) {
    newlines = 0;
    lastNewline = -1;
    runEnd = 0;
    if (runOpen) continueRun(from, limit);
  }
  const low0 = v128.load(FINGERPRINT_AT);
  const high0 = v128.load(FINGERPRINT_AT + 16);
  const low1 = v128.load(FINGERPRINT_AT + 32);
  const high1 = v128.load(FINGERPRINT_AT + 48);
  const low2 = v128.load(FINGERPRINT_AT + 64);
  const high2 = v128.load(FINGERPRINT_AT + 80);
  const zero = i8x16.splat(0);
  const half = i8x16.splat(15);
  const breaks = i8x16.splat(<i8>NEWLINE);
  let first = zero;
  let second = zero;
  let digitsBefore = 0;
  if (from >= 16) {
    const block = v128.load(BUFFER_AT + from - 16);
    const low = v128.and(block, half);
    const high = v128.and(i16x8.shr_u(block, 4), half);
    first = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high));
    second = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high));
    digitsBefore = i8x16.bitmask(i8x16.ne(v128.and(i8x16.swizzle(LOWER, low), i8x16.swizzle(UPPER, high)), zero));
  }
  let at = from;
  while (at < limit) {
    const block = v128.load(BUFFER_AT + at);
    const low = v128.and(block, half);
    const high = v128.and(i16x8.shr_u(block, 4), half);
    const now0 = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high));
    const now1 = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high));
    const now2 = v128.and(i8x16.swizzle(low2, low), i8x16.swizzle(high2, high));
    const found = v128.and(
      v128.and(
        i8x16.shuffle(first, now0, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29),
        i8x16.shuffle(second, now1, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30),
      ),
      now2,
    );
    first = now0;
    second = now1;
    const digits = i8x16.bitmask(i8x16.ne(v128.and(i8x16.swizzle(LOWER, low), i8x16.swizzle(UPPER, high)), zero));
    // Sixteen digits in a row that begin at a multiple of eight: every run of 23 and more holds them.
    const halves = (digitsBefore >> 8) | (digits << 8);
    digitsBefore = digits;
    if ((halves & 0xffff) == 0xffff || halves >> 8 == 0xffff) {
      if (at + 16 > runEnd) takeRun(at, limit);
    }
    let broken = i8x16.bitmask(i8x16.eq(block, breaks));
    let hits = v128.any_true(found) ? i8x16.bitmask(i8x16.ne(found, zero)) : 0;
    const left = limit - at;
    if (left < 16) {
      const inside = (1 << left) - 1;
      broken &= inside;
      hits &= inside;
    }
    while (hits != 0) {
      const lane = ctz(hits);
      hits &= hits - 1;
      const before = broken & ((1 << lane) - 1);
      const last = before != 0 ? at + 31 - clz(before) : lastNewline;
      check(at + lane, fingerprintAt(at + lane), end, newlines + popcnt(before), last);
    }
    if (broken != 0) {
      newlines += popcnt(broken);
      lastNewline = at + 31 - clz(broken);
    }
    at += 16;
    if (full && at < limit) return at;
  }
  return limit;
}

/** The groups whose fingerprint ends at `i`. */
function fingerprintAt(i: i32): i32 {
  return part(FINGERPRINT_AT, i - 2) & part(FINGERPRINT_AT + 32, i - 1) & part(FINGERPRINT_AT + 64, i);
}

// @ts-ignore: decorator
@inline function part(table: i32, i: i32): i32 {
  const byte = byteAt(i);
  return <i32>load<u8>(table + (byte & 15)) & <i32>load<u8>(table + 16 + (byte >> 4));
}

/** Reports the literals of these groups whose fingerprint ends at `i`. */
function check(i: i32, groups: i32, end: i32, lines: i32, last: i32): void {
  let left = groups;
  while (left != 0) {
    const group = GROUPS_AT + (ctz(left) << 3);
    left &= left - 1;
    let literal = LITERALS_AT + load<i32>(group) * LITERAL_BYTES;
    for (let n = load<i32>(group, 4); n > 0; n--) {
      const start = i - <i32>load<u8>(literal, FINGERPRINT);
      if (start >= 0) {
        const text = v128.or(v128.load(BUFFER_AT + start), v128.load(literal, FOLD));
        const differs = v128.and(v128.xor(text, v128.load(literal)), v128.load(literal, BITS));
        if (!v128.any_true(differs)) {
          const behind = start + <i32>load<u8>(literal, LENGTH);
          if (behind <= end && tail(literal, start, behind, end)) log(HIT, <i32>load<u8>(literal, INDEX), start, lines, last);
        }
      }
      literal += LITERAL_BYTES;
    }
  }
}

function tail(literal: i32, start: i32, behind: i32, end: i32): bool {
  const kind = <i32>load<u8>(literal, TAIL);
  if (kind == TAIL_ANY) return true;
  if (kind == TAIL_PEM) return pem(behind, end);
  if (kind == TAIL_ADDRESS) return address(start, behind, end);
  const from = kind == TAIL_ASSIGNMENT ? assigned(behind, end) : behind;
  const last = from + <i32>load<u8>(literal, TAIL_MIN);
  if (from < 0 || last > end) return false;
  const wanted = <i32>load<u8>(literal, TAIL_OF);
  for (let i = from; i < last; i++) if ((classAt(i) & wanted) == 0) return false;
  return true;
}

/** Where the value begins that is assigned to the name at hand, or -1. */
function assigned(from: i32, end: i32): i32 {
  let i = from;
  let most = min(end, from + 16);
  while (i < most && isName(byteAt(i))) i++;
  most = min(end, i + 8);
  while (i < most && isAround(byteAt(i))) i++;
  if (i >= end || (byteAt(i) != 58 && byteAt(i) != 61)) return -1;
  i++;
  most = min(end, i + 16);
  while (i < most && (isAround(byteAt(i)) || byteAt(i) == 62)) i++;
  return i;
}

/** A letter or underscore. */
function isName(byte: i32): bool {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte == 95;
}

/** White space, a quote, or what escapes one. */
function isAround(byte: i32): bool {
  return byte == 32 || (byte >= 9 && byte <= 13) || byte == 34 || byte == 39 || byte == 96 || byte == 92;
}

/** Whether dashes follow, perhaps behind ` BLOCK`, and 40 digits of base64 soon. */
function pem(from: i32, end: i32): bool {
  let i = from;
  if (byteAt(i) == 32) i += 6;
  if (i + 5 > end) return false;
  for (let n = 0; n < 5; n++) if (byteAt(i + n) != 45) return false;
  const most = min(end, i + 400);
  let run = 0;
  for (i += 5; i < most; i++) {
    if ((classAt(i) & BASE64) == 0) run = 0;
    else if (++run == 40) return true;
  }
  return false;
}

/** Whether what follows `://` is worth a look. */
function address(start: i32, from: i32, end: i32): bool {
  let hash = LABEL_SEED;
  const first = max(0, start - 8);
  for (let i = start - 1; i >= first; i--) {
    const byte = lower(byteAt(i));
    if ((<i32>load<u8>(CLASSES_AT + byte) & ALPHANUMERIC) == 0) break;
    hash = step(hash, byte);
    if ((label(hash) & SCHEME) != 0) return true;
  }
  const most = min(end, from + MAX_ADDRESS);
  let colon = false;
  let host = from;
  let i = from;
  for (; i < most; i++) {
    const byte = byteAt(i);
    if (byte <= 32 || byte == 34 || byte == 39 || byte == 47 || byte == 60 || byte == 62 || byte == 92 || byte == 96 || byte == 123) break;
    if (byte == 58) colon = true;
    if (byte == 64) {
      if (colon) return true;
      host = i + 1;
    }
  }
  const hostEnd = i;
  let before = LABEL_SEED;
  hash = LABEL_SEED;
  if (host < hostEnd && byteAt(host) >= 48 && byteAt(host) <= 57) return true;
  for (i = host; i < hostEnd; i++) {
    const byte = lower(byteAt(i));
    if (byte == 46) {
      before = hash;
      hash = LABEL_SEED;
    } else if ((<i32>load<u8>(CLASSES_AT + byte) & ALPHANUMERIC) != 0 || byte == 45 || byte == 95) hash = step(hash, byte);
    else break;
  }
  return (label(hash) & LAST) != 0 || (label(before) & BEFORE_LAST) != 0;
}

// @ts-ignore: decorator
@inline function step(hash: i32, byte: i32): i32 {
  return (hash ^ byte) * 16777619;
}

// @ts-ignore: decorator
@inline function label(hash: i32): i32 {
  return <i32>load<u8>(LABELS_AT + ((hash ^ (hash >>> 15)) & 255));
}

/** Reports the run that `at` lies in, up to `limit`, unless it is too short or begins behind that. */
function takeRun(at: i32, limit: i32): void {
  const from = digitsFrom(at);
  if (from >= limit) return;
  const to = digitsTo(at);
  runEnd = min(to, limit);
  if (to - from < MIN_RUN) return;
  runOpen = to >= limit;
  log(RUN | RUN_BEGINS << 4 | (runOpen ? 0 : RUN_ENDS << 4), from, runEnd, newlines, lastNewline);
}

function continueRun(from: i32, limit: i32): void {
  const to = digitsTo(from);
  runEnd = min(to, limit);
  runOpen = to >= limit;
  log(RUN | (runOpen ? 0 : RUN_ENDS << 4), from, runEnd, 0, -1);
}

/** A bit for each of the sixteen bytes from `i` on that is no digit of base64. */
// @ts-ignore: decorator
@inline function othersAt(i: i32): i32 {
  const block = v128.load(BUFFER_AT + i);
  const low = i8x16.swizzle(LOWER, v128.and(block, i8x16.splat(15)));
  const high = i8x16.swizzle(UPPER, v128.and(i16x8.shr_u(block, 4), i8x16.splat(15)));
  return i8x16.bitmask(i8x16.eq(v128.and(low, high), i8x16.splat(0)));
}

/** Where the digits begin that end before `i`, at the end of the run before at the earliest. */
function digitsFrom(i: i32): i32 {
  let from = i;
  while (from > runEnd) {
    const others = othersAt(from - 16);
    if (others != 0) return max(runEnd, from - 16 + 32 - clz(others));
    from -= 16;
  }
  return max(runEnd, from);
}

/** The first byte from `i` on that is no digit; behind the last of all bytes is one. */
function digitsTo(i: i32): i32 {
  let to = i;
  while (true) {
    const others = othersAt(to);
    if (others != 0) return to + ctz(others);
    to += 16;
  }
}
