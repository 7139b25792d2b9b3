import { MAX_LISTED_SOURCES, type OriginalSource } from '../originals.ts';
import type { Measured } from '../scanner/measure.ts';
import type { MapFacts } from './facts.ts';
import type { MapObject } from './map-object.ts';
import { originOf } from './origin.ts';
import { hostOf } from './places.ts';
import type { MapRoom } from './room.ts';
import { bucketOf } from './storage.ts';

/** The text of an original file, as it stands in a map. */
export interface SourceText {
  readonly path: string;
  /** Its first byte in what the reader was given, and the one behind its last. */
  readonly from: number;
  readonly to: number;
}

/** What the map objects of one map would expose, added up as each of them ends. */
export interface MapTally {
  /** A map object names its next source. */
  source(map: MapObject, path: string): void;
  /** A map object has its next text, from one byte of the JSON to another; null where it is empty or none. */
  content(map: MapObject, text: Measured | null, from?: number, to?: number): void;
  /** A map object would expose one file at least, and is not read. */
  unread(): void;
  /** A map that stands as a string in one of them: of very many it is kept only what they add up to. */
  enclosed(map: MapObject, facts: MapFacts): void;
  /** What a map says of where things are: a host or a bucket in it counts. */
  address(text: string): void;
  /** Adds a map object that has ended. `offset`: where its JSON begins, in bytes. */
  add(map: MapObject, offset: number): void;
  /** @param others buckets that were found elsewhere in the bytes, where anybody looked */
  facts(others: Iterable<string> | undefined): Tallied;
  texts(): readonly SourceText[];
  /** Begins anew, with another room. */
  again(next: MapRoom): void;
}

type Totals = Pick<MapFacts, 'named' | 'embedded' | 'firstParty' | 'lines' | 'bytes'>;
type Tallied = Totals & Pick<MapFacts, 'sources' | 'hosts' | 'buckets' | 'scheme'>;

/** Maps in strings of one map whose sources are listed. */
const MAX_KEPT = 1000;
/** Hosts, and buckets, that are listed of one map. */
const MAX_PLACES = 100;

/**
 * @param room shared by all maps of a file
 * @param partial whether the names of sources may be missing
 */
