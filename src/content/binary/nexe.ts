import { parseJson } from '../../archive/json.ts';
import type { Bytes } from '../../archive/store.ts';
import type { Listing, Payload, PayloadFile } from './payload.ts';
import { lastIndexIn } from './search.ts';

const SENTINEL = Buffer.from('<nexe~~sentinel>');
/** How far from the end of the file it can stand: a signature may follow. */
const TAIL = 64 * 1024;
const MAX_CODE = 64 * 1024 ** 2;
const LIST = '"resources":';

/**
 * The files in an executable of nexe.
 *
 * Format: nexe's compiler. Behind Node.js stand the script that starts the application, which lists the files and their places,
 * the files one after another, a sentinel, and the sizes of both as floating point numbers.
 */
export function nexePayload(bytes: Bytes, listing: Listing): Payload[] {
  const sentinel = lastIndexIn(bytes, Math.max(0, bytes.size - TAIL), bytes.size, SENTINEL);
  if (sentinel === undefined || sentinel + SENTINEL.length + 16 > bytes.size) return [];
  const sizes = bytes.read(sentinel + SENTINEL.length, 16);
  const [codeSize, filesSize] = [sizes.readDoubleLE(0), sizes.readDoubleLE(8)];
  const base = sentinel - filesSize;
  const code = base - codeSize;
  const sensible = Number.isSafeInteger(codeSize) && Number.isSafeInteger(filesSize);
  if (!sensible || codeSize < 0 || filesSize < 0 || code < 0) return [];
  const to = sentinel + SENTINEL.length + 16;
  const list = codeSize > MAX_CODE ? undefined : resourcesIn(bytes.read(code, codeSize).toString('utf8'));
  if (list === undefined) {
    // Releases of old have the whole application in that script.
    return [
      { carrier: 'nexe', from: code, to, files: [{ path: 'bundle.js', offset: code, size: codeSize }] },
    ];
  }
  const files: PayloadFile[] = [];
  for (const [path, place] of Object.entries(list)) {
    const [offset, size] = Array.isArray(place) ? (place as unknown[]) : [];
    if (typeof offset !== 'number' || typeof size !== 'number') continue;
    if (!(offset >= 0 && size >= 0 && offset + size <= filesSize)) continue;
    listing.add(path);
    files.push({ path, offset: base + offset, size });
  }
  return [{ carrier: 'nexe', from: code, to, files }];
}

/** The object behind the word. It is the last thing in its statement. */
function resourcesIn(code: string): Record<string, unknown> | undefined {
  const at = code.indexOf(LIST);
  const from = at + LIST.length;
  if (at === -1 || code[from] !== '{') return undefined;
  let to = code.indexOf('}};', from);
  // A name may hold those characters too, though hardly twice.
  for (let attempts = 0; to !== -1 && attempts < 3; attempts++) {
    const list = parseJson(Buffer.from(code.slice(from, to + 1)));
    if (list !== undefined) return list as Record<string, unknown>;
    to = code.indexOf('}};', to + 1);
  }
  return undefined;
}
