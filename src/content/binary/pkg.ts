import { parseJson } from '../../archive/json.ts';
import type { Bytes } from '../../archive/store.ts';
import { type Listing, type Payload, type PayloadFile, PKG_CODECS } from './payload.ts';
import { lastIndexIn } from './search.ts';

const PRELUDE = Buffer.from(
  '(function(process, require, console, EXECPATH_FD, PAYLOAD_POSITION, PAYLOAD_SIZE) {',
);
/** How far from the end of the file the prelude can end: a signature may follow. */
const TAIL = 64 * 1024;
const MAX_PRELUDE = 64 * 1024 ** 2;
/** What a file of the payload is: V8 byte code without its source, content, names in a folder, figures of the file. */
const [BLOB, CONTENT] = ['0', '1'];

/**
 * The files in an executable of pkg.
 *
 * Format: pkg's producer. Behind Node.js stand the files one after another, then a script whose last lines are the list of files
 * and their places, the one to start, links, and the names that the list shortens.
 */
export function pkgPayload(bytes: Bytes, listing: Listing): Payload[] {
  const end = lastIndexIn(bytes, Math.max(0, bytes.size - TAIL), bytes.size, Buffer.from('\n);\n})'));
  if (end === undefined) return [];
  const prelude = lastIndexIn(bytes, Math.max(0, end - MAX_PRELUDE), end, PRELUDE);
  if (prelude === undefined) return [];
  const text = bytes.read(prelude, end - prelude).toString('utf8');
  const lines = lastLines(text, 9);
  const [list, , , , , , names] = lines.map((line) => parseJson(Buffer.from(line)));
  if (typeof list !== 'object' || list === null) {
    const unread = 'pkg joined files to it in a form that packgate does not know';
    return [{ carrier: 'pkg', from: prelude, to: end, files: [], unread }];
  }
  const short = new Map(
    Object.entries(typeof names === 'object' && names !== null ? names : {}).map(([name, key]) => [
      String(key),
      name,
    ]),
  );
  const codec = PKG_CODECS[Number(lines[8])];
  const isShort = codec !== undefined && short.size > 0;
  const places: {
    readonly path: string;
    readonly offset: number;
    readonly size: number;
    readonly kind: string;
  }[] = [];
  let size = 0;
  for (const [key, stores] of Object.entries(list as Record<string, unknown>)) {
    for (const [kind, place] of Object.entries((stores ?? {}) as Record<string, unknown>)) {
      const [offset, length] = Array.isArray(place) ? (place as unknown[]) : [];
      if (typeof offset !== 'number' || typeof length !== 'number' || offset < 0 || length < 0) continue;
      size = Math.max(size, offset + length);
      if (kind !== CONTENT && kind !== BLOB) continue;
      const path = isShort ? spelled(key, short) : key;
      listing.add(path);
      places.push({ path, offset, size: length, kind });
    }
  }
  const base = prelude - size;
  if (base < 0) return [];
  const files = places.map(
    ({ path, offset, size, kind }): PayloadFile => ({
      path: path.replace(/^(?:[A-Za-z]:)?[\\/]snapshot[\\/]/, '') + (kind === BLOB ? '.jsc' : ''),
      offset: base + offset,
      size,
      ...(codec !== undefined && { codec }),
    }),
  );
  return [{ carrier: 'pkg', from: base, to: end, files }];
}

/** The last lines of a text, first of them first. */
function lastLines(text: string, count: number): string[] {
  let at = text.length;
  for (let i = 0; i < count && at > 0; i++) at = text.lastIndexOf('\n', at - 1);
  return text.slice(at + 1).split('\n');
}

/** A path with its parts written out, as far as any path goes. */
function spelled(key: string, short: ReadonlyMap<string, string>): string {
  let size = 0;
  const parts: string[] = [];
  for (const part of key.slice(0, MAX_PATH).split('/')) {
    const whole = short.get(part) ?? part;
    size += whole.length + 1;
    if (size > MAX_PATH) break;
    parts.push(whole);
  }
  return parts.join('/');
}

const MAX_PATH = 65_536;
