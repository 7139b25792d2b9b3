import { tmpdir } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { LIMITS } from './archive/limits.ts';
import { readArchive } from './archive/read.ts';
import { findBaseline } from './baseline.ts';
import { type Config, loadConfig } from './config.ts';
import type { FileFacts } from './content/facts.ts';
import { createGatherer } from './content/gather.ts';
import { carrierOf } from './content/inner-path.ts';
import { type Outline, outlineOf } from './content/outline.ts';
import type { Package } from './content/package.ts';
import { PackgateError } from './errors.ts';
import { type GateRun, judge, type NotInspected, type Verdict } from './policy/judge.ts';
import { createPolicy, digestPaths } from './policy/policy.ts';
import { WAIVER_RULES } from './policy/waivers.ts';
import { RULES } from './rules/index.ts';
import { inspectFile, inspectPackage } from './rules/inspect.ts';
import type { Finding, Preset, Severity } from './rules/rule.ts';
import { type Keep, keeper } from './target/keep.ts';
import { type OpenTarget, openTargets, type Source } from './target/open.ts';
import { whyIncluded } from './target/why.ts';
import { type FolderWhy, whyInFolder } from './target/why-folder.ts';

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
}

/** What a run sees of the process it runs in. */
export interface World {
  /** Absolute. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly now: Date;
  readonly progress: (line: string) => void;
}

/**
 * One gate run: opens each target, reads it once, inspects what is in it and judges that by the user's policy.
 *
 * A target that could not be inspected makes the run's outcome `error`; the others are judged all the same.
 *
 * @throws PackgateError `config` or `usage`: then nothing was inspected
 */
export async function check(options: CheckOptions, world: World): Promise<GateRun> {
  const config = await loadConfig({
    cwd: world.cwd,
    ...(options.config !== undefined && { file: options.config }),
    knownRules: [...RULES, ...WAIVER_RULES].map((rule) => rule.id),
  });
  // A wrong --allow is said before anything is packed.
  createPolicy(config, options, '');
  const targets = await openTargets(options.targets, { ...world, ignoreScripts: options.ignoreScripts });
  const keep = options.keep === undefined ? undefined : keeper(options.keep, world.cwd);
  const packages: (Verdict | NotInspected)[] = [];
  for (const target of targets) packages.push(await checkTarget(target, config, keep, options, world));
  const outcomes = new Set(packages.map(({ outcome }) => outcome));
  const outcome =
    outcomes.has('error') || packages.length === 0 ? 'error' : outcomes.has('fail') ? 'fail' : 'pass';
  return { outcome, packages, failOn: options.failOn };
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
    const { verdict } = await examine(source, config, options, world);
    if (keep === undefined) return verdict;
    return { ...verdict, tarball: await keep(source, verdict.package.integrity) };
  } catch (error) {
    if (!(error instanceof PackgateError)) throw error;
    const { code, message, help } = error;
    const named = message.startsWith(target.target) ? message : `${target.target}: ${message}`;
    return { outcome: 'error', target: target.target, error: { code, message: named, help } };
  } finally {
    await source?.close();
  }
}

/** A verdict, and what is known of its package beside it. */
export interface Examined {
  readonly verdict: Verdict;
  readonly pkg: Package;
  /** Set where packgate packed a folder. */
  readonly why?: FolderWhy;
}

/**
 * Reads what was opened, inspects it and judges.
 *
 * @param every whether to say of the folder why a file is in, even where no finding asks for it
 */
export async function examine(
  source: Source,
  config: Config | null,
  options: Pick<CheckOptions, 'allow' | 'failOn' | 'preset' | 'baseline'>,
  world: World,
  every = false,
): Promise<Examined> {
  const digests = digestPaths(config);
  const sha256 = new Map<string, string>();
  const read = await readSource(source, world, (path) => digests?.matches(path) ?? false, sha256);
  const policy = createPolicy(config, options, read.manifest.name);
  const outline = outlineOf(read, read.maps, read.readable);
  const opening = { ...world, ignoreScripts: true };
  const baseline =
    policy.baseline &&
    (await findBaseline(policy.baseline.value, outline.name, opening, (other) => outlineIn(other, world)));
  const pkg: Package = {
    target: source.target,
    ...read,
    allow: policy.allow,
    digests: sha256,
    outline,
    ...(baseline?.kind === 'found' && {
      baseline: {
        from: baseline.from,
        outline: baseline.outline,
        ...(policy.limits.growth && { growth: policy.limits.growth }),
      },
    }),
    ...(policy.limits.unpackedSize !== undefined && { unpackedSizeLimit: policy.limits.unpackedSize }),
  };
  const findings = [...read.findings];
  for (const finding of inspectPackage(RULES, pkg)) add(findings, finding);
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

/** The facts of what was opened, and what single files were found with. */
type Read = Omit<Package, 'target' | 'allow'> & {
  readonly findings: readonly Finding[];
  /** Files that are maps or carry some, and files of readable code; what is inside an archive counts as the archive. */
  readonly maps: ReadonlySet<string>;
  readonly readable: ReadonlySet<string>;
};

async function readSource(
  source: Source,
  world: World,
  wantsDigest: (path: string) => boolean,
  digests: Map<string, string>,
): Promise<Read> {
  const findings: Finding[] = [];
  const onFile = (file: FileFacts) => {
    if (file.sha256 !== undefined) digests.set(file.path, file.sha256);
    for (const finding of inspectFile(RULES, file)) add(findings, finding);
  };
  const temporary = world.env.RUNNER_TEMP || tmpdir();
  const gatherer = createGatherer(onFile, wantsDigest, temporary);
  const { oddities, format, unread, ...archive } = await readArchive(source.file, gatherer, temporary);
  const gathered = gatherer.finish(format);
  const carriers = (found: (finding: Finding) => boolean) =>
    new Set(findings.filter(found).map(({ path }) => carrierOf(path, gathered.files)));
  return {
    ...archive,
    ...gathered,
    oddities: [...oddities, ...gathered.oddities],
    uninspected:
      unread === undefined ? gathered.uninspected : [...gathered.uninspected, { path: '', reason: unread }],
    findings,
    maps: carriers(({ exposes }) => exposes !== undefined && exposes.kind !== 'readable'),
    readable: carriers(({ exposes }) => exposes?.kind === 'readable'),
  };
}

function add(findings: Finding[], finding: Finding): void {
  if (findings.length >= LIMITS.findings) {
    throw new PackgateError('limit', `the package has more than ${LIMITS.findings} findings`, {
      help: `Begin with ${finding.rule} at ${finding.path}: what makes it so many is no single file`,
    });
  }
  findings.push(finding);
}

async function outlineIn(source: Source, world: World): Promise<Outline> {
  const read = await readSource(source, world, () => false, new Map());
  return outlineOf(read, read.maps, read.readable);
}

/** What concerns the package as a whole stands at its manifest. */
function isAboutFile({ path }: Finding): boolean {
  return path !== '' && path !== 'package.json';
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
