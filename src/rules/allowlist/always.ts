/**
 * Files that npm packs whatever `files` says, where they are what their name says: the manifest, and readme,
 * licence and copying notes at the root as text. They need no line in the allowlist; one with `!` denies them.
 * npm packs any extension (`readme.js`), and `main` and `bin` too: those need a line.
 * Source: npm's documentation of `files` in package.json.
 */
export function isAlwaysPacked(path: string): boolean {
  return path === 'package.json' || NOTE.test(path);
}

const NOTE =
  /^(?:readme|copying|licen[cs]e)(?:(?:\.[a-z]{2}(?:[-_][a-z]{2,4})?)?\.(?:md|markdown|txt|rst|adoc))?$/i;
