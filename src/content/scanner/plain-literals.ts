import {
  ALPHANUMERIC,
  BASE64,
  BEFORE,
  BEFORE_LAST,
  BEFORE_LONG,
  BEFORE_PART,
  CLASSES,
  DATA_RUN,
  DOTTED,
  ESCAPE,
  ESCAPES_APART,
  EVENT,
  HIT,
  isBase64Digit,
  isFar,
  JOINED,
  JOINT_BEFORE,
  JOINT_BEHIND,
  LABEL_SEED,
  LAST,
  LEADING_RUN,
  LEAST_TAIL,
  type Literal,
  type LiteralEngine,
  LONG_RUN,
  labelHash,
  labelStep,
  labelTable,
  lower,
  MAX_ADDRESS,
  MAX_ENTITY,
  MAX_PIECE,
  MAX_SOFT,
  MIN_RUN,
  MIN_SOFT,
  NUMBER_BEFORE,
  NUMBER_GAP,
  NUMBER_RUN,
  PART_RUN,
  RUN,
  RUN_BEGINS,
  RUN_ENDS,
  SCHEME,
  SHORT_RUN,
  VALUES,
  type Wanted,
  WORD,
} from './literal.ts';
import { ADDRESSES, BUFFER_BYTES, NUMBERS, TILDES } from './literal-memory.ts';
import { type Placed, placed } from './literal-tables.ts';

const NEWLINE = 10;
const COLON = 58;
const TILDE = 126;
const DASH = 45;
const CONCAT = '.concat(';

