import type { MapSighting } from './facts.ts';
import { beginsLikeJson, createMapReader, type MapReader } from './reader.ts';

/** Finds the source maps that a file carries inside. */
export interface InlineMapScanner {
  push(view: Buffer): void;
  /** @returns the maps in the order they stand, and whether there were more than are kept */
  end(): { readonly maps: readonly MapSighting[]; readonly more: boolean };
}

/** Maps kept of one file. A development build carries one a module. */
const MAX_MAPS = 20_000;

/** Data URLs read as JSON in one file, so that a file of nothing but their beginnings takes no more than seconds. */
const MAX_CANDIDATES = 200_000;
/** `{"version":3,"mappings":"","sources":[]}` and nothing shorter. */
const MIN_MAP = 40;

const COMMENT = 'sourceMappingURL=';
const BASE64 = 'base64,';
/** Bytes of a data URL up to its comma; media types and parameters are far shorter. */
const MAX_HEADER = 256;
/** Base64 text that is decoded before it is clear that it is no JSON: images and fonts end here. */
const FIRST_PIECE = 512;
const PIECE = 64 * 1024;
/** Where base64 is decoded to, one file after another; readers keep no view of it. */
const piece = Buffer.allocUnsafeSlow(PIECE);

/**
 * Finds every source map carried as a data URL, wherever it stands: in a comment, a string, a template or `eval`.
 *
 * A map is what decodes to one: a string that merely mentions the comment, as bundlers' own code does, does not. Two
 * searches at native speed lead to the candidates, base64 of any media type, and `sourceMappingURL=data:` of any encoding; what
 * follows is decoded and read as it passes by, so an 18 MB map costs no more memory than a small one.
 */
