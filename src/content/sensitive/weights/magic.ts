import type { WeightsFacts } from '../facts.ts';

/** What a file of a model is told as. */
export function weights(format: string, more: Omit<WeightsFacts, 'kind' | 'format'> = {}): WeightsFacts {
  return { kind: 'weights', format, ...more };
}

/** Formats with a magic number and nothing more to tell. */
const STARTS: readonly (readonly [string, string])[] = [
  ['lmgg', 'GGML'],
  ['tjgg', 'GGML'],
  ['fmgg', 'GGML'],
  ['algg', 'GGML'],
  // Engines of TensorRT up to version 8, and from then on.
  ['ptrt', 'TensorRT'],
  ['ftrt', 'TensorRT'],
  ['CBM1', 'CatBoost'],
  ['RKNN', 'RKNN'],
  ['\xba\x16\x4f\x2f', 'fastText'],
];

/** Made for one processor by a compiler that keeps the format to itself. */
const SEALED: ReadonlySet<string> = new Set(['TensorRT', 'RKNN']);

/** Whether a file begins with the magic number of a model. */
export function beginsLikeModel(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 8);
  return STARTS.some(([magic]) => start.startsWith(magic));
}

/** Tells the format of a model by its first bytes; undefined where they are those of none. */
export function readByMagic(bytes: Buffer): WeightsFacts | undefined {
  const start = bytes.toString('latin1', 0, 8);
  const found = STARTS.find(([magic]) => start.startsWith(magic));
  return found && weights(found[1], SEALED.has(found[1]) ? { sealed: true } : {});
}
