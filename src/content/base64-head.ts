import { languageByText } from './text/language.ts';
import { beginsAsZlib, decodedText, mayBeBrotli, mayBeDeflate } from './trial.ts';

/** What a run of base64 digits holds, by its beginning. */
export interface EncodedHead {
  /** Digits before those of the file: what stands in front of it in an address or a name are digits as well. */
  readonly skip: number;
  /** Of the name it goes by, where something told that. */
  readonly extension: string;
  readonly encoding: Encoding;
}

/** What bytes are written as: in hexadecimal all digits are digits of base64, too. */
export type Encoding = 'base64' | 'hex';

/** Digits below which a run is a name, a hash or a key. */
export const MIN_DIGITS = 80;
/** Digits among which a map begins, where something stands before it. */
const IN_FRONT = 300;
/** Digits of the first keys of a map. */
const KEYS = 128;

/** What the first digits say: compressed data, zip archives, WebAssembly, machine code. */
const BEGINS = /^(?:H4sI|UEsDB|Q3Iy|KLUv|AGFzbQ|f0VM)/;
/** RFC 1950: the method, the window, and the four levels that compressors write. */
const ZLIB = /^(?:eA[E-H]|eF[4-7]|eJ[w-z]|eN[o-r])/;
/** A brace before white space, a quote, or half a character of UTF-16; a byte order mark, an XSSI prefix. */
const MAY_BE_MAP = /e[yw]|AHs|77u\/|\/\/57|\/v8A|KV19/g;
const MAP =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\)\]\}[^\n]{0,20}\n)?\s*\{\s*"(?:version|file|sources|sourcesContent|mappings|names|sections|sourceRoot|debugId|debug_id|ignoreList|x_\w{1,40})"\s*:/;
const COMMENT = /sourceMappingURL=data:[^,]{0,100},$/i;
const SCRIPT_URL = /data:(?:text|application)\/(?:x-)?(?:java|ecma|type)script[^,]{0,40};base64,$/i;

/**
 * Tells whether base64 digits hold a file worth looking at: an archive, compressed text, a module, a source map that no `data:` URL introduces,
 * or the text of a program.
 *
 * @param digits the first few thousand
 * @param before what stands in front of them
 */
export function encodedHead(digits: string, before: string): EncodedHead | undefined {
  if (digits.length < MIN_DIGITS) return undefined;
  if (isHex(digits)) return HEX_BEGINS.test(digits) || isHexMap(digits) ? IN_HEX : undefined;
  if (SCRIPT_URL.test(before)) return { skip: 0, extension: '.js', encoding: 'base64' };
  if (BEGINS.test(digits)) return WHOLE;
  if (ZLIB.test(digits)) return beginsAsZlib(Buffer.from(digits, 'base64')) ? WHOLE : undefined;
  if (!before.endsWith('base64,') && !COMMENT.test(before)) {
    for (const { index } of digits.slice(0, IN_FRONT).matchAll(MAY_BE_MAP))
      if (MAP.test(textOf(digits.slice(index, index + KEYS))))
        return { skip: index, extension: '', encoding: 'base64' };
  }
  const begins = textOf(digits.slice(0, KEYS));
  if (!isPrintable(begins.slice(0, 48))) return nameless(digits);
  const text = textOf(digits);
  if (ENCODED.test(begins)) return isEncoded(text) ? WHOLE : undefined;
  return isPrintable(text) && isProgram(text) ? WHOLE : undefined;
}

/** Bytes that may be digits of base64 in their turn, an address with some, or JSON that is a string. */
const ENCODED = /^(?:[A-Za-z0-9+/_-]{60}|data:|"\{\\")/;

/** Whether a text that was written in base64 holds what is in there once more: whoever wrote it encoded twice. */
function isEncoded(text: string): boolean {
  if (text.startsWith('"')) return MAP.test(text.slice(1, KEYS).replaceAll('\\"', '"'));
  const digits = /^(?:data:[^,]{0,100};base64,)?([A-Za-z0-9+/_-]+)/.exec(text)?.[1] ?? '';
  return encodedHead(digits, '') !== undefined;
}

const WHOLE: EncodedHead = { skip: 0, extension: '', encoding: 'base64' };
const IN_HEX: EncodedHead = { ...WHOLE, encoding: 'hex' };

/** Whether digits begin a file that is known by its first bytes: then what stands before them is another one. */
export function beginsFile(digits: string): boolean {
  if (isHex(digits)) return HEX_BEGINS.test(digits) || isHexMap(digits);
  return BEGINS.test(digits) || (digits.startsWith('e') && MAP.test(textOf(digits.slice(0, KEYS))));
}

/** Whether the first digits of a string may begin something that goes on in the next. */
export function mayBegin(digits: string): boolean {
  return ZLIB.test(digits) || beginsFile(digits) || isPrintable(textOf(digits.slice(0, 64)));
}

const HEX_DIGITS = /^(?:[0-9a-f]+|[0-9A-F]+)$/;
/** The same as `BEGINS` and `ZLIB`. */
const HEX_BEGINS = /^(?:1f8b08|504b0304|43723234|28b52ffd|0061736d|7f454c46|78(?:01|5e|9c|da))/i;
const HEX_MAP = /^(?:efbbbf|fffe|feff)?(?:29|7b|20|0a|0d|09|00)/i;

function isHex(digits: string): boolean {
  return HEX_DIGITS.test(digits.slice(0, MIN_DIGITS)) && HEX_DIGITS.test(digits.slice(0, IN_FRONT));
}

function isHexMap(digits: string): boolean {
  if (!HEX_MAP.test(digits)) return false;
  return MAP.test(
    Buffer.from(digits.slice(0, 2 * KEYS), 'hex')
      .toString('latin1')
      .replaceAll('\0', ''),
  );
}

/** Digits of a file that is worth trying: compressed text of fewer is a line or two. */
const TRIED = 400;
/** Pictures, fonts, sound: PNG, JPEG, GIF, RIFF, WOFF, TrueType, OpenType, PDF, Ogg, MP3. */
const MEDIA = /^(?:iVBORw|\/9j\/|R0lGOD|UklGR|d09G|AAEAAA|T1RUT|JVBERi|T2dnU|SUQz)/;

/** Compressed data that has no magic number: where it may be some it is tried, and has to begin as JSON or a program. */
function nameless(digits: string): EncodedHead | undefined {
  if (digits.length < TRIED || MEDIA.test(digits)) return undefined;
  const bytes = Buffer.from(digits, 'base64');
  const codec = mayBeDeflate(bytes) ? 'deflate' : mayBeBrotli(bytes) ? 'brotli' : undefined;
  const text = codec === undefined ? undefined : decodedText(codec, bytes);
  // A record of a build is JSON, like a map, and nothing else decodes to that by chance.
  if (text === undefined || !(MAP.test(text) || JSON_TEXT.test(text) || isProgram(text))) return undefined;
  return { ...WHOLE, extension: `.${codec}` };
}

/** Of text in UTF-16 with its mostly empty halves left out. */
function textOf(digits: string): string {
  return Buffer.from(digits, 'base64').toString('latin1').replaceAll('\0', '');
}

function isPrintable(text: string): boolean {
  return !/[\x00-\x08\x0e-\x1f\x7f]/.test(text);
}

const CODE = new Set(['script', 'style', 'source']);
/** What a minified script begins with, or has soon. */
const MINIFIED =
  /^\s*(?:["']use strict["']|[!+~(]*function\b|\(\(\)=>|(?:var|let|const|import|self|class)\b)|[;,{}]function[ (]|=>\{|;(?:var|let|const) /;

const JSON_TEXT = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*[{[]\s*["{[\]}]/;

/** Whether a text is that of a script, a style sheet or their original, or a page with a script in it. */
function isProgram(text: string): boolean {
  if (text.trimStart().startsWith('<')) return text.includes('<script');
  // The texts in a map are code as well.
  if (JSON_TEXT.test(text)) return false;
  return CODE.has(languageByText('', text).language) || MINIFIED.test(text);
}
