import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder and those above it up to the root of its repository, nearest first; the folder alone where it is in none.
 */
export function foldersUp(folder: string): readonly string[] {
  const found = [folder];
  for (let at = folder; !existsSync(join(at, '.git')); found.push(at)) {
    if (dirname(at) === at) return [folder];
    at = dirname(at);
  }
  return found;
}
