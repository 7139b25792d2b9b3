import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { makeFolder } from './folders.ts';

/** One header with its body, and what is odd about it. */
export interface RawEntry {
  readonly name: string;
  readonly body?: string | Buffer;
  /** Type byte; `0` where nothing is said. */
  readonly type?: string;
  readonly link?: string;
  /** As written in the size field, in place of the body's true length. */
  readonly size?: string;
  readonly magic?: string;
  readonly prefix?: string;
  /** Changes the header before the checksum is made. */
  readonly edit?: (header: Buffer) => void;
  /** Changes it after. */
  readonly spoil?: (header: Buffer) => void;
}

export const MANIFEST: RawEntry = { name: 'package/package.json', body: '{"name":"made","version":"1.0.0"}' };

/** 512-byte blocks of one entry, written field by field so that any of them can be wrong. POSIX.1-2017, pax, ustar interchange format. */
export function entryBlocks(entry: RawEntry): Buffer {
  const body = Buffer.from(entry.body ?? '');
  const header = Buffer.alloc(512);
  header.write(entry.name, 0, 100);
  header.write('000644 \0', 100, 'latin1');
  header.write('000000 \0', 108, 'latin1');
  header.write('000000 \0', 116, 'latin1');
  header.write(entry.size ?? `${body.length.toString(8).padStart(11, '0')} `, 124, 12, 'latin1');
  header.write('03560116604 ', 136, 'latin1');
  header.write(entry.type ?? '0', 156, 'latin1');
  header.write(entry.link ?? '', 157, 100);
  header.write(entry.magic ?? 'ustar\x0000', 257, 'latin1');
  header.write(entry.prefix ?? '', 345, 155);
  entry.edit?.(header);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  entry.spoil?.(header);
  const padding = (512 - (body.length % 512)) % 512;
  return Buffer.concat([header, body, Buffer.alloc(padding)]);
}

export const END = Buffer.alloc(1024);

/** An uncompressed archive of these entries, end mark included. */
export function rawTar(...parts: (RawEntry | Buffer)[]): Buffer {
  return Buffer.concat([...parts.map((part) => (Buffer.isBuffer(part) ? part : entryBlocks(part))), END]);
}

/** One pax record, length included. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest);
  while (Buffer.byteLength(`${length}${rest}`) !== length) length++;
  return `${length}${rest}`;
}

export function pax(records: Readonly<Record<string, string>>, type = 'x'): RawEntry {
  const body = Object.entries(records)
    .map(([key, value]) => paxRecord(key, value))
    .join('');
  return { name: 'PaxHeader/x', type, body };
}

/** A gzipped package: path in it to content, with a manifest where there is none. */
export function packed(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const whole =
    'package.json' in files ? files : { 'package.json': '{"name":"made","version":"1.0.0"}', ...files };
  return gzipSync(
    rawTar(...Object.entries(whole).map(([path, body]) => ({ name: `package/${path}`, body }))),
  );
}

/** Writes bytes to a file that is gone after the test, and gives its path. */
export function tarballFile(t: TestContext, bytes: Buffer): string {
  const file = join(makeFolder(t), 'made-1.0.0.tgz');
  writeFileSync(file, bytes);
  return file;
}
