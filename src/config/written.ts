import { Scalar, stringify } from 'yaml';

/** A pattern to write, and the words behind it. Comments are left out where the file is JSON. */
export interface NewPattern {
  readonly pattern: string;
  readonly comment?: string;
}

/** `keys: value` in lines of their own. */
export function pairText(
  keys: readonly string[],
  value: string | readonly NewPattern[],
  indent: string,
): string {
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

/** What stands behind `allow:` in JSON, in lines of their own, and in YAML's flow style. */
export function flowText(add: readonly NewPattern[], isJson: boolean, indent: string, unit: string): string {
  if (!isJson) return ` [${add.map(({ pattern }) => flowWord(pattern)).join(', ')}]`;
  const words = add.map(({ pattern }) => `${indent}${unit}${JSON.stringify(pattern)}`);
  return words.length === 0 ? ' []' : ` [\n${words.join(',\n')}\n${indent}]`;
}

/** One step of the file's indentation. */
export function unitOf(text: string): string {
  return /^(\t| +)\S/m.exec(text)?.[1] ?? '  ';
}

/** As the others in the list are quoted, where they all are alike; else as `other` does. */
export function sharedQuotes(
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
export function flowWord(pattern: string): string {
  return /^[\w./-]+$/.test(pattern) ? yamlText(pattern) : JSON.stringify(pattern);
}

export function yamlText(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();
}
