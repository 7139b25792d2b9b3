import type { Bytes } from '../../archive/store.ts';
import { fieldsOf } from './fields.ts';
import { type Image, MAX_PLACES, plainName, type Section } from './image.ts';

const WIDE = 0x20b;
const CODE_VIEW = 2;
/** Portable debug information, packed, inside the library itself. */
const EMBEDDED = 17;
const RSDS = 0x53445352;
const NB10 = 0x3031424e;
const MAX_DEBUG_ENTRIES = 64;

/** A Windows executable, and what only such a file has. */
export interface PeImage extends Image {
  /** Place of portable debug information in it, its header included. */
  readonly embedded?: { readonly offset: number; readonly size: number };
}

/**
 * Reads the section table and the debug directory of a Windows executable, library or object file. Microsoft's PE format
 * specification; names longer than eight bytes as GNU tools write them.
 *
 * @throws PackgateError `archive` where they are not there
 */
export function readPe(bytes: Bytes): PeImage {
  const { u16, u32, text } = fieldsOf(bytes, true);
  const isObject = text(0, 2) !== 'MZ';
  const coff = isObject ? 0 : u32(0x3c) + 4;
  const count = u16(coff + 2);
  const symbolsAt = u32(coff + 8);
  const symbols = u32(coff + 12);
  const strings = symbolsAt + symbols * 18;
  const optional = coff + 20;
  const optionalSize = u16(coff + 16);
  const table = optional + optionalSize;
  const sections: Section[] = [];
  /** Where the sections lie in memory, which is how directories point at them. */
  const mapped: { readonly from: number; readonly size: number; readonly offset: number }[] = [];
  for (let i = 0; i < count; i++) {
    const at = table + i * 40;
    const [, far] = /^\/(\d{1,7})$/.exec(text(at, 8)) ?? [];
    const written = far === undefined ? text(at, 8) : text(strings + Number(far), 64);
    const { name, marked } = plainName(written);
    const size = Math.min(u32(at + 8) || u32(at + 16), u32(at + 16));
    const offset = u32(at + 20);
    mapped.push({ from: u32(at + 12), size: u32(at + 16), offset });
    if (offset > 0) sections.push({ name, offset, size, ...(marked && { packed: 'mark' as const }) });
  }

  const places: string[] = [];
  let embedded: PeImage['embedded'];
  const directories = optional + (optionalSize > 0 && u16(optional) === WIDE ? 112 : 96);
  const hasDebug = optionalSize > 0 && directories + 7 * 8 <= table && u32(directories - 4) > 6;
  const place = hasDebug ? u32(directories + 6 * 8) : 0;
  const home = mapped.find(({ from, size }) => place >= from && place < from + size);
  if (place > 0 && home !== undefined) {
    const from = home.offset + place - home.from;
    const entries = Math.min(Math.floor(u32(directories + 6 * 8 + 4) / 28), MAX_DEBUG_ENTRIES);
    for (let i = 0; i < entries; i++) {
      const at = from + i * 28;
      const type = u32(at + 12);
      const size = u32(at + 16);
      const offset = u32(at + 24);
      if (type === EMBEDDED) embedded = { offset, size };
      if (type !== CODE_VIEW || size < 24 || places.length >= MAX_PLACES) continue;
      const signature = u32(offset);
      if (signature === RSDS) places.push(utf8(text(offset + 24, Math.min(size - 24, 1024))));
      if (signature === NB10) places.push(utf8(text(offset + 16, Math.min(size - 16, 1024))));
    }
  }
  return {
    littleEndian: true,
    wide: true,
    sections,
    symbols: isObject ? 0 : symbols,
    // A name alone tells nothing.
    places: places.filter((path) => /[\\/]/.test(path)),
    isObject,
    isCore: false,
    ...(embedded !== undefined && { embedded }),
  };
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
