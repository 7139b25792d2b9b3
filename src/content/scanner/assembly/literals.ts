// Compiled by AssemblyScript to src/content/scanner/literals.wasm.ts; see .ci/wasm.mjs. Its plain twin is ../plain-literals.ts.
import {
  ADDRESSES,
  BITS,
  BUFFER_AT,
  CLASSES_AT,
  ENTRIES_AT,
  FAR,
  FINGERPRINT,
  FINGERPRINT_AT,
  FINGERPRINT_TABLES,
  FOLD,
  GROUPS_AT,
  INDEX,
  KNOWN_AT,
  KNOWN_FACTOR,
  KNOWN_SHIFT,
  LABELS_AT,
  LENGTH,
  LITERALS_AT,
  LITERAL_BYTES,
  LOG_AT,
  LOG_END,
  NUMBERS,
  TAIL,
  TAIL_ADDRESS,
  TAIL_ANY,
  TAIL_ASSIGNMENT,
  TAIL_BESIDE,
  TAIL_MIN,
  TAIL_NUMBER,
  TAIL_OF,
  TAIL_PEM,
  TILDES,
  VALUES_AT,
} from '../literal-memory.ts';

const ALPHANUMERIC: i32 = 2;
const MIN_RUN: i32 = 24;
const LONG_RUN: i32 = 36;
const LEADING_RUN: i32 = 20;
const LEAST_TAIL: i32 = 16;
const SHORT_RUN: i32 = 256;
const DATA_RUN: i32 = 2048;
const JOINED: i32 = 400;
const BEFORE: i32 = 10;
const BEFORE_LONG: i32 = 256;
const BEFORE_PART: i32 = 18;
const PART_RUN: i32 = 32;
const MAX_ENTITY: i32 = 6;
const MAX_ADDRESS: i32 = 304;
const NUMBER_GAP: i32 = 64;
const NUMBER_BEFORE: i32 = 3;
const WORD: i32 = 4;
const HIT: i32 = 1;
const ESCAPE: i32 = 2;
const ESCAPES_APART: i32 = 128;
const DOTTED_OR_BASE64: i32 = 48;
const JOINT_BEHIND: i32 = 60;
const MAX_PIECE: i32 = 96;
const JOINT_BEFORE: i32 = 8;
const MIN_SOFT: i32 = 69;
const MAX_SOFT: i32 = 76;
const RUN: i32 = 4;
const RUN_BEGINS: i32 = 1;
const RUN_ENDS: i32 = 2;
/** `.concat(`, as a number. */
const CONCAT: u64 = 0x287461636e6f632e;
const LABEL_SEED: i32 = -2128831035;
const LAST: i32 = 1;
const BEFORE_LAST: i32 = 2;
const SCHEME: i32 = 4;

/** Bytes looked at together; with the 31 before them, a bit each, they fit a number. */
const STEP: i32 = 32;
const CARRY: i32 = 31;

// Tables lie in memory, to be loaded before a loop: what is written as a constant V8 makes anew each time the loop comes by.

// Two lookups by the halves of a byte tell all that the loop asks for:
//
// Of a byte: 128 decimals, 64 `+ - /`, 32 the letters from `p` on, 16 those before. The lower bits say what it may be behind: 1 line breaks and `/` behind a
// colon or `=`, 2 what joins two strings behind a quote, 4 `#` behind `&`, 8 what may be the number of a character, the end of a line or a sign behind a
// backslash. `_` has 4 and 8, as nothing else has that is no digit of base64; so all from 12 on are digits.
const LOWER = memory.data<i8>([-94, -80, -80, -76, -80, -72, -80, -80, -72, -80, 59, 82, 16, 91, 18, 93]);
const UPPER = memory.data<i8>([11, 0, 79, -128, 16, 44, 16, 40, 0, 0, 0, 0, 0, 0, 0, 0]);
const HALF = memory.data<i8>([15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15]);
// Of the byte before it: 1 `:` and `=`, 2 quotes, 4 `&`, 8 a backslash, 128 `%`, which decimals may follow; 64 is `~`, which needs nothing behind.
const FIRST_LOWER = memory.data<i8>([0, 0, 2, 0, 0, -128, 4, 2, 0, 0, 1, 0, 8, 1, 64, 0]);
const FIRST_UPPER = memory.data<i8>([0, 0, -122, 1, 0, 8, 0, 64, 0, 0, 0, 0, 0, 0, 0, 0]);
/** With the least digit it gives 128. */
const TO_SIGN = memory.data<i8>([116, 116, 116, 116, 116, 116, 116, 116, 116, 116, 116, 116, 116, 116, 116, 116]);
/** The least of what is numeric; and the bit of `~`. */
const NUMERIC = memory.data<i8>([64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64]);

