/** A script or style sheet without its comments; strings stay. For short texts only: the exact lexers know better. */
export function withoutComments(text: string): string {
  return text.replace(
    // A string without an end goes on to the end of its line: looked for again and again, the end would cost time without bound.
    /("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[\s\S])*`?)|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g,
    (_, string: string | undefined) => string ?? ' ',
  );
}

/** A number is no name: it is this file's own. */
const NAME = '(?!\\d)[\\w$.]+';
const STRING = '(?:"[^"\\n]*"|\'[^\'\\n]*\')';
const REQUIRE = `(?:[\\w$.]+\\()?require\\(${STRING}\\)\\)?(?:\\.[\\w$]+|\\(\\w*\\))*`;
const NAMED = '(?:exports(?:\\.[\\w$]+|\\[["\']default["\']\\]))';
const EXPORTS = `(?:(?:module\\.)?exports|module\\.exports\\.[\\w$]+|${NAMED})`;
/** Statements that only pass names on. White space is single blanks by now. */
const PASSES_ON = [
  `${STRING}`,
  `import ${STRING}`,
  `import (?:type )?[\\w$\\u0080-\\uffff*, {}]+ ?from ${STRING}`,
  `export (?:type )?(?:\\*|\\* as [\\w$]+|{[\\w$\\u0080-\\uffff, ]*}) ?(?:from ${STRING})?`,
  `export default ${NAME}`,
  `(?:${EXPORTS} ?= ?)+(?:${REQUIRE}|void 0|(?!\\d)[\\w$]+)`,
  // As compilers write `export { a as b } from`.
  `${NAMED} ?= ?${NAME}`,
  `exports\\.__esModule ?= ?(?:true|!0)`,
  `Object\\.defineProperty\\(exports, ?["']__esModule["'], ?{ ?value: ?(?:true|!0) ?}\\)`,
  `(?:var|let|const) (?:[\\w$]+|{[\\w$:, ]*}) ?= ?${REQUIRE}`,
  REQUIRE,
  `(?:[\\w$]+\\.)?__exportStar\\(require\\(${STRING}\\), ?exports\\)`,
  `@import (?:url\\()?${STRING}\\)?[\\w ,()-]*`,
  `@charset ${STRING}`,
];
/** White space that is no single blank between two words: some people write it inside every bracket. */
const RAGGED = /\s\s|[^\S ]|[{(] | [})]|^\s|\s$/;
/** How a statement begins that does something, unless it requires. */
const WORKS = /^\s*(?:(?:var|let|const)\s|export\s+default\s+[\w$.]+\()/;
const DECLARES = /^\s*(?:var|let|const)\s/;
const SHIM = new RegExp(`^(?:${PASSES_ON.join('|')})$`);
/** Where a statement may begin without a semicolon before it. */
const CUT = /;|\n(?=export|import|var|const|let|module|exports|require|Object|@)/g;

const [NEWLINE, BLANK, SEMICOLON] = [10, 32, 59];
const QUOTE = /["'`]/;

/** One by one: most files end with the first that does something, and the rest is not even cut. */
function* statementsIn(code: string): Iterable<string> {
  for (let from = 0; ; ) {
    CUT.lastIndex = from;
    const cut = CUT.exec(code);
    yield code.slice(from, cut?.index);
    if (cut === null) return;
    from = CUT.lastIndex;
  }
}

/**
 * False where the last statement of a script or style sheet, comments and all, is none of a shim: most files that begin with imports
 * end with what they are for, and need not be read from the beginning.
 *
 * @param hasComments where there is none, nothing has to be looked for that only looks like an end of a statement
 */
export function endsAsShim(bytes: Buffer, hasComments: boolean): boolean {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1]! <= BLANK) end--;
  if (bytes[end - 1] === SEMICOLON) end--;
  const from = end === 0 ? 0 : bytes.lastIndexOf(SEMICOLON, end - 1) + 1;
  if (!hasComments) {
    const last = bytes.toString('utf8', from, end);
    return !works(last) && !isArrow(last) && (last.trim() === '' || isShim(last));
  }
  // A semicolon in a comment ends nothing.
  const line = bytes.lastIndexOf(NEWLINE, from) + 1;
  if (line < from && bytes.toString('latin1', line, from).includes('//')) return true;
  const last = bytes.toString('utf8', from, end);
  const [opens, closes] = [last.indexOf('/*'), last.indexOf('*/')];
  if (closes !== -1 && (opens === -1 || closes < opens)) return true;
  if (works(last)) return false;
  const isPlain = opens === -1 && !last.includes('//');
  if (isPlain && isArrow(last)) return false;
  const code = isPlain ? last : withoutComments(last);
  return code.trim() === '' || isShim(code);
}

const works = (statement: string): boolean => WORKS.test(statement) && !statement.includes('require(');

/** Before any string an arrow is code, which passes nothing on. */
function isArrow(statement: string): boolean {
  const arrow = statement.indexOf('=>');
  return arrow !== -1 && !QUOTE.test(statement.slice(0, arrow));
}

/** Whether a script or style sheet, without its comments, does nothing but import, require and export again. */
export function isShim(text: string): boolean {
  // Line by line, so that no expression has to look ahead over blanks again and again.
  const lines = text.replace(/^\uFEFF?#!.*/, '').split('\n');
  const code = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  let statements = 0;
  for (const part of statementsIn(code)) {
    // Most files end here, with their first variable.
    if (DECLARES.test(part) && !part.includes('require(')) return false;
    const statement = RAGGED.test(part)
      ? part
          .replace(/\s+/g, ' ')
          .replace(/([{(]) /g, '$1')
          .replace(/ (?=[})])/g, '')
          .trim()
      : part;
    if (statement === '') continue;
    if (statement.length > 4000 || !SHIM.test(statement)) return false;
    statements++;
  }
  return statements > 0;
}
