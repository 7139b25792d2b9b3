// Compiled by AssemblyScript to src/content/scanner/span.wasm.ts; see .ci/wasm.mjs. Its plain twin is in ../span.ts.

/** By the lower half of a byte, a bit for each upper half with which it is a digit of base64: 1 `+ - /`, 2 `0-9`, 4 letters `A-O a-o`, 8 `P-Z _`, 16 `p-z`. */
const LOWER = i8x16(26, 30, 30, 30, 30, 30, 30, 30, 30, 30, 28, 5, 4, 5, 4, 13);
/** By the upper half. */
const UPPER = i8x16(0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0);

/** The offset of the first byte from `from` on that is no digit of base64, or `end`. Up to fifteen bytes behind `end` are read. */
export function base64(from: i32, end: i32): i32 {
  for (let at = from; at < end; at += 16) {
    const block = v128.load(at);
    const lower = i8x16.swizzle(LOWER, v128.and(block, i8x16.splat(15)));
    const upper = i8x16.swizzle(UPPER, i8x16.shr_u(block, 4));
    const found = i8x16.bitmask(i8x16.eq(v128.and(lower, upper), i8x16.splat(0)));
    if (found != 0) return min(at + ctz(found), end);
  }
  return end;
}

/** The offset of the first byte from `from` on that ends the value of a map comment, or `end`. Up to fifteen bytes behind `end` are read. */
export function commentValue(from: i32, end: i32): i32 {
  for (let at = from; at < end; at += 16) {
    const block = v128.load(at);
    // 9 to 13 are white space; the rest of what counts as such, and the quotes, are single bytes.
    const white = i8x16.lt_u(i8x16.sub(block, i8x16.splat(9)), i8x16.splat(5));
    const single = v128.or(v128.or(is(block, 0), is(block, 32)), v128.or(is(block, 34), v128.or(is(block, 39), is(block, 96))));
    const found = i8x16.bitmask(v128.or(white, single));
    if (found != 0) return min(at + ctz(found), end);
  }
  return end;
}

// @ts-ignore: decorator
@inline function is(block: v128, byte: i32): v128 {
  return i8x16.eq(block, i8x16.splat(<i8>byte));
}
