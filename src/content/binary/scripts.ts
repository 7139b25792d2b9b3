import type { Bytes } from '../../archive/store.ts';

/** A run of text in a snapshot. */
export interface TextRun {
  readonly offset: number;
  readonly size: number;
}

const PIECE = 256 * 1024;
/** Bytes below which a run of text is a message or a name and no script. */
const MIN_RUN = 400;

/**
 * Runs of text in bytes that are no text: in a snapshot every string of V8 lies as it is, and a script is one string. Strings
 * with characters beyond Latin-1 have two bytes for each, and are found as such.
 *
 * One after another, however many there are.
 *
 * @param bytes read by nobody else at the same time
 * @param utf8 whether one-byte text may be UTF-8, and not Latin-1
 */
export function* textRuns(bytes: Bytes, utf8 = false): Iterable<TextRun> {
  const text = utf8 ? IN_UTF8 : IN_LATIN1;
  /** Those that ended in the piece at hand. */
  let found: TextRun[] = [];
  /** Where the run at hand began, for each width, and what has been read of it. */
  let narrow = -1;
  let wide = -1;
  let before = 0;
  const close = (from: number, to: number): void => {
    if (from !== -1 && to - from >= MIN_RUN) found.push({ offset: from, size: to - from });
  };
  for (let start = 0; start < bytes.size; start += PIECE) {
    const piece = bytes.read(start, Math.min(PIECE, bytes.size - start));
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i]!;
      const at = start + i;
      if (text[byte] === 1) {
        if (narrow === -1) narrow = at;
        // A second character without a zero between them.
        if (wide !== -1 && text[before] === 1) {
          close(wide, at - 1);
          wide = -1;
        }
        if (wide === -1) wide = at;
      } else {
        close(narrow, at);
        narrow = -1;
        if (wide !== -1 && (byte !== 0 || text[before] !== 1)) {
          close(wide, at - ((at - wide) % 2));
          wide = -1;
        }
      }
      before = byte;
    }
    yield* found;
    found = [];
  }
  close(narrow, bytes.size);
  close(wide, bytes.size);
  yield* found;
}

/** 1 for what stands in scripts: white space and printable characters; of UTF-8 every byte of a longer one. */
const IN_LATIN1 = new Uint8Array(256).fill(1, 32, 127).fill(1, 160);
const IN_UTF8 = new Uint8Array(256).fill(1, 32, 127).fill(1, 128);
for (const byte of [9, 10, 13]) {
  IN_LATIN1[byte] = 1;
  IN_UTF8[byte] = 1;
}
