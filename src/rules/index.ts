import { rule as allowlistMissing } from './allowlist/missing.ts';
import { rule as allowlistUnlisted } from './allowlist/unlisted.ts';
import { rule as allowlistUnused } from './allowlist/unused.ts';
import { rule as archiveAmbiguous } from './archive/ambiguous.ts';
import { rule as collidingPath } from './archive/colliding-path.ts';
import { rule as duplicatePath } from './archive/duplicate-path.ts';
import { rule as archiveLimit } from './archive/limit.ts';
import { rule as specialEntry } from './archive/special-entry.ts';
import { rule as trailingData } from './archive/trailing-data.ts';
import { rule as archiveUninspected } from './archive/uninspected.ts';
import { rule as unsafePath } from './archive/unsafe-path.ts';
import type { Rule } from './rule.ts';
import { rule as sourceMapFile } from './source-map/file.ts';
import { rule as sourceMapInline } from './source-map/inline.ts';
import { rule as sourceMapReference } from './source-map/reference.ts';
import { rule as sourceMapRemoteSource } from './source-map/remote-source.ts';
import { rule as unminifiedPartial } from './unminified/partial.ts';
import { rule as unminifiedScript } from './unminified/script.ts';
import { rule as unminifiedSource } from './unminified/source.ts';
import { rule as unminifiedStyle } from './unminified/style.ts';

/** Every rule, in reading order. */
export const RULES: readonly Rule[] = [
  sourceMapFile,
  sourceMapInline,
  sourceMapReference,
  sourceMapRemoteSource,
  unminifiedScript,
  unminifiedStyle,
  unminifiedSource,
  unminifiedPartial,
  allowlistUnlisted,
  allowlistMissing,
  allowlistUnused,
  duplicatePath,
  collidingPath,
  unsafePath,
  specialEntry,
  trailingData,
  archiveAmbiguous,
  archiveLimit,
  archiveUninspected,
];
