/** Bytes that may follow a literal, each class one bit of the table `CLASSES`. */
export const UPPER = 1;
export const ALPHANUMERIC = 2;
export const WORD = 4;
export const TOKEN = 8;
/** Of a token, with dots and tildes. */
export const DOTTED = 16;
export const BASE64 = 32;
export const HEX = 64;
export const DIGITS = 128;

/**
 * What has to stand behind a literal for it to count. Nearly all places where a short literal stands are ruled out here, at the
 * scanner's speed.
 *
 * All but addresses and numbers lead to twenty digits of base64 or more in a row: those are what is looked for first.
 *
 * `any`: whatever follows. `run`: at least so many bytes of one class. `assignment`: the rest of a name, `:`, `=` or `=>`,
 * perhaps quotes, and then the run, which may be cut into strings that are joined or listed, or go on in the next line. `pem`: dashes, and a line of base64
 * close by. `beside`: whatever follows, with a long run close behind. `address`: a user name with a password, or a host whose labels are among those that are looked for. `number`: perhaps `id`, `:`, `=` or `=>`, perhaps quotes, and twelve decimals, in
 * groups of four or not.
 */
export type Tail =
  | { readonly kind: 'any' | 'pem' | 'beside' | 'address' | 'number' }
  | { readonly kind: 'run' | 'assignment'; readonly of: number; readonly min: number };

/** Whether a literal may stand far before the run that leads to it, which is a long one then, or else right before or in it. */
export function isFar(tail: Tail): boolean {
  return (
    tail.kind === 'pem' || tail.kind === 'beside' || (tail.kind === 'assignment' && tail.min >= LONG_RUN)
  );
}

/** A string that is looked for in every byte of every file. */
export interface Literal {
  /** 3 to 16 ASCII characters; lower case where case does not count. */
  readonly text: string;
  readonly anyCase?: boolean;
  readonly tail: Tail;
}

/** Labels of host names, and schemes, that make an address worth a look. */
export interface Labels {
  readonly last: readonly string[];
  readonly beforeLast: readonly string[];
  readonly schemes: readonly string[];
}

/**
 * By which three bytes of its text each literal is found, as the place of the first, in eight groups. Each group is a bit in the tables in which
 * sixteen bytes are looked up at once, so what looks like a mix of its members is compared with each of them in vain.
 */
export type Fingerprints = readonly (readonly (readonly [text: string, at: number])[])[];
export const FINGERPRINT_BYTES = 3;

/** What a scanner looks for. */
export interface Wanted {
  readonly literals: readonly Literal[];
  readonly fingerprints: Fingerprints;
  readonly labels: Labels;
}

/** Bytes behind a literal that its tail is looked for in. */
export const REACH = 512;
/** Bytes in which a run has to be whole where it is cut into pieces. */
export const JOINED = 400;
/** Bytes before a dot or a semicolon, and digits behind it, from which on a literal may stand before what is in front of that: a token of several parts, `&quot;`. */
export const BEFORE_PART = 18;
export const PART_RUN = 32;
/** Bytes of the name or number of an entity. */
export const MAX_ENTITY = 6;
/** Bytes before the place at hand that stay in reach. */
export const BACK = 512;
/** Digits of base64 in a row that lead to a literal, of which three bytes stand so many before them at the earliest; before a longer row so many. */
export const LEADING_RUN = 20;
/** Of these the last that can follow a literal in or before them, at least. */
export const LEAST_TAIL = 16;
export const BEFORE = 10;
export const LONG_RUN = 36;
export const BEFORE_LONG = 256;
/** Digits of a run in which literals are looked for: what goes on for longer is data, in which a literal stands by chance. */
export const DATA_RUN = 2048;
/** Digits of base64 that make a run; fewer hold no secret. */
export const MIN_RUN = 24;
/** Shorter runs are names and paths for the most part: they are only reported if text is in them. */
export const SHORT_RUN = 256;
/** Decimals of a number, and dashes or what stands for one, that are looked at; of white space and quotes on either side of the sign before it so many. */
export const NUMBER_RUN = 12;
export const NUMBER_GAP = 64;
/** Bytes before the place at hand where a number may begin that was not looked at yet: fewer than make four in a row from a fourth byte on. */
export const NUMBER_BEFORE = 3;
/** Bytes between two escapes that are told, at least. */
export const ESCAPES_APART = 128;
/** Bytes of a string that may be a piece of a secret; white space between it and the sign that joins it to the next, and behind that or a line. */
export const MAX_PIECE = 96;
export const JOINT_BEFORE = 8;
export const JOINT_BEHIND = 60;
/** Bytes of a line of mail that goes on in the next: RFC 2045 allows 76, its end included. */
export const MIN_SOFT = 69;
export const MAX_SOFT = 76;
/** Bytes of an address up to the end of its host. */
export const MAX_ADDRESS = 304;

