import { isUtf8 } from 'node:buffer';
import { PackgateError } from '../errors.ts';
import type { Bytes } from './store.ts';
import { isZero } from './zero.ts';

/** Where the parts of a zip archive are, by its end record. Format: PKWARE APPNOTE 6.3.10. */
export interface ZipPlan {
  /** Bytes in front of the archive, which its offsets do not count. */
  readonly prefix: number;
  /** Absolute offsets of the central directory. */
  readonly start: number;
  readonly end: number;
  /** Entries by the end record. */
  readonly count: number;
  /** Offset behind the end record and its comment, where no other end record is near: the archive may end before the bytes do. */
  readonly last?: number;
  /** What tools make different things of, one sentence each. */
  readonly ambiguities: readonly string[];
}

/** One entry as the central directory has it. */
export interface ZipEntry {
  readonly rawName: Buffer;
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Of the local header, as written. */
  readonly offset: number;
  readonly isLink: boolean;
  /** Set where two names for it differ in more than their encoding. */
  readonly otherName?: string;
}

const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const MAX_COMMENT = 0xffff;

/**
 * Finds the central directory as most tools do: by the last end record.
 *
 * @throws PackgateError `archive`
 */
export function planZip(bytes: Bytes): ZipPlan {
  const ambiguities: string[] = [];
  const tailSize = Math.min(bytes.size, END_SIZE + MAX_COMMENT);
  const tail = Buffer.from(bytes.read(bytes.size - tailSize, tailSize));
  const at = tail.length < END_SIZE ? -1 : tail.lastIndexOf('PK\x05\x06', tail.length - END_SIZE, 'latin1');
  if (at === -1) throw refused('the zip archive has no end record: it is cut off');
  const comment = tail.readUInt16LE(at + 20);
  const rest = tail.length - at - END_SIZE;
  if (comment !== rest && !(comment < rest && isZero(tail.subarray(at + END_SIZE + comment)))) {
    ambiguities.push(
      'What follows the end record of the zip archive is not the comment it speaks of: tools look for the end in different places.',
    );
  }
  const words = tail.toString('latin1', at + END_SIZE);
  if (/PK(?:\x01\x02|\x03\x04|\x05\x06)/.test(words)) {
    ambiguities.push(
      'The comment of the zip archive holds parts of another archive: tools that look for those read them.',
    );
  }
  if (tail.readUInt16LE(at + 4) !== 0 || tail.readUInt16LE(at + 6) !== 0) {
    throw refused('the zip archive is one part of several');
  }
  let count = tail.readUInt16LE(at + 10);
  let size = tail.readUInt32LE(at + 12);
  let offset = tail.readUInt32LE(at + 16);
  let end = bytes.size - tailSize + at;

  const locator = end < 20 ? undefined : Buffer.from(bytes.read(end - 20, 20));
  if (locator?.readUInt32LE(0) === LOCATOR64) {
    const place = find64(bytes, end - 20, Number(locator.readBigUInt64LE(8)));
    const large = bytes.read(place, 56);
    const differs = (small: number, full: number, wide: number) => small !== full && small !== wide;
    const [count64, size64, offset64] = [32, 40, 48].map((field) => Number(large.readBigUInt64LE(field)));
    if (
      differs(count, 0xffff, count64!) ||
      differs(size, 0xffffffff, size64!) ||
      differs(offset, 0xffffffff, offset64!)
    ) {
      ambiguities.push('The two end records of the zip archive, old and zip64, name different directories.');
    }
    count = count64!;
    size = size64!;
    offset = offset64!;
    end = place;
  }

  let start = end - size;
  let prefix = start - offset;
  const beginsAt = (place: number) =>
    size === 0 || (place >= 0 && place + 4 <= bytes.size && bytes.read(place, 4).readUInt32LE(0) === ENTRY);
  if (prefix !== 0 && offset + size <= end && size > 0 && beginsAt(offset)) {
    if (start >= 0 && beginsAt(start)) {
      ambiguities.push('The zip archive holds two directories, and which one is read depends on the tool.');
    } else {
      start = offset;
      prefix = 0;
    }
  }
  if (start < 0 || prefix < 0 || !beginsAt(start))
    throw refused('the directory of the zip archive is not where its end record says');
  if (prefix > 0 && ambiguities.length === 0) {
    ambiguities.push(
      `${prefix} bytes stand in front of the zip archive: tools that read from the start find something else than those that read from the end.`,
    );
  }
  if (start + size < end && !isZeroBetween(bytes, start + size, end)) {
    ambiguities.push(
      'Data stands between the directory of the zip archive and its end record: tools look for the directory in different places.',
    );
  }
  const isOnly = tail.indexOf('PK\x05\x06', 0, 'latin1') === at;
  const last = isOnly && comment < rest ? bytes.size - rest + comment : undefined;
  return { prefix, start, end: start + size, count, ambiguities, ...(last !== undefined && { last }) };
}

