// Compiled by AssemblyScript to src/content/scanner/leads.wasm.ts; see .ci/wasm.mjs. Its plain twin is in ../leads.ts, which numbers the leads.
import { LOG_AT, LOG_LEADS, VIEW_AT } from '../lead-memory.ts';

// Tables lie in memory, to be loaded before a loop: what is written as a constant V8 makes anew each time the loop comes by, in four
// instructions, which took two fifths of the time.
//
// A place is looked at where its first two bytes may begin a lead: `/` 1, `:` 2, `U` 4, `M` 8, `_` 16, `#` 32, `R` 64, `!` 128, and the same
// bits for what may come next; `7` of an escaped brace shares that of `U`, the head
// of gzip data that of `_`, and that of zstd data that of `!`. Each byte is known by a bit in the table of its lower half and in that of its upper half.
const FIRST_LOWER = memory.data<i8>([0, -128, 64, 32, 0, 4, 0, 4, -128, 0, 2, 0, 0, 8, 0, 17]);
const FIRST_UPPER = memory.data<i8>([0, 16, -95, 6, 8, 84, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const SECOND_LOWER = memory.data<i8>([32, 8, 37, 5, 0, -128, 1, 1, 1, 0, -127, 16, 66, 0, 0, 17]);
const SECOND_UPPER = memory.data<i8>([0, 0, -96, 0, 68, 19, 13, 37, 16, 0, 0, -128, 0, 0, 0, 0]);
// The same for pairs in what leads to source maps: `gU` 1, `n/` 2, `64` 4, `sC` 8; and a brace before what may follow it: white space and a backslash 16,
// quotes and their escape 32, letters 64 and 128.
const PAIR_LOWER = memory.data<i8>([0, 0, 0, 8, 0, 0, 4, 1, 0, 0, 0, -16, 0, 0, 2, 0]);
const PAIR_UPPER = memory.data<i8>([0, 0, 0, 4, 0, 0, 3, -8, 0, 0, 0, 0, 0, 0, 0, 0]);
const NEXT_LOWER = memory.data<i8>([32, 0, 32, -120, 68, 1, -32, 32, -128, 80, 16, 16, 16, 80, 64, 2]);
const NEXT_UPPER = memory.data<i8>([16, 0, 34, 4, 8, 17, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0]);

/** The lower half of each byte. */
const HALF = memory.data<i8>([15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15]);

/** Leads in the log. */
let logged: i32 = 0;

/**
 * Writes the leads in the view into the log, as far as it has room: their kind and their offset. Those that are found from byte `from` on, up to
 * `end`; a lead is found by two bytes of it, which are not always its first.
 *
 * @returns where to go on, `end` or more once all is told
 */
export function find(from: i32, end: i32): i32 {
  logged = 0;
  const half = v128.load(HALF);
  const firstLower = v128.load(FIRST_LOWER);
  const firstUpper = v128.load(FIRST_UPPER);
  const secondLower = v128.load(SECOND_LOWER);
  const secondUpper = v128.load(SECOND_UPPER);
  const pairLower = v128.load(PAIR_LOWER);
  const pairUpper = v128.load(PAIR_UPPER);
  const nextLower = v128.load(NEXT_LOWER);
  const nextUpper = v128.load(NEXT_UPPER);
  let at = from;
  while (at < end && logged <= LOG_LEADS - 16) {
    let found = i8x16.splat(0);
    // Nothing is called in here, as that would have all tables loaded anew.
    for (; at < end; at += 16) {
      const block = v128.load(VIEW_AT + at);
      const next = v128.load(VIEW_AT + at, 1);
      const lower = v128.and(block, half);
      const upper = v128.and(i16x8.shr_u(block, 4), half);
      const nextLow = v128.and(next, half);
      const nextUp = v128.and(i16x8.shr_u(next, 4), half);
      const marks = v128.and(
        v128.and(i8x16.swizzle(firstLower, lower), i8x16.swizzle(firstUpper, upper)),
        v128.and(i8x16.swizzle(secondLower, nextLow), i8x16.swizzle(secondUpper, nextUp)),
      );
      const pairs = v128.and(
        v128.and(i8x16.swizzle(pairLower, lower), i8x16.swizzle(pairUpper, upper)),
        v128.and(i8x16.swizzle(nextLower, nextLow), i8x16.swizzle(nextUpper, nextUp)),
      );
      found = v128.or(marks, pairs);
      if (v128.any_true(found)) break;
    }
    for (let bits = i8x16.bitmask(i8x16.ne(found, i8x16.splat(0))); bits != 0; bits &= bits - 1) {
      const place = at + ctz(bits);
      if (place < end) take(place);
    }
    at += 16;
  }
  return at;
}

/** Counts the newlines in the first `length` bytes of the view. */
export function newlines(length: i32): i32 {
  const breaks = i8x16.splat(10);
  let sum = 0;
  for (let at = 0; at < length; ) {
    // Each of sixteen counters holds 255 at most; what lies behind the bytes at hand is 0.
    const stop = min(length, at + 255 * 16);
    let counts = i8x16.splat(0);
    for (; at < stop; at += 16) counts = i8x16.sub(counts, i8x16.eq(v128.load(VIEW_AT + at), breaks));
    const pairs = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts));
    sum += i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1) + i32x4.extract_lane(pairs, 2) + i32x4.extract_lane(pairs, 3);
  }
  return sum;
}

