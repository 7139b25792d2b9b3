import { type Document, isCollection, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { CannotEdit, columnOf, endOf, lineEnd, lineStart, rangeOf, splice } from './ranges.ts';
import { blockText, flowText, type NewPattern, pairText, unitOf, yamlText } from './written.ts';

/** Makes what is missing of a path, in the map that is there. */
export function insert(
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
