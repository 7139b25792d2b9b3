// What both script lexers number alike. The assembly is compiled from these lines as well, so they are plain constants.

// Where the lexer is. Each state reads on from any byte, so a file can be cut anywhere.
export const CODE = 0;
export const WORD = 1;
export const WHITE = 2;
export const START = 3;
export const HASH = 4;
export const SLASH = 10;
export const LINE = 11;
export const LINE_E2 = 12;
export const LINE_E280 = 13;
export const STAR_COMMENT = 14;
export const STAR = 15;
export const PRAGMA_START = 16;
export const PRAGMA = 17;
export const PRAGMA_STAR = 18;
export const STRING = 20;
export const STRING_ESCAPE = 21;
export const STRING_CR = 22;
export const TEMPLATE = 23;
export const TEMPLATE_ESCAPE = 24;
export const TEMPLATE_DOLLAR = 25;
export const REGEX = 30;
export const REGEX_ESCAPE = 31;
export const REGEX_CLASS = 32;
export const REGEX_CLASS_ESCAPE = 33;
export const REGEX_FLAGS = 34;
export const LESS = 40;
export const LESS_BANG = 41;
export const LESS_BANG_DASH = 42;
export const TAG = 43;
export const TAG_STRING = 44;
export const TAG_END = 45;
export const TEXT = 46;
export const TEXT_LESS = 47;

// What an open bracket was. The first three are parentheses.
export const PAREN = 1;
export const CONDITION_PAREN = 2;
export const PARAMETERS = 3;
export const BRACE_BLOCK = 4;
export const BRACE_OBJECT = 5;
export const IN_TEMPLATE = 6;
export const IN_TAG = 7;
export const IN_TEXT = 8;
export const ELEMENT = 9;
/** How many open brackets are remembered. */
export const MAX_DEPTH = 65536;

// The last token of code, in one number: a byte of punctuation, one of these where the byte alone would not say
// enough, or `WORD_TOKEN` and the kind of a word.
export const LITERAL = 0;
export const CONDITION_END = 200;
export const OBJECT_END = 201;
export const REGEX_END = 202;
export const DOTS = 203;
export const ASSIGN = 204;
export const PREFIX_PLUS = 205;
export const PREFIX_MINUS = 206;
export const INCREMENT = 207;
export const DECREMENT = 208;
export const PREFIX_INCREMENT = 209;
export const PREFIX_DECREMENT = 210;
/** A string behind `{` or `,` that ends as a file name does, and a colon behind it: before a parenthesis it is the name of a module. */
export const NAMED = 211;
export const NAMED_COLON = 212;
/** An equals sign behind a closing parenthesis: an arrow may follow. */
export const PARENTHESIS_ASSIGN = 213;
export const WORD_TOKEN = 256;

// What a word of JavaScript does to what may follow it.
export const NAME = 1;
export const FUNCTION_NAME = 2;
export const OPERATOR = 3;
export const BLOCK = 4;
export const CONDITION = 5;
export const DECLARATION = 6;
export const FUNCTION = 7;
export const OTHER = 8;
export const TYPE = 9;
export const PASSIVE = 10;
/** The longest word that has a meaning; longer ones need no look-up. */
export const LONGEST_WORD = 10;
/**
 * Parameters among so many first names of a file are those of the function round a module (`exports`, `require`, `module`,
 * `__filename`, `__dirname`): whoever runs it names them.
 */
export const WRAPPER = 5;
/** Characters of `__d`, by which Metro defines a module, and of `define`, by which AMD does. */
export const DEFINES = 3;
export const DEFINE = 6;
/** Stands for the punctuation in front of a name that a keyword declares. */
export const DECLARED = 255;

/**
 * A stretch of code without a blank is dense from this many bytes on. People seldom write such a stretch and
 * minifiers seldom a shorter one: on a corpus of 2,627 scripts, dense stretches hold over half of the code of every
 * minified file and under two fifths of every readable one but six.
 */
export const DENSE = 64;

/**
 * Lines of so many bytes of code without a blank in them are full, as those are that a tool wrapped: behind a few of them, one below the other,
 * the end of another one is no gap, whatever is indented behind it. People break lines as the structure has it, and put blanks into long ones.
 */
export const FULL = 56;
export const FULL_LINES = 3;

/**
 * Where `@property` stands in a style sheet: the end of its name, a prelude of it, its block. esbuild does not know it, and leaves the block as it is,
 * which says nothing of the sheet.
 */
export const PROPERTY = 0x65727479;
export const PROPERTY_HEAD = 1;
export const PROPERTY_BLOCK = 2;

/** A shorter comment is a hint to a tool (`@__PURE__`), one of `LONG_PIECE` and more may be a licence. */
export const NOTE = 32;

// Pieces of texts that lie in a script: what kind of text, and whether the piece is its beginning and its end.
export const STRING_PIECE = 0;
export const TEMPLATE_PIECE = 1;
export const BLOCK_PIECE = 2;
export const LINE_PIECE = 3;
/** A short string that may name a module. */
export const NAME_PIECE = 4;
export const PIECE_BEGINS = 8;
export const PIECE_ENDS = 16;
/** A line comment near the beginning of its line, where a statement may begin; and one behind an opening brace. */
export const PIECE_HEADS = 32;
export const PIECE_OPENS = 64;
/** A line comment below so many others: all but the first may be what somebody wrote in another language. */
export const PIECE_RUN = 128;
export const RUN_HEAD = 1;
/** As far as bundlers indent what they write over a module. */
export const INDENT = 8;
/** Lines from one line comment to the next of those that were switched off together: an editor leaves blank ones as they are. */
export const RUN_GAP = 3;
/** Bytes among which a text has a `%` whose characters are written by their numbers: of a script a line break or a blank is. */
export const NUMBERED = 48;
/** Strings, templates and block comments of fewer bytes hold nothing worth a look; names of modules and files are no longer. */
export const LONG_PIECE = 256;
/** The same of line comments: webpack names a module with all the loaders that read it. */
export const LONG_LINE = 512;
