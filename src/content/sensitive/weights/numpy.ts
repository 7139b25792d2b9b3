import { INSIDE } from '../../inner-path.ts';
import type { Beginning } from '../beginning.ts';
import type { WeightsFacts } from '../facts.ts';
import { numbersIn } from './shape.ts';

/** What an array is called that is a part of a model. Any other is data. */
const MODEL = /weight|model|checkpoint|ckpt|params|embedding/i;

/** An array of NumPy that is called as a part of a model, or lies in an archive that is. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html */
export function readArray({ path, bytes }: Beginning): WeightsFacts | undefined {
  if (bytes.toString('latin1', 0, 6) !== '\x93NUMPY') return undefined;
  const inside = path.lastIndexOf(INSIDE);
  const archive = inside !== -1 && /\.npz$/i.test(path.slice(0, inside)) ? path.slice(0, inside) : undefined;
  const called = archive ?? path;
  if (!MODEL.test(called.slice(called.lastIndexOf('/') + 1))) return undefined;
  const [, shape] = /'shape':\s*\(([\d, L]*)\)/.exec(bytes.toString('latin1', 0, 4096)) ?? [];
  return {
    kind: 'weights',
    format: 'NumPy',
    tensors: 1,
    ...(shape !== undefined && { parameters: numbersIn(shape) }),
    ...(archive !== undefined && { whole: archive }),
  };
}
