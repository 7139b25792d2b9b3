import { LOOKS, type Look } from './source-looks.ts';

/** Lines of a text that are looked at, and characters of each. */
const LINES = 400;
const LINE = 300;

const FENCE = /^ {0,3}(?:`{3,}|~{3,})[\w-]*\s*$/;

/** Whether a block of code is fenced in this text, as in a README that lost its extension. */
export function isMarkdown(head: string): boolean {
  // A comment may show how a function is called.
  return (head.includes('```') || head.includes('~~~')) && linesOf(head).some((line) => FENCE.test(line));
}

/** The language that a text itself shows it is written in. TypeScript, JSX and Flow are scripts first; the lexer tells them apart. */
export function sourceByText(head: string): string | undefined {
  const looks = LOOKS.filter(({ signs }) => signs === undefined || signs.some((sign) => head.includes(sign)));
  if (isQuote(head)) return undefined;
  const lines = linesOf(head);
  return looks.find((look) => looksLike(lines, look))?.name;
}

/** Rules and declarations, one a line, and next to nothing else. */
const STYLE = {
  has: [/^\s*[^\s"'{}=()][^"'{}=()]*\{\s*$/, /^\s*[a-z-]+\s*:\s*[^\s:{][^:{]*;\s*$/],
  lines: /^\s*(?:[\w-]+\s*:\s*\S.*;?\s*$|\}|[&.#:>\w*@[][^;=]*[{,]\s*$|@[\w-]+ .*;\s*$)/,
  atLeast: 6,
  share: 0.9,
};

/** Whether a text is a style sheet as it stands. */
export function isStyle(head: string): boolean {
  return head.includes('{') && !isQuote(head) && looksLike(linesOf(head), STYLE);
}

/** Whether a text quotes code and is none itself: a patch, and Markdown, whatever it is called. */
function isQuote(head: string): boolean {
  return /^(?:diff --git |Index: |--- \S.*\n\+\+\+ )/.test(head) || isMarkdown(head);
}

function looksLike(
  lines: readonly string[],
  { has, lines: kind, atLeast, share }: Omit<Look, 'name' | 'signs'>,
): boolean {
  if (lines.length < atLeast || !has.every((pattern) => lines.some((line) => pattern.test(line))))
    return false;
  const seen = lines.filter((line) => kind.test(line)).length;
  return seen >= atLeast && seen >= lines.length * share;
}

/** The first lines of a text, without comments, descriptions and blank ones. */
function linesOf(head: string): readonly string[] {
  const lines: string[] = [];
  let inComment = false;
  let inDescription = false;
  for (const line of head.split(/\r\n?|[\n\u2028\u2029]/, LINES)) {
    const text = line.length > LINE ? line.slice(0, LINE) : line;
    const trimmed = text.trim();
    if (inComment) {
      inComment = !trimmed.includes('*/');
      continue;
    }
    if (trimmed.startsWith('"""')) {
      // A description of GraphQL, a docstring of Python.
      inDescription = trimmed.indexOf('"""', 3) === -1 && !inDescription;
      continue;
    }
    if (inDescription || trimmed === '' || trimmed.startsWith('//')) continue;
    if (trimmed.startsWith('/*')) inComment = !trimmed.includes('*/');
    else lines.push(text);
  }
  return lines;
}
