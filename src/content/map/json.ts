import type { JsonPasser } from '../scanner/json-passer.ts';
import type { KeyNames } from '../scanner/key-names.ts';
import type { Measured, StringMeasure } from '../scanner/measure.ts';
import { borrowPasser, returnPasser } from '../scanner/pass.ts';
import { isScalarByte, isScalarStart } from '../scanner/plain-pass.ts';
import { borrowMeasure, returnMeasure } from '../scanner/strings.ts';

/**
 * What a consumer of the walk wants done with the value that begins. `mappings` passes over a string as `skip`
 * does, and ends the walk at a byte that no mappings hold; `pass` hands a string on as it stands; `stop` ends the
 * walk right before the value, as if it were no JSON.
 */
export type Want = 'skip' | 'capture' | 'measure' | 'enter' | 'mappings' | 'pass' | 'stop';

/** Told what the walk meets. Only containers that were entered report what is in them. */
export interface JsonVisitor {
  /** A value begins in the entered container; `key` is its name in an object, undefined in an array or at the root. */
  value(kind: 'object' | 'array' | 'string' | 'other', key: string | undefined): Want;
  captured(text: string): void;
  /** `from` and `to` are where the string's text lies in the JSON, in bytes. */
  measured(text: Measured, from: number, to: number): void;
  /** The next bytes of a string that is passed, as they are written; and that it has ended. */
  passed?(bytes: Buffer): void;
  passedAll?(): void;
  /** The entered container ends. */
  leave(): void;
  /**
   * Of the container at hand, where only members with these names still matter: of others, those whose value is no
   * container are passed over without a word. Undefined where all matter.
   */
  heeded?(): KeyNames | undefined;
}

/** Where a walk stands: `broken` where the bytes are no JSON, `done` where the root value has ended. */
export type JsonState = 'open' | 'done' | 'broken';

export interface JsonWalk {
  /**
   * Reads on.
   *
   * @returns how many bytes of the view it took: fewer than all only where the state is no longer `open`. What
   *   breaks it is
   * not among them.
   */
  push(view: Buffer): number;
  /** Call after the last view: a measured string that was cut off is measured as far as it goes. */
  end(): void;
  /** Begins anew, with another text. Call after `end`. */
  again(): void;
  state(): JsonState;
  /** Whether the last view ended in a string that is a value. */
  inText(): boolean;
}

/** Bytes of a string or number that is captured; the rest is dropped. */
export const MAX_CAPTURE = 4096;

/**
 * Entered containers inside each other; what lies deeper is passed over. A map needs five, and three for each index
 * map in an index map.
 */
const MAX_DEPTH = 1000;

const QUOTE = 34;
/** Digits, separators, and what may escape a slash among them. */
const IN_MAPPINGS = new Uint8Array(256);
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=,;\\\\'))
  IN_MAPPINGS[byte] = 1;
const APOSTROPHE = 39;
const BACKTICK = 96;
const BACKSLASH = 92;
/** Bytes of a string that are looked at one by one. */
const NEAR = 64;
/**
 * Bytes of a container that are passed over one by one before a passer is borrowed, and that have to be left in the
 * view for it.
 */
const FAR = 1024;

/**
 * How the text is written: strictly, or as an object literal in a script: bare keys, three kinds of quotes,
 * trailing commas.
 */
export type Notation = 'json' | 'script';

/**
 * Walks one JSON text as its bytes pass by, and keeps nothing but what the visitor asks for.
 *
 * A 60 MB map costs 140 MB as objects and is read here in a few kilobytes. Syntax is checked only as far as the walk
 * enters: what is skipped may be anything with its brackets and quotes in order (RFC 8259 names the grammar).
 */
