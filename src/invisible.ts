/**
 * Characters that move a cursor, end a line, hide themselves or change the reading direction, and lone surrogates.
 * `DI` are the code points that Unicode says to draw as nothing; U+2800 is drawn as a blank.
 */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/gu;

/** But for the ends of the lines that JSON is laid out in: a call for each of them would cost more than all the rest. */
const HIDDEN = new RegExp(`(?!\\n)${INVISIBLE.source}`, INVISIBLE.flags);

/**
 * JSON text that reads back as it was and can be printed anywhere: what a terminal could obey or hide is written as `\uXXXX`, but for
 * the line ends between members; so is the second `#` of `##[`, which a GitHub runner obeys anywhere in its log.
 */
export function printableJson(json: string): string {
  return json.replace(HIDDEN, unitEscapes).replaceAll('##[', '#\\u0023[');
}

function unitEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
