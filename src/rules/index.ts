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
import { rule as unsafePath } from './archive/unsafe-path.ts';
import { rule as heapSnapshot } from './debug-info/heap-snapshot.ts';
import { rule as debugNames } from './debug-info/names.ts';
import { rule as debugNative } from './debug-info/native.ts';
import { rule as debugWasm } from './debug-info/wasm.ts';
import type { Rule } from './rule.ts';
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
  duplicatePath,
  collidingPath,
  unsafePath,
  specialEntry,
  trailingData,
  archiveAmbiguous,
  archiveLimit,
];
