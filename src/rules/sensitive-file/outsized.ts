import type { LargeFile, OpaqueFacts } from '../../content/sensitive/facts.ts';
import { byteSize, counted } from '../../figures.ts';
import type { Manifest } from '../../manifest.ts';
import type { PackageRule } from '../rule.ts';
import { partsOfModels } from './model-parts.ts';

/** Packages below it are looked through in a minute. */
const PACKAGE = 2_000_000;
/** Unknown data that is told, and its share of the package. */
const OPAQUE = { size: 1_000_000, share: 0.1 };
/** What dwarfs the rest, and a folder of unknown data. */
const SHARE = { size: 5_000_000, share: 0.5 };
const FOLDER = { size: 5_000_000, share: 0.25 };
/** Of a smaller folder, the share from which it is what the package is made of. */
const WHOLE = { size: PACKAGE, share: 0.5 };
/** Bits a byte of data that is encrypted or compressed; what has some order stays below. */
const RANDOM = 7.9;

export const rule: PackageRule = {
  id: 'sensitive-file/outsized',
  scope: 'package',
  grounds: ['large'],
  title: 'Large file that says nothing of itself',
  description:
    'One file, or one folder of data, that makes up much of a package of over 2 MB, and is no code, picture, font, sound, film or other thing of a known kind: what got in by accident is often large. A file of a known kind that is not what the package starts with, and outweighs all the rest, is noted.',
  help: 'Look what it is. If it belongs to the package, list it under `ignore` of this rule, or on the allowlist by its name.',
  cwe: [538],
  levels: { closed: 'warning', open: 'note' },
  variants: { share: { closed: 'note', open: 'note' } },
  removable: true,
  *inspect({ sensitive, unpackedSize, manifest, files }) {
    if (unpackedSize < PACKAGE) return;
    const told = new Map<string, number>();
    const parts = partsOfModels(sensitive);
    for (const file of sensitive.large) {
      const { path, size, opaque } = file;
      const share = size / unpackedSize;
      if (opaque !== undefined && size >= OPAQUE.size && share >= OPAQUE.share) {
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        told.set(folder, (told.get(folder) ?? 0) + size);
        if (parts.has(path)) continue;
        yield {
          path,
          ...(isDataOfCode(files, path) && { variant: 'share' }),
          message: `This file is ${byteSize(size)} of data of no known kind, ${percent(share)} of the package${randomness(opaque)}.`,
          evidence: evidenceOf(file, share),
        };
      } else if (size >= SHARE.size && share >= SHARE.share && outweighs(file) && !isEntry(manifest, path)) {
        yield {
          path,
          variant: 'share',
          message: `This file alone is ${percent(share)} of the package (${byteSize(size)}).`,
          evidence: evidenceOf(file, share),
        };
      }
    }
    for (const [folder, { first, files, size }] of sensitive.opaqueFolders) {
      const share = size / unpackedSize;
      const known = (told.get(folder) ?? 0) / size;
      const isLarge = [FOLDER, WHOLE].some((least) => size >= least.size && share >= least.share);
      if (files < 2 || !isLarge || known > 0.5) continue;
      yield {
        path: first,
        detail: folder,
        message: `${folder === '' ? 'The package' : folder} holds ${counted(files, 'file')} of data of no known kind: ${byteSize(size)}, ${percent(share)} of the package.`,
        evidence: { folder, files, size, share: Math.round(share * 1000) / 1000 },
      };
    }
  },
};

/**
 * Code is what large packages are made of, that for machines as well. A film, a document or an archive got in by
 * accident.
 */
function outweighs({ kind, path }: LargeFile): boolean {
  return kind === 'text' || kind === 'archive' || (kind === 'binary' && !MACHINE.test(path));
}
const MACHINE = /\.(?:wasm|node|so(?:\.\d+)*|dylib|dll|exe|a|lib|jar|dex|bc|jsc|hbc|bin)$/i;

/** Data of a program: it is called as the script or module beside it, as Emscripten calls what it packs. */
function isDataOfCode(files: ReadonlyMap<string, number>, path: string): boolean {
  const stem = path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('/') + 1));
  return ['.wasm', '.js', '.mjs', '.cjs'].some((extension) => files.has(stem + extension));
}

/** What the package is there for. */
function isEntry({ main, browser, bin = [] }: Manifest, path: string): boolean {
  return [main, browser, ...bin].some((entry) => entry?.replace(/^\.?\//, '') === path);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function randomness({ entropy }: OpaqueFacts): string {
  return entropy !== undefined && entropy >= RANDOM ? ', as random as what is encrypted or compressed' : '';
}

function evidenceOf({ size, opaque }: LargeFile, share: number): Record<string, number> {
  const entropy = opaque?.entropy;
  return {
    size,
    share: Math.round(share * 1000) / 1000,
    ...(entropy !== undefined && { entropy: Math.round(entropy * 100) / 100 }),
  };
}
