import { tmpdir } from 'node:os';
import { type BoundedList, createBoundedList } from './archive/bounded-list.ts';
import { type Budget, createBudget } from './archive/budget.ts';
import type { Limits } from './archive/limits.ts';
import { type OnRead, readArchive } from './archive/read.ts';
import { type FoundBaseline, findBaseline } from './baseline.ts';
import type { Config } from './config/settings.ts';
import { type ConfigOptions, configIn, loadConfig, readingLimits } from './config.ts';
import { createDigestList } from './content/digest-list.ts';
import type { FileFacts } from './content/facts.ts';
import { createFileList } from './content/file-list.ts';
import { createGatherer, type Gatherer } from './content/gather.ts';
import { carrierOf } from './content/inner-path.ts';
import { outlineOf as createOutline, type Outline } from './content/outline.ts';
import type { Package } from './content/package.ts';
import type { FileCandidates, Search } from './content/secret/find.ts';
import { nameCandidates } from './content/secret/names.ts';
import { holdHeapSmall } from './engine.ts';
import { PackgateError } from './errors.ts';
import {
  type GateRun,
  isWhole,
  judge,
  judgeRun,
  type NotInspected,
  type RunShard,
  type Verdict,
} from './policy/judge.ts';
import { createPolicy, digestOfAll, digestPaths, type Policy, type PolicyOptions } from './policy/policy.ts';
import { POLICY_RULES } from './policy/rules.ts';
import { isAboutFile, isRemovable } from './rules/about.ts';
import { Found } from './rules/finding.ts';
import { RULES } from './rules/index.ts';
import { inspectFile, inspectPackage, settle } from './rules/inspect.ts';
import type { Finding, Preset, Severity, Sighting } from './rules/rule.ts';
import { expandWorkspaces, type Skipped } from './target/expand.ts';
import { type Members, membersOf } from './target/home.ts';
import { type Keep, keeper } from './target/keep.ts';
import { type OpenTarget, openTargets } from './target/open.ts';
import { type Listed, listDigest, listTarget, partOf } from './target/parts.ts';
import type { Shard } from './target/shard.ts';
import type { OpenOptions, Source } from './target/source.ts';
import { type FolderWhy, whyInFolder } from './target/why-folder.ts';
import { readWorkspace } from './target/workspace.ts';
import { type Traced, trace, traceTools, withCauses } from './trace.ts';

/** What the user asked for, from the command line or the Action's inputs. */
export interface CheckOptions {
  /** As typed. */
  readonly targets: readonly string[];
  /** Config file; looked for in the working folder where it is not named. */
  readonly config?: string;
  readonly preset?: Preset;
  readonly allow: readonly string[];
  readonly failOn: Severity;
  readonly ignoreScripts: boolean;
  /** The release to compare with: a tarball, a receipt, `npm:<spec>`, or `npm` for the last published version. */
  readonly baseline?: string;
  /** Folder in which to leave the inspected bytes. */
  readonly keep?: string;
  /** Look at this part of the targets alone. */
  readonly shard?: Shard;
  /** What messages call an option; `--allow` where nothing is said. */
  readonly called?: (option: 'allow' | 'preset' | 'baseline') => string;
}

/** What a run sees of the process it runs in. */
export interface World {
  /** Absolute. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly now: Date;
  readonly progress: (line: string) => void;
  /** Told several times a second how far reading has come, and with null that it is over; absent where nobody watches. */
  readonly watch?: (reading: Reading | null) => void;
}

