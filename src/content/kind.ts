/** What the first bytes of a file say it is. */
export interface Kind {
  readonly kind: 'text' | 'binary' | 'archive' | 'executable';
  /** Where the text is UTF-16. */
  readonly encoding?: 'utf-16le' | 'utf-16be';
  /** What an archive or executable is, in a few words. */
  readonly label?: string;
}

/** Bytes that are enough to tell. */
export const KIND_BYTES = 4096;

const MAGIC: readonly (readonly [string, Kind['kind'], string])[] = [
  ['1f8b', 'archive', 'gzip data'],
  ['504b0304', 'archive', 'a zip archive'],
  ['504b0506', 'archive', 'a zip archive'],
  ['43723234', 'archive', 'a Chrome extension'],
  ['28b52ffd', 'archive', 'zstd data'],
  ['fd377a585a00', 'archive', 'xz data'],
  ['425a68', 'archive', 'bzip2 data'],
  ['377abcaf271c', 'archive', 'a 7z archive'],
  ['526172211a07', 'archive', 'a rar archive'],
  ['7f454c46', 'executable', 'an ELF executable or library'],
  ['cffaedfe', 'executable', 'a Mach-O executable or library'],
  ['feedfacf', 'executable', 'a Mach-O executable or library'],
  ['cafebabe', 'executable', 'a Mach-O universal binary or Java class'],
  ['0061736d', 'executable', 'a WebAssembly module'],
];

/** Names whose content is text even where a NUL byte stands in it: JavaScript engines read on over one in a comment or string. */
const TEXT_NAME = /\.(?:[cm]?[jt]sx?|css|map|json|html?|vue|svelte)$/i;

/**
 * Tells text from binary and names what packgate knows to be a container.
 *
 * @param head the first `KIND_BYTES` of the file, or all of it
 * @param path for what has no magic number: brotli data, and text with NUL bytes in it
 */
export function kindOf(head: Buffer, path: string): Kind {
  const start = head.toString('hex', 0, 8);
  const magic = MAGIC.find(([hex]) => start.startsWith(hex));
  if (magic !== undefined) return { kind: magic[1], label: magic[2] };
  if (start.startsWith('4d5a') && head.includes('PE\0\0', 0, 'latin1'))
    return { kind: 'executable', label: 'a Windows executable or library' };
  if (head.length > 262 && head.toString('latin1', 257, 262) === 'ustar')
    return { kind: 'archive', label: 'a tar archive' };
  if (/\.br$/i.test(path)) return { kind: 'archive', label: 'brotli data' };
  if (/\.asar$/i.test(path) && start.startsWith('04000000'))
    return { kind: 'archive', label: 'an asar archive' };
  if (start.startsWith('fffe')) return { kind: 'text', encoding: 'utf-16le' };
  if (start.startsWith('feff')) return { kind: 'text', encoding: 'utf-16be' };
  if (!head.includes(0)) return { kind: 'text' };
  const wide = utf16(head);
  if (wide !== undefined) return { kind: 'text', encoding: wide };
  return { kind: TEXT_NAME.test(path) ? 'text' : 'binary' };
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
