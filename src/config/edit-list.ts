import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { denies } from '../paths.ts';
import { insert } from './insert.ts';
import { CannotEdit, lineEnd, lineStart, rangeOf, splice } from './ranges.ts';
import { blockText, flowText, flowWord, type NewPattern, sharedQuotes, unitOf } from './written.ts';

/** Patterns to add to a list, and items to take out of it. */
export interface ListChange {
  readonly kind: 'list';
  /** Keys that lead to the list: `allow`, or `packages`, a name and `allow`. What is missing of them is made. */
  readonly path: readonly string[];
  readonly add: readonly NewPattern[];
  /** Items to take out, by their index. */
  readonly remove: readonly number[];
}

/** One item of a list in a config. */
export interface ListItem {
  readonly pattern: string;
  /** Behind it on its line, trimmed; empty where there is none. */
  readonly comment: string;
  /** Whether a comment stands on the lines above it. */
  readonly isIntroduced: boolean;
}

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

/** Adds and takes out items, in whatever form the list is written. */
export function editList(text: string, change: ListChange, isJson: boolean): string {
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
