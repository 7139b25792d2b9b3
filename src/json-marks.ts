/**
 * Brackets and commas of JSON that packgate makes objects of, where somebody else wrote it: receipts and plans.
 * What one of them begins takes up to a hundred bytes of memory, however few it has in the text.
 */
export const MOST_MARKS = 1_000_000;
/** The same for all reports that are merged, a finding of which has some twelve. */
export const MOST_REPORT_MARKS = 4_000_000;
/** The same for a `package.json`. */
export const MOST_MANIFEST_MARKS = 200_000;

/**
 * Brackets and commas of JSON, those in texts too: what makes an object of it is counted before it is parsed.
 *
 * @param most counting ends behind so many
 */
export function countMarks(json: string | Buffer, most: number): number {
  let marks = 0;
  const isText = typeof json === 'string';
  for (let at = 0; at < json.length && marks <= most; at++) {
    const code = isText ? json.charCodeAt(at) : json[at]!;
    if (code === 0x2c || code === 0x7b || code === 0x5b) marks++;
  }
  return marks;
}
