import { patternProblem } from '../glob.ts';
import { createMatcher } from '../paths.ts';
import { isNote } from '../rules/allowlist/always.ts';
import { escapeGlob } from '../rules/allowlist/wider.ts';
import { coverKind, createKinds, type Kind } from './cover.ts';
import { createGeneralise } from './generalise.ts';

/** Where a glob also matches leaking files, up to so many others are listed one by one in its place. */
const MOST_LISTED = 3;

/**
 * The smallest set of readable globs that matches these files and no others that are likely: a glob keeps the
 * folder and the extension, hashes and versions in names become `*`, single files are listed, and each bundled
 * dependency is a folder.
 *
 * @param files what may ship, paths in the package; manifest and notes at the root, which need no pattern, may be
 *   among them
 * @param leaking files of the package that no pattern may match, whatever their names
 * @param version of the package
 * @returns sorted, ones with `!` last. Files whose names no pattern can say (too long, or with control characters)
 *   are left out
 */
export function proposeAllow(
  files: readonly string[],
  leaking: readonly string[],
  version: string,
): readonly string[] {
  const wanted = files.filter((path) => !needsNoLine(path) && isWritable(path)).sort();
  const bundled = bundledFolders(wanted, leaking);
  const groups = new Map<string, { readonly kind: Kind; readonly paths: string[] }>();
  const own = wanted.filter((path) => !bundled.has(bundledFolder(path) ?? ''));
  const kindIn = createKinds(own);
  for (const path of own) {
    const kind = kindIn(path);
    const group = groups.get(kind.id) ?? { kind, paths: [] };
    groups.set(kind.id, group);
    group.paths.push(path);
  }
  const generalise = createGeneralise(wanted, version);
  const patterns = [
    ...[...bundled].map((folder) => `${escapeGlob(folder)}/**`),
    ...[...groups.values()].flatMap(({ kind, paths }) => coverKind(paths, kind, generalise)),
  ];
  const usable = patterns.filter((pattern) => patternProblem(pattern) === undefined);
  const proposed = withoutLeaks(withoutSpare([...new Set(usable)], wanted), wanted, leaking);
  return complete(proposed, wanted);
}

function needsNoLine(path: string): boolean {
  return path === 'package.json' || isNote(path);
}

function isWritable(path: string): boolean {
  return patternProblem(escapeGlob(path)) === undefined;
}

const BUNDLED = /^node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

function bundledFolder(path: string): string | undefined {
  return BUNDLED.exec(path)?.[0];
}

/** Dependencies inside the package are other people's builds: of one in which nothing leaks, all files go together. */
function bundledFolders(wanted: readonly string[], leaking: readonly string[]): ReadonlySet<string> {
  const folders = new Set(wanted.map(bundledFolder).filter((folder) => folder !== undefined));
  for (const path of leaking) folders.delete(bundledFolder(path) ?? '');
  return folders;
}

/** Leaves out the patterns whose every file another one matches as well, beginning with those that match least. */
function withoutSpare(patterns: readonly string[], wanted: readonly string[]): string[] {
  const matcher = createMatcher(patterns);
  const filesOf = patterns.map((): number[] => []);
  const patternsOf = wanted.map((path, file) => {
    const all = matcher.all(path);
    for (const index of all) filesOf[index]!.push(file);
    return new Set(all);
  });
  const fewestFirst = [...patterns.keys()].sort((a, b) => filesOf[a]!.length - filesOf[b]!.length);
  const kept = new Set(patterns.keys());
  for (const index of fewestFirst) {
    if (filesOf[index]!.some((file) => patternsOf[file]!.size === 1)) continue;
    kept.delete(index);
    for (const file of filesOf[index]!) patternsOf[file]!.delete(index);
  }
  return patterns.filter((_, index) => kept.has(index));
}

/** Replaces a glob that also matches leaking files by what else it matches, or takes those files out again. */
function withoutLeaks(
  patterns: readonly string[],
  wanted: readonly string[],
  leaking: readonly string[],
): string[] {
  const matcher = createMatcher(patterns);
  const bad = matchedBy(matcher.all, leaking);
  if (bad.size === 0) return [...patterns];
  const good = matchedBy(matcher.all, wanted);
  const denied = new Set<string>();
  const allowed = patterns.flatMap((pattern, index) => {
    const leaks = bad.get(index) ?? [];
    const others = good.get(index) ?? [];
    if (leaks.length === 0) return [pattern];
    // A name that no pattern can say cannot be denied either.
    if (others.length <= Math.max(MOST_LISTED, leaks.length) || !leaks.every(isWritable))
      return others.map(escapeGlob);
    for (const path of leaks) denied.add(`!${escapeGlob(path)}`);
    return [pattern];
  });
  return [...new Set(allowed), ...denied];
}

function matchedBy(
  all: (path: string) => readonly number[],
  paths: readonly string[],
): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>();
  for (const path of paths) {
    for (const index of all(path)) found.set(index, [...(found.get(index) ?? []), path]);
  }
  return found;
}

/** Sorts, and lists what a pattern was meant for that could not be written. */
function complete(patterns: readonly string[], wanted: readonly string[]): string[] {
  const allowing = patterns.filter((pattern) => !pattern.startsWith('!'));
  const denying = patterns.filter((pattern) => pattern.startsWith('!'));
  const { matches } = createMatcher(allowing);
  const missed = wanted.filter((path) => !matches(path)).map(escapeGlob);
  return [...[...allowing, ...missed].sort(), ...denying.sort()];
}
