import type { Reader } from '../reader.ts';
import type { MapFacts } from './facts.ts';
import { MAX_CAPTURE } from './json.ts';
import { createPercentDecoder, createUnescaper, type Unescaper } from './unescape.ts';

/**
 * A string in a map that may hold another one: its JSON, or a `data:` URL. Consumers of maps parse the `map` of a
 * section where it is a string.
 */
export interface EnclosedMap {
  /** The next bytes between the quotes. */
  push(bytes: Buffer): void;
  /** Whether what it holds has begun as a map. */
  likely(): boolean;
  /** Null where it holds no map. Call once. */
  end(): MapFacts | null;
  /** What it says where it holds none, cut after `MAX_CAPTURE` bytes. */
  text(): string;
}

/** What reads the map in the string, as far as it is asked here. */
interface Inner extends Reader<MapFacts | null> {
  verdict(): 'unsure' | 'likely' | 'over';
}

/** Bytes of a data URL up to its comma; media types and parameters are far shorter. */
const MAX_HEADER = 256;
const NOTHING = Buffer.alloc(0);

/** @param open makes a reader for what is in the string */
export function createEnclosedMap(open: () => Inner): EnclosedMap {
  const unescaper = createUnescaper(0);
  /** What tells how the map is written, as long as that is not clear. */
  let head: Buffer | undefined = NOTHING;
  let text: Buffer = NOTHING;
  let reader: Inner | undefined;
  let percent: Unescaper | undefined;
  /** Digits of base64 that make no whole group yet; undefined where it is none. */
  let digits: string | undefined;

  function begin(last: boolean): void {
    const start = head!.toString('latin1', 0, MAX_HEADER);
    const comma = start.indexOf(',');
    const isUrl = /^data:/i.test(start);
    const isOpen = isUrl ? comma === -1 && start.length < MAX_HEADER : start.length < 'data:'.length;
    if (isOpen && !last) return;
    const rest = head!.subarray(isUrl ? comma + 1 : 0);
    head = undefined;
    if (isUrl && comma === -1) return;
    if (isUrl && /;base64$/i.test(start.slice(0, comma))) digits = '';
    else if (isUrl) percent = createPercentDecoder();
    else if (!/^(?:\xef\xbb\xbf)?\s*(?:\{|\)\]\})/.test(start)) return;
    reader = open();
    take(rest);
  }

  function take(bytes: Buffer): void {
    if (reader === undefined) return;
    if (digits === undefined) {
      reader.push(percent === undefined ? bytes : percent.take(bytes).text);
      return;
    }
    digits += bytes.toString('latin1');
    const whole = digits.length - (digits.length % 4);
    reader.push(Buffer.from(digits.slice(0, whole), 'base64'));
    digits = digits.slice(whole);
  }

  return {
    push(bytes) {
      const plain = unescaper.take(bytes).text;
      if (text.length < MAX_CAPTURE)
        text = Buffer.concat([text, plain.subarray(0, MAX_CAPTURE - text.length)]);
      if (head === undefined) return take(plain);
      head = Buffer.concat([head, plain]);
      begin(false);
    },
    likely: () => reader?.verdict() === 'likely',
    end() {
      if (head !== undefined) begin(true);
      if (digits) reader?.push(Buffer.from(digits, 'base64'));
      return reader?.end() ?? null;
    },
    text: () => text.toString('utf8'),
  };
}
