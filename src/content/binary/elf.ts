import type { Bytes } from '../../archive/store.ts';
import { fieldsOf } from './fields.ts';
import { type Image, MAX_SECTIONS, plainName, type Section } from './image.ts';

const SYMTAB = 2;
const DYNSYM = 11;
const NOBITS = 8;
const COMPRESSED = 0x800;
const RELOCATABLE = 1;
const CORE = 4;

/**
 * Reads the section table of an ELF file. System V ABI, chapter 4; a file without sections has none here.
 *
 * @throws PackgateError `archive` where the table is not there
 */
export function readElf(bytes: Bytes): Image {
  const wide = fieldsOf(bytes, true).u8(4) === 2;
  const littleEndian = fieldsOf(bytes, true).u8(5) !== 2;
  const { u16, u32, u64, text } = fieldsOf(bytes, littleEndian);
  const word = wide ? u64 : u32;
  const type = u16(16);
  const table = word(wide ? 40 : 32);
  const entry = wide ? 64 : 40;
  const step = u16(wide ? 58 : 46);
  const parts = (at: number) => ({
    nameAt: u32(at),
    type: u32(at + 4),
    flags: word(at + 8),
    offset: word(at + (wide ? 24 : 16)),
    size: word(at + (wide ? 32 : 20)),
    link: u32(at + (wide ? 40 : 24)),
  });
  let count = u16(wide ? 60 : 48);
  let names = u16(wide ? 62 : 50);
  const sections: Section[] = [];
  let symbols = 0;
  if (table > 0 && step >= entry) {
    // Too many for the header: the first, empty section has the numbers.
    const first = parts(table);
    if (count === 0) count = first.size;
    if (names === 0xffff) names = first.link;
    const strings = names > 0 && names < count ? parts(table + names * step) : undefined;
    for (let i = 0; i < Math.min(count, MAX_SECTIONS); i++) {
      const { nameAt, type, flags, offset, size } = parts(table + i * step);
      if (strings === undefined || type === 0 || type === NOBITS || nameAt >= strings.size) continue;
      const { name, marked } = plainName(text(strings.offset + nameAt, 64));
      // What is linked by name stands in both tables, and stays.
      const listed = Math.floor(size / (wide ? 24 : 16)) - 1;
      if (type === SYMTAB) symbols += listed;
      if (type === DYNSYM) symbols -= listed;
      const packed = marked ? 'mark' : (flags & COMPRESSED) !== 0 ? 'elf' : undefined;
      sections.push({ name, offset, size, ...(packed !== undefined && { packed }) });
    }
  }
  return {
    littleEndian,
    wide,
    sections,
    // An object file is nothing without its symbols.
    symbols: type === RELOCATABLE ? 0 : Math.max(0, symbols),
    places: [],
    isObject: type === RELOCATABLE,
    isCore: type === CORE,
  };
}
