import { isScalar, parseDocument } from 'yaml';
import { editList, type ListChange } from './edit-list.ts';
import { insert } from './insert.ts';
import { CannotEdit, rangeOf, splice } from './ranges.ts';
import { yamlText } from './written.ts';

/** What is to change in a config. */
export type Change = SetChange | ListChange;

/** A value to write at a path. */
interface SetChange {
  readonly kind: 'set';
  readonly path: readonly string[];
  readonly value: string;
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
    edited = change.kind === 'set' ? set(edited, change, isJson) : editList(edited, change, isJson);
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

function set(text: string, { path, value }: SetChange, isJson: boolean): string {
  const document = parseDocument(text, { uniqueKeys: false });
  const node = document.getIn(path, true);
  if (!isScalar(node)) return insert(text, document, path, value, isJson);
  const [from, to] = rangeOf(node);
  return splice(text, from, to, isJson ? JSON.stringify(value) : yamlText(value));
}