export function createMapTally(room: MapRoom, partial: boolean): MapTally {
  let left = room;
  let hosts: Set<string> | undefined;
  let buckets: Set<string> | undefined;
  let sources: OriginalSource[] = [];
  let texts: SourceText[] = [];
  const totals = { named: 0, embedded: 0, firstParty: 0, lines: 0, bytes: 0 };
  let scheme: string | undefined;

  function source(map: MapObject, path: string): void {
    map.sourceCount++;
    left.sources--;
    left.characters -= path.length;
    // What is listed is the first ones, without a gap.
    if (left.sources < 0 || left.characters < 0) left.sources = 0;
    else map.paths.push(path);
  }

  function content(map: MapObject, text: Measured | null, from = 0, to = 0): void {
    map.contentCount++;
    if (map.contents.length < MAX_LISTED_SOURCES) {
      map.contents.push(text);
      map.spans.push(from, to);
    } else if (text !== null) count(text);
  }

  function count(text: Measured): void {
    totals.embedded++;
    totals.lines += text.lines;
    totals.bytes += text.bytes;
  }

  function unread(): void {
    totals.named++;
    totals.firstParty++;
  }

  function enclosed(map: MapObject, facts: MapFacts): void {
    const last = map.enclosed[MAX_KEPT - 1];
    if (last === undefined) map.enclosed.push(facts);
    else map.enclosed[MAX_KEPT - 1] = { ...last, ...sumOf(last, facts) };
  }

  function include(facts: MapFacts): void {
    Object.assign(totals, sumOf(totals, facts));
    for (const one of facts.sources) if (sources.length < MAX_LISTED_SOURCES) sources.push(one);
    scheme ??= facts.scheme;
    if (facts.hosts.length > 0) hosts ??= new Set();
    if (facts.buckets.length > 0) buckets ??= new Set();
    for (const host of facts.hosts) if (hosts!.size < MAX_PLACES) keep(hosts!, host);
    for (const bucket of facts.buckets) if (buckets!.size < MAX_PLACES) keep(buckets!, bucket);
  }

  function address(text: string): void {
    if (!text.includes('//')) return;
    if (hosts === undefined || hosts.size < MAX_PLACES) {
      const host = hostOf(text);
      hosts ??= new Set();
      if (host !== undefined) keep(hosts, host);
    }
    const url = /^([A-Za-z][A-Za-z0-9]{0,7}):\/\/(.*)$/s.exec(text);
    const bucket = url === null ? undefined : bucketOf(url[1]!.toLowerCase(), url[2]!);
    buckets ??= new Set();
    if (bucket !== undefined && buckets.size < MAX_PLACES) keep(buckets, bucket);
  }

  /** The first place of a map always finds left. */
  function keep(places: Set<string>, place: string): void {
    if (places.has(place) || (places.size > 0 && left.characters <= 0)) return;
    left.characters -= place.length;
    places.add(place);
  }

  function add(map: MapObject, offset: number): void {
    map.enclosed.forEach(include);
    address(map.sourceRoot);
    const named = Math.max(map.sourceCount, map.contentCount);
    totals.named += named;
    // Beyond what is listed nobody can tell whose a source is; counting it as the publisher's own errs on the safe side.
    const nameless = Math.max(0, Math.min(named - map.sourceCount, left.sources));
    left.sources -= nameless;
    const known = map.paths.length < map.sourceCount ? map.paths.length : map.sourceCount + nameless;
    const listed = Math.min(named, known, MAX_LISTED_SOURCES);
    totals.firstParty += named - listed;
    for (const text of map.contents.slice(listed)) if (text !== null) count(text);
    for (let i = 0; i < listed; i++) list(map, i, offset);
  }

  function list(map: MapObject, index: number, offset: number): void {
    const path = withRoot(map.sourceRoot, map.paths[index] ?? '');
    const text = map.contents[index] ?? null;
    const origin = originOf(path);
    // Whose a text without a name is nobody can tell; taking it for the publisher's own errs on the safe side.
    const firstParty = origin.firstParty || (partial && path === '');
    scheme ??= origin.scheme;
    address(path);
    if (text !== null) {
      count(text);
      const [from, to] = [map.spans[index * 2]!, map.spans[index * 2 + 1]!];
      if (texts.length < MAX_LISTED_SOURCES) texts.push({ path, from: offset + from, to: offset + to });
    }
    if (firstParty) totals.firstParty++;
    if (map.sourceRoot !== '') left.characters -= map.sourceRoot.length;
    if (sources.length < MAX_LISTED_SOURCES && left.characters >= 0) {
      sources.push({
        path,
        embedded: text !== null,
        lines: text?.lines ?? 0,
        bytes: text?.bytes ?? 0,
        firstParty,
      });
    }
  }

  return {
    source,
    content,
    unread,
    enclosed,
    address,
    add,
    facts(others) {
      const { named, embedded, firstParty, lines, bytes } = totals;
      return {
        // Without the room that a list has to grow in: a package may have very many maps.
        sources: sources.length < 16 ? sources.slice() : sources,
        named,
        embedded,
        firstParty,
        lines,
        bytes,
        hosts: sorted(hosts),
        buckets: sorted(others === undefined ? buckets : [...(buckets ?? []), ...others]),
        scheme,
      };
    },
    texts: () => texts,
    again(next) {
      left = next;
      hosts = buckets = scheme = undefined;
      sources = [];
      texts = [];
      totals.named = totals.embedded = totals.firstParty = totals.lines = totals.bytes = 0;
    },
  };
}

function sumOf(one: Totals, other: Totals): Totals {
  return {
    named: one.named + other.named,
    embedded: one.embedded + other.embedded,
    firstParty: one.firstParty + other.firstParty,
    lines: one.lines + other.lines,
    bytes: one.bytes + other.bytes,
  };
}

const NO_PLACES: readonly string[] = [];

function sorted(places: Iterable<string> | undefined): readonly string[] {
  if (places === undefined) return NO_PLACES;
  const all = [...new Set(places)].sort();
  return all.length === 0 ? NO_PLACES : all;
}

function withRoot(root: string, path: string): string {
  if (root === '' || /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)/.test(path)) return path;
  return root.endsWith('/') ? root + path : `${root}/${path}`;
}
