import type { Config } from './config/settings.ts';
import { type ConfigOptions, configIn, configPlaces, readingLimits } from './config.ts';
import { PackgateError } from './errors.ts';
import { POLICY_RULES } from './policy/rules.ts';
import { RULES } from './rules/index.ts';
import type { Read } from './target/apart.ts';
import { expandWorkspaces, type Skipped } from './target/expand.ts';
import { type OpenTarget, openTargets } from './target/open.ts';
import { placeOf } from './target/place.ts';
import type { OpenOptions } from './target/source.ts';
import { readWorkspace } from './target/workspace.ts';
import type { World } from './world.ts';

/** What a run is to look at. */
export interface TargetOptions {
  /** As typed. */
  readonly targets: readonly string[];
  /** Config file; looked for in the working folder where it is not named. */
  readonly config?: string;
  readonly ignoreScripts: boolean;
}

/** Where a run looks for its config, and the names that one may use. */
export function configOptions({ config }: Pick<TargetOptions, 'config'>, { cwd }: World): ConfigOptions {
  return {
    cwd,
    ...(config !== undefined && { file: config }),
    knownRules: [...RULES, ...POLICY_RULES].map((rule) => rule.id),
    packagesIn: async (folder) => (await readWorkspace(folder))?.map(({ name }) => name),
  };
}

/**
 * What the run is to open, with the packages of a workspace in place of its root.
 *
 * @throws PackgateError `target` for a workspace that cannot be read or has nothing to publish, `config` for a
 *   package with a config of its own that is not the one of this run: nobody may think that it applies
 */
export async function findTargets(
  options: TargetOptions,
  config: Config | null,
  world: World,
): Promise<{ readonly targets: readonly OpenTarget[]; readonly skipped: readonly Skipped[] }> {
  const { targets, skipped, members } = await expandWorkspaces(options.targets, world.cwd);
  const found = await openTargets(targets, {
    ...world,
    ignoreScripts: options.ignoreScripts,
    waits: waitsOf(config),
  });
  if (options.config === undefined) {
    const folders = found.flatMap(({ folder }) => folder ?? []);
    await refuseOtherConfigs(new Set(members.values()), folders, config, world.cwd);
  }
  return {
    targets: found.map((target) => (members.has(target.target) ? asMember(target) : target)),
    skipped,
  };
}

async function refuseOtherConfigs(
  members: ReadonlySet<string>,
  folders: readonly string[],
  config: Config | null,
  cwd: string,
): Promise<void> {
  for (const folder of new Set([...members, ...folders])) {
    const own = configIn(folder, cwd);
    if (own === undefined || own === config?.file) continue;
    if (config?.folder !== undefined && (await placeOf(config.folder)) === (await placeOf(folder))) continue;
    const where = members.has(folder)
      ? 'in a package of the workspace, which a run at its root does not read'
      : 'in the folder of a target, which a run from elsewhere does not read';
    throw new PackgateError(
      'config',
      config === null ? `${own}: a config ${where}` : `two configs: ${config.file} and ${own}`,
      {
        help: members.has(folder)
          ? 'Move it into the one at the root, under `packages:`, or check that package from its own folder.'
          : 'Check that package from its own folder, or name the config that is meant with --config (in a workflow, the input config).',
      },
    );
  }
}

/** What a check reads, so that it writes nothing over it: also each file that a config may be in. */
export function readsOf(
  {
    targets,
    baseline,
    config,
  }: Pick<TargetOptions, 'targets' | 'config'> & { readonly baseline?: string | undefined },
  cwd: string,
): readonly Read[] {
  const released = baseline === undefined ? [] : [baseline];
  const files = config === undefined ? configPlaces(cwd) : [config];
  return [
    ...[...targets, ...released].map((text) => ({ kind: 'target', text }) as const),
    ...files.map((text) => ({ kind: 'file', text }) as const),
  ];
}

/** How long the programs that packgate starts may go without a word. */
export function waitsOf(config: Config | null): NonNullable<OpenOptions['waits']> {
  const { downloadWait, packWait } = readingLimits(config);
  return { download: downloadWait, pack: packWait };
}

/** A package that only stands in the workspace, and that nobody means to publish, may be one that cannot be packed. */
function asMember({ open, ...target }: OpenTarget): OpenTarget {
  return {
    ...target,
    open: () =>
      open().catch((error: unknown) => {
        if (!(error instanceof PackgateError) || error.code !== 'pack') throw error;
        const help = `${error.help ?? ''}; if nothing publishes it, write "private": true into its package.json`;
        throw new PackgateError(error.code, error.message, { help, cause: error });
      }),
  };
}

/**
 * Names of the packages that a config is for, as far as it or the workspace around it says: those of the workspace
 * that can be published, else those with a section. Undefined where neither says anything.
 */
export async function packagesOf(config: Config | null): Promise<readonly string[] | undefined> {
  if (config === null) return undefined;
  const workspace = config.folder === undefined ? undefined : await readWorkspace(config.folder);
  const publishable = workspace?.filter((member) => member.unpublishable === undefined);
  const names = publishable?.map(({ name }) => name) ?? [...config.packages.keys()];
  return names.length === 0 ? undefined : names;
}
