// Where things lie in the memory of the module that passes over JSON, in bytes. The assembly is compiled from these lines as well.

/** For each first byte of a key the lengths, a bit each, that names beginning with it have: 256 numbers of four bytes. */
export const PASS_NAMES_AT = 1024;
/** The bytes at hand, and how many at most; behind them there is room for one block. */
export const PASS_VIEW_AT = 2048;
export const PASS_VIEW_BYTES = 522224;
