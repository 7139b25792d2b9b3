import { parseJson } from '../../archive/json.ts';
import type { Bytes } from '../../archive/store.ts';
import { fieldsOf } from './fields.ts';
import { type Listing, type Payload, type PayloadFile, PKG_CODECS } from './payload.ts';

/** All but the first byte of what the blob begins with: the first is a blank, which stands everywhere. */
export const SEA_MARK = Buffer.from([0xda, 0x43, 0x01]);
const FIRST = 0x20;
const [SNAPSHOT, CODE_CACHE, ASSETS] = [2, 4, 8];
const MAX_FLAGS = 0xff;
const MAX_NAME = 4096;
/** Releases put so many bytes of options between the flags and the first name: none at first, one or two since. */
const OPTIONS = [0, 1, 2, 3, 4];

/**
 * What Node.js puts into a single executable application: the main script or a start-up snapshot, and assets.
 *
 * Format: node_sea.cc. Numbers are little-endian and texts begin with their length. The blob lies in a note, a segment or
 * a resource of the executable, or is a file of its own; here it is found by content.
 *
 * @param marks where `SEA_MARK` stands
 */
export function seaPayloads(bytes: Bytes, marks: readonly number[], listing: Listing): Payload[] {
  const found: Payload[] = [];
  for (const mark of marks) {
    if (mark < 1 || mark + 15 > bytes.size || bytes.read(mark - 1, 1)[0] !== FIRST) continue;
    for (const options of OPTIONS) {
      const payload = readBlob(bytes, mark - 1, options, listing);
      if (payload === undefined) continue;
      found.push(payload);
      break;
    }
  }
  return found;
}

/** @returns undefined where what follows is no blob */
function readBlob(bytes: Bytes, from: number, options: number, listing: Listing): Payload | undefined {
  const { u32, u64 } = fieldsOf(bytes, true);
  const flags = u32(from + 4);
  if (flags > MAX_FLAGS) return undefined;
  let at = from + 8 + options;
  const part = (): { offset: number; size: number } | undefined => {
    if (at + 8 > bytes.size) return undefined;
    const size = u64(at);
    if (!(at + 8 + size <= bytes.size)) return undefined;
    const place = { offset: at + 8, size };
    at += 8 + size;
    return place;
  };
  const name = (): string | undefined => {
    const place = part();
    if (place === undefined || place.size > MAX_NAME) return undefined;
    const text = bytes.read(place.offset, place.size).toString('utf8');
    return /[\x00-\x1f]/.test(text) ? undefined : text;
  };
  const path = name();
  if (path === undefined || path === '') return undefined;
  const main = part();
  if (main === undefined) return undefined;
  const isSnapshot = (flags & SNAPSHOT) !== 0;
  const files: PayloadFile[] = [
    { path: isSnapshot ? `${path}.blob` : /\.[cm]?[jt]s$/.test(path) ? path : `${path}.js`, ...main },
  ];
  if ((flags & CODE_CACHE) !== 0 && !isSnapshot) part();
  if ((flags & ASSETS) !== 0) {
    const count = at + 8 <= bytes.size ? u64(at) : 0;
    at += 8;
    const assets = new Map<string, PayloadFile>();
    for (let i = 0; i < count; i++) {
      const key = name();
      const body = part();
      if (key === undefined || body === undefined) break;
      listing.add(key);
      assets.set(key, { path: key, ...body });
    }
    files.push(...withArchive(bytes, assets, listing));
  }
  return { carrier: 'sea', from, to: at, files };
}

/** pkg keeps all of its files in one asset and says in another one where each begins. */
function withArchive(
  bytes: Bytes,
  assets: ReadonlyMap<string, PayloadFile>,
  listing: Listing,
): PayloadFile[] {
  const archive = assets.get('__pkg_archive__');
  const manifest = assets.get('__pkg_manifest__') ?? assets.get('__pkg_manifest__.json');
  const rest = [...assets.values()];
  if (archive === undefined || manifest === undefined || manifest.size > MAX_MANIFEST) return rest;
  const list = parseJson(bytes.read(manifest.offset, manifest.size));
  const { offsets, compression } = (list ?? {}) as { offsets?: unknown; compression?: unknown };
  if (typeof offsets !== 'object' || offsets === null) return rest;
  const codec = PKG_CODECS[Number(compression ?? 0)];
  const files: PayloadFile[] = [];
  for (const [path, place] of Object.entries(offsets)) {
    const [offset, size] = Array.isArray(place) ? (place as unknown[]) : [];
    if (typeof offset !== 'number' || typeof size !== 'number') continue;
    if (!(offset >= 0 && size >= 0 && offset + size <= archive.size)) continue;
    listing.add(path);
    files.push({ path, offset: archive.offset + offset, size, ...(codec !== undefined && { codec }) });
  }
  return files.length === 0
    ? rest
    : [...rest.filter((file) => file !== archive && file !== manifest), ...files];
}

const MAX_MANIFEST = 64 * 1024 ** 2;
