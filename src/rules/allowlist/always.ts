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

function inPackage(path: string): string {
  return path.replace(/^(?:\.?\/)+/, '');
}
