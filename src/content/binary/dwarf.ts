import { posix } from 'node:path';
import type { Bytes } from '../../archive/store.ts';
import { MAX_LISTED_SOURCES } from '../originals.ts';
import { countLines } from './sources.ts';

/** Sections that line tables are read from. */
export interface LineSections {
  readonly line: Bytes;
  readonly lineStrings?: Bytes | undefined;
  readonly strings?: Bytes | undefined;
}

/** A source file to what rides along of its text. */
export type NamedSources = Map<string, { readonly lines: number; readonly bytes: number } | null>;

/** Bytes of one unit's header: the file names of one compilation. */
const MAX_HEADER = 16 * 1024 ** 2;
const MAX_NAME = 4096;
/** Characters of paths that are kept of one file. */
const MAX_NAMES = 16 * 1024 ** 2;
/** Bytes of strings that are looked up, and of paths made of them: every row of a table may point to the same long one. */
const MAX_STRINGS = 512 * 1024 ** 2;
/** Characters of the folders of one unit, all of which are in memory at once. */
const MAX_FOLDERS = 16 * 1024 ** 2;
/** Columns of a table of file names. */
const [PATH, FOLDER, TEXT] = [1, 2, 0x2001];

/**
 * Adds the source files that DWARF line tables name: only the heads of the tables are read. DWARF 2 to 5, sections 6.2.4
 * of each; and the column in which Clang can leave the text of a file itself.
 *
 * A table that makes no sense ends the reading; what was read counts.
 *
 * @throws PackgateError `archive` where a table is cut off
 */
export function readLineTables(sections: LineSections, littleEndian: boolean, found: NamedSources): void {
  const { line } = sections;
  const room = { left: Math.min(MAX_STRINGS, 1024 ** 2 + line.size * 64), names: MAX_NAMES };
  for (let at = 0; at + 12 <= line.size; ) {
    const begin = line.read(at, 12);
    const small = littleEndian ? begin.readUInt32LE(0) : begin.readUInt32BE(0);
    const wide = small === 0xffffffff;
    const length = wide ? Number(littleEndian ? begin.readBigUInt64LE(4) : begin.readBigUInt64BE(4)) : small;
    const from = at + (wide ? 12 : 4);
    if (!Number.isSafeInteger(length) || length < 8 || from + length > line.size) return;
    const header = Buffer.from(line.read(from, Math.min(length, 64)));
    const headSize = headerSize(header, littleEndian, wide);
    if (headSize === undefined || headSize > Math.min(length, MAX_HEADER)) return;
    readUnit(Buffer.from(line.read(from, headSize)), sections, littleEndian, wide, found, room);
    at = from + length;
  }
}

/** How far the head of a unit goes, its length field left out; undefined for a version nobody knows. */
function headerSize(start: Buffer, littleEndian: boolean, wide: boolean): number | undefined {
  const version = littleEndian ? start.readUInt16LE(0) : start.readUInt16BE(0);
  if (version < 2 || version > 5) return undefined;
  const at = version === 5 ? 4 : 2;
  if (start.length < at + 8) return undefined;
  const rest = wide
    ? Number(littleEndian ? start.readBigUInt64LE(at) : start.readBigUInt64BE(at))
    : littleEndian
      ? start.readUInt32LE(at)
      : start.readUInt32BE(at);
  return at + (wide ? 8 : 4) + rest;
}

