// Compiled by AssemblyScript to src/content/scanner/openings.wasm.ts; see .ci/wasm.mjs. Its plain twin is in ../openings.ts.

// A brace is looked at where the two bytes behind it may begin a key, `ve` 1, `ma` `na` 2, `fi` 4, `se` `so` `de` 8, `ig` 16, `x_` 32, or where the first
// may stand before one: 64, 128. Each byte is known by a bit in the table of its lower half and in that of its upper half.
const FIRST_LOWER = i8x16(64, 0, 64, 8, 8, 0, 69, 64, 32, -112, -128, -128, -128, -126, 2, 0);
const FIRST_UPPER = i8x16(-128, 0, 64, 0, 0, -128, 30, 41, 0, 0, 0, 0, 0, 0, 0, 0);
const SECOND_LOWER = i8x16(-64, -62, -64, -64, -64, -55, -64, -48, -64, -60, -64, -64, -64, -64, -64, -24);
const SECOND_UPPER = i8x16(-64, -64, -64, -64, -64, -32, -33, -64, -64, -64, -64, -64, -64, -64, -64, -64);

/** Bytes behind a brace among which the first key begins. */
const REACH: i32 = 64;

/**
 * The offset of the first `{` from `from` on before a key that source maps begin with, or `end`. Up to 96 bytes behind `end` are read.
 */
export function find(from: i32, end: i32): i32 {
  const brace = i8x16.splat(123);
  for (let at = from; at < end; at += 16) {
    let found = i8x16.bitmask(i8x16.eq(v128.load(at), brace));
    if (found == 0) continue;
    const first = bitsOf(v128.load(at + 1), FIRST_LOWER, FIRST_UPPER);
    const second = bitsOf(v128.load(at + 2), SECOND_LOWER, SECOND_UPPER);
    found &= i8x16.bitmask(i8x16.eq(v128.and(first, second), i8x16.splat(0))) ^ 0xffff;
    while (found != 0) {
      const place = at + ctz(found);
      if (place >= end) return end;
      if (isKey(place + 1)) return place;
      found &= found - 1;
    }
  }
  return end;
}

// @ts-ignore: decorator
@inline function bitsOf(block: v128, lower: v128, upper: v128): v128 {
  return v128.and(i8x16.swizzle(lower, v128.and(block, i8x16.splat(15))), i8x16.swizzle(upper, i8x16.shr_u(block, 4)));
}

/** Whether such a key follows, behind white space, quotes and their escapes. */
function isKey(from: i32): bool {
  const most = from + REACH;
  for (let at = from; at < most; ) {
    const byte = <i32>load<u8>(at);
    if (byte == 32 || byte == 34 || byte == 39 || (byte >= 9 && byte <= 13)) at++;
    else if (byte == 92) {
      const next = <i32>load<u8>(at + 1);
      if (next == 117) at += 6; // \u0022
      else if (next == 120) at += 4; // \x22
      else if (next == 110 || next == 114 || next == 116) at += 2; // \n \r \t
      else at++;
    } else if (byte == 38) {
      const word = load<u32>(at + 1);
      if (word == 0x746f7571) at += 6; // &quot;
      else if (word == 0x3b343323) at += 5; // &#34;
      else if (word == 0x32327823) at += 6; // &#x22;
      else return false;
    } else return isWord(at);
  }
  return false;
}

function isWord(at: i32): bool {
  const word = load<u32>(at);
  if (word == 0x73726576) return load<u8>(at + 4) == 105; // vers i
  if (word == 0x7070616d) return load<u8>(at + 4) == 105; // mapp i
  if (word == 0x656d616e) return load<u8>(at + 4) == 115; // name s
  if (word == 0x656c6966) return load<u8>(at + 4) < 65 || load<u8>(at + 4) == 92; // file, and its end
  if (word == 0x74636573) return load<u8>(at + 4) == 105; // sect i
  if (word == 0x75626564) return load<u8>(at + 4) == 103; // debu g
  if (word == 0x6f6e6769) return load<u8>(at + 4) == 114; // igno r
  if (word == 0x72756f73) return load<u16>(at + 4) == 0x6563 && (load<u8>(at + 6) == 115 || load<u8>(at + 6) == 82); // sour ce s R
  return (word & 0xffff) == 0x5f78; // x_
}
