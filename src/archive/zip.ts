import { PackgateError } from '../errors.ts';
import { counted } from '../figures.ts';
import type { Budget } from './budget.ts';
import { crc32 } from './crc32.ts';
import { type Codec, canDecode, createDecoder } from './decoder.ts';
import type { EntrySink } from './entry.ts';
import { checkLength, plainPath } from './name.ts';
import type { Oddity } from './oddity.ts';
import type { Bytes } from './store.ts';
import { isZero } from './zero.ts';
import { entriesOf, planZip, readZip64, type ZipEntry, type ZipPlan } from './zip-directory.ts';

const LOCAL = 0x04034b50;
const PIECE = 256 * 1024;
/** Bytes of an entry that is handed on in one, which is looked at more quickly: most are no larger. */
const SMALL = 64 * 1024;

/** Rooms for small entries that no reading holds: a zip archive may lie in another. */
const rooms: Buffer[] = [];

/**
 * Hands every file of a zip archive to the sink, in the order of its directory, and compares directory and local headers:
 * some tools go by the one and some by the other, and where the two differ they unpack different files.
 *
 * @param report gets what tools read in different ways, links, and names that climb out
 * @param budget what is charged for each entry
 * @returns what was not looked at beside files that the sink was told of, in a few words
 * @throws PackgateError `archive` or `limit`
 */
export function readZip(
  bytes: Bytes,
  sink: EntrySink,
  report: (oddity: Oddity) => void,
  budget: Budget,
): string | undefined {
  const room = rooms.pop() ?? Buffer.allocUnsafeSlow(SMALL);
  try {
    return readEntries(bytes, sink, report, budget, room);
  } finally {
    rooms.push(room);
  }
}

