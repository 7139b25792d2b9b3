/** The lines of a text that hold something, one after another: all of them at once may take more memory than the text. */
export function* eachLine(text: string): Generator<string, undefined> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    const line = text.slice(at, end);
    if (/\S/.test(line)) yield line;
    at = end + 1;
  }
}
