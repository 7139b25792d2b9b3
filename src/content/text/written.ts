import type { Inlay } from './inlay-facts.ts';
import type { ScriptFacts } from './script-lexer.ts';

/**
 * Of all names in a script as people or bundlers write it, at least this part is declared there, and so many. Prose,
 * shaders, queries and markup that is read as a script declares next to nothing.
 */
const DECLARED = { share: 0.03, atLeast: 3 };

/** What of a text is a script that somebody laid out; undefined where it is something else, or minified. */
export function writtenPart(
  script: ScriptFacts,
): Pick<Inlay, 'lines' | 'codeBytes' | 'literalBytes' | 'names' | 'shortNames'> | undefined {
  const { codeBytes, denseBytes, declared, names, broken, codeLines } = script;
  if (declared < DECLARED.atLeast || declared < DECLARED.share * names || script.control < 2)
    return undefined;
  if (broken > 2 + codeLines * 0.02) return undefined;
  if (denseBytes < codeBytes / 2 && script.gaps > 0.02 * codeBytes) {
    const { literalBytes, shortNames } = script;
    return { lines: codeLines, codeBytes: codeBytes - denseBytes, literalBytes, names, shortNames };
  }
  let largest = script.regions[0];
  for (const region of script.regions)
    if (largest === undefined || region.codeBytes > largest.codeBytes) largest = region;
  if (largest === undefined) return undefined;
  const { startLine, endLine } = largest;
  const { codeBytes: laidOut, literalBytes, names: written, shortNames } = largest;
  return { lines: endLine - startLine + 1, codeBytes: laidOut, literalBytes, names: written, shortNames };
}
