import { createSimdStyleLexer } from '../scanner/simd-style.ts';
import type { StyleLexer } from './style-lexer.ts';
import { PlainStyleLexer } from './style-plain.ts';

/** The fastest lexer there is here, chosen as `createScriptLexer` chooses. */
export function createStyleLexer(): StyleLexer {
  return createSimdStyleLexer() ?? new PlainStyleLexer();
}
