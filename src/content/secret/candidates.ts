import { SCHEME_AT_END } from '../map/places.ts';
import type { Reader } from '../reader.ts';
import { ALPHANUMERIC, CLASSES, isBase64Digit, REACH, TOKEN, UPPER, WORD } from '../scanner/literal.ts';
import {
  type AtHand,
  createLiteralScanners,
  type LiteralListener,
  type LiteralScanner,
  type Spot,
} from '../scanner/literals.ts';
import { type NamedPlace, placeOf } from './address.ts';
import { createEscapeReader, type Undone } from './escapes.ts';
import { isHopeless } from './placeholder.ts';
import { secretTables } from './tables.ts';
import { MAX_LEVELS, undoText } from './unescape.ts';
import { mayHoldLogin } from './url-password.ts';
import { BEFORE, LEADS, type Lead } from './wanted.ts';
import { wantedLiterals } from './wanted-literals.ts';
import { createWideReader, type Inner } from './wide.ts';

/** How a text stands in a file that is not the file's own text. */
export type Encoded = false | Digits | 'utf-16';
/** What digits in a row may be. */
type Digits = 'base64' | 'hex';

/** A piece of a file in which a secret may stand. */
export interface Candidate {
  readonly bytes: Buffer;
  /** Offset of its first byte in the file; of what was decoded, in that. */
  readonly offset: number;
  /** The place that led here: in `bytes`, and in the file. */
  readonly at: number;
  readonly line: number;
  readonly column: number;
  /** What it was decoded from; the place is that of the first digit, or of the first text in UTF-16 of those that were decoded together. */
  readonly encoded: Encoded;
  /** The original file that the place lies in, where the file is or carries a source map. */
  readonly source?: string;
  /** The file is no text: there may be nothing between what is none of a text and its beginning or end. */
  readonly packed?: boolean;
}

/** A place on a network and where it is named first. */
export interface PlaceSighting extends NamedPlace {
  readonly line: number;
  readonly column: number;
}

/** What one pass over a file found that deserves a closer look. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** In the order they stand, each once. */
  readonly places: readonly PlaceSighting[];
  /** There were more candidates than are kept. */
  readonly more: boolean;
}

/** Kept of one file, so that one of nothing but beginnings costs neither memory nor time. */
const MAX_CANDIDATES = 400;
const MAX_BYTES = 512 * 1024;
/** Of one candidate: candidates that overlap are joined up to here. */
const MAX_CANDIDATE = 16 * 1024;
const MAX_PLACES = 200;

/** Digits of a line that goes on in the next: MIME breaks at 76, PEM at 64. */
const MIN_LINE = 60;
/** Bytes between the lines of one base64 text: a line break, as such or escaped, and an indent. */
const LINE_BREAK = /^(?:\r?\n|\\r\\n|\\n)[ \t]{0,32}/;
const PIECE = 48 * 1024;

const NONE: Candidates = { candidates: [], places: [], more: false };

const scanners = createLiteralScanners(wantedLiterals, secretTables);

/**
 * Finds what may be secrets, and the places on networks that are named, in every byte of a file; also in text that stands in it as
 * base64, one level deep, and where the file is binary as UTF-16.
 *
 * The pieces around the places that lead to a secret are all that is kept of the file.
 *
 * @param binary whether the file is no text
 */
export function createCandidateReader(binary = false): Reader<Candidates> {
  // Most files are small and have nothing to keep.
  let finds: Finds | undefined;
  const scanner = scanners.open({
    hit(literal, at, spot, hand) {
      finds ??= createFinds(binary);
      finds.hit(literal, at, spot, hand);
    },
    run(from, to, begins, ends, spot, hand) {
      finds ??= createFinds(binary);
      finds.run(from, to, begins, ends, spot, hand);
    },
    escape(at, spot, hand) {
      finds ??= createFinds(binary);
      finds.escape(at, spot, hand);
    },
    leave: (hand) => finds?.leave(hand),
  });
  const wide = binary
    ? createWideReader((from) => {
        finds ??= createFinds(binary);
        return finds.open(from);
      })
    : undefined;
  return {
    push(view) {
      scanner.push(view);
      wide?.push(view);
    },
    end() {
      scanner.end();
      wide?.end();
      return finds?.end() ?? NONE;
    },
  };
}

/** Whether a text of these bytes, as a whole, holds anything that a candidate reader would look at more closely. */
export function mayHoldCandidates(bytes: Buffer): boolean {
  let holds = scanners.mayHold(bytes);
  if (holds === 'escaped') {
    let text = undoText({ text: bytes.toString('latin1') });
    for (let level = 1; holds === 'escaped' && text !== undefined && level <= MAX_LEVELS; level++) {
      holds = scanners.mayHold(Buffer.from(text.text, 'latin1'));
      text = undoText(text);
    }
  }
  return holds === true;
}

