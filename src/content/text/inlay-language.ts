import { languageByText } from './language.ts';
import { isStyle } from './sources.ts';

/** Bytes of a text that are looked at. */
const ENOUGH = 4096;
const signs = (...texts: readonly string[]): readonly Buffer[] => texts.map((text) => Buffer.from(text));
/**
 * One of these is in each text of the languages below. Most texts in scripts hold none, so that nothing else is tried on them: literals,
 * as a regular expression over each text took a fiftieth of the time of a large bundle.
 */
const SIGNS = signs(
  'def ',
  '<template',
  '<script',
  '---\n',
  '\n@',
  '\n$',
  '@include ',
  '@mixin ',
  '->\n',
  ' exposing',
  ' where\n',
  'external ',
  '\nopen ',
  '(ns ',
  '[@',
);
/** The same in comments. */
const MORE_SIGNS = signs('func ', 'fun ', 'fn ', 'include', 'package ', 'using ', '@interface ');
/** What opens a block. */
const BLOCKS = signs('{\n', '{\r');

/** Nested rules and placeholders are for programs that put sheets together while they run; these are not. */
const SASS = /^[ \t]*(?:@(?:mixin|include|use|forward|extend|function|each)\b|\$[\w-]+\s*:)/m;

/** What programs hand on while they run, to a server or a graphics card, and what looks like it. */
const HANDED_ON = new Set([
  'GLSL',
  'WGSL',
  'GraphQL',
  'C',
  'C++',
  'Objective-C',
  'Rust',
  'Zig',
  'Go',
  'Java',
  'C#',
  'Kotlin',
  'Swift',
]);
/** Tags of documentation, which look like decorators. */
const TAG = /^[ \t]*@(?:param|returns?|example|desc|description|type|see|module|property|name|class)\b/m;
/** The same in comments. */
const NEVER = new Set(['GLSL', 'WGSL', 'GraphQL']);

/**
 * The language, other than JavaScript and TypeScript, that a text in a script is written in.
 *
 * @param text its beginning, escapes read
 * @param inComment whether no program can run it there: then style sheets count as well
 * @returns undefined where it is none, or what programs carry in order to run it
 */
export function languageOfInlay(text: Buffer, inComment: boolean): string | undefined {
  const isHeld = (sign: Buffer) => text.includes(sign);
  const block = inComment && BLOCKS.some(isHeld);
  const sign = SIGNS.some(isHeld) || (inComment && MORE_SIGNS.some(isHeld));
  if (!block && !sign) return undefined;
  const head = text.toString('utf8', 0, ENOUGH);
  if (inComment && TAG.test(head)) return undefined;
  if (sign) {
    const { language, name } = languageByText('', head);
    const quiet = inComment ? NEVER : HANDED_ON;
    if (language === 'source' && name !== undefined && !quiet.has(name))
      return inComment || name !== 'Sass' || SASS.test(head) ? name : undefined;
  }
  return block && isStyle(head) ? 'CSS' : undefined;
}
