import type { JsonPasser } from './json-passer.ts';

const QUOTE = 34;
const BACKSLASH = 92;

/** The passer as a plain loop: the fallback, and the one that the other is tested against. */
export function createPlainPasser(): JsonPasser {
  let depth = 0;

  return {
    arrive() {},
    members(view, from, names) {
      const end = view.length;
      for (let done = from; ; ) {
        let at = blanks(view, done);
        if (at >= end || view[at] !== QUOTE) return done;
        const key = at + 1;
        at = quoteOrSlash(view, key);
        if (at >= end || view[at] !== QUOTE) return done;
        const length = at - key;
        if (length < 32 && ((names[view[key]!]! >>> length) & 1) === 1) return done;
        at = blanks(view, at + 1);
        if (at >= end || view[at] !== 58) return done;
        at = blanks(view, at + 1);
        if (at >= end) return done;
        if (view[at] === QUOTE) at = closing(view, at + 1);
        else if (isScalarStart(view[at]!)) {
          at++;
          while (at < end && isScalarByte(view[at]!)) at++;
        } else return done;
        at = blanks(view, at);
        if (at >= end || view[at] !== 44) return done;
        done = at + 1;
      }
    },
    container(view, from, open) {
      depth = open;
      for (let at = from; at < view.length; ) {
        const byte = view[at]!;
        if (byte === QUOTE) {
          const next = closing(view, at + 1);
          if (next > view.length) return at;
          at = next;
          continue;
        }
        at++;
        if (byte === 123 || byte === 91) depth++;
        else if ((byte === 125 || byte === 93) && --depth === 0) return at;
      }
      return view.length;
    },
    get depth() {
      return depth;
    },
  };
}

/** Behind the quote that closes a string, or behind the view where there is none. */
function closing(view: Buffer, from: number): number {
  for (let at = from; ; ) {
    at = quoteOrSlash(view, at);
    if (at >= view.length) return view.length + 1;
    if (view[at] === QUOTE) return at + 1;
    at += 2;
  }
}

function quoteOrSlash(view: Buffer, from: number): number {
  let at = from;
  while (at < view.length && view[at] !== QUOTE && view[at] !== BACKSLASH) at++;
  return at;
}

function blanks(view: Buffer, from: number): number {
  let at = from;
  while (view[at] === 32 || view[at] === 10 || view[at] === 13 || view[at] === 9) at++;
  return at;
}

/** The first byte of a digit, a minus sign, true, false or null. */
export function isScalarStart(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 45 || byte === 116 || byte === 102 || byte === 110;
}

export function isScalarByte(byte: number): boolean {
  return (
    (byte >= 48 && byte <= 57) ||
    (byte >= 97 && byte <= 122) ||
    byte === 43 ||
    byte === 45 ||
    byte === 46 ||
    byte === 69
  );
}