/** What is found in one file. */
interface Finds extends Required<LiteralListener> {
  /** A scanner for text that stands in the file as UTF-16. */
  open(from: Spot): LiteralScanner;
  end(): Candidates;
}

function createFinds(binary: boolean): Finds {
  const kept = createKeeper();
  const places = createPlaces();
  const text = withEscapes(kept.listener(false));
  const encoded = createDigitsReader((spot, digits) =>
    createDecodedReader(() => withEscapes(kept.listener(digits, spot))),
  );
  return {
    hit(literal, at, spot, hand) {
      if (LEADS[literal]!.tail.kind === 'address') places.take(at, spot, hand);
      text.hit(literal, at, spot, hand);
    },
    run: encoded.take,
    escape: text.escape,
    leave: text.leave,
    open: (from) => scanners.open(withEscapes(kept.listener('utf-16', from))),
    end() {
      encoded.end();
      return {
        candidates: kept.candidates.map((one) => closed(one, binary)).sort(byPlace),
        places: places.all(),
        more: kept.more(),
      };
    },
  };
}

/** What keeps candidates, also those that stand in its text escaped. */
function withEscapes(listener: Keeper): Required<Omit<LiteralListener, 'run'>> {
  // Most texts have none.
  let escapes: ReturnType<typeof createEscapeReader> | undefined;
  return {
    hit: listener.hit,
    escape(at, spot, hand) {
      escapes ??= createEscapeReader(listener, scanners.open);
      escapes.escape(at, spot, hand);
    },
    leave(hand) {
      escapes?.leave(hand);
      listener.leave(hand);
    },
  };
}

/** Bytes of a text by which it is known for UTF-16, little end first, with a mark of the byte order or without. */
const WIDE_HEAD = 8;

/** Looks at what was decoded from base64: text as it is, or in UTF-16 as PowerShell has its commands, and what stands in it as base64 once more. */
function createDecodedReader(listen: () => Required<Omit<LiteralListener, 'run'>>): Inner {
  let reader: Inner | undefined;
  let again: ReturnType<typeof createDigitsReader> | undefined;
  const open = () => scanners.open(listen());

  function openText(): Inner {
    const listener = listen();
    return scanners.open({
      ...listener,
      run(from, to, begins, ends, spot, hand) {
        again ??= createDigitsReader(open);
        again.take(from, to, begins, ends, spot, hand);
      },
    });
  }

  return {
    push(view) {
      reader ??= isWide(view) ? createWideReader(open) : openText();
      reader.push(Buffer.from(view.buffer, view.byteOffset, view.length));
    },
    end() {
      reader?.end();
      again?.end();
    },
  };
}

function isWide(view: Uint8Array): boolean {
  if (view.length < WIDE_HEAD || view[2] === 0) return false;
  for (let i = 3; i < WIDE_HEAD; i += 2) if (view[i] !== 0) return false;
  return true;
}

/** A candidate that still grows. */
interface Open extends Omit<Candidate, 'bytes'> {
  parts: Buffer[];
  /** Offset behind the last byte that it has, and behind the last that it wants. */
  has: number;
  wants: number;
}

function closed({ parts, offset, at, line, column, encoded }: Open, packed: boolean): Candidate {
  return { bytes: Buffer.concat(parts), offset, at, line, column, encoded, ...(packed && { packed }) };
}

/** They are found in about the order in which they stand, and told at the first place of each credential. */
function byPlace(one: Candidate, other: Candidate): number {
  return one.line - other.line || one.column - other.column;
}

/** Keeps candidates that stand in one text. */
interface Keeper extends LiteralListener {
  undone(literal: number, found: Undone, spot: Spot, hand: AtHand): void;
}

