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
/** Stretches of droppable white space per byte of code: minified files stay under it, readable ones over it. */
const LAID_OUT = 0.06;
/** The part of a file's code that has to be laid out before the file counts as readable. */
const MOSTLY = 0.5;
/** Code bytes in one laid-out part of an otherwise minified file, from which on it counts; loader glue is smaller. */
const REGION = 2048;
/** Short names among those declared: mangled code is above, code that kept its names below. */
const NAMES_KEPT = 0.4;
const NAMES_MANGLED = 0.6;

/** The class of JavaScript (TypeScript, JSX). */
export function classOfScript(text: TextFacts, script: ScriptFacts): TextClass {
  if (text.shim || script.codeBytes + script.literalBytes < TRIVIAL) return 'trivial';
  const ratio = script.runs / Math.max(1, script.codeBytes);
  const laidOut = script.laidOutBytes / Math.max(1, script.codeBytes);
  const short = script.shortDeclared / Math.max(1, script.declared);
  if (ratio > LAID_OUT && laidOut > MOSTLY) {
    const shortNames = script.shortNames / Math.max(1, script.names);
    return script.declared >= 10 && short > NAMES_MANGLED && shortNames > 0.45 ? 'partial' : 'readable';
  }
  if (script.regions.some((region) => region.codeBytes >= REGION)) return 'mixed';
  return script.declared >= 10 && short <= NAMES_KEPT ? 'partial' : 'minified';
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
  return style.regions.some((region) => region.codeBytes >= REGION) ? 'mixed' : 'minified';
}
