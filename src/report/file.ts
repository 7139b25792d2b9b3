import { randomUUID } from 'node:crypto';
import { open, realpath, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PackgateError } from '../errors.ts';
import { makeFolder } from '../target/make-folder.ts';
import { removedAtEnd } from '../target/temporary.ts';

/**
 * Writes a report to a file in one step: readers see the old file or the whole new one. Makes the folders it needs.
 * `path` is absolute, `text` may come in pieces; `called` is what messages call what is written.
 * @throws PackgateError `output` when that is no file (a folder, a pipe, a device) or cannot be written
 */
export async function writeReport(
  path: string,
  text: string | Iterable<string>,
  called = 'the report',
): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile()) {
    const what = found.isDirectory() ? 'a folder' : 'no ordinary file';
    throw new PackgateError('output', `${called} cannot be written: "${path}" is ${what}`, {
      help: 'Name a file.',
    });
  }
  try {
    // A link stays a link: what it points to is replaced.
    const target = found === undefined ? path : await realpath(path);
    await makeFolder(dirname(target));
    const temporary = `${target}.${randomUUID()}.tmp`;
    const remove = removedAtEnd(temporary);
    try {
      const file = await open(temporary, 'wx');
      try {
        for (const piece of typeof text === 'string' ? [text] : text) await file.writeFile(piece);
      } finally {
        await file.close();
      }
      await rename(temporary, target);
    } finally {
      await remove();
    }
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new PackgateError('output', `${called} cannot be written to "${path}": ${why}`, {
      help: 'Name a file in a folder that can be written to.',
      cause: error,
    });
  }
}
