// Compiled by AssemblyScript to src/content/scanner/marks.wasm.ts; see .ci/wasm.mjs. Its plain twin is in ../marks.ts, which numbers the marks.

// A place is looked at where its first two bytes may begin a mark: `/` 1, `:` 2, `U` 4, `M` 8, `_` 16, `#` 32, `R` 64, `!` 128, and the same
// bits for what may come next. Each byte is known by a bit in the table of its lower half and in that of its upper half.
const FIRST_LOWER = i8x16(0, -128, 64, 32, 0, 4, 0, 0, 0, 0, 2, 0, 0, 8, 0, 17);
const FIRST_UPPER = i8x16(0, 0, -95, 2, 8, 84, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const SECOND_LOWER = i8x16(32, 8, 33, 5, 0, 0, 1, 1, 1, 0, -127, 0, 66, 0, 0, 17);
const SECOND_UPPER = i8x16(0, 0, -96, 0, 64, 19, 9, 37, 0, 0, 0, 0, 0, 0, 0, 0);

/** The number of the mark that `find` gave the place of. */
export let mark: i32 = 0;

/**
 * The offset of the first place from `from` on where a mark may begin, or `end`: its first five bytes are there. Up to 31 bytes
 * behind `end` are read.
 */
export function find(from: i32, end: i32): i32 {
  for (let at = from; at < end; at += 16) {
    const first = bitsOf(v128.load(at), FIRST_LOWER, FIRST_UPPER);
    const second = bitsOf(v128.load(at + 1), SECOND_LOWER, SECOND_UPPER);
    let found = i8x16.bitmask(i8x16.eq(v128.and(first, second), i8x16.splat(0))) ^ 0xffff;
    while (found != 0) {
      const place = at + ctz(found);
      if (place >= end) return end;
      mark = markAt(place);
      if (mark >= 0) return place;
      found &= found - 1;
    }
  }
  return end;
}

// @ts-ignore: decorator
@inline function bitsOf(block: v128, lower: v128, upper: v128): v128 {
  return v128.and(i8x16.swizzle(lower, v128.and(block, i8x16.splat(15))), i8x16.swizzle(upper, i8x16.shr_u(block, 4)));
}

function markAt(place: i32): i32 {
  const byte = <i32>load<u8>(place);
  const word = load<u32>(place + 1);
  if (byte == 47) {
    if (word == 0x656d6f68) return 0; // home
    if (word == 0x746f6f72) return 2; // root
    if (word == 0x6c697562) return 3; // buil
    if (word == 0x2f775f5f) return 4; // __w/
    if (word == 0x68746967) return load<u32>(place + 5) == 0x772f6275 ? 5 : -1; // gith ub/w
    if (word == 0x6b6e656a) return 6; // jenk
    if (word == 0x65646f63) return 7; // code
    if (word == 0x63726576) return 8; // verc
    if (word == 0x2f74706f) return 9; // opt/
    if (word == 0x2f726176) return 10; // var/
    return -1;
  }
  if (byte == 58) {
    if ((word & 0xffffff) == 0x5c615c) return 11; // \a\
    return word == 0x5c615c5c ? 12 : -1; // \\a\
  }
  if (byte == 85) return word == 0x73726573 ? 1 : -1; // sers
  if (byte == 77) return (word & 0xffff) == 0x7061 && place > 0 && load<u8>(place - 1) == 116 ? 18 : -1; // t M ap
  if (byte == 95) return word == 0x6c69665f ? 16 : -1; // _fil
  if (byte == 35) return word == 0x69676572 ? 13 : word == 0x62656420 ? 17 : -1; // regi, _deb
  if (byte == 33) return word == 0x202a2a2a ? 15 : -1; // ***_
  return word == 0x65773d4c ? 14 : -1; // L=we
}
