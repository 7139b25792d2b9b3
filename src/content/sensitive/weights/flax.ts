import type { Reader } from '../../reader.ts';
import type { WeightsFacts } from '../facts.ts';

/** Bytes of an array that say its shape and type. */
const HEAD = 128;

/** Whether a file could be one: a map of MessagePack whose first key is text. https://github.com/msgpack/msgpack/blob/master/spec.md */
export function beginsLikeFlax(head: Buffer): boolean {
  const first = head[0]!;
  const key =
    first > 0x80 && first <= 0x8f ? head[1]! : first === 0xde ? head[3]! : first === 0xdf ? head[5]! : 0;
  return (key > 0xa0 && key <= 0xbf) || key === 0xd9;
}

/** Bytes that give a length, by the type that they follow; those of an extension are followed by one for its kind. */
const LENGTHS: Readonly<Record<number, number>> = {
  196: 1,
  197: 2,
  198: 4,
  199: 1,
  200: 2,
  201: 4,
  217: 1,
  218: 2,
  219: 4,
};
/** Bytes behind a type whose length is known: numbers, and lengths of lists and maps. */
const BEHIND: Readonly<Record<number, number>> = {
  202: 4,
  203: 8,
  204: 1,
  205: 2,
  206: 4,
  207: 8,
  208: 1,
  209: 2,
  210: 4,
  211: 8,
  220: 2,
  221: 4,
  222: 2,
  223: 4,
};
const FIRST_EXTENSION = 0xc7;
const FIRST_FIXED_EXTENSION = 0xd4;

/** Walks over the parameters that Flax serialises and counts the arrays: extensions of kind 1. flax/serialization.py */
export function createFlaxReader(): Reader<WeightsFacts | undefined> {
  let tensors = 0;
  let parameters = 0;
  let valid = true;
  /** Bytes to step over. */
  let skip = 0;
  let digits = 0;
  let length = 0;
  /** The kind of an extension comes next. */
  let kindNext = false;
  let isExtension = false;
  /** The first bytes of an array, while they are gathered. */
  let array: number[] | undefined;

  function shapeOf(bytes: readonly number[]): void {
    const head = Buffer.from(bytes);
    const rank = head[1]! - 0x90;
    if (head[0] !== 0x93 || rank < 0 || rank > 15) return;
    let numbers = 1;
    let at = 2;
    for (let axis = 0; axis < rank; axis++) {
      const type = head[at++]!;
      const size = type === 0xcc ? 1 : type === 0xcd ? 2 : type === 0xce ? 4 : 0;
      if (size === 0 && type > 0x7f) return;
      if (at + size > head.length) return;
      numbers *= size === 0 ? type : head.readUIntBE(at, size);
      at += size;
    }
    if (!/^[\xa3-\xaf](?:float|bfloat|int|uint|complex|bool)/.test(head.toString('latin1', at, at + 12)))
      return;
    tensors++;
    parameters += numbers;
  }

  function type(byte: number): void {
    if (byte <= 0x9f || byte >= 0xe0 || byte === 0xc0 || byte === 0xc2 || byte === 0xc3) return;
    if (byte <= 0xbf) skip = byte - 0xa0;
    else if (LENGTHS[byte] !== undefined) {
      digits = LENGTHS[byte];
      length = 0;
      isExtension = byte >= FIRST_EXTENSION && byte < FIRST_EXTENSION + 3;
    } else if (BEHIND[byte] !== undefined) skip = BEHIND[byte];
    else if (byte >= FIRST_FIXED_EXTENSION && byte < FIRST_FIXED_EXTENSION + 5) {
      length = 2 ** (byte - FIRST_FIXED_EXTENSION);
      kindNext = true;
    } else valid = false;
  }

  function done(): void {
    if (array !== undefined) shapeOf(array);
    array = undefined;
  }

  return {
    push(view) {
      for (let here = 0; here < view.length && valid; ) {
        if (skip > 0) {
          const step = Math.min(skip, view.length - here);
          if (array !== undefined && array.length < HEAD)
            array.push(...view.subarray(here, here + Math.min(step, HEAD - array.length)));
          skip -= step;
          here += step;
          if (skip === 0) done();
          continue;
        }
        const byte = view[here++]!;
        if (kindNext) {
          kindNext = false;
          skip = length;
          if (byte === 1) array = [];
        } else if (digits > 0) {
          length = length * 256 + byte;
          if (--digits > 0) continue;
          if (isExtension) kindNext = true;
          else skip = length;
        } else type(byte);
      }
    },
    end() {
      done();
      return valid && tensors > 0 ? { kind: 'weights', format: 'Flax', tensors, parameters } : undefined;
    },
  };
}
