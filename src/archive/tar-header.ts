import { decode } from 'tar-stream/headers';
import { PackgateError } from '../errors.ts';

export const BLOCK = 512;

/** What a header's body is: a file's bytes, nothing at all, or words about the next header. */
export type EntryType =
  | 'file'
  | 'directory'
  | 'link'
  | 'device'
  | 'unknown'
  | 'pax'
  | 'pax-global'
  | 'gnu-name'
  | 'gnu-link';

/**
 * A name in at least one folder that nobody has to look at twice: plain ASCII without backslashes, colons, dollar signs and blanks, no segment that is
 * empty or begins or ends with a dot. `lower` where it has no capital letter.
 */
export type Tidy = 'lower' | 'mixed';

/** One header block that every npm client reads alike. */
export interface TarHeader {
  /** Prefix joined on; never empty. */
  readonly name: string;
  /** Of the body, in bytes. */
  readonly size: number;
  readonly type: EntryType;
  /** The type byte as written. */
  readonly flag: string;
  /** Set where the name is known to be tidy. */
  readonly tidy?: Tidy | undefined;
}

const TYPES: Readonly<Record<string, EntryType>> = {
  '\0': 'file',
  '0': 'file',
  '7': 'file',
  '1': 'link',
  '2': 'link',
  '3': 'device',
  '4': 'device',
  '5': 'directory',
  '6': 'device',
  x: 'pax',
  g: 'pax-global',
  L: 'gnu-name',
  K: 'gnu-link',
};

/** Offset, length, name: numeric fields whose value decides nothing, but whose form can make node-tar skip the header. */
const NUMBERS = [
  [100, 8, 'mode'],
  [108, 8, 'uid'],
  [116, 8, 'gid'],
  [136, 12, 'mtime'],
  [329, 8, 'devmajor'],
  [337, 8, 'devminor'],
] as const;

/** Two times that star keeps at the end of the prefix, and that node-tar reads where the byte before them is NUL. */
const STAR_TIMES = [
  [476, 12, 'atime'],
  [488, 12, 'ctime'],
] as const;

/** Last byte of the prefix in star's format. node-tar takes the whole field for a prefix where it is not NUL. */
const STAR_PREFIX_END = 475;

/**
 * Decodes one header with tar-stream's codec, after checking that no installer would read it otherwise.
 *
 * node-tar answers a header it dislikes by reading that entry's body as further headers, so a header on which
 * clients disagree can hide a whole archive. POSIX.1-2017 `pax` names the fields; npm, pnpm, yarn and
 * tar-stream were compared for each rule below.
 *
 * @param block 512 bytes, not all zero
 * @param at offset of the block in the unpacked archive, for the message
 * @throws PackgateError `archive` for whatever two clients could read in two ways
 */
