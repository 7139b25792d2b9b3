// Compiled by AssemblyScript to src/content/scanner/strings.wasm.ts; see .ci/wasm.mjs. Its plain twin is ../plain-strings.ts.

/** State that lives from one call to the next; the caller sets it before each and reads it after. */
export let escaped: i32 = 0;
export let hexLeft: i32 = 0;
export let hex: i32 = 0;
export let newlines: i32 = 0;
export let bytes: i32 = 0;
export let endsInNewline: i32 = 0;

const NEWLINE: i32 = 10;
const BACKSLASH: i32 = 92;
const BACKTICK: i32 = 96;

/**
 * Measures a string's decoded text, from `from` in memory up to its closing quote or `end`.
 * Returns the offset of the quote, or `end` where there is none.
 */
export function measure(from: i32, end: i32, quote: i32): i32 {
  const quotes = i8x16.splat(<i8>quote);
  const slashes = i8x16.splat(<i8>BACKSLASH);
  // Only a template holds line breaks as they are.
  const newline = quote == BACKTICK ? NEWLINE : quote;
  const newlines16 = i8x16.splat(<i8>newline);
  let at = from;
  while (at < end) {
    if (hexLeft > 0) {
      hex = hex * 16 + digit(load<u8>(at));
      at++;
      if (--hexLeft == 0) {
        // A surrogate pair is four bytes, two from each half.
        bytes += hex < 0x80 ? 1 : hex < 0x800 || (hex >= 0xd800 && hex < 0xe000) ? 2 : 3;
        count(hex == 10);
      }
      continue;
    }
    if (escaped) {
      escaped = 0;
      const byte = <i32>load<u8>(at);
      at++;
      if (byte == 117) {
        hexLeft = 4;
        hex = 0;
      } else {
        bytes++;
        count(byte == 110);
      }
      continue;
    }
    const start = at;
    let stop = -1;
    while (at + 16 <= end) {
      const block = v128.load(at);
      const mask = i8x16.bitmask(v128.or(v128.or(i8x16.eq(block, quotes), i8x16.eq(block, slashes)), i8x16.eq(block, newlines16)));
      if (mask != 0) {
        at += ctz(mask);
        stop = <i32>load<u8>(at);
        break;
      }
      at += 16;
    }
    if (stop < 0) {
      while (at < end) {
        const byte = <i32>load<u8>(at);
        if (byte == quote || byte == BACKSLASH || byte == newline) {
          stop = byte;
          break;
        }
        at++;
      }
    }
    if (at > start) {
      bytes += at - start;
      endsInNewline = 0;
    }
    if (stop < 0 || stop == quote) return at;
    at++;
    if (stop == BACKSLASH) escaped = 1;
    else {
      bytes++;
      count(true);
    }
  }
  return at;
}

function count(newline: bool): void {
  endsInNewline = newline ? 1 : 0;
  if (newline) newlines++;
}

function digit(byte: u8): i32 {
  if (byte >= 48 && byte <= 57) return <i32>byte - 48;
  const lower = <i32>byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : 0;
}
