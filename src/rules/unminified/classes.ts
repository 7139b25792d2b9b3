import type { Region } from '../../content/regions.ts';
import type { ScriptFacts } from '../../content/script.ts';
import type { StyleFacts } from '../../content/style.ts';
import type { TextFacts } from '../../content/text.ts';

/**
 * What a text is to somebody who wants to read it.
 *
 * - `trivial`: too little to matter, or nothing but imports and exports
 * - `minified`: white space gone and names mangled (style sheets: white space gone)
 * - `partial`: one of the two only
 * - `mixed`: minified, with a part in it that is readable
 * - `readable`: source, or so close to it that it makes no difference
 */
export type TextClass = 'trivial' | 'minified' | 'partial' | 'mixed' | 'readable';

/** Fewer bytes of code and strings than this tell nobody anything. */
const TRIVIAL = 200;
/** The part of a file's code that may lie in dense stretches before the file no longer counts as readable. */
const DENSE_SHARE = 0.45;
/** The same for files with fewer laid-out bytes than loader glue has. */
const GLUE = 400;
const DENSE_SHARE_SMALL = 0.3;
/** Code bytes in one laid-out part of an otherwise minified file, from which on it counts. */
const REGION = 800;
/** Bytes of strings in such a part for each byte of code, up to which it is code; a table of messages is not. */
const REGION_STRINGS = 2.5;
/** Short names among all of a part, up to which its names count as kept. */
const REGION_SHORT = 0.4;
/** Lines without a blank in them, one statement each: so many line breaks for each byte of code, so many bytes a line. */
const LINES = { breaks: 0.04, bytes: 60 };
/** Names that must be declared before anything is said about how. */
const DECLARED = 5;
const DECLARED_LAID_OUT = 8;
/** Short names, among those declared and among all: code that kept its names is under both. */
const KEPT = { declared: 0.4, all: 0.45 };
/** Mangled code is over both; ciphers and mathematics written by hand stay under them. */
const MANGLED = { declared: 0.8, all: 0.6 };

/** The class of JavaScript (TypeScript, JSX). */
export function classOfScript(text: TextFacts, script: ScriptFacts): TextClass {
  if (text.shim || script.codeBytes + script.literalBytes < TRIVIAL) return 'trivial';
  const dense = script.denseBytes / Math.max(1, script.codeBytes);
  const laidOut = script.codeBytes - script.denseBytes;
  const declared = script.shortDeclared / Math.max(1, script.declared);
  const all = script.shortNames / Math.max(1, script.names);
  if (dense < (laidOut < GLUE ? DENSE_SHARE_SMALL : DENSE_SHARE)) {
    const mangled = script.declared >= DECLARED_LAID_OUT && declared > MANGLED.declared && all > MANGLED.all;
    return mangled ? 'partial' : 'readable';
  }
  if (readableRegion(script.regions) !== undefined) return 'mixed';
  const breaks = script.runs - script.gaps;
  const lined =
    breaks > LINES.breaks * script.codeBytes && script.codeBytes + script.literalBytes < LINES.bytes * breaks;
  if (lined && all <= KEPT.all) return 'readable';
  const kept = script.declared >= DECLARED && declared <= KEPT.declared && all <= KEPT.all;
  return kept ? 'partial' : 'minified';
}

/** The largest part of a minified file that is readable. */
export function readableRegion(regions: readonly Region[]): Region | undefined {
  return regions
    .filter(
      (region) =>
        region.codeBytes >= REGION &&
        region.literalBytes <= REGION_STRINGS * region.codeBytes &&
        region.shortNames <= REGION_SHORT * region.names,
    )
    .reduce<Region | undefined>(
      (best, region) => (best && best.codeBytes >= region.codeBytes ? best : region),
      undefined,
    );
}

/** The class of CSS. */
export function classOfStyle(text: TextFacts, style: StyleFacts): TextClass {
  if (text.shim || style.codeBytes + style.literalBytes < TRIVIAL) return 'trivial';
  const shares = [
    [style.spacedDeclarations, style.declarations],
    [style.spacedOpens, style.opens],
    [style.spacedCloses, style.closes],
  ] as const;
  const seen = shares.filter(([, all]) => all > 0);
  const mean = seen.reduce((sum, [spaced, all]) => sum + spaced / all, 0) / Math.max(1, seen.length);
  if (mean > 0.35) return 'readable';
  return readableRegion(style.regions) === undefined ? 'minified' : 'mixed';
}
