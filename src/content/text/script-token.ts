import {
  BLOCK,
  CONDITION,
  CONDITION_END,
  CONDITION_PAREN,
  DECREMENT,
  FUNCTION,
  FUNCTION_NAME,
  INCREMENT,
  LITERAL,
  NAMED,
  NAMED_COLON,
  OBJECT_END,
  OPERATOR,
  PARAMETERS,
  PAREN,
  PASSIVE,
  REGEX_END,
  WORD_TOKEN,
} from './script-numbers.ts';

/** 1 behind a token where an expression may begin, so that a slash begins a regular expression. */
export const OPERAND_AFTER = new Uint8Array(WORD_TOKEN + 32).fill(1, 0, WORD_TOKEN);
for (const token of [LITERAL, NAMED, 41, 93, OBJECT_END, REGEX_END, INCREMENT, DECREMENT])
  OPERAND_AFTER[token] = 0;
for (const kind of [OPERATOR, PASSIVE, BLOCK]) OPERAND_AFTER[WORD_TOKEN + kind] = 1;

/**
 * What a bracket opens behind a token. The lower two bits are of `{`: 0 for a block, 1 for an object literal, 2 for one
 * unless a block is open. The others are of `(`: the kind of parenthesis.
 */
export const OPENS = new Uint8Array(WORD_TOKEN + 32)
  .fill(1 + PAREN * 4, 0, WORD_TOKEN)
  .fill(PAREN * 4, WORD_TOKEN);
// 59 a semicolon, 62 of an arrow.
for (const token of [LITERAL, NAMED, REGEX_END, CONDITION_END, OBJECT_END, 41, 59, 62, 123, 125])
  OPENS[token] = PAREN * 4;
for (const token of [58, NAMED_COLON]) OPENS[token] = 2 + PAREN * 4;
for (const kind of [OPERATOR, PASSIVE]) OPENS[WORD_TOKEN + kind] = 1 + PAREN * 4;
OPENS[WORD_TOKEN + CONDITION] = CONDITION_PAREN * 4;
for (const kind of [FUNCTION, FUNCTION_NAME]) OPENS[WORD_TOKEN + kind] = PARAMETERS * 4;
