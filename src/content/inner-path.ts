/** Between the path of an archive and a path inside it. */
export const INSIDE = '!/';

/**
 * The file of the package in which a path lies: `vendor.zip` for `vendor.zip!/a.gz!/a`, and the path itself where
 * it stands in the package.
 */
export function carrierOf(path: string, files: { has(path: string): boolean }): string {
  // Most paths hold no mark of an archive: then there is nothing to look up.
  if (!path.includes(INSIDE) || files.has(path)) return path;
  for (let at = path.indexOf(INSIDE); at !== -1; at = path.indexOf(INSIDE, at + 1)) {
    if (files.has(path.slice(0, at))) return path.slice(0, at);
  }
  return path;
}

/**
 * Where a file would stand once it is unpacked: what is compressed alone belongs beside its archive, so that
 * `dist/a.js.gz!/a.js` is at home in `dist/a.js`. Any other path stays as it is.
 */
export function placeOf(path: string): string {
  const at = path.lastIndexOf(INSIDE);
  if (at === -1) return path;
  const name = path.slice(at + INSIDE.length);
  const outer = path.slice(0, at);
  const dot = outer.lastIndexOf('.');
  const folder = outer.lastIndexOf('/') + 1;
  return outer.slice(folder, dot) === name ? outer.slice(0, folder) + name : path;
}
