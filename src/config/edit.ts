import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { denies } from '../paths.ts';

/** A pattern to write, and the words behind it. Comments are left out where the file is JSON. */
export interface NewPattern {
  readonly pattern: string;
  readonly comment?: string;
}

/** What is to change in a config. */
export type Change =
  | { readonly kind: 'set'; readonly path: readonly string[]; readonly value: string }
  | {
      readonly kind: 'list';
      /** Keys that lead to the list: `allow`, or `packages`, a name and `allow`. What is missing of them is made. */
      readonly path: readonly string[];
      readonly add: readonly NewPattern[];
      /** Items to take out, by their index. */
      readonly remove: readonly number[];
    };

/** One item of a list in a config. */
export interface ListItem {
  readonly pattern: string;
  /** Behind it on its line, trimmed; empty where there is none. */
  readonly comment: string;
  /** Whether a comment stands on the lines above it. */
  readonly isIntroduced: boolean;
}

/** A config that cannot be changed without moving what else is in it: the caller says what to write by hand. */
export class CannotEdit extends Error {}

/** The list of texts at a path, with their comments; undefined where there is none. */
export function listAt(text: string, path: readonly string[]): readonly ListItem[] | undefined {
  const node = parseDocument(text, { uniqueKeys: false }).getIn(path, true);
  if (!isSeq(node)) return undefined;
  return node.items.map((item, index) => {
    // What stands above the first item is told of the list.
    const above = index === 0 ? node.commentBefore : undefined;
    return isScalar(item)
      ? {
          pattern: String(item.value),
          comment: item.comment?.trim() ?? '',
          isIntroduced: Boolean(item.commentBefore || above),
        }
      : { pattern: '', comment: '', isIntroduced: true };
  });
}

/**
 * The text with these changes, and every other character as it was: comments, order, quotes and blank lines of the user stay. New
 * lines are written as their neighbours are. Takes YAML and JSON; whether it is JSON is told by `isJson`.
 *
 * @throws CannotEdit where an alias or an odd layout stands in the way
 */
export function editConfig(text: string, changes: readonly Change[], isJson: boolean): string {
  // Only where all lines end so: in a mixture no line may change its end.
  const isWindows = text.includes('\r\n') && !/(?:^|[^\r])\n/.test(text);
  let edited = isWindows ? text.replaceAll('\r\n', '\n') : text;
  for (const change of changes)
    edited = change.kind === 'set' ? set(edited, change, isJson) : list(edited, change, isJson);
  if (unchangedPart(text, changes) !== unchangedPart(edited, changes)) throw new CannotEdit();
  return isWindows ? edited.replaceAll('\n', '\r\n') : edited;
}

/** What a config says beside what changes: to be the same before and after. */
function unchangedPart(text: string, changes: readonly Change[]): string {
  const document = parseDocument(text, { uniqueKeys: false });
  if (document.errors.length > 0) throw new CannotEdit();
  const rest = changes.reduce((value, { path }) => without(value, path), document.toJS() as unknown);
  return JSON.stringify(isEmpty(rest) ? null : rest);
}

/** A value without what is at a path, and without the maps that are empty then: an edit may have made them. */
function without(value: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
    return value;
  const { [key]: inner, ...others } = value as Record<string, unknown>;
  const rest = deeper.length === 0 ? undefined : without(inner, deeper);
  return isEmpty(rest) ? others : { ...value, [key]: rest };
}

function isEmpty(value: unknown): boolean {
  return value == null || (typeof value === 'object' && Object.keys(value).length === 0);
}

type ListChange = Extract<Change, { kind: 'list' }>;

function set(text: string, { path, value }: Extract<Change, { kind: 'set' }>, isJson: boolean): string {
  const document = parseDocument(text, { uniqueKeys: false });
  const node = document.getIn(path, true);
  if (!isScalar(node)) return insert(text, document, path, value, isJson);
  const [from, to] = rangeOf(node);
  return splice(text, from, to, isJson ? JSON.stringify(value) : yamlText(value));
}

