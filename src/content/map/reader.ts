import type { Reader } from '../reader.ts';
import { type KeyNames, keyNames } from '../scanner/key-names.ts';
import type { Measured } from '../scanner/measure.ts';
import { createEnclosedMap, type EnclosedMap } from './enclosed.ts';
import type { MapFacts } from './facts.ts';
import { joinVisitors } from './join.ts';
import { createJsonWalk, type JsonState, type JsonVisitor, type Notation, type Want } from './json.ts';
import { createMapObject, holdsTexts, isMap, type MapObject, tells } from './map-object.ts';
import { createPlaceScanner, type PlaceScanner } from './places.ts';
import { MAX_PREFIX, prefixLength } from './prefix.ts';
import { createMapRoom, type MapRoom } from './room.ts';
import { createMapTally, type SourceText } from './tally.ts';

const NOTHING = Buffer.alloc(0);

/** Reads bytes that may be a source map; the facts are null where they are none. */
export interface MapReader extends Reader<MapFacts | null> {
  /**
   * As `push`, for an object literal in a script, which no prefix precedes.
   *
   * @returns how many bytes of the view belong to it: fewer than all only once the verdict is `over`
   */
  take(view: Buffer): number;
  /**
   * `unsure`: nothing speaks for a map yet. `likely`: it has begun as one. `over`: the JSON has ended, or the bytes
   * are no JSON; more of them change nothing.
   */
  verdict(): 'unsure' | 'likely' | 'over';
  /**
   * Whether `end` will tell of a map whatever follows, or what has passed belongs to nothing else: mappings of many
   * kilobytes.
   */
  settled(): boolean;
  /** Grows as long as there is something new to tell. What stays where it is for thousands of bytes is no map. */
  progress(): number;
  /** Where the JSON stands: `done` once it is there from start to end, `broken` where the bytes are none. */
  state(): JsonState;
  /** Bytes of the map so far, what stands before it included, and nothing behind it. */
  size(): number;
  /** The texts of the map that `end` told of. */
  texts(): readonly SourceText[];
  /** Begins anew, with other bytes and another room. Call after `end`. */
  again(): void;
}

export interface MapReaderOptions {
  readonly notation?: Notation;
  /** Is shown what concerns no map, until the bytes have begun as one. */
  readonly beside?: JsonVisitor;
  /**
   * The bytes begin in the middle of a map: what tells that it is one may be missing, as may the names of its sources.
   */
  readonly partial?: boolean;
  /**
   * The bytes stand in something else, and most that begin as these do are no map: reading ends at the first key or value
   * that no map has.
   */
  readonly carried?: boolean;
  /** Shared by all maps of a file. */
  readonly room?: MapRoom;
  /** How many maps it stands in as a string. */
  readonly level?: number;
}

/** Where the walk stands: what the entered container is. */
type Place = 'map' | 'sources' | 'contents' | 'names' | 'sections' | 'section';

/** Keys of a map whose arrays are read. */
const LISTS: Readonly<Record<string, Place>> = {
  sources: 'sources',
  sourcesContent: 'contents',
  sections: 'sections',
};

/** Keys of a map that are kept, to know by them what wrote it. */
const MAX_KEYS = 32;
/** Keys of a map under which a value that is no list is read. */
const HEEDED = keyNames(['version', 'sourceRoot', 'debugId', 'debug_id', 'mappings']);

/**
 * Bytes of mappings that belong to no other file than a map, so that nobody else need read them. webpack writes
 * them before the sources.
 */
const LONG_MAPPINGS = 65_536;

/** What tools write beside, and of which kind: with the keys above and `x_` extensions all that a map begins with. */
const OTHERS: Readonly<Record<string, string>> = {
  version: 'string other',
  file: 'string other',
  sourceRoot: 'string other',
  // As a list, before it was encoded.
  mappings: 'string array',
  names: 'array',
  sources: 'array',
  sourcesContent: 'array other',
  sections: 'array',
  debugId: 'string',
  debug_id: 'string',
  ignoreList: 'array other',
  rangeMappings: 'string',
  scopes: 'string array',
  lineCount: 'other',
};

/**
 * Index maps inside each other that are read: the walk enters a thousand containers, of which each of them takes three.
 */
const MAX_NESTED = 300;
/** Maps that stand as strings in each other that are read: escaping makes each of them larger than the next. */
const MAX_ENCLOSED = 8;
/** A debug id is a UUID; what is longer is cut. In characters. */
const MAX_DEBUG_ID = 64;

/**
 * Recognises a source map by its content and measures what it would expose, in one pass and bounded memory,
 * whatever the order of its keys and however large it is.
 *
 * Read are the forms of ECMA-426: a plain map, or an index map with `sections`, nested or by URL; behind a byte order
 * mark or an XSSI prefix. A map that was cut off counts as far as it goes: what is left of it is as readable as ever.
 */
