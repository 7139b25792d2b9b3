import type { Beginning } from '../beginning.ts';
import type { WeightsFacts } from '../facts.ts';

/** The last eight bytes of a table of LevelDB, which an index of TensorFlow is. */
const ENDS = '57fb808b247547db';
const FOOTER = 48;
/** BundleEntryProto.dtype, where it is DT_STRING. */
const TEXT = Buffer.from([0x08, 0x07]);
/** Kind of compression and checksum behind each block. */
const TRAILER = 5;
/** Blocks that are read; an index of ten thousand tensors has some hundred. */
const MOST_BLOCKS = 4096;

/**
 * The index of a checkpoint: a table with an entry for each tensor, and one for the whole under an empty name.
 * https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/util/tensor_bundle/tensor_bundle.h
 */
export function readBundleIndex({ bytes, size }: Beginning): WeightsFacts | undefined {
  if (bytes.length < size || size < FOOTER || bytes.toString('hex', size - 8) !== ENDS) return undefined;
  try {
    const tensors = countEntries(bytes);
    return tensors === undefined
      ? undefined
      : { kind: 'weights', format: 'TensorFlow checkpoint', part: 'its index', tensors };
  } catch (error) {
    // A place that the table names lies behind its end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Cursor {
  at: number;
}

function countEntries(bytes: Buffer): number | undefined {
  const footer = { at: bytes.length - FOOTER };
  readNumber(bytes, footer);
  readNumber(bytes, footer);
  const index = blockAt(bytes, readNumber(bytes, footer), readNumber(bytes, footer));
  let entries = 0;
  let blocks = 0;
  let before = 0;
  let isBundle = false;
  for (const { value } of entriesIn(index)) {
    if (++blocks > MOST_BLOCKS) return undefined;
    const place = { at: 0 };
    const [from, size] = [readNumber(value, place), readNumber(value, place)];
    // They stand one behind the other: a block that thousands of places lead to would be read as often.
    if (from < before) throw new RangeError('no such block');
    before = from + size;
    for (const { name, value: entry } of entriesIn(blockAt(bytes, from, size))) {
      if (name === 0) isBundle = true;
      // Text is what TensorFlow notes of the program.
      else if (!entry.subarray(0, 2).equals(TEXT)) entries++;
    }
  }
  return isBundle && entries > 0 ? entries : undefined;
}

function blockAt(bytes: Buffer, from: number, size: number): Buffer {
  if (from + size + TRAILER > bytes.length || bytes[from + size] !== 0) throw new RangeError('no such block');
  return bytes.subarray(from, from + size);
}

/** Entries of a block, with the length of each name. https://github.com/google/leveldb/blob/main/doc/table_format.md */
function* entriesIn(block: Buffer): Iterable<{ readonly name: number; readonly value: Buffer }> {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - restarts * 4;
  for (const cursor = { at: 0 }; cursor.at < end; ) {
    const shared = readNumber(block, cursor);
    const own = readNumber(block, cursor);
    const size = readNumber(block, cursor);
    const from = cursor.at + own;
    if (from + size > end) throw new RangeError('no such entry');
    yield { name: shared + own, value: block.subarray(from, from + size) };
    cursor.at = from + size;
  }
}

function readNumber(bytes: Buffer, cursor: Cursor): number {
  let value = 0;
  for (let scale = 1; scale < 2 ** 49; scale *= 128) {
    const byte = bytes.readUInt8(cursor.at++);
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  throw new RangeError('no such number');
}
