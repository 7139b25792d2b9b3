import type { ScriptFacts } from '../../content/text/script.ts';
import type { StyleFacts } from '../../content/text/style.ts';
import { counted } from '../../figures.ts';
import type { Evidence } from '../rule.ts';

const percent = (part: number, whole: number): number => Math.round((100 * part) / Math.max(1, whole));
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** The figures that make a reader believe it is readable JavaScript. */
export function scriptEvidence(script: ScriptFacts): Evidence {
  const size = script.codeBytes + script.literalBytes + script.commentBytes + script.whiteBytes;
  return {
    codeLines: script.codeLines,
    commentLines: script.commentLines,
    nameLength: tenths(script.nameCharacters / Math.max(1, script.names)),
    whiteSpacePercent: percent(script.whiteBytes, size),
    savedBytes: script.commentBytes - script.legalBytes + script.runBytes,
  };
}

/** The same for CSS. */
export function styleEvidence(style: StyleFacts): Evidence {
  const size = style.codeBytes + style.literalBytes + style.commentBytes + style.whiteBytes;
  return {
    codeLines: style.codeLines,
    commentLines: style.commentLines,
    whiteSpacePercent: percent(style.whiteBytes, size),
    savedBytes: style.commentBytes - style.legalBytes + style.runBytes,
  };
}

/** `340 lines of code, 21 % white space, 35 lines of comments, names of 9.8 characters`. */
export function reasons(evidence: Evidence): string {
  const parts = [`${evidence.whiteSpacePercent} % of it is white space`];
  if (Number(evidence.commentLines) > 0)
    parts.push(`${counted(Number(evidence.commentLines), 'comment line')}`);
  if (evidence.nameLength !== undefined) parts.push(`names average ${evidence.nameLength} characters`);
  return parts.join(', ');
}
