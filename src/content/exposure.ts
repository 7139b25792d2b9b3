import { posix } from 'node:path';
import { placeOf } from './inner-path.ts';
import { originOf } from './map/origin.ts';
import type { OriginalSource, Originals } from './originals.ts';

/**
 * What would have been public, over every map, record of the build and original source in the package; each
 * original file counts once.
 */
export interface Exposure {
  /** Original files whose whole text could be read. */
  readonly sources: number;
  /** How many of them are the publisher's own: not from `node_modules`, not written by a bundler. */
  readonly firstParty: number;
  /** Lines and UTF-8 bytes of those `sources`. */
  readonly lines: number;
  readonly bytes: number;
  /** Original files of which only the path is told. */
  readonly namedOnly: number;
  /** Paths of those `sources`, the publisher's own first; at most `MAX_RECOVERED`. */
  readonly recovered: readonly string[];
  /** How many of those paths are left out. */
  readonly recoveredMore: number;
  /** Top folders of the publisher's own files with their number of files, most first. */
  readonly folders: readonly { readonly name: string; readonly sources: number }[];
  /** Network places named as the home of sources. */
  readonly hosts: readonly string[];
  /** Storage buckets named anywhere in a map. */
  readonly buckets: readonly string[];
}

/**
 * What one finding would make public: the sources that maps and records of the build tell of, or the file itself as
 * it stands.
 */
export type Exposes =
  | { readonly kind: 'originals'; readonly originals: readonly Originals[] }
  | {
      readonly kind: 'readable';
      readonly lines: number;
      readonly bytes: number;
      /** Where the file's own maps are: its path for those inside it, and what its comments point to. */
      readonly mappedBy: readonly string[];
    };

/** Original files told apart by path; beyond it each counts, even one that came before. */
const MAX_TOLD_APART = 500_000;
/** Paths of recovered files told in a report. */
export const MAX_RECOVERED = 2000;
const MAX_FOLDERS = 50;
const MAX_PLACES = 100;
const DOT = 46;

/**
 * Adds up what the files of one package expose together.
 *
 * One original file is often exposed several times: by the maps of its ESM, CommonJS and declaration builds, and by
 * the file itself. It counts once, under the path that the map's place and its `sources` entry make together. A
 * readable file whose own map gives the original back is built, and only the original counts.
 *
 * @param exposing the files that expose something, by path; a path may come several times
 */
export function exposureOf(
  exposing: readonly { readonly path: string; readonly exposes?: Exposes }[],
): Exposure {
  /** Path of an original file to whether its text is known. */
  const seen = new Map<string, boolean>();
  const folders = new Map<string, number>();
  const hosts = new Set<string>();
  const buckets = new Set<string>();
  const totals = { sources: 0, firstParty: 0, lines: 0, bytes: 0 };
  const recovered = createRecovered();
  let namedOnly = 0;

  function add(key: string, path: string, source: Omit<OriginalSource, 'path'>): void {
    const known = seen.get(key);
    if (known === true || (known === false && !source.embedded)) return;
    if (known !== undefined || seen.size < MAX_TOLD_APART) seen.set(key, source.embedded);
    if (!source.embedded) {
      namedOnly++;
      return;
    }
    if (known === false) namedOnly--;
    totals.sources++;
    totals.lines += source.lines;
    totals.bytes += source.bytes;
    recovered.add(path, source.firstParty);
    if (!source.firstParty) return;
    totals.firstParty++;
    // Two levels, of which the report shows one where one tells enough.
    const folder = topOf(path);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }

  /** Of very many sources not all are listed by name: each of the others counts. */
  function addUnlisted(originals: Originals): void {
    const { sources, named, embedded, lines, bytes, firstParty } = originals;
    if (sources.length >= named) return;
    const rest = { sources: embedded, lines, bytes, firstParty };
    for (const source of sources) {
      if (source.firstParty) rest.firstParty--;
      if (!source.embedded) continue;
      rest.sources--;
      rest.lines -= source.lines;
      rest.bytes -= source.bytes;
    }
    totals.sources += rest.sources;
    totals.lines += rest.lines;
    totals.bytes += rest.bytes;
    totals.firstParty += Math.min(rest.firstParty, rest.sources);
    namedOnly += named - sources.length - rest.sources;
  }

  function addOriginals(file: string, originals: Originals): void {
    const folder = originals.rooted ? '' : posix.dirname(placeOf(file));
    for (const [index, source] of originals.sources.entries()) {
      if (source.path === '') {
        const nameless = `${file}!/sources/${index}`;
        if (source.embedded) add(nameless, nameless, source);
        continue;
      }
      const { scheme, path } = originOf(source.path);
      const here = scheme === undefined && !path.startsWith('/') && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(path);
      const key = here ? pathFrom(folder, path) : `${scheme}:${path}`;
      add(key, here ? key : path, source);
    }
    addUnlisted(originals);
    for (const host of originals.hosts) if (hosts.size < MAX_PLACES) hosts.add(host);
    for (const bucket of originals.buckets) if (buckets.size < MAX_PLACES) buckets.add(bucket);
  }

  const telling = new Set<string>();
  for (const { path, exposes } of exposing) {
    if (exposes?.kind !== 'originals') continue;
    for (const originals of exposes.originals) addOriginals(path, originals);
    if (exposes.originals.some(({ embedded }) => embedded > 0)) telling.add(placeOf(path));
  }
  for (const { path, exposes } of exposing) {
    if (exposes?.kind !== 'readable' || exposes.mappedBy.some((map) => telling.has(map))) continue;
    const { lines, bytes } = exposes;
    const place = placeOf(path);
    add(place, place, { embedded: true, lines, bytes, firstParty: originOf(path).firstParty });
  }
  return {
    ...totals,
    namedOnly,
    recovered: recovered.first(),
    recoveredMore: Math.max(0, totals.sources - MAX_RECOVERED),
    folders: topFolders(folders),
    hosts: [...hosts].sort(),
    buckets: [...buckets].sort(),
  };
}

