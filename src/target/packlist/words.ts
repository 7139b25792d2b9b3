import type { Edit } from './edit.ts';
import { entriesOf, foldersAbove, type PackFolder, type PackRule, plainPath } from './rules.ts';

/** A place in the folder that was packed. */
export interface Place {
  /** Relative to the folder, `/` between segments. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What sentences about a folder need to know. */
export interface Told {
  /** `npm 11.19.1` */
  readonly manager: string;
  readonly folder: PackFolder;
  /** A file of the packed folder, seen from that of the project: with the folder of `publishConfig.directory` before it. */
  file(path: string): string;
  /** The same as the user knows it: seen from where packgate runs, so that no two packages of a workspace are mixed up. */
  called(path: string): string;
  /** The line of a value in package.json. */
  line(path: readonly (string | number)[]): number;
}

/** Why a file is in, in one line without a full stop. */
export function causeOf(path: string, rule: PackRule, told: Told): string {
  const { manager } = told;
  const manifest = told.called('package.json');
  switch (rule.kind) {
    case 'entry':
      return `${entry(rule.index, told)} ${taking(path, rule.index, told.folder)}`;
    case 'line':
      return `line ${rule.line} of ${told.called(rule.file)}, ${JSON.stringify(rule.text)}, lets it in`;
    case 'everything':
    case 'unlisted':
    case 'builtin':
      return `${manifest} has no "files" list, and ${silent(path, told)}`;
    case 'manifest':
      return 'package.json is in every package';
    case 'field':
      return `${manager} always packs the file that ${fieldPlace(rule.field, told)} names`;
    case 'note':
      return `${manager} always packs ${notes(manager)}`;
    case 'bundled':
      return `"bundleDependencies" in ${manifest}:${told.line(['bundleDependencies'])} packs dependencies whole`;
  }
}

/** Why a file is not in, in one line without a full stop. */
export function absenceOf(rule: PackRule, told: Told): string {
  const { manager } = told;
  switch (rule.kind) {
    case 'entry':
      return `${entry(rule.index, told)} keeps it out`;
    case 'unlisted':
      return `nothing in "files" (${told.called('package.json')}:${told.line(['files'])}) takes it`;
    case 'line':
      return `line ${rule.line} of ${told.called(rule.file)}, ${JSON.stringify(rule.text)}, keeps it out`;
    case 'builtin':
      return `${manager} leaves out what matches ${rule.pattern} by its own list`;
    default:
      return `${manager} left it out by a rule that packgate does not know`;
  }
}

/** What to do so that a file stays out, in one line without a full stop. */
export function fixSentence(edit: Edit, told: Told): string {
  const manifest = told.called('package.json');
  switch (edit.kind) {
    case 'add-entry':
      return `add ${JSON.stringify(edit.text)} at the end of "files" in ${manifest}`;
    case 'remove-entry':
      return `take ${JSON.stringify(entriesOf(told.folder.manifest)?.[edit.index])} out of "files" in ${manifest}`;
    case 'replace-entry':
      return `write ${JSON.stringify(edit.text)} for ${JSON.stringify(entriesOf(told.folder.manifest)?.[edit.index])} in "files" of ${manifest}`;
    case 'add-line': {
      const file = told.called(edit.file);
      if (!told.folder.ignoreFiles.has(edit.file))
        return `make a file ${file} with the line \`${edit.text}\``;
      return `add the line \`${edit.text}\` at the end of ${file}${edit.file.endsWith('.gitignore') ? ', which counts here as there is no .npmignore beside it' : ''}`;
    }
    case 'remove-line':
      return `take line ${edit.line} out of ${told.called(edit.file)}`;
  }
}

/** Fields that lead an importer, a command or a type checker to a file of the package. */
const LEADING = ['exports', 'main', 'module', 'browser', 'bin', 'types', 'typings'];

/**
 * Of each file that package.json leads to: what to do before it is left out, as without it the package would be broken.
 */
export function firstSteps(told: Told): ReadonlyMap<string, string> {
  const { manifest } = told.folder;
  const places = new Map<string, Set<string>>();
  for (const field of LEADING) {
    const isOver = fieldPath(field, told).length > 1;
    const value = (isOver ? (manifest.publishConfig as Record<string, unknown>) : manifest)[field];
    for (const path of pathsIn(value, 0)) {
      const known = places.get(path);
      if (known === undefined) places.set(path, new Set([fieldPlace(field, told)]));
      else known.add(fieldPlace(field, told));
    }
  }
  // One that is forgotten would lead to nothing, or keep the file in the package.
  return new Map(
    [...places].map(([path, fields]) => [path, `let ${inWords([...fields])} name another file`]),
  );
}

const inWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Conditions of `exports` stand in one another; what is deeper than any of them is not read. */
const MOST_CONDITIONS = 16;

function* pathsIn(value: unknown, depth: number): Generator<string> {
  if (typeof value === 'string') yield plainPath(value);
  else if (typeof value === 'object' && value !== null && depth < MOST_CONDITIONS) {
    for (const item of Object.values(value)) yield* pathsIn(item, depth + 1);
  }
}

/** What to do where no line keeps the file out. */
export function remedyOf(rule: PackRule, told: Told): string {
  switch (rule.kind) {
    case 'manifest':
      return 'change what it holds: every package has this file';
    case 'field':
      return `let ${fieldPlace(rule.field, told)} name the built file, or build over this one`;
    case 'note':
      return 'rename the file, or delete it before packing: no line keeps it out';
    case 'bundled':
      return 'take the dependency out of "bundleDependencies", or delete the file before packing';
    default:
      return 'delete it before packing: no single line keeps it out and changes nothing else';
  }
}

/** Where a person would look and change something. */
export function placeOf(rule: PackRule, edit: Edit | undefined, told: Told): Place {
  const manifest = (path: readonly (string | number)[]) => ({
    file: told.file('package.json'),
    line: told.line(path),
  });
  if (rule.kind === 'entry') return manifest(['files', rule.index]);
  if (rule.kind === 'line') return { file: told.file(rule.file), line: rule.line };
  if (rule.kind === 'field') return manifest(fieldPath(rule.field, told));
  if (rule.kind === 'bundled') return manifest(['bundleDependencies']);
  if (edit?.kind === 'add-line') {
    const text = told.folder.ignoreFiles.get(edit.file);
    if (text !== undefined) return { file: told.file(edit.file), line: text.trimEnd().split('\n').length };
  }
  return manifest(['files']);
}

function entry(index: number, told: Told): string {
  const text = entriesOf(told.folder.manifest)?.[index];
  return `"files"[${index}] in ${told.called('package.json')}:${told.line(['files', index])}, ${JSON.stringify(text)},`;
}

function taking(path: string, index: number, { manifest }: PackFolder): string {
  const text = plainPath((entriesOf(manifest)?.[index] ?? '').trim());
  if (text === path) return 'names it';
  return foldersAbove(path).includes(text) ? 'lets in the whole folder' : 'matches it';
}

function silent(path: string, { folder, called }: Told): string {
  const read = ['', ...foldersAbove(path).map((at) => `${at}/`)].flatMap((prefix) => {
    const found = ['.npmignore', '.gitignore']
      .map((name) => prefix + name)
      .find((name) => folder.ignoreFiles.has(name));
    return found === undefined ? [] : [called(found)];
  });
  return read.length === 0 ? 'no ignore file keeps it out' : `no line of ${read.join(' or ')} keeps it out`;
}

/** pnpm and yarn 2 and later put fields of `publishConfig` in place of those beside it. */
function fieldPath(field: string, { manager, folder }: Told): readonly string[] {
  const config = folder.manifest.publishConfig;
  const isOver =
    !manager.startsWith('npm ') && typeof config === 'object' && config !== null && field in config;
  return isOver ? ['publishConfig', field] : [field];
}

function fieldPlace(field: string, told: Told): string {
  const path = fieldPath(field, told);
  return `"${path.join('.')}" in ${told.called('package.json')}:${told.line(path)}`;
}

function notes(manager: string): string {
  if (manager.startsWith('yarn 1.'))
    return 'files of the root folder whose names begin with README, LICENSE, CHANGES, CHANGELOG or HISTORY';
  if (manager.startsWith('yarn'))
    return 'README, LICENSE and CHANGELOG files of the root folder, whatever their ending';
  if (manager.startsWith('bun'))
    return 'README and LICENSE files of the root folder, and without "files" CHANGELOG files, whatever their ending';
  return 'README, LICENSE and COPYING files of the root folder, whatever their ending';
}