/** Offsets up to which near and far literals were looked for, and where the scan before ended. */
let done: i32 = 0;
let farDone: i32 = 0;
let limitBefore: i32 = 0;
/** Where the last run ended, and whether that was only because the bytes did. */
let runEnd: i32 = 0;
let runOpen: bool = false;
/** Offset up to which literals are looked for in the run at hand. */
let dataFrom: i32 = 0;
/** Offset up to which no escape is told any more. */
let escapeDone: i32 = 0;
/** Whether the log has no room for the events of one more step. */
let full: bool = false;
const MOST: i32 = (LOG_END - LOG_AT - 4) / 4 - 5 * 400;
/** Newlines in the bytes at hand up to one place, and where the last of them lies. */
let counted: i32 = 0;
let newlines: i32 = 0;
let lastNewline: i32 = -1;

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

function log(what: i32, a: i32, b: i32, at: i32): void {
  countTo(at);
  const count = load<i32>(LOG_AT);
  full = count > MOST;
  const event = LOG_AT + 4 + (count << 2);
  store<i32>(event, what);
  store<i32>(event, a, 4);
  store<i32>(event, b, 8);
  store<i32>(event, newlines, 12);
  store<i32>(event, lastNewline, 16);
  store<i32>(LOG_AT, count + 5);
}

/** Forgets the file before. */
export function reset(): void {
  done = 0;
  farDone = 0;
  escapeDone = 0;
  limitBefore = 0;
  runOpen = false;
}

/** Scans `[from, limit)` of what ends at `end`; `fresh` unless it goes on with the scan before. Returns `limit`, or less where the log is full. */
export function scan(from: i32, limit: i32, end: i32, fresh: i32): i32 {
  full = false;
  if (fresh) {
    done = max(0, done - limitBefore + from);
    farDone = max(0, farDone - limitBefore + from);
    dataFrom = max(0, dataFrom - limitBefore + from);
    escapeDone = max(0, escapeDone - limitBefore + from);
    limitBefore = limit;
    counted = 0;
    newlines = 0;
    lastNewline = -1;
    runEnd = 0;
    if (runOpen) continueRun(from, limit, end);
  }
  const lower = v128.load(LOWER);
  const upper = v128.load(UPPER);
  const half = v128.load(HALF);
  const firstLower = v128.load(FIRST_LOWER);
  const firstUpper = v128.load(FIRST_UPPER);
  const toSign = v128.load(TO_SIGN);
  const numeric = v128.load(NUMERIC);
  let digits: i64 = from < 32 ? 0 : (<i64>digitsIn(v128.load(BUFFER_AT + from - 32)) | <i64>digitsIn(v128.load(BUFFER_AT + from - 16)) << 16) >> 1;
  // A scan before took what begins with the last of its bytes.
  let before = fresh ? i8x16.splat(0) : kindsBy(v128.load(BUFFER_AT + from - 16), firstLower, firstUpper, half);
  let at = from;
  while (at < limit) {
    if (runEnd - at >= STEP) {
      // Nothing begins within a run.
      at += (runEnd - at) & -STEP;
      digits = 0x7fffffff;
      before = i8x16.splat(0);
      if (at >= limit) break;
    }
    let runs: i64 = 0;
    let marks0 = i8x16.splat(0);
    let marks1 = i8x16.splat(0);
    let numbers = i8x16.splat(0);
    let found = i8x16.splat(0);
    // Nothing is called in here, as that would have all tables loaded anew.
    for (; at < limit; at += STEP) {
      const block0 = v128.load(BUFFER_AT + at);
      const block1 = v128.load(BUFFER_AT + at, 16);
      const lower0 = v128.and(block0, half);
      const lower1 = v128.and(block1, half);
      const upper0 = v128.and(i16x8.shr_u(block0, 4), half);
      const upper1 = v128.and(i16x8.shr_u(block1, 4), half);
      const kinds0 = v128.and(i8x16.swizzle(lower, lower0), i8x16.swizzle(upper, upper0));
      const kinds1 = v128.and(i8x16.swizzle(lower, lower1), i8x16.swizzle(upper, upper1));
      digits |= <i64>(<u64><u32>(i8x16.bitmask(i8x16.add_sat_u(kinds0, toSign)) | i8x16.bitmask(i8x16.add_sat_u(kinds1, toSign)) << 16)) << 31;
      runs = digits & (digits >> 1);
      runs &= runs >> 2;
      runs &= runs >> 4;
      runs &= runs >> 8;
      runs &= runs >> 4;
      // Those that end before these bytes were taken before.
      runs &= -1 << (32 - LEADING_RUN);
      const first0 = v128.and(i8x16.swizzle(firstLower, lower0), i8x16.swizzle(firstUpper, upper0));
      const first1 = v128.and(i8x16.swizzle(firstLower, lower1), i8x16.swizzle(firstUpper, upper1));
      marks0 = v128.and(shifted(before, first0), kinds0);
      marks1 = v128.and(shifted(first0, first1), kinds1);
      before = first1;
      // Twelve in a row hold four from a fourth byte on.
      numbers = v128.or(fours(i8x16.eq(i8x16.max_u(kinds0, numeric), kinds0)), fours(i8x16.eq(i8x16.max_u(kinds1, numeric), kinds1)));
      found = v128.or(v128.or(numbers, v128.or(marks0, marks1)), v128.and(v128.or(first0, first1), numeric));
      if (runs != 0) break;
      if (v128.any_true(found)) break;
      digits = digits >>> 32;
    }
    if (at >= limit) break;
    if (runs != 0) takeRuns(at, runs, digits, limit, end);
    digits = digits >>> 32;
    if (v128.any_true(found)) {
      takeMarks(at, present(marks0) | (present(marks1) << 16) | tildesIn(at), limit, end);
      if (v128.any_true(numbers)) takeNumbers(at, limit, end);
    }
    at += STEP;
    if (full && at < limit) return at;
  }
  // Its second byte is the first of another step, of which there is none.
  if (at == limit && limit > from) takeMark(limit - 1, byteAt(limit - 1), end);
  return limit;
}

