import { fileName } from '../file-name.ts';
import { sourceByName } from './source-names.ts';
import { isMarkdown, isStyle, sourceByText } from './sources.ts';

/** What a text file is written in: `script` is JavaScript, `other` is neither code that ships nor code it came from. */
export type Language = 'script' | 'style' | 'markup' | 'source' | 'declaration' | 'other';

const SCRIPTS = new Set(['js', 'mjs', 'cjs', 'es', 'es6', 'jsm', 'jsbundle', 'gs']);
const STYLES = new Set(['css']);
const MARKUP = new Set(['html', 'htm', 'xhtml', 'svg', 'xml', 'hbs', 'ejs', 'njk', 'mustache']);
/** Formats whose text may quote code and is no code itself. */
const PROSE = new Set(
  'md markdown rst adoc json jsonc json5 ndjson yml yaml toml ini lock map snap log csv tsv po pot properties diff patch sh bash ps1 bat cmd rb php pl sql tex license gyp gypi proto thrift pem crt'.split(
    ' ',
  ),
);

/** What says how sources are built: where those ship, it has to. */
const BUILDERS = /CMakeLists\.txt$|(?:^|\/)(?:build|settings)\.gradle$/;

/** What people read, and no program runs: a comment in it is quoted. */
export const isDocumentation = (path: string): boolean => /\.(?:md|mdx|markdown|rst|adoc)$/i.test(path);

/** The same by more names: a debugger looks for no comment in a text that is called so. */
const TEXTS =
  /\.(?:txt|text|mkdn?|mdown|asciidoc|textile|org|rdoc|[rq]md|man|[1-9])$|(?:^|\/)(?:readme|change(?:s|log)|history|news|notice|licen[cs]e|copying|authors|contribut\w+|upgrad\w+|migrat\w+|security|todo|faq)$/i;
export const isReadByPeople = (path: string): boolean => isDocumentation(path) || TEXTS.test(path);

/** Documentation and plain text: it shows maps, and nobody loads one from it. */
const SHOWN: ReadonlySet<string> = new Set(['md', 'mdx', 'markdown', 'txt', 'rst', 'adoc']);
export function isProse(path: string): boolean {
  const { dot, extension } = fileName(path);
  return dot !== -1 && SHOWN.has(extension);
}

/** A language, and how it came to be known. */
export interface Spoken {
  readonly language: Language;
  /** What people call it, where it is an original language. */
  readonly name?: string;
  /** Whether the file's text told, not its name. */
  readonly byContent: boolean;
}

const named = (language: Language, name?: string): Spoken =>
  name === undefined ? { language, byContent: false } : { language, name, byContent: false };

const SCRIPT = named('script');

/** The last extension of a path, lower case, without the dot. What is hidden has none for that alone. */
function extensionOf(path: string): string {
  const { dot, extension } = fileName(path);
  return dot <= 0 ? '' : extension;
}

/** What the name alone settles; undefined where the text has to be looked at first. */
export function languageByName(path: string): Spoken | undefined {
  const extension = extensionOf(path);
  // Most files; and no declarations.
  if (SCRIPTS.has(extension)) return SCRIPT;
  if (/\.d\.([^./]+\.)?[mc]?ts$/i.test(path)) return named('declaration');
  // Declarations too, which no lexer here reads.
  if (extension === 'pyi') return named('other');
  if (STYLES.has(extension)) return named('style');
  if (MARKUP.has(extension)) return named('markup');
  if (PROSE.has(extension) || BUILDERS.test(path)) return named('other');
  return undefined;
}

