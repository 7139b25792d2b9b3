import { canDecode, createDecoder } from '../../archive/decoder.ts';
import { type Bytes, type Holding, partOf } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import { type DebugFacts, NO_DEBUG } from './debug.ts';
import { readLineTables } from './dwarf.ts';
import { readElf } from './elf.ts';
import { fieldsOf } from './fields.ts';
import { type Image, MAX_PLACES, MAX_SECTIONS, type Section } from './image.ts';
import { readMachO, slicesOf } from './mach-o.ts';
import type { NamedSources } from './named-sources.ts';
import { type PeImage, readPe } from './pe.ts';
import { readEmbeddedPdb } from './portable-pdb.ts';
import type { Room } from './room.ts';
import { sourcesOf } from './sources.ts';

/** What was read of an executable, library or object file. */
export interface Native {
  readonly debug: DebugFacts;
  /** Named parts of the file, by their place in it. */
  readonly sections: readonly Section[];
  /** What was not read, in a few words. */
  readonly unread?: string;
}

/** The sections that make it debug information; others by such names are left by release builds too. */
const DEBUG =
  /^debug(?:\$[STPH]$|_(?:info|line|types|str|abbrev|loc|loclists|rnglists|ranges|names|pubtypes))/;
const TELLING = /^debug_(?:info|line|types)$/;
/** What Microsoft's compiler, and others like it, leave in object files. */
const CODE_VIEW = /^debug\$[ST]$/;

/**
 * Reads what a native file holds for debuggers: sections and symbols, and the source files that its line tables name.
 *
 * What is damaged is not read and is said. A limit of `room` is for the caller.
 *
 * @throws PackgateError `limit`
 */
export function readNative(bytes: Bytes, room: Room): Native {
  const found: NamedSources = new Map();
  const sections: Section[] = [];
  const places = new Set<string>();
  let format: DebugFacts['format'];
  let size = 0;
  let symbols = 0;
  let memory: string | undefined;
  let unread: string | undefined;

  const attempt = (what: string, action: () => void): void => {
    try {
      action();
    } catch (error) {
      if (!(error instanceof PackgateError) || error.code === 'limit') throw error;
      unread ??= `${what} is damaged, cut off or of an unknown form`;
    }
  };

  function readImage(file: Bytes): void {
    const image: Image & Pick<PeImage, 'embedded'> = imageOf(file);
    symbols += image.symbols;
    for (const place of image.places) if (places.size < MAX_PLACES && place !== '') places.add(place);
    if (image.isCore) memory = 'a core dump';
    if (sections.length + image.sections.length > MAX_SECTIONS) {
      throw new PackgateError('archive', 'it has more sections than packgate reads', {
        help: 'Build it again',
      });
    }
    for (const section of image.sections) sections.push(section);
    const debug = image.sections.filter((section) => DEBUG.test(section.name) && section.size > 0);
    if (debug.some(({ name }) => TELLING.test(name))) {
      format = 'DWARF';
      for (const section of debug) size += section.size;
      attempt('its debug information', () => readLines(file, image, found, room));
    } else if (debug.some(({ name }) => CODE_VIEW.test(name))) {
      format ??= 'CodeView';
      for (const section of debug) size += section.size;
    }
    const { embedded } = image;
    if (embedded === undefined) return;
    attempt('its portable debug information', () => {
      format ??= 'portable PDB';
      size += embedded.size;
      for (const [path, text] of readEmbeddedPdb(partOf(file, embedded.offset, embedded.size), room))
        found.set(path, text);
    });
  }

  attempt('its head', () => {
    for (const slice of slicesOf(bytes)) attempt('its head', () => readImage(slice));
  });
  return {
    debug: {
      ...NO_DEBUG,
      bytes: size,
      symbols,
      places: [...places],
      ...(format !== undefined && { format }),
      ...(found.size > 0 && { sources: sourcesOf(found) }),
      ...(memory !== undefined && { memory }),
    },
    sections,
    ...(unread !== undefined && { unread }),
  };
}

function imageOf(file: Bytes): Image {
  const magic = fieldsOf(file, false).u32(0);
  if (magic === 0x7f454c46) return readElf(file);
  const isMachO = (magic & 0xfffffffe) >>> 0 === 0xfeedface || [0xcefaedfe, 0xcffaedfe].includes(magic);
  return isMachO ? readMachO(file) : readPe(file);
}

function readLines(file: Bytes, image: Image, found: NamedSources, room: Room): void {
  const held: Holding[] = [];
  const open = (name: string): Bytes | undefined => {
    const section = image.sections.find((candidate) => candidate.name === name && candidate.size > 0);
    return section === undefined ? undefined : contentOf(file, section, image, room, held);
  };
  try {
    const line = open('debug_line');
    if (line === undefined) return;
    // A linker fills in where strings are: in an object file all of them would be the first one.
    const linked = !image.isObject;
    const lineStrings = linked ? open('debug_line_str') : undefined;
    const strings = linked && lineStrings === undefined ? open('debug_str') : undefined;
    readLineTables({ line, lineStrings, strings }, image.littleEndian, found);
  } finally {
    for (const holding of held) holding.close();
  }
}

/** The bytes of a section, unpacked where they are packed; undefined where this Node cannot. */
function contentOf(
  file: Bytes,
  section: Section,
  { littleEndian, wide }: Image,
  room: Room,
  held: Holding[],
): Bytes | undefined {
  const whole = partOf(file.fork(), section.offset, section.size);
  if (section.packed === undefined) return whole;
  const byMark = section.packed === 'mark';
  if (byMark && whole.read(0, 4).toString('latin1') !== 'ZLIB') return whole;
  const kind = byMark ? 1 : fieldsOf(whole, littleEndian).u32(0);
  const codec = kind === 2 ? 'zstd' : 'deflate';
  if (!canDecode(codec)) return undefined;
  // Behind the header stands a zlib stream, which is deflate data behind two bytes.
  const from = (byMark ? 12 : wide ? 24 : 12) + (codec === 'deflate' ? 2 : 0);
  const holding = room.hold();
  held.push(holding);
  const decoder = createDecoder(codec, (view) => {
    room.unpacked(view.length);
    holding.write(view);
  });
  try {
    for (let at = from; at < whole.size; ) {
      const view = whole.read(at, Math.min(PIECE, whole.size - at));
      at += view.length;
      decoder.write(view);
    }
    decoder.end();
  } finally {
    decoder.close();
  }
  return holding.bytes();
}

const PIECE = 256 * 1024;
