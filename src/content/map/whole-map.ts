import type { MapFacts } from './facts.ts';
import { createMapReader, type MapReader } from './reader.ts';
import type { SourceText } from './tally.ts';

/** What a file is that was read as a map. */
export interface WholeMap {
  readonly facts: MapFacts;
  readonly texts: readonly SourceText[];
}

/** For small files, one after another: a reader costs more than most small maps do. */
let idle: MapReader | undefined;

/** Reads a whole file as a map; undefined where it is none. */
export function readMap(bytes: Buffer): WholeMap | undefined {
  // Without one of these keys nothing is a map.
  if (!MAP_KEYS.some((key) => bytes.includes(key))) return undefined;
  idle ??= createMapReader();
  idle.push(bytes, true);
  const facts = idle.end();
  const texts = idle.texts();
  idle.again();
  return facts === null ? undefined : { facts, texts };
}

const MAP_KEYS = ['"mappings"', '"sources', '"sections"'];
