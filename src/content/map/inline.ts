import {
  findLeads,
  isStreamLead,
  type LeadReader,
  type Leads,
  MAP_LEADS,
  MARKS,
  newlinesIn,
} from '../scanner/leads.ts';
import { createDataUrlReader } from './data-url.ts';
import type { MapFacts, MapForm, MapSighting } from './facts.ts';
import { BLANK, MARK } from './quotes.ts';
import { createMapRoom, type MapRoom } from './room.ts';
import {
  encodedOpeningAt,
  entitiesIn,
  type ObjectReader,
  OPENING_BYTES,
  openContents,
  openingAt,
} from './script-object.ts';
import type { SourceText } from './tally.ts';

export interface InlineMapOptions {
  /** Whether objects count too: in documentation they are examples. */
  readonly objects: boolean;
  /** Whether texts behind other keys do: programs hold pieces of maps among their strings. */
  readonly parts?: boolean;
  /** Shared where one file is looked at in several parts. */
  readonly room?: MapRoom;
}

/**
 * Finds the source maps that a file carries inside. At the end it gives the maps in the order they stand, whether
 * there were more than are read, and the texts in those that are base64, by line and column of the first digit, as
 * `3:27`.
 */
export type InlineMapScanner = LeadReader<{
  readonly maps: readonly MapSighting[];
  readonly more: boolean;
  readonly texts: ReadonlyMap<string, readonly SourceText[]>;
}>;

/** Maps kept of one file. A development build carries one a module. */
export const MAX_MAPS = 20_000;
/** Places read as a map in one file, so that a file of nothing but their beginnings takes no more than seconds. */
const MAX_CANDIDATES = 50_000;
/** An object of fewer bytes without a text is an example: real mappings alone are longer. */
const MIN_NAMES_ALONE = 256;
/** Maps of which it is kept where their texts lie. */
const MAX_TEXTS = 1000;

/**
 * In the order of their numbers: an object, a comment, a data URL of JSON that no comment introduces, other base64,
 * the name of the key that holds the texts, the number of a brace.
 */
const [, COMMENT, URL, BASE64, CONTENT] = MAP_LEADS;
const [AT_OPENING, AT_COMMENT, , AT_BASE64, AT_CONTENT] = MAP_LEADS.map((_, i) => MARKS.length + i) as [
  number,
  number,
  number,
  number,
  number,
];
/** What stands before and behind the key of a list of texts, in which there is one. */
const BEFORE_CONTENT = new RegExp(`[{,]${BLANK}{0,16}${MARK}?sources$`);
const BEHIND_CONTENT = new RegExp(
  String.raw`^Content${MARK}?${BLANK}{0,4}:${BLANK}{0,4}\[${BLANK}{0,16}(?:${MARK}|null\b)`,
);
/** Bytes kept of the view before: enough for each literal and for what stands around it. */
const BEFORE = 64;
const BEHIND = OPENING_BYTES;
const SEAM = BEFORE + BEHIND + 32;

/** Bytes of a data URL up to its comma; media types and parameters are far shorter. */
const MAX_HEADER = 256;
const NOTHING = Buffer.alloc(0);
const NEWLINE = 10;
/**
 * Finds every source map carried inside a file, wherever it stands: as a data URL in a comment, a string, a template or
 * `eval`; as an object in a script or page; as JSON in a string, in a string inside a string, in an attribute.
 *
 * A map is what reads as one: a string that merely mentions the comment, as bundlers' own code does, does not.
 * Searches at native speed lead to the candidates: base64 of any media type, `sourceMappingURL=data:` and
 * `data:application/json` of any encoding, objects that begin with a key of maps, and `sourcesContent` of those
 * that begin otherwise. What follows is decoded and read as it passes by, so an 18 MB map costs no more memory than
 * a small one.
 */
export function createInlineMapScanner(options: InlineMapOptions): InlineMapScanner {
  let scanner: InlineMapScanner | undefined;
  return {
    push(view, whole, leads = findLeads(view)) {
      // Most files are small and hold nothing of it.
      if (whole && scanner === undefined && !mayCarryMaps(view, leads, options)) return;
      scanner ??= createScanner(options);
      scanner.push(view, whole, leads);
    },
    end: () => scanner?.end() ?? { maps: [], more: false, texts: NO_TEXTS },
  };
}

const NO_TEXTS: ReadonlyMap<string, readonly SourceText[]> = new Map();

