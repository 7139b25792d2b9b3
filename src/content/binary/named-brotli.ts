import type { Bytes } from '../../archive/store.ts';
import { indexesIn } from './search.ts';
import type { Range } from './streams.ts';

const MARK = Buffer.from('.br');
const MAX_PLACES = 1_000_000;
const BEFORE = 120;
/** What a path ends with of what servers send, with its folder: a list of endings names no file. What follows it may be the next name. */
const SENT = /\/[^/]+\.(?:map|[cm]?js|css|html?|json|wasm)\.br$/;
const IN_PATH = /[\w@./[\]-]/;

/**
 * What is not looked into for brotli: strings of a program name files of such data, as Go and .NET put whole folders into theirs. The data itself has no
 * magic number, and could begin anywhere.
 */
export function unreadBrotli(bytes: Bytes, ranges: readonly Range[]): string | undefined {
  for (const [from, to] of ranges) {
    const places = indexesIn(bytes, from, to, MARK, MAX_PLACES);
    for (const at of places) {
      const behind = at + MARK.length;
      const begins = Math.max(from, at - BEFORE);
      const text = bytes.read(begins, behind - begins).toString('latin1');
      let first = text.length;
      while (first > 0 && IN_PATH.test(text[first - 1]!)) first--;
      const name = text.slice(first);
      if (SENT.test(name))
        return `it names files of brotli data, such as ${name}, which cannot be found in it`;
    }
    if (places.length === MAX_PLACES) return 'it holds more names of brotli data than packgate looks at';
  }
  return undefined;
}
