import { closeSync, constants, openSync, statSync } from 'node:fs';
import { PackgateError } from '../errors.ts';
import { irregular, unreadable } from './disk.ts';
import type { Source } from './source.ts';

/**
 * The user's own file as it is. Which archive it holds, if any, is for the reader to say, which looks again when it
 * opens it.
 *
 * @param file absolute
 * @throws PackgateError `target` for what is no regular file or cannot be read
 */
export async function openTarball(file: string, target: string): Promise<Source> {
  try {
    // Looked at before it is opened, because opening alone can move a device.
    if (!statSync(file).isFile()) throw irregular(target);
    closeSync(openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  } catch (error) {
    throw error instanceof PackgateError ? error : unreadable(target, error);
  }
  return { target, file, close: async () => {} };
}
