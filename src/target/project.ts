import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { PackgateError } from '../errors.ts';
import { openRegular } from './disk.ts';

/** What packing needs to know of a folder's package.json. */
export interface Project {
  readonly scripts: ReadonlySet<string>;
  /** As npm would call it: `acme-cli-1.0.0.tgz`. A script may change the version later; it is only a name. */
  readonly tarball: string;
}

/**
 * @param folder absolute
 * @throws PackgateError `target` when package.json cannot be read
 */
export async function readProject(folder: string, target: string): Promise<Project> {
  const handle = await openRegular(join(folder, 'package.json'), `${target}: package.json`);
  const text = await readBounded(handle, target).finally(() => handle.close());
  try {
    const { name, version, scripts } = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
    const tarball = `${String(name).replace(/^@/, '').replace('/', '-')}-${String(version)}.tgz`;
    return {
      scripts: new Set(typeof scripts === 'object' && scripts !== null ? Object.keys(scripts) : []),
      tarball: /^[a-z0-9~][a-z0-9~_.+-]{0,250}$/i.test(tarball) ? tarball : 'package.tgz',
    };
  } catch (cause) {
    throw new PackgateError('target', `${target}: package.json is not valid JSON`, {
      help: 'correct it: a publish would fail too',
      cause,
    });
  }
}

/** In bytes: as much as packgate reads of a manifest in a package. */
const MAX_MANIFEST = 8 * 1024 ** 2;

/** The size that the system tells is only a hint (0 in /proc), so reading itself is what is bounded. */
async function readBounded(handle: FileHandle, target: string): Promise<string> {
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const { bytesRead } = await handle.read(chunk, 0, chunk.length);
    if (bytesRead === 0) return Buffer.concat(chunks).toString('utf8');
    chunks.push(chunk.subarray(0, bytesRead));
    total += bytesRead;
    if (total > MAX_MANIFEST) {
      throw new PackgateError('target', `${target}: package.json is over ${MAX_MANIFEST} bytes`, {
        help: 'look for what has made it so large',
      });
    }
  }
}
