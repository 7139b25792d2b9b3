import { originOf } from './map/origin.ts';
import type { Measured } from './scanner/measure.ts';

/** One original file that something in the package tells of. */
export interface OriginalSource {
  /** As written, cut at 4,096 bytes; of a map with its `sourceRoot` before it. */
  readonly path: string;
  /** Whether its text rides along. */
  readonly embedded: boolean;
  /** Of the embedded text; 0 where there is none. */
  readonly lines: number;
  /** Of the embedded text in UTF-8; 0 where there is none. */
  readonly bytes: number;
  /** Neither from `node_modules` nor written by the bundler itself. */
  readonly firstParty: boolean;
}

/**
 * What one thing tells of original files, a source map or a record of the build: the one model that exposure is
 * added up from.
 */
export interface Originals {
  /** In the order they stand; at most `MAX_LISTED_SOURCES`. The counts below are of all. */
  readonly sources: readonly OriginalSource[];
  /** Original files that are named. */
  readonly named: number;
  /** Those whose text rides along. */
  readonly embedded: number;
  /** The publisher's own among the named. */
  readonly firstParty: number;
  /** Summed over the embedded texts. */
  readonly lines: number;
  readonly bytes: number;
  /** Set where relative paths begin at the root of the project; else they begin at the file that tells of them. */
  readonly rooted?: true;
  /** Network places that are named as the home of sources: host names, sorted. */
  readonly hosts: readonly string[];
  /** Storage buckets named anywhere in it, embedded texts included: sorted. */
  readonly buckets: readonly string[];
}

/** Sources kept by name for one map or record; an honest bundle of a large application has some 20,000. */
export const MAX_LISTED_SOURCES = 100_000;

/** Collects the original files that a record names, each path once. */
export interface OriginalsList {
  add(path: string, text?: Measured): void;
  count(): number;
  end(): Originals;
}

/** @param rooted whether relative paths begin at the root of the project, as those of most records do */
export function createOriginals(rooted = true): OriginalsList {
  const texts = new Map<string, Measured | undefined>();
  /** Paths beyond those that are listed; one that comes again counts again. */
  let more = 0;
  return {
    add(path, text) {
      if (path === '') return;
      const told = text === undefined || text.bytes === 0 ? undefined : text;
      const known = texts.has(path);
      if (!known && texts.size >= MAX_LISTED_SOURCES) more++;
      else if (!known || told !== undefined) texts.set(path, told);
    },
    count: () => texts.size,
    end() {
      const sources = [...texts].map(([path, text]): OriginalSource => {
        const { firstParty } = originOf(path);
        return {
          path,
          embedded: text !== undefined,
          lines: text?.lines ?? 0,
          bytes: text?.bytes ?? 0,
          firstParty,
        };
      });
      const sum = { named: sources.length + more, embedded: 0, firstParty: more, lines: 0, bytes: 0 };
      for (const source of sources) {
        if (source.embedded) sum.embedded++;
        if (source.firstParty) sum.firstParty++;
        sum.lines += source.lines;
        sum.bytes += source.bytes;
      }
      return { sources, ...sum, ...(rooted && { rooted }), hosts: [], buckets: [] };
    },
  };
}