/**
 * The folder that a path was last told from, those that it began with, and where these lead: the next one mostly
 * has the same.
 */
let lastFrom = '';
let lastSteps = './';
let lastPlace = '';

/** A path that is told from a folder, in the package: as `posix.join` has it, which goes through every character. */
function pathFrom(folder: string, path: string): string {
  const at = path.lastIndexOf('/') + 1;
  // A last part that is no name is a step, too.
  if (at === 0 || at === path.length || path.charCodeAt(at) === DOT) return posix.join(folder, path);
  const steps = path.slice(0, at);
  if (folder !== lastFrom || steps !== lastSteps) {
    const place = posix.join(folder, steps);
    lastFrom = folder;
    lastSteps = steps;
    lastPlace = place === './' ? '' : place;
  }
  return lastPlace + path.slice(at);
}

/** The folders that the last path lay in, and the first two of them: the next one mostly lies there as well. */
let lastFolders = '/';
let lastTop = '.';

function topOf(path: string): string {
  const end = path.lastIndexOf('/');
  // What the last part is called tells whether it is a name.
  const isNamed = end + 1 < path.length && path.charCodeAt(end + 1) !== DOT;
  if (isNamed && end === lastFolders.length && path.startsWith(lastFolders)) return lastTop;
  const parts = path.split('/').filter((part) => part !== '..' && part !== '.' && part !== '');
  const top = parts.slice(0, Math.min(2, parts.length - 1)).join('/') || '.';
  if (isNamed && end !== -1) {
    lastFolders = path.slice(0, end);
    lastTop = top;
  }
  return top;
}

/**
 * Keeps the paths that a report tells, of however many: the publisher's own first, then by code units and not by
 * the machine's language.
 */
function createRecovered() {
  let [own, others]: [string[], string[]] = [[], []];
  const first = (paths: string[], most: number) => (paths.length === 0 ? paths : paths.sort().slice(0, most));
  return {
    add(path: string, firstParty: boolean): void {
      const paths = firstParty ? own : others;
      paths.push(path);
      if (paths.length < 4 * MAX_RECOVERED) return;
      if (firstParty) own = first(own, MAX_RECOVERED);
      else others = first(others, MAX_RECOVERED);
    },
    first(): readonly string[] {
      own = first(own, MAX_RECOVERED);
      return [...own, ...first(others, MAX_RECOVERED - own.length)];
    },
  };
}

/** Folds two levels into one, unless everything lies in one top folder, of which the second level then says more. */
function topFolders(folders: ReadonlyMap<string, number>): Exposure['folders'] {
  const tops = new Map<string, number>();
  for (const [folder, sources] of folders) {
    const top = folder.split('/')[0]!;
    tops.set(top, (tops.get(top) ?? 0) + sources);
  }
  return [...(tops.size === 1 ? folders : tops)]
    .map(([name, sources]) => ({ name, sources }))
    .sort((a, b) => b.sources - a.sources || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_FOLDERS);
}
