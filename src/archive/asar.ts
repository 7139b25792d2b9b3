import { PackgateError } from '../errors.ts';
import { byteSize } from '../figures.ts';
import { layOut, type Place } from './asar-places.ts';
import { asarNodes, refused } from './asar-tree.ts';
import type { Budget } from './budget.ts';
import type { EntrySink } from './entry.ts';
import { LIMITS } from './limits.ts';
import { checkLength, plainPath } from './name.ts';
import type { Oddity } from './oddity.ts';
import type { Bytes } from './store.ts';
import { isZero } from './zero.ts';

const PIECE = 256 * 1024;
const HEADER = 16;

/**
 * Hands every file of an Electron archive to the sink, in the order of its header. The header is read several times and never
 * held: it may name a million files.
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
    throw new PackgateError(
      'limit',
      `the header of the asar archive is over ${byteSize(LIMITS.asarHeader)}`,
      {
        help: 'Split the application',
      },
    );
  }
  if (HEADER + jsonSize > base || base > bytes.size) throw refused('is cut off or gives a wrong size');
  const header = bytes.fork();
  const nodes = () => asarNodes(header, HEADER, jsonSize);

  // Once in advance: a header that is damaged at its end gives no file.
  for (const { path, isFolder, link, size } of nodes()) {
    budget.entry();
    checkLength(path, budget.limits);
    if (!isFolder && link === undefined && size === undefined)
      throw refused(`gives ${JSON.stringify(plainPath(path).path)} no size`);
  }

  /** Where a file is that has bytes in the archive; undefined where that is outside. */
  function placeOf(offset: number, size: number): Place | undefined {
    const from = base + offset;
    const to = from + size;
    return Number.isSafeInteger(from) && Number.isSafeInteger(to) && to <= bytes.size
      ? [from, to]
      : undefined;
  }
  function* filled(): Generator<Place, undefined> {
    for (const { isFolder, link, elsewhere, offset, size } of nodes()) {
      if (isFolder || link !== undefined || elsewhere || size === 0) continue;
      const place = placeOf(offset, size!);
      if (place !== undefined) yield place;
    }
  }
  const places = layOut(filled, base, bytes.size);

  for (const node of nodes()) {
    const { path, oddity } = plainPath(node.path);
    const ambiguous = (message: string) => report({ kind: 'ambiguous', path, message });
    const odd = oddity ?? (node.name === '' || /[/\\]/.test(node.name) ? PATH : undefined);
    if (odd !== undefined) report({ kind: 'unsafe-path', path, message: `The name of this entry ${odd}.` });
    if (node.oddity !== undefined) ambiguous(`The header of the asar archive ${node.oddity}.`);
    if (node.isFolder) continue;
    if (node.link !== undefined) {
      checkLink(node.link, path, report);
      continue;
    }
    const size = node.size!;
    if (node.elsewhere) {
      sink.begin({ path, size, elsewhere: true });
      sink.end('it is not in the asar archive but in the folder `.unpacked` beside it');
      continue;
    }
    const place = placeOf(node.offset, size);
    sink.begin({ path, size });
    if (place === undefined) {
      ambiguous(
        `The header of the asar archive places this file at byte ${base + node.offset}, and the archive has ${bytes.size}.`,
      );
      sink.end('its place is outside the asar archive');
      continue;
    }
    if (size > 0 && places.overlaps(place)) ambiguous('This file lies over another one in the asar archive.');
    const [from, to] = place;
    for (let at = from; at < to; at += PIECE)
      sink.bytes(bytes.read(at, Math.min(PIECE, to - at)), size <= PIECE);
    sink.end();
  }

  let stray = 0;
  for (const [from, to] of places.gaps) if (!isZeroFrom(bytes, from, to)) stray += to - from;
  return stray > 0 ? `${stray} bytes in the asar archive belong to no file in it` : undefined;
}

const PATH = 'is not one name but a path, or none at all';

function checkLink(link: string, path: string, report: (oddity: Oddity) => void): void {
  if (plainPath(link).oddity === undefined) return;
  report({ kind: 'unsafe-path', path, message: 'This entry is a link that leads out of the archive.' });
}

function isZeroFrom(bytes: Bytes, from: number, to: number): boolean {
  for (let at = from; at < to; at += PIECE) {
    if (!isZero(bytes.read(at, Math.min(PIECE, to - at)))) return false;
  }
  return true;
}
