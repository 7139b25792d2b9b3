/**
 * Characters that move a cursor, end a line, hide themselves or change the reading direction, and lone surrogates.
 * `DI` are the code points that Unicode says to draw as nothing; U+2800 is drawn as a blank.
 *
 * A text and no literal: already to read over a pattern with Unicode's classes takes V8 a millisecond.
 */
const CLASS = '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{DI}\\u2800]';

let invisible: RegExp | undefined;
let hidden: RegExp | undefined;

/** The text with each invisible character replaced. */
export function withoutInvisible(text: string, written: (character: string) => string): string {
  // Most texts hold none.
  if (/^[ -~]*$/.test(text)) return text;
  invisible ??= new RegExp(CLASS, 'gu');
  return text.replace(invisible, written);
}

/**
 * JSON text that reads back as it was and can be printed anywhere: what a terminal could obey or hide is written as
 * `\uXXXX`, but for the line ends between members; so is the second `#` of `##[`, which a GitHub runner obeys
 * anywhere in its log.
 */
export function printableJson(json: string): string {
  // But for the ends of the lines that it is laid out in: a call for each of them would cost more than all the rest.
  hidden ??= new RegExp(`(?!\\n)${CLASS}`, 'gu');
  const seen = /^[ -~\n]*$/.test(json) ? json : json.replace(hidden, unitEscapes);
  return seen.replaceAll('##[', '#\\u0023[');
}

function unitEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
