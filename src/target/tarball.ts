import { openRegular } from './disk.ts';
import type { Source } from './open.ts';

/**
 * The user's own file as it is. Which archive it holds, if any, is for the reader to say.
 *
 * @param file absolute
 * @throws PackgateError `target` for what is no regular file or cannot be read
 */
export async function openTarball(file: string, target: string): Promise<Source> {
  await (await openRegular(file, target)).close();
  return { target, file, close: async () => {} };
}
