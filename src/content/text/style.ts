import { createSimdStyleLexer } from '../scanner/simd-style.ts';
import type { ReadInlay } from './script-lexer.ts';
import type { StyleLexer } from './style-lexer.ts';
import { PlainStyleLexer } from './style-plain.ts';

/** The fastest lexer there is here, chosen as `createScriptLexer` chooses. `readInlay`: reads what lies in comments. */
export function createStyleLexer(readInlay?: ReadInlay): StyleLexer {
  return createSimdStyleLexer(readInlay) ?? new PlainStyleLexer(readInlay);
}
