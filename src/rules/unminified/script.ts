import type { FileFacts } from '../../content/facts.ts';
import type { TextFacts } from '../../content/text/text.ts';
import { counted } from '../../figures.ts';
import type { Evidence, FileRule, Sighting } from '../rule.ts';
import { type Beside, type Words, wordedLater } from '../worded.ts';
import { heldHelp, LIBRARY_HELP, scriptHelp } from './causes.ts';
import { classOfScript } from './classes.ts';
import { isCoverageAsset } from './coverage-page.ts';
import { reasons, scriptEvidence } from './evidence.ts';
import { isPublic, namesOf, ownershipEvidence, publicLibrary } from './modules.ts';
import {
  arePublic,
  described,
  languageOf,
  listed,
  readableInData,
  readableInlays,
  readableParts,
} from './parts.ts';
import { readable, readableIn } from './readable.ts';

/** What copies of public libraries come to. */
const LIBRARY = { help: LIBRARY_HELP, variant: 'library' };
/** Of functions whose text byte code of Hermes keeps. */
const SHOWN =
  "Leave the directive 'show source' out of what Hermes compiles: without it byte code keeps no text of functions.";
/** So many bytes of long lines are no bundle: a compiler writes them among laid-out code, as lists of exports. */
const LONG_LINES = 4096;
/** How many parts the evidence lists. */
const PARTS = 20;

export const rule: FileRule = {
  id: 'unminified/script',
  scope: 'file',
  grounds: ['readable script'],
  title: 'Readable JavaScript',
  description:
    'JavaScript with its white space, names and comments in place is source code for whoever installs the package. The rule counts white space that a minifier would drop, so line breaks and file names do not fool it. It finds readable parts of minified files, and sources in strings (of JSON as well) and comments. Where a bundler or a folder marks all of it as copies from node_modules, by names without a scope, it is the variant `library`; a licence banner alone makes nothing milder.',
  help: "Turn on the bundler's minifier for the build that is published, or list the file under the rule's ignore where its source is public.",
  cwe: [540, 615],
  levels: { closed: 'error', open: 'off' },
  variants: { library: { closed: 'warning', open: 'off' } },
  *inspect(file) {
    const { text } = file;
    if (text?.carried !== undefined) yield* carriedBy(file, text.carried);
    if (text?.script === undefined || (text.language !== 'script' && text.language !== 'markup')) return;
    // The page of a report brings the code that shows it; the record in it is what leaks.
    if (text.language === 'markup' && file.records !== undefined) return;
    const { script } = text;
    const kind = classOfScript(text, script);
    if (kind !== 'readable' && kind !== 'mixed') return;
    if (isMapAsModule(file)) return;
    const copied = publicLibrary(file.path) !== undefined;
    const evidence = { ...scriptEvidence(script, file.maps), ...ownershipEvidence(script) };
    const help = (dense: boolean) => (file.carrier === 'hermes' ? SHOWN : scriptHelp(file.path, dense));
    const isDense = script.denseBytes > script.codeBytes / 2;
    if (kind === 'readable') {
      const names = namesOf(script.modules);
      // A development build hands its modules to `eval`; code in other strings adds little to a file that is readable.
      const evaluated = readableInlays(script).filter((part) => part.evaluated);
      const more = evaluated.reduce((sum, { lines }) => sum + lines, 0);
      const library =
        copied || (isPublic(names, script.codeBytes - script.denseBytes) && arePublic(evaluated));
      const weight: Beside = library
        ? LIBRARY
        : { help: help(isDense), exposes: grown(readable(file), more) };
      if (names.text === '' && more === 0) {
        yield wordedLater(file.path, evidence, PLAIN, weight);
        return;
      }
      const whose = names.text === '' ? '' : ` (${names.text})`;
      const inStrings = more === 0 ? '' : `; and ${counted(more, 'line')} in strings: ${listed(evaluated)}`;
      const message = `${counted(script.codeLines, 'line')} of readable JavaScript${whose}: ${reasons(evidence)}${inStrings}`;
      yield { path: file.path, message, evidence, ...weight };
      return;
    }
    // The strings of a map object are told of as that map.
    const isMap = file.maps.some(({ form, facts }) => form === 'object' && facts.embedded > 0);
    const parts = readableParts(script).filter(({ within }) => !isMap || !within);
    const [first] = parts;
    if (first === undefined) return;
    const library = copied || arePublic(parts);
    const lines = linesOf(parts);
    // What lies in the string of a laid-out module of nothing else, or in a comment, is in no minified file.
    const dense = script.codeBytes > script.commentBytes && script.denseBytes >= script.codeBytes / 2;
    const laidOut =
      script.denseBytes < LONG_LINES &&
      linesOf(parts.filter(({ within }) => !within)) >= script.codeLines * 0.8;
    const around = !dense ? '' : laidOut ? ' beside long ones' : ' in a minified file';
    const message = `${counted(lines, 'line')} of readable ${languageOf(parts)}${around}: ${listed(parts)}`;
    const whatToDo = (file.carrier === 'hermes' ? undefined : heldHelp(parts)) ?? help(isDense && !laidOut);
    const weight = library ? LIBRARY : { help: whatToDo, exposes: readableIn(file, parts) };
    yield {
      path: file.path,
      line: first.startLine,
      message,
      evidence: {
        ...evidence,
        readableLines: lines,
        parts: parts.slice(0, PARTS).map(described),
        ...(script.moreInlays > 0 && { moreTexts: script.moreInlays }),
      },
      ...weight,
    };
  },
  settle:
    ({ files }) =>
    (sighting) =>
      isCoverageAsset(sighting.path, files) ? undefined : sighting,
};

