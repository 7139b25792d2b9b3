import { isUtf8 } from 'node:buffer';
import { beginsAsAsar } from '../archive/held.ts';
import { hasChecksum } from '../archive/tar-header.ts';
import { PDB_MAGIC } from './binary/pdb.ts';
import { fileName } from './file-name.ts';
import {
  beginsAsBrotli,
  beginsAsDeflate,
  beginsAsPickledZlib,
  beginsAsZlib,
  wholeCharacters,
} from './trial.ts';

/** Containers that packgate looks into. */
export type Container =
  | 'gzip'
  | 'zlib'
  | 'deflate'
  | 'brotli'
  | 'zstd'
  | 'tar'
  | 'zip'
  | 'crx'
  | 'asar'
  | Binary
  | Within;

/** What stands in a file that is something else: a run of base64 digits, a zip archive that is joined to the end, compressed data anywhere. */
export type Within = 'base64' | 'joined-zip' | 'streams';

/** Containers that hold machine code, or what belongs to it. */
export type Binary = 'native' | 'wasm' | 'library' | 'pdb' | 'portable-pdb' | 'sea' | 'snapshot' | 'hermes';

/** What the first bytes of a file say it is. */
export interface Kind {
  readonly kind: 'text' | 'binary' | 'archive' | 'executable';
  /** Where the text is UTF-16. */
  readonly encoding?: 'utf-16le' | 'utf-16be';
  /** Where the text is that of a React Native RAM bundle, behind its table. */
  readonly ramBundle?: true;
  /** What an archive or executable is, in a few words. */
  readonly label?: string;
  /** What copy of a program's memory it is, in a few words. */
  readonly memory?: string;
  /** Set where packgate can look inside. */
  readonly container?: Container;
}

/** Bytes that are enough to tell. */
export const KIND_BYTES = 4096;

const MAGIC: readonly (readonly [string, Kind['kind'], string, Container?])[] = [
  ['1f8b', 'archive', 'gzip data', 'gzip'],
  ['504b0304', 'archive', 'a zip archive', 'zip'],
  ['504b0506', 'archive', 'a zip archive', 'zip'],
  ['5359534201000000', 'archive', 'an artifact bundle of Sentry', 'zip'],
  ['5359534202000000', 'archive', 'an artifact bundle of Sentry', 'zip'],
  ['5359534203000000', 'archive', 'an artifact bundle of Sentry', 'zip'],
  ['43723234', 'archive', 'a Chrome extension', 'crx'],
  ['28b52ffd', 'archive', 'zstd data', 'zstd'],
  ['fd377a585a00', 'archive', 'xz data'],
  ['377abcaf271c', 'archive', 'a 7z archive'],
  ['526172211a07', 'archive', 'a rar archive'],
  ['04224d18', 'archive', 'LZ4 data'],
  ['4c5a495001', 'archive', 'lzip data'],
  ['4d53434600000000', 'archive', 'a cabinet archive'],
  ['ff060000734e6150', 'archive', 'Snappy data'],
  ['68737173', 'archive', 'a SquashFS image'],
  ['00004a534f4e584c', 'archive', 'JSONXL data, as a report of Statoscope holds what it shows'],
  ['1f9d90', 'archive', 'data of compress'],
  ['894c5a4f000d0a1a', 'archive', 'lzop data'],
  ['edabeedb', 'archive', 'an RPM package'],
  ['78617221001c', 'archive', 'an installer package of macOS'],
  ['4d5357494d000000', 'archive', 'a Windows image'],
  ['514649fb', 'archive', 'a disk image'],
  ['4b444d5601000000', 'archive', 'a disk image'],
  ['7668647866696c65', 'archive', 'a disk image'],
  ['303730373031', 'archive', 'a cpio archive'],
  ['303730373032', 'archive', 'a cpio archive'],
  ['7f454c46', 'executable', 'an ELF executable or library', 'native'],
  ['cffaedfe', 'executable', 'a Mach-O executable or library', 'native'],
  ['feedfacf', 'executable', 'a Mach-O executable or library', 'native'],
  ['cefaedfe', 'executable', 'a Mach-O executable or library', 'native'],
  ['feedface', 'executable', 'a Mach-O executable or library', 'native'],
  ['cafebabe', 'executable', 'a Mach-O universal binary', 'native'],
  ['cafebabf', 'executable', 'a Mach-O universal binary', 'native'],
  ['0061736d', 'executable', 'a WebAssembly module', 'wasm'],
  ['213c617263683e0a', 'archive', 'a static library', 'library'],
  ['213c7468696e3e0a', 'archive', 'a static library that names its files'],
  ['42534a42', 'binary', 'portable debug information', 'portable-pdb'],
  ['c61fbc03c103191f', 'binary', 'byte code of Hermes', 'hermes'],
  ['20da4301', 'binary', 'a blob for a Node.js executable', 'sea'],
];

