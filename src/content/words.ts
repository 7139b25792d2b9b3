/** What a word of JavaScript does to what may follow it. */
export const [
  NO_WORD,
  NAME,
  FUNCTION_NAME,
  OPERATOR,
  BLOCK,
  CONDITION,
  DECLARATION,
  FUNCTION,
  OTHER,
  TYPE,
  PASSIVE,
] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const WORDS: Readonly<Record<number, string>> = {
  // An expression follows: a slash begins a regular expression, a brace an object.
  [OPERATOR]: 'return typeof case delete in instanceof new throw yield await extends',
  // The same, in statements that only pass something on as well.
  [PASSIVE]: 'void default',
  // A statement follows: a slash begins a regular expression, a brace a block.
  [BLOCK]: 'do else',
  // A condition in parentheses follows, and a statement after it.
  [CONDITION]: 'if while for with',
  [DECLARATION]: 'var let const class',
  [FUNCTION]: 'function',
  [OTHER]:
    'this super null true false break continue try catch finally switch debugger import export from as of async static get set',
  // Ordinary names in JavaScript, the beginning of a declaration in typed dialects.
  [TYPE]: 'interface type enum namespace declare abstract public private protected readonly implements',
};

const SLOTS = 1024;
const hashes = new Int32Array(SLOTS);
const kinds = new Uint8Array(SLOTS);
const lengths = new Uint8Array(SLOTS);
/** The longest word in the table; longer ones need no look-up. */
export const LONGEST_WORD = 10;

/** One step of a word's rolling hash, which begins with its first byte: a rotation keeps every byte in it, and is fast. */
export const hashStep = (hash: number, byte: number): number => ((hash << 7) | (hash >>> 25)) ^ byte;

function hashWord(word: string): number {
  const [first = 0, ...rest] = Buffer.from(word);
  return rest.reduce(hashStep, first);
}

for (const [kind, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) {
    const hash = hashWord(word);
    let slot = hash & (SLOTS - 1);
    while (kinds[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    hashes[slot] = hash;
    kinds[slot] = Number(kind);
    lengths[slot] = word.length;
  }
}

/** The kind of the word with this hash and length, `NAME` for a word that means nothing special. */
export function wordKind(hash: number, length: number): number {
  let slot = hash & (SLOTS - 1);
  while (kinds[slot] !== 0) {
    if (hashes[slot] === hash && lengths[slot] === length) return kinds[slot] as number;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return NAME;
}
