const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** The prefix that keeps a script tag from running JSON; ECMA-426 has consumers skip it with the rest of its line. */
const XSSI = Buffer.from(')]}');
/** Bytes in which a prefix has to end. */
export const MAX_PREFIX = 256;

/**
 * Whether bytes begin as the JSON of an object does, behind byte order mark, prefix or white space. A reader costs more
 * than most small files do, so it is made only for those.
 */
export function beginsLikeJson(head: Buffer): boolean {
  return /^(?:\xef\xbb\xbf)?(?:\)\]\}|\s*(?:$|\{\s*(?:$|["}])))/.test(head.toString('latin1', 0, MAX_PREFIX));
}

/** Bytes in front of the JSON: byte order mark, the line of an XSSI prefix, white space. */
export function prefixLength(head: Buffer): number {
  let at = head.subarray(0, 3).equals(BOM) ? 3 : 0;
  if (head.subarray(at, at + 3).equals(XSSI)) {
    const newline = head.indexOf(10, at);
    at = newline === -1 ? head.length : newline + 1;
  }
  while (at < head.length && isBlank(head[at]!)) at++;
  return at;
}

/** White space as JSON has it. */
export function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 10 || byte === 13;
}
