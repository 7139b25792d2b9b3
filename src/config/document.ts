import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import { count } from '../figures.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';

/** Deeper flow collections than any config has; a million of them would exhaust the parser. */
const MAX_DEPTH = 100;
/** Words and marks of YAML, blanks among them: 20,000 patterns take 100,000, and 10,000 waivers 330,000. Each costs up to a kilobyte once it is parsed. */
const MAX_WORDS = 400_000;
/** Aliases that point to aliases multiply. */
const MAX_ALIASES = 100;

export type ConfigPath = readonly PropertyKey[];

/** What a config file says, and where it says it. */
export interface ConfigDocument {
  readonly value: unknown;
  /** Place of the value at the path, of its key where `part` says so, or of the nearest thing around it that is there. */
  place(path: ConfigPath, part?: 'key' | 'value'): { readonly line: number; readonly column: number };
  /** The beginning of what is written there, quotes and all. */
  textAt(path: ConfigPath): string;
}

/**
 * Reads YAML 1.2, of which JSON is a part: `packgate.json` and `package.json` take the same way. `root` is the key
 * the config stands under, if any.
 *
 * Throws ConfigError for what is no YAML, for duplicate keys, and for what YAML reads as a tag or an alias while a
 * person meant a glob.
 */
export function parseConfigDocument(text: string, file: string, root?: string): ConfigDocument {
  const lines = new LineCounter();
  const fail = (offset: number, message: string) => new ConfigError(file, [at(lines, offset, message)]);
  const deep = tooDeep(text);
  if (deep >= 0) {
    lines.lineStarts = lineStarts(text);
    throw fail(deep, `nested more than ${MAX_DEPTH} deep`);
  }
  const many = tooMany(text);
  if (many >= 0) {
    lines.lineStarts = lineStarts(text);
    throw fail(many, `more than ${count(MAX_WORDS)} words and marks; use globs in place of long lists`);
  }
  // yaml's own check of unique keys compares each with each; findMistakes does it with a set.
  // Tags of YAML 1.1 make sets, dates and ordered maps, of which a config has none: read as a map, they would hold nothing.
  const options = { prettyErrors: false, uniqueKeys: false, resolveKnownTags: false };
  const document = parseDocument(text, { lineCounter: lines, ...options });
  const faults = [...document.errors, ...document.warnings].map((fault) =>
    at(lines, fault.pos[0], explain(fault.code, fault.message, text, fault.pos[0])),
  );
  const mistakes = [...faults, ...findMistakes(document, text, lines)];
  if (mistakes.length > 0) {
    // One slip often makes several complaints at one place; the first is about the slip.
    const byPlace = new Map(
      mistakes.reverse().map((mistake) => [`${mistake.line}:${mistake.column}`, mistake]),
    );
    throw new ConfigError(file, [...byPlace.values()]);
  }

  const prefix = root === undefined ? [] : [root];
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    throw fail(0, `more than ${count(MAX_ALIASES)} aliases`);
  }
  return {
    value: root === undefined ? value : (value as Record<string, unknown> | null)?.[root],
    place: (path, part = 'value') => {
      const { line, col } = lines.linePos(offsetOf(document, [...prefix, ...path], part));
      return { line, column: col };
    },
    textAt: (path) => wordAt(text, offsetOf(document, [...prefix, ...path], 'value')),
  };
}

function at(lines: LineCounter, offset: number, message: string): ConfigProblem {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1), message };
}

/** Offset of the first bracket that is nested too deeply, -1 where none is. Brackets in strings count too: they come in pairs. */
function tooDeep(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 0x5b || char === 0x7b) {
      depth++;
      if (depth > MAX_DEPTH) return i;
    } else if ((char === 0x5d || char === 0x7d) && depth > 0) depth--;
  }
  return -1;
}

/** Offset of the first word that is too many, -1 where none is. */
function tooMany(text: string): number {
  if (text.length <= MAX_WORDS) return -1;
  let words = 0;
  let offset = 0;
  for (const word of new Lexer().lex(text)) {
    // What says how the next word is written stands in no text.
    if (MARKS.has(word)) continue;
    if (++words > MAX_WORDS) return offset;
    offset += word.length;
  }
  return -1;
}

const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** The word at an offset, as far as YAML would read it as one. */
function wordAt(text: string, offset: number): string {
  return /[^\s,\]}]*/y.exec(text.slice(offset, offset + 80))?.[0] ?? '';
}

/** In words that help somebody who wanted to write a glob; else the library's own. */
function explain(code: string, message: string, text: string, offset: number): string {
  const word = wordAt(text, offset);
  if (code === 'TAG_RESOLVE_FAILED' && /^!![a-z]+$/.test(word))
    return `a config has no tags of YAML; leave \`${word}\` out`;
  if (code === 'TAG_RESOLVE_FAILED') return `YAML reads \`${word}\` as a tag; put it in quotes: "${word}"`;
  if (code === 'BAD_SCALAR_START')
    return `YAML values cannot begin with \`${word[0]}\`; put it in quotes: "${word}"`;
  if (code === 'BAD_DQ_ESCAPE') return `${lowerFirst(message)}; put the value in single quotes`;
  if (code === 'UNEXPECTED_TOKEN' && /[\]}]$/.test(text.slice(0, offset))) {
    return 'a value that begins with `{` or `[` goes in quotes';
  }
  if (code === 'TAB_AS_INDENT') return 'indented with a tab; YAML wants spaces';
  if (code === 'MULTIPLE_DOCS') return 'a second YAML document begins; a config is one';
  if (/call stack/i.test(message)) return 'nested too deeply';
  return lowerFirst(message.split('\n', 1)[0]!);
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Duplicate keys, and aliases to nothing: `*.js` without quotes is one. */
function findMistakes(document: Document, text: string, lines: LineCounter): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) {
        if ('anchor' in node && node.anchor) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        const offset = node.range?.[0] ?? 0;
        const word = wordAt(text, offset);
        problems.push(at(lines, offset, `YAML reads \`${word}\` as an alias; put it in quotes: "${word}"`));
      }
      if (!isMap(node)) return;
      const seen = new Map<string, number>();
      for (const { key } of node.items) {
        const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
        const name = keyName(key);
        if (name === undefined) {
          problems.push(at(lines, offset, 'a key must be text'));
          continue;
        }
        const first = seen.get(name);
        if (first === undefined) seen.set(name, offset);
        else
          problems.push(
            at(lines, offset, `\`${name}\` is here twice, first in line ${lines.linePos(first).line}`),
          );
      }
    },
  });
  return problems;
}

/** Undefined for keys that are no text, lists among them: putting those in words would take for ever when they are nested. */
function keyName(key: unknown): string | undefined {
  if (!isScalar(key) || (typeof key.value === 'object' && key.value !== null)) return undefined;
  return String(key.value);
}

function offsetOf(document: Document, path: ConfigPath, part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, step] of [undefined, ...path].entries()) {
    if (depth > 0) {
      const pair = isMap(node) ? node.items.find(({ key }) => keyName(key) === step) : undefined;
      const next: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
      const key = isPair(pair) && isNode(pair.key) ? pair.key.range?.[0] : undefined;
      if (key !== undefined && (part === 'key' || next === null)) offset = key;
      if (pair === undefined && next === undefined) return offset;
      node = next;
      if (part === 'key' && pair && depth === path.length) return offset;
    }
    if (isNode(node) && node.range) offset = node.range[0];
    if (isAlias(node)) node = node.resolve(document);
  }
  return offset;
}
