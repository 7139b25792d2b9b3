import { tmpdir } from 'node:os';
import { createBoundedList } from './archive/bounded-list.ts';
import { type Budget, createBudget } from './archive/budget.ts';
import { readArchive } from './archive/read.ts';
import { type Config, loadConfig, readingLimits } from './config.ts';
import type { FileFacts } from './content/facts.ts';
import { createGatherer } from './content/gather.ts';
import { carrierOf } from './content/inner-path.ts';
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
  const budget = createBudget(readingLimits(config));
  const targets = await openTargets(options.targets, {
    ...world,
    ignoreScripts: options.ignoreScripts,
    waits: { download: budget.limits.downloadWait, pack: budget.limits.packWait },
  });
  const keep = options.keep === undefined ? undefined : keeper(options.keep, world.cwd);
  const packages: (Verdict | NotInspected)[] = [];
  for (const target of targets)
    packages.push(await checkTarget(target, { config, budget, keep, options, world }));
  const outcomes = new Set(packages.map(({ outcome }) => outcome));
  const outcome =
    outcomes.has('error') || packages.length === 0 ? 'error' : outcomes.has('fail') ? 'fail' : 'pass';
  return { outcome, packages, failOn: options.failOn };
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
  const { keep } = run;
  let source: Source | undefined;
  try {
    source = await target.open();
    const verdict = await checkSource(source, run);
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

async function checkSource(source: Source, { config, budget, options, world }: Run): Promise<Verdict> {
  const findings = createBoundedList<Finding>(
    'findings',
    budget.limits.findings,
    ({ rule, path }) => `Begin with ${rule} at ${path}: what makes it so many is no single file`,
  );
  const add = (finding: Finding) =>
    findings.add(finding, finding.path, finding.message, finding.detail ?? '');
  const digests = digestPaths(config);
  const sha256 = new Map<string, string>();
  const onFile = (file: FileFacts) => {
    if (file.sha256 !== undefined) sha256.set(file.path, file.sha256);
    for (const finding of inspectFile(RULES, file)) add(finding);
  };
  const temporary = world.env.RUNNER_TEMP || tmpdir();
  const gatherer = createGatherer(onFile, (path) => digests?.matches(path) ?? false, temporary, budget);
  const { oddities, format, unread, ...archive } = await readArchive(source.file, gatherer, {
    temporary,
    budget,
  });
  const gathered = gatherer.finish(format);
  const policy = createPolicy(config, options, gathered.manifest.name);
  const pkg: Package = {
    target: source.target,
    ...archive,
    ...gathered,
    oddities: [...oddities, ...gathered.oddities],
    uninspected:
      unread === undefined ? gathered.uninspected : [...gathered.uninspected, { path: '', reason: unread }],
    allow: policy.allow,
    digests: sha256,
    ...(policy.limits.unpackedSize !== undefined && { unpackedSizeLimit: policy.limits.unpackedSize }),
  };
  for (const finding of inspectPackage(RULES, pkg)) add(finding);
  return judge(
    pkg,
    findings.items.map((finding) => withCause(finding, pkg)),
    policy,
    RULES,
    world.now,
  );
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
