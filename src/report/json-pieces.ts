import { canonicalJson } from '../canonical.ts';
import { printableJson } from '../invisible.ts';

/** A list in a JSON document that is made while it is written, so that very long ones take no memory. It is asked for anew each time. */
export class ListPart {
  readonly items: () => Iterable<unknown>;

  constructor(items: () => Iterable<unknown>) {
    this.items = items;
  }
}

/** An object in a JSON document of which some members, or members of these, are such lists. */
export class ObjectPart {
  readonly members: Readonly<Record<string, unknown>>;

  constructor(members: Readonly<Record<string, unknown>>) {
    this.members = members;
  }
}

/** Characters that are handed on at once. */
const CHUNK = 64 * 1024;

/**
 * Indented JSON with a newline at its end, piece by piece; what is `undefined` is left out. Half surrogate pairs, which are no Unicode
 * text and which strict readers refuse, become U+FFFD.
 *
 * @param value plain, but for parts in parts
 */
export function* jsonText(value: unknown): Iterable<string> {
  let ready = '';
  for (const piece of indented(value, '\n')) {
    ready += piece;
    if (ready.length < CHUNK) continue;
    yield printableJson(ready);
    ready = '';
  }
  yield printableJson(`${ready}\n`);
}

/** @param line what begins a line at this depth */
function* indented(value: unknown, line: string): Iterable<string> {
  if (value instanceof ListPart) yield* framed('[', listed(value, `${line}  `), ']', line);
  else if (value instanceof ObjectPart) yield* framed('{', named(value, `${line}  `), '}', line);
  else {
    const text = JSON.stringify(value, wellFormed, 2);
    // In JSON a line break stands between values alone.
    yield line === '\n' ? text : text.replaceAll('\n', line);
  }
}

function* framed(open: string, inner: Iterable<string>, close: string, line: string): Iterable<string> {
  let isEmpty = true;
  yield open;
  for (const piece of inner) {
    isEmpty = false;
    yield piece;
  }
  yield isEmpty ? close : `${line}${close}`;
}

function* listed({ items }: ListPart, line: string): Iterable<string> {
  let before = line;
  for (const item of items()) {
    yield before;
    yield* indented(item, line);
    before = `,${line}`;
  }
}

function* named({ members }: ObjectPart, line: string): Iterable<string> {
  let before = line;
  for (const [key, value] of Object.entries(members)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(key)}: `;
    yield* indented(value, line);
    before = `,${line}`;
  }
}

/** The same value as canonical JSON, piece by piece. */
export function* canonicalText(value: unknown): Iterable<string> {
  if (value instanceof ListPart) {
    let before = '[';
    for (const item of value.items()) {
      yield before;
      yield* canonicalText(item);
      before = ',';
    }
    yield before === '[' ? '[]' : ']';
  } else if (value instanceof ObjectPart) {
    let before = '{';
    const members = Object.entries(value.members).filter(([, member]) => member !== undefined);
    for (const [key, member] of members.sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield `${before}${JSON.stringify(key)}:`;
      yield* canonicalText(member);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  } else yield canonicalJson(JSON.parse(JSON.stringify(value, wellFormed)));
}

function wellFormed(_key: string, item: unknown): unknown {
  return typeof item === 'string' ? item.replace(/[\ud800-\udfff]/gu, '\ufffd') : item;
}
