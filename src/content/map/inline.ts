import { spanEnd } from '../scanner/span.ts';
import type { MapForm, MapSighting } from './facts.ts';
import { beginsLikeJson, createMapReader, type MapReader } from './reader.ts';
import { createMapRoom } from './room.ts';
import { createUnescaper, type Unescaper } from './unescape.ts';

/** Finds the source maps that a file carries inside. */
export interface InlineMapScanner {
  push(view: Buffer): void;
  /** @returns the maps in the order they stand, and whether there were more than are read */
  end(): { readonly maps: readonly MapSighting[]; readonly more: boolean };
}

/** Maps kept of one file. A development build carries one a module. */
const MAX_MAPS = 20_000;
/** Places read as a map in one file, so that a file of nothing but their beginnings takes no more than seconds. */
const MAX_CANDIDATES = 50_000;
/** `{"version":3,"mappings":"","sources":[]}` and nothing shorter. */
const MIN_MAP = 40;

const COMMENT = 'sourceMappingURL=';
const BASE64 = 'base64,';
/** The first key of every tool's maps. */
const VERSION = 'version';
/** What stands before and behind that key: a brace, perhaps white space, quotes that may be escaped; a colon and the number. */
const BEFORE_VERSION = /\{\s{0,16}\\?["'`]?$/;
const BEHIND_VERSION = /^\\?["'`]?\s{0,4}:\s{0,4}\\?["']?3\\?["']?\s{0,16}[,}]/;
/** Bytes kept of the view before: enough for each literal and for what stands around it. */
const SEAM = 96;
const BEHIND = 40;

/** Bytes of a data URL up to its comma; media types and parameters are far shorter. */
const MAX_HEADER = 256;
/** Text that is read before it is clear that it is no map: images, fonts and other objects end here. */
const FIRST_PIECE = 512;
const MAX_UNSURE = 4096;
const PIECE = 64 * 1024;
/** Where base64 is decoded to, one file after another; readers keep no view of it. */
const piece = Buffer.allocUnsafeSlow(PIECE);

/**
 * Finds every source map carried inside a file, wherever it stands: as a data URL in a comment, a string, a template or
 * `eval`; as an object in a script or page; as JSON in a string.
 *
 * A map is what reads as one: a string that merely mentions the comment, as bundlers' own code does, does not. Three
 * searches at native speed lead to the candidates: base64 of any media type, `sourceMappingURL=data:` of any encoding, and
 * objects that begin with version 3. What follows is decoded and read as it passes by, so an 18 MB map costs no more memory
 * than a small one.
 *
 * @param objects whether objects count too: in documentation they are examples
 */
export function createInlineMapScanner({ objects }: { readonly objects: boolean }): InlineMapScanner {
  const maps: MapSighting[] = [];
  const room = createMapRoom();
  let more = false;
  let candidates = 0;

  /** Last bytes of the view before, in which a candidate may begin. */
  let tail = Buffer.alloc(0);
  let line = 1;
  /** Offsets in the file: of the line's first byte, of the bytes at hand, up to which lines are counted, of what comes next. */
  let lineStart = 0;
  let start = 0;
  let counted = 0;
  let fed = 0;
  /** Offset in the file up to which there is nothing more to find. */
  let searched = 0;
  /** Where each literal stands next: each is searched for once, however many of the others there are. */
  const next = { comment: -1, base64: -1, version: -1 };

  let mode: 'search' | 'header' | 'base64' | 'percent' | 'object' | 'quoted' = 'search';
  let header = '';
  let reader: MapReader | undefined;
  let unescaper: Unescaper | undefined;
  /** Offset in the file behind the version that an object began with. */
  let behindVersion = 0;
  /** Decoded bytes before there is a reader for them. */
  let first: Buffer = Buffer.alloc(0);
  /** More bytes of the candidate at hand change nothing. */
  let over = false;
  let at = { line: 1, column: 1 };
  /** Bytes of the candidate at hand that were taken. */
  let taken = 0;
  /** Decoded bytes that are still to be read. */
  let percent: number[] = [];
  /** Base64 digits that do not make a whole group yet; or the beginning of a percent escape. */
  let rest = '';

  /** Counts the lines up to `offset` and gives the place of the byte there. */
  function place(bytes: Buffer, offset: number): { line: number; column: number } {
    let i = bytes.indexOf(10, Math.max(0, counted - start));
    for (; i !== -1 && i < offset; i = bytes.indexOf(10, i + 1)) {
      line++;
      lineStart = start + i + 1;
    }
    counted = Math.max(counted, start + offset);
    return { line, column: Math.max(1, start + offset - lineStart + 1) };
  }

  function nextOf(bytes: Buffer, literal: string, known: number, from: number): number {
    if (known >= from) return known;
    const found = bytes.indexOf(literal, from, 'latin1');
    return found === -1 ? Number.POSITIVE_INFINITY : found;
  }

  /** Goes to the next candidate that begins before `end`. @returns the offset to go on from */
  function search(bytes: Buffer, from: number, end: number): number {
    next.comment = nextOf(bytes, COMMENT, next.comment, from);
    next.base64 = nextOf(bytes, BASE64, next.base64, from);
    next.version = objects ? nextOf(bytes, VERSION, next.version, from) : Number.POSITIVE_INFINITY;
    const hit = Math.min(next.comment, next.base64, next.version);
    if (hit >= end) return end;
    if (hit === next.version) return beginObject(bytes, hit);
    at = place(bytes, hit);
    if (hit === next.base64) {
      begin('base64');
      return hit + BASE64.length;
    }
    begin('header');
    header = '';
    return hit + COMMENT.length;
  }

  function begin(as: typeof mode): void {
    mode = as;
    reader = undefined;
    first = Buffer.alloc(0);
    over = false;
    taken = 0;
    percent = [];
    rest = '';
  }

  /** Reads an object that begins with its version: as it stands, or out of the string it stands in. */
  function beginObject(bytes: Buffer, hit: number): number {
    const behind = hit + VERSION.length;
    const before = bytes.toString('latin1', Math.max(0, hit - 24), hit);
    const brace = BEFORE_VERSION.exec(before);
    if (brace === null || !BEHIND_VERSION.test(bytes.toString('latin1', behind, behind + BEHIND)))
      return behind;
    if (!admit()) return behind;
    const open = hit - brace[0].length;
    at = place(bytes, hit);
    behindVersion = start + behind;
    const quote = bytes[open - 1];
    const escaped = brace[0].includes('\\');
    const inString = open > 0 && (quote === 34 || quote === 39 || quote === 96);
    if (inString || escaped) {
      begin('quoted');
      unescaper = createUnescaper(inString ? quote! : 34);
      reader = createMapReader('json', room);
    } else {
      begin('object');
      reader = createMapReader('script', room);
    }
    return open;
  }

  function admit(): boolean {
    if (++candidates <= MAX_CANDIDATES) return true;
    more = true;
    return false;
  }

  /** Takes decoded bytes. A reader costs more than the few bytes that most candidates have, so they have to look like JSON first. */
  function decoded(bytes: Buffer): void {
    if (over) return;
    if (reader === undefined) {
      first = Buffer.concat([first, bytes]);
      if (first.length < MIN_MAP) return;
      over = !beginsLikeJson(first) || !admit();
      if (over) return;
      reader = createMapReader('json', room);
      reader.push(first);
    } else reader.push(bytes);
    over = reader.verdict === 'over';
  }

  /** Reads what follows `sourceMappingURL=` up to the comma of a data URL; anything else is no inline map. */
  function readHeader(bytes: Buffer, from: number): number {
    for (let i = from; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte === 44 && header.length >= 5) {
        begin(/;\s?base64\s?(?:;|$)/i.test(header) ? 'base64' : 'percent');
        return i + 1;
      }
      header += String.fromCharCode(byte);
      const isData = 'data:'.startsWith(header.slice(0, 5).toLowerCase());
      if (!isData || header.length > MAX_HEADER || byte < 32 || byte === 34 || byte === 96) {
        mode = 'search';
        return i;
      }
    }
    return bytes.length;
  }

  /** Reads to the end of the digits, whether they make a map or not: where reading goes on must not hang on how the file is cut. */
  function readBase64(bytes: Buffer, from: number): number {
    let offset = from;
    while (offset < bytes.length) {
      const limit = Math.min(bytes.length, offset + (taken < FIRST_PIECE ? FIRST_PIECE : PIECE));
      const end = spanEnd(bytes, offset, limit, 'base64');
      taken += end - offset;
      if (!over) {
        const digits = rest + bytes.toString('latin1', offset, end);
        const whole = digits.length - (digits.length % 4);
        decoded(piece.subarray(0, piece.write(digits.slice(0, whole), 'base64')));
        rest = digits.slice(whole);
      }
      offset = end;
      if (end < limit) {
        finish('data-url');
        // All but the last byte of `sourceMappingURL=` are digits too, so its beginning may have been taken for some.
        return Math.max(0, offset - Math.min(taken, COMMENT.length - 1));
      }
    }
    return bytes.length;
  }

  function readPercent(bytes: Buffer, from: number): number {
    for (let i = from; i < bytes.length; i++) {
      const byte = bytes[i]!;
      let decodedByte = byte;
      let ends = byte === 10 || byte === 13;
      if (!ends && rest !== '') {
        rest += String.fromCharCode(byte);
        if (rest.length < 3) continue;
        decodedByte = Number.parseInt(rest.slice(1), 16);
        ends = Number.isNaN(decodedByte);
        rest = '';
      } else if (!ends && byte === 37) {
        rest = '%';
        continue;
      }
      if (!ends) percent.push(decodedByte);
      if (ends || percent.length === FIRST_PIECE) flushPercent();
      if (ends || over) {
        finish('data-url');
        return i;
      }
    }
    return bytes.length;
  }

  function flushPercent(): void {
    decoded(Buffer.from(percent));
    percent = [];
  }

  function readObject(bytes: Buffer, from: number): number {
    let offset = from;
    while (offset < bytes.length) {
      const left = reader!.verdict === 'unsure' ? MAX_UNSURE - taken : bytes.length;
      const took = reader!.take(bytes.subarray(offset, offset + left));
      taken += took;
      offset += took;
      const unsure = reader!.verdict === 'unsure' && taken >= MAX_UNSURE;
      if (reader!.verdict === 'over' || unsure) {
        finish('object');
        // The version that led here leads nowhere else.
        return Math.max(offset, behindVersion - start);
      }
    }
    return bytes.length;
  }

  function readQuoted(bytes: Buffer, from: number): number {
    let offset = from;
    while (offset < bytes.length) {
      // In pieces that end at the same places however the file is cut.
      const left = FIRST_PIECE - (taken % FIRST_PIECE);
      const { text, taken: took, closed } = unescaper!.take(bytes.subarray(offset, offset + left));
      reader!.push(text);
      taken += took;
      offset += took;
      const whole = taken % FIRST_PIECE === 0;
      const unsure = reader!.verdict === 'unsure' && taken >= MAX_UNSURE;
      if (closed || (whole && (reader!.verdict === 'over' || unsure))) {
        finish('object');
        return Math.max(offset, behindVersion - start);
      }
    }
    return bytes.length;
  }

  function finish(form: MapForm): void {
    if (mode === 'percent') flushPercent();
    if (rest !== '' && mode === 'base64') decoded(Buffer.from(rest, 'base64'));
    const json = reader?.size ?? 0;
    const size = mode === 'base64' ? Math.ceil(json / 3) * 4 : json;
    const facts = reader?.end() ?? null;
    mode = 'search';
    reader = undefined;
    if (facts === null) return;
    if (maps.length < MAX_MAPS) maps.push({ form, ...at, size, facts });
    else more = true;
  }

  function step(bytes: Buffer, offset: number, end: number): number {
    switch (mode) {
      case 'search':
        return search(bytes, offset, end);
      case 'header':
        return readHeader(bytes, offset);
      case 'base64':
        return readBase64(bytes, offset);
      case 'percent':
        return readPercent(bytes, offset);
      case 'object':
        return readObject(bytes, offset);
      case 'quoted':
        return readQuoted(bytes, offset);
    }
  }

  /** Reads bytes that lie at `from` in the file. What begins in the last of them waits for what follows it, unless nothing does. */
  function read(bytes: Buffer, from: number, last: boolean): void {
    start = from;
    next.comment = next.base64 = next.version = -1;
    const end = last ? bytes.length : bytes.length - BEHIND;
    let offset = searched - from;
    while (offset < (mode === 'search' ? end : bytes.length)) offset = step(bytes, offset, end);
    searched = from + offset;
  }

  /** Where the last view and the one at hand meet, so that nothing that lies across is missed. */
  function readSeam(view: Buffer, last: boolean): void {
    const seam = Buffer.concat([tail, view.subarray(0, SEAM)]);
    read(seam, fed - tail.length, last);
    place(seam, Math.min(tail.length, searched - start));
  }

  return {
    push(view) {
      if (tail.length > 0) readSeam(view, false);
      read(view, fed, false);
      fed += view.length;
      const kept = view.length >= SEAM ? view : Buffer.concat([tail, view]);
      tail = Buffer.from(kept.subarray(-SEAM));
      start = fed - view.length;
      place(view, view.length - SEAM);
    },
    end() {
      readSeam(Buffer.alloc(0), true);
      if (mode === 'base64' || mode === 'percent') finish('data-url');
      if (mode === 'object' || mode === 'quoted') finish('object');
      return { maps, more };
    },
  };
}
