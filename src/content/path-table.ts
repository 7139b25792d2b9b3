import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { LIMITS } from '../archive/limits.ts';
import { createPages, type PageReader } from '../archive/pages.ts';
import { PackgateError } from '../errors.ts';
import { byteSize } from '../figures.ts';
import { createHashIndex } from './hash-index.ts';

/** Paths of a million files take 100 MB and more in a Map; here 5 to 10 bytes each, and the rest in a temporary file. */
export interface PathTable extends ReadonlyMap<string, number> {
  /**
   * Adds a path, or gives one that is there another number.
   *
   * @param code the path's hash, where it is known
   * @returns whether it was there
   * @throws PackgateError `limit`
   */
  set(path: string, value: number, code?: number): boolean;
  /** @param code the path's hash, where it is known */
  has(path: string, code?: number): boolean;
  /** The path that was added as number `index` of the new ones, from 0. */
  at(index: number): string;
}

/** Paths after which one is written out whole: so many are decoded at most to read one. */
const RUN = 16;
/** Bytes of a value: a double. */
const VALUE = 8;

/**
 * Paths in the order they came, each with a number. Of each only what differs from the one before it is kept, as
 * text; an index of hashes finds it again. The hashes depend on a secret, so that nobody can choose paths that all
 * have the same.
 *
 * @param folder for a temporary file, absolute
 */
export function createPathTable(folder: string = tmpdir()): PathTable {
  const texts = createPages(folder);
  const values = createPages(folder);
  /** Where every sixteenth path begins. */
  let runs = new Float64Array(64);
  let size = 0;
  const index = createHashIndex(folder);
  const readText = texts.reader();
  const readValue = values.reader();
  const value = Buffer.alloc(VALUE);
  /** The length of what a path shares with the one before, that of the rest, and the rest. */
  let record = Buffer.alloc(4096);
  let last = Buffer.alloc(4096);
  let lastLength = 0;
  let bytes = Buffer.alloc(4096);
  let decoded = Buffer.alloc(4096);

  const indexOf = (path: string, code = hash(path)) => index.find(code, (other) => at(other) === path);

  function append(path: string): void {
    if (bytes.length < path.length * 3) bytes = Buffer.alloc(path.length * 3);
    const length = bytes.write(path, 'utf8');
    if (texts.size + length > LIMITS.pathBytes) {
      throw new PackgateError('limit', `the paths in it take more than ${byteSize(LIMITS.pathBytes)}`, {
        help: 'Split the package',
      });
    }
    let shared = 0;
    if (size % RUN === 0) {
      if (size / RUN === runs.length) runs = larger(runs);
      runs[size / RUN] = texts.size;
    } else while (shared < lastLength && shared < length && last[shared] === bytes[shared]) shared++;
    if (record.length < length + 10) record = Buffer.alloc(length + 10);
    let fill = writeNumber(record, 0, shared);
    fill = writeNumber(record, fill, length - shared);
    fill += bytes.copy(record, fill, shared, length);
    texts.append(record.subarray(0, fill));
    [last, bytes] = [bytes, last];
    lastLength = length;
  }

  /** The paths of the run that begins at `from`, up to `to`. */
  function run(from: number, to: number, read: PageReader): string[] {
    const start = runs[from / RUN]!;
    const next = from + RUN;
    const coded = read(start, (next < size ? runs[next / RUN]! : texts.size) - start);
    const paths: string[] = [];
    const reader = { coded, offset: 0 };
    for (let i = from; i < to; i++) {
      const shared = readNumber(reader);
      const rest = readNumber(reader);
      if (decoded.length < shared + rest) decoded = Buffer.concat([decoded], 2 * (shared + rest));
      coded.copy(decoded, shared, reader.offset, reader.offset + rest);
      reader.offset += rest;
      paths.push(decoded.toString('utf8', 0, shared + rest));
    }
    return paths;
  }

  function at(wanted: number): string {
    if (wanted >= size) throw new RangeError(`there is no path ${wanted}`);
    const paths = run(wanted - (wanted % RUN), wanted + 1, readText);
    return paths.at(-1)!;
  }

  function* keys(): Generator<string, undefined> {
    const read = texts.reader();
    for (let from = 0; from < size; from += RUN) yield* run(from, Math.min(size, from + RUN), read);
  }
  function* numbers(): Generator<number, undefined> {
    const read = values.reader();
    for (let i = 0; i < size; i++) yield read(i * VALUE, VALUE).readDoubleLE(0);
  }
  function* entries(): Generator<[string, number], undefined> {
    const its = numbers();
    for (const path of keys()) yield [path, its.next().value!];
  }

  const table: PathTable = {
    set(path, number, code = hash(path)) {
      value.writeDoubleLE(number, 0);
      const known = indexOf(path, code);
      if (known !== undefined) {
        values.write(known * VALUE, value);
        return true;
      }
      append(path);
      values.append(value);
      index.add(code, size++);
      return false;
    },
    at,
    get size() {
      return size;
    },
    has: (path, code) => indexOf(path, code) !== undefined,
    get(path) {
      const found = indexOf(path);
      return found === undefined ? undefined : readValue(found * VALUE, VALUE).readDoubleLE(0);
    },
    forEach(visit) {
      for (const [path, number] of entries()) visit(number, path, table);
    },
    entries,
    keys,
    values: numbers,
    [Symbol.iterator]: entries,
  };
  return table;
}

const SECRET = randomBytes(8);
const KEY = [SECRET.readInt32LE(0), SECRET.readInt32LE(4)] as const;

/**
 * HalfSipHash-1-3 over the UTF-16 code units of a text, two a word: nobody who does not know the key finds texts of
 * equal hash.
 */
export function hash(text: string): number {
  let v0 = KEY[0];
  let v1 = KEY[1];
  let v2 = 0x6c796765 ^ KEY[0];
  let v3 = 0x74656462 ^ KEY[1];
  const rounds = (text.length >> 1) + 1;
  for (let i = 0; i < rounds + 3; i++) {
    let word = 0;
    if (i < rounds - 1) word = text.charCodeAt(2 * i) | (text.charCodeAt(2 * i + 1) << 16);
    else if (i === rounds - 1) word = (text.length << 16) | (text.length & 1 ? text.charCodeAt(2 * i) : 0);
    else if (i === rounds) v2 ^= 0xff;
    v3 ^= word;
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= word;
  }
  return (v1 ^ v3) >>> 0;
}

function larger(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const twice = new Float64Array(2 * array.length);
  twice.set(array);
  return twice;
}

/** Seven bits a byte, low ones first; the high bit says that more follow. */
function writeNumber(into: Buffer, offset: number, value: number): number {
  let at = offset;
  let left = value;
  for (; left > 127; left >>>= 7) into[at++] = (left & 127) | 128;
  into[at++] = left;
  return at;
}

function readNumber(reader: { readonly coded: Buffer; offset: number }): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.coded[reader.offset++]!;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}
