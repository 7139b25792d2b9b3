import type { MapSighting } from '../../content/map/facts.ts';
import type { ScriptFacts } from '../../content/text/script-lexer.ts';
import type { StyleFacts } from '../../content/text/style-lexer.ts';
import { counted } from '../../figures.ts';
import type { Evidence } from '../rule.ts';

const percent = (part: number, whole: number): number => Math.round((100 * part) / Math.max(1, whole));
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** What a minifier would take away of white space and comments alone; shorter names come on top. */
const saved = (savedBytes: number, size: number) => ({ savedBytes, savedPercent: percent(savedBytes, size) });

/** Bytes of comments without the maps that stand in them: those are told as maps. */
function remarkBytes(commentBytes: number, maps: readonly MapSighting[]): number {
  if (maps.length === 0) return commentBytes;
  const carried = maps.reduce((sum, { form, size }) => (form === 'data-url' ? sum + size : sum), 0);
  return Math.max(0, commentBytes - carried);
}

/** The figures that make a reader believe it is readable JavaScript. */
export function scriptEvidence(script: ScriptFacts, maps: readonly MapSighting[]): Evidence {
  const commentBytes = remarkBytes(script.commentBytes, maps);
  const size = script.codeBytes + script.literalBytes + commentBytes + script.whiteBytes;
  return {
    codeLines: script.codeLines,
    commentLines: script.commentLines,
    nameLength: tenths(script.nameCharacters / Math.max(1, script.names)),
    whiteSpacePercent: percent(script.whiteBytes, size),
    ...besideStrings(script, size),
    ...saved(Math.max(0, commentBytes - script.legalBytes) + script.runBytes, size),
  };
}

/**
 * Percent of strings from which on, and of white space up to which, white space is told of what is beside the strings: a
 * table of words else looks minified.
 */
const STRINGS = 50;
const LITTLE = 10;

function besideStrings({ literalBytes, whiteBytes }: ScriptFacts, size: number): Evidence {
  const stringPercent = percent(literalBytes, size);
  if (stringPercent < STRINGS || percent(whiteBytes, size) >= LITTLE) return {};
  return { stringPercent, whiteSpaceBesidePercent: percent(whiteBytes, size - literalBytes) };
}

/** The same for CSS. */
export function styleEvidence(style: StyleFacts, maps: readonly MapSighting[]): Evidence {
  const commentBytes = remarkBytes(style.commentBytes, maps);
  const size = style.codeBytes + style.literalBytes + commentBytes + style.whiteBytes;
  return {
    codeLines: style.codeLines,
    commentLines: style.commentLines,
    whiteSpacePercent: percent(style.whiteBytes, size),
    ...saved(Math.max(0, commentBytes - style.legalBytes) + style.runBytes, size),
  };
}

/** `340 lines of code, 21 % white space, 35 lines of comments, names of 9.8 characters`. */
export function reasons(evidence: Evidence): string {
  const parts = [
    evidence.stringPercent === undefined
      ? `${evidence.whiteSpacePercent} % of it is white space`
      : `${evidence.stringPercent} % of it is strings and ${evidence.whiteSpaceBesidePercent} % of the rest white space`,
  ];
  if (Number(evidence.commentLines) > 0)
    parts.push(`${counted(Number(evidence.commentLines), 'comment line')}`);
  if (Number(evidence.nameLength) > 0) parts.push(`names average ${evidence.nameLength} characters`);
  if (Number(evidence.savedPercent) > 0)
    parts.push(`a minifier would take away ${evidence.savedPercent} % at least`);
  return parts.join(', ');
}
