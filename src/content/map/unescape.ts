/** Takes the text out of a string of a script, as its bytes pass by. */
export interface Unescaper {
  /**
   * @returns the text in the view, how many bytes of the view belong to the string, and whether its closing quote was among them
   */
  take(view: Buffer): { readonly text: Buffer; readonly taken: number; readonly closed: boolean };
}

const BACKSLASH = 92;
const PLAIN: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };

/**
 * Undoes one level of escaping. Escapes by number (`\x22`, `\u0022`) keep their digits: JSON that is meant to be parsed
 * has its quotes and backslashes escaped and nothing else.
 *
 * @param quote the byte that closes the string
 */
export function createUnescaper(quote: number): Unescaper {
  let escaped = false;
  return {
    take(view) {
      const text = Buffer.allocUnsafe(view.length);
      let length = 0;
      for (let i = 0; i < view.length; i++) {
        const byte = view[i]!;
        if (escaped) {
          escaped = false;
          text[length++] = PLAIN[byte] ?? byte;
        } else if (byte === BACKSLASH) escaped = true;
        else if (byte === quote) return { text: text.subarray(0, length), taken: i, closed: true };
        else text[length++] = byte;
      }
      return { text: text.subarray(0, length), taken: view.length, closed: false };
    },
  };
}
