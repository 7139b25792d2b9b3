/**
 * How a map came to be in the file: it is the map; it is carried inside a text, as a data URL or as an object of a script; or it
 * lies in a binary file, in whatever form.
 */
export type MapForm = 'file' | 'data-url' | 'object' | 'embedded';

/** One source that a map names. */
export interface MapSource {
  /** As written, `sourceRoot` put before it; cut at 4,096 bytes. */
  readonly path: string;
  /** Whether its text rides along in `sourcesContent`. */
  readonly embedded: boolean;
  /** Of the embedded text; 0 where there is none. */
  readonly lines: number;
  /** Of the embedded text in UTF-8; 0 where there is none. */
  readonly bytes: number;
  /** Neither from `node_modules` nor written by the bundler itself. */
  readonly firstParty: boolean;
}

/** What one source map would expose. */
export interface MapFacts {
  /** In `sources` order, sections one after another; at most `MAX_LISTED_SOURCES`. The counts below are of all. */
  readonly sources: readonly MapSource[];
  /** Sources that the map names. */
  readonly named: number;
  /** Sources whose text rides along. */
  readonly embedded: number;
  /** The publisher's own among the named. */
  readonly firstParty: number;
  /** Summed over the embedded texts. */
  readonly lines: number;
  readonly bytes: number;
  /** Network places that `sources`, `sourceRoot` or a section's URL points at: host names, sorted. */
  readonly hosts: readonly string[];
  /** Storage buckets named anywhere in the map, embedded texts included: sorted. */
  readonly buckets: readonly string[];
  /** Keys of the map object in the order they were written, which tells the tool that wrote it. */
  readonly keys: readonly string[];
  /** Starts with a newline after the brace: the pretty-printing that some tools always use. */
  readonly pretty: boolean;
  /** A path among the sources that shows which bundler wrote it, by its own scheme (`webpack`, `turbopack`, ...). */
  readonly scheme: string | undefined;
  /** The bytes ended before the JSON did. */
  readonly truncated: boolean;
}

/** A source map found in a file. */
export interface MapSighting {
  readonly form: MapForm;
  /** Of the words that introduce it (`sourceMappingURL=`, `base64,`), or of the file; counted from 1, columns in bytes. */
  readonly line: number;
  readonly column: number;
  /** Of the map as carried, in bytes: base64 text counts as base64 text. */
  readonly size: number;
  readonly facts: MapFacts;
}

/** Sources kept by name for one map; an honest bundle of a large application has some 20,000. */
export const MAX_LISTED_SOURCES = 100_000;
