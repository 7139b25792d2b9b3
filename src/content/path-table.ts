import { randomBytes } from 'node:crypto';
import { LIMITS } from '../archive/limits.ts';
import { PackgateError } from '../errors.ts';
import { byteSize } from '../figures.ts';

/** Paths of a million files take 100 MB and more in a Map; here about 40 bytes each, as packages name their files. */
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
const CHUNK = 1024 ** 2;
/** Written in front of a path: it is in the next chunk. Everything else is the length of what it shares, plus one. */
const ELSEWHERE = 0;

/**
 * Paths in the order they came, each with a number. Of each only what differs from the one before it is kept, as text;
 * an index of hashes finds it again. The hashes depend on a secret, so that nobody can choose paths that all have the same.
 */
export function createPathTable(): PathTable {
  const chunks: Buffer[] = [Buffer.allocUnsafeSlow(CHUNK)];
  /** Offset in the last chunk. */
  let fill = 0;
  /** Place of every sixteenth path. */
  let runs = new Float64Array(64);
  let values = new Float64Array(1024);
  let size = 0;
  const index = createHashIndex();
  let last = Buffer.alloc(4096);
  let lastLength = 0;
  let bytes = Buffer.alloc(4096);
  let scratch = Buffer.alloc(4096);

  const find = (path: string, code = hash(path)) => index.find(code, (other) => at(other) === path);

  function append(path: string): void {
    if (bytes.length < path.length * 3) bytes = Buffer.alloc(path.length * 3);
    const length = bytes.write(path, 'utf8');
    if (fill + length + 10 > CHUNK) {
      if (chunks.length * CHUNK >= LIMITS.pathBytes || length + 10 > CHUNK) {
        throw new PackgateError('limit', `the paths in it take more than ${byteSize(LIMITS.pathBytes)}`, {
          help: 'Split the package',
        });
      }
      if (fill < CHUNK) chunks.at(-1)![fill] = ELSEWHERE;
      chunks.push(Buffer.allocUnsafeSlow(CHUNK));
      fill = 0;
    }
    let shared = 0;
    if (size % RUN === 0) {
      if (size / RUN === runs.length) runs = larger(runs);
      runs[size / RUN] = (chunks.length - 1) * CHUNK + fill;
    } else while (shared < lastLength && shared < length && last[shared] === bytes[shared]) shared++;
    const chunk = chunks.at(-1)!;
    fill = writeNumber(chunk, fill, shared + 1);
    fill = writeNumber(chunk, fill, length - shared);
    chunk.set(bytes.subarray(shared, length), fill);
    fill += length - shared;
    [last, bytes] = [bytes, last];
    lastLength = length;
  }

  /** The last of the first `count` paths of a run. All of them go into `into`. */
  function read(from: number, count: number, into?: string[]): string {
    const start = runs[from / RUN]!;
    const reader = { chunk: Math.floor(start / CHUNK), offset: start % CHUNK };
    for (let i = 1; ; i++) {
      if (reader.offset === CHUNK || chunks[reader.chunk]![reader.offset] === ELSEWHERE) {
        reader.chunk++;
        reader.offset = 0;
      }
      const shared = readNumber(chunks, reader) - 1;
      const length = shared + readNumber(chunks, reader);
      // What a path shares with the one before it stands there already.
      if (scratch.length < length) scratch = Buffer.concat([scratch], 2 * length);
      const end = reader.offset + length - shared;
      scratch.set(chunks[reader.chunk]!.subarray(reader.offset, end), shared);
      reader.offset = end;
      if (into === undefined && i < count) continue;
      const path = scratch.toString('utf8', 0, length);
      into?.push(path);
      if (i === count) return path;
    }
  }

  function at(wanted: number): string {
    if (wanted >= size) throw new RangeError(`there is no path ${wanted}`);
    const from = wanted - (wanted % RUN);
    return read(from, wanted - from + 1);
  }

  function* keys(): Generator<string, undefined> {
    for (let from = 0; from < size; from += RUN) {
      const paths: string[] = [];
      read(from, Math.min(RUN, size - from), paths);
      yield* paths;
    }
  }
  function* entries(): Generator<[string, number], undefined> {
    let i = 0;
    for (const path of keys()) yield [path, values[i++]!];
  }
  function* numbers(): Generator<number, undefined> {
    for (let i = 0; i < size; i++) yield values[i]!;
  }

  const table: PathTable = {
    set(path, value, code = hash(path)) {
      const known = find(path, code);
      if (known !== undefined) {
        values[known] = value;
        return true;
      }
      append(path);
      if (size === values.length) values = larger(values);
      values[size] = value;
      index.add(code, size++);
      return false;
    },
    at,
    get size() {
      return size;
    },
    has: (path, code) => find(path, code) !== undefined,
    get(path) {
      const found = find(path);
      return found === undefined ? undefined : values[found];
    },
    forEach(visit) {
      for (const [path, value] of entries()) visit(value, path, table);
    },
    entries,
    keys,
    values: numbers,
    [Symbol.iterator]: entries,
  };
  return table;
}

/** Finds numbers by the hash of what they stand for. */
export interface HashIndex {
  add(hash: number, index: number): void;
  /** The last added of those with this hash that `fits`. */
  find(hash: number, fits: (index: number) => boolean): number | undefined;
  readonly isEmpty: boolean;
}

/** An open hash table of two numbers a place. */
export function createHashIndex(): HashIndex {
  let mask = 1023;
  let hashes = new Uint32Array(mask + 1);
  /** Index plus one; 0 where the place is free. */
  let indexes = new Uint32Array(mask + 1);
  let count = 0;

  function put(code: number, entry: number): void {
    let place = code & mask;
    while (indexes[place] !== 0) place = (place + 1) & mask;
    hashes[place] = code;
    indexes[place] = entry;
  }

  return {
    add(code, index) {
      if (++count > mask * 0.7) {
        const before = { hashes, indexes };
        mask = 2 * mask + 1;
        hashes = new Uint32Array(mask + 1);
        indexes = new Uint32Array(mask + 1);
        for (let place = 0; place < before.indexes.length; place++) {
          const entry = before.indexes[place]!;
          if (entry !== 0) put(before.hashes[place]!, entry);
        }
      }
      put(code, index + 1);
    },
    find(code, fits) {
      let found: number | undefined;
      for (let place = code & mask; indexes[place] !== 0; place = (place + 1) & mask) {
        const index = indexes[place]! - 1;
        if (hashes[place] === code && (found === undefined || index > found) && fits(index)) found = index;
      }
      return found;
    },
    get isEmpty() {
      return count === 0;
    },
  };
}

const SECRET = randomBytes(8);
const KEY = [SECRET.readInt32LE(0), SECRET.readInt32LE(4)] as const;

/** HalfSipHash-1-3 over the UTF-16 code units of a text, two a word: nobody who does not know the key finds texts of equal hash. */
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

function readNumber(chunks: readonly Buffer[], reader: { readonly chunk: number; offset: number }): number {
  const chunk = chunks[reader.chunk]!;
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = chunk[reader.offset++]!;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}
