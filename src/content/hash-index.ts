import { createPages, type PageReader, type Pages } from '../archive/pages.ts';

/**
 * Finds numbers by the hash of what they stand for. Four bytes of memory for each, and up to eleven while there is room.
 */
export interface HashIndex {
  add(hash: number, index: number): void;
  /** The first of those with this hash that `fits`. */
  find(hash: number, fits: (index: number) => boolean): number | undefined;
  /**
   * Puts `index` in the place of the first of those with this hash that `fits`, and returns that one; adds it where
   * there is none.
   */
  replace(hash: number, index: number, fits: (index: number) => boolean): number | undefined;
  readonly isEmpty: boolean;
}

/** Of a record: hash, index. */
const RECORD = 8;
const LOAD = 0.75;
/**
 * Places of a part of the table, as a power of two: it grows by parts, and leaves none behind for the garbage collector.
 */
const PART = 14;
const WITHIN = 2 ** PART - 1;

/**
 * An open hash table of the numbers of records. The low bits of a hash say where in the table, the others stand
 * beside the number as far as there is room: only where they are the same is the record looked up, and only where
 * the whole hash is, `fits` is asked.
 *
 * @param folder for a temporary file, absolute
 */
export function createHashIndex(folder: string): HashIndex {
  let bits = PART - 4;
  /** Number of the record plus one in the low `bits`, high bits of the hash in the others; 0 where the place is free. */
  let parts: Uint32Array[] = [];
  let count = 0;
  const records: Pages = createPages(folder);
  const read: PageReader = records.reader();
  const record = Buffer.alloc(RECORD);

  function held(place: number): number {
    return parts[place >>> PART]![place & WITHIN]!;
  }

  function put(hash: number, number: number): void {
    const mask = 2 ** bits - 1;
    let place = hash & mask;
    while (held(place) !== 0) place = (place + 1) & mask;
    parts[place >>> PART]![place & WITHIN] = (hash & ~mask) | (number + 1);
  }

  function grow(): void {
    bits++;
    if (bits <= PART) parts = [new Uint32Array(2 ** bits)];
    else {
      for (const part of parts) part.fill(0);
      while (parts.length < 2 ** (bits - PART)) parts.push(new Uint32Array(2 ** PART));
    }
    const inOrder = records.reader();
    for (let number = 0; number < count; ) {
      const some = Math.min(1024, count - number);
      const all = inOrder(number * RECORD, some * RECORD);
      for (let i = 0; i < some; i++) put(all.readUInt32LE(i * RECORD), number++);
    }
  }

  function add(hash: number, index: number): void {
    if (parts.length === 0 || count + 1 > 2 ** bits * LOAD) grow();
    record.writeUInt32LE(hash, 0);
    record.writeUInt32LE(index, 4);
    records.append(record);
    put(hash, count++);
  }

  /** Number of the first record that fits, and its index. */
  function look(
    hash: number,
    fits: (index: number) => boolean,
  ): readonly [number: number, index: number] | undefined {
    if (count === 0) return undefined;
    const mask = 2 ** bits - 1;
    const high = (hash & ~mask) >>> 0;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const entry = held(place);
      if (entry === 0) return undefined;
      if ((entry & ~mask) >>> 0 !== high) continue;
      const number = (entry & mask) - 1;
      const its = read(number * RECORD, RECORD);
      if (its.readUInt32LE(0) !== hash) continue;
      const index = its.readUInt32LE(4);
      if (fits(index)) return [number, index];
    }
  }

  return {
    add,
    find: (hash, fits) => look(hash, fits)?.[1],
    replace(hash, index, fits) {
      const found = look(hash, fits);
      if (found === undefined) {
        add(hash, index);
        return undefined;
      }
      record.writeUInt32LE(index, 0);
      records.write(found[0] * RECORD + 4, record.subarray(0, 4));
      return found[1];
    },
    get isEmpty() {
      return count === 0;
    },
  };
}
