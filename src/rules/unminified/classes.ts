import type { ScriptFacts } from '../../content/text/script-lexer.ts';
import type { StyleFacts } from '../../content/text/style-lexer.ts';
import type { TextFacts } from '../../content/text/text.ts';
import { isTable, readableCode, readableInlays, readableRegions } from './parts.ts';

/**
 * What a text is to somebody who wants to read it.
 *
 * - `trivial`: too little to matter, or nothing but imports and exports
 * - `minified`: white space gone and names mangled (style sheets: white space gone)
 * - `data`: strings laid out over lines, as translations are: a minifier leaves them as they stand
 * - `partial`: one of the two only, or both with the comments left in
 * - `mixed`: minified, with a part in it that is readable
 * - `readable`: source, or so close to it that it makes no difference
 */
export type TextClass = 'trivial' | 'minified' | 'data' | 'partial' | 'mixed' | 'readable';

/** Fewer characters of code and strings than this tell nobody anything. */
const TRIVIAL = 200;
/** The same for a file whose name says that it is source: one beside others is part of what they tell. */
const TRIVIAL_SOURCE = 20;
/** The last folder that is one for what a build writes (the group), or one for sources. */
const OUTPUT = /^(?:.*\/)?(?:(dist|build|out|output)|src|sources?)\//i;

/**
 * Whether a text is too short to matter, or only passes on what other files hold.
 *
 * @param path tells of a short source whether it lies among sources; without it, it does
 */
export function isTrivial(text: TextFacts, path = ''): boolean {
  const { script, style, plain } = text;
  // A rule with a font in it is as long as the font.
  const literals = script?.literalBytes ?? Math.min(style?.literalBytes ?? 0, style?.codeBytes ?? 0);
  const bytes = script ?? style;
  const ink = text.ink ?? (bytes === undefined ? (plain?.inkBytes ?? 0) : bytes.codeBytes + literals);
  const source = text.language === 'source' && !text.byContent && !isBuilt(path);
  return text.shim || ink < (source ? TRIVIAL_SOURCE : TRIVIAL);
}
/**
 * The part of a file's code that may lie in dense stretches before the file no longer counts as readable. On 2,627
 * scripts: each of 1,055 minified ones is over 0.53, all but six of 1,572 readable ones are under 0.39.
 */
const DENSE_SHARE = 0.46;
/** The same for files that lay out no more code than loader glue, and for such files with mangled names. */
const GLUE = 400;
const DENSE_SHARE_GLUE = 0.4;
const DENSE_SHARE_GLUE_MANGLED = 0.15;
/**
 * The same for a script of any size whose names are kept: half of it. Of 4,795 scripts minified or nearly so none has such names and that
 * much laid out; what has are small modules with one long line, as a compiler of web components writes them for its loader.
 */
const DENSE_SHARE_KEPT = 0.5;
/** Gaps for each byte of code: with fewer, a file is a string or a table, whatever stands round it. */
const GAPS = 0.02;
/** So few are what stands round a licence and a comment at the end. No readable script of 5,001 has fewer than five. */
const FEW_GAPS = 3;
/** Dense code and words like `if` beside a table, from which on the file is more than the table. */
const BESIDE_TABLE = { dense: 400, control: 5 };
/**
 * Lines of one statement each: so many line breaks for each byte of code, so many bytes a line; and so few short names, or so many gaps. No
 * indentation is asked for. Of 4,458 minified scripts none has such lines. Where no name is short or could be, lines of `longNames` bytes will do.
 */
const LINES = { breaks: 0.035, bytes: 70, longNames: 100, short: 0.45, gaps: 0.03 };

/**
 * Short names among the variables and parameters inside functions and other brackets. No minifier renames what is declared
 * outside of them unless it is told that nobody else uses it, and some keep functions, so those say nothing. On the scripts of
 * 380 packages: of 3,931 minified ones with two such names or more one is under 0.75 (0.72, half of its names kept); of 647 with
 * white space gone and names kept, all but 19 are up to 0.7. Of 268 minified ones of 200 packages with a single such name all have a
 * short one, and of 33 with names kept 27 have none. Parameters of methods and of arrow functions count as well, where fewer of all these are short
 * (a direct call of `eval` keeps the names round it: two thirds of such a file may be short): of 498 half-minified scripts of six sets 457 are known by
 * their names so, 450 without them, and no minified one of 3,551 more. Two of these have to be long, as names in their defaults count with them.
 * Of one or two variables none may be short: bundles of many parts have names of three letters, and what a bundler puts round a module has
 * one with a name. Of 430 minified scripts with so few variables two have a long name beside a short one, of 29 with names kept none.
 */
