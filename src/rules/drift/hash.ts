/** `dist/chunk-*.js` for `dist/chunk-4F2Q9Z7A.js`: bundlers write hashes of 6 to 64 letters and digits, never letters alone. */
export function withoutHash(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash).replace(/[A-Za-z0-9_]+/g, (word) => (isHash(word) ? '*' : word));
  return path.slice(0, slash) + name;
}

function isHash(word: string): boolean {
  return word.length >= 6 && word.length <= 64 && /\d/.test(word) && /^[A-Za-z0-9_]+$/.test(word);
}
