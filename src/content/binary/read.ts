import type { EntrySink } from '../../archive/entry.ts';
import type { Bytes } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import type { FileFacts } from '../facts.ts';
import type { Binary } from '../kind.ts';
import { type DebugFacts, NO_DEBUG, tellsDebug } from './debug.ts';
import { type ExecutableSink, mapsIn, rangesOutside, readExecutable } from './executable.ts';
import { type HermesFacts, readHermes } from './hermes.ts';
import { readHidden } from './hidden.ts';
import { pointsToDirectory, zipAtEnd } from './joined-zip.ts';
import { unreadBrotli } from './named-brotli.ts';
import type { NamedSources } from './named-sources.ts';
import { readPdb } from './pdb.ts';
import { readPortablePdb } from './portable-pdb.ts';
import type { Room } from './room.ts';
import { textRuns } from './scripts.ts';
import { sourcesOf } from './sources.ts';
import { readStaticLibrary } from './static-library.ts';
import type { Range } from './streams.ts';
import { readWasm } from './wasm.ts';

/** Where what lies in a binary file goes, and what unpacking it may cost. */
export interface BinarySinks extends ExecutableSink, Room {
  /** Looks at files as if they stood in an archive. */
  members(): EntrySink;
  /** Looks into a zip archive. @returns what was not looked at, in a few words */
  zip(bytes: Bytes): string | undefined;
}

type Facts = Partial<Pick<FileFacts, 'maps' | 'references' | 'debug' | 'uninspected'>>;

/**
 * Reads a binary file whose parts lie anywhere.
 *
 * @throws PackgateError `archive` where it is damaged, `limit`
 */
export function readBinary(kind: Binary, bytes: Bytes, sinks: BinarySinks): Facts {
  const facts = readParts(kind, bytes, sinks);
  const unread = readJoined(bytes, sinks);
  return unread === undefined ? facts : { uninspected: unread, ...facts };
}

/** Tools that unpack zip archives look at the end of a file, whatever it begins with. */
function readJoined(bytes: Bytes, sinks: BinarySinks): string | undefined {
  const zip = zipAtEnd(bytes);
  if (zip !== undefined) return sinks.zip(zip);
  return pointsToDirectory(bytes) ? 'a zip archive is joined to its end, and cannot be read' : undefined;
}

function readParts(kind: Binary, bytes: Bytes, sinks: BinarySinks): Facts {
  switch (kind) {
    case 'native':
    case 'sea': {
      const { outside, ...facts } = readExecutable(bytes, kind === 'native', sinks, sinks);
      const packed = readHidden(bytes, outside, sinks.members());
      const unread = packed ?? imageIn(bytes) ?? unreadBrotli(bytes, outside);
      return unread === undefined ? facts : { uninspected: unread, ...facts };
    }
    case 'snapshot':
      return readSnapshot(bytes, sinks);
    case 'wasm':
      return readModule(bytes, sinks);
    case 'hermes':
      return readByteCode(bytes, sinks);
    case 'library': {
      const uninspected = readStaticLibrary(bytes, sinks.members());
      return uninspected === undefined ? {} : { uninspected };
    }
    case 'pdb':
      return { debug: database('PDB', bytes, readPdb(bytes)) };
    case 'portable-pdb':
      return { debug: database('portable PDB', bytes, readPortablePdb(bytes, sinks)) };
  }
}

/** An AppImage says so where other programs for Linux have zeros, and joins a file system to itself. */
function imageIn(bytes: Bytes): string | undefined {
  const isImage = bytes.size > 16 && /^\x7fELF.{4}AI[\x01\x02]/s.test(bytes.read(0, 16).toString('latin1'));
  return isImage ? 'it is an AppImage, whose file system packgate does not look into' : undefined;
}

function database(format: 'PDB' | 'portable PDB', { size }: Bytes, found: NamedSources): DebugFacts {
  return { ...NO_DEBUG, format, bytes: size, ...(found.size > 0 && { sources: sourcesOf(found) }) };
}

