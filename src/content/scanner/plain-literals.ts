import {
  ALPHANUMERIC,
  BASE64,
  BEFORE_LAST,
  CLASSES,
  EVENT,
  FINGERPRINT_BYTES,
  HIT,
  isBase64Digit,
  LABEL_SEED,
  LAST,
  type Literal,
  type LiteralEngine,
  labelHash,
  labelStep,
  labelTable,
  lower,
  MAX_ADDRESS,
  MIN_RUN,
  RUN,
  RUN_BEGINS,
  RUN_ENDS,
  SCHEME,
  type Wanted,
} from './literal.ts';
import { BUFFER_BYTES } from './literal-memory.ts';
import { placed } from './literal-tables.ts';

const NEWLINE = 10;

/** The engine as plain loops: the fallback, and the one that the other is tested against. */
export function createPlainLiterals(wanted: Wanted): LiteralEngine {
  const buffer = new Uint8Array(BUFFER_BYTES);
  const table = labelTable(wanted.labels);
  /** By the byte at which a fingerprint ends. */
  const ending: { readonly literal: Literal; readonly index: number; readonly end: number }[][] = Array.from(
    { length: 256 },
    () => [],
  );
  for (const { literal, index, at } of placed(wanted).flat()) {
    const end = at + FINGERPRINT_BYTES - 1;
    const byte = literal.text.charCodeAt(end);
    ending[byte]!.push({ literal, index, end });
    if (literal.anyCase === true && byte >= 97 && byte <= 122)
      ending[byte - 32]!.push({ literal, index, end });
  }
  let newlines = 0;
  let lastNewline = -1;
  let runEnd = 0;
  let runOpen = false;
  let events: number[] = [];

  function log(...event: readonly number[]): void {
    events.push(...event);
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
        tail.kind === 'any' || (tail.kind === 'pem' ? isPem(behind, end) : isAddress(start, behind, end))
      );
    }
    const { kind, of, min } = tail;
    const from = kind === 'assignment' ? assigned(behind, end) : behind;
    if (from < 0 || from + min > end) return false;
    for (let i = from; i < from + min; i++) if ((CLASSES[buffer[i]!]! & of) === 0) return false;
    return true;
  }

  /** Where the value begins that is assigned to the name at hand, or -1. */
  function assigned(from: number, end: number): number {
    let i = from;
    let most = Math.min(end, from + 16);
    while (i < most && isName(buffer[i]!)) i++;
    most = Math.min(end, i + 8);
    while (i < most && isAround(buffer[i]!)) i++;
    if (i >= end || (buffer[i] !== 58 && buffer[i] !== 61)) return -1;
    i++;
    most = Math.min(end, i + 16);
    while (i < most && (isAround(buffer[i]!) || buffer[i] === 62)) i++;
    return i;
  }

  /** Whether dashes follow, perhaps behind ` BLOCK`, and 40 digits of base64 soon. */
  function isPem(from: number, end: number): boolean {
    let i = buffer[from] === 32 ? from + 6 : from;
    if (i + 5 > end) return false;
    for (let n = 0; n < 5; n++) if (buffer[i + n] !== 45) return false;
    const most = Math.min(end, i + 400);
    let run = 0;
    for (i += 5; i < most; i++) {
      if ((CLASSES[buffer[i]!]! & BASE64) === 0) run = 0;
      else if (++run === 40) return true;
    }
    return false;
  }

  /** Whether what follows `://` is worth a look. */
  function isAddress(start: number, from: number, end: number): boolean {
    let hash = LABEL_SEED;
    for (let i = start - 1; i >= Math.max(0, start - 8); i--) {
      const byte = lower(buffer[i]!);
      if ((CLASSES[byte]! & ALPHANUMERIC) === 0) break;
      hash = labelStep(hash, byte);
      if ((table[labelHash(hash)]! & SCHEME) !== 0) return true;
    }
    const most = Math.min(end, from + MAX_ADDRESS);
    let colon = false;
    let host = from;
    let i = from;
    for (; i < most && !endsAuthority(buffer[i]!); i++) {
      if (buffer[i] === 58) colon = true;
      if (buffer[i] === 64) {
        if (colon) return true;
        host = i + 1;
      }
    }
    const hostEnd = i;
    if (host < hostEnd && buffer[host]! >= 48 && buffer[host]! <= 57) return true;
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

  /** Reports the run that begins at `from`, up to `limit`, unless it is too short. @returns where it ends */
  function takeRun(from: number, limit: number): number {
    const to = digitsTo(from);
    if (to - from >= MIN_RUN) {
      runOpen = to >= limit;
      const bits = RUN_BEGINS | (runOpen ? 0 : RUN_ENDS);
      log(RUN | (bits << 4), from, Math.min(to, limit), newlines, lastNewline);
    }
    return Math.min(to, limit);
  }

  function continueRun(from: number, limit: number): number {
    const to = digitsTo(from);
    runOpen = to >= limit;
    log(RUN | (runOpen ? 0 : RUN_ENDS << 4), from, Math.min(to, limit), 0, -1);
    return Math.min(to, limit);
  }

  /** The first byte from `i` on that is no digit; behind the last of all bytes is one. */
  function digitsTo(i: number): number {
    let to = i;
    while (isBase64Digit(buffer[to]!)) to++;
    return to;
  }

  return {
    buffer,
    room: BUFFER_BYTES - 32,
    reset() {
      runOpen = false;
    },
    scan(from, limit, end, onEvents) {
      newlines = 0;
      lastNewline = -1;
      events = [];
      runEnd = runOpen ? continueRun(from, limit) : 0;
      for (let at = from; at < limit; at++) {
        const byte = buffer[at]!;
        if (byte === NEWLINE) {
          newlines++;
          lastNewline = at;
        }
        if (at >= runEnd && isBase64Digit(byte)) {
          let start = at;
          while (start > runEnd && isBase64Digit(buffer[start - 1]!)) start--;
          runEnd = takeRun(start, limit);
        }
        for (const { literal, index, end: offset } of ending[byte]!) {
          const start = at - offset;
          if (start < 0 || !stands(literal, start)) continue;
          const behind = start + literal.text.length;
          if (behind <= end && hasTail(literal, start, behind, end))
            log(HIT, index, start, newlines, lastNewline);
        }
      }
      if (events.length > 0) onEvents(Int32Array.from(events), events.length / EVENT);
    },
    get newlines() {
      return newlines;
    },
    get lastNewline() {
      return lastNewline;
    },
  };
}

/** A letter or underscore. */
function isName(byte: number): boolean {
  return (lower(byte) >= 97 && lower(byte) <= 122) || byte === 95;
}

/** White space, a quote, or what escapes one. */
function isAround(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13) || byte === 34 || byte === 39 || byte === 96 || byte === 92;
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
