/** Takes the text out of a string or attribute, as its bytes pass by. */
export interface Unescaper {
  /**
   * @returns the text in the view, how many bytes of the view belong to the string, and whether what closes it was
   *   among them
   */
  take(view: Buffer): { readonly text: Buffer; readonly taken: number; readonly closed: boolean };
  /** How many bytes of the last view were read when so many bytes of its text were there. */
  origin(length: number): number;
}

const BACKSLASH = 92;
const AMPERSAND = 38;
const PERCENT = 37;
const PLAIN: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12, 118: 11 };
/** Bytes of one escape that are kept; the longest is `\u{10FFFF}`. */
const MAX_ESCAPE = 12;

/**
 * Undoes one level of escaping in a string of a script.
 *
 * @param quote the byte that closes the string; 0 where that is not known, and then nothing does
 */
export function createUnescaper(quote: number): Unescaper {
  return createDecoder(BACKSLASH, quote, (sequence) => {
    const first = sequence[1];
    if (first === undefined) return undefined;
    if (first === 'x') return sequence.length < 4 ? undefined : codeUnit(sequence.slice(2));
    if (first !== 'u') return PLAIN[first.charCodeAt(0)] ?? first.charCodeAt(0);
    if (sequence[2] === '{') return sequence.endsWith('}') ? codeUnit(sequence.slice(3, -1)) : undefined;
    return sequence.length < 6 ? undefined : codeUnit(sequence.slice(2));
  });
}

const ENTITIES: Readonly<Record<string, number>> = { quot: 34, amp: 38, apos: 39, lt: 60, gt: 62 };

/** Undoes the escaping of text in HTML, as far as JSON in an attribute needs it. */
export function createEntityDecoder(): Unescaper {
  return createDecoder(AMPERSAND, 0, (sequence) => {
    if (!sequence.endsWith(';')) return undefined;
    const name = sequence.slice(1, -1);
    if (name.startsWith('#x') || name.startsWith('#X')) return codeUnit(name.slice(2));
    return name.startsWith('#') ? codeUnit(name.slice(1), 10) : ENTITIES[name];
  });
}

/** Undoes the escaping of a URL: each escape is one byte. RFC 3986, 2.1. */
export function createPercentDecoder(): Unescaper {
  return createDecoder(
    PERCENT,
    0,
    (sequence) => (sequence.length < 3 ? undefined : Number.parseInt(sequence.slice(1), 16)),
    true,
  );
}

function codeUnit(digits: string, radix = 16): number {
  const value = Number.parseInt(digits, radix);
  return value < 0 || value > 0x10ffff ? 0xfffd : value;
}

/** White space and a plus sign between two strings that are put together, in bytes at most. */
const MAX_JOINT = 96;
const PLUS = 43;

/**
 * @param closedBy the byte that closes the string, unless another string is put to it: then it goes on in that
 * @param read gives what an escape stands for; undefined as long as it may go on
 * @param bytes whether that is a byte, and not a character
 */
function createDecoder(
  begin: number,
  closedBy: number,
  read: (sequence: string) => number | undefined,
  bytes = false,
): Unescaper {
  /** The escape at hand. */
  let sequence = '';
  /** The first half of a surrogate pair, of which each half is an escape of its own. */
  let high = 0;
  /** For each byte of the last text how many bytes had been read. */
  let origins = new Uint32Array(0);
  let taken = 0;
  let made = 0;
  let quote = closedBy;
  /** Bytes behind a quote that closes the string, if no other is put to it; -1 inside. */
  let behind = -1;
  let joined = false;

  return {
    origin: (length) => (length === 0 ? 0 : length >= made ? taken : origins[length - 1]!),
    take(view) {
      const text = Buffer.allocUnsafe(view.length + MAX_ESCAPE);
      if (origins.length < text.length) origins = new Uint32Array(text.length);
      let length = 0;
      let filled = 0;
      const ends = (read: number, closed: boolean) => {
        origins.fill(read, filled, length);
        taken = read;
        made = length;
        return { text: text.subarray(0, length), taken: read, closed };
      };
      const write = (value: number) => {
        if (bytes) {
          text[length++] = value;
          return;
        }
        const pair = high !== 0 && value >= 0xdc00 && value < 0xe000;
        const point = pair ? 0x10000 + (high - 0xd800) * 0x400 + (value - 0xdc00) : value;
        high = !pair && value >= 0xd800 && value < 0xdc00 ? value : 0;
        if (high !== 0) return;
        if (point < 0x80) text[length++] = point;
        else length += text.write(String.fromCodePoint(point), length, 'utf8');
      };
      for (let i = 0; i < view.length; i++) {
        const byte = view[i]!;
        if (behind >= 0) {
          behind++;
          if (joined && (byte === 34 || byte === 39 || byte === 96)) {
            quote = byte;
            behind = -1;
          } else if (!joined && byte === PLUS) joined = true;
          else if (byte > 32 || behind > MAX_JOINT) return ends(Math.max(0, i - behind), true);
          continue;
        }
        while (filled < length) origins[filled++] = i;
        if (sequence !== '') {
          sequence += String.fromCharCode(byte);
          const value = read(sequence);
          if (value !== undefined) write(Number.isNaN(value) ? byte : value);
          if (value !== undefined || sequence.length >= MAX_ESCAPE) sequence = '';
        } else if (byte === begin) sequence = String.fromCharCode(byte);
        else if (byte === quote) {
          behind = 0;
          joined = false;
        } else text[length++] = byte;
      }
      return ends(view.length, false);
    },
  };
}

/** One level of escaping after the other, the outermost first. */
export function chainUnescapers(levels: readonly Unescaper[]): Unescaper {
  return {
    origin: (length) => levels.reduceRight((left, level) => level.origin(left), length),
    take(view) {
      let text = view;
      let taken = view.length;
      let closed = false;
      for (const [level, unescaper] of levels.entries()) {
        const result = unescaper.take(text);
        text = result.text;
        closed ||= result.closed;
        if (level === 0) taken = result.taken;
      }
      return { text, taken, closed };
    },
  };
}
