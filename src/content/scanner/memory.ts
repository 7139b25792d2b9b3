// Where things lie in the memory of a module that reads whole files, in bytes. The assembly is compiled from these lines as well.

// Of the script module: the tables `IN_WORD`, `CLASS`, `OPERAND_AFTER` and `APART` of the plain lexer, a byte each.
export const IN_WORD_AT = 0;
export const CLASS_AT = 256;
export const OPERAND_AFTER_AT = 512;
export const APART_AT = 1024;
/** To cut a keyword off: sixteen bytes of 0xff and of 0. */
export const MASKS_AT = 1536;
/** What `(` and `{` open behind each token; see `OPENS`. */
export const OPENS_AT = 3072;
/** Keywords by slot: their kinds, and themselves in sixteen bytes each. */
export const KINDS_AT = 2048;
export const WORDS_AT = 4096;
/** The word that a cut went through. */
export const WORD_AT = 20480;

// Of the module for plain text: its table `BEFORE`, a byte each.
export const BEFORE_AT = 0;

// Of the module for styles: its table `BESIDE`, a byte each.
export const BESIDE_AT = 0;

// Of every module.
export const STATE_AT = 20736;
/** What `finish` writes at the end of a file, and how many numbers that may be. Eight bytes each. */
export const FACTS_AT = 21504;
export const FACTS = 32;
/** Events for the caller: how many numbers there are, then these. Eight bytes each. */
export const LOG_AT = 24576;
export const LOG_END = 32768;
/** Open brackets of a script, one byte each; the byte before them is 0. */
export const STACK_AT = 32784;
/** The view; one byte before it is the last byte of the one before, behind it there is room for one block. */
export const VIEW_AT = 98368;
export const VIEW_BYTES = 425856;

// Events, each with the numbers that follow it.
/** A dense stretch went by: line, code, literals, names and short names before it, and the same behind it. */
export const DENSE_STRETCH = 1;
/** A comment that may point to a map begins: line, column, code before it and up to the last gap. */
export const COMMENT_BEGINS = 2;
/** Bytes of its inside: from, to, in the view. */
export const COMMENT_INSIDE = 3;
/** A star inside it that lay in the view before. */
export const COMMENT_STAR = 4;
/** It is over. */
export const COMMENT_ENDS = 5;
/** A piece of a text in the script: its kind, the line of the text and of here, from, to in the view, code before it and up to the last gap. */
export const PIECE = 6;
/** The string that went by last names the module that begins: line, code, code up to the last gap. */
export const NAMES_MODULE = 7;
/** A line comment that ends as code does: its line, its bytes, the first of the line comments that it stands among. */
export const CODE_COMMENT = 8;
/** The string that went by last is the first argument of `define`; a module of Metro begins; it ends, and the string that went by last names it: each as above. */
export const NAMES_DEFINED = 9;
export const DEFINES_MODULE = 10;
export const ENDS_MODULE = 11;
/** As many numbers as the longest event takes. */
export const LONGEST_EVENT = 11;
