import type { Manifest } from '../manifest.ts';

/** What is compared from release to release: small enough to stand in a receipt. */
export interface Outline {
  readonly name: string;
  readonly version: string;
  /** Sum of the sizes of the files, in bytes. */
  readonly unpackedSize: number;
  readonly fileCount: number;
  /** Path to size in bytes; absent where there were too many to list. */
  readonly files?: ReadonlyMap<string, number>;
  /** Number of files of each kind: what their names end with, as `kindOf` tells. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Files that are source maps or carry some. */
  readonly maps: number;
  /** Files of readable code, and original sources. */
  readonly readable: number;
  /** Names of the commands that `bin` installs. */
  readonly commands: readonly string[];
  /** Scripts that run when the package is installed: `postinstall`. */
  readonly installScripts: readonly string[];
}

/** The release that a package is compared with. */
export interface Baseline {
  /** As a person calls it: `npm:made@1.2.0`, `./made-1.2.0.tgz`. */
  readonly from: string;
  readonly outline: Outline;
  /**
   * The growth that is let pass, as a share of what was there, and the line that sets it; absent where nobody set one.
   */
  readonly growth?: { readonly value: number; readonly from: string };
}

/**
 * @param maps paths of the files that are source maps or carry some; those inside another file count as that file
 * @param readable paths of the files of readable code
 */
export function outlineOf(
  { manifest, unpackedSize, files }: OutlineSource,
  maps: ReadonlySet<string>,
  readable: ReadonlySet<string>,
): Outline {
  const { name, version, commands = [], installScripts = [] } = manifest;
  let kinds: ReadonlyMap<string, number> | undefined;
  // Without a script of its own, a package with this file is built with node-gyp when it is installed.
  const implied = files.has('binding.gyp') && !installScripts.includes('install') ? ['install'] : [];
  return {
    name,
    version,
    unpackedSize,
    fileCount: files.size,
    files,
    // Only asked for where there is a release to compare with, or a receipt to write.
    get kinds() {
      kinds ??= kindsOf(files);
      return kinds;
    },
    maps: maps.size,
    readable: readable.size,
    commands,
    installScripts: [...installScripts, ...implied],
  };
}

function kindsOf(files: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const path of files.keys()) {
    const kind = kindOf(path);
    if (kind !== '' && (kinds.has(kind) || kinds.size < MAX_KINDS))
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

/** Kinds that are told apart; packages have a few dozen. */
const MAX_KINDS = 10_000;

interface OutlineSource {
  readonly manifest: Manifest;
  readonly unpackedSize: number;
  readonly files: ReadonlyMap<string, number>;
}

/** `.js`, `.d.ts`, `.env` for a file of that name; '' where the name has no ending. In lower case. */
export function kindOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return /(?:\.d)?\.[a-z0-9_-]{1,20}$/.exec(name)?.[0] ?? '';
}
