import { deflateSync, gzipSync } from 'node:zlib';
import { entryBlocks } from '../tarballs.ts';

/** A pax record and how its length is written. */
export interface PaxRecord {
  readonly key: string;
  /** One character a byte. */
  readonly value: string;
  readonly form: 'right' | 'short' | 'long' | 'zero' | 'no equals' | 'no newline' | 'blank';
}

/** One header and its body. */
export interface Part {
  /** 512 bytes to begin with. */
  readonly header: Buffer;
  readonly body: Buffer | readonly Part[] | readonly PaxRecord[];
  /** Offset and bytes (one character each) written over the header before its checksum is made, in order. */
  readonly fields: readonly (readonly [offset: number, bytes: string])[];
  readonly checksum: 'right' | 'blanks' | 'no end' | 'signed' | 'one off';
  /** Zero blocks after it. */
  readonly zeros: number;
}

/** Everything that makes an archive, small enough to take apart piece by piece. */
export interface Recipe {
  readonly parts: readonly Part[];
  /** Zero blocks at the end. */
  readonly end: number;
  /** What follows the end. */
  readonly tail: Buffer | readonly Part[];
  /** Position (modulo the length) and mask of bytes changed at last. */
  readonly flips: readonly (readonly [position: number, mask: number])[];
  readonly wrap:
    | 'gzip'
    | 'plain'
    | 'members'
    | 'gzip and zeros'
    | 'gzip and member'
    | 'gzip in gzip'
    | 'deflate';
  /** Bytes cut from the end. */
  readonly cut: number;
}

export const HEADER = (name: string, type = '0', link = '') =>
  entryBlocks({ name, type, link }).subarray(0, 512);

export function part(name: string, body: Part['body'] = Buffer.from(name), type = '0', link = ''): Part {
  return { header: HEADER(name, type, link), body, fields: [], checksum: 'right', zeros: 0 };
}

/** The bytes of the archive. */
export function build({ parts, end, tail, flips, wrap, cut }: Recipe): Buffer {
  const whole = Buffer.concat([
    ...parts.map(buildPart),
    Buffer.alloc(512 * end),
    ...(Buffer.isBuffer(tail) ? [tail] : tail.map(buildPart)),
  ]);
  const tar = whole.subarray(0, Math.max(0, whole.length - cut));
  for (const [position, mask] of flips) if (tar.length > 0) tar[position % tar.length]! ^= mask;
  return wrapped(tar, wrap);
}

function wrapped(tar: Buffer, wrap: Recipe['wrap']): Buffer {
  const options = { level: 1 };
  switch (wrap) {
    case 'plain':
      return tar;
    case 'gzip':
      return gzipSync(tar, options);
    case 'members': {
      const middle = tar.length >> 1;
      return Buffer.concat([
        gzipSync(tar.subarray(0, middle), options),
        gzipSync(tar.subarray(middle), options),
      ]);
    }
    case 'gzip and zeros':
      return Buffer.concat([gzipSync(tar, options), Buffer.alloc(700)]);
    case 'gzip and member':
      return Buffer.concat([gzipSync(tar, options), Buffer.alloc(9), gzipSync(tar, options)]);
    case 'gzip in gzip':
      return gzipSync(gzipSync(tar, options), options);
    case 'deflate':
      return gzipSync(deflateSync(tar, options), options);
  }
}

function buildPart({ header, body, fields, checksum, zeros }: Part): Buffer {
  const bytes = buildBody(body);
  const block = Buffer.from(header);
  block.write(`${bytes.length.toString(8).padStart(11, '0')} `, 124, 'latin1');
  for (const [offset, text] of fields) block.write(text, offset, 'latin1');
  block.write(checksumField(block, checksum), 148, 'latin1');
  const padding = (512 - (bytes.length % 512)) % 512;
  return Buffer.concat([block, bytes, Buffer.alloc(padding + 512 * zeros)]);
}

function checksumField(block: Buffer, form: Part['checksum']): string {
  block.fill(' ', 148, 156);
  let sum = 0;
  for (const byte of block) sum += form === 'signed' && byte > 127 ? byte - 256 : byte;
  if (form === 'one off') sum++;
  const digits = Math.max(0, sum).toString(8);
  if (form === 'no end') return digits.padStart(8, '0');
  return form === 'blanks' ? digits.padStart(6).padEnd(8) : `${digits.padStart(6, '0')}\0 `;
}

function buildBody(body: Part['body']): Buffer {
  if (Buffer.isBuffer(body)) return body;
  const items = body as readonly (Part | PaxRecord)[];
  return Buffer.concat(items.map((item) => ('header' in item ? buildPart(item) : buildRecord(item))));
}

function buildRecord({ key, value, form }: PaxRecord): Buffer {
  const rest = ` ${key}${form === 'no equals' ? '' : '='}${value}${form === 'no newline' ? '' : '\n'}`;
  let length = rest.length;
  while (`${length}${rest}`.length !== length) length++;
  const written = { short: length - 1, long: length + 1, zero: 0 }[form as 'short'] ?? length;
  return Buffer.from(`${form === 'blank' ? ' ' : ''}${written}${rest}`, 'latin1');
}

/** The headers and bodies of a well-formed archive, as parts. */
export function partsOf(tar: Buffer): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const header = Buffer.from(tar.subarray(at, at + 512));
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8) || 0;
    const body = Buffer.from(tar.subarray(at + 512, at + 512 + size));
    parts.push({ header, body, fields: [], checksum: 'right', zeros: 0 });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return parts;
}
