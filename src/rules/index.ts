import { rule as allowlistEverything } from './allowlist/everything.ts';
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
import { rule as buildInfo } from './build-metadata/build-info.ts';
import { rule as bundleStats } from './build-metadata/bundle-stats.ts';
import { rule as buildCache } from './build-metadata/cache.ts';
import { rule as coverage } from './build-metadata/coverage.ts';
import { rule as machinePath } from './build-metadata/machine-path.ts';
import { rule as moduleName } from './build-metadata/module-name.ts';
import { rule as sourceReport } from './build-metadata/source-report.ts';
import { rule as bucket } from './cloud-reference/bucket.ts';
import { rule as internalHost } from './cloud-reference/internal-host.ts';
import { rule as heapSnapshot } from './debug-info/heap-snapshot.ts';
import { rule as debugNames } from './debug-info/names.ts';
import { rule as debugNative } from './debug-info/native.ts';
import { rule as debugWasm } from './debug-info/wasm.ts';
import { rule as driftCommand } from './drift/command.ts';
import { rule as driftFiles } from './drift/files.ts';
import { rule as driftGrowth } from './drift/growth.ts';
import { rule as driftKind } from './drift/kind.ts';
import type { Rule } from './rule.ts';
import { rule as cloudKey } from './secret/cloud-key.ts';
import { rule as privateKey } from './secret/private-key.ts';
import { rule as token } from './secret/token.ts';
import { rule as urlPassword } from './secret/url-password.ts';
import { rule as sensitiveAgentInstructions } from './sensitive-file/agent-instructions.ts';
import { rule as sensitiveArchive } from './sensitive-file/archive.ts';
import { rule as sensitiveCi } from './sensitive-file/ci.ts';
import { rule as sensitiveCredentials } from './sensitive-file/credentials.ts';
import { rule as sensitiveDump } from './sensitive-file/dump.ts';
import { rule as sensitiveEnvironment } from './sensitive-file/environment.ts';
import { rule as sensitiveKey } from './sensitive-file/key.ts';
import { rule as sensitiveLitter } from './sensitive-file/litter.ts';
import { rule as sensitiveLog } from './sensitive-file/log.ts';
import { rule as sensitiveModelWeights } from './sensitive-file/model-weights.ts';
import { rule as sensitiveOutsized } from './sensitive-file/outsized.ts';
import { rule as sensitiveTest } from './sensitive-file/test.ts';
import { rule as sensitiveVersionControl } from './sensitive-file/version-control.ts';
import { rule as sourceMapEmbedded } from './source-map/embedded.ts';
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
  sourceMapEmbedded,
  sourceMapReference,
  sourceMapRemoteSource,
  unminifiedScript,
  unminifiedStyle,
  unminifiedSource,
  unminifiedPartial,
  bundleStats,
  buildInfo,
  coverage,
  sourceReport,
  buildCache,
  moduleName,
  machinePath,
  token,
  cloudKey,
  privateKey,
  urlPassword,
  bucket,
  internalHost,
  sensitiveEnvironment,
  sensitiveCredentials,
  sensitiveKey,
  sensitiveVersionControl,
  sensitiveAgentInstructions,
  sensitiveLitter,
  sensitiveLog,
  sensitiveDump,
  sensitiveArchive,
  sensitiveCi,
  sensitiveTest,
  sensitiveModelWeights,
  sensitiveOutsized,
  debugNative,
  debugWasm,
  heapSnapshot,
  debugNames,
  allowlistUnlisted,
  allowlistMissing,
  allowlistUnused,
  allowlistEverything,
  driftKind,
  driftGrowth,
  driftCommand,
  driftFiles,
  duplicatePath,
  collidingPath,
  unsafePath,
  specialEntry,
  trailingData,
  archiveAmbiguous,
  archiveLimit,
  archiveUninspected,
];
