import type { Bytes } from '../../archive/store.ts';
import { type Cursor, createCursor, type Notation } from './dwarf-cursor.ts';
import { addSource, createRoom, type NamedSources, placed, type Room } from './named-sources.ts';
import { countLines } from './sources.ts';

/** Sections that line tables are read from. */
export interface LineSections {
  readonly line: Bytes;
  readonly lineStrings?: Bytes | undefined;
  readonly strings?: Bytes | undefined;
}

const NOTHING = Buffer.alloc(0);
/** Bytes of one unit's header: the file names of one compilation. */
const MAX_HEADER = 16 * 1024 ** 2;
const MAX_NAME = 4096;
/** Bytes of one source text that are measured. */
const MAX_TEXT = 4 * 1024 ** 2;
/** Bytes of strings that are looked up, and of paths made of them. */
const MAX_STRINGS = 512 * 1024 ** 2;
/** Characters of the folders of one unit, all of which are in memory at once. */
const MAX_FOLDERS = 16 * 1024 ** 2;

/** What a column of a table of DWARF 5 holds: `DW_LNCT_path`, `DW_LNCT_directory_index`, `DW_LNCT_LLVM_source`. */
const [PATH, FOLDER, TEXT] = [1, 2, 0x2001];

/** `DW_FORM_*`: how a value of a column is written (DWARF 5, section 7.5.6). */
const FORM = {
  data2: 0x05,
  data4: 0x06,
  data8: 0x07,
  string: 0x08,
  block: 0x09,
  data1: 0x0b,
  strp: 0x0e,
  udata: 0x0f,
  strx: 0x1a,
  data16: 0x1e,
  lineStrp: 0x1f,
  strx1: 0x25,
  strx4: 0x28,
} as const;

/** One unit: the table of one compilation. */
interface Unit {
  readonly cursor: Cursor;
  readonly sections: LineSections;
  readonly found: NamedSources;
  readonly room: Room;
}

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
  const room = createRoom(Math.min(MAX_STRINGS, 1024 ** 2 + line.size * 64));
  for (let at = 0; at + 12 <= line.size; ) {
    const begin = createCursor(Buffer.from(line.read(at, 12)), { littleEndian, wide: true });
    const small = begin.number(4);
    const wide = small === 0xffffffff;
    const length = wide ? begin.number(8) : small;
    const from = at + (wide ? 12 : 4);
    if (!Number.isSafeInteger(length) || length < 8 || from + length > line.size) return;
    const notation = { littleEndian, wide };
    const size = headerSize(Buffer.from(line.read(from, Math.min(length, 64))), notation);
    if (size === undefined || size > Math.min(length, MAX_HEADER)) return;
    readUnit(Buffer.from(line.read(from, size)), notation, sections, found, room);
    at = from + length;
  }
}

/** How far the head of a unit goes, its length field left out; undefined for a version nobody knows. */
function headerSize(start: Buffer, notation: Notation): number | undefined {
  const cursor = createCursor(start, notation);
  const version = cursor.number(2);
  if (version < 2 || version > 5) return undefined;
  // Sizes of an address and of a segment.
  const at = version === 5 ? 4 : 2;
  if (start.length < at + 8) return undefined;
  cursor.skip(at - 2);
  return at + (notation.wide ? 8 : 4) + cursor.place();
}

function readUnit(
  head: Buffer,
  notation: Notation,
  sections: LineSections,
  found: NamedSources,
  room: Room,
): void {
  const cursor = createCursor(head, notation);
  const version = cursor.number(2);
  cursor.skip(version === 5 ? 2 : 0);
  cursor.place();
  // How long an instruction is, whether lines are statements, how lines are counted.
  cursor.skip(version >= 4 ? 5 : 4);
  const opcodes = cursor.number(1);
  cursor.skip(Math.max(0, opcodes - 1));
  const unit = { cursor, sections, found, room };
  if (version === 5) readTables(unit);
  else readLists(unit);
}