/** Keeps the candidates of one file, whatever text of it they stand in. */
function createKeeper() {
  const candidates: Open[] = [];
  let bytes = 0;
  let more = false;

  function grow(candidate: Open, hand: AtHand): void {
    const to = Math.min(candidate.wants, hand.offset + hand.end);
    if (to <= candidate.has) return;
    candidate.parts.push(Buffer.from(hand.bytes.subarray(candidate.has - hand.offset, to - hand.offset)));
    candidate.has = to;
  }

  /** @param from where the text was decoded from; undefined for the file's own */
  function listener(encoded: Encoded, from?: Spot): Keeper {
    let last: Open | undefined;
    /** Those before it whose end is not at hand yet: places are not told in the order in which they stand. */
    let growing: Open[] = [];

    /** Keeps the bytes of `hand` from `start` up to `end`, which may not be at hand yet, for what stands at `at`. */
    function keep(at: number, start: number, end: number, spot: Spot, hand: AtHand): void {
      const wants = hand.offset + end;
      if (last !== undefined && hand.offset + start >= last.offset && spot.offset < last.wants) {
        const joined = Math.max(last.wants, wants);
        if (joined - last.offset <= MAX_CANDIDATE) {
          bytes += joined - last.wants;
          last.wants = joined;
          return;
        }
      }
      if (candidates.length >= MAX_CANDIDATES || bytes + end - at > MAX_BYTES) {
        more = true;
        return;
      }
      if (last !== undefined) growing.push(last);
      bytes += end - start;
      const offset = hand.offset + start;
      const { line, column } = from ?? spot;
      last = { offset, at: at - start, line, column, encoded, parts: [], has: offset, wants };
      candidates.push(last);
    }

    return {
      hit(literal, at, spot, hand) {
        const lead = LEADS[literal]!;
        if (isPromising(lead, at, hand))
          keep(at, Math.max(0, at - lead.before), at + lead.behind, spot, hand);
      },
      undone(literal, { at, hand: inner, place, from, to }, spot, hand) {
        const lead = LEADS[literal]!;
        if (!isPromising(lead, at, inner)) return;
        keep(place, from(lead.before), Math.min(to(lead.behind), place + MAX_CANDIDATE), spot, hand);
      },
      leave(hand) {
        if (last !== undefined) grow(last, hand);
        if (growing.length === 0) return;
        for (const one of growing) grow(one, hand);
        growing = growing.filter(({ has, wants }) => has < wants);
      },
    };
  }

  return {
    candidates: candidates as readonly Open[],
    more: () => more,
    listener,
  };
}

/** Longer than what follows the beginning of an id of AWS. */
const AWS_ID = 20;

/** Whether what a lead leads to may be a credential. */
function isPromising(lead: Lead, at: number, hand: AtHand): boolean {
  const { text, tail } = lead;
  if (tail.kind === 'address') return mayBeSecret(addressAt(at, hand));
  if (tail.kind !== 'run') return true;
  const { bytes } = hand;
  // The letter of an escape is none of a word, nor that of a colour.
  const glued =
    isWordByte(bytes[at - 1]) &&
    bytes[at - 2] !== 92 &&
    !isBehindColour(bytes, at) &&
    !isBehindNumber(bytes, at);
  // Ids of AWS are words of their own.
  if (tail.of === UPPER && tail.min < AWS_ID && glued) return false;
  // In a text of base64 a few letters come by chance, and a token does not begin in the middle of it; some say in their middle what they are.
  if (lead.before === BEFORE && tail.of !== TOKEN && BARE.test(text) && isWithin(bytes, at)) return false;
  const from = at + text.length;
  if (text === 'eyJ') return WEB_TOKEN.test(bytes.toString('latin1', at, Math.min(hand.end, at + REACH)));
  // Three letters that many names begin with: of Airtable's tokens the first part is of fourteen characters.
  if (text === 'pat' && bytes[from + 14] !== 46) return false;
  // A string that goes on in the next line is indented there.
  const start = bytes.toString('latin1', from, from + tail.min).replace(/\s{2,}/g, ' ');
  return !isHopeless(start, tail.of === WORD ? (glued ? 12 : 6) : 3);
}

