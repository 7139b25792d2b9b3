import { constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PackgateError } from '../errors.ts';
import { makeFolder } from '../target/make-folder.ts';
import { BrokenChain, type ChainedRecord, chain, type Link, readLine, START } from './audit-chain.ts';
import type { AuditRecord } from './audit-record.ts';
import { withLock } from './lock.ts';

/** Longer lines are no records: one of ten thousand packages has about 8 MB. In bytes. */
const MAX_LINE = 64 * 1024 * 1024;
const CHUNK = 256 * 1024;
const NEWLINE = 0x0a;

/** How long a writer waits for others, of which each needs some milliseconds. */
const PATIENCE = 30_000;

/**
 * Adds a record behind the last one and makes sure that it is on the disk. Makes the file and the folders it needs.
 * Any number of processes may do so at once.
 *
 * @param file absolute
 * @param patience how long to wait for other writers, in milliseconds
 * @throws PackgateError `output` where it cannot be written, or where what stands there does not end in a whole
 *   record: then the file is left as it is
 */
export async function appendRecord(file: string, record: AuditRecord, patience = PATIENCE): Promise<Link> {
  try {
    await makeFolder(dirname(file));
    const real = await realFile(file);
    return await withLock(`${real}.lock`, patience, () => append(real, record));
  } catch (error) {
    if (error instanceof PackgateError) {
      throw new PackgateError('output', `${file}: no audit record could be written: ${error.message}`, {
        ...(error.help !== undefined && { help: error.help }),
        cause: error,
      });
    }
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new PackgateError('output', `${file}: no audit record could be written (${code})`, {
      help: 'name a file that this user may write to, on a disk with room',
      cause: error,
    });
  }
}

async function append(file: string, record: AuditRecord): Promise<Link> {
  const { O_RDWR, O_CREAT, O_APPEND, O_NONBLOCK = 0 } = constants;
  const handle = await open(file, O_RDWR | O_CREAT | O_APPEND | O_NONBLOCK, 0o644);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new PackgateError('output', 'it is no ordinary file', { help: 'name a file' });
    const last = await lastLink(handle, stats.size);
    const { line, link } = chain(record, last);
    const bytes = Buffer.from(`${line}\n`);
    try {
      for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten;
      await handle.sync();
    } catch (error) {
      // A part of a record would keep everybody else from writing theirs.
      await handle.truncate(stats.size).catch(() => {});
      throw error;
    }
    if (stats.size === 0) await syncFolder(dirname(file));
    return link;
  } finally {
    await handle.close();
  }
}

/** A link in the path is followed first, so that all who write to one file take one lock. */
async function realFile(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined && !found.isFile()) {
    throw new PackgateError('output', 'it is no ordinary file', { help: 'name a file' });
  }
  return found === undefined ? join(await realpath(dirname(file)), basename(file)) : realpath(file);
}

async function lastLink(handle: FileHandle, size: number): Promise<Link> {
  if (size === 0) return START;
  const damaged = (why: string) =>
    new PackgateError('output', `its end is damaged: ${why}`, {
      help: 'keep this file as it is for whoever looks into that, and name a new one',
    });
  const line = await lastLine(handle, size);
  if (line === undefined) throw damaged('it does not end with a whole record');
  try {
    return readLine(line, 0, null);
  } catch (error) {
    if (!(error instanceof BrokenChain)) throw error;
    if (error.kind === 'unknown') {
      throw new PackgateError('output', 'a newer packgate wrote to it', {
        help: 'use that version here, too',
        cause: error,
      });
    }
    throw damaged('its last line is no record, or was changed');
  }
}

/** Undefined where the file does not end with a line's end, or has a last line of no end. */
async function lastLine(handle: FileHandle, size: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for (let end = size; end > 0 && length <= MAX_LINE; ) {
    const start = Math.max(0, end - CHUNK);
    const part = await readFully(handle, start, end - start);
    if (end === size && part.at(-1) !== NEWLINE) return undefined;
    const within = end === size ? part.subarray(0, -1) : part;
    const newline = within.lastIndexOf(NEWLINE);
    parts.unshift(within.subarray(newline + 1));
    length += within.length - newline - 1;
    if (newline >= 0) return Buffer.concat(parts);
    end = start;
  }
  return length <= MAX_LINE ? Buffer.concat(parts) : undefined;
}

async function readFully(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw new PackgateError('output', 'it became shorter while it was read');
    done += bytesRead;
  }
  return bytes;
}

/** That the file is there is written in its folder. Windows does not let folders be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/**
 * Reads a log from its start, record by record, each checked against the one before it.
 *
 * @param file absolute
 * @param name how the user knows it
 * @throws BrokenChain at the first line that is not what was written there; PackgateError `target` where the file
 *   cannot be read
 */
export async function* readLog(file: string, name = file): AsyncGenerator<ChainedRecord> {
  const handle = await openLog(file, name);
  try {
    let previous: Link = START;
    let number = 0;
    let pending: Buffer[] = [];
    let length = 0;
    const chunk = Buffer.alloc(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length);
      if (bytesRead === 0) break;
      let from = 0;
      for (let newline = chunk.indexOf(NEWLINE); newline >= 0 && newline < bytesRead; ) {
        const line = Buffer.concat([...pending, chunk.subarray(from, newline)]);
        pending = [];
        length = 0;
        number += 1;
        const record = readLine(line, number, previous);
        previous = record;
        yield record;
        from = newline + 1;
        newline = chunk.indexOf(NEWLINE, from);
      }
      pending.push(Buffer.from(chunk.subarray(from, bytesRead)));
      length += bytesRead - from;
      if (length > MAX_LINE) throw new BrokenChain('broken', `line ${number + 1} was changed: it has no end`);
    }
    if (length > 0) {
      throw new BrokenChain('broken', `line ${number + 1} was cut: the log ends in the middle of a record`);
    }
  } finally {
    await handle.close();
  }
}

async function openLog(file: string, name: string): Promise<FileHandle> {
  try {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'no such file' : `cannot be read (${code ?? String(error)})`;
    throw new PackgateError('target', `${name}: ${why}`, {
      help: 'name the file that "packgate check --audit-log <file>" writes to',
      cause: error,
    });
  }
  throw new PackgateError('target', `${name}: no ordinary file`, { help: 'name an audit log' });
}
