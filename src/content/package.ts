import type { Oddity } from '../archive/oddity.ts';
import type { Manifest } from '../manifest.ts';
import type { MapComment } from './text/map-comment.ts';

/** What was not read and why. */
export interface Uninspected {
  readonly path: string;
  readonly reason: string;
  /** Why that alone is no fault: executables, and what is named in the package but is not in it. */
  readonly because?: 'executable' | 'elsewhere';
}

/** What an installer would unpack, in facts: made by one pass over the archive. */
export interface Package {
  /** What the user pointed at, as typed (or as expanded from a glob). */
  readonly target: string;
  readonly manifest: Manifest;
  /** `sha512-<base64>` over the archive file's bytes, all of them. */
  readonly integrity: string;
  /** Hex, over the same bytes. */
  readonly sha256: string;
  /** Of the archive file, in bytes. */
  readonly size: number;
  /** Sum of the sizes of the files in it, in bytes. */
  readonly unpackedSize: number;
  readonly fileCount: number;
  /** Path to size in bytes, in archive order. */
  readonly files: ReadonlyMap<string, number>;
  /** Paths of maps in archives inside the package: `vendor.zip!/a.js.map`; for what is compressed alone also where it would stand. */
  readonly innerMaps: ReadonlySet<string>;
  /** Comments that point to a map, by the file they stand in. */
  readonly references: readonly { readonly path: string; readonly reference: MapComment }[];
  readonly oddities: readonly Oddity[];
  readonly uninspected: readonly Uninspected[];
  /** Hex sha256 by path, only of the files that a waiver of the config asks for. */
  readonly digests?: ReadonlyMap<string, string>;
  /** The user's own limit in bytes, and the line that sets it. */
  readonly unpackedSizeLimit?: { readonly value: number; readonly from: string };
  /** Null where no allowlist is configured. */
  readonly allow: readonly AllowPattern[] | null;
}

/** One `allow` pattern and where it came from. */
export interface AllowPattern {
  readonly pattern: string;
  /** `packgate.yml:4`, `--allow`, ... */
  readonly from: string;
}