/** Folders of a unit, as many as there is room for; what lies in another has its name alone. */
function createFolders() {
  const folders: string[] = [];
  let left = MAX_FOLDERS;
  return {
    add(path: string): void {
      left -= path.length + 16;
      folders.push(left < 0 ? '' : path);
    },
    at: (index: number) => folders[index],
  };
}

/** Up to DWARF 4: lists of folders and of files, each ended by an empty name. */
function readLists({ cursor, found, room }: Unit): void {
  const folders = createFolders();
  folders.add('');
  const text = () => cursor.text().toString('utf8', 0, MAX_NAME);
  for (let folder = text(); folder !== '' && !cursor.isAtEnd(); folder = text()) folders.add(folder);
  for (let name = text(); name !== ''; name = text()) {
    const folder = folders.at(cursor.leb());
    // When it was changed, and its size.
    cursor.leb();
    cursor.leb();
    addSource(found, placed(folder, name, room), null, room);
    if (cursor.isAtEnd()) break;
  }
}

/** From DWARF 5 on: tables that say themselves which columns they have. */
function readTables(unit: Unit): void {
  const { found, room } = unit;
  const folders = createFolders();
  readTable(unit, ({ path }) => folders.add(placed(folders.at(0), path, room)));
  readTable(unit, ({ path, folder, text }) => {
    if (path !== '') addSource(found, placed(folders.at(folder), path, room), text, room);
  });
}

interface Row {
  path: string;
  folder: number;
  /** Measured at once, as its bytes may be gone when the next column is read. Null where it does not ride along. */
  text: { readonly lines: number; readonly bytes: number } | null;
}

function readTable(unit: Unit, onRow: (row: Row) => void): void {
  const { cursor } = unit;
  const columns: (readonly [content: number, form: number])[] = [];
  for (let count = cursor.number(1); count > 0; count--) columns.push([cursor.leb(), cursor.leb()]);
  if (columns.length === 0) return;
  for (let count = cursor.leb(); count > 0 && !cursor.isAtEnd(); count--) {
    const row: Row = { path: '', folder: 0, text: null };
    for (const [content, form] of columns) {
      const value = readValue(unit, form, content === TEXT ? MAX_TEXT : MAX_NAME);
      if (content === FOLDER && typeof value === 'number') row.folder = value;
      else if (content === PATH && typeof value === 'object') row.path = value.toString('utf8', 0, MAX_NAME);
      else if (content === TEXT && typeof value === 'object' && value.length > 1)
        row.text = { lines: countLines(value), bytes: value.length };
    }
    onRow(row);
  }
}

/** A value of a column: text, a number, or neither. `most`: bytes of a text that stands in another section. */
function readValue(unit: Unit, form: number, most: number): Buffer | number | undefined {
  const { cursor, sections } = unit;
  switch (form) {
    case FORM.string:
      return cursor.text();
    case FORM.lineStrp:
      return textAt(unit, sections.lineStrings, most);
    case FORM.strp:
      return textAt(unit, sections.strings, most);
    case FORM.udata:
      return cursor.leb();
    case FORM.data1:
      return cursor.number(1);
    case FORM.data2:
      return cursor.number(2);
    case FORM.data4:
      return cursor.number(4);
    case FORM.data8:
      return cursor.number(8);
    case FORM.data16:
      cursor.skip(16);
      return undefined;
    case FORM.block:
      cursor.skip(cursor.leb());
      return undefined;
    case FORM.strx:
      cursor.leb();
      return undefined;
    default:
      if (form >= FORM.strx1 && form <= FORM.strx4) cursor.number(form - FORM.strx1 + 1);
      // Nobody knows where a value of an unknown form ends.
      else cursor.giveUp();
      return undefined;
  }
}

/** The text in another section at the place that comes next. */
function textAt({ cursor, room }: Unit, section: Bytes | undefined, most: number): Buffer {
  const place = cursor.place();
  if (section === undefined || !Number.isSafeInteger(place) || place >= section.size) return NOTHING;
  if (room.left <= 0) return NOTHING;
  const bytes = section.read(place, Math.min(most, section.size - place));
  const end = bytes.indexOf(0);
  const found = end === -1 ? bytes : bytes.subarray(0, end);
  room.left -= found.length + 8;
  return found;
}