/** 1 for each byte that one of them begins with: most files are told by the first to have none. */
const BEGINS_MAGIC = new Uint8Array(256);
for (const [hex] of MAGIC) BEGINS_MAGIC[Number.parseInt(hex.slice(0, 2), 16)] = 1;

/** Bytes in which the rest of what is known of binary files begins. */
const START = 64;

const MEMORY: readonly (readonly [string, string])[] = [
  ['MDMP\x93\xa7', 'a minidump of Windows'],
  ['PAGEDU', 'a crash dump of Windows'],
  ['JAVA PROFILE 1.0', 'a heap dump of Java'],
];

/** A digit for the size of blocks, and the number π that each block begins with; or the end mark of an empty one. */
const BZIP2 = /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/;

/**
 * Extensions of files whose content is text even where a NUL byte stands in it: JavaScript engines read on over one in a comment or string, and
 * Rollup's plugins begin the names of modules of their own with one.
 */
const TEXT: ReadonlySet<string> = new Set(
  'js cjs mjs ts cts mts jsx cjsx mjsx tsx ctsx mtsx css map json htm html vue svelte yml yaml'.split(' '),
);

/** The properties of the usual compressor, the size of its window, a length that is not known, and the first byte of any data. */
const LZMA = /^\]\0\0[\s\S]{2}\xff{8}\0/;
/** What nothing in the first bytes tells from a document, or nothing at all. */
const IMAGES: readonly (readonly [name: RegExp, label: string])[] = [
  [/\.(?:dmg|iso)$/i, 'a disk image'],
  [/\.ms[ipm]$/i, 'a Windows installer'],
];

/** Whether a file is called as code and data of code are, to which nobody joins anything. */
export function isTextName(path: string): boolean {
  const { dot, extension } = fileName(path);
  return dot !== -1 && TEXT.has(extension);
}

/** 0xFB0BD1E5, little-endian: Metro's `indexed-ram-bundle`. */
const RAM_BUNDLE = '\xe5\xd1\x0b\xfb';

/** What is called so is nothing else; other bytes may begin with such data and go on with something else. */
const ZLIB_NAME = /\.(?:zz?|zlib)$|(?:base64|hex)-\d+$/i;
/** Bare compressed data, as it was found in a text: nothing in the bytes tells. */
const DEFLATE_NAME = /base64-\d+\.deflate$/;
const DEFLATE: Kind = { kind: 'archive', label: 'deflate data', container: 'deflate' };
const ENCODED_BROTLI_NAME = /base64-\d+\.brotli$/;
const ZLIB: Kind = { kind: 'archive', label: 'zlib data', container: 'zlib' };
/** What program databases, copies of memory and RAM bundles begin with. */
const RARE_FIRST: ReadonlySet<number> = new Set(
  [PDB_MAGIC, ...MEMORY.map(([begins]) => begins), RAM_BUNDLE].map((begins) => begins.charCodeAt(0)),
);
const startOf = (head: Buffer): string => head.toString('latin1', 0, START);

const BROTLI: Kind = { kind: 'archive', label: 'brotli data', container: 'brotli' };