export function createInlineMapScanner(): InlineMapScanner {
  const maps: MapSighting[] = [];
  let more = false;
  /** Last bytes of the view before, in which a literal may have begun. */
  let tail = Buffer.alloc(0);

  let line = 1;
  /** Offset in the file of the line's first byte, and of the view's. */
  let lineStart = 0;
  let viewStart = 0;
  let counted = 0;

  let mode: 'search' | 'header' | 'base64' | 'percent' = 'search';
  let header = '';
  let reader: MapReader | undefined;
  /** Decoded bytes before there is a reader for them. */
  let first: Buffer = Buffer.alloc(0);
  /** More bytes of the candidate at hand change nothing. */
  let over = false;
  let candidates = 0;
  let at = { line: 1, column: 1 };
  let size = 0;
  /** Base64 digits that do not make a whole group yet; or the beginning of a percent escape. */
  let rest = '';

  /** Counts the lines of the view up to `offset` and gives the place of the byte there. */
  function place(view: Buffer, offset: number): { line: number; column: number } {
    for (let i = view.indexOf(10, counted); i !== -1 && i < offset; i = view.indexOf(10, i + 1)) {
      line++;
      lineStart = viewStart + i + 1;
      counted = i + 1;
    }
    counted = Math.max(counted, offset);
    return { line, column: Math.max(1, viewStart + offset - lineStart + 1) };
  }

  /** Where each literal stands next in the view: each is searched for once, however many of the other there are. */
  let nextComment = -1;
  let nextBase64 = -1;

  function nextOf(view: Buffer, literal: string, known: number, from: number): number {
    if (known >= from) return known;
    const found = view.indexOf(literal, from, 'latin1');
    return found === -1 ? Number.POSITIVE_INFINITY : found;
  }

  function search(view: Buffer, from: number): number {
    nextComment = nextOf(view, COMMENT, nextComment, from);
    nextBase64 = nextOf(view, BASE64, nextBase64, from);
    const comment = nextComment;
    const base64 = nextBase64;
    if (comment === base64) return view.length;
    if (comment < base64) {
      at = place(view, comment);
      mode = 'header';
      header = '';
      size = 0;
      return comment + COMMENT.length;
    }
    at = place(view, base64);
    start('base64');
    return base64 + BASE64.length;
  }

  function start(encoding: 'base64' | 'percent'): void {
    mode = encoding;
    reader = undefined;
    first = Buffer.alloc(0);
    over = false;
    size = 0;
    rest = '';
  }

  /** Takes decoded bytes. A reader costs more than the few bytes that most candidates have, so they have to look like JSON first. */
  function decoded(bytes: Buffer): void {
    if (over) return;
    if (reader === undefined) {
      first = Buffer.concat([first, bytes]);
      if (first.length < MIN_MAP) return;
      over = !beginsLikeJson(first);
      if (over) return;
      if (++candidates > MAX_CANDIDATES) {
        more = true;
        over = true;
        return;
      }
      reader = createMapReader();
      reader.push(first);
    } else reader.push(bytes);
    over = reader.verdict === 'over';
  }

  /** Reads what follows `sourceMappingURL=` up to the comma of a data URL; anything else is no inline map. */
  function readHeader(view: Buffer, from: number): number {
    for (let i = from; i < view.length; i++) {
      const byte = view[i]!;
      if (byte === 44 && header.length >= 5) {
        start(/;\s?base64\s?(?:;|$)/i.test(header) ? 'base64' : 'percent');
        return i + 1;
      }
      header += String.fromCharCode(byte);
      const isData = 'data:'.startsWith(header.slice(0, 5).toLowerCase());
      if (!isData || header.length > MAX_HEADER || byte < 32 || byte === 34 || byte === 96) {
        mode = 'search';
        return i;
      }
    }
    return view.length;
  }

  function readBase64(view: Buffer, from: number): number {
    let offset = from;
    while (offset < view.length) {
      const limit = Math.min(view.length, offset + (size < FIRST_PIECE ? FIRST_PIECE : PIECE));
      let end = offset;
      while (end < limit && BASE64_DIGIT[view[end]!] === 1) end++;
      size += end - offset;
      const digits = rest + view.toString('latin1', offset, end);
      const whole = digits.length - (digits.length % 4);
      decoded(piece.subarray(0, piece.write(digits.slice(0, whole), 'base64')));
      rest = digits.slice(whole);
      offset = end;
      if (end < limit || over) {
        finish();
        return offset;
      }
    }
    return view.length;
  }

  function readPercent(view: Buffer, from: number): number {
    const out: number[] = [];
    let i = from;
    for (; i < view.length; i++) {
      const byte = view[i]!;
      if (byte === 10 || byte === 13) break;
      if (rest !== '') {
        rest += String.fromCharCode(byte);
        if (rest.length < 3) continue;
        const code = Number.parseInt(rest.slice(1), 16);
        if (Number.isNaN(code)) break;
        out.push(code);
        rest = '';
      } else if (byte === 37) rest = '%';
      else out.push(byte);
      if (out.length >= PIECE || (size < FIRST_PIECE && out.length >= FIRST_PIECE)) {
        size += out.length;
        decoded(Buffer.from(out));
        out.length = 0;
        if (over) break;
      }
    }
    size += out.length;
    decoded(Buffer.from(out));
    if (i < view.length || over) finish();
    return i;
  }

  function finish(): void {
    if (rest !== '' && mode === 'base64') decoded(Buffer.from(rest, 'base64'));
    const facts = reader?.end() ?? null;
    mode = 'search';
    reader = undefined;
    if (facts === null) return;
    if (maps.length < MAX_MAPS) maps.push({ form: 'data-url', ...at, size, facts });
    else more = true;
  }

  function step(view: Buffer, offset: number): number {
    if (mode === 'search') return search(view, offset);
    if (mode === 'header') return readHeader(view, offset);
    return mode === 'base64' ? readBase64(view, offset) : readPercent(view, offset);
  }

  return {
    push(view) {
      counted = 0;
      nextComment = -1;
      nextBase64 = -1;
      let offset = 0;
      if (mode === 'search' && tail.length > 0) offset = seam(view);
      while (offset < view.length) offset = step(view, offset);
      place(view, view.length);
      viewStart += view.length;
      const keep = mode === 'search' ? Math.min(COMMENT.length - 1, view.length) : 0;
      tail =
        keep === view.length
          ? Buffer.concat([tail, view]).subarray(-COMMENT.length + 1)
          : Buffer.from(view.subarray(view.length - keep));
    },
    end() {
      if (mode === 'base64' || mode === 'percent') finish();
      return { maps, more };
    },
  };

  /** Looks for a literal that began in the view before. @returns the offset in the view to go on from */
  function seam(view: Buffer): number {
    const joined = Buffer.concat([tail, view.subarray(0, COMMENT.length - 1)]);
    const comment = joined.indexOf(COMMENT, 0, 'latin1');
    const base64 = joined.indexOf(BASE64, 0, 'latin1');
    const isComment = comment !== -1 && comment < tail.length && (base64 === -1 || comment < base64);
    const hit = isComment ? comment : base64;
    const behind = hit + (isComment ? COMMENT : BASE64).length - tail.length;
    // A literal that ends in the tail was seen with it.
    if (hit === -1 || hit >= tail.length || behind <= 0) return 0;
    at = { line, column: Math.max(1, viewStart - (tail.length - hit) - lineStart + 1) };
    if (isComment) {
      mode = 'header';
      header = '';
      size = 0;
    } else start('base64');
    return behind;
  }
}

/** 1 for each byte that is a digit of base64 or of its URL-safe form. */
const BASE64_DIGIT = new Uint8Array(256);
for (const digit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=')
  BASE64_DIGIT[digit.charCodeAt(0)] = 1;