const PIECE = 64 * 1024;

function isZeroBetween(bytes: Bytes, from: number, to: number): boolean {
  for (let at = from; at < to; at += PIECE)
    if (!isZero(bytes.read(at, Math.min(PIECE, to - at)))) return false;
  return true;
}

function find64(bytes: Bytes, locator: number, said: number): number {
  for (const place of [said, locator - 56]) {
    if (place >= 0 && place + 56 <= locator && bytes.read(place, 4).readUInt32LE(0) === END64) return place;
  }
  throw refused('the zip64 end record is not where the zip archive says');
}

/**
 * The entries of the central directory in its order, as far as its size goes.
 *
 * @throws PackgateError `archive` where it is damaged
 */
export function* entriesOf(bytes: Bytes, plan: ZipPlan): Iterable<ZipEntry> {
  let at = plan.start;
  while (at + ENTRY_SIZE <= plan.end) {
    const fixed = bytes.read(at, ENTRY_SIZE);
    if (fixed.readUInt32LE(0) !== ENTRY) {
      // A digital signature may close the directory.
      if (fixed.readUInt32LE(0) === 0x05054b50) return;
      throw refused(`the directory of the zip archive is damaged at byte ${at}`);
    }
    const nameSize = fixed.readUInt16LE(28);
    const extraSize = fixed.readUInt16LE(30);
    const whole = ENTRY_SIZE + nameSize + extraSize + fixed.readUInt16LE(32);
    if (at + whole > plan.end) throw refused(`the directory of the zip archive is damaged at byte ${at}`);
    yield toEntry(bytes.read(at, whole), nameSize, extraSize);
    at += whole;
  }
}

function toEntry(record: Buffer, nameSize: number, extraSize: number): ZipEntry {
  const rawName = Buffer.from(record.subarray(ENTRY_SIZE, ENTRY_SIZE + nameSize));
  const extra = record.subarray(ENTRY_SIZE + nameSize, ENTRY_SIZE + nameSize + extraSize);
  const sizes = readZip64(extra, [record.readUInt32LE(24), record.readUInt32LE(20), record.readUInt32LE(42)]);
  const plain = decodeName(rawName);
  const unicode = unicodePath(extra);
  const isAscii = !/[^\x00-\x7f]/.test(plain);
  const translated = unicode !== undefined && !isAscii && isTranslation(unicode, plain);
  const host = record[5]!;
  const mode = record.readUInt32LE(38) >>> 16;
  return {
    rawName,
    name: translated ? unicode : plain,
    ...(unicode !== undefined && !translated && unicode !== plain && { otherName: unicode }),
    flags: record.readUInt16LE(8),
    method: record.readUInt16LE(10),
    crc: record.readUInt32LE(16),
    size: sizes[0],
    compressedSize: sizes[1],
    offset: sizes[2],
    isLink: (host === 3 || host === 19) && (mode & 0o170000) === 0o120000,
  };
}

/** Fills in the 64-bit numbers for those of size, compressed size and offset that are all ones. */
export function readZip64(
  extra: Buffer,
  fields: readonly [size: number, compressedSize: number, offset: number],
): [number, number, number] {
  const filled: [number, number, number] = [...fields];
  const block = fields.includes(0xffffffff) ? extraBlock(extra, 0x0001) : undefined;
  if (block === undefined) return filled;
  let at = 0;
  for (let i = 0; i < filled.length; i++) {
    if (filled[i] !== 0xffffffff || at + 8 > block.length) continue;
    filled[i] = Number(block.readBigUInt64LE(at));
    at += 8;
  }
  return filled;
}

/** Whether two names may be one in two encodings: what is ASCII in all of them, folders and the ending, is the same. */
function isTranslation(unicode: string, plain: string): boolean {
  const frame = (name: string) => {
    const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    return `${name.split('/').length} ${/^[\x21-\x7e]*$/.test(ending) ? ending : ''}`;
  };
  return !CLIMBS.test(unicode) && frame(unicode) === frame(plain);
}

const CLIMBS = /(?:^|[/\\])\.\.?(?:[/\\]|$)|^[/\\]/;

function unicodePath(extra: Buffer): string | undefined {
  const block = extraBlock(extra, 0x7075);
  return block === undefined || block.length < 6 ? undefined : block.toString('utf8', 5);
}

function extraBlock(extra: Buffer, wanted: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === wanted) return extra.subarray(at + 4, at + 4 + size);
    at += 4 + size;
  }
  return undefined;
}

/** Old tools wrote the machine's own encoding and nothing says which. */
function decodeName(raw: Buffer): string {
  return raw.toString(isUtf8(raw) ? 'utf8' : 'latin1');
}

function refused(message: string): PackgateError {
  return new PackgateError('archive', message, { help: 'Pack or download the file again' });
}
