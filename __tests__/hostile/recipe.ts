import { deflateSync, gzipSync } from 'node:zlib';
import { crc32 } from '../../src/archive/crc32.ts';
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
    | 'deflate'
    | 'all fields'
    | 'all fields, wrong check'
    | 'reserved flag'
    | 'text flag'
    | 'empty member before'
    | 'empty member after'
    | 'noise between members'
    | 'noise'
    | 'wrong crc'
    | 'wrong length'
    | 'no trailer'
    | 'stored'
    | 'many members'
    | 'twice';
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
    case 'all fields':
      return withFields(gzipSync(tar, options), 0);
    case 'all fields, wrong check':
      return withFields(gzipSync(tar, options), 1);
    case 'reserved flag':
      return changed(gzipSync(tar, options), 3, 0x20);
    case 'text flag':
      return changed(gzipSync(tar, options), 3, 0x01);
    case 'empty member before':
      return Buffer.concat([gzipSync(''), gzipSync(tar, options)]);
    case 'empty member after':
      return Buffer.concat([gzipSync(tar, options), gzipSync('')]);
    case 'noise between members': {
      const middle = tar.length >> 1;
      const [first, second] = [tar.subarray(0, middle), tar.subarray(middle)].map((half) => gzipSync(half));
      return Buffer.concat([first!, Buffer.from('x'), second!]);
    }
    case 'noise':
      return Buffer.concat([gzipSync(tar, options), Buffer.from('\x1f\x8bnoise', 'latin1')]);
    case 'wrong crc':
      return changed(gzipSync(tar, options), -8, 1);
    case 'wrong length':
      return changed(gzipSync(tar, options), -4, 1);
    case 'no trailer':
      return gzipSync(tar, options).subarray(0, -8);
    case 'stored':
      return gzipSync(tar, { level: 0 });
    case 'many members': {
      const blocks: Buffer[] = [];
      for (let at = 0; at < tar.length; at += 500) blocks.push(gzipSync(tar.subarray(at, at + 500), options));
      return Buffer.concat(blocks);
    }
    case 'twice':
      return gzipSync(Buffer.concat([tar, tar]), options);
  }
}

/** RFC 1952 with every optional field: extra, name, comment, and the checksum of the header. */
function withFields(gzip: Buffer, wrong: number): Buffer {
  const fixed = Buffer.from(gzip.subarray(0, 10));
  fixed[3] = 0x1e;
  const fields = Buffer.from('\x06\0ab\x02\0xyname\0comment\0', 'latin1');
  const head = Buffer.concat([fixed, fields]);
  const check = Buffer.alloc(2);
  check.writeUInt16LE((crc32(head, 0) & 0xffff) ^ wrong);
  return Buffer.concat([head, check, gzip.subarray(10)]);
}

function changed(bytes: Buffer, at: number, mask: number): Buffer {
  bytes[at < 0 ? bytes.length + at : at]! ^= mask;
  return bytes;
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
