import type { Reader } from '../../reader.ts';
import type { WeightsFacts } from '../facts.ts';
import { createPickleStack } from './pickle-stack.ts';

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
/** Opcodes whose argument may be the name of a module: the texts, and a class or function by its module. */
const NAMES: ReadonlySet<number> = new Set([...Buffer.from('ciSVTUX', 'latin1'), 0x8c, 0x8d]);

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

/** Pickles that lie in another one: joblib writes arrays of objects so. */
const DEPTH = 8;

/**
 * Walks over pickles, without running them, and counts what PyTorch stores outside of them, and arrays of NumPy: its tensors.
 * Where joblib wrote it, the numbers of an array stand right behind it. Opcodes: pickletools.py of CPython.
 *
 * @param fileName the last segment of the path, in lower case: Paddle names no class of its own
 */
export function createPickleReader(fileName = ''): Reader<WeightsFacts | undefined> {
  let tensors = 0;
  let pickles = 0;
  let depth = 0;
  let over = false;
  let format = /\.pd(?:params|opt|states)$/.test(fileName) ? 'Paddle' : undefined;
  const stacks = [createPickleStack()];
  /** Arrays of the pickles that are whole. */
  let arrays = 0;
  let lost = false;
  /** The opcode at hand, and the first `NAME` bytes of what stands behind it. */
  let opcode = 0;
  let argument = '';
  /** Bytes to step over, and whether they are an argument. */
  let skip = 0;
  let ofOpcode = false;
  let lines = 0;
  let digits = 0;
  let length = 0;
  let scale = 1;
  /** The next byte says how many follow that only fill up. */
  let fillNext = false;
  let raw = 0;

  function begin(byte: number): void {
    opcode = byte;
    argument = '';
    const behind = BEHIND[byte];
    if (behind !== undefined) {
      if (behind > 0) {
        skip = behind;
        ofOpcode = true;
      } else {
        digits = -behind;
        length = 0;
        scale = 1;
      }
    } else if (LINES[byte] !== undefined) lines = LINES[byte];
    else if (byte === STOP || byte === BINPERSID || ALONE.has(byte)) end();
    else over = true;
  }

  /** The opcode is there with all that belongs to it. */
  function end(): void {
    ofOpcode = false;
    if (format === undefined && argument !== '' && NAMES.has(opcode)) {
      const [module = ''] = argument.split('\n');
      format = MODULES.find(([pattern]) => pattern.test(module))?.[1];
    }
    if (opcode === BINPERSID) tensors++;
    const stack = stacks[depth]!;
    const behind = stack.take(opcode, argument);
    lost ||= stack.lost();
    if (behind === 'a pickle') {
      if (depth === DEPTH) lost = true;
      else stacks[++depth] = createPickleStack();
    } else if (behind !== undefined) {
      fillNext = behind.padded;
      raw = behind.bytes;
      if (!fillNext) skip = raw;
    }
    if (opcode === STOP) stop(stack.arrays());
  }

  function stop(counted: number): void {
    if (depth > 0) {
      depth--;
      inner += counted;
      return;
    }
    arrays = counted + inner;
    pickles++;
    if (pickles === PICKLES) over = true;
  }
  let inner = 0;

  return {
    push(view) {
      for (let here = 0; here < view.length && !over; ) {
        if (skip > 0) {
          const step = Math.min(skip, view.length - here);
          if (ofOpcode && argument.length < NAME)
            argument += view.toString('latin1', here, here + Math.min(step, NAME - argument.length));
          here += step;
          skip -= step;
          if (skip === 0 && ofOpcode) end();
          continue;
        }
        const byte = view[here++]!;
        if (fillNext) {
          fillNext = false;
          skip = byte + raw;
        } else if (lines > 0) {
          if (byte === 0x0a) lines--;
          if (lines === 0) end();
          else if (argument.length < 2 * NAME) argument += String.fromCharCode(byte);
        } else if (digits > 0) {
          length += byte * scale;
          scale *= 256;
          if (--digits > 0) continue;
          skip = length;
          ofOpcode = length > 0;
          if (length === 0) end();
        } else begin(byte);
      }
    },
    end() {
      if (format === undefined) return undefined;
      const all = tensors + (lost || pickles === 0 ? 0 : arrays);
      return { kind: 'weights', format, ...(all > 0 && { tensors: all }) };
    },
  };
}
