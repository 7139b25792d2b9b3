import type { Bytes } from '../../archive/store.ts';
import { PackgateError } from '../../errors.ts';
import { MAX_LISTED_SOURCES } from '../originals.ts';
import { fieldsOf } from './fields.ts';
import type { NamedSources } from './named-sources.ts';

/** What every such file begins with. */
export const PDB_MAGIC = 'Microsoft C/C++ MSF 7.00\r\n';
const DBI = 3;
/** Bytes of the directory and of the names of source files: the largest known take a few megabytes. */
const MAX_PART = 64 * 1024 ** 2;

/**
 * The source files that a Microsoft program database names. Format: the documentation of LLVM, "The PDB File Format", MSF and
 * DBI stream.
 *
 * @throws PackgateError `archive` where it is damaged
 */
export function readPdb(bytes: Bytes): NamedSources {
  const { u32 } = fieldsOf(bytes, true);
  const block = u32(32);
  if (block < 512 || block > 65_536 || (block & (block - 1)) !== 0)
    throw damaged('has blocks of no known size');
  const directory = gather(bytes, block, u32(44), 0, listOf(bytes, block, u32(52) * block, u32(44)));
  const at = (place: number) => (place + 4 <= directory.length ? directory.readUInt32LE(place) : 0);
  const streams = at(0);
  if (streams <= DBI) return new Map();
  let blocks = 4 + streams * 4;
  for (let stream = 0; stream < DBI; stream++) blocks += 4 * blocksOf(at(4 + stream * 4), block);
  const size = at(4 + DBI * 4);
  const list: number[] = [];
  for (let i = 0; i < blocksOf(size, block); i++) list.push(at(blocks + i * 4));
  if (size === 0xffffffff || size < 64) return new Map();
  const head = gather(bytes, block, 64, 0, list);
  // The parts follow each other: modules, contributions, section map, source files.
  const before = [24, 28, 32].reduce((sum, field) => sum + Math.max(0, head.readInt32LE(field)), 64);
  const length = head.readInt32LE(36);
  if (length < 4 || before + length > size) return new Map();
  return namesIn(gather(bytes, block, length, before, list));
}

/** How many files each module has, where their names are, and the names. */
function namesIn(info: Buffer): NamedSources {
  const found: NamedSources = new Map();
  const modules = info.readUInt16LE(0);
  let files = 0;
  for (let i = 0; i < modules && 4 + modules * 2 + i * 2 + 2 <= info.length; i++)
    files += info.readUInt16LE(4 + modules * 2 + i * 2);
  let at = 4 + modules * 4 + files * 4;
  while (at < info.length && found.size < MAX_LISTED_SOURCES) {
    const end = info.indexOf(0, at);
    const to = end === -1 ? info.length : end;
    if (to > at) found.set(info.toString('utf8', at, Math.min(to, at + 4096)), null);
    at = to + 1;
  }
  return found;
}

function blocksOf(size: number, block: number): number {
  return size === 0xffffffff ? 0 : Math.ceil(size / block);
}

/** The numbers of the blocks in which the directory lies. */
function listOf(bytes: Bytes, block: number, from: number, size: number): number[] {
  const count = blocksOf(size, block);
  if (size > MAX_PART) throw damaged('has a directory of no sensible size');
  const numbers = bytes.read(from, count * 4);
  return Array.from({ length: count }, (_, i) => numbers.readUInt32LE(i * 4));
}

/** Bytes of a stream whose blocks lie anywhere. */
function gather(bytes: Bytes, block: number, size: number, from: number, blocks: readonly number[]): Buffer {
  if (size > MAX_PART) throw damaged('has more names than packgate reads');
  const all = Buffer.allocUnsafe(size);
  for (let done = 0; done < size; ) {
    const place = from + done;
    const number = blocks[Math.floor(place / block)];
    if (number === undefined) throw damaged('is cut off');
    const within = place % block;
    const length = Math.min(block - within, size - done);
    bytes.read(number * block + within, length).copy(all, done);
    done += length;
  }
  return all;
}

function damaged(how: string): PackgateError {
  return new PackgateError('archive', `the program database ${how}`, { help: 'Build or download it again' });
}