/** How many leads the last call wrote. */
export function count(): i32 {
  return logged;
}

// @ts-ignore: decorator
@inline function byteAt(i: i32): i32 {
  return <i32>load<u8>(VIEW_AT + i);
}

// @ts-ignore: decorator
@inline function wordAt(i: i32): i32 {
  return load<i32>(VIEW_AT + i);
}

function log(kind: i32, at: i32): void {
  store<i32>(LOG_AT + (logged << 3), kind);
  store<i32>(LOG_AT + (logged << 3), at, 4);
  logged++;
}

/** Takes what the two bytes from `i` on may belong to. */
function take(i: i32): void {
  const byte = byteAt(i);
  const word = wordAt(i + 1);
  if (byte == 47) slash(word, i);
  else if (byte == 123) {
    if (isKey(i + 1)) log(19, i);
  } else if (byte == 58) {
    if ((word & 0xffffff) == 0x5c615c) log(11, i); // \a\
    else if (word == 0x5c615c5c) log(12, i); // \\a\
  } else if (byte == 85) {
    if (word == 0x73726573) log(1, i); // sers
  } else if (byte == 77) {
    if ((word & 0xffff) == 0x7061 && byteAt(i - 1) == 116) log(18, i); // t M ap
  } else if (byte == 95) {
    if (word == 0x6c69665f) log(16, i); // _fil
  } else if (byte == 35) {
    if (word == 0x69676572) log(13, i); // regi
    else if (word == 0x62656420) log(17, i); // _deb
  } else if (byte == 33) {
    if (word == 0x202a2a2a) log(15, i); // ***_
  } else if (byte == 82) {
    if (word == 0x65773d4c) log(14, i); // L=we
  } else if (byte == 103) {
    if (i >= 12 && word == 0x3d4c5255 && is(i - 12, 0x72756f73, 0x614d6563) && wordAt(i - 4) == 0x6e697070) log(20, i - 12); // sour ceMa ppin gURL =
  } else if (byte == 110) {
    if (i >= 15 && word == 0x6f736a2f && byteAt(i + 5) == 110 && is(i - 15, 0x61746164, 0x7070613a) && is(i - 7, 0x6163696c, 0x6e6f6974)) log(21, i - 15); // data :app lica tion /jso n
  } else if (byte == 54) {
    if (i >= 4 && (word & 0xffff) == 0x2c34 && wordAt(i - 4) == 0x65736162) log(22, i - 4); // base 6 4,
  } else if (byte == 55) {
    if (isEscaped(i)) {
      const digit = word & 0xff;
      if (digit == 98) log(24, i); // b
      else if (digit == 66) log(25, i); // B
    }
  } else if (byte == 31) {
    if ((word & 0xffff) == 0x088b) log(26, i);
  } else if (byte == 40) {
    if ((word & 0xffffff) == 0xfd2fb5) log(27, i);
  } else if (word == 0x746e6f43 && wordAt(i + 4) == 0x746e6574) log(23, i + 1); // s Cont tent
}

