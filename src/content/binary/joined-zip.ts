import { type Bytes, partOf } from '../../archive/store.ts';
import { entriesOf, planZip } from '../../archive/zip-directory.ts';
import { PackgateError } from '../../errors.ts';

/**
 * The zip archive that is joined to the end of other data, as if it stood alone: what stands before it is no part of it and
 * nothing odd. Its offsets may count those bytes or not. Nor is what stands behind its end record, as long as that is the only one:
 * a program that carries an archive among its resources goes on behind it, and so does a signed one.
 *
 * @returns undefined where the end is none of a zip archive
 */
export function zipAtEnd(bytes: Bytes): Bytes | undefined {
  try {
    const plan = planZip(bytes);
    const zip = plan.last === undefined ? bytes : partOf(bytes, 0, plan.last);
    if (plan.prefix > 0) return partOf(zip, plan.prefix);
    let first = plan.start;
    for (const { offset } of entriesOf(zip.fork(), plan)) first = Math.min(first, offset);
    return first === 0 ? zip : blankBefore(zip, first);
  } catch (error) {
    if (error instanceof PackgateError && error.code === 'archive') return undefined;
    throw error;
  }
}

/** So far from the end of a file Info-ZIP looks for an end record. */
const TAIL = 66_000;

/** Whether an end record stands near the end, and a directory where it says one is: code that reads zip archives holds the marks alone. */
export function pointsToDirectory(bytes: Bytes): boolean {
  const from = Math.max(0, bytes.size - TAIL);
  const tail = Buffer.from(bytes.read(from, bytes.size - from));
  for (
    let at = tail.lastIndexOf('PK\x05\x06', -22, 'latin1');
    at !== -1;
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1')
  ) {
    // Of a zip64 archive it says nothing itself.
    if (at >= 20 && tail.readUInt32LE(at - 20) === 0x07064b50) return true;
    const places = [from + at - tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    for (const place of places)
      if (place >= 0 && place + 4 <= bytes.size && bytes.read(place, 4).readUInt32LE(0) === 0x02014b50)
        return true;
  }
  return false;
}

/** The bytes as if as many zeros stood in front of them. */
export function behindGap(bytes: Bytes, gap: number): Bytes {
  return {
    size: gap + bytes.size,
    read(offset, length) {
      if (offset >= gap) return bytes.read(offset - gap, length);
      const blank = Buffer.alloc(length);
      if (offset + length > gap) bytes.read(0, offset + length - gap).copy(blank, gap - offset);
      return blank;
    },
    fork: () => behindGap(bytes.fork(), gap),
  };
}

/** The same bytes with zeros up to a place: offsets stay what they are. */
export function blankBefore(bytes: Bytes, place: number): Bytes {
  return {
    size: bytes.size,
    read(offset, length) {
      if (offset >= place) return bytes.read(offset, length);
      const blank = Buffer.alloc(length);
      if (offset + length > place) bytes.read(place, offset + length - place).copy(blank, place - offset);
      return blank;
    },
    fork: () => blankBefore(bytes.fork(), place),
  };
}
