import { createBase64Scanner } from './base64.ts';
import type { DebugFacts } from './binary/debug.ts';
import { createJsonRecordReader, type JsonRecordReader } from './build/json-record.ts';
import type { BuildRecord } from './build/record.ts';
import { beginsLikeRecord, mayBeRecord } from './build/record-keys.ts';
import { createScriptRecordReader } from './build/script-record.ts';
import { createTextRecordReader } from './build/text-record.ts';
import { type BuildTraces, createTraceReader } from './build/traces.ts';
import type { Told, Unpack } from './container.ts';
import {
  type ContentFacts,
  type KindFacts,
  TOO_MANY_MAPS,
  TOO_MANY_TRACES,
  withCandidates,
} from './content-facts.ts';
import type { MapReference } from './facts.ts';
import { createJoinedStreams, isStarter, mayBeJoined, mayHoldJoined } from './joined-streams.ts';
import { createJoinedZip } from './joined-zip.ts';
import type { Kind } from './kind.ts';
import type { MapSighting } from './map/facts.ts';
import { createInlineMapScanner, type InlineMapOptions } from './map/inline.ts';
import { beginsLikeJson } from './map/prefix.ts';
import { createMapReader, type MapReader } from './map/reader.ts';
import { readMap, type WholeMap } from './map/whole-map.ts';
import type { Reader } from './reader.ts';
import { findLeads } from './scanner/leads.ts';
import { MAX_DEPTH } from './text/depth.ts';
import { isDocumentation, isProse } from './text/language.ts';
import { createTextReader } from './text/text.ts';
import { recordOf } from './v8-record.ts';

const TOO_DEEP = { uninspected: `texts lie more than ${MAX_DEPTH} deep in each other in it` };
/** Comments kept of one file. */
const MAX_REFERENCES = 1000;

const TOO_MANY_RECORDS = {
  uninspected: 'more places in it may be records of a build than packgate reads in one file',
};
export function readText(
  path: string,
  encoding: Kind['encoding'],
  head: Buffer,
  unpack: Unpack | undefined,
): Reader<ContentFacts> {
  const isStarted = mayBeJoined(path, head);
  const utf8 = withCandidates(readUtf8(path, unpack, encoding === undefined && !isStarted));
  if (encoding === undefined) {
    const whole = withJoined(utf8, createJoinedZip(path, isStarter(head), unpack));
    return isStarted ? withJoined(whole, createJoinedStreams(path, unpack)) : whole;
  }
  const decoder = new TextDecoder(encoding);
  return {
    push: (view) => utf8.push(Buffer.from(decoder.decode(view, { stream: true }))),
    end() {
      utf8.push(Buffer.from(decoder.decode()));
      return utf8.end();
    },
  };
}

function withJoined(reader: Reader<ContentFacts>, joined: Reader<Told>): Reader<ContentFacts> {
  return {
    push(view, whole) {
      reader.push(view, whole);
      joined.push(view, whole);
    },
    end() {
      return { ...reader.end(), ...joined.end() };
    },
  };
}

/**
 * Reads text as what it may be: a source map, and a text that may carry some.
 *
 * Once it is sure to be a map the other readers are let go: on 60 MB of JSON they would find nothing and take most
 * of the time.
 *
 * @param joined whether compressed data that is joined to it is looked for here, by the same leads: to what is
 *   called code nobody should join any
 */
