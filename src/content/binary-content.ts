import { createBase64Scanner } from './base64.ts';
import { mayHoldCode } from './binary/code-runs.ts';
import { NO_DEBUG } from './binary/debug.ts';
import { mayHoldStreams } from './binary/streams.ts';
import { mayHoldWideMaps, WIDE_BEFORE } from './binary/wide-text.ts';
import type { BuildRecord } from './build/record.ts';
import { createTraceReader } from './build/traces.ts';
import type { Told, Unpack } from './container.ts';
import {
  type ContentFacts,
  type KindFacts,
  NOTHING,
  TOO_MANY_MAPS,
  TOO_MANY_TRACES,
  withCandidates,
} from './content-facts.ts';
import { createJoinedZip } from './joined-zip.ts';
import type { Binary, Container, Kind } from './kind.ts';
import type { MapSighting } from './map/facts.ts';
import { createInlineMapScanner } from './map/inline.ts';
import { createOriginals } from './originals.ts';
import type { Reader } from './reader.ts';
import { findLeads } from './scanner/leads.ts';
import { beginsAsZlib } from './trial.ts';

const NO_BYTES = Buffer.alloc(0);
/** A map carried in a binary file (a snapshot, a font of code) is as readable as one in a script. */
export function readBinary(
  path: string,
  kind: Kind,
  head: Buffer,
  unpack: Unpack | undefined,
): Reader<KindFacts> {
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
        ...(left?.more && TOO_MANY_TRACES),
        ...streams.end(),
        ...zip.end(),
        ...(more && TOO_MANY_MAPS),
      };
    },
  };
}

/**
 * Looks into gzip and zstd data, text in UTF-16 and code in other bytes. From the first view on that may hold some
 * the rest of the file is held, as one place may only be known for what it is by what follows.
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
export function readContainer(
  container: Reader<Told>,
  { kind, container: form }: Kind,
): Reader<ContentFacts> {
  const traces = kind === 'archive' ? undefined : createTraceReader(undefined);
  const reader = {
    push(view: Buffer, whole?: boolean) {
      container.push(view, whole);
      traces?.push(view, whole);
    },
    end() {
      const left = traces?.end();
      const more = left?.more && TOO_MANY_TRACES;
      return { ...NOTHING, ...more, ...container.end(), ...(left !== undefined && { traces: left }) };
    },
  };
  return form !== undefined && WITH_STRINGS.has(form) ? withCandidates(reader, true) : reader;
}