/** Whether a terminal is told to change its colour right before: `ESC[33m`. */
function isBehindColour(bytes: Buffer, at: number): boolean {
  return (
    bytes[at - 1] === LETTER_M && /\[[\d;]{0,8}m$/.test(bytes.toString('latin1', Math.max(0, at - 10), at))
  );
}

/** Whether the number of a sign stands right before, as addresses and mail have it: `%3D`, `=3D`. */
function isBehindNumber(bytes: Buffer, at: number): boolean {
  return (
    (bytes[at - 3] === 37 || bytes[at - 3] === 61) &&
    /^[2-7][0-9A-Fa-f]$/.test(bytes.toString('latin1', at - 2, at))
  );
}

const LETTER_M = 109;
const BARE = /^[0-9A-Za-z]+$/;

/** Letters and digits before a place from which on it lies within something: one alone may be the length of what follows, as a byte. */
const WITHIN = 8;

function isWithin(bytes: Uint8Array, at: number): boolean {
  if (at < WITHIN) return false;
  for (let i = at - WITHIN; i < at; i++) if ((CLASSES[bytes[i]!]! & ALPHANUMERIC) === 0) return false;
  return true;
}

/** The header of a JSON Web Token, and the next part of one: what else is JSON in base64 goes on without a dot. */
const WEB_TOKEN = /^eyJ[A-Za-z0-9_-]{17,}\.eyJ/;

function isWordByte(byte: number | undefined): boolean {
  return byte !== undefined && (CLASSES[byte]! & WORD) !== 0;
}

/** Whether an address may hold a login, or is one by itself. */
function mayBeSecret(address: string): boolean {
  return mayHoldLogin(address) || WEBHOOK.test(address);
}

const WEBHOOK = /^hooks\.slack\.com\/services\/T/;

/** What follows `://`, without what escapes slashes. */
function addressAt(at: number, { bytes, end }: AtHand): string {
  const escaped = bytes[at + 1] === 92;
  const behind = at + (escaped ? 5 : 3);
  const text = bytes.toString('latin1', behind, Math.min(end, behind + 480));
  if (escaped) return text.replaceAll('\\/', '/');
  // As Java writes properties.
  return bytes[at - 1] === 92 ? text.replaceAll(/\\([:=])/g, '$1') : text;
}

/** Keeps the places that addresses name. */
function createPlaces() {
  const named = new Map<string, PlaceSighting>();
  return {
    take(at: number, { line, column }: Spot, hand: AtHand): void {
      const scheme =
        /[A-Za-z][A-Za-z0-9+.-]*$/.exec(hand.bytes.toString('latin1', Math.max(0, at - 10), at))?.[0] ?? '';
      const place = placeOf(bare(scheme), addressAt(at, hand));
      if (place === undefined) return;
      const key = `${place.name} ${place.archive ?? ''}`;
      if (named.size < MAX_PLACES && !named.has(key))
        named.set(key, { ...place, line, column: Math.max(1, column - scheme.length) });
    },
    all: (): readonly PlaceSighting[] => [...named.values()],
  };
}

/** Anything may stand before a scheme: in JSON a newline is a backslash and an `n`. */
function bare(scheme: string): string {
  return (SCHEME_AT_END.exec(scheme)?.[0] ?? scheme).toLowerCase();
}

/** The first digits of text in hexadecimal, by ASCII. */
const HEX_TEXT = /^(0x)?(?:[2-7][0-9A-Fa-f]){12}/;
const HEX_HEAD = 26;

/** Decodes the runs of base64 digits that it is told of, or of hexadecimal ones, and has what they say looked at as text of its own. */
function createDigitsReader(open: (from: Spot, digits: Digits) => Inner) {
  let inner: Inner | undefined;
  let encoding: Digits = 'base64';
  /** Digits that do not make a whole group yet. */
  let rest = '';
  /** Digits of the line at hand. */
  let line = 0;
  /** Offset up to which digits were taken. */
  let taken = 0;
  let piece: Buffer | undefined;

  function finish(): void {
    if (rest.length > 1) inner?.push(Buffer.from(rest, encoding));
    inner?.end();
    inner = undefined;
    rest = '';
  }

  function feed({ bytes, offset }: AtHand, from: number, to: number): void {
    piece ??= Buffer.allocUnsafeSlow(PIECE);
    for (let at = from; at < to; at += PIECE) {
      const digits = rest + bytes.toString('latin1', at, Math.min(to, at + PIECE));
      const whole = digits.length - (digits.length % 4);
      inner!.push(piece.subarray(0, piece.write(digits.slice(0, whole), encoding)));
      rest = digits.slice(whole);
    }
    line += to - from;
    taken = offset + to;
  }

  /** Goes on in the lines that follow, where the text does: they may be too short to be reported as runs. */
  function takeLines(to: number, hand: AtHand): void {
    const { bytes, end } = hand;
    let at = to;
    for (;;) {
      const gap = LINE_BREAK.exec(bytes.toString('latin1', at, Math.min(end, at + 40)))?.[0].length ?? 0;
      if (line < MIN_LINE || rest !== '' || gap === 0) return finish();
      const begins = at + gap;
      let ends = begins;
      while (ends < end && isBase64Digit(bytes[ends]!)) ends++;
      line = 0;
      feed(hand, begins, ends);
      // The rest of the line is told of once it is at hand.
      if (ends === end) return;
      at = ends;
    }
  }

  return {
    take(from: number, to: number, begins: boolean, ends: boolean, spot: Spot, hand: AtHand): void {
      const { bytes, offset } = hand;
      if (offset + to <= taken) return;
      let start = Math.max(from, taken - offset);
      if (begins && start === from) {
        // The letter of an escape is no digit.
        if (bytes[from - 1] === 92 && /[nrt]/.test(String.fromCharCode(bytes[from]!))) start++;
        if (inner !== undefined) finish();
        const text = HEX_TEXT.exec(bytes.toString('latin1', start, Math.min(to, start + HEX_HEAD)));
        encoding = text === null ? 'base64' : 'hex';
        // The mark of a number is none of its digits.
        if (text?.[1] !== undefined) start += 2;
        inner = open({ ...spot, offset: offset + start, column: spot.column + start - from }, encoding);
        line = 0;
      }
      if (inner === undefined) return;
      feed(hand, start, to);
      if (ends) takeLines(to, hand);
    },
    end: finish,
  };
}
