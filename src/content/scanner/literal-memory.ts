// Where things lie in the memory of the module that finds literals, in bytes. The assembly is compiled from these lines as well.

/** Which literals may have a byte at each of the three places of their fingerprint: by lower and by upper half of it. First of the near ones, then of the far ones. */
export const FINGERPRINT_AT = 0;
export const FINGERPRINT_TABLES = 96;
/** Classes by byte. */
export const CLASSES_AT = 256;
/** From here on lie the tables that the assembly has itself, as .ci/wasm.mjs says. */
export const OWN_AT = 512;
/** Literals of each group: first and count, four bytes each. Behind the eight with fingerprints, addresses, what has a tilde in it, and names of numbers. */
export const GROUPS_AT = 768;
export const ADDRESSES = 8;
export const TILDES = 9;
export const NUMBERS = 10;
/** Literals in the order of their groups. */
export const LITERALS_AT = 1024;
export const LITERAL_BYTES = 64;
/** In each: its text, which of its bits count, the bits that are set first, each in 16 bytes; then a byte each. */
export const BITS = 16;
export const FOLD = 32;
export const LENGTH = 48;
/** How far behind the literal's first byte its fingerprint begins. */
export const FINGERPRINT = 49;
export const TAIL = 51;
export const TAIL_OF = 52;
export const TAIL_MIN = 53;
/** Whether it may stand far before the run that leads to it. */
export const FAR = 54;
/** In two bytes. */
export const INDEX = 56;
export const MAX_LITERALS = 320;
/** Values of base64 digits, by byte. */
export const VALUES_AT = 21504;
/** Labels by hash. */
export const LABELS_AT = 22016;

/** By the hash of three bytes the first entry of those that have it as their fingerprint, two bytes each; 0 where none has. */
export const KNOWN_AT = 23040;
/** Entries: the place of the literal among all, and the next entry or 0, two bytes each. The first is none. */
export const ENTRIES_AT = 31232;
export const MAX_ENTRIES = 1024;
export const KNOWN_FACTOR = -1640531535;
export const KNOWN_SHIFT = 20;

export const TAIL_ANY = 0;
export const TAIL_RUN = 1;
export const TAIL_ASSIGNMENT = 2;
export const TAIL_PEM = 3;
export const TAIL_ADDRESS = 4;
export const TAIL_NUMBER = 5;
export const TAIL_BESIDE = 6;

/** Behind the last of the tables. */
export const TABLES_END = 35328;

/** Events: how many numbers there are, then these, four bytes each. */
export const LOG_AT = 35328;
export const LOG_END = 51712;
/** The bytes at hand. What is looked at before the first lies in the bytes before. */
export const BUFFER_AT = 51968;
export const BUFFER_BYTES = 470900;
