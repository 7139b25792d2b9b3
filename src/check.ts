import { tmpdir } from 'node:os';
import { LIMITS } from './archive/limits.ts';
import { type OnRead, readArchive } from './archive/read.ts';
import { type Config, type ConfigOptions, configIn, loadConfig } from './config.ts';
import type { FileFacts } from './content/facts.ts';
import { createGatherer, type Gatherer } from './content/gather.ts';
import { carrierOf } from './content/inner-path.ts';
import type { Package } from './content/package.ts';
import { PackgateError } from './errors.ts';
import { type GateRun, judge, type NotInspected, type Verdict } from './policy/judge.ts';
import { createPolicy, digestPaths, type PolicyOptions } from './policy/policy.ts';
import { WAIVER_RULES } from './policy/waivers.ts';
import { RULES } from './rules/index.ts';
import { inspectFile, inspectPackage, settle } from './rules/inspect.ts';
import type { Finding, Preset, Severity } from './rules/rule.ts';
import { expandWorkspaces, type Skipped } from './target/expand.ts';
import { type Keep, keeper } from './target/keep.ts';
import { type OpenTarget, openTargets, type Source } from './target/open.ts';
import { whyIncluded } from './target/why.ts';
import { readWorkspace } from './target/workspace.ts';

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
  /** Folder in which to leave the inspected bytes. */
  readonly keep?: string;
  /** What messages call an option; `--allow` where nothing is said. */
  readonly called?: (option: 'allow' | 'preset') => string;
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
  const { targets, skipped } = await findTargets(options, config, world);
  const keep = options.keep === undefined ? undefined : keeper(options.keep, world.cwd);
  const packages: (Verdict | NotInspected)[] = [];
  for (const target of targets) packages.push(await checkTarget(target, config, keep, options, world));
  const outcomes = new Set(packages.map(({ outcome }) => outcome));
  const outcome =
    outcomes.has('error') || packages.length === 0 ? 'error' : outcomes.has('fail') ? 'fail' : 'pass';
  return { outcome, packages, failOn: options.failOn, ...(skipped.length > 0 && { skipped }) };
}

/** Where a run looks for its config, and the names that one may use. */
export function configOptions({ config }: Pick<CheckOptions, 'config'>, { cwd }: World): ConfigOptions {
  return {
    cwd,
    ...(config !== undefined && { file: config }),
    knownRules: [...RULES, ...WAIVER_RULES].map((rule) => rule.id),
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
  const found = await openTargets(targets, { ...world, ignoreScripts: options.ignoreScripts });
  return {
    targets: found.map((target) => (members.has(target.target) ? asMember(target) : target)),
    skipped,
  };
}

/** A package that only stands in the workspace, and that nobody means to publish, may be one that cannot be packed. */
function asMember({ target, open }: OpenTarget): OpenTarget {
  return {
    target,
    open: () =>
      open().catch((error: unknown) => {
        if (!(error instanceof PackgateError) || error.code !== 'pack') throw error;
        const help = `${error.help ?? ''}; if nothing publishes it, write "private": true into its package.json`;
        throw new PackgateError(error.code, error.message, { help, cause: error });
      }),
  };
}

async function checkTarget(
  target: OpenTarget,
  config: Config | null,
  keep: Keep | undefined,
  options: CheckOptions,
  world: World,
): Promise<Verdict | NotInspected> {
  let source: Source | undefined;
  try {
    source = await target.open();
    const verdict = await checkSource(source, config, options, world);
    if (keep === undefined) return verdict;
    return { ...verdict, tarball: await keep(source, verdict.package.integrity) };
  } catch (error) {
    return notInspected(error, target.target);
  } finally {
    await source?.close();
  }
}

/** Why a target could not be inspected, in a message that names it. A bug is thrown on. */
export function notInspected(error: unknown, target: string): NotInspected {
  if (!(error instanceof PackgateError)) throw error;
  const { code, message, help } = error;
  const named = message.startsWith(target) ? message : `${target}: ${message}`;
  return { outcome: 'error', target, error: { code, message: named, help } };
}

async function checkSource(
  source: Source,
  config: Config | null,
  options: CheckOptions,
  world: World,
): Promise<Verdict> {
  return decide(await lookInto(source, config, world), config, options, world.now);
}

/** A package that was read: what is in it, and what the rules say of each file. Nothing in it depends on levels or the allowlist. */
export interface Looked {
  readonly pkg: Package;
  readonly findings: readonly Finding[];
}

/** Reads the source once. Of the config it only needs to know which files' sha256 judging will ask for. */
export async function lookInto(source: Source, config: Config | null, world: World): Promise<Looked> {
  const findings: Finding[] = [];
  const digests = digestPaths(config);
  const sha256 = new Map<string, string>();
  const onFile = (file: FileFacts) => {
    if (file.sha256 !== undefined) sha256.set(file.path, file.sha256);
    for (const finding of inspectFile(RULES, file)) addTo(findings, finding);
  };
  const temporary = world.env.RUNNER_TEMP || tmpdir();
  const gatherer = createGatherer(onFile, (path) => digests?.matches(path) ?? false, temporary);
  const onRead = world.watch && watching(source.target, gatherer, world.watch);
  const { oddities, format, unread, ...archive } = await readArchive(
    source.file,
    gatherer,
    temporary,
    onRead,
  ).finally(() => world.watch?.(null));
  const gathered = gatherer.finish(format);
  const pkg: Package = {
    target: source.target,
    ...archive,
    ...gathered,
    oddities: [...oddities, ...gathered.oddities],
    uninspected:
      unread === undefined ? gathered.uninspected : [...gathered.uninspected, { path: '', reason: unread }],
    allow: null,
    digests: sha256,
  };
  return { pkg, findings };
}

function watching(target: string, { seen }: Gatherer, watch: NonNullable<World['watch']>): OnRead {
  return (read, size) => watch({ target, read, size, ...seen() });
}

/** Runs the rules about the package as a whole, and judges all findings by the user's policy. */
export function decide(looked: Looked, config: Config | null, options: PolicyOptions, now: Date): Verdict {
  const policy = createPolicy(config, options, looked.pkg.manifest.name);
  const pkg: Package = {
    ...looked.pkg,
    allow: policy.allow,
    ...(policy.limits.unpackedSize !== undefined && { unpackedSizeLimit: policy.limits.unpackedSize }),
  };
  const findings = [...looked.findings];
  for (const finding of inspectPackage(RULES, pkg)) addTo(findings, finding);
  return judge(
    pkg,
    settle(RULES, findings, pkg).map((finding) => withCause(finding, pkg)),
    policy,
    RULES,
    now,
  );
}

function addTo(findings: Finding[], finding: Finding): void {
  if (findings.length >= LIMITS.findings) {
    throw new PackgateError('limit', `the package has more than ${LIMITS.findings} findings`, {
      help: `Begin with ${finding.rule} at ${finding.path}: what makes it so many is no single file`,
    });
  }
  findings.push(finding);
}

/** Where leaving the file out is a fix, says what let it in and which line keeps it out. */
function withCause(finding: Finding, { manifest, files }: Package): Finding {
  // No line of a config names what is inside an archive: the archive is what was let in.
  const carrier = carrierOf(finding.path, files);
  const byNpm = manifest.format === undefined && REMOVABLE.has(finding.rule);
  const why = byNpm ? whyIncluded(manifest, carrier) : undefined;
  if (why === undefined) return finding;
  return { ...finding, keepOut: why.fix, evidence: { ...finding.evidence, includedBy: why.cause } };
}

const REMOVABLE = new Set(RULES.filter((rule) => rule.removable).map((rule) => rule.id));
