import { tmpdir } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { type BoundedList, createBoundedList } from './archive/bounded-list.ts';
import { type Budget, createBudget } from './archive/budget.ts';
import type { Limits } from './archive/limits.ts';
import { type OnRead, readArchive } from './archive/read.ts';
import { type FoundBaseline, findBaseline } from './baseline.ts';
import { type Config, type ConfigOptions, configIn, loadConfig, readingLimits } from './config.ts';
import { createDigestList } from './content/digest-list.ts';
import type { FileFacts } from './content/facts.ts';
import { createGatherer, type Gatherer } from './content/gather.ts';
import { carrierOf } from './content/inner-path.ts';
import { outlineOf as createOutline, type Outline } from './content/outline.ts';
import type { Package } from './content/package.ts';
import type { FileCandidates, Search } from './content/secret/find.ts';
import { PackgateError } from './errors.ts';
import { type GateRun, judge, type NotInspected, type Verdict } from './policy/judge.ts';
import { createPolicy, digestPaths, type Policy, type PolicyOptions } from './policy/policy.ts';
import { WAIVER_RULES } from './policy/waivers.ts';
import { RULES } from './rules/index.ts';
import { inspectFile, inspectPackage, settle } from './rules/inspect.ts';
import type { Evidence, Finding, Preset, Severity } from './rules/rule.ts';
import { findMapOption, type MapOption } from './target/build-config.ts';
import { expandWorkspaces, type Skipped } from './target/expand.ts';
import { type Keep, keeper } from './target/keep.ts';
import { type OpenOptions, type OpenTarget, openTargets, type Source } from './target/open.ts';
import { whyIncluded } from './target/why.ts';
import { type FolderWhy, whyInFolder } from './target/why-folder.ts';
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
  /** The release to compare with: a tarball, a receipt, `npm:<spec>`, or `npm` for the last published version. */
  readonly baseline?: string;
  /** Folder in which to leave the inspected bytes. */
  readonly keep?: string;
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
  const { targets, skipped } = await findTargets(options, config, world);
  const keep = options.keep === undefined ? undefined : keeper(options.keep, world.cwd);
  const packages: (Verdict | NotInspected)[] = [];
  const run: Run = { config, budget: createBudget(readingLimits(config)), keep, options, world };
  for (const target of targets) packages.push(await checkTarget(target, run));
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

/** What all targets of a run have in common. */
interface Run {
  readonly config: Config | null;
  readonly budget: Budget;
  readonly keep: Keep | undefined;
  readonly options: CheckOptions;
  readonly world: World;
}

