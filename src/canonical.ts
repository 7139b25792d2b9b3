/**
 * JSON with sorted keys and no white space, so that equal values are equal bytes (as RFC 8785 does for the plain
 * values we have). Members that are undefined are left out, as in JSON.stringify.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? sorted(inner) : inner,
  );
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The same text in pieces, for what is so large that it should not be there once more as one text.
 *
 * @param value as `JSON.parse` gives it
 * @param depth of lists and objects that are taken apart
 */
export function* canonicalPieces(value: unknown, depth: number): Iterable<string> {
  if (depth === 0 || value === null || typeof value !== 'object') {
    yield canonicalJson(value);
    return;
  }
  const isList = Array.isArray(value);
  let before = isList ? '[' : '{';
  const members = isList ? value.entries() : Object.entries(sorted(value));
  for (const [key, member] of members) {
    yield isList ? before : `${before}${JSON.stringify(key)}:`;
    yield* canonicalPieces(member, depth - 1);
    before = ',';
  }
  yield before === ',' ? (isList ? ']' : '}') : isList ? '[]' : '{}';
}
