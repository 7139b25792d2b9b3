import { PackgateError } from '../errors.ts';
import type { Budget } from './budget.ts';
import type { EntrySink } from './entry.ts';
import { parseJson } from './json.ts';
import { LIMITS } from './limits.ts';
import { checkLength, plainPath } from './name.ts';
import type { Oddity } from './oddity.ts';
import type { Bytes } from './store.ts';
import { isZero } from './zero.ts';

const PIECE = 256 * 1024;
const HEADER = 16;

/** A file whose bytes are in the archive. */
interface AsarFile {
  readonly path: string;
  /** Counted from the end of the header. */
  readonly offset: number;
  readonly size: number;
}

/**
 * Hands every file of an Electron archive to the sink, in the order in which their bytes lie.
 *
 * Format: four little-endian numbers (4, header size, header size less 4, JSON length), the JSON of the tree, padding to
 * four bytes, the files' bytes one after another; see the documentation of @electron/asar.
 *
 * @param report gets names that climb out, and places outside the archive or over other files
 * @param budget what is charged for each entry
 * @returns what was not looked at beside files that the sink was told of, in a few words
 * @throws PackgateError `archive` or `limit`
 */
export function readAsar(
  bytes: Bytes,
  sink: EntrySink,
  report: (oddity: Oddity) => void,
  budget: Budget,
): string | undefined {
  const start = bytes.read(0, HEADER);
  const base = 8 + start.readUInt32LE(4);
  const jsonSize = start.readUInt32LE(12);
  if (jsonSize > LIMITS.asarHeader) {
    throw new PackgateError('limit', `the header of the asar archive is over ${LIMITS.asarHeader} bytes`, {
      help: 'Split the application',
    });
  }
  if (HEADER + jsonSize > base || base > bytes.size) throw refused('is cut off or gives a wrong size');
  const json = bytes.read(HEADER, jsonSize);
  const tree = parseJson(json);
  if (tree === undefined) throw refused('has a header that is no JSON');
  const files = listFiles(tree, sink, report, budget);
  files.sort((a, b) => a.offset - b.offset || a.size - b.size);

  let stray = 0;
  let reached = base;
  let last = base;
  for (const { path, offset, size } of files) {
    const from = base + offset;
    const to = from + size;
    if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && to <= bytes.size)) {
      report({
        kind: 'ambiguous',
        path,
        message: `The header of the asar archive places this file at byte ${from}, and the archive has ${bytes.size}.`,
      });
      unread(path, size, 'its place is outside the asar archive', sink);
      continue;
    }
    // Equal files may share one place; one that begins inside another is a trick.
    if (size > 0 && from < reached && !(from === last && to === reached)) {
      report({
        kind: 'ambiguous',
        path,
        message: 'This file lies over another one in the asar archive.',
      });
    }
    if (from > reached) stray += strayIn(bytes, reached, from);
    if (to > reached) {
      reached = to;
      last = from;
    }
    sink.begin({ path, size });
    for (let at = from; at < to; at += PIECE) sink.bytes(bytes.read(at, Math.min(PIECE, to - at)));
    sink.end();
  }
  stray += strayIn(bytes, reached, bytes.size);
  return stray > 0 ? `${stray} bytes in the asar archive belong to no file in it` : undefined;
}

/** Walks the tree without recursion: its depth is whoever's who wrote it. */
function listFiles(
  root: unknown,
  sink: EntrySink,
  report: (oddity: Oddity) => void,
  budget: Budget,
): AsarFile[] {
  const files: AsarFile[] = [];
  const open: { readonly folder: string; readonly node: unknown; readonly depth: number }[] = [
    { folder: '', node: root, depth: 0 },
  ];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { folder, node, depth } = at;
    if (!isRecord(node) || !isRecord(node.files)) throw refused('has a header that is no tree of files');
    if (depth > LIMITS.segments) throw refused(`has more than ${LIMITS.segments} folders in each other`);
    for (const name of Object.keys(node.files)) {
      const child = node.files[name];
      budget.entry();
      checkLength(folder + name, budget.limits);
      const { path, oddity } = plainPath(folder + name);
      const odd =
        oddity ??
        (name === '' || /[/\\]/.test(name) ? 'is not one name but a path, or none at all' : undefined);
      if (odd !== undefined) report({ kind: 'unsafe-path', path, message: `The name of this entry ${odd}.` });
      if (!isRecord(child)) throw refused(`says nothing of ${JSON.stringify(path)}`);
      if ('files' in child) open.push({ folder: `${folder}${name}/`, node: child, depth: depth + 1 });
      else if (typeof child.link === 'string') checkLink(child.link, path, report);
      else {
        const size = child.size;
        if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
          throw refused(`gives ${JSON.stringify(path)} no size`);
        if (child.unpacked === true) elsewhere(path, size, sink);
        else files.push({ path, offset: toOffset(child.offset), size });
      }
    }
  }
  return files;
}

function checkLink(link: string, path: string, report: (oddity: Oddity) => void): void {
  if (plainPath(link).oddity === undefined) return;
  report({ kind: 'unsafe-path', path, message: 'This entry is a link that leads out of the archive.' });
}

/** Offsets are text, because JSON numbers end at 2^53. */
function toOffset(offset: unknown): number {
  return typeof offset === 'string' && /^[0-9]{1,16}$/.test(offset) ? Number(offset) : Number.NaN;
}

function elsewhere(path: string, size: number, sink: EntrySink): void {
  sink.begin({ path, size, elsewhere: true });
  sink.end('it is not in the asar archive but in the folder `.unpacked` beside it');
}

function unread(path: string, size: number, reason: string, sink: EntrySink): void {
  sink.begin({ path, size });
  sink.end(reason);
}

function strayIn(bytes: Bytes, from: number, to: number): number {
  for (let at = from; at < to; at += PIECE) {
    if (!isZero(bytes.read(at, Math.min(PIECE, to - at)))) return to - from;
  }
  return 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(what: string): PackgateError {
  return new PackgateError('archive', `the asar archive ${what}`, { help: 'Pack it again' });
}
