import { createHash } from 'node:crypto';
import { createBase64Scanner } from './base64.ts';
import { type DebugFacts, NO_DEBUG } from './binary/debug.ts';
import type { FileFacts, MapReference } from './facts.ts';
import { createJoinedZip } from './joined-zip.ts';
import { type Container, KIND_BYTES, type Kind, kindOf } from './kind.ts';
import type { MapSighting } from './map/facts.ts';
import { createInlineMapScanner } from './map/inline.ts';
import { beginsLikeJson, createMapReader, type MapReader } from './map/reader.ts';
import type { Reader } from './reader.ts';
import { createTextReader } from './text/text.ts';
import { recordOf } from './text-record.ts';

const NO_BYTES = Buffer.alloc(0);
/** Comments kept of one file. */
const MAX_REFERENCES = 1000;

/**
 * Opens a container inside the package: a reader for its bytes, which hands the facts of the files in it to whoever asked
 * for them. What it gives at the end is what it holds beside files, and why (a part of) it was not read.
 */
export type Unpack = (container: Container, path: string, about?: About) => Reader<Told>;

/** What the bytes of a container do not tell. */
export interface About {
  /** What the one file in it is called. */
  readonly name?: string;
  /** Of it, in bytes, as far as that is known. */
  readonly size?: number;
  /** Bytes that stand before it in the file it is joined to. */
  readonly before?: number;
}

/** What a container tells of itself, beside the files in it. */
export type Told = Partial<Pick<FileFacts, 'maps' | 'references' | 'debug' | 'uninspected'>>;

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
  const sha256 = digest ? createHash('sha256') : undefined;

  function begin(bytes: Buffer, whole = false): void {
    head = undefined;
    kind = kindOf(bytes.subarray(0, enough), path);
    content =
      kind.kind === 'text'
        ? readText(path, kind.encoding, bytes, unpack)
        : kind.container === undefined || unpack === undefined
          ? readBinary(path, kind, unpack)
          : readContainer(unpack(kind.container, path, { size }));
    content.push(bytes, whole);
  }

  return {
    push(view, whole) {
      seen += view.length;
      sha256?.update(view);
      if (content !== undefined) content.push(view);
      else if (head!.length === 0 && (whole || view.length >= enough)) begin(view, whole);
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
const PROSE = /\.(?:md|mdx|markdown|txt|rst|adoc)$/i;

type ContentFacts = Pick<FileFacts, 'maps' | 'references' | 'text' | 'debug' | 'uninspected'>;

const NOTHING: ContentFacts = { maps: [], references: [] };

/** A map carried in a binary file (a snapshot, a font of code) is as readable as one in a script. */
function readBinary(path: string, kind: Kind, unpack: Unpack | undefined): Reader<ContentFacts> {
  const inline = createInlineMapScanner({ objects: true });
  const zip = createJoinedZip(path, true, unpack);
  return {
    push(view, whole) {
      inline.push(view, whole);
      zip.push(view, whole);
    },
    end() {
      const { maps, more } = inline.end();
      const embedded = maps.map((map): MapSighting => ({ ...map, form: 'embedded' }));
      return {
        ...NOTHING,
        maps: embedded,
        ...(kind.memory !== undefined && { debug: { ...NO_DEBUG, memory: kind.memory } }),
        ...zip.end(),
        ...(more && TOO_MANY_MAPS),
      };
    },
  };
}

function readContainer(container: Reader<Told>): Reader<ContentFacts> {
  return { push: container.push, end: () => ({ ...NOTHING, ...container.end() }) };
}

const TOO_MANY_MAPS = { uninspected: 'it carries more source maps than packgate reads in one file' };

function readText(
  path: string,
  encoding: Kind['encoding'],
  head: Buffer,
  unpack: Unpack | undefined,
): Reader<ContentFacts> {
  const utf8 = readUtf8(path, unpack);
  if (encoding === undefined) return withJoinedZip(utf8, createJoinedZip(path, isStarter(head), unpack));
  const decoder = new TextDecoder(encoding);
  return {
    push: (view) => utf8.push(Buffer.from(decoder.decode(view, { stream: true }))),
    end() {
      utf8.push(Buffer.from(decoder.decode()));
      return utf8.end();
    },
  };
}

/** A script that starts the archive joined to it begins as text: with what tells a system to run it. */
function isStarter(head: Buffer): boolean {
  return /^(?:#!|@echo|MZ)/i.test(head.toString('latin1', 0, 8));
}

function withJoinedZip(reader: Reader<ContentFacts>, zip: Reader<Told>): Reader<ContentFacts> {
  return {
    push(view, whole) {
      reader.push(view, whole);
      zip.push(view, whole);
    },
    end() {
      return { ...reader.end(), ...zip.end() };
    },
  };
}

/**
 * Reads text as what it may be: a source map, and a text that may carry some.
 *
 * Once it has begun as a map the other readers are let go: on 60 MB of JSON they would find nothing and take most of the time.
 */
function readUtf8(path: string, unpack: Unpack | undefined): Reader<ContentFacts> {
  /** Null once it is clear that the text does not begin as one. */
  let map: MapReader | null | undefined;
  let debug: DebugFacts | undefined;
  let others:
    | {
        text: ReturnType<typeof createTextReader>;
        inline: ReturnType<typeof createInlineMapScanner>;
        base64: Reader<void> | undefined;
      }
    | undefined = {
    text: createTextReader(path),
    inline: createInlineMapScanner({ objects: !PROSE.test(path) }),
    base64: unpack === undefined ? undefined : createBase64Scanner(path, unpack),
  };
  let size = 0;
  return {
    push(view, whole) {
      size += view.length;
      if (map === undefined) {
        map = beginsLikeJson(view) ? createMapReader() : null;
        debug = recordOf(view);
      }
      if (map !== null && map.verdict !== 'over') {
        map.push(view);
        if (map.verdict === 'likely') others = undefined;
      }
      others?.text.push(view, whole);
      others?.inline.push(view, whole);
      others?.base64?.push(view, whole);
    },
    end() {
      const facts = map?.end() ?? null;
      if (facts !== null) {
        const whole: MapSighting = { form: 'file', line: 1, column: 1, size, facts };
        return { ...NOTHING, maps: [whole] };
      }
      if (others === undefined) {
        if (map?.whole) return NOTHING;
        return { ...NOTHING, uninspected: 'it begins as a source map, but is none that packgate can read' };
      }
      others.base64?.end();
      const { maps, more } = others.inline.end();
      const text = others.text.end();
      return {
        maps,
        references: remote(text.comments),
        text,
        ...(debug !== undefined && { debug }),
        ...(more && TOO_MANY_MAPS),
      };
    },
  };
}

/** References proper: a `data:` URL is a map in the file, found by its content. */
function remote(comments: readonly MapReference[]): readonly MapReference[] {
  return comments.filter(({ url }) => !/^data:/i.test(url)).slice(0, MAX_REFERENCES);
}
