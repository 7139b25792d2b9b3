import type { Originals } from '../originals.ts';

/**
 * How a map came to be in the file: it is the map; it is carried inside a text, as a data URL or as an object of a
 * script; or it lies in a binary file, in whatever form.
 */
export type MapForm = 'file' | 'data-url' | 'object' | 'embedded';

/**
 * What one source map would expose: the sources it names, sections one after another, and what its bytes tell of
 * its writer.
 */
export interface MapFacts extends Originals {
  /** Keys of the map object in the order they were written, which tells the tool that wrote it. */
  readonly keys: readonly string[];
  /** Starts with a newline after the brace: the pretty-printing that some tools always use. */
  readonly pretty: boolean;
  /** A path among the sources that shows which bundler wrote it, by its own scheme (`webpack`, `turbopack`, ...). */
  readonly scheme: string | undefined;
  /** The bytes ended before the JSON did. */
  readonly truncated: boolean;
  /** What ties it to its script in an error tracker (`debugId`, `debug_id`), where it has one. */
  readonly debugId?: string;
}

/** A source map found in a file. */
export interface MapSighting {
  readonly form: MapForm;
  /**
   * Of the words that introduce it (`sourceMappingURL=`, `base64,`), or of the file; counted from 1, columns in bytes.
   */
  readonly line: number;
  readonly column: number;
  /** Of the map as carried, in bytes: base64 text counts as base64 text. */
  readonly size: number;
  readonly facts: MapFacts;
}
