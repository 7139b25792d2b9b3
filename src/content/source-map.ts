/** How a map came to be in the file: `file`, the file is the map; otherwise it is carried inside. */
export type MapForm = 'file' | 'data-url' | 'object';

/** One source that a map names. */
export interface MapSource {
  /** As written, after `sourceRoot`, at most `MAX_SOURCE_PATH` bytes. */
  readonly path: string;
  /** Whether the whole text rides along in `sourcesContent`. */
  readonly embedded: boolean;
  /** Of the embedded text: newlines + 1, 0 where there is none. */
  readonly lines: number;
  /** Of the embedded text in UTF-8, 0 where there is none. */
  readonly bytes: number;
  /** Neither from `node_modules` nor written by the bundler itself. */
  readonly firstParty: boolean;
}

/** What one source map would expose. */
export interface MapFacts {
  /** Sources in `sources` order, at most `MAX_LISTED_SOURCES` of them; the counts below are of all. */
  readonly sources: readonly MapSource[];
  /** How many sources the map names. */
  readonly named: number;
  /** How many of them ride along whole. */
  readonly embedded: number;
  readonly firstParty: number;
  /** Summed over embedded sources. */
  readonly lines: number;
  readonly bytes: number;
  readonly sourceRoot: string | undefined;
  /** Network places and storage buckets that `sources`, `sourceRoot` or section URLs point at, and buckets named in the embedded text. */
  readonly hosts: readonly string[];
  readonly buckets: readonly string[];
  /** The tool that writes maps shaped like this one, where the bytes tell. */
  readonly generator: string | undefined;
  /** The bytes ended before the JSON did. */
  readonly truncated: boolean;
}

/** A source map found in a file. */
export interface MapSighting {
  readonly form: MapForm;
  /** Of its first byte, or of the comment that carries it; both counted from 1. */
  readonly line: number;
  readonly column: number;
  /** Of the map as carried: base64 text counts as base64 text. In bytes. */
  readonly size: number;
  readonly facts: MapFacts;
}
