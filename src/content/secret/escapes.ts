import type { AtHand, LiteralListener, LiteralScanner, Spot } from '../scanner/literals.ts';
import { MAX_LEVELS, type Text, undoText } from './unescape.ts';

/** Bytes around an escape that are read: as many as are at hand at least, on both sides. */
const BEFORE = 256;
const BEHIND = 512;

/** Where a literal stands in a text that was undone, and where that is in the bytes that the text was written in. */
export interface Undone {
  /** The text at hand, and the literal in it. */
  readonly at: number;
  readonly hand: AtHand;
  /** The literal, and what is `before` and `behind` it in the text, as offsets in the bytes. */
  readonly place: number;
  from(before: number): number;
  to(behind: number): number;
}

/** Told of the literals in text that is written in another way than it reads. */
export interface UndoneListener {
  /** @param spot of the literal, in the bytes of `hand` */
  undone(literal: number, found: Undone, spot: Spot, hand: AtHand): void;
}

/**
 * Reads what stands around the escapes that it is told of as it is meant, level by level, and looks for literals in that. A file without escapes is
 * read once only, and one of nothing else a few times.
 */
export function createEscapeReader(
  listener: UndoneListener,
  open: (listener: LiteralListener) => LiteralScanner,
): Required<Pick<LiteralListener, 'escape' | 'leave'>> {
  /** Escapes in the bytes at hand. */
  let escapes: { readonly at: number; readonly spot: Spot }[] = [];

  /** @param first the first escape among the bytes */
  function read(
    from: number,
    to: number,
    first: { readonly at: number; readonly spot: Spot },
    hand: AtHand,
  ): void {
    const spotAt = createSpots(first.at, first.spot, hand);
    let text: Text | undefined = { text: hand.bytes.toString('latin1', from, to) };
    for (let level = 0, more = true; more && level < MAX_LEVELS; level++) {
      text = undoText(text);
      if (text === undefined) return;
      const { origin } = text;
      const length = text.text.length;
      const placeOf = (at: number) => from + origin![Math.min(Math.max(at, 0), length)]!;
      more = false;
      const scanner = open({
        hit(literal, at, { offset }, inner) {
          const place = placeOf(offset);
          const found = {
            at,
            hand: inner,
            place,
            from: (before: number) => placeOf(offset - before),
            to: (behind: number) =>
              offset + behind <= length ? placeOf(offset + behind) : to + MOST * (offset + behind - length),
          };
          listener.undone(literal, found, spotAt(place), hand);
        },
        escape() {
          more = true;
        },
        leave() {},
      });
      scanner.push(Buffer.from(text.text, 'latin1'));
      scanner.end();
    }
  }

  return {
    escape(at, spot) {
      escapes.push({ at, spot });
    },
    leave(hand) {
      const all = escapes;
      escapes = [];
      for (let i = 0; i < all.length; ) {
        const first = all[i]!;
        const from = Math.max(0, first.at - BEFORE);
        let to = first.at + BEHIND;
        for (i++; i < all.length && all[i]!.at - BEFORE <= to; i++) to = all[i]!.at + BEHIND;
        read(from, Math.min(to, hand.end), first, hand);
      }
    },
  };
}

/** Bytes that one character takes at most, where it is written otherwise. */
const MOST = 6;

/** Tells the spots of places in the bytes at hand, by one that is known. */
function createSpots(known: number, spot: Spot, { bytes, offset }: AtHand): (at: number) => Spot {
  let here = known;
  let { line } = spot;

  function columnOf(at: number): number {
    // All that is at hand may be one line, which nobody searches for its beginning again and again.
    if (line === spot.line) return spot.column + at - known;
    return at === 0 ? 1 : at - bytes.lastIndexOf(NEWLINE, at - 1);
  }

  return (at) => {
    for (; here < at; here++) if (bytes[here] === NEWLINE) line++;
    for (; here > at; here--) if (bytes[here - 1] === NEWLINE) line--;
    return { offset: offset + at, line, column: Math.max(1, columnOf(at)) };
  };
}

const NEWLINE = 10;