/** How far the reading of one target has come. */
export interface Reading {
  readonly target: string;
  /** Bytes of the archive file read so far, and in all. */
  readonly read: number;
  readonly size: number;
  /** Files in it so far, and the bytes they unpack to. */
  readonly files: number;
  readonly unpacked: number;
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
    keep: options.keep === undefined ? undefined : keeper(options.keep, world.cwd),
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

/**
 * Names of the packages that a config is for, as far as it or the workspace around it says: those of the workspace that can be
 * published, else those with a section. Undefined where neither says anything.
 */
export async function packagesOf(config: Config | null): Promise<readonly string[] | undefined> {
  if (config === null) return undefined;
  const workspace = config.folder === undefined ? undefined : await readWorkspace(config.folder);
  const publishable = workspace?.filter((member) => member.unpublishable === undefined);
  const names = publishable?.map(({ name }) => name) ?? [...config.packages.keys()];
  return names.length === 0 ? undefined : names;
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

/** Where a run looks for its config, and the names that one may use. */
export function configOptions({ config }: Pick<CheckOptions, 'config'>, { cwd }: World): ConfigOptions {
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
 * @throws PackgateError `target` for a workspace that cannot be read or has nothing to publish, `config` for a package of one that
 *   has a config of its own: nobody may think that it applies
 */
export async function findTargets(
  options: Pick<CheckOptions, 'targets' | 'config' | 'ignoreScripts'>,
  config: Config | null,
  world: World,
): Promise<{ readonly targets: readonly OpenTarget[]; readonly skipped: readonly Skipped[] }> {
  const { targets, skipped, members } = await expandWorkspaces(options.targets, world.cwd);
  for (const folder of options.config === undefined ? members.values() : []) {
    const own = configIn(folder, world.cwd);
    if (own === undefined || own === config?.file) continue;
    throw new PackgateError(
      'config',
      config === null
        ? `${own}: a config in a package of the workspace, which a run at its root does not read`
        : `two configs: ${config.file} and ${own}`,
      {
        help: 'Move it into the one at the root, under `packages:`, or check that package from its own folder.',
      },
    );
  }
  const found = await openTargets(targets, {
    ...world,
    ignoreScripts: options.ignoreScripts,
    waits: waitsOf(config),
  });
  return {
    targets: found.map((target) => (members.has(target.target) ? asMember(target) : target)),
    skipped,
  };
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

/** A package of a run, and the policy that it would be judged by; or why its name cannot be told. */
export type PolicyOfTarget = { readonly target: string } & (
  | { readonly name: string; readonly policy: Policy }
  | { readonly reason: string }
);

/**
 * What applies to each package that a run would look at. Packs and downloads nothing; a tarball is read, as its name stands in it.
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

/** A verdict, and what is known of its package beside it. */
export interface Examined {
  readonly verdict: Verdict;
  readonly pkg: Package;
  /** Set where packgate packed a folder. */
  readonly why?: FolderWhy;
  /** As of what was looked into. */
  readonly redact: (text: string) => string;
}

interface More {
  /** To say of the folder why a file is in, even where no finding asks for it. */
  readonly every?: boolean;
  /** What the run may still cost. */
  readonly budget?: Budget;
  /** Of the workspace in the working folder. */
  readonly members?: Members;
}

/** Reads what was opened, compares it with an earlier release where that is asked for, inspects it and judges. */
export async function examine(
  source: Source,
  config: Config | null,
  options: PolicyOptions,
  world: World,
  { every = false, budget = createBudget(readingLimits(config)), members = membersOf(world.cwd) }: More = {},
): Promise<Examined> {
  const looked = await lookInto(source, config, world, budget);
  const policy = createPolicy(config, options, looked.pkg.manifest.name);
  const opening = { ...world, ignoreScripts: true, waits: waitsOf(config) };
  const baseline =
    policy.baseline &&
    (await findBaseline(policy.baseline.value, looked.pkg.manifest.name, opening, async (other) => {
      return outlineOf(await lookInto(other, null, world, budget));
    }));
  const { pkg, findings } = inspected(looked, policy, budget.limits, baseline);
  const { packed } = source;
  const isAsked = packed !== undefined && (every || findings.some(isAboutFile));
  const why = isAsked
    ? await whyInFolder(packed.folder, { name: packed.manager, version: packed.version }, pkg.files.keys())
    : undefined;
  // What is told of the package as a whole goes back to no line.
  const isTraced = findings.some((finding) => isAboutFile(finding) || isRemovable(finding));
  const traced: Traced = isTraced
    ? await trace(findings, pkg, source, why, world.cwd, members)
    : { findings };
  const judged = judge(pkg, traced.findings, policy, RULES, world.now);
  const verdict = {
    ...judged,
    ...(traced.home && { home: traced.home }),
    ...(baseline?.kind === 'none' && { baseline: { reason: baseline.reason } }),
  };
  return { verdict, pkg, ...(why !== undefined && { why }), redact: looked.redact };
}

/** A package that was read: what is in it, and what the rules say of each file. Nothing in it depends on levels or the allowlist. */
export interface Looked {
  readonly pkg: Package;
  readonly findings: readonly Finding[];
  /** Blanks the credentials in the package out of a text that quotes it. */
  readonly redact: (text: string) => string;
}

/** Reads the source once. Of the config it only needs to know which files' sha256 judging will ask for. */
export async function lookInto(
  source: Source,
  config: Config | null,
  world: World,
  budget: Budget = createBudget(readingLimits(config)),
): Promise<Looked> {
  const findings = createFindings(budget.limits);
  const digests = digestPaths(config);
  const temporary = world.env.RUNNER_TEMP || tmpdir();
  const sha256 = createDigestList(temporary);
  const onFile = (file: FileFacts) => {
    if (file.sha256 !== undefined) sha256.set(file.path, file.sha256);
    for (const finding of inspectFile(RULES, file)) addTo(findings, finding);
  };
  const gatherer = createGatherer(onFile, (path) => digests?.matches(path) ?? false, temporary, budget);
  const onRead = world.watch && watching(source.target, gatherer, world.watch);
  const { oddities, format, unread, ...archive } = await readArchive(source.file, gatherer, {
    temporary,
    budget,
    onRead,
  }).finally(() => world.watch?.(null));
  const { candidates, innerPaths, ...gathered } = gatherer.finish(format);
  const odd = [...oddities, ...gathered.oddities];
  const named = [
    ...nameCandidates(gathered.files),
    ...nameCandidates(innerPaths.map((path) => [path, path])),
    ...nameCandidates(odd.flatMap(({ path, message }) => [[path, path] as const, [message, path] as const])),
  ];
  const { found, redact } = await searchCandidates([...candidates, ...named]);
  const blank = <Value>(value: Value) => (found.length === 0 ? value : redacted(value, redact));
  const pkg: Package = blank({
    target: source.target,
    ...archive,
    ...gathered,
    secrets: found,
    oddities: odd,
    uninspected:
      unread === undefined ? gathered.uninspected : [...gathered.uninspected, { path: '', reason: unread }],
    allow: null,
    digests: sha256,
  });
  const clean = blank(findings.items);
  const asked = source.packed === undefined ? clean : await traceTools(clean, source, world.cwd);
  return { pkg, findings: asked, redact };
}

function watching(target: string, { seen }: Gatherer, watch: NonNullable<World['watch']>): OnRead {
  return (read, size) => watch({ target, read, size, ...seen() });
}

/** Runs the rules about the package as a whole, and judges all findings by the user's policy. */
export function decide(looked: Looked, config: Config | null, options: PolicyOptions, now: Date): Verdict {
  const policy = createPolicy(config, options, looked.pkg.manifest.name);
  const { pkg, findings } = inspected(looked, policy, readingLimits(config));
  return judge(pkg, withCauses(findings, pkg), policy, RULES, now);
}

function inspected(
  looked: Looked,
  { allow, limits }: Policy,
  bounds: Limits,
  baseline?: FoundBaseline,
): Looked {
  const pkg: Package = {
    ...looked.pkg,
    allow,
    outline: outlineOf(looked),
    ...(baseline?.kind === 'found' && {
      baseline: {
        from: baseline.from,
        outline: baseline.outline,
        ...(limits.growth && { growth: limits.growth }),
      },
    }),
    ...(limits.unpackedSize !== undefined && { unpackedSizeLimit: limits.unpackedSize }),
  };
  const findings = createFindings(bounds);
  for (const finding of looked.findings) addTo(findings, finding);
  for (const finding of inspectPackage(RULES, pkg)) addTo(findings, finding);
  const settled = settle(RULES, findings.items, pkg);
  return { pkg, findings: settled, redact: looked.redact };
}

/** What is inside an archive counts as the archive. */
function outlineOf({ pkg, findings }: Looked): Outline {
  const maps = new Set<string>();
  const readable = new Set<string>();
  for (const { path, exposes } of findings) {
    if (exposes !== undefined)
      (exposes.kind === 'readable' ? readable : maps).add(carrierOf(path, pkg.files));
  }
  return createOutline(pkg, maps, readable);
}

function createFindings({ findings }: Limits): BoundedList<Finding> {
  return createBoundedList<Finding>(
    'findings',
    findings,
    ({ rule, path }) => `Begin with ${rule} at ${path}: what makes it so many is no single file`,
  );
}

/** Findings of one package beyond which they are what memory is needed for. */
const MANY = 25_000;

function addTo(findings: BoundedList<Finding>, finding: Finding): void {
  const { path, detail = '' } = finding;
  // Words that nobody has asked for take no room.
  const message = finding instanceof Found && finding.isWordedLater ? '' : finding.message;
  findings.add(finding, path, message, detail);
  if (findings.items.length === MANY) holdHeapSmall();
}

/** Most packages hold nothing that looks like a credential, and the patterns are heavy: they are loaded for those that do. */
async function searchCandidates(candidates: readonly FileCandidates[]): Promise<Search> {
  if (candidates.length === 0) return { found: [], redact: (text) => text };
  const { findSecrets } = await import('./content/secret/find.ts');
  return findSecrets(candidates);
}

/**
 * The same facts or findings without the credentials that they quote: in comments, addresses, names of files and of sources. From here on
 * nobody knows them, so that none can get into a report, a receipt, a config or an error.
 */
function redacted<Value>(value: Value, redact: (text: string) => string): Value {
  const clean = (one: unknown): unknown => {
    if (typeof one === 'string') return redact(one);
    if (one instanceof Found)
      return one.told((sighting) => clean(sighting) as Sighting, redact(one.fingerprint));
    if (Array.isArray(one)) return one.map(clean);
    if (isMap(one)) return cleanMap(one);
    if (one instanceof Set) return new Set([...one].map(clean));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, other]) => [key, clean(other)]));
  };
  // Lists of files may be long: most are as they were, and none is held in memory.
  const cleanMap = (map: ReadonlyMap<unknown, unknown>) => {
    for (const [key, other] of map)
      if (clean(key) !== key || (typeof other === 'object' && other !== null) || clean(other) !== other)
        return cleaned(map);
    return map;
  };
  const cleaned = (map: ReadonlyMap<unknown, unknown>) => {
    const files = createFileList();
    const others = new Map<unknown, unknown>();
    for (const [name, its] of map) {
      if (typeof name === 'string' && typeof its === 'number') files.add(redact(name), its);
      else others.set(clean(name), clean(its));
    }
    return others.size === 0 ? files : others;
  };
  return clean(value) as Value;
}

function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return (
    value instanceof Map ||
    (typeof value === 'object' && value !== null && 'get' in value && Symbol.iterator in value)
  );
}
