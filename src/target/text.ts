import { PackgateError } from '../errors.ts';
import { byteSize } from '../figures.ts';
import { openRegular, readBounded } from './disk.ts';

/** A receipt or a plan for thousands of packages is smaller. In bytes. */
const MAX_SIZE = 64 * 1024 * 1024;

/**
 * The whole of a small text file, as UTF-8.
 *
 * @param file absolute
 * @param target how the user knows it
 * @throws PackgateError `target` for what is no regular file or cannot be read, `proof` for what is too large to be meant
 */
export async function readText(file: string, target: string): Promise<string> {
  const handle = await openRegular(file, target);
  try {
    const text = await readBounded(handle, MAX_SIZE, target);
    if (text === undefined) {
      throw new PackgateError(
        'proof',
        `${target}: larger than ${byteSize(MAX_SIZE)}, so it is something else`,
        {
          help: 'name the file that was written for this',
        },
      );
    }
    return text;
  } finally {
    await handle.close();
  }
}
