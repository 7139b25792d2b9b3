import type { Inlay } from '../../content/text/inlay-facts.ts';
import type { ModulePart } from '../../content/text/modules.ts';
import type { Region } from '../../content/text/regions.ts';
import type { ScriptFacts } from '../../content/text/script-lexer.ts';
import type { StyleFacts } from '../../content/text/style-lexer.ts';
import { byteSize, counted } from '../../figures.ts';
import { isPublic, type Names, namesOf } from './modules.ts';

/** A part of a minified file that can be read. */
export interface Part {
  /** Where it lies in the file, counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** Lines that can be read; of a text in a string more than it takes there. */
  readonly lines: number;
  readonly codeBytes: number;
  /** What it lies in, where it is not code that runs as it stands. */
  readonly within?: Inlay['kind'];
  /** Whether it is a module that is handed to `eval`. */
  readonly evaluated?: boolean;
  /** The language of such a text, where it is not JavaScript. */
  readonly language?: string;
  readonly names: Names;
}

/** Code bytes in one laid-out part of an otherwise minified file, from which on it counts: with kept names, with any. */
const REGION = 500;
/**
 * The same of style sheets, as few as a file needs to count: of 1,163 minified ones none has a laid-out part of 120
 * bytes.
 */
const STYLE_REGION = 200;
const REGION_ANY_NAMES = 4000;
/**
 * Short names among all of a part, up to which it is no minifier's work: no such part of 4,532 minified scripts has
 * less than 0.9.
 */
const REGION_SHORT = 0.75;
/** Bytes of strings in such a part for each byte of code, up to which it is code; a table of messages is not. */
const REGION_STRINGS = 2.5;
/** Names for each byte of code in such a part, up to which it is data beside minified code. Code has 0.03 and more. */
const TABLE_NAMES = 0.005;
/**
 * The same for a script that lies in a string, a template or a comment. Compilers carry helpers for the code they
 * write, of up to 578 bytes each in the 1,374 minified scripts that this was measured on.
 */
const INLAY = 700;
/** The same among so many that the program is one that writes code: helpers of these grow to 8,364 bytes. */
const INLAY_OF_GENERATOR = 10_000;
const MANY = 10;

/** The parts of a style sheet that can be read, in file order. */
export function readableRegions(regions: readonly Region[]): readonly Region[] {
  return regions.filter((region) => isLaidOut(region, STYLE_REGION));
}

/** The same, and what lies in its comments. */
export function readableInSheet({
  regions,
  carried,
}: Pick<StyleFacts, 'regions' | 'carried'>): readonly Part[] {
  const parts = readableRegions(regions).map((region): Part => ({ ...partOf(region), language: 'CSS' }));
  if (carried === undefined) return parts;
  return [...parts, ...readableInlays(carried)].sort((a, b) => a.startLine - b.startLine);
}

/** The parts of a script that are laid out. */
export function readableCode(regions: readonly Region[]): readonly Region[] {
  return regions.filter((region) => isLaidOut(region, REGION) && !isTable(region));
}

/** Whether a part is a table of numbers or words, however it is laid out. */
export function isTable({ names, codeBytes }: Region): boolean {
  return names < TABLE_NAMES * codeBytes;
}

/** The parts of a minified script that can be read, and the scripts in its strings and comments, in file order. */
export function readableParts(script: ScriptFacts): readonly Part[] {
  const parts = readableCode(script.regions).map((region) => partOf(region, script.modules));
  return [...parts, ...readableInlays(script)].sort((a, b) => a.startLine - b.startLine);
}

/** A region as a part, with the names of the modules in it. */
export function partOf(region: Region, modules: readonly ModulePart[] = []): Part {
  const { startLine, endLine, codeBytes } = region;
  return { startLine, endLine, lines: endLine - startLine + 1, codeBytes, names: namesOf(modules, region) };
}

/** The scripts that lie in strings and comments and can be read. */
export function readableInlays({ inlays }: Pick<ScriptFacts, 'inlays'>): readonly Part[] {
  if (inlays.length === 0) return [];
  const carried = inlays.filter(isHandedOn).length;
  return laidOutInlays(inlays, carried >= MANY ? INLAY_OF_GENERATOR : INLAY);
}

