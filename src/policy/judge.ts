import { type Exposure, exposureOf } from '../content/exposure.ts';
import type { Outline } from '../content/outline.ts';
import type { Package, Uninspected } from '../content/package.ts';
import { count } from '../figures.ts';
import type { ForeignFormat } from '../manifest.ts';
import { rule as unusedPattern, unusedPatterns } from '../rules/allowlist/unused.ts';
import { amended, toFinding } from '../rules/finding.ts';
import {
  type Finding,
  type Level,
  type Preset,
  type RuleTexts,
  SEVERITIES,
  type Severity,
  type Sighting,
} from '../rules/rule.ts';
import type { Skipped } from '../target/expand.ts';
import type { Shard } from '../target/shard.ts';
import { unusedIgnore, unusedIgnores } from './ignored.ts';
import type { Policy } from './policy.ts';
import { POLICY_RULES } from './rules.ts';
import { openWaivers, unusedWaiver } from './waivers.ts';

/** A finding with the level the user's policy gives it. */
export interface JudgedFinding extends Finding {
  readonly severity: Severity;
  /** Set where a waiver in the config covers it; it then no longer counts, and stays visible. */
  readonly waived?: { readonly reason: string; readonly owner: string; readonly expires: string };
}

/** Which bytes a verdict is about. */
export interface PackageSummary {
  readonly name: string;
  readonly version: string;
  readonly target: string;
  readonly integrity: string;
  readonly sha256: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly fileCount: number;
  /** Absent for an npm package. */
  readonly format?: ForeignFormat;
}

/** The decision on one package: everything a report says is read from here. */
export interface Verdict {
  readonly outcome: 'pass' | 'fail';
  readonly package: PackageSummary;
  /** Worst first, then rule, path, line, column. Rules that are off and files a rule ignores are not in it. */
  readonly findings: readonly JudgedFinding[];
  readonly uninspected: readonly Uninspected[];
  readonly exposure: Exposure;
  /** What is compared with the next release. */
  readonly outline?: Outline;
  /** The release it was compared with, or why with none; absent where nobody asked. */
  readonly baseline?: { readonly from: string } | { readonly reason: string };
  /** What would be found of all that stands for several packages and that this one has no use for; said where none of them has. */
  readonly unusedShared?: readonly JudgedFinding[];
  /** The severity from which on a finding stops the release. */
  readonly failOn: Severity;
  /** What was decided by: hex sha256 over what applied, and the config's name, null where presets and options alone decided. */
  readonly policy: { readonly digest: string; readonly file: string | null; readonly decided?: Decided };
  /**
   * How what packed the folder differs from what the project asks for, in a sentence. It says nothing of the bytes themselves: reports that machines read leave it out, so
   * that the same bytes give the same report.
   */
  readonly packing?: string;
  /** Where in the working folder the package is made, as far as that is known: the `files` of its package.json. */
  readonly home?: { readonly file: string; readonly line: number };
  /** Where `--keep` left the inspected bytes (begins with `./` or `/`). */
  readonly tarball?: string;
  /** When its bytes were looked at, where that was in another run: in that of a shard. */
  readonly time?: Date;
}

/** All that can silence a finding, as it applied to one package. */
export interface Decided {
  readonly preset: Preset;
  /** Null where no allowlist is configured. */
  readonly allow: readonly string[] | null;
  /** Rules and families whose level or files the config sets. */
  readonly rules: readonly {
    readonly rule: string;
    readonly level?: Level;
    readonly ignore: readonly string[];
  }[];
  readonly waivers: readonly DecidedWaiver[];
}

export interface DecidedWaiver {
  readonly rule: string;
  readonly path: string;
  readonly sha256?: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  /** Whether it covered a finding of this package. */
  readonly used: boolean;
}

/** A target of which nothing is claimed. */
export interface NotInspected {
  readonly outcome: 'error';
  readonly target: string;
  readonly error: { readonly code: string; readonly message: string; readonly help: string | undefined };
}

/** One gate run: one verdict on one or more packages. `error` wins over `fail`, `fail` over `pass`. */
export interface GateRun {
  readonly outcome: 'pass' | 'fail' | 'error';
  readonly packages: readonly (Verdict | NotInspected)[];
  /** Packages of a workspace that were left out because nothing publishes them. Absent where there are none. */
  readonly skipped?: readonly Skipped[];
  readonly failOn: Severity;
  /** Set where the run looked at a part of its targets alone: then its outcome is that of the part, which may be empty. */
  readonly shard?: RunShard;
}

/** Which part of which whole: what is told of the whole is the same in all its shards. */
export interface RunShard extends Shard {
  /** All targets of all shards: how many, and hex sha256 over them. */
  readonly targets: { readonly count: number; readonly sha256: string };
  /** Hex sha256 over what applies to any package, options included. */
  readonly policy: string;
  /** The commit and the workflow run that it is for, where the environment says so. */
  readonly commit?: string;
  readonly workflowRun?: string;
  readonly time: Date;
  /** Names of the packages that the config is for, as far as that is known. */
  readonly meantFor?: readonly string[];
  /** For each package of this part, in order: what its package.json said before it was packed, as `Listed` has it. */
  readonly named: readonly string[];
}

