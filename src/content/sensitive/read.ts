import { fileName } from '../file-name.ts';
import type { Kind } from '../kind.ts';
import type { Reader } from '../reader.ts';
import { type Beginning, type Look, WINDOW } from './beginning.ts';
import type { OpaqueFacts, SensitiveFacts } from './facts.ts';
import { folderLook } from './folders.ts';
import { magicLook } from './magic.ts';
import { nameLook } from './names.ts';
import { createOpaqueReader, isKnownBinary } from './opaque.ts';
import { type Place, placeOfFile } from './place.ts';
import { type Stream, streamOf } from './stream.ts';
import { textLook } from './unnamed.ts';

/** What a look at one file told. */
export interface SensitiveRead {
  readonly sensitive?: SensitiveFacts;
  readonly template?: true;
  readonly opaque?: OpaqueFacts;
}

/** Bytes that are kept of key stores and of what lists tensors. */
const LARGE_WINDOW = 4 * 1024 * 1024;

/**
 * The reader that a file calls for by its name, its folder or its first bytes; undefined for nearly every file, and
 * after one look into a table at most.
 *
 * @param path in the package
 * @param head the first bytes of the file, or all of it
 */
export function createSensitiveReader(
  path: string,
  head: Buffer,
  kind: Kind,
): Reader<SensitiveRead> | undefined {
  const place = placeOfFile(path);
  const called = fileName(path);
  const stream = kind.kind === 'archive' ? undefined : streamOf(path, called, head);
  const placed = place.within === undefined ? undefined : folderLook(place);
  const inHistory = place.within?.kind === 'history';
  const magic = magicLook(head, kind);
  const named = nameLook(path, called, place) ?? textLook(called, head, kind, place);
  const opaque = kind.kind === 'binary' && !isKnownBinary(head);
  if (!placed && !magic && !named && !stream && !opaque) return undefined;
  // The folder of a version-control system says all; any other says less than the file itself.
  const looks = [inHistory && placed, magic, named, placed].filter(
    (look) => look !== undefined && look !== false,
  );
  const isWide = (magic !== undefined && WIDE.has(head[0]!)) || WIDE_NAME.test(called.name);
  const window = looks.length === 0 ? 0 : isWide ? LARGE_WINDOW : WINDOW;
  return createReader({ path, name: called.name, place }, kind, { looks, window, stream, opaque });
}

/** Where a generator puts a name in: `app.e2e-__specFileSuffix__.ts`. */
const PLACEHOLDER =
  /__(?!(?:tests?|mocks|snapshots|fixtures|specs|pycache|macosx|init|main)__)[a-z]\w*__|\{\{\s*\w|<%|\[\[\w/i;

/** First bytes of key stores, and names of what lists tensors: the large window is for those. */
const WIDE: ReadonlySet<number> = new Set([0x30, 0xfe, 0xce]);
const WIDE_NAME = /^(?:model|.*weights_manifest)\.json$|\.(?:pb|index|index\.json|xml|pmml)$/;

/** What is done with a file that is read. */
interface Wanted {
  /** The first that tells something is heard. */
  readonly looks: readonly Look[];
  /** Bytes that they see. */
  readonly window: number;
  readonly stream: Stream | undefined;
  /** Whether to say of a file that nothing else is told of what its bytes are like. */
  readonly opaque: boolean;
}

function createReader(
  of: Pick<Beginning, 'path' | 'name' | 'place'>,
  kind: Kind,
  wanted: Wanted,
): Reader<SensitiveRead> {
  const { looks, window } = wanted;
  const parts: Buffer[] = [];
  let kept = 0;
  let size = 0;
  const streaming = wanted.stream?.();
  const opaque = wanted.opaque ? createOpaqueReader() : undefined;
  return {
    push(view) {
      size += view.length;
      streaming?.push(view);
      opaque?.push(view);
      if (kept >= window) return;
      const part = Buffer.from(view.subarray(0, window - kept));
      parts.push(part);
      kept += part.length;
    },
    end() {
      const file = new Opening(of, Buffer.concat(parts), size, kind.encoding);
      let sensitive = streaming?.end();
      for (const look of looks) sensitive ??= look(file);
      if (of.place.foreign) sensitive = ofOthers(sensitive);
      if (sensitive !== undefined)
        return { sensitive, ...((of.place.template || PLACEHOLDER.test(of.path)) && { template: true }) };
      return opaque === undefined ? {} : { opaque: opaque.end() };
    },
  };
}

/** Tests and pipelines of another project, or of an example, tell nothing of this one. */
function ofOthers(facts: SensitiveFacts | undefined): SensitiveFacts | undefined {
  if (facts?.kind === 'ci') return { ...facts, form: 'community' };
  return facts?.kind === 'test' && facts.form === 'test' ? { ...facts, form: 'fixture' } : facts;
}

/** A class, as an object with an accessor of its own is a dictionary to V8, and outlives its file. */
class Opening implements Beginning {
  readonly path: string;
  readonly name: string;
  readonly place: Place;
  readonly bytes: Buffer;
  readonly size: number;
  readonly #encoding: Kind['encoding'];
  #text: string | undefined;

  constructor(
    { path, name, place }: Pick<Beginning, 'path' | 'name' | 'place'>,
    bytes: Buffer,
    size: number,
    encoding: Kind['encoding'],
  ) {
    this.path = path;
    this.name = name;
    this.place = place;
    this.bytes = bytes;
    this.size = size;
    this.#encoding = encoding;
  }

  get text(): string {
    this.#text ??= new TextDecoder(this.#encoding).decode(this.bytes).replace(/\r\n?/g, '\n');
    return this.#text;
  }
}
