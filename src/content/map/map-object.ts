import type { Measured } from '../scanner/measure.ts';
import type { MapFacts } from './facts.ts';

/** What was read of one map object: the root, or the `map` of a section. */
export interface MapObject {
  version: string | undefined;
  mappings: boolean;
  /** Whether there is a list of sources, be it empty. */
  listed: boolean;
  sourceRoot: string;
  sections: number;
  sourceCount: number;
  contentCount: number;
  paths: string[];
  contents: (Measured | null)[];
  /** Where each of the contents lies: from, to. */
  spans: number[];
  /** Maps that are strings in its sections. */
  enclosed: MapFacts[];
}

export function createMapObject(): MapObject {
  return {
    version: undefined,
    mappings: false,
    listed: false,
    sourceRoot: '',
    sections: 0,
    sourceCount: 0,
    contentCount: 0,
    paths: [],
    contents: [],
    spans: [],
    enclosed: [],
  };
}

/**
 * Whether an object is a source map and not JSON with a key or two of the same name.
 *
 * A consumer needs `version: 3` with `mappings` and `sources`, or `sections`; texts under `sourcesContent` expose
 * what they hold even where the rest is missing or cut off.
 */
export function isMap(map: MapObject, whole: boolean): boolean {
  const version = map.version === '3';
  if (map.sections > 0 && version) return true;
  if (map.contentCount > 0) return map.sourceCount > 0 || version || holdsTexts(map);
  if (map.mappings) return map.sourceCount > 0 || (version && (map.listed || !whole));
  return version && map.sourceCount > 0 && !whole;
}

/** Whether the texts are worth telling: examples in the code of tools are words. */
export function holdsTexts({ contents }: MapObject): boolean {
  return contents.some((text) => text !== null && (text.lines > 1 || text.bytes >= 100));
}

/** Whether a map names or holds a source. */
export function tells({ mappings, paths, contents }: MapObject): boolean {
  return contents.some((text) => text !== null) || (mappings && paths.some((path) => path !== ''));
}
