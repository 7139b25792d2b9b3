/**
 * Turns the bytes of one file into facts, in one pass and bounded memory.
 *
 * `push` is called with consecutive views of the file, cut at arbitrary places; a view is only valid during the
 * call. `end` is called once, after the last view, and gives the facts. A reader never throws for what it reads.
 *
 * A view that is the whole file may be pushed as such: it is then the only one, and valid until `end` has returned.
 * Most files are small enough for that, and the readers that make the most of it keep no copies and search no
 * seams. The facts are the same.
 */
export interface Reader<Facts> {
  push(view: Buffer, whole?: boolean): void;
  end(): Facts;
}
