import { PackgateError } from '../errors.ts';
import { counted } from '../figures.ts';
import { crc32 } from './crc32.ts';
import { type Codec, canDecode, createDecoder } from './decoder.ts';
import type { EntrySink } from './entry.ts';
import type { Bytes } from './store.ts';
import type { ZipEntry } from './zip-directory.ts';
import type { Differs } from './zip-local.ts';

const PIECE = 256 * 1024;
/** Bytes of an entry that is handed on in one, which is looked at more quickly: most are no larger. */
const SMALL = 64 * 1024;

/** Rooms for small entries that no reading holds: a zip archive may lie in another. */
const rooms: Buffer[] = [];

const CODECS: ReadonlyMap<number, Codec> = new Map([
  [8, 'deflate'],
  [93, 'zstd'],
]);

const METHODS: Readonly<Record<number, string>> = {
  9: 'compressed by deflate64',
  12: 'compressed by bzip2',
  14: 'compressed by LZMA',
  95: 'compressed by xz',
  99: 'encrypted',
};

/** Reads the data of the entries of one zip archive, one after another. */
export interface DataReader {
  /**
   * Hands the data of an entry to the sink. What it hands on as a whole is valid until it is called again.
   *
   * @param from where it begins
   * @returns why (a part of) it was not read
   * @throws PackgateError `limit`
   */
  read(entry: ZipEntry, from: number, differs: Differs): string | undefined;
  close(): void;
}

export function createDataReader(bytes: Bytes, sink: EntrySink): DataReader {
  // Held up to the last entry: what the sink does at the end of one may open other zip archives.
  const room = rooms.pop() ?? Buffer.allocUnsafeSlow(SMALL);
  return {
    read: (entry, from, differs) => readData(bytes, entry, from, { sink, room }, differs),
    close() {
      rooms.push(room);
    },
  };
}

function readData(
  bytes: Bytes,
  entry: ZipEntry,
  from: number,
  { sink, room }: { readonly sink: EntrySink; readonly room: Buffer },
  differs: Differs,
): string | undefined {
  if ((entry.flags & 1) !== 0) return 'it is encrypted in the zip archive';
  const codec = entry.method === 0 ? undefined : CODECS.get(entry.method);
  if (entry.method !== 0 && codec === undefined)
    return `it is ${compressed(entry.method)} in the zip archive`;
  if (codec !== undefined && !canDecode(codec))
    return `it is ${codec} data, which this version of Node cannot read`;

  let size = 0;
  let crc = 0;
  // Whoever reads from the start knows the end of such an entry by the marks behind it alone.
  const marks = entry.method === 0 && (entry.flags & 8) !== 0 ? createMarkSearch() : undefined;
  const handed = handOn(sink, entry.size, room);
  const take = (view: Buffer) => {
    size += view.length;
    crc = crc32(view, crc);
    marks?.push(view);
    handed.push(view);
  };
  const decoder = codec === undefined ? undefined : createDecoder(codec, take);
  try {
    for (let done = 0; done < entry.compressedSize; ) {
      const view = bytes.read(from + done, Math.min(PIECE, entry.compressedSize - done));
      done += view.length;
      if (decoder === undefined) take(view);
      else decoder.write(view);
    }
    decoder?.end();
    handed.release(true);
  } catch (error) {
    // Of what is damaged that much was unpacked all the same.
    handed.release(false);
    if (!(error instanceof PackgateError) || error.code === 'limit') throw error;
    return error.message;
  } finally {
    decoder?.close();
  }

  if (marks?.found()) {
    differs(
      'This entry is stored, its size follows it, and marks of other entries stand in it: tools that read from the start end it there and unpack those.',
    );
  }
  if (size !== entry.size || decoder?.endedAt() !== undefined) {
    differs(`This entry unpacks to ${counted(size, 'byte')}, and the zip archive gives other sizes for it.`);
  } else if (crc !== entry.crc) {
    differs('The checksum of this entry is not that of its data: some tools unpack it, others refuse.');
  }
  return undefined;
}

/** Hands a small entry to the sink in one view, once it is whole, and a larger one as it comes. */
function handOn(sink: EntrySink, size: number, room: Buffer) {
  /** Bytes in the room; undefined once they are handed on one view after the other. */
  let held = size <= SMALL ? 0 : undefined;
  function release(whole: boolean): void {
    const length = held ?? 0;
    held = undefined;
    if (length > 0) sink.bytes(room.subarray(0, length), whole);
  }
  return {
    push(view: Buffer): void {
      if (held !== undefined && held + view.length <= SMALL) {
        held += view.copy(room, held);
        return;
      }
      release(false);
      sink.bytes(view);
    },
    release,
  };
}

/** Whether a mark stands in the data that begins an entry, a directory, or the sizes behind an entry. */
function createMarkSearch() {
  let found = false;
  let before = '';
  return {
    push(view: Buffer): void {
      if (found) return;
      const text = before + view.toString('latin1');
      found = /PK(?:\x01\x02|\x03\x04|\x07\x08)/.test(text);
      before = text.slice(-3);
    },
    found: () => found,
  };
}

function compressed(method: number): string {
  return METHODS[method] ?? `compressed in a way packgate does not know (method ${method})`;
}
