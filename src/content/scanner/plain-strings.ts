import type { StringMeasure } from './measure.ts';

const NEWLINE = 10;
const BACKSLASH = 92;
const BACKTICK = 96;

/** The measure as a plain loop: the fallback, and the one that the other is tested against. */
export function createPlainMeasure(): StringMeasure {
  /** A backslash was the last byte. */
  let escaped = false;
  /** Hex digits of a \u escape still to come, and their value. */
  let hexLeft = 0;
  let hex = 0;
  let newlines = 0;
  let bytes = 0;
  let endsInNewline = false;

  function count(newline: boolean): void {
    endsInNewline = newline;
    if (newline) newlines++;
  }

  return {
    begin() {
      escaped = false;
      hexLeft = 0;
      newlines = 0;
      bytes = 0;
      endsInNewline = false;
    },
    arrive() {},
    take(view, from, quote) {
      const length = view.length;
      // Only a template holds line breaks as they are.
      const newline = quote === BACKTICK ? NEWLINE : quote;
      let at = from;
      while (at < length) {
        if (hexLeft > 0) {
          hex = hex * 16 + digit(view[at]!);
          at++;
          if (--hexLeft === 0) {
            // A surrogate pair is four bytes, two from each half.
            bytes += hex < 0x80 ? 1 : hex < 0x800 || (hex >= 0xd800 && hex < 0xe000) ? 2 : 3;
            count(hex === 10);
          }
          continue;
        }
        if (escaped) {
          escaped = false;
          const byte = view[at]!;
          at++;
          if (byte === 117) {
            hexLeft = 4;
            hex = 0;
          } else {
            bytes++;
            count(byte === 110);
          }
          continue;
        }
        const start = at;
        let byte = 0;
        while (at < length) {
          byte = view[at]!;
          if (byte === quote || byte === BACKSLASH || byte === newline) break;
          at++;
        }
        if (at > start) {
          bytes += at - start;
          endsInNewline = false;
        }
        if (at === length || byte === quote) return at;
        at++;
        if (byte === BACKSLASH) escaped = true;
        else {
          bytes++;
          count(true);
        }
      }
      return at;
    },
    text: () => ({ lines: newlines + (bytes > 0 && !endsInNewline ? 1 : 0), bytes }),
  };
}

function digit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : 0;
}