/**
 * Tells text from binary and names what packgate knows to be a container.
 *
 * @param head the first `KIND_BYTES` of the file, or all of it
 * @param path for what has no magic number: brotli data, and text with NUL bytes in it
 */
export function kindOf(head: Buffer, path: string): Kind {
  const magic = BEGINS_MAGIC[head[0] ?? 0] === 1 && !isJavaClass(head) ? magicOf(head) : undefined;
  if (magic !== undefined) {
    const [, kind, label, container] = magic;
    return { kind, label, ...(container !== undefined && { container }) };
  }
  if (head[0] === 0x42 && BZIP2.test(head.toString('latin1', 0, 10)))
    return { kind: 'archive', label: 'bzip2 data' };
  if (head[0] === 0x5d && LZMA.test(head.toString('latin1', 0, 14)))
    return { kind: 'archive', label: 'LZMA data' };
  if (head[0] === 0x4d && head[1] === 0x5a && head.includes('PE\0\0', 0, 'latin1'))
    return { kind: 'executable', label: 'a Windows executable or library', container: 'native' };
  // Text is not decoded: most files are told by their first byte to be none of these.
  const rare = RARE_FIRST.has(head[0]!);
  if (rare && startOf(head).startsWith(PDB_MAGIC))
    return { kind: 'binary', label: 'a program database', container: 'pdb' };
  if (isCoff(head, path)) return { kind: 'executable', label: 'an object file', container: 'native' };
  if (rare) {
    const start = startOf(head);
    const memory = MEMORY.find(([begins]) => start.startsWith(begins))?.[1];
    if (memory !== undefined) return { kind: 'binary', memory };
  }
  const hasZero = head.includes(0);
  if (hasZero && isSnapshot(head, startOf(head)))
    return { kind: 'binary', label: 'a snapshot of V8', container: 'snapshot' };
  if (rare && startOf(head).startsWith(RAM_BUNDLE)) return { kind: 'text', ramBundle: true };
  if (isTar(head, hasZero)) return { kind: 'archive', label: 'a tar archive', container: 'tar' };
  if (beginsAsAsar(head)) return { kind: 'archive', label: 'an asar archive', container: 'asar' };
  if (head[0] === 0x78 && ZLIB_NAME.test(path) && beginsAsZlib(head)) return ZLIB;
  if (head[0] === 0x78 && beginsAsPickledZlib(head)) return ZLIB;
  if (path.endsWith('.deflate') && (DEFLATE_NAME.test(path) || beginsAsDeflate(head))) return DEFLATE;
  if (path.endsWith('.brotli') && ENCODED_BROTLI_NAME.test(path)) return BROTLI;
  if (endsLike(path, BROTLI_LAST) && /\.br$/i.test(path) && beginsAsBrotli(head, true)) return BROTLI;
  if (head[0] === 0xff && head[1] === 0xfe) return { kind: 'text', encoding: 'utf-16le' };
  if (head[0] === 0xfe && head[1] === 0xff) return { kind: 'text', encoding: 'utf-16be' };
  if (hasZero) {
    if (isTransportStream(head)) return { kind: 'binary' };
    const wide = utf16(head);
    if (wide !== undefined) return { kind: 'text', encoding: wide };
    const image = IMAGES.find(([name]) => name.test(path))?.[1];
    if (image !== undefined) return { kind: 'archive', label: image };
  }
  const named = isTextName(path);
  if (named && !beginsOddly(head)) return TEXT_KIND;
  if (named || !hasZero) {
    if (isUtf8(head.subarray(0, wholeCharacters(head)))) return TEXT_KIND;
    if (beginsAsZlib(head)) return ZLIB;
  }
  return namelessIn(head) ?? (named || !hasZero ? TEXT_KIND : { kind: 'binary' });
}

const TEXT_KIND: Kind = { kind: 'text' };

/** First bytes of code, all of which are letters, signs or white space; hardly any of compressed data are. */
const FIRST = 6;

