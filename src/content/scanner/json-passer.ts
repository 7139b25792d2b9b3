import type { KeyNames } from './key-names.ts';

/**
 * Passes over JSON that nobody wants, as fast as memory allows: a file of data, of messages in some language, is thousands of such
 * members. What a view cuts is left to the caller.
 */
export interface JsonPasser {
  /** Call once for each view before the others: its bytes may lie where others lay. */
  arrive(): void;
  /**
   * Passes over members of an object whose value is a string, a number or a word, and whose key is not one of the names (nor looks like
   * one: same first byte and length) and holds no backslash.
   *
   * @param from where a key may begin
   * @returns behind the comma of the last one that it passed, or `from`
   */
  members(view: Buffer, from: number, names: KeyNames): number;
  /**
   * Passes over containers and strings in them.
   *
   * @param from in a container and outside strings
   * @param open how many containers are open, at least 1
   * @returns behind the end of the outermost one (`depth` is 0 then), at the opening quote of a string that the view cuts, or the view's length
   */
  container(view: Buffer, from: number, open: number): number;
  /** How many containers are open where `container` stopped. */
  readonly depth: number;
}