function list(text: string, change: ListChange, isJson: boolean): string {
  const { path, add, remove } = change;
  const document = parseDocument(text, { uniqueKeys: false });
  const node = document.getIn(path, true);
  if (node === undefined || (isScalar(node) && node.value === null))
    return insert(text, document, path, add, isJson);
  if (!isSeq(node)) throw new CannotEdit();
  const isCleared = node.items.length === remove.length;
  const isEmptied = isCleared && add.length === 0;
  if (!node.flow) return isEmptied ? emptyBlock(text, document, node, change) : editBlock(text, node, change);
  if (isEmptied || (isCleared && !holdsComments(text, node)))
    return replaceValue(text, document, path, add, isJson);
  return holdsComments(text, node) ? editFlowLines(text, node, change) : editFlow(text, node, change);
}

/** Takes out all lines; what is written beside the key stays. */
function emptyBlock(text: string, document: Document, node: YAMLSeq, change: ListChange): string {
  const { keyTo } = keyOf(document, change.path);
  const colon = text.indexOf(':', keyTo) + 1;
  return splice(editBlock(text, node, change), colon, colon, ' []');
}

/** Lines of `- item`. Backwards, so that offsets hold. */
function editBlock(text: string, node: YAMLSeq, { add, remove }: ListChange): string {
  const items = node.items.map((item) => {
    if (!isScalar(item)) throw new CannotEdit();
    const [from, to] = rangeOf(item);
    const start = lineStart(text, from);
    const prefix = text.slice(start, from);
    if (text.slice(from, to).includes('\n') || !/^\s*- +$/.test(prefix)) throw new CannotEdit();
    return { item, start, end: lineEnd(text, to), prefix };
  });
  const quote = sharedQuotes(items.map(({ item }) => item));
  const firstDeny = items.findIndex(({ item }) => denies(String(item.value)));
  // What a `!` takes out stays out: new patterns go before it, new ones with `!` to the end.
  const lines = (patterns: readonly NewPattern[], prefix: string) =>
    patterns
      .map(({ pattern, comment }) => `${prefix}${quote(pattern)}${comment ? ` # ${comment}` : ''}\n`)
      .join('');
  const allowing = add.filter(({ pattern }) => !denies(pattern));
  const denying = add.filter(({ pattern }) => denies(pattern));
  let edited = text;
  for (let index = items.length; index >= 0; index--) {
    const before = items[index - 1];
    const isEnd = index === items.length;
    const isHere = index === (firstDeny < 0 ? items.length : firstDeny);
    const added = [...(isHere ? allowing : []), ...(isEnd ? denying : [])];
    if (added.length > 0) {
      const { prefix } = before ?? items[0]!;
      const at = before === undefined ? items[0]!.start : before.end;
      const isLastLine = at === edited.length && !edited.endsWith('\n');
      edited = splice(edited, at, at, `${isLastLine ? '\n' : ''}${lines(added, prefix)}`);
    }
    if (before !== undefined && remove.includes(index - 1))
      edited = splice(edited, before.start, before.end, '');
  }
  return edited;
}

/** `[a, "b"]`, on one line or on several, as YAML and JSON have it. */
function editFlow(text: string, node: YAMLSeq, { add, remove }: ListChange): string {
  const items = node.items.map((item) => {
    if (!isScalar(item)) throw new CannotEdit();
    const [from, to] = rangeOf(item);
    return { item, from, to };
  });
  const quote = sharedQuotes(
    items.map(({ item }) => item),
    flowWord,
  );
  const kept = items.filter((_, index) => !remove.includes(index));
  const firstDeny = kept.findIndex(({ item }) => denies(String(item.value)));
  const cut = firstDeny < 0 ? kept.length : firstDeny;
  const written = (part: typeof kept) => part.map(({ from, to }) => text.slice(from, to));
  const fresh = (patterns: readonly NewPattern[]) => patterns.map(({ pattern }) => quote(pattern));
  const words = [
    ...written(kept.slice(0, cut)),
    ...fresh(add.filter(({ pattern }) => !denies(pattern))),
    ...written(kept.slice(cut)),
    ...fresh(add.filter(({ pattern }) => denies(pattern))),
  ];
  const [from, to] = rangeOf(node);
  const lead = text.slice(from + 1, items[0]!.from);
  const tail = text.slice(items.at(-1)!.to, to - 1);
  const separator = lead.includes('\n') ? `,${lead}` : ', ';
  return splice(text, from + 1, to - 1, `${lead}${words.join(separator)}${tail}`);
}

function holdsComments(text: string, node: YAMLSeq): boolean {
  const [from, to] = rangeOf(node);
  let rest = from;
  const between = node.items.map((item) => {
    if (!isScalar(item)) throw new CannotEdit();
    const part = text.slice(rest, rangeOf(item)[0]);
    rest = rangeOf(item)[1];
    return part;
  });
  return [...between, text.slice(rest, to)].some((part) => part.includes('#'));
}

/** The same with comments in it, as long as each item has a line of its own. Backwards, so that offsets hold. */
function editFlowLines(text: string, node: YAMLSeq, { add, remove }: ListChange): string {
  const items = node.items.map((item) => {
    if (!isScalar(item)) throw new CannotEdit();
    const [from, to] = rangeOf(item);
    const start = lineStart(text, from);
    const end = lineEnd(text, to);
    const behind = /^\s*(,?)\s*(?:#.*)?\n?$/.exec(text.slice(to, end));
    if (!/^[ \t]*$/.test(text.slice(start, from)) || behind === null) throw new CannotEdit();
    return { item, from, to, start, end, hasComma: behind[1] === ',' };
  });
  const quote = sharedQuotes(
    items.map(({ item }) => item),
    flowWord,
  );
  const last = items.at(-1)!;
  const lines = (patterns: readonly NewPattern[]) =>
    patterns
      .map(({ pattern, comment }) => {
        return `${text.slice(last.start, last.from)}${quote(pattern)},${comment ? ` # ${comment}` : ''}\n`;
      })
      .join('');
  const firstDeny = items.findIndex(({ item }) => denies(String(item.value)));
  const allowing = lines(add.filter(({ pattern }) => !denies(pattern)));
  const denying = lines(add.filter(({ pattern }) => denies(pattern)));
  let edited = text;
  for (let index = items.length - 1; index >= 0; index--) {
    const { to, start, end, hasComma } = items[index]!;
    const isLast = index === items.length - 1;
    const isBeforeDeny = firstDeny < 0 ? isLast : index === firstDeny - 1;
    const behind = `${isBeforeDeny ? allowing : ''}${isLast ? denying : ''}`;
    edited = splice(edited, end, end, behind);
    if (remove.includes(index)) edited = splice(edited, start, end, '');
    // A comma behind the last one does no harm.
    else if (!hasComma && behind !== '') edited = splice(edited, to, to, ',');
  }
  return firstDeny === 0 ? splice(edited, items[0]!.start, items[0]!.start, allowing) : edited;
}

function keyOf(
  document: Document,
  path: readonly string[],
): { readonly keyFrom: number; readonly keyTo: number; readonly parent: YAMLMap } {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) throw new CannotEdit();
  const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1));
  if (!pair || !isScalar(pair.key)) throw new CannotEdit();
  const [keyFrom, keyTo] = rangeOf(pair.key);
  return { keyFrom, keyTo, parent };
}

