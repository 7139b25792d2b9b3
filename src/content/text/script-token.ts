import {
  BLOCK,
  DECREMENT,
  INCREMENT,
  LITERAL,
  NAMED,
  OBJECT_END,
  OPERATOR,
  PASSIVE,
  REGEX_END,
  WORD_TOKEN,
} from './script-numbers.ts';

/** 1 behind a token where an expression may begin, so that a slash begins a regular expression. */
export const OPERAND_AFTER = new Uint8Array(WORD_TOKEN + 32).fill(1, 0, WORD_TOKEN);
for (const token of [LITERAL, NAMED, 41, 93, OBJECT_END, REGEX_END, INCREMENT, DECREMENT])
  OPERAND_AFTER[token] = 0;
for (const kind of [OPERATOR, PASSIVE, BLOCK]) OPERAND_AFTER[WORD_TOKEN + kind] = 1;
