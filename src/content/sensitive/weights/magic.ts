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

/** How a model of CTranslate2 begins: a version, how long the name of its architecture is, and that name. model_spec.py of CTranslate2. */
const CTRANSLATE2 = /^[\x01-\x1f]\0\0\0[\x06-\x60]\0([A-Z][A-Za-z\d]{1,80})Spec\0/;

/** Whether a file begins with the magic number of a model. */
export function beginsLikeModel(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 8);
  return STARTS.some(([magic]) => start.startsWith(magic)) || isCTranslate2(head);
}

function isCTranslate2(head: Buffer): boolean {
  return head[1] === 0 && head[3] === 0 && head[5] === 0 && CTRANSLATE2.test(head.toString('latin1', 0, 100));
}

/** Tells the format of a model by its first bytes; undefined where they are those of none. */
export function readByMagic(bytes: Buffer): WeightsFacts | undefined {
  const start = bytes.toString('latin1', 0, 8);
  if (isCTranslate2(bytes)) return readCTranslate2(bytes);
  const found = STARTS.find(([magic]) => start.startsWith(magic));
  return found && weights(found[1], SEALED.has(found[1]) ? { sealed: true } : {});
}

/** Behind the name stand its revision, and how many tensors there are. */
function readCTranslate2(bytes: Buffer): WeightsFacts {
  const says = CTRANSLATE2.exec(bytes.toString('latin1', 0, 100))![1]!;
  const at = 6 + bytes.readUInt16LE(4) + 4;
  return weights('CTranslate2', {
    says,
    ...(at + 4 <= bytes.length && { tensors: bytes.readUInt32LE(at) }),
  });
}
