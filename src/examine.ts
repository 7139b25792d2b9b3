import { type Budget, createBudget } from './archive/budget.ts';
import type { Limits } from './archive/limits.ts';
import { type FoundBaseline, findBaseline } from './baseline.ts';
import type { Config } from './config/settings.ts';
import { readingLimits } from './config.ts';
import { carrierOf } from './content/inner-path.ts';
import { outlineOf as createOutline, type Outline } from './content/outline.ts';
import type { Package } from './content/package.ts';
import { addTo, createFindings } from './findings.ts';
import { type Looked, lookInto } from './inspection.ts';
import { judge } from './policy/judge.ts';
import { createPolicy, type Policy, type PolicyOptions } from './policy/policy.ts';
import type { Verdict } from './policy/verdict.ts';
import { isAboutFile, isRemovable } from './rules/about.ts';
import { RULES } from './rules/index.ts';
import { inspectPackage, settle } from './rules/inspect.ts';
import { type Members, membersOf } from './target/home.ts';
import type { Source } from './target/source.ts';
import { type FolderWhy, whyInFolder } from './target/why-folder.ts';
import { waitsOf } from './targets.ts';
import { seenFrom, type Traced, trace, withCauses } from './trace.ts';
import type { World } from './world.ts';

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
    ? await whyInFolder(
        packed.folder,
        { name: packed.manager, version: packed.version },
        pkg.files.keys(),
        seenFrom(world.cwd, source.target),
      )
    : undefined;
  // What is told of the package as a whole goes back to no line.
  const isTraced = findings.some((finding) => isAboutFile(finding) || isRemovable(finding));
  const traced: Traced = isTraced
    ? await trace(findings, pkg, { source, why, cwd: world.cwd, members })
    : { findings };
  const judged = judge(pkg, traced.findings, policy, RULES, world.now);
  const verdict = {
    ...judged,
    ...(traced.home && { home: traced.home }),
    ...(baseline?.kind === 'none' && { baseline: { reason: baseline.reason } }),
  };
  return { verdict, pkg, ...(why !== undefined && { why }), redact: looked.redact };
}

/** Runs the rules about the package as a whole, and judges all findings by the user's policy. */
export function decide(looked: Looked, config: Config | null, options: PolicyOptions, now: Date): Verdict {
  const policy = createPolicy(config, options, looked.pkg.manifest.name);
  const { pkg, findings } = inspected(looked, policy, readingLimits(config));
  return judge(pkg, withCauses(findings, pkg), policy, RULES, now);
}

function inspected(
  looked: Looked,
  { allow, limits, nearSection }: Policy,
  bounds: Limits,
  baseline?: FoundBaseline,
): Looked {
  const pkg: Package = {
    ...looked.pkg,
    allow,
    ...(nearSection !== undefined && { nearSection }),
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