export function decodeHeader(block: Buffer, at: number): TarHeader {
  const refuse = (what: string): never => {
    throw new PackgateError('archive', `the tar header at byte ${at} ${what}`, {
      help: 'Installers read such a header in different ways; pack again with npm, pnpm, yarn or bun',
    });
  };

  if (!hasChecksum(block)) refuse('has a wrong checksum');
  const magic = block.toString('latin1', 257, 265);
  const posix = magic === 'ustar\x0000';
  const known = posix || magic === 'ustar  \0' || magic === '\0\0\0\0\0\0\0\0';
  if (!known) refuse('is of no known tar format');
  // Only POSIX headers have a prefix; pnpm reads one in the others as well.
  if (!posix && block[345] !== 0) refuse('has a name prefix that its format does not know');
  const star = posix && block[STAR_PREFIX_END] === 0;
  // node-tar puts a slash before the name, the others do not.
  if (posix && !star && block[345] === 0) refuse('has a name prefix that begins with NUL');

  const size = octal(block, 124, 12);
  if (size === undefined) refuse('has a size that is not a plain octal number');
  for (const [offset, length, field] of star ? [...NUMBERS, ...STAR_TIMES] : NUMBERS) {
    if (!plainNumber(block, offset, length)) refuse(`has a ${field} that is no number`);
  }
  for (const [offset, length] of [[0, 100], [157, 100], ...(posix ? ([[345, 155]] as const) : [])] as const) {
    if (hasControl(block, offset, length)) refuse('has control characters in a name');
  }

  const header = decode(block, 'utf8', true);
  if (header === null) return refuse('is empty');
  const flag = String.fromCharCode(block[156] ?? 0);
  const plain = flag === '0' || flag === '\0';
  const type = plain && header.name.endsWith('/') ? 'directory' : (TYPES[flag] ?? 'unknown');
  // npm takes it for a pax header, tar-stream for a file.
  if (flag === 'X') refuse('is of the type `X`, an extended header from before pax');
  const hasLink = block[157] !== 0;
  if (header.name === '' || header.name === '/') refuse('has no name');
  if (type === 'link' && !hasLink) refuse('is a link to nowhere');
  if (type !== 'link' && hasLink) refuse('has a link name, but is no link');
  if ((type === 'directory' || type === 'link' || type === 'device') && size !== 0)
    refuse(`is a ${type} with a body`);
  return { name: header.name, size: size ?? 0, type, flag };
}

/** Where a header says the name, the size and the checksum: all in which those of one package differ. */
const [NAME_END, SIZE, SIZE_END, SUM, SUM_END, PREFIX] = [100, 124, 136, 148, 156, 345];

/**
 * Decodes one header after another as `decodeHeader` does. One that differs from the one before in nothing but name, size and
 * checksum, as in what npm packs nearly all do, takes a tenth of the time: only these are looked at.
 *
 * @returns a function that takes any bytes, where the header begins in them, and its offset in the unpacked archive
 */
export function createHeaderReader(): (bytes: Buffer, from: number, at: number) => TarHeader {
  const before = Buffer.alloc(BLOCK);
  /** Sum of the bytes that do not differ. */
  let rest = 0;
  let last: TarHeader | undefined;

  function isLike(bytes: Buffer, from: number): boolean {
    // A loop is as fast for a few bytes as to hand them over.
    for (let i = NAME_END; i < SUM; i++) {
      if (i === SIZE) i = SIZE_END;
      if (bytes[from + i] !== before[i]) return false;
    }
    return bytes.compare(before, SUM_END, BLOCK, from + SUM_END, from + BLOCK) === 0;
  }

  /** Undefined for all that is not perfectly plain. */
  function readLike(bytes: Buffer, from: number): TarHeader | undefined {
    let sum = rest;
    let end = 0;
    let kinds = 0;
    let before = IS_SLASH;
    for (; end < NAME_END; end++) {
      const byte = bytes[from + end]!;
      if (byte === 0) break;
      if (byte < 32 || byte === 127) return undefined;
      sum += byte;
      const kind = KINDS[byte]!;
      // `//`, `/.` and `./`: dots in a row mean something behind a slash alone.
      if ((kind & BREAK) !== 0 && (before & BREAK) !== 0 && ((kind | before) & IS_SLASH) !== 0)
        kinds |= IS_ODD;
      kinds |= kind;
      before = kind;
    }
    for (let i = end; i < NAME_END; i++) if (bytes[from + i] !== 0) return undefined;
    if (end === 0 || bytes[from + end - 1] === SLASH) return undefined;
    // With as many digits as its writer likes: npm puts a blank and a NUL behind ten, others one of them behind eleven.
    const size = octal(bytes, from + SIZE, SIZE_END - SIZE);
    if (size === undefined) return undefined;
    for (let i = from + SIZE; i < from + SIZE_END; i++) sum += bytes[i]!;
    if (octal(bytes, from + SUM, SUM_END - SUM) !== sum) return undefined;
    const tidy =
      (kinds & (IS_ODD | IS_SLASH)) !== IS_SLASH || before === IS_DOT
        ? undefined
        : (kinds & IS_UPPER) === 0
          ? 'lower'
          : 'mixed';
    return { name: bytes.toString('utf8', from, from + end), size, type: 'file', flag: last!.flag, tidy };
  }

  return (bytes, from, at) => {
    if (last !== undefined && isLike(bytes, from)) {
      const header = readLike(bytes, from);
      if (header !== undefined) return header;
    }
    const block = bytes.subarray(from, from + BLOCK);
    const header = decodeHeader(block, at);
    last = undefined;
    if (header.type === 'file' && block[PREFIX] === 0) {
      last = header;
      block.copy(before);
      rest = checksum(block);
      for (let i = 0; i < NAME_END; i++) rest -= block[i]!;
      for (let i = SIZE; i < SIZE_END; i++) rest -= block[i]!;
    }
    return header;
  };
}