export function createMapReader(options: MapReaderOptions = {}): MapReader {
  const { notation = 'json', beside, partial = false, carried = false, level = 0 } = options;
  let { room = createMapRoom() } = options;
  /** Made where something may name a place: of many small maps nothing does. */
  let places: PlaceScanner | undefined;
  const tally = createMapTally(room, partial);
  let keys: string[] = [];
  let accepted = false;
  let likely = false;
  /**
   * The last value that began is a text of mappings, and whether it was not over yet with the last view; bytes of
   * views since then that it filled.
   */
  let atMappings = false;
  let mapped = false;
  let stretch = 0;
  let certain = false;
  let pretty = false;

  const maps: MapObject[] = [];
  const where: Place[] = [];
  /** What the captured value at hand is. */
  let captured: 'version' | 'sourceRoot' | 'source' | 'debugId' | undefined;
  /** The string at hand that may hold a map: that of a section, or where it is to be found. */
  let enclosed: EnclosedMap | undefined;
  let isUrl = false;
  let debugId: string | undefined;
  let progress = 0;
  /** The value at hand is that of `mappings`. */
  let mapping = false;

  const visitor: JsonVisitor = {
    value,
    captured: onCaptured,
    measured: onMeasured,
    passed(bytes) {
      enclosed!.push(bytes);
      if (enclosed!.likely()) progress++;
    },
    passedAll: onEnclosed,
    leave,
    heeded(): KeyNames | undefined {
      const inMap = where.length > 0 && where[where.length - 1] === 'map';
      // The first keys are kept to tell who wrote the map, and a map in a script ends at the first key that is none
      // of its own.
      return inMap && !carried && (maps.length > 1 || keys.length === MAX_KEYS) ? HEEDED : undefined;
    },
  };
  const walk = createJsonWalk(
    beside === undefined ? visitor : joinVisitors(visitor, beside, () => likely),
    notation,
  );

  function value(kind: 'object' | 'array' | 'string' | 'other', key: string | undefined): Want {
    progress++;
    mapping = atMappings = false;
    if (where.length === 0) return kind === 'object' ? enterMap() : 'skip';
    switch (where[where.length - 1]) {
      case 'map':
        return mapValue(kind, key ?? '');
      case 'sources':
        captured = 'source';
        if (kind === 'string') return 'capture';
        tally.source(maps[maps.length - 1]!, '');
        return 'skip';
      case 'contents':
        if (kind === 'string') return 'measure';
        tally.content(maps[maps.length - 1]!, null);
        return 'skip';
      case 'names':
        return kind === 'string' ? 'skip' : 'stop';
      case 'sections':
        return kind === 'object' ? enter('section') : 'skip';
      case 'section':
        if (key === 'map' && kind === 'object') return maps.length < MAX_NESTED ? enterMap() : passMap();
        if (kind !== 'string' || (key !== 'url' && key !== 'map')) return 'skip';
        if (level === MAX_ENCLOSED) return passMap();
        isUrl = key === 'url';
        enclosed = createEnclosedMap(() => createMapReader({ room, level: level + 1 }));
        return 'pass';
      default:
        return 'skip';
    }
  }

  function mapValue(kind: 'object' | 'array' | 'string' | 'other', key: string): Want {
    const map = maps[maps.length - 1]!;
    if (carried && isForeign(map, kind, key)) return 'stop';
    if (maps.length === 1 && keys.length < MAX_KEYS) keys.push(key.length > 64 ? '' : key);
    if (key === 'version' && kind !== 'object' && kind !== 'array') {
      captured = 'version';
      return 'capture';
    }
    if (key === 'sourceRoot' && kind === 'string') {
      captured = 'sourceRoot';
      return 'capture';
    }
    if ((key === 'debugId' || key === 'debug_id') && kind === 'string' && maps.length === 1) {
      captured = 'debugId';
      return 'capture';
    }
    const list = kind === 'array' ? LISTS[key] : undefined;
    if (key === 'mappings' && kind === 'string') map.mappings = atMappings = true;
    if (list === 'sections') map.sections++;
    if (list === 'sources') map.listed = true;
    if (list === 'contents' || (map.version === '3' && (map.mappings || list !== undefined))) likely = true;
    if (list !== undefined) return enter(list);
    if (!carried) return 'skip';
    mapping = key === 'mappings';
    if (mapping && kind === 'string') return 'mappings';
    return key === 'names' ? enter('names') : 'skip';
  }

  /** Whether a value is one that no map has, as long as it is not clear that this is one. */
  function isForeign(map: MapObject, kind: string, key: string): boolean {
    const holds = map.sourceCount > 0 || map.contentCount > 0 || map.sections > 0;
    if ((likely && (holds || map.mappings)) || (map.mappings && holds) || maps.length > 1) return false;
    return !key.startsWith('x_') && OTHERS[key]?.includes(kind) !== true;
  }

  function enter(place: Place): Want {
    where.push(place);
    return 'enter';
  }

  function enterMap(): Want {
    maps.push(createMapObject());
    return enter('map');
  }

  /** Of a map that lies too deep. */
  function passMap(): Want {
    tally.unread();
    return 'skip';
  }

  function onCaptured(text: string): void {
    const map = maps[maps.length - 1];
    if (map === undefined) return;
    // Whichever of two a tool goes by: nothing that follows makes it less of a map.
    if (captured === 'version') map.version = map.version === '3' ? '3' : text;
    else if (captured === 'sourceRoot') map.sourceRoot = text;
    else if (captured === 'source') tally.source(map, text);
    else if (captured === 'debugId') debugId = text.slice(0, MAX_DEBUG_ID);
  }

  function onEnclosed(): void {
    const map = maps[maps.length - 1];
    const found = enclosed?.end() ?? null;
    if (map !== undefined && found !== null) tally.enclosed(map, found);
    else if (map !== undefined && isUrl) tally.address(enclosed!.text());
    if (map !== undefined && isUrl) map.sections++;
    enclosed = undefined;
  }

  function onMeasured(text: Measured, from: number, to: number): void {
    tally.content(maps[maps.length - 1]!, text.bytes === 0 ? null : text, from, to);
  }

  function leave(): void {
    if (where.pop() === 'map') closeMap(maps.pop()!, true);
  }

  function closeMap(map: MapObject, whole: boolean): void {
    if (partial ? !holdsTexts(map) : !isMap(map, whole)) return;
    // Tools that make maps hold such objects in their code, with nothing in them yet.
    if (notation === 'script' && map.sections === 0 && !tells(map)) return;
    accepted = true;
    tally.add(map, prefix);
  }

  /** The first bytes, until there are enough of them to know a prefix by. */
  let head: Buffer | undefined = notation === 'json' && !partial ? NOTHING : undefined;

  let size = 0;
  /** Bytes in front of the JSON. */
  let prefix = 0;

  function feed(view: Buffer, whole = false): number {
    const taken = walk.state() === 'open' ? walk.push(view) : 0;
    size += taken;
    if (mapped) stretch += taken;
    mapped = atMappings && walk.inText();
    if (!mapped) stretch = 0;
    else if (stretch >= LONG_MAPPINGS && maps[0]!.version === '3') certain = true;
    if (mapping) progress++;
    if ((likely || walk.state() === 'open') && !(whole && view.indexOf('://') === -1)) {
      places ??= createPlaceScanner();
      places.push(view.subarray(0, taken));
    }
    return taken;
  }

  function begin(bytes: Buffer, whole = false): void {
    head = undefined;
    prefix = prefixLength(bytes.length > MAX_PREFIX ? bytes.subarray(0, MAX_PREFIX) : bytes);
    const json = prefix === 0 ? bytes : bytes.subarray(prefix);
    size += prefix;
    pretty = json[1] === 10 || (json[1] === 13 && json[2] === 10);
    feed(json, whole);
  }

  return {
    take: (view) => feed(view),
    push(view, whole) {
      if (head === undefined) {
        feed(view);
        return;
      }
      if (whole && head.length === 0) {
        begin(view, true);
        return;
      }
      const missing = Math.max(0, MAX_PREFIX - head.length);
      head = Buffer.concat([head, view.subarray(0, missing)]);
      if (head.length < MAX_PREFIX) return;
      begin(head);
      if (view.length > missing) feed(view.subarray(missing));
    },
    verdict() {
      return walk.state() !== 'open' ? 'over' : likely ? 'likely' : 'unsure';
    },
    settled() {
      return accepted || certain || (notation === 'json' && maps.length > 0 && isMap(maps[0]!, true));
    },
    size() {
      return size;
    },
    texts() {
      return tally.texts();
    },
    progress() {
      return progress;
    },
    state() {
      return walk.state();
    },
    end() {
      if (head !== undefined) begin(head);
      walk.end();
      const truncated = walk.state() === 'open' || (walk.state() === 'broken' && likely);
      if (enclosed !== undefined) onEnclosed();
      // What was open when the bytes ended is closed from the inside out, so that a cut map tells what it holds.
      while (maps.length > 0) closeMap(maps.pop()!, false);
      if (!accepted) return null;
      const { sources, named, embedded, firstParty, lines, bytes, hosts, buckets, scheme } = tally.facts(
        places?.end(),
      );
      const facts = {
        sources,
        named,
        embedded,
        firstParty,
        lines,
        bytes,
        hosts,
        buckets,
        keys: sharedKeys(keys),
        pretty,
        scheme,
        truncated,
      };
      return debugId === undefined ? facts : { ...facts, debugId };
    },
    again() {
      walk.again();
      places = undefined;
      room = createMapRoom();
      tally.again(room);
      keys = [];
      captured = debugId = undefined;
      enclosed = undefined;
      accepted = likely = pretty = mapping = atMappings = mapped = certain = false;
      stretch = 0;
      maps.length = where.length = 0;
      progress = size = prefix = 0;
      head = notation === 'json' && !partial ? NOTHING : undefined;
    },
  };
}

/** Lists of keys that were seen, by how they are written: a tool writes all its maps alike. */
const seenKeys = new Map<string, readonly string[]>();
const MOST_SEEN = 100;

function sharedKeys(keys: readonly string[]): readonly string[] {
  const written = keys.join('\n');
  const seen = seenKeys.get(written);
  if (seen !== undefined && seen.length === keys.length) return seen;
  if (seenKeys.size < MOST_SEEN) seenKeys.set(written, keys);
  return keys;
}
