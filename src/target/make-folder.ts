import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those it lies in, as far as they are missing. `mkdir` with `recursive` does the same, and
 * tries for ever where a system says that a folder which is there is not, as below /proc.
 *
 * @param folder absolute
 * @throws Error of the system
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const failure = await made(at);
    if (failure === undefined) break;
    // Made once its parent was asked for, and still not there.
    if (failure.code !== 'ENOENT' || dirname(at) === at) throw failure;
    missing.unshift(at);
  }
  for (const at of missing) {
    const failure = await made(at);
    if (failure !== undefined) throw failure;
  }
}

/** Nothing where the folder is there now. What else is there by that name is told by whoever writes into it. */
async function made(folder: string): Promise<NodeJS.ErrnoException | undefined> {
  return mkdir(folder).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => (error.code === 'EEXIST' ? undefined : error),
  );
}
