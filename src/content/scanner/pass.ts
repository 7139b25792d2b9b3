import { createPlainPasser } from './plain-pass.ts';
import { createSimdPasser } from './simd-pass.ts';

/** Keys by their first byte: a bit for each length that one of them has. */
export type KeyNames = Uint32Array<ArrayBuffer>;

/** Keys that are longer are told from all others without a look. In bytes, less than 32. */
const MAX_NAME = 31;

/** @param keys of ASCII, at most 31 of them long, none of them empty */
export function keyNames(keys: Iterable<string>): KeyNames {
  const names = new Uint32Array(256);
  for (const key of keys) {
    if (key === '' || key.length > MAX_NAME) throw new RangeError(`no name for a table: ${key}`);
    names[key.charCodeAt(0)]! |= 1 << key.length;
  }
  return names;
}

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

const idle: JsonPasser[] = [];

/** SIMD WebAssembly where the engine has it, or a plain loop with the same answers. A module has half a megabyte of memory: give it back. */
export function borrowPasser(): JsonPasser {
  return idle.pop() ?? createSimdPasser() ?? createPlainPasser();
}

export function returnPasser(passer: JsonPasser): void {
  idle.push(passer);
}
