import {
  CLASSES,
  FINGERPRINT_BYTES,
  isFar,
  type Literal,
  labelTable,
  lower,
  type Tail,
  VALUES,
  type Wanted,
} from './literal.ts';
import {
  ADDRESSES,
  BITS,
  CLASSES_AT,
  ENTRIES_AT,
  FAR,
  FINGERPRINT,
  FINGERPRINT_AT,
  FINGERPRINT_TABLES,
  FOLD,
  GROUPS_AT,
  INDEX,
  KNOWN_AT,
  KNOWN_FACTOR,
  KNOWN_SHIFT,
  LABELS_AT,
  LENGTH,
  LITERAL_BYTES,
  LITERALS_AT,
  MAX_ENTRIES,
  MAX_LITERALS,
  NUMBERS,
  TABLES_END,
  TAIL,
  TAIL_ADDRESS,
  TAIL_ANY,
  TAIL_ASSIGNMENT,
  TAIL_BESIDE,
  TAIL_MIN,
  TAIL_NUMBER,
  TAIL_OF,
  TAIL_PEM,
  TAIL_RUN,
  TILDES,
  VALUES_AT,
} from './literal-memory.ts';

const TAILS: Readonly<Record<Tail['kind'], number>> = {
  any: TAIL_ANY,
  run: TAIL_RUN,
  assignment: TAIL_ASSIGNMENT,
  pem: TAIL_PEM,
  beside: TAIL_BESIDE,
  address: TAIL_ADDRESS,
  number: TAIL_NUMBER,
};

/**
 * What is wanted, as the module has it in its memory from byte 0 on.
 *
 * The three bytes of each fingerprint are looked up by halves, sixteen places at a time, as in the Teddy algorithm of Hyperscan.
 */
export function tablesOf(wanted: Wanted): Uint8Array {
  if (wanted.literals.length > MAX_LITERALS) throw new RangeError(`more than ${MAX_LITERALS} literals`);
  const memory = new Uint8Array(TABLES_END);
  memory.set(CLASSES, CLASSES_AT);
  memory.set(labelTable(wanted.labels), LABELS_AT);
  memory.set(VALUES, VALUES_AT);
  const words = new DataView(memory.buffer);
  let at = 0;
  let entries = 1;
  for (const [group, members] of placed(wanted).entries()) {
    words.setInt32(GROUPS_AT + group * 8, at, true);
    words.setInt32(GROUPS_AT + group * 8 + 4, members.length, true);
    for (const member of members) {
      writeLiteral(memory, LITERALS_AT + at * LITERAL_BYTES, member);
      if (group < ADDRESSES) entries = writeKnown(words, member, at, entries);
      const tables = FINGERPRINT_AT + (isFar(member.literal.tail) ? FINGERPRINT_TABLES : 0);
      for (let i = 0; i < FINGERPRINT_BYTES && group < ADDRESSES; i++) {
        for (const byte of bytesAt(member, i)) {
          memory[tables + i * 32 + (byte & 15)]! |= 1 << group;
          memory[tables + i * 32 + 16 + (byte >> 4)]! |= 1 << group;
        }
      }
      at++;
    }
  }
  return memory;
}

/** A literal and where its fingerprint begins in it. */
export interface Placed {
  readonly literal: Literal;
  readonly index: number;
  readonly at: number;
}

/**
 * Every literal with its fingerprint, by group: behind those of `fingerprints` addresses, found by their colon, what is found by its tilde, and names of
 * numbers, found by what ends right behind them.
 */
export function placed({ literals, fingerprints }: Wanted): readonly (readonly Placed[])[] {
  const byText = new Map(literals.map((literal, index) => [literal.text, { literal, index }]));
  const groups: Placed[][] = fingerprints.map((members) =>
    members.map(([text, at]) => {
      const known = byText.get(text);
      byText.delete(text);
      if (known === undefined || at + FINGERPRINT_BYTES > text.length)
        throw new RangeError(`${text} has a fingerprint and is no literal to look for`);
      return { ...known, at };
    }),
  );
  if (groups.length !== ADDRESSES) throw new RangeError(`${ADDRESSES} groups have fingerprints`);
  const addresses: Placed[] = [];
  const tildes: Placed[] = [];
  const numbers: Placed[] = [];
  for (const { literal, index } of byText.values()) {
    const tilde = literal.text.indexOf('~');
    if (literal.tail.kind === 'address') addresses.push({ literal, index, at: 0 });
    else if (literal.tail.kind === 'number') numbers.push({ literal, index, at: literal.text.length });
    else if (tilde !== -1) tildes.push({ literal, index, at: tilde });
    else continue;
    byText.delete(literal.text);
  }
  groups[ADDRESSES] = addresses;
  groups[TILDES] = tildes;
  groups[NUMBERS] = numbers;
  if (byText.size > 0) throw new RangeError(`no fingerprint for ${[...byText.keys()].join(', ')}`);
  return groups;
}

/** Each way to write the three bytes, by its hash, behind the literals that have the same one. */
function writeKnown(words: DataView, member: Placed, place: number, entries: number): number {
  let count = entries;
  const hashes = new Set<number>();
  for (const a of bytesAt(member, 0))
    for (const b of bytesAt(member, 1))
      for (const c of bytesAt(member, 2))
        hashes.add(Math.imul(a | (b << 8) | (c << 16), KNOWN_FACTOR) >>> KNOWN_SHIFT);
  for (const hash of hashes) {
    if (count === MAX_ENTRIES) throw new RangeError(`more than ${MAX_ENTRIES} ways to write a fingerprint`);
    let link = KNOWN_AT + hash * 2;
    for (let next = words.getUint16(link, true); next !== 0; next = words.getUint16(link, true))
      link = ENTRIES_AT + next * 4 + 2;
    words.setUint16(link, count, true);
    words.setUint16(ENTRIES_AT + count * 4, place, true);
    count++;
  }
  return count;
}

/** The bytes that one place of the fingerprint may have. */
function bytesAt({ literal, at }: Placed, i: number): readonly number[] {
  const byte = literal.text.charCodeAt(at + i);
  return literal.anyCase === true && byte >= 97 && byte <= 122 ? [byte, byte - 32] : [byte];
}

function writeLiteral(memory: Uint8Array, at: number, { literal, index, at: offset }: Placed): void {
  const { text, tail, anyCase } = literal;
  if (text.length < FINGERPRINT_BYTES || text.length > 16)
    throw new RangeError(`${text} is no literal to look for`);
  for (let i = 0; i < text.length; i++) {
    const byte = text.charCodeAt(i);
    if (anyCase === true && lower(byte) !== byte) throw new RangeError(`${text} is not in lower case`);
    memory[at + i] = byte;
    memory[at + BITS + i] = 255;
    memory[at + FOLD + i] = anyCase === true && byte >= 97 && byte <= 122 ? 32 : 0;
  }
  memory[at + LENGTH] = text.length;
  memory[at + FINGERPRINT] = offset;
  memory[at + INDEX] = index & 255;
  memory[at + INDEX + 1] = index >> 8;
  memory[at + FAR] = isFar(tail) ? 1 : 0;
  memory[at + TAIL] = TAILS[tail.kind];
  if (tail.kind === 'run' || tail.kind === 'assignment') {
    memory[at + TAIL_OF] = tail.of;
    memory[at + TAIL_MIN] = tail.min;
  }
}
