import type { Bytes } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import type { NamedSources } from './named-sources.ts';

/** Text of functions that byte code keeps: where it lies in the file. */
export interface KeptText {
  readonly offset: number;
  /** In bytes. */
  readonly size: number;
  /** Whether it is UTF-16, little-endian; else it is ASCII. */
  readonly wide: boolean;
}

export interface HermesFacts {
  /** Text of functions, each piece of the file once, in the order it lies there. */
  readonly kept: readonly KeptText[];
  /** The files that places in the code are given in, where there is more than the script that was compiled. */
  readonly sources: NamedSources;
  /** Bytes of all debug information. */
  readonly debugSize: number;
  /** Where the map of the script is, as a comment in it said. */
  readonly references: readonly string[];
}

const HEADER = 128;
/** A SHA-1 of all before it. */
const FOOTER = 20;
const MAX_FILES = 100_000;
const MAX_NAME = 4096;
/** Characters of a string by which a function is known. */
const MAX_HEAD = 256;
const FUNCTION = /^(?:async\s|function\b|class\b|[\w$]{0,100}\s{0,10}\(|[\w$]{1,100}\s{0,10}=>)/;

/** What changed between versions: the bytes of a function's row, and the place in the header where the counts that differ begin. */
interface Layout {
  readonly row: number;
  readonly bigInts: boolean;
  /** Bytes of an entry of the last buffer of literals, which became a table in version 97. */
  readonly last: number;
  /** Numbers that follow the buffers of literals and have no table of their own. */
  readonly extra: number;
}

const LAYOUTS: readonly Layout[] = [
  { row: 12, bigInts: true, last: 8, extra: 1 },
  { row: 12, bigInts: true, last: 8, extra: 0 },
  { row: 16, bigInts: true, last: 8, extra: 0 },
  { row: 16, bigInts: true, last: 1, extra: 0 },
  { row: 16, bigInts: false, last: 1, extra: 0 },
];
/** Of the header of debug information: it lost and won fields. */
const DEBUG_HEADERS = [16, 20, 24, 28];

/**
 * Reads what byte code of Hermes keeps of its source: the text of functions under `'show source'`, and names of files in debug
 * information. Which of the layouts a file has is told by whether its tables agree, as only that holds for every version.
 *
 * Format: `include/hermes/BCGen/HBC/BytecodeFileFormat.h` of Hermes (`lib/BCGen/HBC` of its older releases), versions 84 to 99.
 *
 * @throws PackgateError `archive` where it is damaged, or no layout that is known
 */
export function readHermes(bytes: Bytes): HermesFacts {
  if (bytes.size < HEADER + FOOTER) throw broken('it is cut off');
  const head = Buffer.from(bytes.read(0, HEADER));
  const size = head.readUInt32LE(32);
  if (size > bytes.size) throw broken('it is cut off');
  for (const layout of LAYOUTS) {
    const facts = readAs(layout, head, bytes, size);
    if (facts !== undefined) return facts;
  }
  throw broken(`its tables are of no version that packgate knows (it says ${head.readUInt32LE(8)})`);
}

/** Undefined where the file is laid out in another way. */
function readAs(layout: Layout, head: Buffer, bytes: Bytes, size: number): HermesFacts | undefined {
  const [functions, kinds, identifiers, strings, overflows, storageSize] = [40, 44, 48, 52, 56, 60].map(
    (at) => head.readUInt32LE(at),
  ) as [number, number, number, number, number, number];
  let field = 64;
  const next = () => {
    field += 4;
    return head.readUInt32LE(field - 4);
  };
  const bigInts = layout.bigInts ? { rows: next(), size: next() } : { rows: 0, size: 0 };
  const expressions = { rows: next(), size: next() };
  const literals = [next(), next(), next() * layout.last];
  for (let i = 0; i < layout.extra; i++) next();
  next(); // The segment's number.
  const modules = next();
  const kept = next();
  const debugAt = next();

  let at = HEADER;
  /** Where a section of this size begins. */
  const section = (length: number): number => {
    const from = at;
    at = Math.ceil((at + length) / 4) * 4;
    return from;
  };
  section(functions * layout.row);
  const kindsAt = section(kinds * 4);
  section(identifiers * 4);
  const stringsAt = section(strings * 4);
  const overflowAt = section(overflows * 8);
  const storageAt = section(storageSize);
  for (const length of literals) section(length);
  section(bigInts.rows * 8);
  section(bigInts.size);
  section(expressions.rows * 8);
  section(expressions.size);
  section(modules * 8);
  const keptAt = section(kept * 8);
  if (at > size || debugAt > size - FOOTER || (debugAt !== 0 && debugAt < at)) return undefined;
  if (kinds > strings || countOf(bytes, kindsAt, kinds) !== strings) return undefined;

  /** Where a string lies. */
  function place(index: number): KeptText | undefined {
    const entry = bytes.read(stringsAt + index * 4, 4).readUInt32LE(0);
    let offset = (entry >>> 1) & 0x7fffff;
    let length = entry >>> 24;
    if (length === 255) {
      if (offset >= overflows) return undefined;
      const row = bytes.read(overflowAt + offset * 8, 8);
      offset = row.readUInt32LE(0);
      length = row.readUInt32LE(4);
    }
    const wide = (entry & 1) === 1;
    const inBytes = wide ? length * 2 : length;
    return offset + inBytes > storageSize ? undefined : { offset: storageAt + offset, size: inBytes, wide };
  }

  const texts: KeptText[] = [];
  let unnumbered = false;
  for (let i = 0; i < kept; i++) {
    const row = bytes.read(keptAt + i * 8, 8);
    const [ofFunction, string] = [row.readUInt32LE(0), row.readUInt32LE(4)];
    if (ofFunction >= functions || string > strings) return undefined;
    unnumbered ||= string === strings;
    if (string === strings) continue;
    const text = place(string);
    if (text === undefined) return undefined;
    // Where the source is hidden the text is empty.
    if (text.size > 0) texts.push(text);
  }
  // Up to version 96 a text that is not all ASCII has no number, though it is among the strings.
  for (let index = 0; unnumbered && index < strings; index++) {
    const text = place(index);
    if (text?.wide === true && beginsFunction(bytes, text)) texts.push(text);
  }
  return { kept: joined(texts), ...readDebug(bytes, debugAt, size - FOOTER) };
}

function beginsFunction(bytes: Bytes, { offset, size }: KeptText): boolean {
  const head = bytes.read(offset, Math.min(size, 2 * MAX_HEAD)).toString('utf16le');
  return FUNCTION.test(head) && /\{|=>/.test(head);
}

/** Strings in runs of the same kind. */
function countOf(bytes: Bytes, at: number, kinds: number): number {
  let count = 0;
  for (let i = 0; i < kinds; i++) count += bytes.read(at + i * 4, 4).readUInt32LE(0) & 0x7fffffff;
  return count;
}

/** The text of a function holds that of the functions in it, and the file both only once. */
function joined(texts: KeptText[]): KeptText[] {
  texts.sort((a, b) => a.offset - b.offset || b.size - a.size);
  const all: KeptText[] = [];
  for (const text of texts) {
    const last = all.at(-1);
    if (last === undefined || text.wide !== last.wide || text.offset >= last.offset + last.size)
      all.push(text);
    else if (text.offset + text.size > last.offset + last.size)
      all[all.length - 1] = { ...last, size: text.offset + text.size - last.offset };
  }
  return all;
}

type DebugPart = Pick<HermesFacts, 'sources' | 'debugSize' | 'references'>;

function readDebug(bytes: Bytes, from: number, to: number): DebugPart {
  const sources: NamedSources = new Map();
  if (from === 0 || from + 16 > to) return { sources, debugSize: 0, references: [] };
  const start = bytes.read(from, 12);
  const [files, storageSize, regions] = [start.readUInt32LE(0), start.readUInt32LE(4), start.readUInt32LE(8)];
  const debugSize = to - from;
  if (files > MAX_FILES) return { sources, debugSize, references: [] };
  for (const header of DEBUG_HEADERS) {
    const table = from + header;
    const storage = table + files * 8;
    const rows = storage + Math.ceil(storageSize / 4) * 4;
    if (rows + regions * 12 > to) continue;
    const names = namesIn(bytes, table, files, storage, storageSize);
    if (names === undefined) continue;
    // Code that a source map led back to its originals is told in the debug data itself; a row is for the script that was compiled.
    const scripts = new Set<number>();
    const urls = new Set<number>();
    for (let i = 0; i < regions; i++) {
      const row = bytes.read(rows + i * 12, 12);
      scripts.add(row.readUInt32LE(4));
      urls.add(row.readUInt32LE(8));
    }
    // Without a comment it is the number of a script, or none.
    for (const script of scripts) urls.delete(script);
    const told = names.filter((_, index) => !urls.has(index));
    if (told.length > 1) for (const name of told) sources.set(name, null);
    const references = names.filter((_, index) => urls.has(index));
    return { sources, debugSize, references: references.filter((url) => !/^data:/i.test(url)) };
  }
  return { sources, debugSize, references: [] };
}

/** Names lie one behind the other. Undefined where the table does not say so: it begins elsewhere. */
function namesIn(
  bytes: Bytes,
  table: number,
  count: number,
  storage: number,
  storageSize: number,
): string[] | undefined {
  const names: string[] = [];
  let end = 0;
  for (let i = 0; i < count; i++) {
    const row = bytes.read(table + i * 8, 8);
    const [offset, written] = [row.readUInt32LE(0), row.readUInt32LE(4)];
    const wide = written >>> 31 === 1;
    const length = (written & 0x7fffffff) * (wide ? 2 : 1);
    if (offset + length > storageSize || (i === 0 && offset !== 0)) return undefined;
    end = Math.max(end, offset + length);
    const name = bytes.read(storage + offset, Math.min(length, MAX_NAME));
    names.push(name.toString(wide ? 'utf16le' : 'latin1'));
  }
  return end === storageSize ? names : undefined;
}

function broken(how: string): PackgateError {
  return new PackgateError('archive', `the byte code of Hermes cannot be read: ${how}`, {
    help: 'Compile it again',
  });
}
