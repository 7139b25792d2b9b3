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

/**
 * Templates of pages have a name or a place in attributes, those of Vue do not; and one of these stands in a component: what binds, or what its
 * script does.
 */
const VUE_TEMPLATE = /^<template(?: lang="\w{1,20}"| functional)?>/m;
const VUE = /\sv-[a-z]|\s[@:#][\w.:-]{1,80}="|\{\{|<script (?:lang="\w{1,20}" )?setup\b|\bexport default\b/;

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
      return isThat(name, head, inComment) ? name : undefined;
  }
  return block && isStyle(head) ? 'CSS' : undefined;
}

/** Whether more than what tells it of a file tells the language: texts are often pages, or sheets that a program puts together. */
function isThat(name: string, head: string, inComment: boolean): boolean {
  if (name === 'Vue') return VUE_TEMPLATE.test(head) && VUE.test(head);
  return inComment || name !== 'Sass' || SASS.test(head);
}
