import type { Text } from './unescape.ts';
import { LEADS } from './wanted.ts';

/** Beginnings that hardly anything else has, and what stands behind them at least. */
const SURE = LEADS.flatMap(({ text, tail }) =>
  tail.kind === 'run' && text.length >= 4 && /[_-]$/.test(text) ? [{ text, min: tail.min }] : [],
);
const WORD = /[0-9A-Za-z_-]/;
/** Characters of the longest text whose length is looked for before it. */
const MAX_LENGTH = 4096;

/**
 * Cuts what begins as a token does out of a binary file in which nothing stands around it: programs in Rust and Go and bundles for Hermes have their strings
 * one behind the other, databases have the columns of a row so, and others put the length of a string before it, which may be a letter as a byte.
 *
 * A token ends where such a length says, or where the shortest of its kind does.
 */
export function* packedTexts(bytes: Buffer, latin: string): Iterable<Text> {
  for (const { text, min } of SURE) {
    for (let at = latin.indexOf(text); at !== -1; at = latin.indexOf(text, at + 1)) {
      const least = at + text.length + min;
      const glued = at > 0 && WORD.test(latin[at - 1]!);
      const open = least < latin.length && WORD.test(latin[least]!);
      if (!(glued || open) || !isDrawn(latin.slice(at + text.length, least))) continue;
      for (const length of lengthsBefore(bytes, at))
        if (at + length >= least) yield piece(latin, at, at + length);
      yield piece(latin, at, least);
    }
  }
}

/** What a length before a text may be: one byte, or two or four, whichever end first. */
function* lengthsBefore(bytes: Buffer, at: number): Iterable<number> {
  if (at > 0) yield bytes[at - 1]!;
  if (at > 1) {
    const big = bytes.readUInt16BE(at - 2);
    if (big <= MAX_LENGTH) yield big;
  }
  if (at > 3) {
    const little = bytes.readUInt32LE(at - 4);
    if (little <= MAX_LENGTH) yield little;
  }
}

/** Not the name of something, which has words in it: of what is drawn few letters in a row are small ones. */
function isDrawn(body: string): boolean {
  const words = body.length - body.replace(/[a-z]{4,}/g, '').length;
  return /\d/.test(body) && words * 3 < body.length;
}

function piece(text: string, from: number, to: number): Text {
  const end = Math.min(to, text.length);
  return {
    text: text.slice(from, end),
    origin: Uint32Array.from({ length: end - from + 1 }, (_, i) => from + i),
  };
}
