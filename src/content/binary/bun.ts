import type { Bytes } from '../../archive/store.ts';
import { fieldsOf } from './fields.ts';
import type { Section } from './image.ts';
import { type Listing, MAX_FILES, type PackedSource, type Payload, type PayloadFile } from './payload.ts';
import { lastIndexIn } from './search.ts';

const TRAILER = Buffer.from('\n---- Bun! ----\n');
/** How far from the end of the file it can stand: a signature may follow. */
const TAIL = 1024 * 1024;
/** What stands before the trailer: sizes of it in releases so far. */
const OFFSETS = [32, 24];
/** The record of one module: sizes of it in releases so far, and where the byte of its loader is. */
const RECORDS = [52, 36, 32, 28, 44, 60];
/** Names begin with the root of the file system that is made of them. */
const ROOT = /^(?:\/\$bunfs\/|compiled:\/\/|[A-Za-z]:[\\/]~BUN[\\/])/;
/** JavaScript, TypeScript and JSX, bundled to JavaScript. */
const LAST_SCRIPT_LOADER = 3;

/**
 * The modules in an executable of `bun build --compile`, each with its text and, built with `--sourcemap`, its sources.
 *
 * Format: Bun's StandaloneModuleGraph. At the end of a section `.bun` (`__BUN,__bun`), or of the file: the text of all modules,
 * their records, a table of where those are, a trailer. Bun itself holds the trailer once more, as a constant.
 */
export function bunPayloads(bytes: Bytes, sections: readonly Section[], listing: Listing): Payload[] {
  const found: Payload[] = [];
  const places = sections
    .filter(({ name }) => name === 'bun')
    .map(({ offset, size }) => [offset, Math.min(bytes.size, offset + size)] as const);
  for (const [from, to] of [...places, [Math.max(0, bytes.size - TAIL), bytes.size] as const]) {
    const trailer = lastIndexIn(bytes, from, to, TRAILER);
    if (trailer === undefined || found.some((payload) => payload.to === trailer + TRAILER.length)) continue;
    for (const size of OFFSETS) {
      const payload = trailer < size ? undefined : readGraph(bytes, trailer, size, listing);
      if (payload === undefined) continue;
      found.push(payload);
      break;
    }
  }
  return found;
}

/** @returns undefined where the table before the trailer makes no sense */
function readGraph(bytes: Bytes, trailer: number, size: number, listing: Listing): Payload | undefined {
  const { u8, u32, u64 } = fieldsOf(bytes, true);
  const table = trailer - size;
  const length = u64(table);
  const base = table - length;
  const to = trailer + TRAILER.length;
  const records = u32(table + 8);
  const recordsSize = u32(table + 12);
  if (base < 0 || length === 0 || recordsSize === 0 || records + recordsSize > length) return undefined;
  const textAt = (at: number): [offset: number, size: number] | undefined => {
    const offset = u32(at);
    const size = u32(at + 4);
    return offset + size <= length ? [base + offset, size] : undefined;
  };
  const nameAt = (at: number): string | undefined => {
    const place = textAt(at);
    if (place === undefined || place[1] === 0 || place[1] > 4096) return undefined;
    const name = bytes.read(place[0], place[1]).toString('utf8');
    return ROOT.test(name) ? name : undefined;
  };
  const step = RECORDS.find((candidate) => {
    if (recordsSize % candidate !== 0 || recordsSize / candidate > MAX_FILES) return false;
    const first = base + records;
    return nameAt(first) !== undefined && nameAt(first + recordsSize - candidate) !== undefined;
  });
  if (step === undefined) {
    return {
      carrier: 'bun',
      from: base,
      to,
      files: [],
      unread: 'Bun joined modules to it in a form that packgate does not know',
    };
  }
  const files: PayloadFile[] = [];
  let unread: string | undefined;
  // Bun writes each map once: those that lie over each other are read no more than there are bytes.
  let left = length;
  for (let at = base + records; at < base + records + recordsSize; at += step) {
    const name = nameAt(at);
    const text = textAt(at + 8);
    const map = textAt(at + 16);
    if (name === undefined || text === undefined || map === undefined) {
      unread ??= 'a module that Bun joined to it is damaged';
      continue;
    }
    const isScript = u8(at + step - 3) <= LAST_SCRIPT_LOADER && !/\.[cm]?[jt]sx?$/.test(name);
    const path = name.replace(ROOT, '') + (isScript ? '.js' : '');
    left -= map[1];
    const sources = map[1] === 0 ? [] : left < 0 ? undefined : sourcesIn(bytes, map[0], map[1], listing);
    if (sources === undefined)
      unread ??= 'a source map that Bun joined to it has a form that packgate does not know';
    listing.add(path);
    files.push({ path, offset: text[0], size: text[1], ...(sources !== undefined && { sources }) });
  }
  return { carrier: 'bun', from: base, to, files, ...(unread !== undefined && { unread }) };
}

/** Names and packed texts of a map as Bun keeps it: how many, the size of the mappings, where each name is, where each text. */
function sourcesIn(bytes: Bytes, from: number, size: number, listing: Listing): PackedSource[] | undefined {
  if (size < 8) return undefined;
  const { u32 } = fieldsOf(bytes, true);
  const count = u32(from);
  if (8 + count * 16 > size) return undefined;
  const sources: PackedSource[] = [];
  for (let i = 0; i < count; i++) {
    const [nameAt, nameSize] = [u32(from + 8 + i * 8), u32(from + 12 + i * 8)];
    const text = from + 8 + count * 8 + i * 8;
    const [textAt, textSize] = [u32(text), u32(text + 4)];
    if (nameAt + nameSize > size || textAt + textSize > size) return undefined;
    const path = bytes.read(from + nameAt, Math.min(nameSize, 4096)).toString('utf8');
    listing.add(path);
    sources.push({ path, offset: from + textAt, size: textSize });
  }
  return sources;
}
