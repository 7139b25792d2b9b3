import type { Unpack } from './look.ts';
import type { Reader } from './reader.ts';
import { spanEnd } from './scanner/span.ts';

/** Where runs of digits are looked for: every one that is longer by `PROBE` lies over one such place. */
const STRIDE = 4096;
/** Digits in a row, line breaks among them, that tell a run from words. */
const PROBE = 64;
const BLOCK = 128 * 1024;
/** Bytes before a run that may say what it is. */
const BEFORE = 64;

/** What the first digits say: compressed data, zip archives, WebAssembly, machine code, a source map that no `data:` URL introduces. */
const BEGINS = /^(?:H4sI|UEsDB|Q3Iy|KLUv|AGFzbQ|f0VM)/;
const MAP = /^\s*\{\s*"(?:version|file|sources|sourcesContent|mappings|names|sections|sourceRoot)"\s*:/;
const SCRIPT_URL = /data:(?:text|application)\/(?:x-)?(?:java|ecma|type)script[^,]{0,40};base64,$/i;

/**
 * Finds files that stand in a text as base64 digits, of about 4 kB and more, and has them looked at as `base64-1` and so on
 * inside it: what decodes to an archive, a module, a map, or is a script by its `data:` URL. Maps with a `data:` URL of their
 * own are found elsewhere.
 *
 * It looks at few bytes of a text without such runs: one place in `STRIDE`.
 */
export function createBase64Scanner(path: string, unpack: Unpack): Reader<void> {
  /** Borrowed with the first bytes: a package holds thousands of small files, one after another. */
  let block: Buffer | undefined;
  let filled = 0;
  /** The whole file, where it came in one view. */
  let all: Buffer | undefined;
  /** Offset in the file of the block's first byte, and of the next place to look at. */
  let start = 0;
  let next = 0;
  /** Null in a run that holds nothing of interest. */
  let run: ReturnType<Unpack> | null | undefined;
  let found = 0;

  /** Reads on in a run. @returns where it ends, or the end of the bytes */
  function follow(bytes: Buffer, from: number): number {
    let end = from;
    while (end < bytes.length && DIGIT[bytes[end]!] !== 0) {
      end = spanEnd(bytes, end, bytes.length, 'base64');
      while (end < bytes.length && isBetween(bytes[end]!)) end++;
    }
    if (end > from) run?.push(bytes.subarray(from, end));
    return end;
  }

  function finish(): void {
    run?.end();
    run = undefined;
  }

  function begin(bytes: Buffer, from: number): void {
    const digits = bytes.toString('latin1', from, from + PROBE).replace(/[\r\n]+/g, '');
    const before = bytes.toString('latin1', Math.max(0, from - BEFORE), from);
    const isScript = SCRIPT_URL.test(before);
    const isMap = !before.endsWith('base64,') && MAP.test(Buffer.from(digits, 'base64').toString('latin1'));
    if (!isScript && !isMap && !BEGINS.test(digits)) {
      run = null;
      return;
    }
    found++;
    run = unpack('base64', path, { name: `base64-${found}${isScript ? '.js' : ''}` });
  }

  function search(bytes: Buffer, last: boolean): void {
    let from = 0;
    if (run !== undefined) {
      from = follow(bytes, 0);
      if (from < bytes.length || last) finish();
    }
    next = Math.max(next, start + from);
    while (run === undefined) {
      const at = Math.ceil(next / STRIDE) * STRIDE - start;
      if (at + PROBE > bytes.length) break;
      next = start + at + 1;
      if (!isRun(bytes, at)) continue;
      let begins = at;
      while (begins > from && DIGIT[bytes[begins - 1]!] !== 0) begins--;
      while (bytes[begins] === 10 || bytes[begins] === 13) begins++;
      begin(bytes, begins);
      from = follow(bytes, begins);
      if (from < bytes.length || last) finish();
      next = start + from;
    }
    if (last) return;
    // What lies before the next place to look at may be the beginning of a run.
    const keep =
      run === undefined ? Math.max(from, Math.ceil(next / STRIDE) * STRIDE - start - STRIDE) : filled;
    const kept = Math.max(0, Math.min(filled, keep - (run === undefined ? BEFORE : 0)));
    bytes.copyWithin(0, kept, filled);
    start += kept;
    filled -= kept;
  }

  return {
    push(view, whole) {
      if (whole) {
        all = view;
        return;
      }
      for (let at = 0; at < view.length; ) {
        block ??= spare.pop() ?? Buffer.allocUnsafeSlow(BLOCK);
        const taken = view.copy(block, filled, at);
        filled += taken;
        at += taken;
        if (filled === BLOCK) search(block, false);
      }
    },
    end() {
      if (all !== undefined) return search(all, true);
      if (block === undefined) return;
      search(block.subarray(0, filled), true);
      spare.push(block);
      block = undefined;
    },
  };
}

/** Whether a file of these bytes, as a whole, may hold such a run. */
export function mayHoldBase64(bytes: Buffer): boolean {
  for (let at = 0; at + PROBE <= bytes.length; at += STRIDE) if (isRun(bytes, at)) return true;
  return false;
}

/** Blocks that no scanner holds. */
const spare: Buffer[] = [];

function isRun(bytes: Buffer, from: number): boolean {
  for (let i = from; i < from + PROBE; i++) if (DIGIT[bytes[i]!] === 0) return false;
  return true;
}

/** What stands between lines of digits and behind the last. */
function isBetween(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 61;
}

/** 1 for each digit of base64 and of its URL-safe form, and for the line breaks that may stand among them. */
const DIGIT = new Uint8Array(256);
for (const digit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=\r\n')
  DIGIT[digit.charCodeAt(0)] = 1;
