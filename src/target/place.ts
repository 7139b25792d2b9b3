import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** The same for all names of one file or folder: its number on its disk, below which are the names of what is not there yet. */
export async function placeOf(path: string): Promise<string> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined);
  if (stats !== undefined) return `${stats.dev}:${stats.ino}`;
  const folder = dirname(path);
  return folder === path ? path : `${await placeOf(folder)}/${basename(path)}`;
}