function readEntries(
  bytes: Bytes,
  sink: EntrySink,
  report: (oddity: Oddity) => void,
  budget: Budget,
  room: Buffer,
): string | undefined {
  const plan = planZip(bytes);
  for (const message of plan.ambiguities) report({ kind: 'ambiguous', path: '', message });
  const directory = bytes.fork();
  const offsets = offsetsOf(directory, plan, budget);
  let stray = plan.prefix;

  /** What lies between files belongs to none. */
  function onGap(from: number, to: number): void {
    if (to <= from || isZeroFrom(bytes, from, to)) return;
    if (to - from >= 4 && bytes.read(from, 4).readUInt32LE(0) === LOCAL) {
      report({
        kind: 'ambiguous',
        path: '',
        message: `An entry at byte ${from} of the zip archive is not in its directory: tools that read from the start unpack it.`,
      });
    }
    stray += to - from;
  }

  onGap(plan.prefix, plan.prefix + (offsets[0] ?? plan.start - plan.prefix));
  let count = 0;
  for (const entry of entriesOf(directory, plan)) {
    count++;
    checkLength(entry.name, budget.limits);
    const { path, oddity } = plainPath(entry.name);
    if (oddity !== undefined)
      report({ kind: 'unsafe-path', path, message: `The name of this entry ${oddity}.` });
    readEntry(entry, path);
  }
  // Tools of old count to 65,535 and begin again.
  if (count !== plan.count && count % 65_536 !== plan.count) {
    report({
      kind: 'ambiguous',
      path: '',
      message: `The zip archive says that it has ${plan.count} entries; its directory has ${count}.`,
    });
  }

  function readEntry(entry: ZipEntry, path: string): void {
    const differs = (message: string) => report({ kind: 'ambiguous', path, message });
    if (entry.otherName !== undefined) {
      differs(`The directory gives this entry a second name, ${JSON.stringify(entry.otherName)}.`);
    }
    const isFolder = entry.name.endsWith('/') || path === '';
    // Nothing, deflated, takes two bytes.
    const isEmpty = entry.size === 0 && entry.compressedSize <= (entry.method === 0 ? 0 : 2);
    if (isFolder && !isEmpty) differs('This folder has a body: some tools make a file of it.');
    if (entry.isLink) {
      report({
        kind: 'special-entry',
        path,
        message: 'This entry is a link: tools differ on whether they follow it, skip it or write it.',
      });
    }
    const at = plan.prefix + entry.offset;
    const next = nextOf(offsets, entry.offset, plan);
    const data = at + 30 > plan.start ? undefined : compareLocal(entry, at, differs);
    const fits = data !== undefined && next !== undefined && data + entry.compressedSize <= next;
    if (!fits) {
      differs(
        data === undefined
          ? 'The directory of the zip archive points to a place where no entry is.'
          : 'This entry lies over another one in the zip archive.',
      );
    } else {
      onGap(descriptorEnd(entry, at, data, next, differs), next);
    }
    if (isFolder && isEmpty) return;
    sink.begin({ path, size: entry.size });
    sink.end(fits ? readData(entry, data, differs) : 'it cannot be told where in the zip archive it is');
  }

  /** Where the data begins; undefined where no local header is. */
  function compareLocal(entry: ZipEntry, at: number, differs: (message: string) => void): number | undefined {
    const fixed = bytes.read(at, 30);
    if (fixed.readUInt32LE(0) !== LOCAL) return undefined;
    const flags = fixed.readUInt16LE(6);
    const method = fixed.readUInt16LE(8);
    const crc = fixed.readUInt32LE(14);
    const written = [fixed.readUInt32LE(22), fixed.readUInt32LE(18)] as const;
    const nameSize = fixed.readUInt16LE(26);
    const extraSize = fixed.readUInt16LE(28);
    const data = at + 30 + nameSize + extraSize;
    if (data > plan.start) return undefined;
    const rest = bytes.read(at + 30, nameSize + extraSize);
    const name = rest.subarray(0, nameSize);
    if (!name.equals(entry.rawName)) {
      differs(
        `The local header calls this entry ${JSON.stringify(name.toString('utf8'))}: some tools unpack it under that name.`,
      );
    }
    if (method !== entry.method || (flags & 1) !== (entry.flags & 1)) {
      differs('Directory and local header of this entry name different ways to unpack it.');
    }
    if (method === 0 && (flags & 8) !== 0 && (entry.flags & 8) === 0) {
      differs(
        'Only the local header of this entry says that its size follows it: tools end it at different places.',
      );
    }
    const [size, compressedSize] = readZip64(rest.subarray(nameSize), [written[0], written[1], 0]);
    // A tool that writes a stream knows the sizes only afterwards, and then they follow the data.
    const later = (flags & 8) !== 0;
    const same = (local: number, central: number, field = local) =>
      local === central || (later && (local === 0 || field === 0xffffffff));
    if (!same(size, entry.size, written[0]) || !same(compressedSize, entry.compressedSize, written[1])) {
      differs('Directory and local header of this entry give different sizes.');
    } else if (crc !== entry.crc && crc !== 0) {
      differs('Directory and local header of this entry give different checksums.');
    }
    return data;
  }

  /** Where the entry ends, with the sizes that follow its data where there are any. */
  function descriptorEnd(
    entry: ZipEntry,
    at: number,
    data: number,
    next: number,
    differs: (message: string) => void,
  ): number {
    const end = data + entry.compressedSize;
    if ((bytes.read(at, 8).readUInt16LE(6) & 8) === 0) return end;
    if (end === next) {
      // What is compressed tells its end itself.
      if (entry.method === 0)
        differs(
          'The size of this entry does not follow it as its header says: tools end it at different places.',
        );
      return end;
    }
    const view = bytes.read(end, Math.min(24, next - end));
    for (const mark of [4, 0]) {
      if (mark === 4 && (view.length < 4 || view.readUInt32LE(0) !== 0x08074b50)) continue;
      if (view.length < mark + 12 || view.readUInt32LE(mark) !== entry.crc) continue;
      if (view.length >= mark + 20) {
        const wide = [mark + 4, mark + 12].map((field) => Number(view.readBigUInt64LE(field)));
        if (wide[0] === entry.compressedSize && wide[1] === entry.size) return end + mark + 20;
      }
      if (
        view.readUInt32LE(mark + 4) === entry.compressedSize % 2 ** 32 &&
        view.readUInt32LE(mark + 8) === entry.size % 2 ** 32
      )
        return end + mark + 12;
    }
    if (!isZeroFrom(bytes, end, next)) {
      differs('The sizes that follow this entry are not those in the directory.');
    }
    return end;
  }

  /** Hands the data on. The answer is why (a part of) it was not read. */
  function readData(entry: ZipEntry, data: number, differs: (message: string) => void): string | undefined {
    if ((entry.flags & 1) !== 0) return 'it is encrypted in the zip archive';
    const codec = entry.method === 0 ? undefined : CODECS.get(entry.method);
    if (entry.method !== 0 && codec === undefined)
      return `it is ${compressed(entry.method)} in the zip archive`;
    if (codec !== undefined && !canDecode(codec))
      return `it is ${codec} data, which this version of Node cannot read`;
    let size = 0;
    let crc = 0;
    // Whoever reads from the start knows the end of such an entry by the marks behind it alone.
    const marks = entry.method === 0 && (entry.flags & 8) !== 0;
    let marked = false;
    let before = '';
    /** Bytes in the room; undefined once they are handed on one view after the other. */
    let held = entry.size <= SMALL ? 0 : undefined;
    function release(whole: boolean): void {
      const length = held ?? 0;
      held = undefined;
      if (length > 0) sink.bytes(room.subarray(0, length), whole);
    }
    const take = (view: Buffer) => {
      size += view.length;
      crc = crc32(view, crc);
      if (marks && !marked) {
        const text = before + view.toString('latin1');
        marked = /PK(?:\x01\x02|\x03\x04|\x07\x08)/.test(text);
        before = text.slice(-3);
      }
      if (held !== undefined && held + view.length <= SMALL) {
        held += view.copy(room, held);
        return;
      }
      release(false);
      sink.bytes(view);
    };
    const decoder = codec === undefined ? undefined : createDecoder(codec, take);
    try {
      for (let done = 0; done < entry.compressedSize; ) {
        const view = bytes.read(data + done, Math.min(PIECE, entry.compressedSize - done));
        done += view.length;
        if (decoder === undefined) take(view);
        else decoder.write(view);
      }
      decoder?.end();
      release(true);
    } catch (error) {
      // Of what is damaged that much was unpacked all the same.
      release(false);
      if (!(error instanceof PackgateError) || error.code === 'limit') throw error;
      return error.message;
    } finally {
      decoder?.close();
    }
    if (marked) {
      differs(
        'This entry is stored, its size follows it, and marks of other entries stand in it: tools that read from the start end it there and unpack those.',
      );
    }
    if (size !== entry.size || decoder?.endedAt() !== undefined) {
      differs(
        `This entry unpacks to ${counted(size, 'byte')}, and the zip archive gives other sizes for it.`,
      );
    } else if (crc !== entry.crc) {
      differs('The checksum of this entry is not that of its data: some tools unpack it, others refuse.');
    }
    return undefined;
  }

  return stray > 0 ? `${stray} bytes in the zip archive belong to no file in it` : undefined;
}

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

