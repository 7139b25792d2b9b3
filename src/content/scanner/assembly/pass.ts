// Compiled by AssemblyScript to src/content/scanner/pass.wasm.ts; see .ci/wasm.mjs. Its plain twin is ../plain-pass.ts.
import { PASS_NAMES_AT } from '../pass-memory.ts';

const QUOTE: i32 = 34;
const BACKSLASH: i32 = 92;

/** Containers that are open where `container` stopped. */
export let depth: i32 = 0;

/** See `JsonPasser.members`: offsets in memory, up to fifteen bytes behind `end` are read. */
export function members(from: i32, end: i32): i32 {
  let done = from;
  while (true) {
    let at = blanks(done, end);
    if (at >= end || load<u8>(at) != QUOTE) return done;
    const key = at + 1;
    at = quoteOrSlash(key, end);
    if (at >= end || load<u8>(at) != QUOTE) return done;
    const length = at - key;
    if (length < 32 && ((load<u32>(PASS_NAMES_AT + ((<i32>load<u8>(key)) << 2)) >> length) & 1) == 1) return done;
    at = blanks(at + 1, end);
    if (at >= end || load<u8>(at) != 58) return done;
    at = blanks(at + 1, end);
    if (at >= end) return done;
    const byte = <i32>load<u8>(at);
    if (byte == QUOTE) {
      at = closing(at + 1, end);
    } else if (isScalarStart(byte)) {
      at++;
      while (at < end && isScalarByte(<i32>load<u8>(at))) at++;
    } else return done;
    at = blanks(at, end);
    if (at >= end || load<u8>(at) != 44) return done;
    done = at + 1;
  }
}

/** See `JsonPasser.container`. */
export function container(from: i32, end: i32, open: i32): i32 {
  depth = open;
  for (let at = from; at < end; ) {
    const block = v128.load(at);
    // Both brackets and braces differ from each other by one bit: 0x20.
    const folded = v128.and(block, i8x16.splat(<i8>0xdf));
    const found = i8x16.bitmask(
      v128.or(v128.or(is(folded, 0x5b), is(folded, 0x5d)), is(block, QUOTE)),
    );
    if (found == 0) {
      at += 16;
      continue;
    }
    at += ctz(found);
    if (at >= end) break;
    const byte = <i32>load<u8>(at);
    if (byte == QUOTE) {
      const next = closing(at + 1, end);
      if (next > end) return at;
      at = next;
      continue;
    }
    at++;
    if (byte == 123 || byte == 91) depth++;
    else if (--depth == 0) return at;
  }
  return end;
}

/** Behind the quote that closes a string, or behind `end` where there is none. */
function closing(from: i32, end: i32): i32 {
  let at = from;
  while (true) {
    at = quoteOrSlash(at, end);
    if (at >= end) return end + 1;
    if (load<u8>(at) == QUOTE) return at + 1;
    at += 2;
  }
}

function quoteOrSlash(from: i32, end: i32): i32 {
  for (let at = from; at < end; at += 16) {
    const block = v128.load(at);
    const found = i8x16.bitmask(v128.or(is(block, QUOTE), is(block, BACKSLASH)));
    if (found != 0) return at + ctz(found);
  }
  return end;
}

// @ts-ignore: decorator
@inline function blanks(from: i32, end: i32): i32 {
  let at = from;
  while (at < end) {
    const byte = <i32>load<u8>(at);
    if (byte != 32 && byte != 10 && byte != 13 && byte != 9) break;
    at++;
  }
  return at;
}

// @ts-ignore: decorator
@inline function isScalarStart(byte: i32): bool {
  return (byte >= 48 && byte <= 57) || byte == 45 || byte == 116 || byte == 102 || byte == 110;
}

// @ts-ignore: decorator
@inline function isScalarByte(byte: i32): bool {
  return (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122) || byte == 43 || byte == 45 || byte == 46 || byte == 69;
}

// @ts-ignore: decorator
@inline function is(block: v128, byte: i32): v128 {
  return i8x16.eq(block, i8x16.splat(<i8>byte));
}
