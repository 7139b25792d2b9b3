/**
 * Parts of JSON that packgate makes objects of, where somebody else wrote it: receipts and plans. Each takes up to a hundred bytes
 * of memory, however few it has in the text.
 */
export const MOST_PARTS = 1_000_000;
/** The same for all reports that are merged, a finding of which has some twelve. */
export const MOST_REPORT_PARTS = 4_000_000;
/** The same for a `package.json`. */
export const MOST_MANIFEST_PARTS = 200_000;

/**
 * Brackets and commas of JSON, those in texts too: what makes an object of it is counted before it is parsed.
 *
 * @param most counting ends behind so many
 */
export function countParts(json: string | Buffer, most: number): number {
  let parts = 0;
  const isText = typeof json === 'string';
  for (let at = 0; at < json.length && parts <= most; at++) {
    const code = isText ? json.charCodeAt(at) : json[at]!;
    if (code === 0x2c || code === 0x7b || code === 0x5b) parts++;
  }
  return parts;
}

/** The lines of a text that hold something, one after another: all of them at once may take more memory than the text. */
export function* linesOf(text: string): Generator<string, undefined> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    const line = text.slice(at, end);
    if (/\S/.test(line)) yield line;
    at = end + 1;
  }
}