function compressed(method: number): string {
  return METHODS[method] ?? `compressed in a way packgate does not know (method ${method})`;
}

/** Offsets of all local headers as the directory has them, sorted. */
function offsetsOf(bytes: Bytes, plan: ZipPlan, budget: Budget): Float64Array {
  let offsets = new Float64Array(Math.min(plan.count, 1024) + 16);
  let count = 0;
  for (const { offset } of entriesOf(bytes, plan)) {
    budget.entry();
    if (count === offsets.length) {
      const larger = new Float64Array(2 * count);
      larger.set(offsets);
      offsets = larger;
    }
    offsets[count++] = offset;
  }
  return offsets.subarray(0, count).sort();
}

/** The absolute place of whatever follows the entry at `offset`; undefined where two begin there. */
function nextOf(offsets: Float64Array, offset: number, plan: ZipPlan): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  if (low >= 2 && offsets[low - 2] === offset) return undefined;
  return low < offsets.length ? Math.min(plan.prefix + offsets[low]!, plan.start) : plan.start;
}

function isZeroFrom(bytes: Bytes, from: number, to: number): boolean {
  for (let at = from; at < to; at += PIECE) {
    if (!isZero(bytes.read(at, Math.min(PIECE, to - at)))) return false;
  }
  return true;
}
