import type { Reader } from '../../reader.ts';
import type { WeightsFacts } from '../facts.ts';

/** Whose objects make a pickle a model, by the module that the pickle names. */
const MODULES: readonly (readonly [RegExp, string])[] = [
  [/^_?torch\b/, 'PyTorch'],
  [/^sklearn\b/, 'scikit-learn'],
  [/^(?:xgboost|lightgbm|catboost)\b/, 'gradient boosting'],
  [/^(?:keras|tensorflow)\b/, 'Keras'],
  [/^(?:paddle)\b/, 'Paddle'],
];

/** Bytes behind an opcode, for those that have some; a negative figure is the number of bytes that give a length. */
const BEHIND: Readonly<Record<number, number>> = {
  // PROTO, FRAME, BININT1, BININT2, BININT, BINFLOAT, BINPUT, LONG_BINPUT, BINGET, LONG_BINGET, EXT1, EXT2, EXT4
  128: 1,
  149: 8,
  75: 1,
  77: 2,
  74: 4,
  71: 8,
  113: 1,
  114: 4,
  104: 1,
  106: 4,
  130: 1,
  131: 2,
  132: 4,
  // BINSTRING, SHORT_BINSTRING, BINUNICODE, SHORT_BINUNICODE, BINUNICODE8, BINBYTES, SHORT_BINBYTES, BINBYTES8, BYTEARRAY8, LONG1, LONG4
  84: -4,
  85: -1,
  88: -4,
  140: -1,
  141: -8,
  66: -4,
  67: -1,
  142: -8,
  150: -8,
  138: -1,
  139: -4,
};
/** INT, LONG, FLOAT, STRING, UNICODE, PERSID, PUT, GET end with their line; GLOBAL and INST with the second. */
const LINES: Readonly<Record<number, number>> = {
  73: 1,
  76: 1,
  70: 1,
  83: 1,
  86: 1,
  80: 1,
  112: 1,
  103: 1,
  99: 2,
  105: 2,
};
/** Opcodes that stand alone. */
const ALONE: ReadonlySet<number> = new Set([
  ...Buffer.from('012().Nabdelostu}]QR', 'latin1'),
  0x81,
  0x85,
  0x86,
  0x87,
  0x88,
  0x89,
  0x8f,
  0x90,
  0x91,
  0x92,
  0x93,
  0x94,
  0x97,
  0x98,
]);
const STOP = 0x2e;
const BINPERSID = 0x51;
/** PyTorch's old form is four pickles, one after another, and then the numbers. */
const PICKLES = 4;
/** Characters of a name that are kept. */
const NAME = 64;

/** Whether a file could be a pickle: protocol 2 and later say so. */
export function beginsLikePickle(head: Buffer): boolean {
  return head[0] === 0x80 && head[1]! >= 2 && head[1]! <= 5 && head.length > 2;
}

/**
 * Whether a file could be a pickle of protocol 0 or 1, which do not say so: it begins with a class by its module and name, a line each, or with a
 * dict or list that is given a number.
 */
export function beginsLikeOldPickle(head: Buffer): boolean {
  if (head[0] === 0x7d || head[0] === 0x5d) return head[1] === 0x71;
  const from = head[0] === 0x28 ? 1 : 0;
  if (head[from] === 0x64 || head[from] === 0x6c) return from === 1 && head[2] === 0x70;
  if (head[from] !== 0x63) return false;
  let at = from + 1;
  for (const end = Math.min(head.length, at + NAME); at < end && isNameByte(head[at]!); ) at++;
  return at > from + 1 && head[at] === 0x0a && isNameByte(head[at + 1]!);
}

/** Letters, digits, dots and underscores. */
function isNameByte(byte: number | undefined): boolean {
  return byte !== undefined && /[\w.]/.test(String.fromCharCode(byte));
}

/**
 * Walks over pickles, without running them, and counts what PyTorch stores outside of them: its tensors.
 * Opcodes: pickletools.py of CPython.
 *
 * @param fileName the last segment of the path, in lower case: Paddle names no class of its own
 */
export function createPickleReader(fileName = ''): Reader<WeightsFacts | undefined> {
  let tensors = 0;
  let pickles = 0;
  let over = false;
  let format = /\.pd(?:params|opt|states)$/.test(fileName) ? 'Paddle' : undefined;
  /** Bytes to step over, of which the first `NAME` are kept for a name. */
  let skip = 0;
  let name = '';
  let naming = false;
  let lines = 0;
  let digits = 0;
  let length = 0;
  let scale = 1;

  function named(): void {
    format ??= MODULES.find(([pattern]) => pattern.test(name))?.[1];
    name = '';
    naming = false;
  }

  function opcode(byte: number): void {
    const behind = BEHIND[byte];
    if (behind !== undefined) {
      if (behind > 0) skip = behind;
      else {
        digits = -behind;
        length = 0;
        scale = 1;
      }
    } else if (LINES[byte] !== undefined) {
      lines = LINES[byte];
      naming = true;
    } else if (byte === STOP) {
      pickles++;
      if (pickles === PICKLES) over = true;
    } else if (byte === BINPERSID) tensors++;
    else if (!ALONE.has(byte)) over = true;
  }

  return {
    push(view) {
      for (let here = 0; here < view.length && !over; ) {
        if (skip > 0) {
          const step = Math.min(skip, view.length - here);
          if (naming && name.length < NAME)
            name += view.toString('latin1', here, Math.min(here + step, here + NAME));
          here += step;
          skip -= step;
          if (skip === 0 && naming) named();
          continue;
        }
        const byte = view[here++]!;
        if (lines > 0) {
          if (byte !== 0x0a) {
            if (naming && name.length < NAME) name += String.fromCharCode(byte);
            continue;
          }
          if (naming) named();
          lines--;
        } else if (digits > 0) {
          length += byte * scale;
          scale *= 256;
          if (--digits > 0) continue;
          skip = length;
          naming = length > 0;
        } else opcode(byte);
      }
    },
    end() {
      if (format === undefined) return undefined;
      return { kind: 'weights', format, ...(tensors > 0 && { tensors }) };
    },
  };
}
