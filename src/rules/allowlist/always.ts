import type { Manifest } from '../../manifest.ts';

/**
 * Tells the files that npm packs whatever `files` says: the manifest; readme, licence and copying notes at the
 * root, where they are the text that their name says; and what `main`, `browser` and `bin` name. They need no line
 * in the allowlist; one with `!` denies them. npm takes any extension for a note (`readme.js`): such a file needs a
 * line. Source: npm-packlist 11.3, and npm's documentation of `files` in package.json.
 */
export function createAlwaysPacked(manifest: Manifest): (path: string) => boolean {
  const { main, browser, bin = [] } = manifest;
  const named = new Set([main, browser, ...bin].filter((path) => path !== undefined).map(inPackage));
  return (path) => path === 'package.json' || isNote(path) || named.has(path);
}

/** Whether it is a readme, licence or copying note at the root, as text. */
export function isNote(path: string): boolean {
  return NOTE.test(path);
}

const NOTE =
  /^(?:readme|copying|licen[cs]e)(?:(?:\.[a-z]{2}(?:[-_][a-z]{2,4})?)?\.(?:md|markdown|txt|rst|adoc))?$/i;

/** The file that `main` or `bin` names and the package does not hold: most often it was packed before it was built. */
export function missingEntry(
  { main, bin = [], format }: Manifest,
  files: Pick<ReadonlyMap<string, unknown>, 'has'>,
): string | undefined {
  if (format !== undefined) return undefined;
  const isThere = (path: string, endings: readonly string[]) =>
    endings.some((ending) => files.has(`${inPackage(path).replace(/^\.$/, '')}${ending}`.replace(/^\//, '')));
  // A folder, and a name without its ending, are found by require().
  const endings = ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'];
  if (main !== undefined && main !== '' && !isThere(main.endsWith('/') ? main.slice(0, -1) : main, endings))
    return main;
  return bin.find((path) => path !== '' && !isThere(path, ['']));
}

function inPackage(path: string): string {
  return path.replace(/^(?:\.?\/)+/, '');
}
