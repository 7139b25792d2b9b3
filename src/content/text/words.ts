import {
  BLOCK,
  CONDITION,
  DECLARATION,
  FUNCTION,
  LONGEST_WORD,
  NAME,
  OPERATOR,
  OTHER,
  PASSIVE,
  TYPE,
} from './script-numbers.ts';

/** 1 for an ASCII byte of a word or the first byte of another character, 2 for a further byte of one, 0 for the rest. */
export const IN_WORD = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  if (byte >= 0x80) IN_WORD[byte] = byte < 0xc0 ? 2 : 1;
  else if (/[\w$\\#]/.test(String.fromCharCode(byte))) IN_WORD[byte] = 1;
}

/**
 * 1 for what stands apart from a word before it, 2 for a string, which does so from `case`, `return` and other operators: Closure leaves that blank, and
 * people do as well, so it says nothing.
 */
export const APART = IN_WORD.map((kind) => Math.min(kind, 1));
for (const quote of [34, 39]) APART[quote] = 2;

const WORDS: Readonly<Record<number, string>> = {
  // An expression follows: a slash begins a regular expression, a brace an object.
  [OPERATOR]: 'return typeof case delete in instanceof new throw yield await extends',
  // The same, in statements that only pass something on as well.
  [PASSIVE]: 'void default',
  // A statement follows: a slash begins a regular expression, a brace a block.
  [BLOCK]: 'do else',
  // A condition in parentheses follows, and a statement after it.
  [CONDITION]: 'if while for with switch catch',
  [DECLARATION]: 'var let const class',
  [FUNCTION]: 'function',
  [OTHER]:
    'this super null true false break continue try finally debugger import export from as of async static get set',
  // Ordinary names in JavaScript, the beginning of a declaration in typed dialects.
  [TYPE]: 'interface type enum namespace declare abstract public private protected readonly implements',
};

const SLOTS = 1024;
const words: (Buffer | undefined)[] = new Array(SLOTS);
const kinds = new Uint8Array(SLOTS);
/** By first byte: a bit for each length that a word beginning so has. Most names end here. */
const lengths = new Uint16Array(256);

const slotOf = (first: number, second: number, last: number, length: number): number =>
  (first * 31 + second * 7 + last * 131 + length * 17) & (SLOTS - 1);

for (const [kind, list] of Object.entries(WORDS)) {
  for (const word of list.split(' ')) {
    const bytes = Buffer.from(word);
    const [first = 0, second = 0] = bytes;
    let slot = slotOf(first, second, bytes.at(-1) as number, bytes.length);
    while (words[slot] !== undefined) slot = (slot + 1) & (SLOTS - 1);
    words[slot] = bytes;
    kinds[slot] = Number(kind);
    lengths[first] = (lengths[first] as number) | (1 << bytes.length);
  }
}

/** The table: by slot the words and their kinds. */
export const keywords = { words, kinds } as const;

/** The kind of the word `view[start..start + length)`, `NAME` for one that means nothing special. */
export function wordKind(view: Uint8Array, start: number, length: number): number {
  const first = view[start] as number;
  if (length > LONGEST_WORD || (((lengths[first] as number) >>> length) & 1) === 0) return NAME;
  let slot = slotOf(first, view[start + 1] as number, view[start + length - 1] as number, length);
  for (let word = words[slot]; word !== undefined; word = words[slot]) {
    if (word.length === length) {
      let i = 1;
      while (i < length && word[i] === view[start + i]) i++;
      if (i === length && word[0] === first) return kinds[slot] as number;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
  return NAME;
}
