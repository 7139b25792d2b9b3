import type { FileFacts } from '../../content/facts.ts';
import type { PlaceSighting } from '../../content/secret/candidates.ts';
import { count } from '../../figures.ts';
import type { Levels, Sighting } from '../rule.ts';

/** An address that ends in an archive or a source map is not only told of: it can be fetched. */
export const WORSE: Readonly<Record<string, Levels>> = { archive: { closed: 'error', open: 'error' } };

/** Documentation shows addresses that are nobody's; type declarations are documentation for the most part. */
const PROSE =
  /(?:\.(?:md|mdx|markdown|txt|rst|adoc|d\.[cm]?ts)|(?:^|\/)(?:licen[cs]e|notice|changelog|readme|authors|contributors)[^/]*)$/i;
const MAX_NAMED = 3;

/** A name by which nobody publishes: sources, copies of a server, maps. */
const PRIVATE =
  /(?:^|[^a-z])(?:src|sources?|code(?:base)?|repo(?:sitory)?|back-?up|bak|dump|private|internal|secrets?)(?:[^a-z]|$)|\.map$/i;
/** A release for installers: a package in its own format, a version, a platform; or what documentation shows. */
const RELEASE =
  /\.(?:jar|whl|nupkg|vsix|crx)$|(?:^|[^0-9])\d+\.\d+|(?:^|[^a-z])(?:linux|darwin|mac(?:os)?|osx|win(?:dows|32|64)?|android|ios|x64|x86|amd64|arm64|aarch64|i686|musl|demo|sample|example|tutorial)(?:[^a-z]|$)/i;

/** Programs download releases of other programs from buckets: whoever runs one may fetch those. */
function isRelease({ archive = '' }: PlaceSighting): boolean {
  return RELEASE.test(archive) && !PRIVATE.test(archive);
}

/** One sighting for all places of one kind in a file, and one for each that leads to an archive or a map. */
export function* sightPlaces(
  file: FileFacts,
  kind: PlaceSighting['kind'],
  what: string,
  whatWithPlural: (count: number) => string,
): Iterable<Sighting> {
  if (PROSE.test(file.path)) return;
  // What a map says of its own sources is for `source-map/remote-source` to tell, with all that it names beside.
  const told = new Set(
    file.maps
      .filter(({ facts }) => facts.hosts.length > 0)
      .flatMap(({ facts }) => [...facts.hosts, ...facts.buckets]),
  );
  const places = file.places.filter((place) => place.kind === kind && !told.has(place.name));
  const archives = places.filter(({ archive }) => archive !== undefined);
  // Where releases lie, what lies beside them is one as well, unless its name says otherwise. A source map names
  // what nobody was to read.
  const shops = new Set(file.maps.length > 0 ? [] : archives.filter(isRelease).map(({ name }) => name));
  const worse = archives.filter(({ name, archive = '' }) => PRIVATE.test(archive) || !shops.has(name));
  for (const { name, archive = '', line, column } of worse) {
    yield {
      path: file.path,
      line,
      column,
      variant: 'archive',
      message: `This file tells everybody that ${what} ${name} holds ${archive}.`,
      help: `Make sure that ${archive} cannot be fetched from outside, or holds nothing but what you publish anyhow; then a waiver says so. Else take the address out.`,
      evidence: { place: name, archive },
      detail: `${name} ${archive}`,
    };
  }
  const names = [...new Set(places.filter((place) => !worse.includes(place)).map(({ name }) => name))];
  const first = places.find(({ name }) => name === names[0]);
  if (first === undefined) return;
  const shown = names.slice(0, MAX_NAMED).join(', ');
  const more = names.length > MAX_NAMED ? ` and ${count(names.length - MAX_NAMED)} more` : '';
  yield {
    path: file.path,
    line: first.line,
    column: first.column,
    message: `This file names ${whatWithPlural(names.length)}: ${shown}${more}.`,
    evidence: { places: names },
    detail: names.join(' '),
  };
}
