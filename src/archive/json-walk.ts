import { PackgateError } from '../errors.ts';
import { byteSize } from '../figures.ts';
import type { Bytes } from './store.ts';

/** Reads JSON value by value from bytes of any length, of which a piece is in memory. Whoever calls knows where it stands. */
export interface JsonWalk {
  /** The next byte that is no blank, which is not passed; 0 at the end. */
  peek(): number;
  /** Passes the bracket that opens an object. What is called next is `key`. */
  enter(): void;
  /**
   * Goes on to the value of the next key of the object that was entered last and not left.
   *
   * @returns the key; undefined where the object ends, which is passed then
   */
  key(): string | undefined;
  /** Passes a value. @returns it, or undefined for an object or a list */
  value(): string | number | boolean | null | undefined;
  /** Passes a value that nobody asks for, of any length. */
  skip(): void;
  /** Passes blanks up to the end. @throws NotJson where something else follows */
  end(): void;
}

/** What is read is no JSON. Whoever reads knows what it was to be. */
export class NotJson extends Error {}

const PIECE = 64 * 1024;
/** Bytes of a text that is wanted: the longest path that can be allowed, each character an escape. */
const TEXT = 6 * 65_536;
/** Letters of a number: more tell nothing. */
const LETTERS = 1000;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export const OPEN = 0x7b;
const CLOSE = 0x7d;
const COLON = 0x3a;
const COMMA = 0x2c;
const LIST = 0x5b;
const LIST_END = 0x5d;

/** @param from where the JSON begins @param size of it, in bytes */
export function walkJson(bytes: Bytes, from: number, size: number): JsonWalk {
  const stop = from + size;
  let piece = bytes.read(from, Math.min(PIECE, size));
  let start = from;
  let at = 0;
  /** Whether a key was read in each object that is entered. */
  const begun: boolean[] = [];
  /** A text that goes over the end of a piece. */
  const parts: Buffer[] = [];

  /** @returns false where there is no more */
  function turn(): boolean {
    start += piece.length;
    at = 0;
    piece = bytes.read(start, Math.min(PIECE, stop - start));
    return piece.length > 0;
  }

  function peek(): number {
    do {
      for (; at < piece.length; at++) {
        const byte = piece[at]!;
        if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      }
    } while (turn());
    return 0;
  }

  /** Passes this byte. @throws NotJson where another one is next */
  function take(byte: number): void {
    if (peek() !== byte) throw new NotJson();
    at++;
  }

  /** Passes a text. @param wanted whether it is to be returned, and so has to be short */
  function text(wanted: boolean): string {
    take(QUOTE);
    let plain = true;
    let escaped = false;
    let length = 0;
    parts.length = 0;
    do {
      const begin = at;
      for (; at < piece.length; at++) {
        const byte = piece[at]!;
        if (byte < 0x20) throw new NotJson();
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) {
          escaped = true;
          plain = false;
        } else if (byte === QUOTE) {
          at++;
          if (!wanted) return '';
          const read = parts.length === 0 ? piece.toString('utf8', begin, at - 1) : joined(begin, at - 1);
          return plain ? read : (parsed(`"${read}"`) as string);
        }
      }
      if (!wanted) continue;
      length += at - begin;
      if (length > TEXT) {
        throw new PackgateError(
          'limit',
          `a list of files in it holds a text of more than ${byteSize(TEXT)}`,
          {
            help: 'Pack it again',
          },
        );
      }
      parts.push(Buffer.from(piece.subarray(begin)));
    } while (turn());
    throw new NotJson();
  }

  function joined(begin: number, end: number): string {
    return Buffer.concat([...parts, piece.subarray(begin, end)]).toString('utf8');
  }

  /** A number or a word. */
  function word(): number | boolean | null {
    let letters = '';
    peek();
    do {
      const begin = at;
      while (at < piece.length && isLetter(piece[at]!)) at++;
      letters += piece.toString('latin1', begin, at);
      if (letters.length > LETTERS) throw new NotJson();
    } while (at === piece.length && turn());
    return parsed(letters) as number | boolean | null;
  }

  /** Passes an object or a list with all that is in it. */
  function skip(): void {
    const open: number[] = [];
    do {
      const byte = peek();
      if (byte === OPEN || byte === LIST) {
        if (open.length > 1000) throw new NotJson();
        open.push(byte + 2);
        at++;
      } else if (byte === CLOSE || byte === LIST_END) {
        if (open.pop() !== byte) throw new NotJson();
        at++;
      } else if (byte === QUOTE) text(false);
      else if (byte === COMMA || byte === COLON) at++;
      else word();
    } while (open.length > 0);
  }

  return {
    peek,
    skip,
    enter() {
      take(OPEN);
      begun.push(false);
    },
    key() {
      const isFirst = begun.at(-1) === false;
      const byte = peek();
      if (byte === CLOSE) {
        at++;
        begun.pop();
        return undefined;
      }
      if (!isFirst) take(COMMA);
      begun[begun.length - 1] = true;
      const key = text(true);
      take(COLON);
      return key;
    },
    value() {
      const byte = peek();
      if (byte === QUOTE) return text(true);
      if (byte !== OPEN && byte !== LIST) return word();
      skip();
      return undefined;
    },
    end() {
      if (peek() !== 0 || start + at < stop) throw new NotJson();
    },
  };
}

/** What numbers and words are made of. */
function isLetter(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e ||
    ((byte | 32) - 0x61) >>> 0 < 26
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new NotJson();
  }
}
