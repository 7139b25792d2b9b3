// Compiled by AssemblyScript to src/content/scanner/runs.wasm.ts; see .ci/wasm.mjs. Its plain twin is in ../runs.ts.

/** By the lower half of a byte, a bit for each upper half with which it is a digit of base64, as in span.ts, or a backslash; 32 for line breaks. */
const LOWER = i8x16(26, 30, 30, 30, 30, 30, 30, 30, 30, 30, 60, 5, 12, 37, 4, 13);
/** By the upper half. */
const UPPER = i8x16(32, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0);

/** The first of `from`, `from + step`, ... from which 48 digits, line breaks or backslashes stand in a row before `end`, and no long name; `end` or more where there is none. */
export function find(from: i32, end: i32, step: i32): i32 {
  const last = end - 48;
  let at = from;
  for (; at <= last; at += step) {
    if (isDigits(at) && isDigits(at + 16) && isDigits(at + 32) && isMixed(at)) return at;
  }
  return max(at, end);
}

// @ts-ignore: decorator
@inline function isDigits(at: i32): bool {
  const block = v128.load(at);
  const lower = i8x16.swizzle(LOWER, v128.and(block, i8x16.splat(15)));
  const upper = i8x16.swizzle(UPPER, i8x16.shr_u(block, 4));
  return i8x16.all_true(v128.and(lower, upper));
}

/** Names are words between dashes, and most have no number. */
function isMixed(at: i32): bool {
  let dashes = 0;
  let numbers = 0;
  for (let block = at; block < at + 48; block += 16) {
    const bytes = v128.load(block);
    dashes += popcnt(i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(95)), i8x16.eq(bytes, i8x16.splat(45)))));
    numbers |= i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10)));
  }
  return dashes <= 6 && numbers != 0;
}