const IN_DATA =
  'Leave the file out of the package, or the text of sources out of it. If it is public anyway, list it under rules: unminified/script: ignore.';

/** Sources in the strings of JSON. The text of a record is told as that record, and that of a copy of the heap as this copy. */
function* carriedBy(file: FileFacts, carried: NonNullable<TextFacts['carried']>): Iterable<Sighting> {
  if (file.records !== undefined || file.maps.length > 0 || file.debug?.memory !== undefined) return;
  const parts = readableInData(carried);
  const [first] = parts;
  if (first === undefined) return;
  const lines = linesOf(parts);
  const library = publicLibrary(file.path) !== undefined || arePublic(parts);
  yield {
    path: file.path,
    line: first.startLine,
    message: `${carried.moreInlays > 0 ? 'More than ' : ''}${counted(lines, 'line')} of readable ${languageOf(parts)} in data: ${listed(parts)}`,
    evidence: {
      readableLines: lines,
      parts: parts.slice(0, PARTS).map(described),
      ...(carried.moreInlays > 0 && { moreTexts: carried.moreInlays }),
    },
    ...(library ? LIBRARY : { help: IN_DATA, exposes: readableIn(file, parts) }),
  };
}

/** Of a file about which there is nothing but figures to tell. */
const PLAIN: Words<Evidence> = {
  message: (figures) =>
    `${counted(Number(figures.codeLines), 'line')} of readable JavaScript: ${reasons(figures)}`,
  evidence: (figures) => figures,
  weight: (figures) => Number(figures.codeLines),
};

const linesOf = (parts: readonly { readonly lines: number }[]): number =>
  parts.reduce((sum, { lines }) => sum + lines, 0);

type Readable = ReturnType<typeof readable>;

function grown(whole: Readable, lines: number): Readable {
  return lines === 0 ? whole : { ...whole, lines: whole.lines + lines };
}

/** Bytes that a module needs to export a map: its own, and a comment. */
const AROUND_MAP = 300;

/** Whether all of a file is a map that is told as such. */
function isMapAsModule({ maps, size }: FileFacts): boolean {
  const map = maps.find(({ form, facts }) => form === 'object' && facts.named > 0);
  return map !== undefined && size - map.size < AROUND_MAP;
}