/**
 * Decides on one package: the only place that says pass or fail.
 *
 * Findings of rules that are off and at files that a rule ignores are dropped; a waived one stays and does not
 * count. `rules` are those the findings may come from; a finding of any other is a bug. `now` is what waivers
 * expire against. What the remaining findings expose is added up, so that what a policy calls public is not held against it.
 * Same input, same output, in whatever order the findings come.
 */
export function judge(
  pkg: Package,
  findings: readonly Finding[],
  policy: Policy,
  rules: readonly RuleTexts[],
  now: Date,
): Verdict {
  const known = new Map([...rules, ...POLICY_RULES].map((rule) => [rule.id, rule]));
  const amend = amendments(policy);
  const levels = new Map<string, Level>();
  const levelOf = (rule: RuleTexts, variant: string | undefined): Level => {
    const key = variant === undefined ? rule.id : `${rule.id} ${variant}`;
    let level = levels.get(key);
    if (level === undefined) {
      level = policy.levelOf(rule, variant).value;
      levels.set(key, level);
    }
    return level;
  };
  const waivers = openWaivers(policy.waivers, pkg, now);
  const judged: JudgedFinding[] = [];
  const weigh = (finding: Finding, isAsked: boolean): void => {
    const rule = known.get(finding.rule);
    if (rule === undefined) throw new Error(`a finding of the unknown rule ${finding.rule}`);
    const level = levelOf(rule, finding.variant);
    if (level === 'off' || policy.ignores(rule.id, finding.path)) return;
    const waiver = isAsked ? waivers.cover(finding) : undefined;
    judged.push(amend(finding, rule, level, waiver));
  };
  for (const finding of findings) weigh(finding, true);
  const ignores = unusedIgnores(policy.rules, pkg, findings);
  for (const finding of [...waivers.findings(), ...ignores.own]) weigh(finding, false);
  const ofNoUse = [
    ...waivers.unusedShared().map((finding) => ({ finding, rule: unusedWaiver })),
    ...ignores.shared.map((finding) => ({ finding, rule: unusedIgnore })),
    ...unusedShared(policy, pkg).map((sighting) => {
      return { finding: toFinding(unusedPattern, sighting), rule: unusedPattern };
    }),
  ].flatMap(({ finding, rule }) => {
    const level = policy.sharedLevelOf(rule).value;
    return level === 'off' ? [] : [amend(finding, rule, level)];
  });
  return {
    ...decision(judged, policy.failOn),
    package: summarise(pkg),
    ...(ofNoUse.length > 0 && { unusedShared: ofNoUse }),
    uninspected: [...pkg.uninspected].sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason)),
    exposure: exposureOf(judged),
    ...(pkg.outline && { outline: pkg.outline }),
    ...(pkg.baseline && { baseline: { from: pkg.baseline.from } }),
    failOn: policy.failOn,
    policy: {
      digest: policy.digest,
      file: policy.configFile,
      decided: {
        preset: policy.preset.value,
        allow: policy.allow?.map(({ pattern }) => pattern) ?? null,
        rules: policy.rules.map(({ rule, level, ignore }) => ({ rule, ...(level && { level }), ignore })),
        waivers: policy.waivers.map((waiver) => ({
          ...decidedWaiver(waiver),
          used: waivers.covered(waiver),
        })),
      },
    },
  };
}

/** Whether any of these findings is enough to stop a release. */
export function isStopped(findings: readonly JudgedFinding[], failOn: Severity): boolean {
  return findings.some(({ severity, waived }) => !waived && rank(severity) <= rank(failOn));
}

/**
 * One verdict on all packages of a run.
 *
 * What stands for several packages (waivers, and patterns of `allow` and `ignore`, above `packages:`) and is of use to none of them is told once, with the first
 * package. `isWhole` says whether these are all the packages it is meant for: of a part nobody can say that.
 *
 * @param packages of this run, or of the runs that looked at a part each
 */
export function judgeRun(
  packages: readonly (Verdict | NotInspected)[],
  failOn: Severity,
  isWhole: boolean,
): Pick<GateRun, 'outcome' | 'packages' | 'failOn'> {
  const told = isWhole ? withUnusedShared(packages, failOn) : packages;
  const outcomes = new Set(told.map(({ outcome }) => outcome));
  const outcome =
    outcomes.has('error') || told.length === 0 ? 'error' : outcomes.has('fail') ? 'fail' : 'pass';
  return { outcome, packages: told, failOn };
}

/** Whether nothing is missing among what was inspected, so that it can be told what is of use to nobody. */
export function isWhole(
  packages: readonly (Verdict | NotInspected)[],
  all: readonly string[] | undefined = [],
): boolean {
  const seen = new Set(packages.map((report) => (report.outcome === 'error' ? '' : report.package.name)));
  return all.every((name) => seen.has(name));
}

