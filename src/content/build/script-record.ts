import { createJsonWalk, type JsonWalk } from '../map/json.ts';
import { BLANK, MARK, QUOTE } from '../map/quotes.ts';
import { entitiesIn, escapingOf } from '../map/script-object.ts';
import type { Unescaper } from '../map/unescape.ts';
import { findLeads, isOpeningLead, type LeadReader, type Leads } from '../scanner/leads.ts';
import { createJsonRecordReader, type JsonRecordReader } from './json-record.ts';
import type { BuildRecord } from './record.ts';

/** A metafile, wherever it stands: its first key, and the object that is the value. */
const METAFILE = new RegExp(
  String.raw`^\{${BLANK}{0,16}${MARK}?inputs${QUOTE}?${BLANK}{0,4}:${BLANK}{0,4}\{${BLANK}{0,16}(?:${QUOTE}|[\w$])`,
);
/** A module or script that is nothing but data, as text or as an object: what stands before it, and the quote that it stands in. */
const DATA =
  /^(?:\xef\xbb\xbf)?(?:["']use strict["'];?\s{0,9})?(?:export\s{1,9}default|(?:export\s{1,9})?(?:var|let|const)\s{1,9}[\w$]{1,80}\s{0,9}=|(?:module\.)?exports(?:\.[\w$]{1,80})?\s{0,9}=|(?:window|self|globalThis|global|this)(?:\.[\w$]{1,80}|\[["'][\w$.-]{1,80}["']\])\s{0,9}[=(]|[\w$]{1,80}\()\s{0,20}(?:JSON\.parse\(\s{0,20})?(["'`]?)(?=\s{0,20}[{[]\s{0,80}\\{0,3}["'{\w])/;
/** The first quote in data. */
const FIRST_MARK = new RegExp(`^[^"'\`]{0,200}?${MARK}`);
/** Bytes of a file in which its data begins. */
const HEAD = 512;
/** Bytes from a brace on that are looked at. */
const BEHIND = 160;
/** Places in one file that are read, so that a file of nothing else takes no more than seconds. */
const MAX_PLACES = 10_000;
const NOTHING = Buffer.alloc(0);
const [BRACE, BRACKET, LETTER_L, LETTER_T, SLASH, STAR] = [123, 91, 108, 116, 47, 42];

export interface CarriedRecord {
  /** The first there is. */
  readonly record: BuildRecord | undefined;
  /** Whether there are more places that may be one than are read. */
  readonly more: boolean;
}

/** Whether a file of these bytes, as a whole, may hold such a record. */
export function mayHoldRecord(bytes: Buffer, leads: Leads): boolean {
  if (beginsAsData(bytes)) return true;
  const { count, kinds, places } = leads;
  for (let i = 0; i < count; i++)
    if (isOpeningLead(kinds[i]!) && METAFILE.test(textAt(bytes, places[i]!))) return true;
  return false;
}

/**
 * Finds the record of a build that a script or page carries: esbuild's and Bun's anywhere in it, any other where the file is nothing else, as
 * in `export default {...}`, `module.exports = JSON.parse('...')`, `window.stats = {...}`.
 */
export function createScriptRecordReader(): LeadReader<CarriedRecord> {
  let record: JsonRecordReader | undefined;
  let walk: JsonWalk | undefined;
  let unescaper: Unescaper | undefined;
  let found: BuildRecord | undefined;
  let places = 0;
  let more = false;
  /** The last bytes of what has passed while nothing is read. */
  let tail: Buffer = NOTHING;
  let begun = false;

  function open(levels: Unescaper | undefined): void {
    record = createJsonRecordReader('');
    walk = createJsonWalk(record.visitor, 'script');
    unescaper = levels;
    places++;
  }

  /** Reads on. @returns how many bytes belong to the record */
  function feed(view: Buffer): number {
    if (unescaper === undefined) {
      const taken = walk!.push(view);
      if (walk!.state() !== 'open') close();
      return taken;
    }
    const { text, taken, closed } = unescaper.take(view);
    const length = walk!.push(text);
    const over = walk!.state() !== 'open';
    const origin = over ? unescaper.origin(length) : taken;
    if (over || closed) close();
    return origin;
  }

  function close(): void {
    walk!.end();
    found = record!.end(walk!.state());
    walk = undefined;
  }

  /** Looks from `from` on for what begins before `to`, and reads it as far as the bytes go. @returns where it stopped */
  function search(bytes: Buffer, leads: Leads, from: number, to: number): number {
    let at = from;
    for (let i = 0; i < leads.count && found === undefined; i++) {
      const place = leads.places[i]!;
      if (place < at || place >= to || !isOpeningLead(leads.kinds[i]!)) continue;
      const match = METAFILE.exec(textAt(bytes, place));
      if (match === null) continue;
      if (places === MAX_PLACES) {
        more = true;
        break;
      }
      const [whole, backslashes = '', quote = ''] = match;
      open(entitiesIn(whole) ?? escapingOf(backslashes.length, quote, bytes[place - 1]));
      // One byte at least, so that the search goes on behind it.
      at = place + Math.max(1, feed(bytes.subarray(place)));
    }
    return at;
  }

  function begin(view: Buffer): number {
    begun = true;
    const data = dataIn(view);
    if (data === undefined) return 0;
    open(data.levels);
    return data.at + feed(view.subarray(data.at));
  }

  return {
    push(view, whole = false, leads = findLeads(view)) {
      if (found !== undefined || view.length === 0) return;
      let from = 0;
      if (!begun) from = begin(view);
      else if (walk !== undefined) from = feed(view);
      else {
        const seam = Buffer.concat([tail, view.subarray(0, BEHIND)]);
        const end = search(seam, findLeads(seam), 0, tail.length);
        from = Math.max(0, end - tail.length);
        if (walk !== undefined) from = feed(view.subarray(from)) + from;
      }
      if (walk !== undefined || found !== undefined) return;
      search(view, leads, from, whole ? view.length : view.length - BEHIND);
      tail = walk === undefined ? Buffer.from(view.subarray(-BEHIND)) : NOTHING;
    },
    end() {
      if (walk === undefined && found === undefined) search(tail, findLeads(tail), 0, tail.length);
      if (walk !== undefined) close();
      return { record: found, more };
    },
  };
}

const textAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + BEHIND);

