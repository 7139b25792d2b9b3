import { BLOCK, OPERATOR, PASSIVE } from './words.ts';

/**
 * The last token of code, in one number: a byte of punctuation, one of the names below where the byte alone would
 * not say enough, or `WORD_TOKEN` and the kind of a word.
 */
export const [
  LITERAL,
  CONDITION_END,
  OBJECT_END,
  REGEX_END,
  DOTS,
  ASSIGN,
  PREFIX_PLUS,
  PREFIX_MINUS,
  INCREMENT,
  DECREMENT,
  PREFIX_INCREMENT,
  PREFIX_DECREMENT,
] = [0, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210] as const;
export const WORD_TOKEN = 256;

/** 1 behind a token where an expression may begin, so that a slash begins a regular expression. */
export const OPERAND_AFTER = new Uint8Array(WORD_TOKEN + 32).fill(1, 0, WORD_TOKEN);
for (const token of [LITERAL, 41, 93, OBJECT_END, REGEX_END, INCREMENT, DECREMENT]) OPERAND_AFTER[token] = 0;
for (const kind of [OPERATOR, PASSIVE, BLOCK]) OPERAND_AFTER[WORD_TOKEN + kind] = 1;
