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
