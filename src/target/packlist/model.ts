import type { Manager } from '../manager.ts';
import { bunModel } from './bun.ts';
import { npmModel } from './npm.ts';
import { pnpm10Model } from './pnpm10.ts';
import type { PackFolder, PackModel } from './rules.ts';
import { yarnBerryModel } from './yarn-berry.ts';
import { yarnClassicModel } from './yarn-classic.ts';

/** The rules by which this manager, in this version, packs a folder. */
export function modelOf({ name, version }: Manager, folder: PackFolder): PackModel {
  const major = Number(version.split('.')[0]);
  switch (name) {
    case 'npm':
      return npmModel(folder, major);
    case 'pnpm':
      return major < 12 ? pnpm10Model(folder) : npmModel(alone(folder), 11);
    case 'yarn':
      return major < 2 ? yarnClassicModel(folder) : yarnBerryModel(folder);
    case 'bun':
      return bunModel(folder);
  }
}

/** pnpm 12 packs as npm 11 does, but asks ignore files above the folder only where it has neither a list nor a .npmignore. */
function alone(folder: PackFolder): PackFolder {
  const hasOwn = folder.ignoreFiles.has('.npmignore') || Array.isArray(folder.manifest.files);
  return hasOwn ? { ...folder, inherited: [] } : folder;
}