/** Blocks of a template, what a component hands on or exports to its user, and other components. */
const SVELTE =
  /\w\.svelte['"]|\{[#:@](?:if|each|await|key|else|html|render)\b|\$\$(?:props|restProps|slots)\b|^[^\S\r\n\u2028\u2029]*export let \w+|\$(?:props|state|derived)(?:\.\w+)?\(|\b(?:on|bind|use):\w+=?\{/m;
/** A script between two lines of dashes, and a page behind it. The head of a Markdown file is no script. */
const ASTRO =
  /^---\r?\n(?=(?:[\s\S]{0,8000}?\n)?(?:import|const|let|export|interface|type)\s+[\w${*'"])[\s\S]{0,16000}?\n---[^\S\n]*\n\s*[<{]/;

/** A first line for a shell, and a second one by which it hands the file on: to JavaScript a string and a comment. */
const RUN_BY_NODE =
  /^#![^\n]*(?:\b(?:node|bun|deno)\b|\/(?:ba|da|z|k)?sh\r?\n['"]{1,2}:['"]{1,2} ?\/\/[^\n]*\bexec\b)/;

/** What name and beginning of a text together say. `head`: the first few thousand bytes. */
export function languageByText(path: string, head: string): Spoken {
  const extension = extensionOf(path);
  const start = head.trimStart();
  const source = extension === '' ? undefined : sourceByName(extension);
  if (source !== undefined) {
    // Qt keeps translations, as XML, in files that end with `.ts`.
    const xml = /^(?:<\?xml|<!DOCTYPE)/i.test(start) && extension !== 'vue';
    if (xml) return named('other');
    // Else something else is called so: the text tells.
    if (source.looks === undefined || source.looks.test(head)) return named('source', source.name);
  }
  if (RUN_BY_NODE.test(start)) return { language: 'script', byContent: true };
  if (/^#![^\n]*\bpython/.test(start)) return { language: 'source', name: 'Python', byContent: true };
  if (start.startsWith('#!')) return named('other');
  if (start.startsWith('<')) {
    // A README that begins with a logo quotes pages.
    if (isMarkdown(start)) return named('other');
    // A page may name components, and show them.
    if (/<(?:html|body|!doctype)\b/i.test(start)) return { language: 'markup', byContent: true };
    const component =
      /^<(?:script|template|style)\b[^>]{0,300}>/im.test(start) && /^<\/(?:script|template)>/m.test(start);
    if (component && /^<template\b/m.test(start)) return { language: 'source', name: 'Vue', byContent: true };
    if (/^<script\b/m.test(start) && SVELTE.test(start))
      return { language: 'source', name: 'Svelte', byContent: true };
    return { language: 'markup', byContent: true };
  }
  if (start.startsWith('---') && !isMarkdown(start) && ASTRO.test(start))
    return { language: 'source', name: 'Astro', byContent: true };
  const name = sourceByText(start);
  if (name !== undefined) return { language: 'source', name, byContent: true };
  if (isStyle(start)) return { language: 'style', byContent: true };
  if (!isMarkdown(start) && looksLikeScript(start)) return { language: 'script', byContent: true };
  return { language: 'other', byContent: true };
}

/** A line that only code has: a declaration, an import, a call that ends with a semicolon. */
const CODE_LINE =
  /^\s*(?:(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:const|let|var|function|class|interface|enum|type)\s+[\w$*{[]|import\s+[\w$*{'"]|export\s+[*{]|(?:module\.)?exports\b|return\b[^.]*;|if\s*\(|for\s*\(|while\s*\(|\}\s*(?:else|catch|finally)\b|[\w$.]+\([^)]*\);|\}\s*from\s*['"]|(?:readonly\s+)?[\w$]+(?:\?:\s|:\s+(?:string|number|boolean|unknown|never|void|any)\b|:\s+[A-Z]\w*(?:<.*>)?(?:\[\])*;)|.*\s(?:className|on[A-Z]\w+)=[{"]|.*=>\s*[{(]\s*$)/;
/** How a line of code ends, more often than not. */
const CODE_END = /[;{}(,[\])>]\s*$/;

/** Whether most lines are those of a JavaScript or TypeScript file. Prose with a snippet in it is not. */
function looksLikeScript(head: string): boolean {
  let lines = 0;
  let code = 0;
  let ends = 0;
  let inComment = false;
  for (const line of head.split('\n', 400)) {
    const text = line.length > 300 ? line.slice(0, 300) : line;
    const trimmed = text.trim();
    if (inComment) {
      inComment = !trimmed.includes('*/');
      continue;
    }
    if (trimmed === '' || trimmed.startsWith('//')) continue;
    if (trimmed.startsWith('/*')) {
      inComment = !trimmed.includes('*/');
      continue;
    }
    lines++;
    if (CODE_LINE.test(text)) code++;
    if (CODE_END.test(text)) ends++;
  }
  return lines >= 4 && code >= 3 && code >= lines * 0.12 && ends >= lines * 0.6;
}
