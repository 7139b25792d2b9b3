import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Set in the environment of everything that packing starts. */
export const RUNNING = 'PACKGATE_RUNNING';

/** The user's environment, without settings of an outer npm that would make packing write nothing or elsewhere. */
export function packEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !OUTER.test(name));
  return { ...Object.fromEntries(kept), [RUNNING]: '1', COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' };
}

const OUTER =
  /^(?:npm|pnpm)_config_(?:dry_run|json|pack_destination|workspaces?|include_workspace_root|recursive)$/i;

/** The script of this very folder that packgate was started by, if any. */
export function startedBy(folder: string, env: NodeJS.ProcessEnv): string | undefined {
  const { npm_lifecycle_event: event, npm_package_json: manifest } = env;
  if (manifest === undefined) return event;
  try {
    return realpathSync(manifest) === realpathSync(join(folder, 'package.json')) ? event : undefined;
  } catch {
    return event;
  }
}
