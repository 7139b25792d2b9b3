import type { Text } from './unescape.ts';
import { LEADS } from './wanted.ts';

/** Beginnings that hardly anything else has, what stands behind them at least, and how long such a token may be. */
const SURE = LEADS.flatMap(({ text, tail, behind }) =>
  tail.kind === 'run' && text.length >= 4 && /[_-]$/.test(text) ? [{ text, min: tail.min, max: behind }] : [],
);
const WORD = /[0-9A-Za-z_-]/;
/** Between two tokens that were cut out: no pattern goes on behind it. */
const GAP = '\n\x80\n';

/**
 * Cuts what begins as a token does out of a binary file in which nothing stands around it: programs in Rust and Go and bundles for Hermes have their strings
 * one behind the other, databases have the columns of a row so, and others put the length of a string before it, which may be a letter as a byte.
 *
 * A token ends where such a length says, or where the shortest of its kind does. All are told as one text: there may be very many.
 */
export function packedText(bytes: Buffer, latin: string): Text | undefined {
  let text = '';
  const origin: number[] = [];
  const take = (from: number, to: number) => {
    const end = Math.min(to, latin.length);
    text += `${latin.slice(from, end)}${GAP}`;
    for (let at = from; at < end; at++) origin.push(at);
    for (let at = 0; at < GAP.length; at++) origin.push(end);
  };
  for (const { text: begin, min, max } of SURE) {
    for (let at = latin.indexOf(begin); at !== -1; at = latin.indexOf(begin, at + 1)) {
      const least = at + begin.length + min;
      const glued = at > 0 && WORD.test(latin[at - 1]!);
      const open = least < latin.length && WORD.test(latin[least]!);
      if (!(glued || open) || !isDrawn(latin.slice(at + begin.length, least))) continue;
      for (const length of lengthsBefore(bytes, at))
        if (length <= max && at + length > least) take(at, at + length);
      take(at, least);
    }
  }
  return text === '' ? undefined : { text, origin: Uint32Array.from([...origin, latin.length]) };
}

/** What a length before a text may be: one byte, or two or four, whichever end first. */
function* lengthsBefore(bytes: Buffer, at: number): Iterable<number> {
  if (at > 0) yield bytes[at - 1]!;
  if (at > 1) yield bytes.readUInt16BE(at - 2);
  if (at > 3) yield bytes.readUInt32LE(at - 4);
}

/** Not the name of something, which has words in it: of what is drawn few letters in a row are small ones. */
function isDrawn(body: string): boolean {
  const words = body.length - body.replace(/[a-z]{4,}/g, '').length;
  return /\d/.test(body) && words * 3 < body.length;
}
