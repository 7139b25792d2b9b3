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
/** Bytes of a view that may be the beginning of a text in the next. */
const CARRY = STEP + 2 * PAIRS;
const NEWLINE = 10;
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
  let carry: Buffer = Buffer.alloc(0);
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

  return {
    push(next: Buffer): void {
      const view = carry.length === 0 ? next : Buffer.concat([carry, next]);
      let at = zeroNext === undefined ? 0 : take(view, 0);
      while (at + CARRY <= view.length) {
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
      carry = zeroNext === undefined && at < view.length ? Buffer.from(view.subarray(at)) : Buffer.alloc(0);
      offset += view.length - carry.length;
    },
    end(): void {
      if (zeroNext === undefined && carry.length > 0) {
        const last = carry;
        carry = Buffer.alloc(0);
        this.push(Buffer.concat([last, Buffer.alloc(CARRY, 1)]));
      }
      close();
    },
  };
}

function isWide(view: Buffer, at: number): boolean {
  for (let i = at; i < at + 2 * PAIRS - 1; i++) if (!isPair(view[i]!, view[i + 1]!)) return false;
  return true;
}

/** One of them is a zero, and the other one of a text. */
function isPair(a: number, b: number): boolean {
  return a === 0 ? isText(b) : b === 0 && isText(a);
}

function isText(byte: number): boolean {
  return (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13);
}
