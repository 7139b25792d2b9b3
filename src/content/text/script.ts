import { createSimdScriptLexer } from '../scanner/simd-script.ts';
import type { ScriptLexer, ScriptOptions } from './script-lexer.ts';
import { PlainScriptLexer } from './script-plain.ts';

/**
 * The fastest lexer there is here: SIMD WebAssembly, which needs no warm-up in a process that lives for one gate run, or
 * plain loops where the engine has none. Both give the same facts for any cut of any bytes.
 */
export function createScriptLexer(options: ScriptOptions): ScriptLexer {
  return createSimdScriptLexer(options) ?? new PlainScriptLexer(options);
}
