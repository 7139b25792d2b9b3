import { join } from 'node:path';
import { PackgateError } from '../errors.ts';
import { openRegular, readBounded } from './disk.ts';

/** What packing needs to know of a folder's package.json. */
export interface Project {
  readonly scripts: ReadonlySet<string>;
  /** As npm would call it: `acme-cli-1.0.0.tgz`. A script may change the version later; it is only a name. */
  readonly tarball: string;
}

/** In bytes: as much as packgate reads of a manifest in a package. */
const MAX_MANIFEST = 8 * 1024 ** 2;

/**
 * @param folder absolute
 * @throws PackgateError `target` when package.json cannot be read
 */
export async function readProject(folder: string, target: string): Promise<Project> {
  const handle = await openRegular(join(folder, 'package.json'), `${target}: package.json`);
  const text = await readBounded(handle, MAX_MANIFEST).finally(() => handle.close());
  if (text === undefined) {
    throw new PackgateError('target', `${target}: package.json is over ${MAX_MANIFEST} bytes`, {
      help: 'look for what has made it so large',
    });
  }
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