function readUnit(
  head: Buffer,
  { lineStrings, strings }: LineSections,
  littleEndian: boolean,
  wide: boolean,
  found: NamedSources,
  room: { left: number; names: number },
): void {
  const version = littleEndian ? head.readUInt16LE(0) : head.readUInt16BE(0);
  let at = (version === 5 ? 4 : 2) + (wide ? 8 : 4);
  const left = () => at < head.length;
  const u8 = () => (left() ? head[at++]! : 0);
  const number = (size: number): number => {
    if (at + size > head.length) {
      at = head.length;
      return 0;
    }
    at += size;
    if (size > 6) return Number(littleEndian ? head.readBigUInt64LE(at - 8) : head.readBigUInt64BE(at - 8));
    return littleEndian ? head.readUIntLE(at - size, size) : head.readUIntBE(at - size, size);
  };
  const leb = (): number => {
    let value = 0;
    let scale = 1;
    for (let byte = u8(); ; byte = u8()) {
      value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 128 || !left()) return value;
    }
  };
  const text = (): string => {
    const end = head.indexOf(0, at);
    const to = end === -1 ? head.length : end;
    const value = head.toString('utf8', at, Math.min(to, at + MAX_NAME));
    at = to + 1;
    return value;
  };
  const elsewhere = (section: Bytes | undefined, most: number): Buffer => {
    const place = number(wide ? 8 : 4);
    if (section === undefined || !Number.isSafeInteger(place) || place >= section.size) return NOTHING;
    if (room.left <= 0) return NOTHING;
    const bytes = section.read(place, Math.min(most, section.size - place));
    const end = bytes.indexOf(0);
    const found = end === -1 ? bytes : bytes.subarray(0, end);
    room.left -= found.length + 8;
    return found;
  };

  /** A value of a column: text where it is some, a number, or neither. */
  function value(form: number, isText: boolean): Buffer | string | number {
    switch (form) {
      case 0x08: {
        if (!isText) return text();
        const end = head.indexOf(0, at);
        const bytes = head.subarray(at, end === -1 ? head.length : end);
        at += bytes.length + 1;
        return bytes;
      }
      case 0x1f:
      case 0x0e: {
        const bytes = elsewhere(form === 0x1f ? lineStrings : strings, isText ? MAX_TEXT : MAX_NAME);
        return isText ? bytes : bytes.toString('utf8');
      }
      case 0x0f:
        return leb();
      case 0x0b:
        return number(1);
      case 0x05:
        return number(2);
      case 0x06:
        return number(4);
      case 0x07:
        return number(8);
      case 0x1e:
        at += 16;
        return 0;
      case 0x09: {
        const size = leb();
        at += size;
        return 0;
      }
      case 0x1a:
        leb();
        return '';
      case 0x25:
      case 0x26:
      case 0x27:
      case 0x28:
        number(form - 0x24);
        return '';
      default:
        // Nobody knows where a value of an unknown form ends.
        at = head.length;
        return '';
    }
  }

  function add(path: string, origin: { readonly lines: number; readonly bytes: number } | null): void {
    const known = found.get(path);
    if (known === undefined) {
      if (found.size >= MAX_LISTED_SOURCES || room.names < path.length) return;
      room.names -= path.length;
    } else if (known !== null || origin === null) return;
    found.set(path, origin);
  }

  /** Once too much was made of one name and another, only what stands in the table itself is told. */
  function placed(folder: string | undefined, name: string): string {
    if (room.left <= 0) return name;
    const path = joined(folder, name);
    room.left -= path.length;
    return path;
  }

  function table(onRow: (row: { path: string; folder: number; origin: Buffer }) => void): void {
    const columns: (readonly [content: number, form: number])[] = [];
    for (let count = u8(); count > 0; count--) columns.push([leb(), leb()]);
    if (columns.length === 0) return;
    for (let count = leb(); count > 0 && left(); count--) {
      const row = { path: '', folder: 0, origin: NOTHING as Buffer };
      for (const [content, form] of columns) {
        const got = value(form, content === TEXT);
        if (content === PATH && typeof got === 'string') row.path = got;
        else if (content === FOLDER && typeof got === 'number') row.folder = got;
        else if (content === TEXT && typeof got === 'object') row.origin = got;
      }
      onRow(row);
    }
  }

  // How long an instruction is, whether lines are statements, how lines are counted.
  at += version >= 4 ? 5 : 4;
  const opcodes = u8();
  at += Math.max(0, opcodes - 1);
  const folders: string[] = [];
  let foldersLeft = MAX_FOLDERS;
  const addFolder = (path: string) => {
    foldersLeft -= path.length + 16;
    folders.push(foldersLeft < 0 ? '' : path);
  };
  if (version === 5) {
    table(({ path }) => addFolder(placed(folders[0], path)));
    table(({ path, folder, origin }) => {
      if (path === '') return;
      const measured = origin.length > 1 ? { lines: countLines(origin), bytes: origin.length } : null;
      add(placed(folders[folder], path), measured);
    });
    return;
  }
  folders.push('');
  for (let folder = text(); folder !== '' && left(); folder = text()) addFolder(folder);
  for (let name = text(); name !== ''; name = text()) {
    const folder = folders[leb()];
    leb();
    leb();
    add(placed(folder, name), null);
    if (!left()) break;
  }
}

const NOTHING = Buffer.alloc(0);
/** Bytes of one source text that are measured. */
const MAX_TEXT = 4 * 1024 ** 2;

function joined(folder: string | undefined, name: string): string {
  const isWhole = folder === undefined || folder === '' || /^(?:\/|[A-Za-z]:[\\/])/.test(name);
  const path = isWhole ? name : `${folder}/${name}`;
  return /(?:^|\/)\.{1,2}\//.test(path) ? posix.normalize(path) : path;
}