/** Whether what is called code may be compressed: those who deploy to a bucket compress files in place and leave them their names. */
function beginsOddly(head: Buffer): boolean {
  for (let i = 0; i < FIRST && i < head.length; i++) {
    const byte = head[i]!;
    if (byte > 126 || byte < 9 || (byte > 13 && byte < 32)) return true;
  }
  return false;
}

/** Compressed data that has no magic number. */
function namelessIn(head: Buffer): Kind | undefined {
  if (beginsAsBrotli(head, false)) return BROTLI;
  return beginsAsDeflate(head) ? DEFLATE : undefined;
}

function magicOf(head: Buffer): (typeof MAGIC)[number] | undefined {
  const start = head.toString('hex', 0, 8);
  return MAGIC.find(([hex]) => start.startsWith(hex));
}

/** Byte code begins as Mach-O universal binaries do, but with its version, of 45 and up, where those count their parts. */
function isJavaClass(head: Buffer): boolean {
  return head.length >= 8 && head.readUInt32BE(0) === 0xcafebabe && head.readUInt16BE(6) >= 45;
}

/** Films end with `.ts` as well: MPEG packets of 188 bytes, each with the same first byte. */
function isTransportStream(head: Buffer): boolean {
  if (head.length < 377) return false;
  for (let at = 0; at < head.length; at += 188) if (head[at] !== 0x47) return false;
  return true;
}

/**
 * Of bytes with a NUL among them: a start-up snapshot of Node.js, one of V8 with its version in the head, or code that V8 has kept: all may hold the text of
 * scripts. V8's snapshot.cc and code-serializer.h, Node's node_snapshotable.cc.
 */
function isSnapshot(head: Buffer, start: string): boolean {
  if (head.length < 96) return false;
  if (head.readUInt32LE(0) === 0x0143da19) return true;
  const isCode = head[2] === 0xde && head[3] === 0xc0 && !head.subarray(4, 8).equals(Buffer.alloc(4));
  return isCode || /^[\s\S]{8,24}?\d{1,2}\.\d{1,3}\.\d{1,4}\.\d{1,3}[\0-]/.test(start);
}

/** Last letters of names that are looked at. */
const OBJECT_LAST = 'jJoO';
const BROTLI_LAST = 'rR';
const endsLike = (path: string, letters: string): boolean => letters.includes(path.charAt(path.length - 1));

/** Object files of Windows have no magic number: by their name, a machine that there is, and few enough sections. */
function isCoff(head: Buffer, path: string): boolean {
  if (head.length < 60 || !endsLike(path, OBJECT_LAST) || !/\.obj?$/i.test(path)) return false;
  return [0x14c, 0x8664, 0xaa64, 0x1c4].includes(head.readUInt16LE(0)) && head.readUInt16LE(16) === 0;
}

/** Tar archives of before 1988 have no magic number, but the checksum of their first header. */
function isTar(head: Buffer, hasZero: boolean): boolean {
  if (head.length < 512) return false;
  return (
    (head[257] === 0x75 && head.toString('latin1', 257, 262) === 'ustar') ||
    (head[0] !== 0 && hasZero && hasChecksum(head.subarray(0, 512)))
  );
}

/**
 * UTF-16 without a byte order mark: of mostly Latin text every second byte is 0. Of the others hardly one is 0 or a control character,
 * as only characters like U+2600 and halves of pairs have such bytes.
 */
function utf16(head: Buffer): Kind['encoding'] {
  const zeros = [0, 0];
  const odd = [0, 0];
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!;
    if (byte === 0) zeros[i % 2]!++;
    if (byte < 9 || (byte > 13 && byte < 32)) odd[i % 2]!++;
  }
  const half = head.length / 2;
  if (zeros[1]! > half * 0.7 && odd[0]! <= half * 0.01) return 'utf-16le';
  if (zeros[0]! > half * 0.7 && odd[1]! <= half * 0.01) return 'utf-16be';
  return undefined;
}
