import { posix } from 'node:path';
import type { WeightsFacts } from '../facts.ts';

/** Files that a model may name. */
const MOST = 1000;

/** The files that a model names as those with its numbers, by their paths in the package. */
export function beside(path: string, names: Iterable<string>): Pick<WeightsFacts, 'parts'> {
  const folder = posix.dirname(path);
  const parts = [...new Set(names)].slice(0, MOST).map((name) => posix.join(folder, name));
  return parts.length === 0 ? {} : { parts };
}
