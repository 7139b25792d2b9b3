const BACKSLASH = 92;
const SIMPLE: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 118: 11, 102: 12, 48: 0 };
const NOTHING = Buffer.alloc(0);
/** The value of a digit; 255 for what is none. */
const HEX = new Uint8Array(256).fill(255);
for (let digit = 0; digit < 16; digit++) {
  HEX[digit.toString(16).charCodeAt(0)] = digit;
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}
/** The longest escape: `\u{10FFFF}`. */
const LONGEST = 10;

/** Turns what stands between the quotes of a script into the text it means, in UTF-8, cut anywhere. */
export class Unescape {
  /** An escape that a cut went through. */
  #cut: Buffer = NOTHING;

  push(view: Buffer): Buffer {
    let raw = view;
    if (this.#cut.length > 0) {
      raw = Buffer.concat([this.#cut, view]);
      this.#cut = NOTHING;
    }
    let at = raw.indexOf(BACKSLASH);
    if (at === -1) return raw;
    const n = raw.length;
    // No escape is shorter than what it stands for.
    const out = Buffer.allocUnsafe(n);
    let length = raw.copy(out, 0, 0, at);
    while (at < n) {
      const byte = raw[at] as number;
      if (byte !== BACKSLASH) {
        out[length++] = byte;
        at++;
        continue;
      }
      const end = escapeEnd(raw, at);
      if (end > n && n - at < LONGEST) {
        this.#cut = Buffer.from(raw.subarray(at));
        break;
      }
      length = unescaped(raw, at, Math.min(end, n), out, length);
      at = Math.min(end, n);
    }
    return out.subarray(0, length);
  }
}

/** Where the escape at `at` ends; behind the bytes at hand where they do not tell. */
function escapeEnd(raw: Buffer, at: number): number {
  const kind = raw[at + 1];
  if (kind === 120) return at + 4;
  if (kind === 13) return raw[at + 2] === undefined ? at + 3 : at + (raw[at + 2] === 10 ? 3 : 2);
  if (kind !== 117) return at + 2;
  if (raw[at + 2] === undefined) return at + 3;
  if (raw[at + 2] !== 123) return at + 6;
  const close = raw.subarray(at, at + LONGEST).indexOf(125);
  return close === -1 ? at + LONGEST : at + close + 1;
}

/** Writes what the escape `raw[at..end)` stands for; gives the new length. */
function unescaped(raw: Buffer, at: number, end: number, out: Buffer, length: number): number {
  const kind = raw[at + 1] as number;
  // Behind a backslash a line break is nothing to an engine; to a reader it is the end of a line.
  if (kind === 13) {
    out[length] = 10;
    return length + 1;
  }
  if (kind === 120 || kind === 117) {
    let code = 0;
    for (let i = at + 2; i < end; i++) {
      const digit = HEX[raw[i] as number] as number;
      if (digit < 16) code = code * 16 + digit;
    }
    return writeCharacter(code, out, length);
  }
  if (kind === undefined) return length;
  out[length] = Object.hasOwn(SIMPLE, kind) ? (SIMPLE[kind] as number) : kind;
  return length + 1;
}

/** In UTF-8; halves of a surrogate pair stay two, which is as good for what reads them. */
function writeCharacter(code: number, out: Buffer, at: number): number {
  if (code < 0x80) {
    out[at] = code;
    return at + 1;
  }
  if (code < 0x800) {
    out[at] = 0xc0 | (code >> 6);
    out[at + 1] = 0x80 | (code & 63);
    return at + 2;
  }
  if (code < 0x10000) {
    out[at] = 0xe0 | (code >> 12);
    out[at + 1] = 0x80 | ((code >> 6) & 63);
    out[at + 2] = 0x80 | (code & 63);
    return at + 3;
  }
  out[at] = 0xf0 | ((code >> 18) & 7);
  out[at + 1] = 0x80 | ((code >> 12) & 63);
  out[at + 2] = 0x80 | ((code >> 6) & 63);
  out[at + 3] = 0x80 | (code & 63);
  return at + 4;
}

const PERCENT = 37;

/** Turns what stands between the quotes of a script into the text that an address of it means, as `Unescape` does, and reads `%0A` as well. */
export class Unpercent {
  readonly #unescape = new Unescape();
  /** The beginning of an escape that a cut went through. */
  #cut: Buffer = NOTHING;

  push(view: Buffer): Buffer {
    const read = this.#unescape.push(view);
    const raw = this.#cut.length === 0 ? read : Buffer.concat([this.#cut, read]);
    this.#cut = NOTHING;
    const n = raw.length;
    const out = Buffer.allocUnsafe(n);
    let length = 0;
    for (let i = 0; i < n; i++) {
      const byte = raw[i] as number;
      if (byte === PERCENT && i + 2 >= n) {
        this.#cut = Buffer.from(raw.subarray(i));
        break;
      }
      const code = byte === PERCENT ? codeAt(raw, i + 1) : undefined;
      out[length++] = code ?? byte;
      if (code !== undefined) i += 2;
    }
    return out.subarray(0, length);
  }
}

/** The number that two digits at `at` are; undefined where they are none. */
function codeAt(raw: Buffer, at: number): number | undefined {
  const high = HEX[raw[at] as number] as number;
  const low = HEX[raw[at + 1] as number] as number;
  return high < 16 && low < 16 ? high * 16 + low : undefined;
}

const [LF, CR, BLANK, STAR, SLASH] = [10, 13, 32, 42, 47];

/**
 * Takes the star off the beginning of a comment's lines, cut anywhere. An end of a comment that was taken apart so that it ends nothing here, as in
 * `* /`, is put together again.
 */
export class Unstar {
  #atStart = true;
  /** What may be the beginning of such an end: a star, or that and what stands behind it. */
  #held: Buffer = NOTHING;

  push(view: Buffer): Buffer {
    let raw = view;
    if (this.#held.length > 0) {
      raw = Buffer.concat([this.#held, view]);
      this.#held = NOTHING;
    }
    if (!this.#atStart && raw.indexOf(LF) === -1 && raw.indexOf(STAR) === -1) return raw;
    const n = raw.length;
    const out = Buffer.allocUnsafe(n);
    let length = 0;
    let atStart = this.#atStart;
    for (let i = 0; i < n; i++) {
      const byte = raw[i] as number;
      if (byte !== STAR) {
        if (byte > BLANK) atStart = false;
        else if (byte === LF || byte === CR) atStart = true;
        out[length++] = byte;
        continue;
      }
      if (i + 2 >= n && (i + 1 === n || isBetween(raw[i + 1]))) {
        this.#held = Buffer.from(raw.subarray(i));
        break;
      }
      const isEnd = isBetween(raw[i + 1]) && raw[i + 2] === SLASH;
      const isBeginning = atStart && !isEnd;
      atStart = false;
      if (isBeginning) continue;
      out[length++] = byte;
      if (!isEnd) continue;
      out[length++] = SLASH;
      i += 2;
    }
    this.#atStart = atStart;
    return out.subarray(0, length);
  }
}

/** What people put between the two signs. */
function isBetween(byte: number | undefined): boolean {
  return byte === BLANK || byte === BACKSLASH;
}