/** Puts a value in the place of one that is there. */
function replaceValue(
  text: string,
  document: Document,
  path: readonly string[],
  add: readonly NewPattern[],
  isJson: boolean,
): string {
  const node = document.getIn(path, true);
  if (!isSeq(node)) throw new CannotEdit();
  const { keyFrom, keyTo, parent } = keyOf(document, path);
  const colon = text.indexOf(':', keyTo) + 1;
  const [, to] = rangeOf(node);
  // Comments within the list would be lost.
  const rest = text.slice(colon, to);
  if (rest.includes('#')) throw new CannotEdit();
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, keyFrom), keyFrom))![0];
  const end = colon + rest.trimEnd().length;
  // An empty pair of brackets is nobody's choice of style.
  const isFlow = isJson || parent.flow || (node.flow && node.items.length > 0);
  const value =
    isFlow && add.length > 0 ? flowText(add, isJson, indent, unitOf(text)) : blockText(add, indent);
  return splice(text, colon, end, value);
}

/** Makes what is missing of a path, in the map that is there. */
function insert(
  text: string,
  document: Document,
  path: readonly string[],
  value: string | readonly NewPattern[],
  isJson: boolean,
): string {
  let depth = path.length - 1;
  while (depth > 0 && !isCollection(document.getIn(path.slice(0, depth), true))) depth--;
  const parent = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
  const keys = path.slice(depth);
  if (parent === null || (isScalar(parent) && parent.value === null)) {
    if (depth > 0 || isJson) throw new CannotEdit();
    const head = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    return `${head}${pairText(keys, value, '')}`;
  }
  if (!isMap(parent)) throw new CannotEdit();
  const nil = parent.items.find((item) => isScalar(item.key) && item.key.value === keys[0]);
  // `packages:` with nothing behind it.
  if (nil !== undefined) return insertIntoNil(text, nil, keys, value, isJson);
  if (isJson) return insertJson(text, parent, keys, value);
  if (parent.flow) return insertFlow(text, parent, keys, value);
  const first = parent.items[0]?.key;
  const last = parent.items.at(-1);
  if (!isScalar(first) || last === undefined) throw new CannotEdit();
  const indent = text.slice(lineStart(text, rangeOf(first)[0]), rangeOf(first)[0]);
  if (!/^ *$/.test(indent)) throw new CannotEdit();
  const at = lineEnd(text, endOf(text, last));
  const isLastLine = at === text.length && !text.endsWith('\n');
  const blank = depth === 0 ? '\n' : '';
  return splice(text, at, at, `${isLastLine ? '\n' : ''}${blank}${pairText(keys, value, indent)}`);
}

