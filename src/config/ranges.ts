import type { Pair } from 'yaml';

/** A config that cannot be changed without moving what else is in it: the caller says what to write by hand. */
export class CannotEdit extends Error {}

/** Where the text of a node begins and ends, without what is behind it. Ranges are those of `yaml`, in characters. */
export function rangeOf({
  range,
}: {
  range?: readonly [number, number, number] | null | undefined;
}): readonly [number, number] {
  if (!range) throw new CannotEdit();
  return [range[0], range[1]];
}

/** Behind the last character of a pair. */
export function endOf(text: string, { key, value }: Pair): number {
  const node = (value ?? key) as { range?: readonly [number, number, number] | null };
  const end = rangeOf(node)[1];
  return text.slice(0, end).trimEnd().length;
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Behind the end of the line. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

export function splice(text: string, from: number, to: number, put: string): string {
  return text.slice(0, from) + put + text.slice(to);
}
