import { isUtf8 } from 'node:buffer';
import { beginsAsAsar } from '../archive/held.ts';
import { hasChecksum } from '../archive/tar-header.ts';
import { beginsAsBrotli, wholeCharacters } from './brotli.ts';

/** Containers that packgate looks into. */
export type Container = 'gzip' | 'brotli' | 'zstd' | 'tar' | 'zip' | 'crx' | 'asar';

/** What the first bytes of a file say it is. */
export interface Kind {
  readonly kind: 'text' | 'binary' | 'archive' | 'executable';
  /** Where the text is UTF-16. */
  readonly encoding?: 'utf-16le' | 'utf-16be';
  /** What an archive or executable is, in a few words. */
  readonly label?: string;
  /** Set where packgate can look inside. */
  readonly container?: Container;
}

/** Bytes that are enough to tell. */
export const KIND_BYTES = 4096;

const MAGIC: readonly (readonly [string, Kind['kind'], string, Container?])[] = [
  ['1f8b', 'archive', 'gzip data', 'gzip'],
  ['504b0304', 'archive', 'a zip archive', 'zip'],
  ['504b0506', 'archive', 'a zip archive', 'zip'],
  ['43723234', 'archive', 'a Chrome extension', 'crx'],
  ['28b52ffd', 'archive', 'zstd data', 'zstd'],
  ['fd377a585a00', 'archive', 'xz data'],
  ['377abcaf271c', 'archive', 'a 7z archive'],
  ['526172211a07', 'archive', 'a rar archive'],
  ['7f454c46', 'executable', 'an ELF executable or library'],
  ['cffaedfe', 'executable', 'a Mach-O executable or library'],
  ['feedfacf', 'executable', 'a Mach-O executable or library'],
  ['cafebabe', 'executable', 'a Mach-O universal binary'],
  ['0061736d', 'executable', 'a WebAssembly module'],
];

/** A digit for the size of blocks, and the number π that each block begins with; or the end mark of an empty one. */
const BZIP2 = /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/;

/** Names whose content is text even where a NUL byte stands in it: JavaScript engines read on over one in a comment or string. */
const TEXT_NAME = /\.(?:[cm]?[jt]sx?|css|map|json|html?|vue|svelte)$/i;

const BROTLI: Kind = { kind: 'archive', label: 'brotli data', container: 'brotli' };

/**
 * Tells text from binary and names what packgate knows to be a container.
 *
 * @param head the first `KIND_BYTES` of the file, or all of it
 * @param path for what has no magic number: brotli data, and text with NUL bytes in it
 */
export function kindOf(head: Buffer, path: string): Kind {
  const start = head.toString('hex', 0, 8);
  const magic = isJavaClass(head) ? undefined : MAGIC.find(([hex]) => start.startsWith(hex));
  if (magic !== undefined) {
    const [, kind, label, container] = magic;
    return { kind, label, ...(container !== undefined && { container }) };
  }
  if (BZIP2.test(head.toString('latin1', 0, 10))) return { kind: 'archive', label: 'bzip2 data' };
  if (start.startsWith('4d5a') && head.includes('PE\0\0', 0, 'latin1'))
    return { kind: 'executable', label: 'a Windows executable or library' };
  if (isTar(head)) return { kind: 'archive', label: 'a tar archive', container: 'tar' };
  if (beginsAsAsar(head)) return { kind: 'archive', label: 'an asar archive', container: 'asar' };
  if (/\.br$/i.test(path) && beginsAsBrotli(head, true)) return BROTLI;
  if (start.startsWith('fffe')) return { kind: 'text', encoding: 'utf-16le' };
  if (start.startsWith('feff')) return { kind: 'text', encoding: 'utf-16be' };
  const named = TEXT_NAME.test(path);
  if (!head.includes(0)) {
    const isText = named || isUtf8(head.subarray(0, wholeCharacters(head)));
    return isText || !beginsAsBrotli(head, false) ? { kind: 'text' } : BROTLI;
  }
  const wide = utf16(head);
  if (wide !== undefined) return { kind: 'text', encoding: wide };
  if (named) return { kind: 'text' };
  return beginsAsBrotli(head, false) ? BROTLI : { kind: 'binary' };
}

/** Byte code begins as Mach-O universal binaries do, but with its version, of 45 and up, where those count their parts. */
function isJavaClass(head: Buffer): boolean {
  return head.length >= 8 && head.readUInt32BE(0) === 0xcafebabe && head.readUInt16BE(6) >= 45;
}

/** Tar archives of before 1988 have no magic number, but the checksum of their first header. */
function isTar(head: Buffer): boolean {
  if (head.length < 512) return false;
  return (
    head.toString('latin1', 257, 262) === 'ustar' ||
    (head[0] !== 0 && head.includes(0) && hasChecksum(head.subarray(0, 512)))
  );
}

/** UTF-16 without a byte order mark: of mostly Latin text every second byte is 0, and only every second. */
function utf16(head: Buffer): Kind['encoding'] {
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > half * 0.7 && zeros[1] === 0) return 'utf-16be';
  return undefined;
}
