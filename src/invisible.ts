/**
 * Characters that move a cursor, end a line, hide themselves or change the reading direction, and lone surrogates.
 * `DI` are the code points that Unicode says to draw as nothing; U+2800 is drawn as a blank.
 */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/gu;

/**
 * JSON text that reads back as it was and can be printed anywhere: what a terminal could obey or hide is written as `\uXXXX`, but for
 * the line ends between members; so is the second `#` of `##[`, which a GitHub runner obeys anywhere in its log.
 */
export function printableJson(json: string): string {
  return json
    .replace(INVISIBLE, (character) => (character === '\n' ? character : unitEscapes(character)))
    .replaceAll('##[', '#\\u0023[');
}

function unitEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
