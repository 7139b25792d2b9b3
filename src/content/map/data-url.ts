import { spanEnd } from '../scanner/span.ts';
import type { MapFacts } from './facts.ts';
import { beginsLikeJson, isBlank } from './prefix.ts';
import { createMapReader, type MapReader } from './reader.ts';
import type { MapRoom } from './room.ts';
import type { SourceText } from './tally.ts';

/** A map that a data URL holds. */
export interface UrlMap {
  readonly facts: MapFacts;
  /** Of its text as it is written, in bytes. */
  readonly size: number;
  readonly texts: readonly SourceText[];
}

/** Reads what stands behind the comma of data URLs, one after another. */
export interface DataUrlReader {
  /** The next URL begins. */
  begin(encoding: 'base64' | 'percent'): void;
  /**
   * Reads on.
   *
   * @param from index of the first byte that belongs to the URL
   * @returns the index to go on from; it may lie before `from` where the URL has ended
   */
  take(bytes: Buffer, from: number): number;
  /** Whether the URL has ended. */
  ended(): boolean;
  /** Call where the URL or the file has ended. Null where it holds no map. */
  end(): UrlMap | null;
}

/** `{"version":3,"mappings":"","sources":[]}` and nothing shorter. */
const MIN_MAP = 40;
/** Text that is read before it is clear that it is no map: images, fonts and other objects end here. */
const FIRST_PIECE = 512;
const PIECE = 64 * 1024;
const NOTHING = Buffer.alloc(0);
/** Where base64 is decoded to, one file after another; readers keep no view of it. */
const piece = Buffer.allocUnsafeSlow(PIECE);

/**
 * Digits that may follow a URL and be no part of it: all but the last byte of `sourceMappingURL=` are digits of
 * base64, too.
 */
const BEHIND = 'sourceMappingURL'.length;

/**
 * @param room shared by all maps of a file
 * @param admit whether one more map may be read in this file
 */
export function createDataUrlReader(room: MapRoom, admit: () => boolean): DataUrlReader {
  let encoding: 'base64' | 'percent' = 'base64';
  let reader: MapReader | undefined;
  /** Decoded bytes before there is a reader for them. */
  let first: Buffer = NOTHING;
  /** More bytes of the URL change nothing. */
  let over = false;
  let ended = false;
  /** Digits that were taken. */
  let taken = 0;
  /** Decoded bytes that are still to be read. */
  let percent: number[] = [];
  /**
   * Base64 digits that do not make a whole group yet; or, where the text is percent-encoded, the beginning of an escape.
   */
  let rest = '';
  /** The beginning of a percent escape among base64 digits. */
  let escaped = '';
  /** What stands between two strings of them that are put together. */
  let joint = '';

  /** A reader costs more than the few bytes that most URLs have, so they have to look like JSON first. */
  function decoded(bytes: Buffer): void {
    if (over) return;
    if (reader === undefined) {
      first = Buffer.concat([first, bytes]);
      if (first.length < MIN_MAP) return;
      over = !beginsLikeJson(first) || !admit();
      if (over) return;
      reader = createMapReader({ room });
      reader.push(first);
    } else reader.push(bytes);
    over = reader.verdict() === 'over';
  }

  /**
   * Reads to the end of the digits, whether they make a map or not: where reading goes on must not hang on how the
   * file is cut.
   */
  function takeBase64(bytes: Buffer, from: number): number {
    let offset = from;
    while (offset < bytes.length) {
      if (joint !== '') {
        joint += String.fromCharCode(bytes[offset]!);
        offset++;
        if (JOINED.test(joint)) joint = '';
        else if (!JOINT.test(joint)) {
          ended = true;
          return offset - 1;
        }
        continue;
      }
      if (escaped !== '') {
        escaped += String.fromCharCode(bytes[offset]!);
        offset++;
        if (escaped.length < 3) continue;
        const digit = ESCAPED_DIGITS[escaped.toUpperCase()];
        escaped = '';
        if (digit === undefined) {
          ended = true;
          return offset;
        }
        takeDigits(digit);
        continue;
      }
      const limit = Math.min(bytes.length, offset + (taken < FIRST_PIECE ? FIRST_PIECE : PIECE));
      const end = spanEnd(bytes, offset, limit, 'base64');
      taken += end - offset;
      takeDigits(bytes.toString('latin1', offset, end));
      offset = end;
      if (end === limit) continue;
      const byte = bytes[end]!;
      if (byte === 37) escaped = '%';
      else if (!over && isQuote(byte)) joint = String.fromCharCode(byte);
      // Mail and some writers of XML break long lines; what may still be a map goes on behind the break.
      else if (over || !isBlank(byte)) {
        ended = true;
        return Math.max(0, offset - Math.min(taken, BEHIND));
      }
      offset++;
    }
    return bytes.length;
  }

  function takeDigits(more: string): void {
    if (over) return;
    const digits = rest + more;
    const whole = digits.length - (digits.length % 4);
    decoded(piece.subarray(0, piece.write(digits.slice(0, whole), 'base64')));
    rest = digits.slice(whole);
  }

  function takePercent(bytes: Buffer, from: number): number {
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
        ended = true;
        return i;
      }
    }
    return bytes.length;
  }

  function flushPercent(): void {
    decoded(Buffer.from(percent));
    percent = [];
  }

  return {
    begin(as) {
      encoding = as;
      reader = undefined;
      first = NOTHING;
      over = ended = false;
      taken = 0;
      percent = [];
      rest = escaped = joint = '';
    },
    take: (bytes, from) => (encoding === 'base64' ? takeBase64 : takePercent)(bytes, from),
    ended: () => ended,
    end() {
      if (encoding === 'percent') flushPercent();
      else if (rest !== '') decoded(Buffer.from(rest, 'base64'));
      const facts = reader?.end() ?? null;
      if (reader === undefined || facts === null) return null;
      // A small one has its size only now.
      const json = reader.size();
      const map = {
        facts,
        size: encoding === 'base64' ? Math.ceil(json / 3) * 4 : json,
        texts: reader.texts(),
      };
      reader = undefined;
      return map;
    },
  };
}

/** Digits and padding that are escaped where a whole URL is. */
const ESCAPED_DIGITS: Readonly<Record<string, string>> = { '%2B': '+', '%2F': '/', '%3D': '' };

/** A plus sign or a comma between two quotes, and the beginning of that. */
const JOINED = /^["'`]\s*[+,]\s*["'`]$/;
const JOINT = /^["'`]\s{0,40}(?:[+,]\s{0,40})?$/;

function isQuote(byte: number): boolean {
  return byte === 34 || byte === 39 || byte === 96;
}