const KEPT = { atLeast: 1, few: 2, long: 2, locals: 0.7, all: 0.6 };
/**
 * Ciphers and mathematics written by hand have short variables as well, but seldom so many without a longer one, functions
 * with a name, so that all declared names count, and next to no strings: the easing functions in many a library have 0.008
 * bytes of them for each byte of code. No readable script of 7,455 is like this. A minifier takes the letters one after another: of 630
 * scripts that are mangled and laid out with so many locals none has fewer than three different ones, where tests and rules of grammar
 * repeat a single one or two. With more than a remark for twelve locals it is tests all the same: minifiers leave none.
 */
const MANGLED = { atLeast: 20, locals: 0.95, declared: 0.85, all: 0.5, letters: 3, remarks: 0.08 };
const STRINGS = 0.02;
/**
 * The same for fewer: no longer one at all, nearly all of one letter, and next to no remarks. Compilers write helpers with such
 * names into modules, of up to nine locals; functions round them have longer ones. No readable script of 7,455 is like this, and
 * half of those are that are mangled and laid out with up to 20 locals; of 209 of these six have one letter alone. Parameters of methods and
 * of arrow functions count as well where there are some more: of 11,704 readable scripts six are like this with and without them, and of 540
 * small programs written here, mangled by 24 tools and settings and laid out, 377 with them and 350 without.
 */
const LETTERS = {
  atLeast: 6,
  withParameters: 8,
  letters: 0.9,
  declared: 0.7,
  all: 0.5,
  remarks: 0.08,
  different: 2,
};
/** The same for so many locals, and where `!0` and `!1` stand for true and false. */
const LETTERS_OF_MANY = { atLeast: 20, declared: 0.6 };
const LETTERS_NEGATED = 5;
/**
 * So many comments of a length that neither licences nor hints to tools have, for each byte of code and strings: a minifier that
 * keeps comments. Of 5,189 minified scripts none has so many.
 */
const REMARKED = { atLeast: 3, share: 0.03 };
/** The same for what lies beside loader glue, where few names are left. */
const MANGLED_GLUE = { atLeast: 3, declared: 0.85 };

/**
 * Strings and templates among all but comments, from which on a script without functions and without remarks is data, or with no more code
 * than loader glue. Regular expressions are no part of them: people write grammars as tables of these. No readable script of 5,700 is like
 * this; some 50 tables of words are. So many names are code, whatever pictures and style sheets its strings hold: of 66 such files of 255 packages
 * 64 have up to 28, one of icons that are imported by name 67, and one of components with pictures in their templates 245. Those do not
 * count by which each string is called and exported, nor the `exports` of a file that declares next to nothing: of icons there may be thousands.
 */
const DATA = { share: 0.9, control: 3, locals: 2, comments: 0.5, declared: 5, names: 100 };

/**
 * Code of so many bytes, on lines of so many, with next to no strings, that declares nothing and holds no word of the language: an encoder wrote it
 * out of signs (aaencode, jjencode), with blanks between them or without. `name`: bytes of code for each name at most; a table of numbers
 * has hardly any.
 */
const ENCODED = { codeBytes: 1000, line: 400, strings: 0.1, name: 50 };

/** What was asked last: two rules ask the same of each file. */
let asked: { readonly text: TextFacts; readonly script: ScriptFacts; readonly found: TextClass } | undefined;

/** The class of JavaScript (TypeScript, JSX). */
export function classOfScript(text: TextFacts, script: ScriptFacts): TextClass {
  if (asked?.text === text && asked.script === script) return asked.found;
  const found = classify(text, script);
  asked = { text, script, found };
  return found;
}

function classify(text: TextFacts, script: ScriptFacts): TextClass {
  const names = namesOf(script);
  const trivial = isTrivial(text);
  const data = isData(script);
  if (!trivial && !data && isLaidOut(script, names) && names !== 'mangled' && !isEncoded(script))
    return 'readable';
  // What lies in strings and comments is no part of what has been counted so far.
  if (readableInlays(script).length > 0) return 'mixed';
  if (trivial) return 'trivial';
  if (data) return 'data';
  if (isLaidOut(script, names)) return 'partial';
  if (readableCode(script.regions).length > 0) return 'mixed';
  return names === 'kept' || isRemarked(script) ? 'partial' : 'minified';
}