export function createJsonWalk(visitor: JsonVisitor, notation: Notation = 'json'): JsonWalk {
  const script = notation === 'script';
  let state: JsonState = 'open';
  /** What may come next in the entered container. */
  let expect: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma' = 'value';
  /** `{` or `[` for each entered container. */
  const stack: number[] = [];
  let key: string | undefined;

  /** What the bytes at hand belong to. */
  let inside: 'structure' | 'string' | 'bare-key' | 'scalar' | 'skipped' = 'structure';
  let want: Want | 'key' = 'skip';
  /** What closes the string at hand. */
  let quote = QUOTE;
  /** A backslash was the last byte of the view before. */
  let escaped = false;
  let depth = 0;
  let inSkippedString = false;
  let pieces: Buffer[] = [];
  let kept = 0;
  /** The string at hand, where all of it lies in one view. */
  let text: string | undefined;
  /** Made for the first string that is measured; most JSON has none. */
  let measure: StringMeasure | undefined;
  /** Made for long stretches of what nobody wants. */
  let passer: JsonPasser | undefined;
  /** The view that the measure knows, and whether a string has just begun. */
  let arrived: Buffer | undefined;
  /** The view that the passer knows. */
  let passed: Buffer | undefined;
  let fresh = false;
  /** Bytes in the views before, and where the measured string began. */
  let before = 0;
  let began = 0;

  function fail(): void {
    state = 'broken';
  }

  function afterValue(): void {
    inside = 'structure';
    if (stack.length === 0) state = 'done';
    else expect = 'comma';
  }

  function isQuote(byte: number): boolean {
    return byte === QUOTE || (script && (byte === APOSTROPHE || byte === BACKTICK));
  }

  function beginString(as: Want | 'key', closedBy: number): void {
    inside = 'string';
    quote = closedBy;
    want = as;
    escaped = false;
    if (pieces.length > 0) pieces = [];
    kept = 0;
    fresh = true;
  }

  function beginValue(byte: number): void {
    const name = key;
    key = undefined;
    if (isQuote(byte)) {
      const asked = visitor.value('string', name);
      return asked === 'stop' ? fail() : beginString(asked, byte);
    }
    if (byte === 123 || byte === 91) {
      const asked =
        stack.length < MAX_DEPTH ? visitor.value(byte === 123 ? 'object' : 'array', name) : 'skip';
      if (asked === 'stop') return fail();
      if (asked === 'enter') {
        stack.push(byte);
        expect = byte === 123 ? 'key-or-end' : 'value-or-end';
      } else {
        inside = 'skipped';
        depth = 1;
        inSkippedString = false;
      }
      return;
    }
    // A digit, a minus sign, true, false or null; in a script a name, or `!0`.
    if (script ? isNameByte(byte) || byte === 45 || byte === 33 : isScalarStart(byte)) {
      const asked = visitor.value('other', name);
      if (asked === 'stop') return fail();
      inside = 'scalar';
      want = asked;
      pieces = [Buffer.of(byte)];
      kept = 1;
      return;
    }
    fail();
  }

  function beginBareKey(byte: number): void {
    inside = 'bare-key';
    pieces = [Buffer.of(byte)];
    kept = 1;
  }

  function passBareKey(view: Buffer, from: number): number {
    let at = from;
    while (at < view.length && isNameByte(view[at]!)) at++;
    keep(view, from, at);
    if (at === view.length) return at;
    key = Buffer.concat(pieces).toString('latin1');
    inside = 'structure';
    expect = 'colon';
    return at;
  }

  /** @returns whether the byte belongs to the JSON */
  function structure(byte: number): boolean {
    structureByte(byte);
    return (state as JsonState) !== 'broken';
  }

  function structureByte(byte: number): void {
    if (byte === 32 || byte === 10 || byte === 13 || byte === 9) return;
    switch (expect) {
      case 'value':
        return beginValue(byte);
      case 'value-or-end':
        return byte === 93 ? leave() : beginValue(byte);
      case 'key':
      case 'key-or-end':
        if (isQuote(byte)) return beginString('key', byte);
        if (script && isNameByte(byte)) return beginBareKey(byte);
        return byte === 125 && expect === 'key-or-end' ? leave() : fail();
      case 'colon':
        if (byte !== 58) return fail();
        expect = 'value';
        return;
      case 'comma': {
        const open = stack[stack.length - 1];
        if (byte === 44 && script) expect = open === 123 ? 'key-or-end' : 'value-or-end';
        else if (byte === 44) expect = open === 123 ? 'key' : 'value';
        else if (byte === (open === 123 ? 125 : 93)) leave();
        else fail();
      }
    }
  }

  function leave(): void {
    stack.pop();
    visitor.leave();
    afterValue();
  }

  function endString(end: number): void {
    if (want === 'key') {
      key = text ?? unquote(Buffer.concat(pieces).toString('utf8'));
      text = undefined;
      inside = 'structure';
      expect = 'colon';
      return;
    }
    if (want === 'capture') {
      visitor.captured(text ?? unquote(Buffer.concat(pieces).toString('utf8')));
      text = undefined;
    }
    if (want === 'measure') visitor.measured(measure!.text(), began, before + end);
    if (want === 'pass') visitor.passedAll?.();
    afterValue();
  }

  function keep(view: Buffer, from: number, to: number): void {
    const length = Math.min(to - from, MAX_CAPTURE - kept);
    if (length <= 0) return;
    pieces.push(Buffer.from(view.subarray(from, from + length)));
    kept += length;
  }

  /** Looks for a string's closing quote. @returns the index behind it, or -1 where the view ends first */
  function closing(view: Buffer, from: number): number {
    let at = from;
    if (escaped) {
      escaped = false;
      at++;
    }
    // Most keys and values are short: a call into native code costs more than they do.
    for (const near = Math.min(view.length, at + NEAR); at < near; ) {
      const byte = view[at]!;
      if (byte === quote) return at + 1;
      at += byte === BACKSLASH ? 2 : 1;
    }
    if (at > view.length) {
      escaped = true;
      return -1;
    }
    for (;;) {
      const found = view.indexOf(quote, at);
      const stop = found === -1 ? view.length : found;
      let backslashes = 0;
      for (let i = stop - 1; i >= at && view[i] === BACKSLASH; i--) backslashes++;
      if (found === -1) {
        escaped = backslashes % 2 === 1;
        return -1;
      }
      if (backslashes % 2 === 0) return found + 1;
      at = found + 1;
    }
  }

  /** Passes over a string that is skipped or captured. @returns the index behind it, or the view's length */
  function passString(view: Buffer, from: number): number {
    const end = closing(view, from);
    if (end !== -1 && pieces.length === 0 && want !== 'skip') {
      text = unquote(view.toString('utf8', from, Math.min(end - 1, from + MAX_CAPTURE)));
      endString(end - 1);
      return end;
    }
    if (want !== 'skip') keep(view, from, end === -1 ? view.length : end - 1);
    if (end === -1) return view.length;
    endString(end - 1);
    return end;
  }

  /** Hands on what a string holds. @returns the index behind its closing quote, or the view's length */
  function handOn(view: Buffer, from: number): number {
    const end = closing(view, from);
    visitor.passed?.(view.subarray(from, end === -1 ? view.length : end - 1));
    if (end === -1) return view.length;
    endString(end - 1);
    return end;
  }

  /**
   * Passes over what mappings are made of. @returns the index behind the closing quote, of what else there is, or
   * the view's length
   */
  function passMappings(view: Buffer, from: number): number {
    let at = from;
    while (at < view.length && IN_MAPPINGS[view[at]!] === 1) at++;
    if (at === view.length) return at;
    if (view[at] !== quote) {
      fail();
      return at;
    }
    endString(at);
    return at + 1;
  }

  /** Measures a string's text up to its closing quote. @returns the index behind it, or the view's length */
  function measureString(view: Buffer, from: number): number {
    measure ??= borrowMeasure();
    if (arrived !== view) {
      measure.arrive();
      arrived = view;
    }
    if (fresh) {
      measure.begin();
      began = before + from;
    }
    fresh = false;
    const end = measure.take(view, from, quote);
    if (end === view.length) return end;
    endString(end);
    return end + 1;
  }

  function passerOf(view: Buffer): JsonPasser {
    passer ??= borrowPasser();
    if (passed !== view) passer.arrive();
    passed = view;
    return passer;
  }

  /**
   * Passes over members that the visitor does not heed. @returns the index of the first that it may heed, or that
   * the view cuts
   */
  function passMembers(view: Buffer, from: number): number {
    const names = script || view.length - from < FAR ? undefined : visitor.heeded?.();
    return names === undefined ? from : passerOf(view).members(view, from, names);
  }

  /** Passes over a container that was not entered. @returns the index behind it, or the view's length */
  function passContainer(view: Buffer, from: number): number {
    let at = from;
    for (let far = script ? view.length : from + FAR; at < view.length; ) {
      if (inSkippedString) {
        const end = closing(view, at);
        if (end === -1) return view.length;
        inSkippedString = false;
        at = end;
        continue;
      }
      if (at >= far) {
        far = at + FAR;
        const to = passerOf(view).container(view, at, depth);
        depth = passer!.depth;
        if (depth === 0) {
          afterValue();
          return to;
        }
        at = to;
        if (at === view.length) break;
      }
      const byte = view[at]!;
      at++;
      if (isQuote(byte)) {
        inSkippedString = true;
        quote = byte;
        escaped = false;
      } else if (byte === 123 || byte === 91) depth++;
      else if ((byte === 125 || byte === 93) && --depth === 0) {
        afterValue();
        return at;
      }
    }
    return at;
  }

  function passScalar(view: Buffer, from: number): number {
    let at = from;
    while (at < view.length && (script ? isNameByte(view[at]!) || view[at] === 46 : isScalarByte(view[at]!)))
      at++;
    keep(view, from, at);
    if (at < view.length) {
      if (want === 'capture') visitor.captured(Buffer.concat(pieces).toString('latin1'));
      afterValue();
    }
    return at;
  }

  return {
    state() {
      return state;
    },
    inText() {
      return inside === 'string' && want !== 'key';
    },
    push(view) {
      arrived = undefined;
      passed = undefined;
      let at = 0;
      while (at < view.length && state === 'open') {
        if (inside === 'structure') {
          if (expect === 'key' && view[at] === QUOTE) at = passMembers(view, at);
          if (at < view.length && structure(view[at]!)) at++;
        } else if (inside === 'skipped') at = passContainer(view, at);
        else if (inside === 'scalar') at = passScalar(view, at);
        else if (inside === 'bare-key') at = passBareKey(view, at);
        else if (want === 'measure') at = measureString(view, at);
        else if (want === 'pass') at = handOn(view, at);
        else at = want === 'mappings' ? passMappings(view, at) : passString(view, at);
      }
      before += at;
      return at;
    },
    end() {
      if (state === 'open' && inside === 'string' && want === 'measure' && !fresh) endString(0);
      if (measure !== undefined) returnMeasure(measure);
      measure = undefined;
      if (passer !== undefined) returnPasser(passer);
      passer = undefined;
    },
    again() {
      state = 'open';
      expect = 'value';
      stack.length = 0;
      key = undefined;
      inside = 'structure';
      want = 'skip';
      quote = QUOTE;
      escaped = false;
      depth = 0;
      inSkippedString = false;
      pieces = [];
      kept = 0;
      text = undefined;
      arrived = passed = undefined;
      fresh = false;
      before = 0;
      began = 0;
    },
  };
}

/** The text of a JSON string whose bytes may have been cut off at `MAX_CAPTURE`. */
function unquote(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw;
  }
}

/** A byte of a name or number in a script. */
function isNameByte(byte: number): boolean {
  return (
    (byte >= 48 && byte <= 57) ||
    (byte >= 97 && byte <= 122) ||
    (byte >= 65 && byte <= 90) ||
    byte === 95 ||
    byte === 36
  );
}
