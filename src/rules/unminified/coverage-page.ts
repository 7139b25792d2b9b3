/** What Istanbul puts beside the pages of its report: the code that shows them, and none of the publisher's. */
const ASSETS = ['base.css', 'block-navigation.js', 'prettify.css', 'prettify.js', 'sorter.js'] as const;
/** Bytes of the largest; `prettify.js` has 17,590. */
const MAX_ASSET = 20_000;

/** Whether a file is one that Istanbul's report in HTML brings: by its name, its size, and all the others beside it. */
export function isCoverageAsset(path: string, files: ReadonlyMap<string, number>): boolean {
  const from = path.lastIndexOf('/') + 1;
  if (!(ASSETS as readonly string[]).includes(path.slice(from))) return false;
  const folder = path.slice(0, from);
  return (
    files.has(`${folder}index.html`) &&
    ASSETS.every((name) => (files.get(folder + name) ?? Number.POSITIVE_INFINITY) < MAX_ASSET)
  );
}