/** For each byte what `now` has of the one before it; of the first, the last of `before`. */
// @ts-ignore: decorator
@inline function shifted(before: v128, now: v128): v128 {
  return i8x16.shuffle(before, now, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

/** A bit for each byte that is a digit of base64. */
// @ts-ignore: decorator
@inline function digitsIn(block: v128): i32 {
  return i8x16.bitmask(i8x16.add_sat_u(kindsIn(block), v128.load(TO_SIGN)));
}

// @ts-ignore: decorator
@inline function kindsIn(block: v128): v128 {
  return kindsBy(block, v128.load(LOWER), v128.load(UPPER), v128.load(HALF));
}

// @ts-ignore: decorator
@inline function kindsBy(block: v128, lower: v128, upper: v128, half: v128): v128 {
  return v128.and(i8x16.swizzle(lower, v128.and(block, half)), i8x16.swizzle(upper, v128.and(i16x8.shr_u(block, 4), half)));
}

// @ts-ignore: decorator
@inline function present(kinds: v128): i32 {
  return i8x16.bitmask(i8x16.ne(kinds, i8x16.splat(0)));
}

// @ts-ignore: decorator
@inline function tildesIn(at: i32): i32 {
  const tilde = i8x16.splat(126);
  return i8x16.bitmask(i8x16.eq(v128.load(BUFFER_AT + at), tilde)) | i8x16.bitmask(i8x16.eq(v128.load(BUFFER_AT + at, 16), tilde)) << 16;
}

/** Where four bytes from a fourth byte on are all there. */
// @ts-ignore: decorator
@inline function fours(numeric: v128): v128 {
  return i32x4.eq(numeric, i32x4.splat(-1));
}

// @ts-ignore: decorator
@inline function numericAt(i: i32): i64 {
  const kinds = kindsIn(v128.load(BUFFER_AT + i));
  return <i64>i8x16.bitmask(i8x16.eq(i8x16.max_u(kinds, v128.load(NUMERIC)), kinds));
}

/** Takes the runs of twelve and more decimals and dashes that begin from three bytes before `at` on. */
function takeNumbers(at: i32, limit: i32, end: i32): void {
  const bits = numericAt(at - 16) | (numericAt(at) << 16) | (numericAt(at + 16) << 32) | (numericAt(at + 32) << 48);
  let runs = bits & (bits >>> 1);
  runs &= runs >>> 2;
  runs &= runs >>> 4;
  runs &= runs >>> 4;
  const to = min(at + STEP, limit) - NUMBER_BEFORE - at + 16;
  let left = runs & ~(bits << 1) & (-1 << (16 - NUMBER_BEFORE)) & ((<i64>1 << to) - 1);
  for (; left != 0; left &= left - 1) takeNumber(at - 16 + <i32>ctz(left), end);
}

/** Takes the run that begins at `from`, if it is the number of what is named before it. */
function takeNumber(from: i32, end: i32): void {
  let i = from;
  for (let group = 0; group < 3; group++) {
    if (group > 0 && byteAt(i) == 45) i++;
    for (const to = i + 4; i < to; i++) if (byteAt(i) < 48 || byteAt(i) > 57) return;
  }
  if ((classAt(i) & WORD) != 0) return;
  i = aroundBefore(from);
  if (i > 1 && byteAt(i - 1) == 62 && byteAt(i - 2) == 61) i -= 2;
  else if (i > 0 && (byteAt(i - 1) == 58 || byteAt(i - 1) == 61)) i--;
  else return;
  i = aroundBefore(i);
  if (i > 1 && lower(byteAt(i - 1)) == 100 && lower(byteAt(i - 2)) == 105) i -= 2;
  if (i > 0 && byteAt(i - 1) == 95) i--;
  check(i, NUMBERS, end, 0);
}

/** Where the white space and quotes begin that end before `to`. */
function aroundBefore(to: i32): i32 {
  const least = max(0, to - NUMBER_GAP);
  let i = to;
  while (i > least && isAround(byteAt(i - 1))) i--;
  return i;
}

/** Takes the runs of which a bit says where they may begin, counted from 31 bytes before `at`. */
function takeRuns(at: i32, runs: i64, digits: i64, limit: i32, end: i32): void {
  let left = runs;
  while (left != 0) {
    const bit = ctz(left);
    const i = at - CARRY + <i32>bit;
    const others = ctz(~(digits >> bit));
    // What begins before the end of this one belongs to it.
    left = bit + others >= 63 ? 0 : left & (-1 << (bit + others));
    if (i + LEADING_RUN <= runEnd) continue;
    // At its edges the digits at hand may be some of a longer run; and behind the first that may count.
    const from = bit > 32 - LEADING_RUN ? i : digitsFrom(i);
    const to = bit + others >= 63 ? digitsTo(at + STEP) : i + <i32>others;
    takeRun(from, to, limit, end);
  }
}

function takeRun(from: i32, to: i32, limit: i32, end: i32): void {
  if (from >= limit) return;
  const length = to - from;
  runEnd = min(to, limit);
  // A value or a line stands by itself; what goes on behind a dot or a slash is a path.
  if (length >= LONG_RUN && (from == 0 || isAround(byteAt(from - 1)) || isSign(byteAt(from - 1)))) {
    find(max(farDone, from - BEFORE_LONG), from, end, 1);
    farDone = max(farDone, from);
  }
  dataFrom = from + DATA_RUN;
  findNear(from - (length >= PART_RUN && (byteAt(from - 1) == 46 || byteAt(from - 1) == 59) ? BEFORE_PART : BEFORE), to, end);
  if (length < MIN_RUN || (length < SHORT_RUN && !holdsText(escaped(from) ? from + 1 : from, to) && !(isHexHigh(from + 2) && isHexHigh(from + 4) && holdsHex(from)))) return;
  runOpen = to >= limit;
  log(RUN | RUN_BEGINS << 4 | (runOpen ? 0 : RUN_ENDS << 4), from, runEnd, from);
}

function continueRun(from: i32, limit: i32, end: i32): void {
  const to = digitsTo(from);
  runEnd = min(to, limit);
  runOpen = to >= limit;
  findNear(from, to, end);
  log(RUN | (runOpen ? 0 : RUN_ENDS << 4), from, runEnd, from);
}

/** Whether the first digit is the letter of an escape. */
function escaped(from: i32): bool {
  const byte = byteAt(from);
  return byteAt(from - 1) == 92 && (byte == 110 || byte == 114 || byte == 116);
}

/** Whether four groups of digits in a row decode to ASCII: the upper bit of each of their three bytes is 0. */
function holdsText(from: i32, to: i32): bool {
  let groups = 0;
  for (let i = from; i + 4 <= to; i += 4) {
    const first = <i32>load<u8>(VALUES_AT + byteAt(i));
    const second = <i32>load<u8>(VALUES_AT + byteAt(i + 1));
    const third = <i32>load<u8>(VALUES_AT + byteAt(i + 2));
    if (((first & 32) | (second & 8) | (third & 2)) != 0) groups = 0;
    else if (++groups == 4) return true;
  }
  return false;
}

/** Whether the first digit of the number of a letter stands here. */
// @ts-ignore: decorator
@inline function isHexHigh(at: i32): bool {
  return <u32>(byteAt(at) - 50) < 6;
}

/** Whether twelve hexadecimal numbers of characters in a row begin here, perhaps behind `0x`. */
function holdsHex(at: i32): bool {
  const from = byteAt(at) == 48 && byteAt(at + 1) == 120 ? at + 2 : at;
  for (let i = from; i < from + 24; i += 2) {
    const value = (hex(byteAt(i)) << 4) | hex(byteAt(i + 1));
    if (value < 32 || value > 126) return false;
  }
  return true;
}

/** Where the digits begin that end before `i`, at the end of the run before at the earliest. */
function digitsFrom(i: i32): i32 {
  let from = i;
  while (from > runEnd) {
    const others = ~digitsIn(v128.load(BUFFER_AT + from - 16)) & 0xffff;
    if (others != 0) return max(runEnd, from + 16 - clz(others));
    from -= 16;
  }
  return max(runEnd, from);
}

/** The first byte from `i` on that is no digit; behind the last of all bytes is one. */
function digitsTo(i: i32): i32 {
  let to = i;
  while (true) {
    const others = ~digitsIn(v128.load(BUFFER_AT + to)) & 0xffff;
    if (others != 0) return to + ctz(others);
    to += 16;
  }
}

function findNear(from: i32, digitsEnd: i32, end: i32): void {
  const to = min(min(runEnd, dataFrom), digitsEnd - LEAST_TAIL + 1);
  find(max(done, from), to, end, 0);
  done = max(done, to);
}

/** Reports the literals, near or far ones, whose fingerprint begins in `[from, to)`. */
function find(from: i32, to: i32, end: i32, far: i32): void {
  let at = from;
  if (at >= to) return;
  const tables = FINGERPRINT_AT + far * FINGERPRINT_TABLES;
  const low0 = v128.load(tables);
  const high0 = v128.load(tables, 16);
  const low1 = v128.load(tables, 32);
  const high1 = v128.load(tables, 48);
  const low2 = v128.load(tables, 64);
  const high2 = v128.load(tables, 80);
  const half = v128.load(HALF);
  const none = i8x16.splat(0);
  for (; at < to; at += 16) {
    const found = v128.and(
      v128.and(kindsBy(v128.load(BUFFER_AT + at), low0, high0, half), kindsBy(v128.load(BUFFER_AT + at, 1), low1, high1, half)),
      kindsBy(v128.load(BUFFER_AT + at, 2), low2, high2, half),
    );
    let hits = i8x16.bitmask(i8x16.eq(found, none)) ^ 0xffff;
    if (hits == 0) continue;
    if (to - at < 16) hits &= (1 << (to - at)) - 1;
    while (hits != 0) {
      const i = at + ctz(hits);
      hits &= hits - 1;
      // The groups are many strings each: nearly all that looks like a mix of some ends here.
      let entry = firstKnown(i);
      for (; entry != 0; entry = <i32>load<u16>(ENTRIES_AT + (entry << 2), 2))
        compare(i, LITERALS_AT + <i32>load<u16>(ENTRIES_AT + (entry << 2)) * LITERAL_BYTES, end, far);
    }
  }
}

// @ts-ignore: decorator
@inline function firstKnown(i: i32): i32 {
  const hash = <i32>(<u32>((load<i32>(BUFFER_AT + i) & 0xffffff) * KNOWN_FACTOR) >>> KNOWN_SHIFT);
  return <i32>load<u16>(KNOWN_AT + (hash << 1));
}

/** Takes the places of which a bit says that a tilde is there, or the second byte of what may lead to something. */
function takeMarks(at: i32, bits: i32, limit: i32, end: i32): void {
  for (let left = bits; left != 0; left &= left - 1) {
    const i = at + ctz(left);
    if (i > limit) return;
    takeMark(i - 1, byteAt(i - 1), end);
    if (i < limit && byteAt(i) == 126) check(i, TILDES, end, 0);
  }
}

/** Reports the literals that no run leads to, and escapes, that begin at `i`. */
function takeMark(i: i32, byte: i32, end: i32): void {
  if (byte == 58) {
    if (byteAt(i + 1) == 47) check(i, ADDRESSES, end, 0);
    return;
  }
  // `:\/\/` is known by its first slash, as colons before a backslash abound where there is JSON in JSON.
  if (byte == 92 && byteAt(i + 1) == 47 && byteAt(i - 1) == 58) check(i - 1, ADDRESSES, end, 0);
  if (i >= escapeDone && isEscape(i, byte, end)) {
    escapeDone = i + ESCAPES_APART;
    log(ESCAPE, i, 0, i);
  }
}

/** Whether what stands here is another way to write what a secret or an address is made of, or to go on with it. */
function isEscape(i: i32, byte: i32, end: i32): bool {
  const next = byteAt(i + 1);
  if (byte == 92) {
    if (next == 120) return isNumber(i + 2);
    if (next == 117) return byteAt(i + 2) == 48 && byteAt(i + 3) == 48 && isNumber(i + 4);
    if (next == 45 || next == 47 || next == 95) return isWithin(i);
    return (next == 10 || next == 13) && i > 0 && isPiece(byteAt(i - 1)) && isPiece(byteAt(blanksTo(i + 1, min(end, i + JOINT_BEHIND))));
  }
  if (byte == 37) return isNumber(i + 1);
  if (byte == 61) return (next == 10 || (next == 13 && byteAt(i + 2) == 10)) && isSoft(i);
  if (byte == 38) return next == 35 && isEntity(i + 2);
  return (byte == 34 || byte == 39) && isJoint(i, end);
}

/** Whether two hexadecimal digits are the number of a character that matters; `%` may begin another. */
function isNumber(at: i32): bool {
  const value = (hex(byteAt(at)) << 4) | hex(byteAt(at + 1));
  return value >= 0 && value < 128 && (isPiece(value) || value == 37);
}

/** The value of a hexadecimal digit, or a number below 0. */
function hex(byte: i32): i32 {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -256;
}

/** Letters, digits, and what stands between them in secrets and addresses. */
function isPiece(byte: i32): bool {
  return (<i32>load<u8>(CLASSES_AT + byte) & DOTTED_OR_BASE64) != 0 || byte == 58 || byte == 64 || byte == 38 || byte == 63;
}

/** Whether a line that ends here is as long as those of mail are made. */
function isSoft(i: i32): bool {
  let from = i;
  const least = max(0, i - MAX_SOFT - 1);
  while (from > least && byteAt(from - 1) != 10) from--;
  return i - from >= MIN_SOFT && i - from <= MAX_SOFT;
}

/** Whether the number of a character that matters stands here as HTML has them. */
function isEntity(at: i32): bool {
  if ((byteAt(at) | 32) == 120) return byteAt(at + 3) == 59 && isNumber(at + 1);
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const byte = byteAt(i);
    if (byte == 59) return value >= 32 && value < 128 && isPiece(value);
    if (byte < 48 || byte > 57) return false;
    value = value * 10 + byte - 48;
  }
  return false;
}

/** Whether three letters or digits stand before a sign that is escaped, and three behind it. */
function isWithin(i: i32): bool {
  if (i < 3) return false;
  for (let n = 1; n <= 3; n++)
    if ((classAt(i - n) & classAt(i + 1 + n) & ALPHANUMERIC) == 0) return false;
  return true;
}

/** Whether the string that ends here, of one piece, goes on with another; right behind it stand neither a tab nor a form feed. */
function isJoint(quote: i32, end: i32): bool {
  let i = blanksTo(quote + 1, min(end, quote + 1 + JOINT_BEFORE));
  const byte = byteAt(i);
  if (byte == 43) i++;
  else if (byte == 46) i += load<u64>(BUFFER_AT + i) == CONCAT ? 8 : 1;
  else return false;
  i = blanksTo(i, min(end, i + JOINT_BEHIND));
  if (!isQuote(byteAt(i)) || !isPiece(byteAt(i + 1))) return false;
  const least = max(0, quote - MAX_PIECE);
  for (i = quote - 1; i >= least; i--) {
    const before = byteAt(i);
    if (isQuote(before)) return quote - i > 2;
    if (!isPiece(before)) return false;
  }
  return false;
}

/** Reports the literals of a group whose fingerprint begins at `i`. */
function check(i: i32, group: i32, end: i32, far: i32): void {
  const members = GROUPS_AT + (group << 3);
  let literal = LITERALS_AT + load<i32>(members) * LITERAL_BYTES;
  for (let n = load<i32>(members, 4); n > 0; n--) {
    compare(i, literal, end, far);
    literal += LITERAL_BYTES;
  }
}

/** Reports a literal if it stands where its fingerprint begins at `i`. */
function compare(i: i32, literal: i32, end: i32, far: i32): void {
  const start = i - <i32>load<u8>(literal, FINGERPRINT);
  if (start < 0 || <i32>load<u8>(literal, FAR) != far) return;
  const text = v128.or(v128.load(BUFFER_AT + start), v128.load(literal, FOLD));
  const differs = v128.and(v128.xor(text, v128.load(literal)), v128.load(literal, BITS));
  if (v128.any_true(differs)) return;
  const behind = start + <i32>load<u8>(literal, LENGTH);
  if (behind <= end && tail(literal, start, behind, end)) log(HIT, <i32>load<u16>(literal, INDEX), start, start);
}

function tail(literal: i32, start: i32, behind: i32, end: i32): bool {
  const kind = <i32>load<u8>(literal, TAIL);
  if (kind == TAIL_ANY || kind == TAIL_NUMBER || kind == TAIL_BESIDE) return true;
  if (kind == TAIL_PEM) return pem(behind, end);
  if (kind == TAIL_ADDRESS) return address(start, behind, end);
  const from = kind == TAIL_ASSIGNMENT ? assigned(behind, end) : behind;
  let left = <i32>load<u8>(literal, TAIL_MIN);
  if (from < 0) return false;
  const wanted = <i32>load<u8>(literal, TAIL_OF);
  const most = min(end, from + JOINED);
  for (let i = from; left > 0; left--) {
    if (i < most && (classAt(i) & wanted) == 0) i = joined(i, most);
    if (i < 0 || i >= most || (classAt(i) & wanted) == 0) return false;
    i++;
  }
  return true;
}

/** Where a string goes on that ends here and is joined to another one, or that goes on in the next line; or -1. */
function joined(from: i32, end: i32): i32 {
  let i = from + 1;
  if (byteAt(from) == 92 && byteAt(i) <= 13) {
    if (byteAt(i) == 13) i++;
    return byteAt(i) == 10 ? blanksTo(i, end) : -1;
  }
  const quoted = behindQuote(from);
  if (quoted < 0) return -1;
  i = blanksTo(quoted, end);
  const byte = byteAt(i);
  if (byte == 43 || byte == 44) i = blanksTo(i + 1, end);
  else if (byte == 46) i = blanksTo(load<u64>(BUFFER_AT + i) == CONCAT ? i + 8 : i + 1, end);
  else if (i == quoted) return -1;
  i = i < end ? behindQuote(i) : -1;
  return i <= end ? i : -1;
}

/** Behind a quote that stands here, as it is or in a string; or -1. */
function behindQuote(at: i32): i32 {
  const i = byteAt(at) == 92 ? at + 1 : at;
  return isQuote(byteAt(i)) ? i + 1 : -1;
}

function blanksTo(from: i32, end: i32): i32 {
  let i = from;
  while (i < end && isBlank(byteAt(i))) i++;
  return i;
}

function isQuote(byte: i32): bool {
  return byte == 34 || byte == 39 || byte == 96;
}

function isBlank(byte: i32): bool {
  return byte == 32 || (byte >= 9 && byte <= 13);
}

/** Where the value begins that is assigned to the name at hand, or -1. */
function assigned(from: i32, end: i32): i32 {
  let i = from;
  const most = min(end, from + 16);
  while (i < most && isName(byteAt(i))) i++;
  i = aroundTo(i, min(end, i + 8));
  if (i >= end || (byteAt(i) != 58 && byteAt(i) != 61)) return -1;
  i++;
  // `=>`, `:=` of Go, `:-` of shells.
  if (byteAt(i) == 62 || (byteAt(i - 1) == 58 && (byteAt(i) == 61 || byteAt(i) == 45))) i++;
  return aroundTo(i, min(end, i + 16));
}

/** Behind the white space and quotes that begin at `from`, also as HTML and XML have them. */
function aroundTo(from: i32, end: i32): i32 {
  let i = from;
  while (i < end) {
    if (isAround(byteAt(i))) i++;
    else if (byteAt(i) == 38) {
      let to = i + 2;
      while (to < i + MAX_ENTITY && byteAt(to) != 59) to++;
      if (byteAt(to) != 59) return i;
      i = to + 1;
    } else return i;
  }
  return i;
}

/** A letter or underscore. */
function isName(byte: i32): bool {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte == 95;
}

/** `:`, `;`, `=` or `>`. */
function isSign(byte: i32): bool {
  return byte >= 58 && byte <= 62 && byte != 60;
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
  const most = min(end, i + 220);
  let run = 0;
  for (i += 5; i < most; i++) {
    const byte = byteAt(i);
    if (<i32>load<u8>(VALUES_AT + byte) != 255) {
      if (++run == LONG_RUN) return true;
    } else if (byte != 92) run = 0;
  }
  return false;
}

/** Whether what follows `://` is worth a look. */
function address(start: i32, from: i32, end: i32): bool {
  let hash = LABEL_SEED;
  const first = max(0, start - 8);
  // Java escapes the colon in properties.
  for (let i = byteAt(start - 1) == 92 ? start - 2 : start - 1; i >= first; i--) {
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
    // Java escapes the one before a password as well.
    if (byte <= 32 || byte == 34 || byte == 39 || byte == 47 || byte == 60 || byte == 62 || (byte == 92 && byteAt(i + 1) != 58) || byte == 96 || byte == 123) break;
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
  // Addresses that are private, of the longer kind: `[fd…]`, `[fe80…]`.
  if (byteAt(host) == 91 && lower(byteAt(host + 1)) == 102) return true;
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
  return <i32>load<u8>(LABELS_AT + ((hash ^ (hash >>> 13)) & 1023));
}

/** Counts the newlines before `to`, forward or back from where they are counted up to. */
export function countTo(to: i32): void {
  if (to >= counted) {
    newlines += newlinesIn(counted, to);
    const last = lastIn(counted, to);
    if (last >= 0) lastNewline = last;
  } else {
    newlines -= newlinesIn(to, counted);
    lastNewline = lastIn(0, to);
  }
  counted = to;
}

export function newlinesCounted(): i32 {
  return newlines;
}

export function lastCounted(): i32 {
  return lastNewline;
}

function newlinesIn(from: i32, to: i32): i32 {
  const breaks = i8x16.splat(10);
  let sum = 0;
  let at = from;
  while (at + 16 <= to) {
    // Each of sixteen counters holds 255 at most.
    const stop = min(to - 15, at + 255 * 16);
    let counts = i8x16.splat(0);
    for (; at < stop; at += 16) counts = i8x16.sub(counts, i8x16.eq(v128.load(BUFFER_AT + at), breaks));
    const pairs = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts));
    sum += i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1) + i32x4.extract_lane(pairs, 2) + i32x4.extract_lane(pairs, 3);
  }
  for (; at < to; at++) if (byteAt(at) == 10) sum++;
  return sum;
}

/** The last newline in `[from, to)`, or -1. */
function lastIn(from: i32, to: i32): i32 {
  const breaks = i8x16.splat(10);
  let at = to;
  while (at - 16 >= from) {
    at -= 16;
    const found = i8x16.bitmask(i8x16.eq(v128.load(BUFFER_AT + at), breaks));
    if (found != 0) return at + 31 - clz(found);
  }
  while (--at >= from) if (byteAt(at) == 10) return at;
  return -1;
}
