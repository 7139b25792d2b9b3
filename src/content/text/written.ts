import type { Inlay } from './inlay-facts.ts';
import type { ScriptFacts } from './script-lexer.ts';
import { withoutComments } from './shim.ts';
import { isMarkdown } from './sources.ts';

/**
 * Of all names in a script as people or bundlers write it, at least this part is declared there, and so many. Prose,
 * shaders, queries and markup that is read as a script declares next to nothing.
 */
const DECLARED = { share: 0.03, atLeast: 3 };
/**
 * The same of TypeScript, where types are names as well and members of classes declare nothing here: names that are declared or have a
 * type written behind them. Of 396 files the lexer finds 0.06 in all but a few that declare types and no more.
 */
const TYPED = { share: 0.06, atLeast: 6 };

/**
 * What stands in no file of declarations: a body that does something. Methods may be called like the words.
 */
const STATEMENT =
  /\) \{$|\breturn [^?]|\b(?:if|while|switch) \(|\bfor (?:await )?\((?:const|let|var)\b|\bthrow new\b|\bawait \w|^(?:export )?(?:const|let|var) [\w$]+ = |\bthis\.\w{1,100} = /m;

/** Elements beside names, and so many, of a component that declares little but itself; each of these imports or exports something. */
const ELEMENTS = { share: 0.1, atLeast: 5 };
const PASSED_ON = /^[ \t]*(?:import|export)\b/m;

type Part = Pick<Inlay, 'lines' | 'codeBytes' | 'literalBytes' | 'names' | 'shortNames' | 'language'>;

/**
 * What of a text is a script that somebody laid out; undefined where it is something else, minified, or nothing but declarations of types.
 *
 * @param head the beginning of the text
 */
export function writtenPart(script: ScriptFacts, head: Buffer): Part | undefined {
  const { codeBytes, denseBytes, broken, codeLines } = script;
  if (script.control < 2 || broken > 2 + codeLines * 0.02) return undefined;
  const language = languageOf(script);
  if (!declares(script) && language === undefined) return undefined;
  const part = laidOut(codeBytes, denseBytes, script);
  if (part === undefined || language === undefined) return part;
  const text = withoutComments(head.toString());
  // Documentation shows how things are used.
  if (isMarkdown(text)) return undefined;
  if (!STATEMENT.test(text) || !(declares(script) || isTyped(script) || PASSED_ON.test(text)))
    return undefined;
  return { ...part, language };
}

/** By the same signs as of a file; undefined for what may be JavaScript. */
function languageOf({ annotations, elements, names }: ScriptFacts): string | undefined {
  if (annotations >= 3 && annotations > names * 0.02) return 'TypeScript';
  return elements >= ELEMENTS.atLeast && elements > names * ELEMENTS.share ? 'JSX' : undefined;
}

function declares({ declared, names }: ScriptFacts): boolean {
  return declared >= DECLARED.atLeast && declared >= DECLARED.share * names;
}

function isTyped({ declared, annotations, names }: ScriptFacts): boolean {
  const both = declared + annotations;
  return both >= TYPED.atLeast && both >= TYPED.share * names;
}

function laidOut(codeBytes: number, denseBytes: number, script: ScriptFacts): Part | undefined {
  if (denseBytes < codeBytes / 2 && script.gaps > 0.02 * codeBytes) {
    const { literalBytes, names, shortNames, codeLines } = script;
    return { lines: codeLines, codeBytes: codeBytes - denseBytes, literalBytes, names, shortNames };
  }
  let largest = script.regions[0];
  for (const region of script.regions)
    if (largest === undefined || region.codeBytes > largest.codeBytes) largest = region;
  if (largest === undefined) return undefined;
  const { startLine, endLine } = largest;
  const { codeBytes: bytes, literalBytes, names, shortNames } = largest;
  return { lines: endLine - startLine + 1, codeBytes: bytes, literalBytes, names, shortNames };
}
