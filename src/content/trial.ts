import { isUtf8 } from 'node:buffer';
import { type Codec, createDecoder } from '../archive/decoder.ts';
import { hasChecksum } from '../archive/tar-header.ts';

/** Decoded bytes after which nothing more is learnt. */
const ENOUGH = 1024 * 1024;
/** Bytes that are tried. */
const TRIED = 4096;
/** Decoded bytes that have to be text. */
const LEAST = 32;

/**
 * Whether bytes begin as brotli data does. It has no magic number, so it is tried.
 *
 * Much that is not brotli decodes for a while. Where no name says so it has to decode to text that is not in the bytes as
 * it stands, or to a tar archive: other data that passes is no loss, because what packgate looks for is text.
 *
 * @param head the first bytes of a file
 * @param named whether the name says that it is brotli
 */
export function beginsAsBrotli(head: Buffer, named: boolean): boolean {
  if (named ? isPlain(head.subarray(0, TRIED)) : isMedia(head)) return false;
  const text = decodedHead('brotli', head);
  if (named || text === undefined) return text !== undefined;
  return mayMatter(text) && !head.includes(text.subarray(0, LEAST));
}

/**
 * Whether bytes begin as text or a tar archive does that zlib compressed: two bytes of head say little, so it is
 * tried as well.
 */
export function beginsAsZlib(head: Buffer): boolean {
  if (!hasZlibHead(head)) return false;
  const text = decodedHead('zlib', head);
  return text !== undefined && mayMatter(text);
}

/** Whether bytes begin as a pickle of protocol 2 or later does that zlib compressed, as joblib writes models. */
export function beginsAsPickledZlib(head: Buffer): boolean {
  const pickle = hasZlibHead(head) ? decodedHead('zlib', head) : undefined;
  return pickle !== undefined && pickle.length > LEAST && pickle[0] === 0x80 && PROTOCOLS.has(pickle[1]!);
}

const PROTOCOLS: ReadonlySet<number> = new Set([2, 3, 4, 5]);

/** Whether a file could be a zlib stream: two bytes say so. RFC 1950, 2.2. */
export function hasZlibHead(head: Buffer): boolean {
  return head.length >= 8 && head[0] === 0x78 && head.readUInt16BE(0) % 31 === 0 && (head[1]! & 0x20) === 0;
}

/** The text that compressed data begins as; undefined where it is no such data, or no text. */
export function decodedText(codec: Codec, head: Buffer): string | undefined {
  const decoded = decodedHead(codec, head);
  return decoded !== undefined && decoded.length > LEAST && isPlain(decoded)
    ? decoded.toString('latin1')
    : undefined;
}

/**
 * Whether bytes may begin a block of bare deflate data with codes of its own, as text of more than a few words is
 * written: the lengths of the codes for code lengths make up a whole code, as those of one byte string in a hundred
 * do. RFC 1951, 3.2.7.
 */
export function mayBeDeflate(head: Buffer): boolean {
  if (head.length < 12 || ((head[0]! >> 1) & 3) !== 2) return false;
  const literals = head[0]! >> 3;
  const distances = head[1]! & 31;
  const lengths = 4 + ((head[1]! >> 5) | ((head[2]! & 1) << 3));
  if (literals > 29 || distances > 29) return false;
  let sum = 0;
  for (let i = 0, bit = 17; i < lengths; i++, bit += 3) {
    const length = (((head[bit >> 3]! | (head[(bit >> 3) + 1]! << 8)) >> (bit & 7)) & 7) as number;
    if (length > 0) sum += 128 >> length;
  }
  return sum === 128;
}

/** Whether bytes begin as text does of which bare deflate data was made. */
export function beginsAsDeflate(head: Buffer): boolean {
  return mayBeDeflate(head) && !isMedia(head) && decodedText('deflate', head) !== undefined;
}

/**
 * Whether bytes may begin brotli data of the windows that encoders choose, with a first block that is not empty.
 * RFC 7932, 9.1 and 9.2.
 */
export function mayBeBrotli(head: Buffer): boolean {
  const [first = 0, second = 0] = head;
  if ((first & 15) !== 11 && (first & 15) !== 15) return false;
  const bits = (first | (second << 8)) >> 4;
  const isLast = (bits & 1) === 1;
  if (isLast && (bits & 2) !== 0) return false;
  return ((bits >> (isLast ? 2 : 1)) & 3) !== 3;
}

/** JSON in a binary form, which packgate names and does not read. */
const JSONXL = Buffer.from('\0\0JSONXL');

/** Whether it is text, what stands for text, or an archive of files. */
function mayMatter(decoded: Buffer): boolean {
  if (decoded.length <= LEAST) return false;
  if (decoded.subarray(0, JSONXL.length).equals(JSONXL)) return true;
  return isPlain(decoded) || (decoded.length >= 512 && hasChecksum(decoded.subarray(0, 512)));
}

/**
 * The first bytes of what compressed data decodes to, none where they do not suffice; undefined where they are no
 * such data.
 */
function decodedHead(codec: Codec, head: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  let size = 0;
  const decoder = createDecoder(codec, (view) => {
    if (size < ENOUGH) parts.push(Buffer.from(view.subarray(0, 4096)));
    size += view.length;
    if (size > ENOUGH) throw new Full();
  });
  try {
    decoder.write(head.subarray(0, TRIED));
  } catch (error) {
    if (!(error instanceof Full)) return undefined;
  } finally {
    decoder.close();
  }
  return parts[0] ?? Buffer.alloc(0);
}

class Full extends Error {}

/** Pictures, fonts, sound: common, binary, and never brotli as a whole. */
const MEDIA = [
  '89504e47',
  'ffd8ff',
  '47494638',
  '52494646',
  '774f4646',
  '774f4632',
  '00010000',
  '4f54544f',
  '00000100',
  '25504446',
  '4f676753',
  '494433',
];

function isMedia(head: Buffer): boolean {
  const start = head.toString('hex', 0, 4);
  return MEDIA.some((magic) => start.startsWith(magic));
}

/** Whether bytes are text in UTF-8 without control characters; the last character may be cut. */
export function isPlain(text: Buffer): boolean {
  return (
    !/[\x00-\x08\x0e-\x1f]/.test(text.toString('latin1')) && isUtf8(text.subarray(0, wholeCharacters(text)))
  );
}

/** Length without a character that may be cut at the end. */
export function wholeCharacters(text: Buffer): number {
  let end = text.length;
  while (end > 0 && end > text.length - 4 && (text[end - 1]! & 0xc0) === 0x80) end--;
  return end > 0 && text[end - 1]! >= 0xc0 ? end - 1 : text.length;
}