/** The engine as plain loops: the fallback, and the one that the other is tested against. */
export function createPlainLiterals(wanted: Wanted): LiteralEngine {
  const buffer = new Uint8Array(BUFFER_BYTES);
  const table = labelTable(wanted.labels);
  const groups = placed(wanted);
  /** By the byte at which a fingerprint begins. */
  const beginning: Placed[][] = Array.from({ length: 256 }, () => []);
  for (const member of groups.slice(0, ADDRESSES).flat()) {
    const { literal, at } = member;
    const byte = literal.text.charCodeAt(at);
    beginning[byte]!.push(member);
    if (literal.anyCase === true && byte >= 97 && byte <= 122) beginning[byte - 32]!.push(member);
  }
  /** Offsets up to which near and far literals were looked for, and where the scan before ended. */
  let done = 0;
  let farDone = 0;
  let limitBefore = 0;
  let runEnd = 0;
  let runOpen = false;
  /** Offset up to which literals are looked for in the run at hand. */
  let dataFrom = 0;
  /** Offset up to which no escape is told any more. */
  let escapeDone = 0;
  let events: number[] = [];

  function log(what: number, a: number, b: number, at: number): void {
    const { newlines, last } = newlinesTo(at);
    events.push(what, a, b, newlines, last);
  }

  function newlinesTo(to: number): { readonly newlines: number; readonly last: number } {
    let newlines = 0;
    for (let i = 0; i < to; i++) if (buffer[i] === NEWLINE) newlines++;
    return { newlines, last: to === 0 ? -1 : buffer.subarray(0, to).lastIndexOf(NEWLINE) };
  }

  function findNear(from: number, digitsEnd: number, end: number): void {
    const to = Math.min(runEnd, dataFrom, digitsEnd - LEAST_TAIL + 1);
    find(Math.max(done, from), to, end, false);
    done = Math.max(done, to);
  }

  /** Reports the literals, near or far ones, whose fingerprint begins in `[from, to)`. */
  function find(from: number, to: number, end: number, far: boolean): void {
    for (let i = from; i < to; i++) {
      for (const member of beginning[buffer[i]!]!)
        if (isFar(member.literal.tail) === far) check(member, i, end);
    }
  }

  function check({ literal, index, at }: Placed, i: number, end: number): void {
    const start = i - at;
    if (start < 0 || !stands(literal, start)) return;
    const behind = start + literal.text.length;
    if (behind <= end && hasTail(literal, start, behind, end)) log(HIT, index, start, start);
  }

  function stands({ text, anyCase }: Literal, start: number): boolean {
    for (let i = 0; i < text.length; i++) {
      const byte = buffer[start + i]!;
      if ((anyCase === true ? lower(byte) : byte) !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  function hasTail({ tail }: Literal, start: number, behind: number, end: number): boolean {
    if (!('min' in tail)) {
      return (
        tail.kind === 'any' ||
        tail.kind === 'number' ||
        tail.kind === 'beside' ||
        (tail.kind === 'pem' ? isPem(behind, end) : isAddress(start, behind, end))
      );
    }
    const { kind, of, min } = tail;
    const from = kind === 'assignment' ? assigned(behind, end) : behind;
    if (from < 0) return false;
    const most = Math.min(end, from + JOINED);
    const fits = (i: number) => (CLASSES[buffer[i]!]! & of) !== 0;
    for (let i = from, left = min; left > 0; left--, i++) {
      if (i < most && !fits(i)) i = joined(i, most);
      if (i < 0 || i >= most || !fits(i)) return false;
    }
    return true;
  }

  /** Where a string goes on that ends here and is joined to another one, or that goes on in the next line; or -1. */
  function joined(from: number, end: number): number {
    if (buffer[from] === 92 && buffer[from + 1]! <= 13) {
      const newline = buffer[from + 1] === 13 ? from + 2 : from + 1;
      return buffer[newline] === NEWLINE ? blanksTo(newline, end) : -1;
    }
    const quoted = behindQuote(from);
    if (quoted < 0) return -1;
    let i = blanksTo(quoted, end);
    const byte = buffer[i];
    if (byte === 43 || byte === 44) i = blanksTo(i + 1, end);
    else if (byte === 46) i = blanksTo(isConcat(i) ? i + CONCAT.length : i + 1, end);
    else if (i === quoted) return -1;
    i = i < end ? behindQuote(i) : -1;
    return i <= end ? i : -1;
  }

  /** Behind a quote that stands here, as it is or in a string; or -1. */
  function behindQuote(at: number): number {
    const i = buffer[at] === 92 ? at + 1 : at;
    return isQuote(buffer[i]!) ? i + 1 : -1;
  }

  function isConcat(at: number): boolean {
    for (let i = 0; i < CONCAT.length; i++) if (buffer[at + i] !== CONCAT.charCodeAt(i)) return false;
    return true;
  }

  function blanksTo(from: number, end: number): number {
    let i = from;
    while (i < end && isBlank(buffer[i]!)) i++;
    return i;
  }

  /** Where the value begins that is assigned to the name at hand, or -1. */
  function assigned(from: number, end: number): number {
    let i = from;
    const most = Math.min(end, from + 16);
    while (i < most && isName(buffer[i]!)) i++;
    i = aroundTo(i, Math.min(end, i + 8));
    if (i >= end || (buffer[i] !== 58 && buffer[i] !== 61)) return -1;
    i++;
    // `=>`, `:=` of Go, `:-` of shells.
    if (buffer[i] === 62 || (buffer[i - 1] === COLON && (buffer[i] === 61 || buffer[i] === DASH))) i++;
    return aroundTo(i, Math.min(end, i + 16));
  }

  /** Behind the white space and quotes that begin at `from`, also as HTML and XML have them. */
  function aroundTo(from: number, end: number): number {
    let i = from;
    while (i < end) {
      if (isAround(buffer[i]!)) i++;
      else if (buffer[i] === 38) {
        let to = i + 2;
        while (to < i + MAX_ENTITY && buffer[to] !== 59) to++;
        if (buffer[to] !== 59) return i;
        i = to + 1;
      } else return i;
    }
    return i;
  }

  /** Whether dashes follow, perhaps behind ` BLOCK`, and a long run of base64 soon. */
  function isPem(from: number, end: number): boolean {
    let i = buffer[from] === 32 ? from + 6 : from;
    if (i + 5 > end) return false;
    for (let n = 0; n < 5; n++) if (buffer[i + n] !== 45) return false;
    const most = Math.min(end, i + 220);
    let run = 0;
    for (i += 5; i < most; i++) {
      if (isBase64Digit(buffer[i]!)) {
        if (++run === LONG_RUN) return true;
      } else if (buffer[i] !== 92) run = 0;
    }
    return false;
  }

  /** Whether what follows `://` is worth a look. */
  function isAddress(start: number, from: number, end: number): boolean {
    let hash = LABEL_SEED;
    // Java escapes the colon in properties.
    for (let i = buffer[start - 1] === 92 ? start - 2 : start - 1; i >= Math.max(0, start - 8); i--) {
      const byte = lower(buffer[i]!);
      if ((CLASSES[byte]! & ALPHANUMERIC) === 0) break;
      hash = labelStep(hash, byte);
      if ((table[labelHash(hash)]! & SCHEME) !== 0) return true;
    }
    const most = Math.min(end, from + MAX_ADDRESS);
    let colon = false;
    let host = from;
    let i = from;
    for (; i < most; i++) {
      // Java escapes the one before a password as well.
      if (endsAuthority(buffer[i]!) && !(buffer[i] === 92 && buffer[i + 1] === COLON)) break;
      if (buffer[i] === COLON) colon = true;
      if (buffer[i] === 64) {
        if (colon) return true;
        host = i + 1;
      }
    }
    const hostEnd = i;
    if (host < hostEnd && buffer[host]! >= 48 && buffer[host]! <= 57) return true;
    // Addresses that are private, of the longer kind: `[fd…]`, `[fe80…]`.
    if (buffer[host] === 91 && lower(buffer[host + 1]!) === 102) return true;
    let before = LABEL_SEED;
    hash = LABEL_SEED;
    for (i = host; i < hostEnd; i++) {
      const byte = lower(buffer[i]!);
      if (byte === 46) {
        before = hash;
        hash = LABEL_SEED;
      } else if ((CLASSES[byte]! & ALPHANUMERIC) !== 0 || byte === 45 || byte === 95)
        hash = labelStep(hash, byte);
      else break;
    }
    return (table[labelHash(hash)]! & LAST) !== 0 || (table[labelHash(before)]! & BEFORE_LAST) !== 0;
  }

  /** Takes the run of decimals and dashes that begins at `from`, if it is the number of what is named before it. */
  function takeNumber(from: number, end: number): void {
    for (let i = from - 1; i < from + NUMBER_RUN; i++) if (isNumeric(buffer[i]) !== i >= from) return;
    let i = from;
    for (let group = 0; group < 3; group++) {
      if (group > 0 && buffer[i] === DASH) i++;
      for (const to = i + 4; i < to; i++) if (!isDecimal(buffer[i]!)) return;
    }
    if ((CLASSES[buffer[i]!]! & WORD) !== 0) return;
    i = aroundBefore(from);
    if (i > 1 && buffer[i - 1] === 62 && buffer[i - 2] === 61) i -= 2;
    else if (i > 0 && (buffer[i - 1] === COLON || buffer[i - 1] === 61)) i--;
    else return;
    i = aroundBefore(i);
    if (i > 1 && lower(buffer[i - 1]!) === 100 && lower(buffer[i - 2]!) === 105) i -= 2;
    if (i > 0 && buffer[i - 1] === 95) i--;
    for (const member of groups[NUMBERS]!) check(member, i, end);
  }

  /** Where the white space and quotes begin that end before `to`. */
  function aroundBefore(to: number): number {
    let i = to;
    while (i > Math.max(0, to - NUMBER_GAP) && isAround(buffer[i - 1]!)) i--;
    return i;
  }

  /** Takes the run that begins at `from`. */
  function takeRun(from: number, limit: number, end: number): void {
    const to = digitsTo(from);
    const length = to - from;
    runEnd = Math.min(to, limit);
    if (length < LEADING_RUN) return;
    const before = from === 0 ? NEWLINE : buffer[from - 1]!;
    // A value or a line stands by itself; what goes on behind a dot or a slash is a path.
    if (length >= LONG_RUN && (isAround(before) || isSign(before))) {
      find(Math.max(farDone, from - BEFORE_LONG), from, end, true);
      farDone = Math.max(farDone, from);
    }
    dataFrom = from + DATA_RUN;
    const isPart = length >= PART_RUN && (before === 46 || before === 59);
    findNear(from - (isPart ? BEFORE_PART : BEFORE), to, end);
    if (length < MIN_RUN) return;
    if (length < SHORT_RUN && !holdsText(isEscaped(from) ? from + 1 : from, to) && !holdsHex(from)) return;
    runOpen = to >= limit;
    log(RUN | (RUN_BEGINS << 4) | (runOpen ? 0 : RUN_ENDS << 4), from, runEnd, from);
  }

  function continueRun(from: number, limit: number, end: number): void {
    const to = digitsTo(from);
    runEnd = Math.min(to, limit);
    runOpen = to >= limit;
    findNear(from, to, end);
    log(RUN | (runOpen ? 0 : RUN_ENDS << 4), from, runEnd, from);
  }

  /** The first byte from `i` on that is no digit; behind the last of all bytes is one. */
  function digitsTo(i: number): number {
    let to = i;
    while (isBase64Digit(buffer[to]!)) to++;
    return to;
  }

  /** Whether the first digit is the letter of an escape. */
  function isEscaped(from: number): boolean {
    const byte = buffer[from];
    return buffer[from - 1] === 92 && (byte === 110 || byte === 114 || byte === 116);
  }

  /** Whether what stands here is another way to write what a secret or an address is made of, or to go on with it. */
  function isEscape(i: number, byte: number, end: number): boolean {
    const next = buffer[i + 1]!;
    if (byte === 92) {
      if (next === 120) return isNumber(i + 2);
      if (next === 117) return buffer[i + 2] === 48 && buffer[i + 3] === 48 && isNumber(i + 4);
      if (next === DASH || next === 47 || next === 95) return isWithin(i);
      if (next !== NEWLINE && next !== 13) return false;
      return (
        i > 0 && isPiece(buffer[i - 1]!) && isPiece(buffer[blanksTo(i + 1, Math.min(end, i + JOINT_BEHIND))]!)
      );
    }
    if (byte === 37) return isNumber(i + 1);
    if (byte === 61) return (next === NEWLINE || (next === 13 && buffer[i + 2] === NEWLINE)) && isSoft(i);
    if (byte === 38) return next === 35 && isEntity(i + 2);
    return (byte === 34 || byte === 39) && isJoint(i, end);
  }

  /** Whether two hexadecimal digits are the number of a character that matters; `%` may begin another. */
  function isNumber(at: number): boolean {
    const value = (hex(buffer[at]!) << 4) | hex(buffer[at + 1]!);
    return value >= 0 && value < 128 && (isPiece(value) || value === 37);
  }

  /** Whether a line that ends here is as long as those of mail are made. */
  function isSoft(i: number): boolean {
    let from = i;
    while (from > Math.max(0, i - MAX_SOFT - 1) && buffer[from - 1] !== NEWLINE) from--;
    return i - from >= MIN_SOFT && i - from <= MAX_SOFT;
  }

  /** Whether the number of a character that matters stands here as HTML has them. */
  function isEntity(at: number): boolean {
    if ((buffer[at]! | 32) === 120) return buffer[at + 3] === 59 && isNumber(at + 1);
    let value = 0;
    for (let i = at; i < at + 4; i++) {
      const byte = buffer[i]!;
      if (byte === 59) return value >= 32 && value < 128 && isPiece(value);
      if (!isDecimal(byte)) return false;
      value = value * 10 + byte - 48;
    }
    return false;
  }

  /** Whether three letters or digits stand before a sign that is escaped, and three behind it. */
  function isWithin(i: number): boolean {
    if (i < 3) return false;
    for (let n = 1; n <= 3; n++)
      if ((CLASSES[buffer[i - n]!]! & CLASSES[buffer[i + 1 + n]!]! & ALPHANUMERIC) === 0) return false;
    return true;
  }

  /** Whether the string that ends here, of one piece, goes on with another; right behind it stand neither a tab nor a form feed. */
  function isJoint(quote: number, end: number): boolean {
    if (buffer[quote + 1] === 9 || buffer[quote + 1] === 12) return false;
    let i = blanksTo(quote + 1, Math.min(end, quote + 1 + JOINT_BEFORE));
    if (buffer[i] === 43) i++;
    else if (buffer[i] === 46) i += isConcat(i) ? CONCAT.length : 1;
    else return false;
    i = blanksTo(i, Math.min(end, i + JOINT_BEHIND));
    if (!isQuote(buffer[i]!) || !isPiece(buffer[i + 1]!)) return false;
    for (i = quote - 1; i >= Math.max(0, quote - MAX_PIECE); i--) {
      const byte = buffer[i]!;
      if (isQuote(byte)) return quote - i > 2;
      if (!isPiece(byte)) return false;
    }
    return false;
  }

  /** Whether twelve hexadecimal numbers of characters in a row begin here, perhaps behind `0x`. */
  function holdsHex(at: number): boolean {
    const from = buffer[at] === 48 && buffer[at + 1] === 120 ? at + 2 : at;
    for (let i = from; i < from + 24; i += 2) {
      const value = (hex(buffer[i]!) << 4) | hex(buffer[i + 1]!);
      if (value < 32 || value > 126) return false;
    }
    return true;
  }

  /** Whether four groups of digits in a row decode to ASCII: the upper bit of each of their three bytes is 0. */
  function holdsText(from: number, to: number): boolean {
    let inARow = 0;
    for (let i = from; i + 4 <= to; i += 4) {
      const [first, second, third] = [VALUES[buffer[i]!]!, VALUES[buffer[i + 1]!]!, VALUES[buffer[i + 2]!]!];
      inARow = ((first & 32) | (second & 8) | (third & 2)) === 0 ? inARow + 1 : 0;
      if (inARow === 4) return true;
    }
    return false;
  }

  return {
    buffer,
    room: BUFFER_BYTES - 64,
    reset() {
      done = 0;
      farDone = 0;
      escapeDone = 0;
      limitBefore = 0;
      runOpen = false;
    },
    scan(from, limit, end, onEvents) {
      done = Math.max(0, done - limitBefore + from);
      farDone = Math.max(0, farDone - limitBefore + from);
      dataFrom = Math.max(0, dataFrom - limitBefore + from);
      escapeDone = Math.max(0, escapeDone - limitBefore + from);
      limitBefore = limit;
      events = [];
      runEnd = 0;
      if (runOpen) continueRun(from, limit, end);
      for (let at = from; at < limit; at++) {
        if (at >= runEnd && isBase64Digit(buffer[at]!)) {
          let start = at;
          while (start > runEnd && isBase64Digit(buffer[start - 1]!)) start--;
          takeRun(start, limit, end);
        }
        if (buffer[at] === COLON && buffer[at + 2] === 47)
          for (const member of groups[ADDRESSES]!) check(member, at, end);
        if (buffer[at] === TILDE) for (const member of groups[TILDES]!) check(member, at, end);
        if (at >= escapeDone && isEscape(at, buffer[at]!, end)) {
          escapeDone = at + ESCAPES_APART;
          log(ESCAPE, at, 0, at);
        }
      }
      for (let at = Math.max(0, from - NUMBER_BEFORE); at < limit - NUMBER_BEFORE; at++)
        if (isNumeric(buffer[at])) takeNumber(at, end);
      if (events.length > 0) onEvents(Int32Array.from(events), events.length / EVENT);
    },
    newlinesTo,
  };
}

/** The value of a hexadecimal digit, or a number below 0. */
function hex(byte: number): number {
  if (isDecimal(byte)) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -256;
}

/** Letters, digits, and what stands between them in secrets and addresses. */
function isPiece(byte: number): boolean {
  return (
    (CLASSES[byte]! & (DOTTED | BASE64)) !== 0 || byte === COLON || byte === 64 || byte === 38 || byte === 63
  );
}

function isDecimal(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** A decimal, or one of `+`, `-` and `/`, which the other engine has in one class. */
function isNumeric(byte: number | undefined): boolean {
  return byte !== undefined && (isDecimal(byte) || byte === 43 || byte === DASH || byte === 47);
}

/** A letter or underscore. */
function isName(byte: number): boolean {
  return (lower(byte) >= 97 && lower(byte) <= 122) || byte === 95;
}

function isQuote(byte: number): boolean {
  return byte === 34 || byte === 39 || byte === 96;
}

function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

/** `:`, `;`, `=` or `>`. */
function isSign(byte: number): boolean {
  return byte >= 58 && byte <= 62 && byte !== 60;
}

/** White space, a quote, or what escapes one. */
function isAround(byte: number): boolean {
  return isBlank(byte) || isQuote(byte) || byte === 92;
}

/** White space, a quote, a slash, an angle bracket, a backslash or a brace. */
function endsAuthority(byte: number): boolean {
  return (
    byte <= 32 ||
    byte === 34 ||
    byte === 39 ||
    byte === 47 ||
    byte === 60 ||
    byte === 62 ||
    byte === 92 ||
    byte === 96 ||
    byte === 123
  );
}