function withUnusedShared(
  packages: readonly (Verdict | NotInspected)[],
  failOn: Severity,
): readonly (Verdict | NotInspected)[] {
  const [first, ...others] = packages.filter((report) => report.outcome !== 'error');
  // What was not inspected may be what it is for.
  if (first === undefined || others.length + 1 < packages.length) return packages;
  const unused = others.reduce(
    (left, { unusedShared = [] }) => {
      const fingerprints = new Set(unusedShared.map(({ fingerprint }) => fingerprint));
      return left.filter(({ fingerprint }) => fingerprints.has(fingerprint));
    },
    [...(first.unusedShared ?? [])],
  );
  if (unused.length === 0) return packages;
  const inAll =
    others.length === 0 ? '' : `; it is of use to none of the ${count(others.length + 1)} packages`;
  const findings = unused.map((finding) => amended(finding, { message: `${finding.message}${inAll}` }));
  return [{ ...first, ...decision([...first.findings, ...findings], failOn) }, ...packages.slice(1)];
}

function unusedShared({ allow, replaced }: Policy, { files }: Package): readonly Sighting[] {
  return [
    ...unusedPatterns(allow ?? [], files)
      .filter(({ pattern }) => pattern.shared)
      .map(({ sighting }) => sighting),
    ...unusedPatterns(replaced, new Map()).map(({ pattern: { pattern, from }, sighting }) => ({
      ...sighting,
      message: `the \`allow\` pattern \`${pattern}\` (${from}) counts for no package with an \`allow\` of its own`,
    })),
  ];
}

/** Adds to findings what the policy says of them: one object for all of a rule and level that nothing else is said of. */
function amendments(policy: Policy) {
  const common = new Map<string, { readonly severity: Severity; readonly otherwise: string }[]>();
  return (
    finding: Finding,
    { id, help }: RuleTexts,
    severity: Severity,
    waiver?: Policy['waivers'][number],
  ): JudgedFinding => {
    let known = common.get(id);
    if (known === undefined) {
      known = [];
      common.set(id, known);
    }
    let more = known.find((one) => one.severity === severity);
    if (more === undefined) {
      more = { severity, otherwise: help };
      known.push(more);
    }
    const place = placeInConfig(finding, policy);
    if (waiver === undefined && place === undefined) return amended(finding, more);
    const { reason = '', owner = '', expires = '' } = waiver ?? {};
    return amended(finding, {
      ...more,
      ...(place && { fixAt: place }),
      ...(waiver && { waived: { reason, owner, expires } }),
    });
  };
}

/** What is said of a line of the config is to be mended there, as far as that is below the working folder. */
function placeInConfig(finding: Finding, { configFile }: Policy): Finding['fixAt'] {
  if (configFile === null || finding.fixAt !== undefined) return undefined;
  const from = finding.evidence?.from;
  if (typeof from !== 'string') return undefined;
  const file = configFile.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const line = from.startsWith(`${configFile}:`) ? Number(from.slice(configFile.length + 1)) : Number.NaN;
  const isBelow = !/^(?:\/|\.\.\/|[A-Za-z]:)/.test(file);
  return Number.isInteger(line) && isBelow ? { file, line } : undefined;
}

/** Sorts what was found, and says what follows from it. */
function decision(
  findings: readonly JudgedFinding[],
  failOn: Severity,
): Pick<Verdict, 'outcome' | 'findings'> {
  return { outcome: isStopped(findings, failOn) ? 'fail' : 'pass', findings: sorted(findings) };
}

function decidedWaiver({
  rule,
  path,
  sha256,
  reason,
  owner,
  expires,
}: Policy['waivers'][number]): Omit<DecidedWaiver, 'used'> {
  return { rule, path, ...(sha256 !== undefined && { sha256 }), reason, owner, expires };
}

function summarise({
  manifest,
  target,
  integrity,
  sha256,
  size,
  unpackedSize,
  fileCount,
}: Package): PackageSummary {
  const { name, version, format } = manifest;
  return {
    name,
    version,
    target,
    integrity,
    sha256,
    size,
    unpackedSize,
    fileCount,
    ...(format !== undefined && { format }),
  };
}

/** Worst first, then by rule: of each rule and severity there may be very many. */
function sorted(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const groups = new Map<string, JudgedFinding[]>();
  let group: JudgedFinding[] = [];
  let before: JudgedFinding | undefined;
  for (const finding of findings) {
    const { severity, rule } = finding;
    if (before?.severity !== severity || before.rule !== rule) {
      const key = `${rank(severity)}${rule}`;
      group = groups.get(key) ?? [];
      groups.set(key, group);
      before = finding;
    }
    group.push(finding);
  }
  return [...groups.keys()].sort(compare).flatMap((key) => groups.get(key)!.sort(byPlace));
}

/** A total order, by code units and not by the machine's language. */
function byPlace(a: JudgedFinding, b: JudgedFinding): number {
  return (
    compare(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.detail ?? '', b.detail ?? '') ||
    compare(a.fingerprint, b.fingerprint) ||
    compare(a.message, b.message)
  );
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
