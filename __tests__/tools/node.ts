import { join } from 'node:path';
import { install } from './install.ts';

/** One Node release to run a built file with. */
export interface Runtime {
  readonly name: string;
  readonly binary: string;
}

/** Node 20, 22 and 24 on Linux x64; elsewhere the running Node alone, because one package holds one platform's binary. */
export function runtimes(): Runtime[] {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return [{ name: `node ${process.versions.node}`, binary: process.execPath }];
  }
  const modules = install('node');
  return [20, 22, 24].map((major) => ({
    name: `node ${major}`,
    binary: join(modules, `node${major}/bin/node`),
  }));
}