export function readUtf8(path: string, unpack: Unpack | undefined, joined = false): Reader<KindFacts> {
  /** Null once it is clear that the text does not begin as one. */
  let map: MapReader | null | undefined;
  const prose = isProse(path);
  let streams: ReturnType<typeof createJoinedStreams> | undefined;
  /** Made for the first view that is not read as a map alone. */
  let others: ReturnType<typeof createOthers> | undefined;
  let isAlone = false;
  /** Of a small file that is a map: nobody else need look at it. */
  let told: WholeMap | undefined;
  let record: JsonRecordReader | undefined;
  let debug: DebugFacts | undefined;
  let size = 0;

  function begin(view: Buffer, whole: boolean): MapReader | null {
    const isList = beginsLikeRecord(view);
    if (!isList && !(beginsLikeJson(view) && (!whole || mayBeRecord(path, view)))) return null;
    told = whole ? readMap(view) : undefined;
    if (told !== undefined) return null;
    record = createJsonRecordReader(path);
    return createMapReader({ beside: record.visitor });
  }

  return {
    push(view, whole) {
      size += view.length;
      if (map === undefined) {
        map = begin(view, whole === true);
        if (told !== undefined) return;
        debug = recordOf(view);
      }
      if (map === null) {
        // It is read by the others alone.
      } else if (isAlone) {
        map.take(view);
      } else if (map.verdict() !== 'over') {
        map.push(view);
        isAlone = map.settled();
      }
      if (isAlone) {
        others = undefined;
        return;
      }
      others ??= createOthers(path, prose, unpack);
      const leads = findLeads(view);
      others.text.push(view, whole);
      others.inline.push(view, whole, leads);
      others.traces?.push(view, whole, leads);
      others.record?.push(view, whole);
      others.carried?.push(view, whole, leads);
      others.base64?.push(view, whole);
      if (joined && (!whole || mayHoldJoined(view, leads))) {
        streams ??= createJoinedStreams(path, unpack);
        streams.push(view, whole, leads);
      }
    },
    end() {
      // Ended in any case: it lets go of what it holds.
      const packed = streams?.end();
      const facts = told?.facts ?? map?.end() ?? null;
      if (facts !== null) {
        const whole: MapSighting = { form: 'file', line: 1, column: 1, size, facts };
        return { maps: [whole], references: [], texts: told?.texts ?? map!.texts() };
      }
      if (isAlone) {
        return {
          maps: [],
          references: [],
          uninspected: 'it begins as a source map, but is none that packgate can read',
        };
      }
      others ??= createOthers(path, prose, unpack);
      others.base64?.end();
      const { maps: carried, more, texts } = others.inline.end();
      // Documentation quotes maps of no more than a few paths; one with texts would give those away there as well.
      const maps = prose ? carried.filter(({ facts }) => facts.embedded > 0) : carried;
      const text = others.text.end();
      const traces = others.traces?.end();
      const scripted = others.carried?.end();
      const found =
        (map == null ? undefined : record?.end(map.state())) ?? others.record?.end() ?? scripted?.record;
      const records = found === undefined ? instrumentedIn(traces) : [found];
      const viewer = found?.viewer === true;
      return {
        maps: viewer ? [] : maps,
        references: viewer ? [] : remote(text.comments),
        text,
        encodedTexts: texts,
        ...(traces !== undefined && { traces }),
        ...(records.length > 0 && { records }),
        ...(debug !== undefined && { debug }),
        ...(scripted?.more && found === undefined && TOO_MANY_RECORDS),
        ...(more && TOO_MANY_MAPS),
        ...(traces?.more && TOO_MANY_TRACES),
        ...(text.tooDeep && TOO_DEEP),
        ...packed,
      };
    },
  };
}

const IN_PROSE: InlineMapOptions = { objects: false };
const IN_CODE: InlineMapOptions = { objects: true, parts: true };
/** Which maps count in a text. */
export const mapOptions = (prose: boolean): InlineMapOptions => (prose ? IN_PROSE : IN_CODE);

/** The readers of a text that is no source map. Prose shows paths, records and maps; it leaks none. */
function createOthers(path: string, prose: boolean, unpack: Unpack | undefined) {
  return {
    text: createTextReader(path),
    inline: createInlineMapScanner(mapOptions(prose)),
    traces: prose ? undefined : createTraceReader(path),
    record: createTextRecordReader(path, prose),
    carried: prose ? undefined : createScriptRecordReader(),
    base64:
      unpack === undefined ? undefined : createBase64Scanner(path, unpack, prose && isDocumentation(path)),
  };
}

/** Code that counts what tests run of it is a record of its own. */
function instrumentedIn(traces: BuildTraces | undefined): readonly BuildRecord[] {
  if (traces?.instrumented === undefined) return [];
  return [
    { kind: 'instrumented', name: 'Istanbul-instrumented code', truncated: false, ...traces.instrumented },
  ];
}

/** References proper: a `data:` URL is a map in the file, found by its content. */
export function remote(comments: readonly MapReference[]): readonly MapReference[] {
  if (comments.length === 0) return comments;
  return comments.filter(({ url }) => !/^data:/i.test(url)).slice(0, MAX_REFERENCES);
}