/** Classes by byte. */
export const CLASSES = classes();
/** Bit of a host's last label, of the one before, and of a scheme, in the table by `labelHash`. */
export const LAST = 1;
export const BEFORE_LAST = 2;
export const SCHEME = 4;

function classes(): Uint8Array {
  const table = new Uint8Array(256);
  const add = (bytes: string, bits: number) => {
    for (const byte of Buffer.from(bytes, 'latin1')) table[byte]! |= bits;
  };
  const digits = '0123456789';
  const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  add(digits, UPPER | ALPHANUMERIC | WORD | TOKEN | DOTTED | BASE64 | HEX | DIGITS);
  add(upper, UPPER | ALPHANUMERIC | WORD | TOKEN | DOTTED | BASE64);
  add(upper.toLowerCase(), ALPHANUMERIC | WORD | TOKEN | DOTTED | BASE64);
  add('ABCDEFabcdef', HEX);
  add('_', WORD | TOKEN | DOTTED);
  add('-', TOKEN | DOTTED | DIGITS);
  add('.~', DOTTED);
  add('+/=', BASE64);
  return table;
}

/** Whether a byte is a digit of base64, in either of its alphabets. */
export function isBase64Digit(byte: number): boolean {
  return (CLASSES[byte]! & ALPHANUMERIC) !== 0 || byte === 43 || byte === 47 || byte === 45 || byte === 95;
}

/** The value of each digit of base64, by byte; 255 for what is none. */
export const VALUES = values();

function values(): Uint8Array {
  const table = new Uint8Array(256).fill(255);
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (const [value, digit] of [...digits].entries()) table[digit.charCodeAt(0)] = value;
  table[45] = 62;
  table[95] = 63;
  return table;
}

/** A byte's lower case where it is a letter of ASCII. */
export function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** Places in the table of labels. */
const LABELS = 1024;

/** The step of a label's hash; the hash proper is its lowest bits after mixing. */
export function labelStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 16777619);
}

export const LABEL_SEED = -2128831035;

export function labelHash(hash: number): number {
  return (hash ^ (hash >>> 13)) & (LABELS - 1);
}

/** The table by hash: which labels may have it. A scheme is hashed from its end. */
export function labelTable({ last, beforeLast, schemes }: Labels): Uint8Array {
  const table = new Uint8Array(LABELS);
  const add = (label: string, bit: number) => {
    let hash = LABEL_SEED;
    for (const byte of Buffer.from(label, 'latin1')) hash = labelStep(hash, byte);
    table[labelHash(hash)]! |= bit;
  };
  for (const label of last) add(label, LAST);
  for (const label of beforeLast) add(label, BEFORE_LAST);
  for (const scheme of schemes) add([...scheme].reverse().join(''), SCHEME);
  return table;
}

/**
 * What a scanner reports, in groups of five numbers: what it is, two numbers of its own, and how many newlines lie before it in the
 * buffer, and where the last of them lies (-1 for none).
 *
 * A hit has the literal's index and its offset; an escape its offset; a run has the offsets of its first byte and behind its last.
 */
export const EVENT = 5;
export const HIT = 1;
/**
 * What is written in another way than it reads: a character of secrets and addresses by its number (`\x2d`, `\u002d`, `%2D`, `&#45;`) or behind a backslash,
 * or what stands where a string or a line of letters and digits goes on in the next. Its offset; of several close together only one is told.
 */
export const ESCAPE = 2;
/** Base64 digits; the bits say whether the run begins and whether it ends with what is reported. */
export const RUN = 4;
export const RUN_BEGINS = 1;
export const RUN_ENDS = 2;

/** Finds literals and runs of base64 in a buffer. */
export interface LiteralEngine {
  /** Bytes are put here. Behind the last there have to be 64 bytes of 0. */
  readonly buffer: Uint8Array;
  /** Offset behind the last byte that fits. */
  readonly room: number;
  /** Forgets the file before. */
  reset(): void;
  /**
   * Reports the literals and runs in `[from, limit)`, and those just before that could not be told for what they are yet. Bytes from `from - BACK`
   * on and up to `end` are looked at; between `limit` and `end` there are at least `REACH`, unless the file ends at `end`. The next scan goes on at
   * `limit`, wherever that byte lies then.
   */
  scan(from: number, limit: number, end: number, onEvents: (events: Int32Array, count: number) => void): void;
  /** How many newlines lie in `[0, to)`, and where the last of them does, -1 for none. Call it after a scan. */
  newlinesTo(to: number): { readonly newlines: number; readonly last: number };
}
