import { languageByText } from './language.ts';
import { isStyle } from './sources.ts';

/** Bytes of a text that are looked at for how its lines begin. */
const ENOUGH = 4096;
/**
 * Some line is so in each text of the languages below. Most texts in scripts hold none of these, so that nothing else is tried on them.
 */
const LEAD =
  /^[ \t]*(?:(?:async )?def \w|class \w|package \w|module [A-Z]|import [A-Z]|using \w|(?:private |public |internal |override )?(?:fun|func) \w|external \w|open [A-Z]|[$@][a-z]|\(ns |pub |fn \w|# ?(?:include|define)\b|<(?:template|script|style)\b|---$|---\r$)|[-=]>$|[-=]>\r$/m;
/** What opens a block. */
const BLOCK = /\{$|\{\r$/m;

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
  const head = text.toString('utf8', 0, ENOUGH);
  if (LEAD.test(head)) {
    const { language, name } = languageByText('', head);
    const quiet = inComment ? NEVER : HANDED_ON;
    if (language === 'source' && name !== undefined && !quiet.has(name))
      return inComment || name !== 'Sass' || SASS.test(head) ? name : undefined;
  }
  return inComment && BLOCK.test(head) && isStyle(head) ? 'CSS' : undefined;
}