/** Whether there is nothing in it but strings, which stay what they are whatever a minifier does. */
function isData(script: ScriptFacts): boolean {
  const { codeBytes, literalBytes, regexBytes, commentBytes, control, locals, names, declared } = script;
  const ink = codeBytes + literalBytes;
  if (literalBytes - regexBytes <= DATA.share * ink) return false;
  if (codeBytes >= GLUE && (control > DATA.control || locals > DATA.locals)) return false;
  if (declared >= DATA.declared && names - 2 * declared > DATA.names) return false;
  return commentBytes <= DATA.comments * ink && !isRemarked(script);
}

/** Whether there is code in it that nobody can read, however it is laid out. */
export function isEncoded(script: ScriptFacts): boolean {
  const { codeBytes, codeLines, literalBytes, control, declared, names } = script;
  if (control > 0 || declared > 0 || codeBytes < ENCODED.codeBytes) return false;
  if (names * ENCODED.name < codeBytes) return false;
  return codeBytes > ENCODED.line * codeLines && literalBytes < ENCODED.strings * codeBytes;
}

type Names = 'kept' | 'mangled' | 'unknown';

function namesOf(script: ScriptFacts): Names {
  const { declared, shortDeclared, names, shortNames, notes } = script;
  const locals = script.locals + script.parameters;
  const shortLocals = script.shortLocals + script.shortParameters;
  const variables = locals >= MANGLED.atLeast && shortLocals > MANGLED.locals * locals && hasStrings(script);
  const different = script.distinctLetters >= MANGLED.letters;
  if (
    variables &&
    different &&
    notes <= MANGLED.remarks * locals &&
    shortDeclared > MANGLED.declared * declared &&
    shortNames > MANGLED.all * names
  )
    return 'mangled';
  if (areLetters(script)) return 'mangled';
  const shortUpTo = script.locals <= KEPT.few ? 0 : KEPT.locals * script.locals;
  if (script.locals >= KEPT.atLeast && script.shortLocals <= shortUpTo) return 'kept';
  const long = locals - shortLocals;
  return long >= KEPT.long && shortLocals <= KEPT.all * locals ? 'kept' : 'unknown';
}

/** Whether its names are a minifier's. */
export function isMangled(script: ScriptFacts): boolean {
  return namesOf(script) === 'mangled';
}

/** Whether there are more strings in it than in mathematics. */
function hasStrings({ codeBytes, literalBytes }: ScriptFacts): boolean {
  return literalBytes >= STRINGS * codeBytes;
}

/** Whether no variable is called by more than a letter or two. */
function areLetters(script: ScriptFacts): boolean {
  const { locals, shortLocals, letters, declared, shortDeclared, names, shortNames, negated, notes } = script;
  const many = locals >= LETTERS_OF_MANY.atLeast;
  const allShort = shortLocals === locals && script.shortParameters === script.parameters;
  const variables = locals + script.parameters;
  const bare = allShort && letters >= LETTERS.letters * locals && notes <= LETTERS.remarks * variables;
  if (!bare || shortNames <= LETTERS.all * names) return false;
  if (negated > 0 && variables >= LETTERS_NEGATED) return true;
  if (script.distinctLetters < (many ? MANGLED.letters : LETTERS.different)) return false;
  const needed = many ? LETTERS_OF_MANY.declared : LETTERS.declared;
  const enough = locals >= LETTERS.atLeast || variables >= LETTERS.withParameters;
  return enough && hasStrings(script) && shortDeclared > needed * declared;
}

/** Whether somebody's remarks on the code are left in it. */
export function isRemarked({ notes, noteBytes, codeBytes, literalBytes }: ScriptFacts): boolean {
  return notes >= REMARKED.atLeast && noteBytes >= REMARKED.share * (codeBytes + literalBytes);
}

function isLaidOut(script: ScriptFacts, names: Names): boolean {
  return (
    hasBlanks(script, names) ||
    (names !== 'mangled' && hasLines(script)) ||
    (names === 'kept' && hasShortLines(script, LINES.bytes)) ||
    (hasLongNames(script) && hasShortLines(script, LINES.longNames))
  );
}