/** Whether a file of these bytes, as a whole, may carry a map. A comment that names another file introduces none. */
export function mayCarryMaps(
  bytes: Buffer,
  { count, kinds, places }: Leads,
  { objects, parts = false }: InlineMapOptions,
): boolean {
  for (let i = 0; i < count; i++) {
    const kind = kinds[i]!;
    if (!isWanted(kind, objects, parts)) continue;
    if (kind === AT_COMMENT && !isData(bytes, places[i]! + COMMENT.length)) continue;
    if (kind > AT_CONTENT && encodedOpeningAt(bytes, places[i]!) === undefined) continue;
    return true;
  }
  return false;
}

function isData(bytes: Buffer, at: number): boolean {
  return /^data:/i.test(bytes.toString('latin1', at, at + 5));
}

function isWanted(kind: number, objects: boolean, parts: boolean): boolean {
  if (isStreamLead(kind)) return false;
  if (kind === AT_CONTENT) return parts;
  return kind === AT_OPENING || kind > AT_CONTENT ? objects : kind > AT_OPENING;
}

function createScanner({
  objects,
  parts = false,
  room = createMapRoom(),
}: InlineMapOptions): InlineMapScanner {
  const maps: MapSighting[] = [];
  const texts = new Map<string, readonly SourceText[]>();
  let more = false;
  let candidates = 0;

  /** Last bytes of the view before, in which a candidate may begin. */
  let tail: Buffer = NOTHING;
  let line = 1;
  /**
   * Offsets in the file: of the line's first byte, of the bytes at hand, up to which lines are counted, of what
   * comes next.
   */
  let lineStart = 0;
  let start = 0;
  let counted = 0;
  let fed = 0;
  /** Offset in the file up to which there is nothing more to find. */
  let searched = 0;
  /** Where the bytes at hand may begin to tell of a map, and which of these places comes next. */
  let leads: Leads;
  let lead = 0;

  let mode: 'search' | 'header' | 'base64' | 'percent' | 'object' = 'search';
  let header = '';
  /** A comment introduced the URL at hand. */
  let introduced = false;
  let object: ObjectReader | undefined;
  /** Offset in the file behind what an object began with. */
  let behindOpening = 0;
  let at = { line: 1, column: 1 };
  /** Line and column of the first digit of base64. */
  let digits = '';
  const url = createDataUrlReader(room, admit);

  /** Counts the lines up to `offset` and gives the place of the byte there. */
  function place(bytes: Buffer, offset: number): { line: number; column: number } {
    const from = Math.max(0, counted - start);
    if (from < offset) {
      const breaks = newlinesIn(bytes.subarray(from, offset));
      if (breaks > 0) {
        line += breaks;
        lineStart = start + bytes.lastIndexOf(NEWLINE, offset - 1) + 1;
      }
      counted = start + offset;
    }
    return { line, column: Math.max(1, start + offset - lineStart + 1) };
  }

  /** Goes to the next candidate that begins before `end`. @returns the offset to go on from */
  function search(bytes: Buffer, from: number, end: number): number {
    const { count, kinds, places } = leads;
    // Reading may have gone back a little.
    while (lead > 0 && places[lead - 1]! >= from) lead--;
    while (lead < count && (places[lead]! < from || !isWanted(kinds[lead]!, objects, parts))) lead++;
    const hit = lead < count ? places[lead]! : Number.POSITIVE_INFINITY;
    if (hit >= end) return end;
    const kind = kinds[lead]!;
    if (kind === AT_OPENING) return beginObject(bytes, hit);
    if (kind === AT_CONTENT) return beginContents(bytes, hit);
    if (kind > AT_CONTENT) return beginEncoded(bytes, hit);
    at = place(bytes, hit);
    if (kind === AT_BASE64) {
      beginUrl('base64');
      digits = `${at.line}:${at.column + BASE64.length}`;
      return hit + BASE64.length;
    }
    mode = 'header';
    header = '';
    introduced = kind === AT_COMMENT;
    if (introduced) return hit + COMMENT.length;
    header = URL;
    return hit + URL.length;
  }

  function beginUrl(as: 'base64' | 'percent'): void {
    mode = as;
    url.begin(as);
  }

  /** Reads an object that begins with a key of maps: as it stands, or out of the string it stands in. */
  function beginObject(bytes: Buffer, hit: number): number {
    const found = openingAt(bytes, hit);
    if (found === undefined || !admit()) return hit + 1;
    at = place(bytes, hit + found.key);
    behindOpening = start + hit + found.length;
    mode = 'object';
    object = found.open(room);
    return hit;
  }

  /** The same where its brace is written by its number. */
  function beginEncoded(bytes: Buffer, hit: number): number {
    const found = encodedOpeningAt(bytes, hit);
    if (found === undefined || !admit()) return hit + 1;
    at = place(bytes, found.begins + found.key);
    behindOpening = start + found.begins + found.length;
    mode = 'object';
    object = found.open(room);
    return found.begins;
  }

  /** Reads the texts of an object that began with another key, and what stands behind them: what came before is gone. */
  function beginContents(bytes: Buffer, hit: number): number {
    const behind = hit + CONTENT.length;
    const before = BEFORE_CONTENT.exec(bytes.toString('latin1', Math.max(0, hit - BEFORE), hit));
    if (before === null || !BEHIND_CONTENT.test(bytes.toString('latin1', hit, behind + BEHIND)))
      return behind;
    if (!admit()) return behind;
    at = place(bytes, hit);
    behindOpening = start + behind;
    const [whole, backslashes = '', quote = ''] = before;
    mode = 'object';
    object = openContents(backslashes, quote, entitiesIn(whole), room);
    return hit - whole.length + 1;
  }

  function admit(): boolean {
    if (++candidates <= MAX_CANDIDATES) return true;
    more = true;
    return false;
  }

  /** Reads what follows `sourceMappingURL=` up to the comma of a data URL; anything else is no inline map. */
  function readHeader(bytes: Buffer, from: number): number {
    for (let i = from; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte === 44 && header.length >= 5) {
        beginUrl(/;\s?base64\s?(?:;|$)/i.test(header) ? 'base64' : 'percent');
        const before = introduced ? COMMENT.length : 0;
        digits = `${at.line}:${at.column + before + header.length + 1}`;
        // The same words tell of base64 whatever its media type.
        if (!introduced && mode === 'base64')
          at = { ...at, column: at.column + header.length - BASE64.length + 1 };
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

  function readUrl(bytes: Buffer, from: number): number {
    const offset = url.take(bytes, from);
    if (url.ended()) finishUrl();
    return offset;
  }

  function readObject(bytes: Buffer, from: number): number {
    const offset = from + object!.take(bytes.subarray(from));
    if (!object!.over()) return bytes.length;
    finishObject();
    // What led here leads nowhere else.
    return Math.max(offset, behindOpening - start);
  }

  function finishObject(): void {
    const found = object!.end();
    object = undefined;
    mode = 'search';
    if (found !== null) keep('object', found.size, found.facts);
  }

  function finishUrl(): void {
    const found = url.end();
    const isBase64 = mode === 'base64';
    mode = 'search';
    if (found === null) return;
    if (isBase64 && texts.size < MAX_TEXTS) texts.set(digits, found.texts);
    keep('data-url', found.size, found.facts);
  }

  function keep(form: MapForm, size: number, facts: MapFacts): void {
    if (!tells(form, size, facts)) return;
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
      case 'percent':
        return readUrl(bytes, offset);
      case 'object':
        return readObject(bytes, offset);
    }
  }

  /**
   * Reads bytes that lie at `from` in the file. What begins in the last of them waits for what follows it, unless
   * nothing does.
   */
  function read(bytes: Buffer, from: number, last: boolean, found: Leads = findLeads(bytes)): void {
    start = from;
    leads = found;
    lead = 0;
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

  let complete = false;
  return {
    push(view, whole, found) {
      if (whole) {
        complete = true;
        return read(view, 0, true, found);
      }
      if (tail.length > 0) readSeam(view, false);
      read(view, fed, false, found);
      fed += view.length;
      const kept = view.length >= SEAM ? view : Buffer.concat([tail, view]);
      tail = Buffer.from(kept.subarray(-SEAM));
      start = fed - view.length;
      place(view, view.length - SEAM);
    },
    end() {
      if (!complete) readSeam(NOTHING, true);
      if (mode === 'base64' || mode === 'percent') finishUrl();
      if (mode === 'object') finishObject();
      return { maps, more, texts };
    },
  };
}

/**
 * Whether a carried map is worth telling: tools hold empty ones in their code, and short ones without a text as
 * examples in their comments.
 */
function tells(form: MapForm, size: number, { named, embedded, hosts }: MapFacts): boolean {
  if (embedded > 0 || hosts.length > 0) return true;
  return named > 0 && (form !== 'object' || size >= MIN_NAMES_ALONE);
}