/** Whether a file begins as data that is assigned or exported. Of most files the byte before the first brace tells that it does not. */
function beginsAsData(file: Buffer): boolean {
  const bytes = withoutComments(file);
  let at = bytes.indexOf(BRACE);
  if (at === -1 || at > HEAD) return false;
  while (at > 0 && (bytes[at - 1]! <= 32 || bytes[at - 1] === BRACKET)) at--;
  return endsBeforeData(bytes, at) && DATA.test(bytes.toString('latin1', 0, HEAD));
}

/** An equals sign, `default`, a parenthesis or a quote. */
function endsBeforeData(bytes: Buffer, at: number): boolean {
  const byte = bytes[at - 1];
  if (byte === LETTER_T) return bytes[at - 2] === LETTER_L;
  return byte === 61 || byte === 40 || byte === 34 || byte === 39 || byte === 96;
}

/** What stands behind the comments that a file begins with, of which a tool writes one or two. */
function withoutComments(file: Buffer): Buffer {
  let at = 0;
  while (file[at] === SLASH && at < HEAD) {
    const isBlock = file[at + 1] === STAR;
    if (!isBlock && file[at + 1] !== SLASH) break;
    const end = isBlock ? file.indexOf('*/', at + 2) : file.indexOf('\n', at);
    if (end === -1) break;
    at = end + (isBlock ? 2 : 1);
    while (file[at]! <= 32) at++;
  }
  return at === 0 ? file : file.subarray(at);
}

function dataIn(file: Buffer): { at: number; levels: Unescaper | undefined } | undefined {
  if (!beginsAsData(file)) return undefined;
  const bytes = withoutComments(file);
  const head = bytes.toString('latin1', 0, HEAD);
  const [before, outer] = DATA.exec(head)!;
  const text = head.slice(before.length);
  const at = file.length - bytes.length + before.length + text.search(/\S/);
  const [, backslashes = '', quote = ''] = FIRST_MARK.exec(text) ?? [];
  return {
    at,
    levels: outer === '' ? undefined : escapingOf(backslashes.length, quote, outer!.charCodeAt(0)),
  };
}
