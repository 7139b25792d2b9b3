import { existsSync } from 'node:fs';
import { type FileHandle, opendir, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { byteSize, count } from '../figures.ts';
import { openRegular, unreadable } from './disk.ts';
import { walkGlob } from './glob.ts';
import { MOST_SHARDS } from './shard.ts';
import { parseTarget } from './target.ts';

/** Of all files together: the reports of a thousand packages with some findings in each have 10 MB. In bytes. */
const MAX_SIZE = 256 * 1024 * 1024;

const REPORTS = 'name the files that "packgate check --shard <i>/<n> --format json" wrote, or their folder';

/** Names in a folder, with all that is below it. */
const MAX_ENTRIES = 20_000;

/** A file that may be the report of a shard. */
export interface ShardFile {
  /** How the user knows it. */
  readonly name: string;
  /** Absolute, links resolved. */
  readonly file: string;
}

/**
 * The files that the user points at, each once, sorted: files, globs of them, and all `.json` files in a folder,
 * however deep, as an artifact of each shard gets a folder of its own.
 *
 * @param cwd absolute
 * @throws PackgateError `target` where there is nothing
 */
export async function findShardFiles(texts: readonly string[], cwd: string): Promise<readonly ShardFile[]> {
  const found = new Map<string, ShardFile>();
  for (const text of texts) {
    const { kind } = parseTarget(text);
    const isGlob = kind === 'glob' && !existsSync(resolve(cwd, text));
    const names = isGlob ? await walkGlob(text, cwd) : [text];
    if (names.length === 0) throw nothing(text, 'matches nothing');
    for (const name of names) {
      const stats = await stat(resolve(cwd, name)).catch((cause) => {
        const { message } = unreadable(name, cause);
        throw new PackgateError('target', message, { help: REPORTS, cause });
      });
      const files = stats.isDirectory() ? await filesIn(name, cwd) : [name];
      for (const path of files) {
        const file = await realpath(resolve(cwd, path));
        if (!found.has(file)) found.set(file, { name: path, file });
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function filesIn(folder: string, cwd: string): Promise<readonly string[]> {
  const root = folder.replace(/(?<![\\/])[\\/]+$/, '') || '/';
  const files: string[] = [];
  const waiting = [root];
  let entries = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for await (const entry of await opendir(resolve(cwd, at))) {
      entries += 1;
      if (entries > MAX_ENTRIES) {
        throw new PackgateError(
          'target',
          `${folder}: more than ${count(MAX_ENTRIES)} names to look through`,
          {
            help: 'name a folder that holds the reports of the shards alone',
          },
        );
      }
      const path = `${at === '/' ? '' : at}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (/\.json$/i.test(entry.name)) files.push(path);
    }
  }
  if (files.length === 0) throw nothing(folder, 'holds no .json file');
  return files;
}

function nothing(text: string, why: string): PackgateError {
  return new PackgateError('target', `${text}: ${why}`, {
    help: REPORTS,
  });
}

/**
 * The texts of the files, one after another, so that each is let go before the next.
 *
 * @throws PackgateError `target` for what is no regular file or cannot be read, `shard` for what is too much to be meant
 */
export async function* readShardFiles(
  files: readonly ShardFile[],
): AsyncGenerator<{ readonly name: string; readonly text: string }> {
  if (files.length > MOST_SHARDS) {
    throw new PackgateError(
      'shard',
      `${count(files.length)} files, and a run has at most ${count(MOST_SHARDS)} shards`,
      {
        help: 'name the reports of the shards of one run alone',
      },
    );
  }
  let left = MAX_SIZE;
  for (const { file, name } of files) {
    const handle = await openRegular(file, name);
    try {
      const { size } = await handle.stat();
      left -= size;
      if (left < 0) {
        throw new PackgateError(
          'shard',
          `${name}: with it the reports have more than ${byteSize(MAX_SIZE)}`,
          {
            help: 'name the reports of the shards of one run alone',
          },
        );
      }
      yield { name, text: await textOf(handle, size) };
    } finally {
      await handle.close();
    }
  }
}

/** In a function of its own, as its bytes would be held as long as the text is looked at. */
async function textOf(handle: FileHandle, size: number): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
  return buffer.toString('utf8', 0, bytesRead);
}