function insertIntoNil(
  text: string,
  pair: Pair,
  keys: readonly string[],
  value: string | readonly NewPattern[],
  isJson: boolean,
): string {
  if (isJson || !isScalar(pair.key)) throw new CannotEdit();
  const [from, to] = rangeOf(pair.key);
  const indent = ' '.repeat(columnOf(text, from));
  const at = lineEnd(text, to);
  if (text.slice(to, at).trim() !== ':') throw new CannotEdit();
  if (keys.length === 1) {
    if (typeof value === 'string') throw new CannotEdit();
    const colon = text.indexOf(':', to) + 1;
    return splice(text, colon, colon, blockText(value, indent));
  }
  const isLastLine = at === text.length && !text.endsWith('\n');
  const below = pairText(keys.slice(1), value, `${indent}  `);
  return splice(text, at, at, `${isLastLine ? '\n' : ''}${below}`);
}

/** `keys: value` in lines of their own. */
function pairText(keys: readonly string[], value: string | readonly NewPattern[], indent: string): string {
  const lines = keys.slice(0, -1).map((key, depth) => `${indent}${'  '.repeat(depth)}${yamlText(key)}:\n`);
  const inner = indent + '  '.repeat(keys.length - 1);
  const end = typeof value === 'string' ? ` ${yamlText(value)}` : blockText(value, inner);
  return `${lines.join('')}${inner}${yamlText(keys.at(-1)!)}:${end}\n`;
}

