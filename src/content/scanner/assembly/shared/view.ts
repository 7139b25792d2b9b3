// The bytes at hand, and what is told of the file at its end.
import { FACTS_AT, VIEW_AT } from '../../memory.ts';

// Where the view lies is part of the instruction: the sum would take one of its own.
// @ts-ignore: decorator
@inline export function byteAt(i: i32): i32 {
  return <i32>load<u8>(i, VIEW_AT);
}

/** The byte before byte `i`, which may be the last one of the view before. */
// @ts-ignore: decorator
@inline export function byteBefore(i: i32): i32 {
  return <i32>load<u8>(i, VIEW_AT - 1);
}

// @ts-ignore: decorator
@inline export function byteBehind(i: i32): i32 {
  return <i32>load<u8>(i, VIEW_AT + 1);
}

// @ts-ignore: decorator
@inline export function blockAt(i: i32): v128 {
  return v128.load(i, VIEW_AT);
}

// @ts-ignore: decorator
@inline export function isBreak(byte: i32): bool {
  return byte == 10 || byte == 13;
}

/** Lets `byteBefore(0)` be the last byte of the view before. */
// @ts-ignore: decorator
@inline export function endView(lastByte: i32): void {
  store<u8>(VIEW_AT - 1, <u8>lastByte);
}

/** Sets a line break behind the `n` bytes of the view, at which every search ends at the latest. */
// @ts-ignore: decorator
@inline export function guardView(n: i32): void {
  store<u8>(VIEW_AT + n, 10);
}

// @ts-ignore: decorator
@inline export function fact(index: i32, value: i64): void {
  store<i64>(FACTS_AT + index * 8, value);
}
