import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { bun } from './bun.ts';
import { CACHE, install, once } from './install.ts';
import { runtimes } from './node.ts';

/** Package managers of exact versions that some tests pack with. One that cannot be installed fails the test. */
export type ManagerName = 'npm10' | 'npm12' | 'pnpm10' | 'pnpm' | 'yarn1' | 'yarn4' | 'bun';

/** `PATH` on which this package manager comes first, with a Node that can run it. */
export function pathOf(name: ManagerName): string {
  if (name === 'bun') return pathWith(dirname(bun()));
  const bin = join(install(name), '.bin');
  return name === 'npm12' ? pathWith(bin, folderOfNode(22)) : pathWith(bin);
}

/** `PATH` with these folders first. */
export function pathWith(...folders: readonly string[]): string {
  return [...folders, process.env.PATH ?? ''].join(delimiter);
}

/** A folder that holds this major of Node alone, under the name `node` that programs look for: the releases lie beside each other. */
export function folderOfNode(major: 22 | 24): string {
  const binary = runtimes().find(({ name }) => name === `node ${major}`)?.binary ?? process.execPath;
  const hash = createHash('sha256').update(binary).digest('hex').slice(0, 16);
  return once(join(CACHE, 'tools', `node${major}-${hash}`), (empty) => {
    symlinkSync(binary, join(empty, 'node'));
  });
}
