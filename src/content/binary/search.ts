import type { Bytes } from '../../archive/store.ts';

const PIECE = 256 * 1024;

/** Where `mark` stands last between two places; undefined where it does not. */
export function lastIndexIn(bytes: Bytes, from: number, to: number, mark: Buffer): number | undefined {
  for (let end = to; end - from >= mark.length; ) {
    const begin = Math.max(from, end - PIECE);
    const at = bytes.read(begin, end - begin).lastIndexOf(mark);
    if (at !== -1) return begin + at;
    if (begin === from) return undefined;
    end = begin + mark.length - 1;
  }
  return undefined;
}

/** Every place where `mark` stands between two places, up to so many. */
export function indexesIn(bytes: Bytes, from: number, to: number, mark: Buffer, most: number): number[] {
  const found: number[] = [];
  for (let begin = from; to - begin >= mark.length; ) {
    const end = Math.min(to, begin + PIECE);
    const piece = bytes.read(begin, end - begin);
    for (let at = piece.indexOf(mark); at !== -1; at = piece.indexOf(mark, at + 1)) {
      if (found.length === most) return found;
      found.push(begin + at);
    }
    if (end === to) break;
    begin = end - mark.length + 1;
  }
  return found;
}
