import type { Outline } from '../content/outline.ts';
import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { countMarks, MOST_MARKS } from '../json-marks.ts';
import { eachLine } from './lines.ts';

/** Files that a receipt lists by name: of more it tells the kinds alone, so that a predicate stays small. */
export const MAX_LISTED = 2000;

/** What a receipt says of a package so that the next release can be compared with it. */
export interface ReceiptOutline {
  readonly kinds: Readonly<Record<string, number>>;
  readonly maps: number;
  readonly readable: number;
  readonly commands: readonly string[];
  readonly installScripts: readonly string[];
  /** Path to size in bytes, sorted by path. */
  readonly files?: Readonly<Record<string, number>>;
}

/** What of an outline goes into a receipt: of a package of more than `MAX_LISTED` files no paths. */
export function toReceiptOutline(outline: Outline): ReceiptOutline {
  const { kinds, maps, readable, commands, installScripts, files } = outline;
  const isShort = files !== undefined && files.size <= MAX_LISTED;
  return {
    kinds: record(kinds),
    maps,
    readable,
    commands: [...commands].sort(),
    installScripts,
    ...(isShort && { files: record(files) }),
  };
}

/**
 * Reads the outline of a package from a receipt: one statement, or several, a line each, of which the one for
 * `name` counts.
 *
 * @param target how the user knows the file
 * @throws PackgateError `target` for what is no receipt of packgate, one without an outline, or one that is too large
 */
export function readReceiptOutline(text: string, target: string, name: string): Outline {
  if (countMarks(text, MOST_MARKS) > MOST_MARKS) {
    throw new PackgateError(
      'target',
      `${target}: it has more than ${count(MOST_MARKS)} brackets and commas`,
      {
        help: 'name a receipt that packgate wrote with --receipt',
      },
    );
  }
  const outlines = statements(text).flatMap((statement) => outlineIn(statement) ?? []);
  const found = outlines.find((outline) => outline.name === name) ?? outlines[0];
  if (found !== undefined) return found;
  throw new PackgateError('target', `${target}: no receipt that a package can be compared with`, {
    help: 'name a receipt that packgate wrote with --receipt, a tarball, or npm:<name>@<version>',
  });
}

function statements(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [...eachLine(text)].flatMap((line) => {
      try {
        return [JSON.parse(line)];
      } catch {
        return [];
      }
    });
  }
}

function outlineIn(statement: unknown): Outline | undefined {
  const predicate = member(statement, 'predicate');
  // Whatever the member is called in which packgate keeps its own.
  const own = Object.values(isRecord(predicate) ? predicate : {}).find((value) =>
    isRecord(member(value, 'outline')),
  );
  const outline = member(own, 'outline');
  const uri = member(predicate, 'resourceUri');
  const [, name, version] = /^pkg:[a-z]+\/(.+)@([^@]+)$/.exec(typeof uri === 'string' ? uri : '') ?? [];
  const unpackedSize = member(own, 'unpackedSize');
  const fileCount = member(own, 'fileCount');
  if (
    !isRecord(outline) ||
    name === undefined ||
    typeof unpackedSize !== 'number' ||
    typeof fileCount !== 'number'
  ) {
    return undefined;
  }
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  return {
    name: decoded(name),
    version: decoded(version ?? ''),
    unpackedSize,
    fileCount,
    kinds: numbers(outline.kinds),
    maps: number(outline.maps),
    readable: number(outline.readable),
    commands: strings(outline.commands),
    installScripts: strings(outline.installScripts),
    ...(isRecord(outline.files) && { files: numbers(outline.files) }),
  };
}

function record(map: ReadonlyMap<string, number>): Record<string, number> {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  // A file may be called __proto__.
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

function numbers(value: unknown): ReadonlyMap<string, number> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function member(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
