import { type Budget, createBudget } from './archive/budget.ts';
import type { Config } from './config/settings.ts';
import { loadConfig, readingLimits } from './config.ts';
import { nameCandidates } from './content/secret/names.ts';
import { PackgateError } from './errors.ts';
import { examine } from './examine.ts';
import { lookInto } from './inspection.ts';
import { type GateRun, isWhole, judgeRun, type RunShard } from './policy/gate-run.ts';
import { createPolicy, digestOfAll, type Policy, type PolicyOptions } from './policy/policy.ts';
import type { NotInspected, Verdict } from './policy/verdict.ts';
import { searchCandidates } from './redact.ts';
import type { Preset, Severity } from './rules/rule.ts';
import type { Skipped } from './target/expand.ts';
import { type Members, membersOf } from './target/home.ts';
import { type Keep, keeper } from './target/keep.ts';
import type { OpenTarget } from './target/open.ts';
import { type Listed, listDigest, listTarget, partOf } from './target/parts.ts';
import type { Shard } from './target/shard.ts';
import type { Source } from './target/source.ts';
import { configOptions, findTargets, packagesOf, type TargetOptions } from './targets.ts';
import type { World } from './world.ts';

/** What the user asked for, from the command line or the Action's inputs. */
export interface CheckOptions extends TargetOptions {
  readonly preset?: Preset;
  readonly allow: readonly string[];
  readonly failOn: Severity;
  /** The release to compare with: a tarball, a receipt, `npm:<spec>`, or `npm` for the last published version. */
  readonly baseline?: string;
  /** Folder in which to leave the inspected bytes. */
  readonly keep?: string;
  /** Look at this part of the targets alone. */
  readonly shard?: Shard;
  /** What messages call an option; `--allow` where nothing is said. */
  readonly called?: (option: 'allow' | 'preset' | 'baseline') => string;
}

/**
 * One gate run: opens each target, reads it once, inspects what is in it and judges that by the user's policy.
 *
 * A target that could not be inspected makes the run's outcome `error`; the others are judged all the same.
 *
 * @throws PackgateError `config` or `usage`: then nothing was inspected
 */
export async function check(options: CheckOptions, world: World): Promise<GateRun> {
  const config = await loadConfig(configOptions(options, world));
  // A wrong --allow is said before anything is packed.
  createPolicy(config, options, '');
  const { targets: found, skipped } = await findTargets(options, config, world);
  const all = await packagesOf(config);
  const shard =
    options.shard &&
    (await shardOf(options.shard, found, skipped, { config, options, meantFor: all }, world));
  const targets = options.shard === undefined ? found : partOf(found, options.shard);
  const packages: (Verdict | NotInspected)[] = [];
  const run: Run = {
    config,
    budget: createBudget(readingLimits(config)),
    members: membersOf(world.cwd),
    keep: options.keep === undefined ? undefined : keeper(options.keep, world.cwd, found),
    options: { ...options, isShared: found.length > 1 || all !== undefined },
    world,
  };
  for (const target of targets) packages.push(await checkTarget(target, run));
  // Of a part nobody can say what is of use to none.
  const judged = judgeRun(packages, options.failOn, shard === undefined && isWhole(packages, all));
  return {
    ...judged,
    ...(skipped.length > 0 && { skipped }),
    // There may be more shards than targets.
    ...(shard && { shard, outcome: packages.length === 0 ? 'pass' : judged.outcome }),
  };
}

/** What makes a shard fit to others: those of the same targets, decided by the same, in the same run of a workflow. */
async function shardOf(
  shard: Shard,
  found: readonly OpenTarget[],
  skipped: readonly Skipped[],
  {
    config,
    options,
    meantFor,
  }: {
    readonly config: Config | null;
    readonly options: CheckOptions;
    readonly meantFor: readonly string[] | undefined;
  },
  { env, now }: World,
): Promise<RunShard> {
  const listed: Listed[] = [];
  for (const target of found) listed.push(await listTarget(target));
  return {
    ...shard,
    targets: { count: listed.length, sha256: listDigest(listed, skipped) },
    policy: digestOfAll(config, options),
    ...(env.GITHUB_SHA && { commit: env.GITHUB_SHA }),
    ...(env.GITHUB_RUN_ID && { workflowRun: env.GITHUB_RUN_ID }),
    time: now,
    ...(meantFor && { meantFor }),
    named: partOf(listed, shard).map(({ named }) => named),
  };
}

/** A package of a run, and the policy that it would be judged by; or why its name cannot be told. */
export type PolicyOfTarget = { readonly target: string } & (
  | { readonly name: string; readonly policy: Policy }
  | { readonly reason: string }
);

/**
 * What applies to each package that a run would look at. Packs and downloads nothing; a tarball is read, as its
 * name stands in it.
 *
 * @throws PackgateError as `check` does
 */
export async function policiesOf(
  options: CheckOptions,
  world: World,
): Promise<{ readonly config: Config | null; readonly packages: readonly PolicyOfTarget[] }> {
  const config = await loadConfig(configOptions(options, world));
  createPolicy(config, options, '');
  const { targets } = await findTargets(options, config, world);
  const packages: PolicyOfTarget[] = [];
  for (const target of targets) {
    try {
      const name = await nameOf(target, world, config);
      packages.push({ target: target.target, name, policy: createPolicy(config, options, name) });
    } catch (error) {
      packages.push({
        target: target.target,
        reason: (await notInspected(error, target.target)).error.message,
      });
    }
  }
  return { config, packages };
}

async function nameOf(target: OpenTarget, world: World, config: Config | null): Promise<string> {
  if (target.name) return target.name();
  const source = await target.open();
  try {
    return (await lookInto(source, null, world, createBudget(readingLimits(config)))).pkg.manifest.name;
  } finally {
    await source.close();
  }
}

/** What all targets of a run have in common. */
interface Run {
  readonly config: Config | null;
  readonly budget: Budget;
  readonly members: Members;
  readonly keep: Keep | undefined;
  readonly options: CheckOptions & Pick<PolicyOptions, 'isShared'>;
  readonly world: World;
}

async function checkTarget(target: OpenTarget, run: Run): Promise<Verdict | NotInspected> {
  const { config, budget, members, keep, options, world } = run;
  let source: Source | undefined;
  try {
    source = await target.open();
    const { verdict: judged, redact } = await examine(source, config, options, world, { budget, members });
    const packing = source.packed?.difference;
    const verdict: Verdict = packing === undefined ? judged : { ...judged, packing };
    if (keep === undefined) return verdict;
    return { ...verdict, tarball: await keep(source, verdict.package.integrity, redact) };
  } catch (error) {
    return await notInspected(error, target.target);
  } finally {
    await source?.close();
  }
}

/** Why a target could not be inspected, in a message that names it. A bug is thrown on. */
export async function notInspected(error: unknown, target: string): Promise<NotInspected> {
  if (!(error instanceof PackgateError)) throw error;
  const { code, message, help } = error;
  const named = message.startsWith(target) ? message : `${target}: ${message}`;
  // What a message quotes was not looked at by anybody yet.
  const { redact } = await searchCandidates(nameCandidates([named, help ?? ''].map((line) => [line, ''])));
  return {
    outcome: 'error',
    target,
    error: { code, message: redact(named), help: help === undefined ? undefined : redact(help) },
  };
}
