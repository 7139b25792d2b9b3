import { createHash } from 'node:crypto';
import { createBase64Scanner } from './base64.ts';
import { mayHoldCode } from './binary/code-runs.ts';
import { type DebugFacts, NO_DEBUG } from './binary/debug.ts';
import { mayHoldStreams } from './binary/streams.ts';
import { mayHoldWideMaps, WIDE_BEFORE } from './binary/wide-text.ts';
import { createJsonRecordReader, type JsonRecordReader } from './build/json-record.ts';
import type { BuildRecord } from './build/record.ts';
import { beginsLikeRecord, mayBeRecord } from './build/record-keys.ts';
import { createScriptRecordReader } from './build/script-record.ts';
import { createTextRecordReader } from './build/text-record.ts';
import { type BuildTraces, createTraceReader } from './build/traces.ts';
import type { Told, Unpack } from './container.ts';
import type { FileFacts, MapReference } from './facts.ts';
import { fileName } from './file-name.ts';
import { createJoinedStreams, isStarter, mayBeJoined, mayHoldJoined } from './joined-streams.ts';
import { createJoinedZip } from './joined-zip.ts';
import { type Binary, type Container, KIND_BYTES, type Kind, kindOf } from './kind.ts';
import type { MapSighting } from './map/facts.ts';
import { createInlineMapScanner, type InlineMapOptions } from './map/inline.ts';
import { beginsLikeJson, createMapReader, type MapReader, readMap, type WholeMap } from './map/reader.ts';
import type { SourceText } from './map/tally.ts';
import { createOriginals } from './originals.ts';
import { createRamBundleReader } from './ram-bundle.ts';
import type { Reader } from './reader.ts';
import { findLeads } from './scanner/leads.ts';
import { type Candidate, createCandidateReader } from './secret/candidates.ts';
import { createSensitiveReader, type SensitiveRead } from './sensitive/read.ts';
import { isDocumentation } from './text/language.ts';
import { createTextReader } from './text/text.ts';
import { beginsAsZlib } from './trial.ts';
import { recordOf } from './v8-record.ts';

const NO_BYTES = Buffer.alloc(0);
/** Comments kept of one file. */
const MAX_REFERENCES = 1000;

/**
 * Looks at one file of a package, once: tells what it is by its first bytes and feeds the readers that its kind calls for.
 *
 * @param path in the package
 * @param size in bytes as far as it is known beforehand; infinite where it is not
 * @param digest whether the policy needs the file's sha256
 * @param unpack opens what is itself a container; without it a container is uninspected
 */
export function lookAt(path: string, size: number, digest: boolean, unpack?: Unpack): Reader<FileFacts> {
  const enough = Math.min(size, KIND_BYTES);
  let seen = 0;
  let head: Buffer | undefined = NO_BYTES;
  let content: Reader<ContentFacts> | undefined;
  let kind: Kind | undefined;
  let sensitive: Reader<SensitiveRead> | undefined;
  const sha256 = digest ? createHash('sha256') : undefined;

  function begin(bytes: Buffer, whole = false): void {
    head = undefined;
    const beginning = bytes.subarray(0, enough);
    kind = kindOf(beginning, path);
    sensitive = createSensitiveReader(path, beginning, kind);
    sensitive?.push(bytes);
    content =
      kind.kind === 'text'
        ? kind.ramBundle
          ? withCandidates(createRamBundleReader(readUtf8(`${path}.js`, unpack)))
          : readText(path, kind.encoding, bytes, unpack)
        : kind.container === undefined || unpack === undefined
          ? withCandidates(readBinary(path, kind, bytes, unpack), true)
          : readContainer(unpack(kind.container, path, { size }), kind);
    content.push(bytes, whole);
  }

  return {
    push(view, whole) {
      seen += view.length;
      sha256?.update(view);
      if (content !== undefined) {
        content.push(view);
        sensitive?.push(view);
      } else if (head!.length === 0 && (whole || view.length >= enough)) begin(view, whole);
      else {
        head = Buffer.concat([head!, view]);
        if (head.length >= enough) begin(head);
      }
    },
    end() {
      if (content === undefined && head !== undefined && head.length > 0) begin(head);
      const facts = content?.end() ?? NOTHING;
      return {
        path,
        size: seen,
        kind: kind?.kind ?? 'empty',
        ...facts,
        ...sensitive?.end(),
        ...(kind?.label !== undefined &&
          !(kind.container !== undefined && unpack !== undefined) && {
            uninspected: `${kind.label}: packgate does not look inside`,
          }),
        ...(sha256 !== undefined && { sha256: sha256.digest('hex') }),
      };
    },
  };
}

/** Documentation shows maps; nobody loads one from it. */
const PROSE: ReadonlySet<string> = new Set(['md', 'mdx', 'markdown', 'txt', 'rst', 'adoc']);
export function isProse(path: string): boolean {
  const { dot, extension } = fileName(path);
  return dot !== -1 && PROSE.has(extension);
}

type ContentFacts = Pick<
  FileFacts,
  'maps' | 'records' | 'traces' | 'references' | 'text' | 'debug' | 'candidates' | 'places' | 'uninspected'
>;

const NOTHING: ContentFacts = { maps: [], references: [], candidates: [], places: [] };

/** What a reader of a kind of content tells, and where the texts of original files lie in it. */
type KindFacts = Omit<ContentFacts, 'candidates' | 'places'> & {
  /** For text decoded from base64, by the line and column of its first digit. */
  readonly encodedTexts?: ReadonlyMap<string, readonly SourceText[]>;
  readonly texts?: readonly SourceText[];
};