const SLASH = 47;

/** Kinds of bytes in a name, as bits. */
const [IS_UPPER, IS_ODD, IS_DOT, IS_SLASH] = [1, 2, 4, 8];
const BREAK = IS_DOT | IS_SLASH;
/** Odd is what some installer or system may read as something else: all but ASCII, and of that `\\`, `:`, `$` and blanks. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === SLASH) return IS_SLASH;
  if (byte === 46) return IS_DOT;
  if (byte >= 65 && byte <= 90) return IS_UPPER;
  return byte <= 32 || byte >= 127 || byte === 36 || byte === 58 || byte === 92 ? IS_ODD : 0;
});

/** Whether a block carries the checksum that a header has. */
export function hasChecksum(block: Buffer): boolean {
  return octal(block, 148, 8) === checksum(block);
}

/** Sum of the block's bytes, the checksum field taken as blanks. */
function checksum(block: Buffer): number {
  let sum = 8 * 32;
  for (let i = 0; i < 148; i++) sum += block[i]!;
  for (let i = 156; i < BLOCK; i++) sum += block[i]!;
  return sum;
}

/**
 * The value of an octal field that all clients read alike: blanks, digits, then NUL or blank up to the end of the field.
 * An empty field is 0. Undefined for anything else, base-256 included.
 */
function octal(block: Buffer, offset: number, length: number): number | undefined {
  const end = offset + length;
  let i = offset;
  let value = 0;
  while (i < end && block[i] === 32) i++;
  const start = i;
  for (; i < end && block[i]! >= 48 && block[i]! <= 55; i++) value = value * 8 + block[i]! - 48;
  const digits = i - start;
  // Without an end mark node-tar and tar-stream read on into the next field.
  if (digits > 0 && i === end) return undefined;
  for (; i < end; i++) if (block[i] !== 0 && block[i] !== 32) return undefined;
  return value;
}

/** Whether a field is text or a base-256 number within 2^53, which is what node-tar takes. */
function plainNumber(block: Buffer, offset: number, length: number): boolean {
  const first = block[offset]!;
  if (first < 0x80) return true;
  if (first !== 0x80 && first !== 0xff) return false;
  const fill = first === 0x80 ? 0 : 0xff;
  for (let i = offset + 1; i < offset + length - 6; i++) if (block[i] !== fill) return false;
  return true;
}

/**
 * Control characters before the first NUL of a text field, or after it what JavaScript takes for the end of a line: node-tar
 * drops what follows a NUL only up to there. U+2028 and U+2029 begin with the byte 0xe2.
 */
function hasControl(block: Buffer, offset: number, length: number): boolean {
  let ended = false;
  for (let i = offset; i < offset + length; i++) {
    const byte = block[i]!;
    if (byte === 0) ended = true;
    else if (ended ? byte === 10 || byte === 13 || byte === 0xe2 : byte < 32 || byte === 127) return true;
  }
  return false;
}
