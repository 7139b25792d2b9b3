const MODULE_SOURCE = /\.[cm]?ts$/;
const DECLARATION = /\.d\.[cm]?ts$/;
const ALL_ALIKE = /\.(?:map|tsx|jsx|vue|svelte|scss|sass|less|styl|coffee)$/;
/** Folders of which nothing belongs in a package: what tools keep between builds, and what tests cover. */
const WHOLE =
  /^(?:[^/]+\/)*?(?:\.next\/cache|\.vite\/(?:deps|vitest)[^/]*|node_modules\/\.[\w-]+|\.parcel-cache|\.turbo|\.nx|\.rollup\.cache|\.rpt2_cache[^/]*|\.swc|\.nyc_output|\.sass-cache|\.angular\/cache|\.wireit|\.babel-cache|\.metro-cache|\.expo|\.rsdoctor|\.docusaurus|coverage\/lcov-report|__(?:tests|mocks|snapshots|fixtures)__)(?=\/)/;

/**
 * The glob that keeps a file out, for a line of `.npmignore` or, behind a `!`, of `files`. It takes all files of
 * this kind in the folder where they never belong in a package (maps, original sources) and all of a folder that is
 * a tool's own, else the one file.
 *
 * @param folder what let it in; where it is not given, the path's first folder
 */
export function exclusionOf(path: string, folder = path.slice(0, Math.max(0, path.indexOf('/')))): string {
  const whole = WHOLE.exec(path)?.[0];
  if (whole !== undefined) return `${escaped(whole)}/**`;
  const inFolder = folder === '' ? '' : `${escaped(folder)}/**/`;
  const kind = ALL_ALIKE.exec(path)?.[0];
  if (kind !== undefined) return `${inFolder}*${kind}`;
  const source = DECLARATION.test(path) ? undefined : MODULE_SOURCE.exec(path)?.[0];
  // Declarations end alike, and belong in.
  if (source !== undefined) return `${inFolder}!(*.d)${source}`;
  return escaped(path);
}

function escaped(text: string): string {
  return text.replace(/[*?[\]{}()\\]/g, '\\$&');
}
