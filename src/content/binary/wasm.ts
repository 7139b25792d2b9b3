import type { Bytes } from '../../archive/store.ts';
import { partOf } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import { type DebugFacts, NO_DEBUG } from './debug.ts';
import { readLineTables } from './dwarf.ts';
import { MAX_PLACES } from './image.ts';
import type { NamedSources } from './named-sources.ts';
import { sourcesOf } from './sources.ts';

/** A custom section that no known tool fills: it may hold anything. */
export interface ForeignSection {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}

export interface WasmFacts {
  readonly debug: DebugFacts;
  /** Where `sourceMappingURL` sections say that the map is, other than in a `data:` URL. */
  readonly references: readonly string[];
  readonly foreign: readonly ForeignSection[];
  /** What was not read, in a few words. */
  readonly unread?: string;
}

/** Sections of a module that are held against the whole file: one for each function would be a file of its own. */
const MAX_SECTIONS = 100_000;
/** Components in each other. */
const MAX_DEPTH = 16;
const MAX_URL = 4096;
/** Bytes below which a section tells nobody anything. */
const MIN_FOREIGN = 32;
/** What compilers, linkers and runtimes write for each other. */
const KNOWN =
  /^(?:name|producers|target_features|linking|reloc\..*|dylink(?:\.0)?|build_id|metadata\..*|core(?:stack)?|component-(?:name|type.*)|dylib|branchHints|sourceMappingURL|external_debug_info|debug_.*|__wasm_bindgen_unstable|__llvm_.*|\.llvm.*|llvm.*|asyncify.*|eh_frame.*|emscripten_metadata)$/;

/**
 * Reads the sections of a WebAssembly module, or of a component and the modules in it.
 *
 * Format: WebAssembly Core Specification, 5.5; debug sections as in "DWARF for WebAssembly"; names of functions in 7.4.
 *
 * @param bytes all of it, as its own reader
 */
export function readWasm(bytes: Bytes): WasmFacts {
  const found: NamedSources = new Map();
  const places: string[] = [];
  const references: string[] = [];
  const foreign: ForeignSection[] = [];
  let size = 0;
  let symbols = 0;
  let hasDwarf = false;
  let sections = 0;

  /** Reads the sections of one module; those of a component may be modules themselves. */
  function readModule(from: number, to: number, depth: number): void {
    const isComponent = bytes.read(from, 8)[6] === 1;
    const dwarf = new Map<string, Bytes>();
    for (let at = from + 8; at < to; ) {
      if (++sections > MAX_SECTIONS) throw broken('it has more sections than packgate reads');
      const id = bytes.read(at, 1)[0]!;
      const [length, head] = leb(at + 1, to);
      const start = at + 1 + head;
      const end = start + length;
      if (end > to) throw broken('it is cut off');
      if (id === 0) readCustom(start, end, dwarf);
      else if (isComponent && (id === 1 || id === 4) && length > 8) {
        if (depth === MAX_DEPTH) throw broken('its modules lie deeper in each other than packgate reads');
        readModule(start, end, depth + 1);
      }
      at = end;
    }
    const line = dwarf.get('debug_line');
    if (line === undefined) return;
    const tables = { line, lineStrings: dwarf.get('debug_line_str'), strings: dwarf.get('debug_str') };
    readLineTables(tables, true, found);
  }

  function readCustom(from: number, to: number, dwarf: Map<string, Bytes>): void {
    const [nameSize, head] = leb(from, to);
    const start = from + head + nameSize;
    if (start > to) throw broken('the name of a section is cut off');
    const written = bytes.read(from + head, Math.min(nameSize, 256)).toString('utf8');
    const name = written.replace(/^\./, '');
    const length = to - start;
    if (name.startsWith('debug_')) {
      hasDwarf ||= /^debug_(?:info|line|types)$/.test(name) && length > 0;
      size += length;
      dwarf.set(name, partOf(bytes.fork(), start, length));
    } else if (name === 'name') symbols += countNames(start, to);
    else if (name === 'sourceMappingURL' || name === 'external_debug_info') {
      const [urlSize, urlHead] = leb(start, to);
      const place = start + urlHead;
      const room = Math.max(0, Math.min(urlSize, to - place, MAX_URL));
      const url = bytes.read(place, room).toString('utf8');
      if (name === 'external_debug_info') {
        if (url !== '' && places.length < MAX_PLACES) places.push(url);
      } else if (url !== '' && !/^data:/i.test(url) && references.length < MAX_PLACES) references.push(url);
    } else if (!KNOWN.test(name) && length >= MIN_FOREIGN)
      foreign.push({ name: written, offset: start, size: length });
  }

  /** Functions in a name section: part 1 of it, a list that begins with its length. */
  function countNames(from: number, to: number): number {
    for (let at = from; at + 2 <= to; ) {
      const kind = bytes.read(at, 1)[0]!;
      const [length, head] = leb(at + 1, to);
      if (kind === 1 && length > 0) return Math.min(leb(at + 1 + head, to)[0], Math.floor(length / 2));
      at += 1 + head + length;
    }
    return 0;
  }

  function leb(at: number, to: number): [value: number, taken: number] {
    let value = 0;
    for (let i = 0; i < 5 && at + i < to; i++) {
      const byte = bytes.read(at + i, 1)[0]!;
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 128) return [value, i + 1];
    }
    throw broken('a number in it is cut off');
  }

  let unread: string | undefined;
  try {
    readModule(0, bytes.size, 0);
  } catch (error) {
    if (!(error instanceof PackgateError) || error.code === 'limit') throw error;
    unread = `the WebAssembly module is damaged: ${error.message}`;
  }
  return {
    debug: {
      ...NO_DEBUG,
      isWasm: true,
      bytes: size,
      symbols,
      places,
      ...(hasDwarf ? { format: 'DWARF' as const } : {}),
      ...(found.size > 0 && { sources: sourcesOf(found) }),
    },
    references,
    foreign,
    ...(unread !== undefined && { unread }),
  };
}

function broken(how: string): PackgateError {
  return new PackgateError('archive', how, { help: 'Build it again' });
}