/** Whether blanks stand wherever people put them. */
function hasBlanks(script: ScriptFacts, names: Names): boolean {
  const { denseBytes, declared, shortDeclared } = script;
  if (script.gaps <= FEW_GAPS || script.gaps < GAPS * script.codeBytes) return false;
  const codeBytes = script.codeBytes - tablesBesideCode(script);
  const dense = denseBytes / Math.max(1, codeBytes);
  if (names === 'kept' && dense < DENSE_SHARE_KEPT) return true;
  if (codeBytes - denseBytes >= GLUE) return dense < DENSE_SHARE;
  const mangled = declared >= MANGLED_GLUE.atLeast && shortDeclared > MANGLED_GLUE.declared * declared;
  return dense < (mangled ? DENSE_SHARE_GLUE_MANGLED : DENSE_SHARE_GLUE);
}

/** Code bytes of tables that are laid out, where there is more to the file than these: they say nothing of its code. */
function tablesBesideCode({ regions, denseBytes, control }: ScriptFacts): number {
  if (denseBytes < BESIDE_TABLE.dense || control < BESIDE_TABLE.control) return 0;
  return regions.reduce((sum, region) => sum + (isTable(region) ? region.codeBytes : 0), 0);
}

/** Whether every statement has its line. */
function hasLines(script: ScriptFacts): boolean {
  const { codeBytes, literalBytes, gaps } = script;
  const breaks = script.runs - script.gaps;
  const lined = breaks > LINES.breaks * codeBytes && codeBytes + literalBytes < LINES.bytes * breaks;
  return lined && (gaps > LINES.gaps * codeBytes || script.shortNames <= LINES.short * script.names);
}

/** Whether nothing in it could have another name, and few names are short: long ones take many bytes, and no blanks. */
function hasLongNames({ locals, names, shortNames, gaps, codeBytes, denseBytes }: ScriptFacts): boolean {
  const laidOut = gaps > LINES.gaps * codeBytes && denseBytes < codeBytes / 2;
  return laidOut && locals === 0 && shortNames <= LINES.short * names;
}

/**
 * Whether the lines of a script with names are short, with blanks on them: long strings with calls in them take many blanks away.
 */
function hasShortLines({ codeBytes, literalBytes, codeLines, runs }: ScriptFacts, bytes: number): boolean {
  return runs > LINES.gaps * codeBytes && codeBytes + literalBytes < bytes * codeLines;
}

/**
 * White space behind colons and inside braces, the mean of the three shares. Minifiers leave the values of custom properties as
 * they are, which makes a third at most; of 1,749 style sheets the readable ones but two have 0.41 and more.
 */
const STYLE_BLANKS = 0.35;
/**
 * Rules on one line each with no blank inside, as some people write them: a semicolon stands before the closing brace. Minifiers
 * drop it, but for old ones of Less, which write such lines as well; people leave lines between, or remarks.
 */
const RULE_LINES = { ended: 0.5, lines: 0.5, between: 0.01, remarks: 0.01 };

/** Whether each rule has its line, and is written as by hand. */
function hasRuleLines(style: StyleFacts): boolean {
  const { closes, endedCloses, codeLines, codeBytes } = style;
  if (closes < 2 || endedCloses <= RULE_LINES.ended * closes || codeLines <= RULE_LINES.lines * closes)
    return false;
  const between = style.lines - codeLines - style.commentLines;
  return (
    between > RULE_LINES.between * codeLines ||
    style.commentBytes - style.legalBytes > RULE_LINES.remarks * codeBytes
  );
}

/** The class of CSS. */
export function classOfStyle(text: TextFacts, style: StyleFacts): TextClass {
  const carries = style.carried !== undefined && readableInlays(style.carried).length > 0;
  if (isTrivial(text)) return carries ? 'mixed' : 'trivial';
  const shares = [
    [style.spacedDeclarations, style.declarations],
    [style.spacedOpens, style.opens],
    [style.spacedCloses, style.closes],
  ] as const;
  const seen = shares.filter(([, all]) => all > 0);
  const mean = seen.reduce((sum, [spaced, all]) => sum + spaced / all, 0) / Math.max(1, seen.length);
  if (mean > STYLE_BLANKS || hasRuleLines(style)) return 'readable';
  return carries || readableRegions(style.regions).length > 0 ? 'mixed' : 'minified';
}

/** Where a build writes. A few lines of source there are a stub that came along, and no folder of sources. */
function isBuilt(path: string): boolean {
  return OUTPUT.exec(path)?.[1] !== undefined;
}
