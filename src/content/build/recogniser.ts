import { createOriginals, type OriginalsList } from '../originals.ts';
import type { Ask, ValueKind } from './frames.ts';
import type { RecordKind } from './record.ts';

/** Knows one kind of record by the values under its root. */
export interface Recogniser {
  readonly kind: RecordKind;
  /** What people call it, or what tells that at the end. */
  readonly name: string | (() => string);
  /** What it wants of a value of the root object. */
  value(kind: ValueKind, key: string): Ask;
  /** Keys of the root object under which a value that is no container matters. Under others such values are all alike. */
  readonly keys?: readonly string[];
  /** Original files named so far, and whether enough was seen to be sure. */
  found(truncated: boolean): OriginalsList | undefined;
}

/** Values of a root object that may be something else before nothing more in it is looked into: large data has thousands. */
export const MAX_STRANGERS = 8;

/**
 * The keys that speak for a record, and the files it names.
 *
 * @param rooted whether it names them from the root of the project on
 */
export function collector(rooted = true) {
  const files = createOriginals(rooted);
  const seen = new Set<string>();
  return { files, seen };
}
