import { withoutInvisible } from '../invisible.ts';

/**
 * Makes hostile text harmless for each place a report is written to. Names, messages and manifest fields of a package are
 * an attacker's text: nothing of them may reach a terminal, a log, HTML or Markdown except through here. Each function
 * takes raw text, gives one line, and is linear in its length; never put the result of one through another.
 */

/** Names longer than this are shortened in the middle where a person reads them; never in JSON or SARIF. In UTF-16 code units. */
export const MAX_SHOWN_NAME = 160;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Writes what cannot be seen as an escape: `\n`, `\u001b`, `\u202e`, `\u{e0041}`. A backslash stays one backslash. */
export function visible(text: string): string {
  return withoutInvisible(text, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return NAMED[character] ?? (hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
  });
}

/**
 * Text for a terminal or a log that a GitHub runner reads too: `visible`, and no workflow command in it. The runner obeys
 * `::` at the start of a line (after spaces) and the older `##[` at any place of it, so both are broken up by a backslash;
 * `::` behind every space, as the line may be wrapped there.
 */
export function logText(text: string): string {
  return visible(text).replace(/(?<=^|\s):(?=:)|#(?=#\[)/g, '$&\\');
}

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text between HTML tags or in a quoted attribute. */
export function htmlText(text: string): string {
  return logText(text).replace(/[&<>"']/g, (character) => HTML[character] ?? character);
}

/**
 * Text for a table cell, list item or paragraph of GitHub's Markdown, in which nothing is markup, a link, a picture, a
 * mention or a reference to an issue. GitHub looks for mentions, issues, emoji and bare addresses in the *rendered* text, where
 * an escaped `@` is an `@` again, so an empty comment is put behind the character that would start one.
 */
export function markdownText(text: string): string {
  return atLineStart(inline(text));
}

/** Sentences as `markdownText` writes them, but for what stands between two backticks: that becomes code. */
export function markdownProse(text: string): string {
  const parts = text.split('`');
  // A last backtick without a partner is one of the text's own.
  const rest = parts.length % 2 === 0 ? inline(`\`${parts.pop()}`) : '';
  return atLineStart(
    parts.map((part, place) => (place % 2 === 1 ? codeSpan(part) : inline(part))).join('') + rest,
  );
}

function inline(text: string): string {
  return logText(text)
    .replace(/[&<>|\\]/g, (match) => HTML[match] ?? entities(match))
    .replace(/[`*_~[\]$]/g, '\\$&')
    .replace(/@|:(?=\/\/|[a-z0-9_+-]+:)|www(?=\.)|gh(?=-\d)|(?<!&)#/gi, '$&<!-- -->');
}

/** Lists, code by indentation and underlines of headings begin with these. */
function atLineStart(markdown: string): string {
  return markdown.replace(/^(?:[-+=]| +|\d+(?=[.)]))/, entities);
}

/** Character references, one for each character: Markdown takes them for plain text wherever they stand. */
function entities(text: string): string {
  return text.replace(/./gu, (character) => `&#${character.codePointAt(0)};`);
}

/** A name, path or config line as code in GitHub's Markdown; holds in a table cell and outside of one. */
export function codeSpan(text: string): string {
  const line = logText(text);
  if (line === '' || /[`|\\]/.test(line)) return `<code>${markdownText(text)}</code>`;
  // Markdown takes one space from each end when both ends have one.
  return line.startsWith(' ') || line.endsWith(' ') ? `\` ${line} \`` : `\`${line}\``;
}

/** A name or path, cut in the middle to at most `max` UTF-16 code units, never through a character. Give the result to an escaping function. */
export function shortened(text: string, max: number = MAX_SHOWN_NAME): string {
  if (text.length <= max) return text;
  const head = Math.floor((max - 1) / 2);
  const tail = text.length - (max - 1 - head);
  return `${text.slice(0, splitsPair(text, head) ? head - 1 : head)}…${text.slice(splitsPair(text, tail) ? tail + 1 : tail)}`;
}

function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
