import { createSimdPlainReader } from '../scanner/simd-plain.ts';
import { LoopPlainReader } from './plain-loops.ts';
import type { PlainReader } from './plain-reader.ts';

/** The fastest reader there is here, chosen as `createScriptLexer` chooses. */
export function createPlainReader(): PlainReader {
  return createSimdPlainReader() ?? new LoopPlainReader();
}
