// Where things lie in the memory of the module that finds leads, in bytes. The assembly is compiled from these lines as well.

/** What was found: kind and offset, four bytes each; so many at most in one call. The tables of the assembly lie before it. */
export const LOG_AT = 2048;
export const LOG_LEADS = 2048;
/** The bytes at hand; before the first there is a 0, and behind the last there are so many. */
export const VIEW_AT = 20480;
export const PADDING = 128;
/** Bytes that are searched at once, and of those before and behind them that what is found there may need. */
export const PIECE = 262144;
export const BEFORE = 16;
export const AFTER = 96;
