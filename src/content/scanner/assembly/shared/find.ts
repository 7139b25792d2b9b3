// Finds the next byte that matters, sixteen at a time. Behind the view stands a line break, at which each search ends.
import { blockAt } from './view.ts';

/** By the lower half of a byte, a bit for each upper half with which it belongs to a word; see `IN_WORD`. */
const LOWER = i8x16(-102, -98, -98, -97, -97, -98, -98, -98, -98, -98, -100, -124, -116, -124, -124, -116);
/** By the upper half: 2 `$ #`, 3 digits, 4 and 6 letters, 5 and 7 letters and others, 8 to 15 beyond ASCII. */
const UPPER = i8x16(0, 0, 1, 2, 4, 8, 4, 16, -128, -128, -128, -128, -128, -128, -128, -128);

/** A bit for each of the sixteen bytes from `i` on that belongs to no word. */
// @ts-ignore: decorator
@inline export function outsideWords(block: v128): i32 {
  const lower = i8x16.swizzle(LOWER, v128.and(block, i8x16.splat(15)));
  const upper = i8x16.swizzle(UPPER, i8x16.shr_u(block, 4));
  return i8x16.bitmask(i8x16.eq(v128.and(lower, upper), i8x16.splat(0)));
}

/** A bit for each of the sixteen bytes that is no white space. */
// @ts-ignore: decorator
@inline export function inkIn(block: v128): i32 {
  return i8x16.bitmask(i8x16.gt_u(block, i8x16.splat(32)));
}

// @ts-ignore: decorator
@inline function is(block: v128, byte: i32): v128 {
  return i8x16.eq(block, i8x16.splat(<i8>byte));
}

/** The first line break, or `a`, from `i` on. */
// @ts-ignore: decorator
@inline export function findBreakOr(from: i32, a: i32): i32 {
  return findBreakOrEither(from, a, a);
}

/** The first line break, or `a`, or `b`, from `i` on. */
export function findBreakOrEither(from: i32, a: i32, b: i32): i32 {
  return findBreakOrEitherHere(from, a, b);
}

/** The same without a call, where that happens often. */
// @ts-ignore: decorator
@inline export function findBreakOrEitherHere(from: i32, a: i32, b: i32): i32 {
  let i = from;
  while (true) {
    const block = blockAt(i);
    const breaks = v128.or(is(block, 10), is(block, 13));
    const found = i8x16.bitmask(v128.or(breaks, v128.or(is(block, a), is(block, b))));
    if (found != 0) return i + ctz(found);
    i += 16;
  }
}

/** The first line break, or `a`, or `b`, or `c`, from `i` on. */
export function findBreakOrAny(from: i32, a: i32, b: i32, c: i32): i32 {
  let i = from;
  while (true) {
    const block = blockAt(i);
    const breaks = v128.or(is(block, 10), is(block, 13));
    const found = i8x16.bitmask(v128.or(v128.or(breaks, is(block, c)), v128.or(is(block, a), is(block, b))));
    if (found != 0) return i + ctz(found);
    i += 16;
  }
}

/** The first byte from `i` on that belongs to no word. */
export function findWordEnd(from: i32): i32 {
  let i = from;
  while (true) {
    const outside = outsideWords(blockAt(i));
    if (outside != 0) return i + ctz(outside);
    i += 16;
  }
}

/** Whether the byte stands among those from `from` to `to`, or up to fifteen behind them. */
export function holds(from: i32, to: i32, byte: i8): bool {
  for (let i = from; i < to; i += 16)
    if (v128.any_true(i8x16.eq(blockAt(i), i8x16.splat(byte)))) return true;
  return false;
}
