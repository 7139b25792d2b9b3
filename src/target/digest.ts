import { createHash } from 'node:crypto';
import { openRegular } from './disk.ts';

/** Hashes of a file's bytes, all of them; hex. */
export interface Digests {
  readonly sha256: string;
  readonly sha512: string;
}

/**
 * @param file absolute
 * @param target how the user knows it
 * @throws PackgateError `target` for what is no regular file or cannot be read
 */
export async function digestsOf(file: string, target: string): Promise<Digests> {
  const handle = await openRegular(file, target);
  try {
    const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
    const chunk = Buffer.allocUnsafe(1024 * 1024);
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length);
      if (bytesRead === 0) return { sha256: sha256.digest('hex'), sha512: sha512.digest('hex') };
      for (const hash of [sha256, sha512]) hash.update(chunk.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}
