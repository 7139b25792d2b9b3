import type { Oddity } from '../archive/oddity.ts';
import type { Manifest } from '../manifest.ts';
import type { MapReference } from './facts.ts';
import type { Baseline, Outline } from './outline.ts';
import type { FoundSecrets } from './secret/find.ts';
import type { SensitiveContent } from './sensitive/facts.ts';

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
  /**
   * Paths of maps in archives inside the package: `vendor.zip!/a.js.map`; for what is compressed alone also where
   * it would stand.
   */
  readonly innerMaps: Pick<ReadonlySet<string>, 'has'>;
  /** Credentials, by the file they stand in. */
  readonly secrets: readonly FoundSecrets[];
  /** Files that nobody means to publish, whatever is readable in them. */
  readonly sensitive: SensitiveContent;
  /** What points to a map, by the file it stands in. */
  readonly references: readonly { readonly path: string; readonly reference: MapReference }[];
  /** Files that are the cache of a build tool by their content, and the tool. */
  readonly caches?: readonly { readonly path: string; readonly tool: string }[];
  readonly oddities: readonly Oddity[];
  readonly uninspected: readonly Uninspected[];
  /** Hex sha256 by path, only of the files that a waiver of the config asks for. */
  readonly digests?: Pick<ReadonlyMap<string, string>, 'get'>;
  /** The user's own limit in bytes, and the line that sets it. */
  readonly unpackedSizeLimit?: { readonly value: number; readonly from: string };
  /** What is compared with the release before. */
  readonly outline?: Outline;
  /** The release to compare with, where one was asked for and could be had. */
  readonly baseline?: Baseline;
  /** Null where no allowlist is configured. */
  readonly allow: readonly AllowPattern[] | null;
  /** Where the config has no section for this package: the name in one that may have been meant to be. */
  readonly nearSection?: string;
}

/** One `allow` pattern and where it came from. */
export interface AllowPattern {
  readonly pattern: string;
  /** `packgate.yml:4`, `option allow`, ... */
  readonly from: string;
  /** Whether it stands for several packages, so that this one need not hold what it matches. */
  readonly shared?: boolean;
}
