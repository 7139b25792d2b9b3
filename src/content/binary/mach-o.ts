import { type Bytes, partOf } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import { fieldsOf } from './fields.ts';
import { type Image, MAX_SECTIONS, plainName, type Section } from './image.ts';

const FAT = 0xcafebabe;
const FAT_WIDE = 0xcafebabf;
/** More machines than there ever were. */
const MAX_SLICES = 64;
const [SEGMENT, SYMTAB, SEGMENT_WIDE] = [0x1, 0x2, 0x19];
const [IS_OBJECT, IS_CORE] = [1, 4];
/** Bits of a symbol's type: written for debuggers; seen from outside; where it is defined. */
const [STAB, EXTERNAL, TYPE] = [0xe0, 0x01, 0x0e];
/** Symbols that are counted one by one. */
const MAX_SYMBOLS = 4_000_000;

/**
 * The files for one machine each that a Mach-O universal binary holds; one of any other file: itself.
 *
 * @throws PackgateError `archive`
 */
export function slicesOf(bytes: Bytes): Bytes[] {
  const { u32, u64 } = fieldsOf(bytes, false);
  const magic = u32(0);
  if (magic !== FAT && magic !== FAT_WIDE) return [bytes];
  const wide = magic === FAT_WIDE;
  const slices: Bytes[] = [];
  for (let i = 0; i < Math.min(u32(4), MAX_SLICES); i++) {
    const at = 8 + i * (wide ? 32 : 20);
    slices.push(partOf(bytes, wide ? u64(at + 8) : u32(at + 8), wide ? u64(at + 16) : u32(at + 12)));
  }
  return slices;
}

/**
 * Reads the load commands of a Mach-O file for one machine. Apple's mach-o/loader.h and nlist.h.
 *
 * @throws PackgateError `archive` where they are not there
 */
export function readMachO(bytes: Bytes): Image {
  const littleEndian = fieldsOf(bytes, true).u8(0) !== 0xfe;
  const { u8, u32, u64, text } = fieldsOf(bytes, littleEndian);
  const wide = (u32(0) & 1) === 1;
  const type = u32(12);
  const end = (wide ? 32 : 28) + u32(20);
  const sections: Section[] = [];
  let symbols = 0;
  /** Of all commands together, however many there are. */
  let sectionsLeft = MAX_SECTIONS;
  let symbolsLeft = MAX_SYMBOLS;

  function readSegment(at: number, isWide: boolean): void {
    const head = isWide ? 72 : 56;
    const step = isWide ? 80 : 68;
    const count = u32(at + (isWide ? 64 : 48));
    for (let i = 0; i < count; i++) {
      if (sectionsLeft-- <= 0) throw damaged('has more sections than packgate reads');
      const section = at + head + i * step;
      const { name, marked } = plainName(text(section, 16));
      const size = isWide ? u64(section + 40) : u32(section + 36);
      const offset = u32(section + (isWide ? 48 : 40));
      // Of memory that is only reserved, and in a dSYM of all code, there is nothing in the file.
      if (offset > 0) sections.push({ name, offset, size, ...(marked && { packed: 'mark' as const }) });
    }
  }

  /** Names that no other file is linked by. */
  function countSymbols(at: number): number {
    const from = u32(at + 8);
    const count = Math.min(u32(at + 12), symbolsLeft);
    symbolsLeft -= count;
    const step = wide ? 16 : 12;
    let own = 0;
    for (let i = 0; i < count; i++) {
      const kind = u8(from + i * step + 4);
      if ((kind & STAB) !== 0 || ((kind & EXTERNAL) === 0 && (kind & TYPE) !== 0)) own++;
    }
    // One or two are the linker's own.
    return own > 2 ? own : 0;
  }

  for (let at = wide ? 32 : 28; at + 8 <= end; ) {
    const command = u32(at);
    const size = u32(at + 4);
    if (size < 8) break;
    if (command === SEGMENT || command === SEGMENT_WIDE) readSegment(at, command === SEGMENT_WIDE);
    if (command === SYMTAB && type !== IS_OBJECT) symbols += countSymbols(at);
    at += size;
  }
  return {
    littleEndian,
    wide,
    sections,
    symbols,
    places: [],
    isObject: type === IS_OBJECT,
    isCore: type === IS_CORE,
  };
}

function damaged(how: string): PackgateError {
  return new PackgateError('archive', `the executable ${how}`, { help: 'Build it again' });
}
