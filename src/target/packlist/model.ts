import type { Manager } from '../manager.ts';
import { bunModel } from './bun.ts';
import { npmModel } from './npm.ts';
import { pnpm10Model } from './pnpm10.ts';
import { type PackFolder, type PackModel, plainPath } from './rules.ts';
import { yarnBerryModel } from './yarn-berry.ts';
import { yarnClassicModel } from './yarn-classic.ts';

/** The rules by which this manager, in this version, packs a folder. */
export function modelOf({ name, version }: Manager, folder: PackFolder): PackModel {
  const major = Number(version.split('.')[0]);
  switch (name) {
    case 'npm':
      return npmModel(folder, major);
    case 'pnpm':
      return major < 12 ? pnpm10Model(folder) : npmModel(asPnpm(folder), 11);
    case 'yarn':
      return major < 2 ? yarnClassicModel(folder) : yarnBerryModel(folder);
    case 'bun':
      return bunModel(folder);
  }
}

/**
 * pnpm 12 packs as npm 11 does, but asks ignore files above the folder only where it has neither a list nor a
 * .npmignore, and takes `./` off what `main` and `browser` name, which npm then does not find.
 */
function asPnpm(folder: PackFolder): PackFolder {
  const { manifest, ignoreFiles } = folder;
  const hasOwn = ignoreFiles.has('.npmignore') || Array.isArray(manifest.files);
  const named = ['main', 'browser'].flatMap((field) => {
    const path = manifest[field];
    return typeof path === 'string' ? [[field, plainPath(path)]] : [];
  });
  return {
    ...folder,
    manifest: { ...manifest, ...Object.fromEntries(named) },
    inherited: hasOwn ? [] : folder.inherited,
  };
}