/** Looks for credentials and for places on networks beside what a kind of content calls for. */
function withCandidates(reader: Reader<KindFacts>, binary = false): Reader<ContentFacts> {
  const candidates = createCandidateReader(binary);
  return {
    push(view, whole) {
      reader.push(view, whole);
      candidates.push(view, whole);
    },
    end() {
      const { texts, encodedTexts, ...facts } = reader.end();
      const { candidates: found, places, more } = candidates.end();
      const sourced = found.map((candidate) => {
        const { encoded, line, column } = candidate;
        return withSource(candidate, encoded === 'base64' ? encodedTexts?.get(`${line}:${column}`) : texts);
      });
      return { ...(more && TOO_MANY_CANDIDATES), ...facts, candidates: sourced, places };
    },
  };
}

const TOO_MANY_CANDIDATES = {
  uninspected: 'more places in it look like credentials than packgate looks at in one file',
};

/** Names the original file that a candidate stands in. */
function withSource(candidate: Candidate, texts: readonly SourceText[] | undefined): Candidate {
  const at = candidate.offset + candidate.at;
  const source = texts?.find(({ from, to }) => from <= at && at < to)?.path;
  return source === undefined ? candidate : { ...candidate, source };
}

/** A map carried in a binary file (a snapshot, a font of code) is as readable as one in a script. */
function readBinary(path: string, kind: Kind, head: Buffer, unpack: Unpack | undefined): Reader<KindFacts> {
  const cache = cacheIn(head);
  const inline = createInlineMapScanner({ objects: true });
  const traces = createTraceReader(undefined);
  const zip = createJoinedZip(path, true, unpack);
  const streams = createStreamSearch(path, unpack, cache === undefined);
  const base64 = unpack === undefined ? undefined : createBase64Scanner(path, unpack);
  return {
    push(view, whole) {
      const leads = findLeads(view);
      inline.push(view, whole, leads);
      traces.push(view, whole, leads);
      zip.push(view, whole);
      streams.push(view, whole);
      base64?.push(view, whole);
    },
    end() {
      base64?.end();
      const { maps, more, texts } = inline.end();
      const embedded = maps.map((map): MapSighting => ({ ...map, form: 'embedded' }));
      const left = traces.end();
      return {
        maps: embedded,
        references: [],
        encodedTexts: texts,
        ...(cache !== undefined && { records: [cache] }),
        ...(left !== undefined && { traces: left }),
        ...(kind.memory !== undefined && { debug: { ...NO_DEBUG, memory: kind.memory } }),
        ...streams.end(),
        ...zip.end(),
        ...(more && TOO_MANY_MAPS),
      };
    },
  };
}

/**
 * Looks into gzip and zstd data, text in UTF-16 and code in other bytes. From the first view on that may hold some the rest of the file is held, as
 * one place may only be known for what it is by what follows.
 *
 * @param code whether code that stands in it is to be told of; a cache of a build is told as one
 */
function createStreamSearch(path: string, unpack: Unpack | undefined, code: boolean): Reader<Told> {
  let tail: Buffer = NO_BYTES;
  let held: Reader<Told> | undefined;
  let seen = false;
  const mayHold = (bytes: Buffer) =>
    mayHoldStreams(bytes) || mayHoldWideMaps(bytes) || (code && mayHoldCode(bytes));
  return {
    push(view) {
      if (unpack === undefined) return;
      if (!seen && beginsAsZlib(view)) held = unpack('streams', path, { code });
      seen = true;
      if (held === undefined && (mayHold(view) || mayHold(Buffer.concat([tail, view.subarray(0, 32)])))) {
        held = unpack('streams', path, { code });
        held.push(tail);
      }
      if (held !== undefined) held.push(view);
      else {
        const last = view.length >= WIDE_BEFORE ? view : Buffer.concat([tail, view]);
        tail = Buffer.from(last.subarray(-WIDE_BEFORE));
      }
    },
    end: () => held?.end() ?? {},
  };
}

/** webpack's `cache: { type: 'filesystem' }` lies where the config says; each of its files begins with the same bytes. */
function cacheIn(head: Buffer): BuildRecord | undefined {
  if (head.toString('latin1', 0, 4) !== 'wpc\x01' || !head.includes('webpack/lib/')) return undefined;
  return { kind: 'cache', name: 'webpack', truncated: false, ...createOriginals().end() };
}

/** Machine code and what belongs to it holds strings as they are, outside the files that are found in it, too. */
const WITH_STRINGS: ReadonlySet<Container> = new Set<Binary>([
  'native',
  'wasm',
  'library',
  'pdb',
  'portable-pdb',
  'sea',
  'snapshot',
  'hermes',
]);

/** What a program was built from and where stands in its strings, too. */
function readContainer(container: Reader<Told>, { kind, container: form }: Kind): Reader<ContentFacts> {
  const traces = kind === 'archive' ? undefined : createTraceReader(undefined);
  const reader = {
    push(view: Buffer, whole?: boolean) {
      container.push(view, whole);
      traces?.push(view, whole);
    },
    end() {
      const left = traces?.end();
      return { ...NOTHING, ...container.end(), ...(left !== undefined && { traces: left }) };
    },
  };
  return form !== undefined && WITH_STRINGS.has(form) ? withCandidates(reader, true) : reader;
}

const TOO_MANY_RECORDS = {
  uninspected: 'more places in it may be records of a build than packgate reads in one file',
};
const TOO_MANY_MAPS = { uninspected: 'it carries more source maps than packgate reads in one file' };

function readText(
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
 * Once it is sure to be a map the other readers are let go: on 60 MB of JSON they would find nothing and take most of the time.
 *
 * @param joined whether compressed data that is joined to it is looked for here, by the same leads: to what is called code nobody should join any
 */
function readUtf8(path: string, unpack: Unpack | undefined, joined = false): Reader<KindFacts> {
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
    record: prose ? undefined : createTextRecordReader(path),
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