function readModule(bytes: Bytes, sinks: BinarySinks): Facts {
  const { debug, references, foreign, unread } = readWasm(bytes.fork());
  const entries = sinks.files('wasm', () => []);
  for (const { name, offset, size } of foreign) {
    entries.begin({ path: name.replace(/[/\\\x00-\x1f]/g, '_') || 'section', size });
    for (let at = 0; at < size; at += PIECE)
      entries.bytes(bytes.read(offset + at, Math.min(PIECE, size - at)));
    entries.end();
  }
  const read = foreign.map(({ offset, size }) => ({ from: offset, to: offset + size }));
  const { maps, more } = searchAll(bytes, rangesOutside(bytes.size, read), sinks);
  const uninspected = unread ?? more;
  return {
    maps,
    references: references.map((url) => ({ url })),
    ...(tellsDebug(debug) && { debug }),
    ...(uninspected !== undefined && { uninspected }),
  };
}

/** What lies as it is anywhere in these parts of a binary file: maps, and what is hidden. */
function searchAll(bytes: Bytes, ranges: readonly Range[], sinks: BinarySinks) {
  const { maps, more } = mapsIn(bytes, ranges);
  const packed = readHidden(bytes, ranges, sinks.members());
  /** What was not looked at. */
  return { maps, more: packed ?? (more ? 'it carries more source maps than packgate reads' : undefined) };
}

/** The text of functions that byte code keeps is looked at as one script. */
function readByteCode(bytes: Bytes, sinks: BinarySinks): Facts {
  const { maps, more } = searchAll(bytes, [[0, bytes.size]], sinks);
  let facts: HermesFacts;
  try {
    facts = readHermes(bytes.fork());
  } catch (error) {
    if (!(error instanceof PackgateError) || error.code === 'limit') throw error;
    return { maps, uninspected: error.message };
  }
  const { kept, sources, debugSize, references } = facts;
  if (kept.length > 0) {
    const size = kept.reduce((sum, text) => sum + text.size, 0);
    const entries = sinks.files('hermes', () => []);
    entries.begin({ path: 'functions.js', size });
    for (const { offset, size, wide } of kept) {
      for (let at = 0; at < size; at += PIECE) {
        const piece = bytes.read(offset + at, Math.min(PIECE, size - at));
        entries.bytes(wide ? Buffer.from(piece.toString('utf16le')) : piece);
      }
      entries.bytes(Buffer.from('\n'));
    }
    entries.end();
  }
  return {
    maps,
    references: references.map((url) => ({ url })),
    ...(sources.size > 0 && {
      debug: { ...NO_DEBUG, format: 'Hermes', bytes: debugSize, sources: sourcesOf(sources) },
    }),
    ...(more !== undefined && { uninspected: more }),
  };
}

/** What stands in some script, and hardly in a list of names. */
const CODE =
  /[;{}=(]\s*(?:\/\*|\/\/|(?:async )?function\b|(?:const|let|var|class|return|if|import|export)\s)|=>\s*[{(]|^[^\S\r\n\u2028\u2029]*(?:\/\/|\/\*|'use strict'|"use strict"|const |let |var |import |function )/m;

/** The text of scripts that V8 has kept. */
function readSnapshot(bytes: Bytes, sinks: BinarySinks): Facts {
  const entries = sinks.files('snapshot', () => []);
  let count = 0;
  for (const { offset, size } of textRuns(bytes.fork())) {
    const head = bytes.read(offset, Math.min(size, 4096)).toString('latin1').replaceAll('\0', '');
    if (!CODE.test(head) && !head.includes('"mappings"')) continue;
    count++;
    entries.begin({ path: `script-${count}.js`, size });
    for (let at = 0; at < size; at += PIECE)
      entries.bytes(bytes.read(offset + at, Math.min(PIECE, size - at)));
    entries.end();
  }
  return {};
}

const PIECE = 256 * 1024;
