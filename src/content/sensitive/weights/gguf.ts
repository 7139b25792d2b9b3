import type { WeightsFacts } from '../facts.ts';

/** What a model says of itself, of which the first is told. */
const TOLD = ['general.name', 'general.basename', 'general.architecture'];
/** Bytes of a value by its type; 8 is text, 9 an array. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
const SIZES: readonly number[] = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];

/** A model for llama.cpp and its kin: tensors by its head, the name by the first of its metadata. */
export function readGguf(bytes: Buffer): WeightsFacts | undefined {
  if (bytes.length < 24) return undefined;
  // Models for machines of the other byte order are written in that.
  const isBig = bytes.readUInt16LE(4) === 0;
  const whole = (at: number) => (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
  const long = (at: number) => Number(isBig ? bytes.readBigUInt64BE(at) : bytes.readBigUInt64LE(at));
  const version = whole(4);
  if (version < 1 || version > 16) return undefined;
  // The first version counted in 32 bits.
  const tensors = version === 1 ? whole(8) : long(8);
  const says = version === 1 ? undefined : nameIn(bytes, whole, long);
  return { kind: 'weights', format: 'GGUF', tensors, ...(says !== undefined && { says }) };
}

function nameIn(
  bytes: Buffer,
  whole: (at: number) => number,
  long: (at: number) => number,
): string | undefined {
  const values = new Map<string, string>();
  let at = 24;
  const text = (): string | undefined => {
    if (at + 8 > bytes.length) return undefined;
    const end = at + 8 + long(at);
    if (end > bytes.length) return undefined;
    const found = bytes.toString('utf8', at + 8, end);
    at = end;
    return found;
  };
  for (let left = long(16); left > 0; left--) {
    const key = text();
    if (key === undefined || at + 4 > bytes.length) break;
    const type = whole(at);
    at += 4;
    if (type === 8) {
      const value = text();
      if (value === undefined) break;
      values.set(key, value);
    } else if (type === 9 || SIZES[type] === undefined) break;
    else at += SIZES[type];
  }
  const name = TOLD.map((key) => values.get(key)).find((value) => value);
  return name?.slice(0, 80);
}
