import type { Spot } from '../scanner/literals.ts';

/** Looks at text as a whole that stands in a file in another form. */
export interface Inner {
  push(text: Uint8Array): void;
  end(): void;
}

/** Between two characters that are looked at; a run that one of them may miss is shorter than any credential. */
const STEP = 32;
/** Pairs of bytes in a row that make a text. */
const PAIRS = 4;
/** Bytes that tell, at one place, whether a text stands there. */
const NEEDED = 2 * PAIRS;
/** Bytes of the next view within which all is found that began before it. */
const AHEAD = STEP + NEEDED;
const NEWLINE = 10;
const NOTHING = Buffer.alloc(0);
/** Characters that are handed on at once, and after which texts are looked at together no longer. */
const PIECE = 16 * 1024;

/**
 * Takes the text in UTF-16, of ASCII alone, out of a binary file: strings in programs for Windows, their resources, registry files, databases.
 *
 * Whichever half of a character comes first, one is a zero, so that all others are the text. Only every 32nd place is looked at where there is none.
 *
 * @param open is told where the first begins of the texts that are looked at together; each is a line
 */
export function createWideReader(open: (from: Spot) => Inner) {
  const piece = Buffer.allocUnsafe(PIECE);
  let filled = 0;
  let inner: Inner | undefined;
  /** Characters that the reader at hand has. */
  let taken = 0;
  let carry: Buffer = NOTHING;
  /** Bytes from the beginning of the carry to the next place to look at. */
  let ahead = 0;
  /** Offset in the file of the first byte of the view at hand. */
  let offset = 0;
  /** In a text: whether the next byte has to be a zero. */
  let zeroNext: boolean | undefined;

  function put(byte: number): void {
    piece[filled++] = byte;
    if (filled === PIECE) hand();
  }

  function hand(): void {
    inner?.push(piece.subarray(0, filled));
    taken += filled;
    filled = 0;
  }

  function close(): void {
    hand();
    inner?.end();
    inner = undefined;
    taken = 0;
  }

  /** Takes the text that goes on at `at`; gives back where it ends. */
  function take(view: Buffer, at: number): number {
    let here = at;
    for (; here < view.length; here++) {
      const byte = view[here]!;
      if ((byte === 0) !== zeroNext || (byte !== 0 && !isText(byte))) {
        zeroNext = undefined;
        put(NEWLINE);
        if (taken > 0) close();
        return here;
      }
      zeroNext = !zeroNext;
      if (byte !== 0) put(byte);
    }
    return here;
  }

  function spotAt(at: number): Spot {
    return { offset: offset + at, line: 1, column: offset + at + 1 };
  }

  /**
   * Looks at every 32nd place in front of `until`, and takes the texts that stand there.
   *
   * @returns the next place to look at, or the view's end where a text goes on behind it
   */
  function look(view: Buffer, from: number, until: number): number {
    let at = from;
    while (at < until && at + NEEDED <= view.length) {
      if (!isWide(view, at)) {
        at += STEP;
        continue;
      }
      let begin = at;
      while (begin > 0 && isPair(view[begin - 1]!, view[begin]!)) begin--;
      inner ??= open(spotAt(begin));
      zeroNext = view[begin] === 0;
      at = take(view, begin);
    }
    return at;
  }

  /** Looks on from `at`, and keeps what may belong to a text that the next view shows. */
  function lookOn(view: Buffer, at: number): void {
    const next = look(view, at, Number.POSITIVE_INFINITY);
    const kept = zeroNext === undefined ? Math.min(Math.max(next - STEP, 0), view.length) : view.length;
    ahead = Math.max(next - kept, 0);
    carry = kept < view.length ? Buffer.from(view.subarray(kept)) : NOTHING;
    offset += kept;
  }

  return {
    push(next: Buffer): void {
      if (zeroNext !== undefined) {
        const at = take(next, 0);
        return lookOn(next, at);
      }
      if (next.length < AHEAD) return lookOn(Buffer.concat([carry, next]), ahead);
      const seam = Buffer.concat([carry, next.subarray(0, AHEAD)]);
      const at = look(seam, ahead, carry.length + STEP) - carry.length;
      offset += carry.length;
      lookOn(next, zeroNext === undefined ? Math.max(at, 0) : take(next, AHEAD));
    },
    end(): void {
      if (zeroNext === undefined) look(Buffer.concat([carry, PADDING]), ahead, Number.POSITIVE_INFINITY);
      close();
    },
  };
}

/** No text. */
const PADDING = Buffer.alloc(AHEAD, 1);

function isWide(view: Buffer, at: number): boolean {
  for (let i = at; i < at + NEEDED - 1; i++) if (!isPair(view[i]!, view[i + 1]!)) return false;
  return true;
}

/** One of them is a zero, and the other one of a text. */
function isPair(a: number, b: number): boolean {
  return a === 0 ? isText(b) : b === 0 && isText(a);
}

function isText(byte: number): boolean {
  return (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13);
}