/** What stands behind `allow:`, without the newline at its end. */
export function blockText(add: readonly NewPattern[], indent: string): string {
  if (add.length === 0) return ' []';
  return add
    .map(({ pattern, comment }) => `\n${indent}  - ${yamlText(pattern)}${comment ? ` # ${comment}` : ''}`)
    .join('');
}

function insertJson(
  text: string,
  parent: YAMLMap,
  keys: readonly string[],
  value: string | readonly NewPattern[],
): string {
  const [from, to] = rangeOf(parent);
  const outer = /^[ \t]*/.exec(text.slice(lineStart(text, from)))![0];
  const first = parent.items[0]?.key;
  const own = isScalar(first) ? text.slice(lineStart(text, rangeOf(first)[0]), rangeOf(first)[0]) : '';
  const unit = unitOf(text);
  const indent = /^[ \t]+$/.test(own) ? own : outer + unit;
  const patterns = typeof value === 'string' ? value : value.map(({ pattern }) => pattern);
  const inner = keys.slice(1).reduceRight<unknown>((below, key) => ({ [key]: below }), patterns);
  const json = JSON.stringify(inner, null, unit).replaceAll('\n', `\n${indent}`);
  const added = `\n${indent}${JSON.stringify(keys[0])}: ${json}`;
  const last = parent.items.at(-1);
  if (last === undefined) return splice(text, from, to, `{${added}\n${outer}}`);
  const at = endOf(text, last);
  return splice(text, at, at, `,${added}`);
}

function insertFlow(
  text: string,
  parent: YAMLMap,
  keys: readonly string[],
  value: string | readonly NewPattern[],
): string {
  const word = typeof value === 'string' ? yamlText(value) : flowText(value, false, '', '').trimStart();
  const inner = keys.slice(1).reduceRight((below, key) => `{ ${yamlText(key)}: ${below} }`, word);
  const added = `${yamlText(keys[0]!)}: ${inner}`;
  const [from, to] = rangeOf(parent);
  const last = parent.items.at(-1);
  if (last === undefined) return splice(text, from, to, `{ ${added} }`);
  const at = endOf(text, last);
  return splice(text, at, at, `, ${added}`);
}

/** What stands behind `allow:` in JSON, in lines of their own, and in YAML's flow style. */
function flowText(add: readonly NewPattern[], isJson: boolean, indent: string, unit: string): string {
  if (!isJson) return ` [${add.map(({ pattern }) => flowWord(pattern)).join(', ')}]`;
  const words = add.map(({ pattern }) => `${indent}${unit}${JSON.stringify(pattern)}`);
  return words.length === 0 ? ' []' : ` [\n${words.join(',\n')}\n${indent}]`;
}

/** One step of the file's indentation. */
function unitOf(text: string): string {
  return /^(\t| +)\S/m.exec(text)?.[1] ?? '  ';
}

/** As the others in the list are quoted, where they all are alike; else as `other` does. */
function sharedQuotes(
  items: readonly Scalar[],
  other: (pattern: string) => string = yamlText,
): (pattern: string) => string {
  const [type] = items.map((item) => item.type);
  const isShared = items.every((item) => item.type === type);
  if (isShared && type === Scalar.QUOTE_DOUBLE) return (pattern) => JSON.stringify(pattern);
  if (isShared && type === Scalar.QUOTE_SINGLE) return (pattern) => `'${pattern.replaceAll("'", "''")}'`;
  return other;
}

/** Between brackets a comma or a bracket would be read. */
function flowWord(pattern: string): string {
  return /^[\w./-]+$/.test(pattern) ? yamlText(pattern) : JSON.stringify(pattern);
}

function yamlText(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();
}

/** Of the text of a node, without what is behind it. */
function rangeOf({
  range,
}: {
  range?: readonly [number, number, number] | null | undefined;
}): readonly [number, number] {
  if (!range) throw new CannotEdit();
  return [range[0], range[1]];
}

/** Behind the last character of a pair. */
function endOf(text: string, { key, value }: Pair): number {
  const node = (value ?? key) as { range?: readonly [number, number, number] | null };
  const end = rangeOf(node)[1];
  return text.slice(0, end).trimEnd().length;
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Behind the end of the line. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function splice(text: string, from: number, to: number, put: string): string {
  return text.slice(0, from) + put + text.slice(to);
}