/** Lines up to which a text shows how something is used: of 221 examples in packages of the AWS CDK the longest, with all that makes it run, has 158. */
const EXAMPLE_LINES = 300;

/** The same of JSON, which writes no code: many texts in it are the files of a project. What documentation shows is meant to be read. */
export function readableInData({ inlays }: Pick<ScriptFacts, 'inlays'>): readonly Part[] {
  const sources = inlays.filter(({ isExample, lines }) => !isExample || lines > EXAMPLE_LINES);
  return laidOutInlays(sources, INLAY);
}

/** @param carriedFrom code bytes from which on a script counts that a program may hand on */
function laidOutInlays(inlays: readonly Inlay[], carriedFrom: number): readonly Part[] {
  // Modules that a development build evaluates are small, and there are many.
  const small = inlays.filter((inlay) => inlay.evaluated && isLaidOut(inlay, 1));
  const enough = small.reduce((sum, { codeBytes }) => sum + codeBytes, 0) >= REGION;
  const atLeast = (inlay: Inlay) => (isHandedOn(inlay) ? carriedFrom : INLAY);
  return inlays
    .filter((inlay) => (enough && small.includes(inlay)) || isLaidOut(inlay, atLeast(inlay)))
    .map(({ startLine, endLine, lines, codeBytes, kind, module, modules, evaluated, language }) => ({
      startLine,
      endLine,
      lines,
      codeBytes,
      within: kind,
      evaluated,
      ...(language !== undefined && { language }),
      names: namesOf(
        modules ?? (module === undefined ? [] : [{ name: module, startLine, endLine, codeBytes }]),
      ),
    }));
}

/** Whether a program may carry a script in order to write it: none does so in comments, nor a page in its attributes. */
function isHandedOn({ kind, evaluated }: Inlay): boolean {
  return !evaluated && (kind === 'string' || kind === 'template');
}

function isLaidOut(region: Omit<Region, 'startLine' | 'endLine'>, atLeast: number): boolean {
  const { codeBytes } = region;
  if (codeBytes < atLeast || region.literalBytes > REGION_STRINGS * codeBytes) return false;
  return codeBytes >= REGION_ANY_NAMES || region.shortNames <= REGION_SHORT * region.names;
}

/** Whether nothing but copies of public libraries can be read in these parts. */
export function arePublic(parts: readonly Part[]): boolean {
  return parts.every(({ names, codeBytes }) => isPublic(names, codeBytes));
}

/** How many parts a message names. */
const NAMED = 3;

/** `lines 120 to 480 (src/engine.ts), lines 9 to 9, in a string (40 lines)`: the largest ones, in file order. */
export function listed(parts: readonly Part[]): string {
  const largest = [...parts].sort((a, b) => b.codeBytes - a.codeBytes).slice(0, NAMED);
  const said = largest.sort((a, b) => a.startLine - b.startLine).map(described);
  return parts.length > NAMED
    ? `${said.join('; ')}; and ${counted(parts.length - NAMED, 'more part')}`
    : said.join('; ');
}

/** What parts are written in: one language, or more than one. */
export function languageOf(parts: readonly Part[]): string {
  const languages = new Set(parts.map(({ language = 'JavaScript' }) => language));
  const [first = 'JavaScript'] = languages;
  return languages.size > 1 ? 'source' : first;
}

/** One part in words. */
export function described({ startLine, endLine, lines, codeBytes, within, names }: Part): string {
  const where = startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`;
  const inside = within === undefined ? '' : `, in ${within === 'attribute' ? 'an' : 'a'} ${within}`;
  // Where lines do not tell the size, bytes do.
  const size = endLine - startLine + 1 === lines && lines > 1 ? '' : byteSize(codeBytes);
  const much = within === undefined || lines < 2 ? size : counted(lines, 'line');
  const said = [names.text, much].filter((part) => part !== '').join(', ');
  return `${where}${inside}${said === '' ? '' : ` (${said})`}`;
}