async function checkTarget(target: OpenTarget, run: Run): Promise<Verdict | NotInspected> {
  const { config, budget, keep, options, world } = run;
  let source: Source | undefined;
  try {
    source = await target.open();
    const { verdict: judged } = await examine(source, config, options, world, { budget });
    const packing = source.packed?.difference;
    const verdict: Verdict = packing === undefined ? judged : { ...judged, packing };
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

/** A verdict, and what is known of its package beside it. */
export interface Examined {
  readonly verdict: Verdict;
  readonly pkg: Package;
  /** Set where packgate packed a folder. */
  readonly why?: FolderWhy;
}

/**
 * Reads what was opened, compares it with an earlier release where that is asked for, inspects it and judges.
 *
 * @param more `every`: to say of the folder why a file is in, even where no finding asks for it; `budget`: what the run may still cost
 */
export async function examine(
  source: Source,
  config: Config | null,
  options: PolicyOptions,
  world: World,
  { every = false, budget = createBudget(readingLimits(config)) }: { every?: boolean; budget?: Budget } = {},
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
  const causes = findings.map((finding) =>
    packed === undefined || why === undefined
      ? withCause(finding, pkg)
      : withFolderCause(finding, pkg, why, world.cwd),
  );
  const judged = judge(pkg, causes, policy, RULES, world.now);
  const verdict = baseline?.kind === 'none' ? { ...judged, baseline: { reason: baseline.reason } } : judged;
  return { verdict, pkg, ...(why !== undefined && { why }) };
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
  const sha256 = createDigestList();
  const onFile = (file: FileFacts) => {
    if (file.sha256 !== undefined) sha256.set(file.path, file.sha256);
    for (const finding of inspectFile(RULES, file)) addTo(findings, finding);
  };
  const temporary = world.env.RUNNER_TEMP || tmpdir();
  const gatherer = createGatherer(onFile, (path) => digests?.matches(path) ?? false, temporary, budget);
  const onRead = world.watch && watching(source.target, gatherer, world.watch);
  const { oddities, format, unread, ...archive } = await readArchive(source.file, gatherer, {
    temporary,
    budget,
    onRead,
  }).finally(() => world.watch?.(null));
  const { candidates, ...gathered } = gatherer.finish(format);
  const { found, redact } = await searchCandidates(candidates);
  const pkg: Package = {
    target: source.target,
    ...archive,
    ...gathered,
    secrets: found,
    oddities: [...oddities, ...gathered.oddities],
    uninspected:
      unread === undefined ? gathered.uninspected : [...gathered.uninspected, { path: '', reason: unread }],
    allow: null,
    digests: sha256,
  };
  return { pkg, findings: await withOption(findings.items, source), redact };
}

function watching(target: string, { seen }: Gatherer, watch: NonNullable<World['watch']>): OnRead {
  return (read, size) => watch({ target, read, size, ...seen() });
}

/** Runs the rules about the package as a whole, and judges all findings by the user's policy. */
export function decide(looked: Looked, config: Config | null, options: PolicyOptions, now: Date): Verdict {
  const policy = createPolicy(config, options, looked.pkg.manifest.name);
  const { pkg, findings } = inspected(looked, policy, readingLimits(config));
  return judge(
    pkg,
    findings.map((finding) => withCause(finding, pkg)),
    policy,
    RULES,
    now,
  );
}

/** Where the project is at hand, says which line of its own asked the tool for a map. */
async function withOption(findings: readonly Finding[], source: Source): Promise<readonly Finding[]> {
  const folder = source.packed?.folder;
  if (folder === undefined) return findings;
  const options = new Map<unknown, MapOption | undefined>();
  const asked: Finding[] = [];
  for (const finding of findings) {
    const writer = finding.evidence?.generator;
    if (!/^source-map\/(?:file|inline)$/.test(finding.rule)) {
      asked.push(finding);
      continue;
    }
    if (!options.has(writer)) {
      options.set(writer, await findMapOption(folder, typeof writer === 'string' ? writer : undefined));
    }
    const option = options.get(writer);
    const place = `${option?.file}:${option?.line}`;
    asked.push(
      option === undefined
        ? finding
        : {
            ...finding,
            ...(finding.help !== undefined && { help: `${finding.help} See ${place}.` }),
            evidence: { ...finding.evidence, askedBy: place },
          },
    );
  }
  return asked;
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
  const settled = settle(RULES, findings.items, pkg).map((finding) => redacted(finding, looked.redact));
  return { pkg, findings: settled, redact: looked.redact };
}

/** What is inside an archive counts as the archive. */
function outlineOf({ pkg, findings }: Looked): Outline {
  const carriers = (isOne: (finding: Finding) => boolean) =>
    new Set(findings.filter(isOne).map(({ path }) => carrierOf(path, pkg.files)));
  return createOutline(
    pkg,
    carriers(({ exposes }) => exposes !== undefined && exposes.kind !== 'readable'),
    carriers(({ exposes }) => exposes?.kind === 'readable'),
  );
}

/** What concerns the package as a whole stands at its manifest. */
function isAboutFile({ path }: Finding): boolean {
  return path !== '' && path !== 'package.json';
}

function createFindings({ findings }: Limits): BoundedList<Finding> {
  return createBoundedList<Finding>(
    'findings',
    findings,
    ({ rule, path }) => `Begin with ${rule} at ${path}: what makes it so many is no single file`,
  );
}

function addTo(findings: BoundedList<Finding>, finding: Finding): void {
  findings.add(finding, finding.path, finding.message, finding.detail ?? '');
}

/** Most packages hold nothing that looks like a credential, and the patterns are heavy: they are loaded for those that do. */
async function searchCandidates(candidates: readonly FileCandidates[]): Promise<Search> {
  if (candidates.length === 0) return { found: [], redact: (text) => text };
  const { findSecrets } = await import('./content/secret/find.ts');
  return findSecrets(candidates);
}

/** Other rules quote the package: comments, addresses, names of sources. A credential in what they quote goes no further. */
function redacted(finding: Finding, redact: (text: string) => string): Finding {
  const { message, help, evidence } = finding;
  const clean = (value: Evidence[string]) =>
    typeof value === 'string' ? redact(value) : Array.isArray(value) ? value.map(redact) : value;
  return {
    ...finding,
    message: redact(message),
    ...(help !== undefined && { help: redact(help) }),
    ...(evidence !== undefined && {
      evidence: Object.fromEntries(Object.entries(evidence).map(([key, value]) => [key, clean(value)])),
    }),
  };
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

/** Beside every finding about a file of a folder, what let it in and where in the working folder that is said. */
function withFolderCause(finding: Finding, { files, target }: Package, why: FolderWhy, cwd: string): Finding {
  if (!isAboutFile(finding)) return finding;
  const carrier = carrierOf(finding.path, files);
  const included = files.has(carrier) ? why.included(carrier, true) : undefined;
  if (included === undefined) return finding;
  const file =
    included.place &&
    relative(cwd, resolve(cwd, target, included.place.file))
      .split(sep)
      .join('/');
  const fixAt =
    file === undefined || file.startsWith('../') ? undefined : { file, line: included.place?.line ?? 1 };
  const evidence = {
    ...finding.evidence,
    includedBy: included.cause,
    ...(fixAt && { fixAt: `${fixAt.file}:${fixAt.line}` }),
  };
  const keepOut = REMOVABLE.has(finding.rule) ? { keepOut: included.fix } : {};
  return { ...finding, ...keepOut, ...(fixAt && { fixAt }), evidence };
}

const REMOVABLE = new Set(RULES.filter((rule) => rule.removable).map((rule) => rule.id));
