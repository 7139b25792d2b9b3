import { languageByText } from './text/language.ts';
import { beginsAsZlib } from './trial.ts';

/** What a run of base64 digits holds, by its beginning. */
export interface EncodedHead {
  /** Digits before those of the file: what stands in front of it in an address or a name are digits as well. */
  readonly skip: number;
  /** Of the name it goes by, where something told that. */
  readonly extension: string;
}

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
  if (SCRIPT_URL.test(before)) return { skip: 0, extension: '.js' };
  if (BEGINS.test(digits)) return WHOLE;
  if (ZLIB.test(digits)) return beginsAsZlib(Buffer.from(digits, 'base64')) ? WHOLE : undefined;
  if (!before.endsWith('base64,') && !COMMENT.test(before)) {
    for (const { index } of digits.slice(0, IN_FRONT).matchAll(MAY_BE_MAP))
      if (MAP.test(textOf(digits.slice(index, index + KEYS)))) return { skip: index, extension: '' };
  }
  if (!isPrintable(textOf(digits.slice(0, 64)))) return undefined;
  const text = textOf(digits);
  return isPrintable(text) && isProgram(text) ? WHOLE : undefined;
}

const WHOLE: EncodedHead = { skip: 0, extension: '' };

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
