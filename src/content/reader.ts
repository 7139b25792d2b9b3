/**
 * Turns the bytes of one file into facts, in one pass and bounded memory.
 *
 * `push` is called with consecutive views of the file, cut at arbitrary places; a view is only valid during the
 * call. `end` is called once, after the last view, and gives the facts. A reader never throws for what it reads.
 */
export interface Reader<Facts> {
  push(view: Buffer): void;
  end(): Facts;
}