/** Whether the digits of an escape begin at `i`: % \x \u00 */
function isEscaped(i: i32): bool {
  const byte = byteAt(i - 1);
  if (byte == 37) return true;
  return byte == 120 ? byteAt(i - 2) == 92 : wordAt(i - 4) == 0x3030755c;
}

function is(i: i32, one: i32, two: i32): bool {
  return wordAt(i) == one && wordAt(i + 4) == two;
}

function slash(word: i32, i: i32): void {
  if (word == 0x656d6f68) log(0, i); // home
  else if (word == 0x746f6f72) log(2, i); // root
  else if (word == 0x6c697562) log(3, i); // buil
  else if (word == 0x2f775f5f) log(4, i); // __w/
  else if (word == 0x68746967) {
    if (wordAt(i + 5) == 0x772f6275) log(5, i); // gith ub/w
  } else if (word == 0x6b6e656a) log(6, i); // jenk
  else if (word == 0x65646f63) log(7, i); // code
  else if (word == 0x63726576) log(8, i); // verc
  else if (word == 0x2f74706f) log(9, i); // opt/
  else if (word == 0x2f726176) log(10, i); // var/
}

/** Bytes behind a brace among which the first key begins. */
const REACH: i32 = 64;

/** Whether such a key follows, behind white space, quotes and their escapes. */
function isKey(from: i32): bool {
  const most = from + REACH;
  for (let at = from; at < most; ) {
    const byte = byteAt(at);
    if (byte == 32 || (byte >= 9 && byte <= 13)) at = behindBlank(at);
    else if (byte == 34 || byte == 39) at++;
    else if (byte == 92) {
      const next = byteAt(at + 1);
      if (next == 117) at += 6; // \u0022
      else if (next == 120) at += 4; // \x22
      else if (next == 110 || next == 114 || next == 116) at += 2; // \n \r \t
      else at++;
    } else if (byte == 38) {
      const word = wordAt(at + 1);
      if (word == 0x746f7571) at += 6; // &quot;
      else if (word == 0x3b343323) at += 5; // &#34;
      else if (word == 0x32327823) at += 6; // &#x22;
      else return false;
    } else return isWord(at);
  }
  return false;
}

/** The first byte from `from` on that is no white space, of the next 128 at most: people indent what stands in a brace. */
function behindBlank(from: i32): i32 {
  const end = from + 128;
  for (let at = from; at < end; at += 16) {
    const block = v128.load(VIEW_AT + at);
    const blank = v128.or(
      i8x16.eq(block, i8x16.splat(32)),
      i8x16.lt_u(i8x16.sub(block, i8x16.splat(9)), i8x16.splat(5)),
    );
    const others = i8x16.bitmask(blank) ^ 0xffff;
    if (others != 0) return at + ctz(others);
  }
  return end;
}

function isWord(at: i32): bool {
  const word = wordAt(at);
  if (word == 0x73726576) return byteAt(at + 4) == 105; // vers i
  if (word == 0x7070616d) return byteAt(at + 4) == 105; // mapp i
  if (word == 0x656d616e) return byteAt(at + 4) == 115; // name s
  if (word == 0x656c6966) return byteAt(at + 4) < 65 || byteAt(at + 4) == 92; // file, and its end
  if (word == 0x74636573) return byteAt(at + 4) == 105; // sect i
  if (word == 0x75626564) return byteAt(at + 4) == 103; // debu g
  if (word == 0x6f6e6769) return byteAt(at + 4) == 114; // igno r
  if (word == 0x72756f73) return (wordAt(at + 4) & 0xffff) == 0x6563 && (byteAt(at + 6) == 115 || byteAt(at + 6) == 82); // sour ce s R
  if (word == 0x75706e69) return (wordAt(at + 4) & 0xffff) == 0x7374; // inpu ts
  return (word & 0xffff) == 0x5f78; // x_
}
