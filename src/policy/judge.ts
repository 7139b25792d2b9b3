import { exposureOf } from '../content/exposure.ts';
import type { Package } from '../content/package.ts';
import { rule as unusedPattern, unusedPatterns } from '../rules/allowlist/unused.ts';
import { amended, toFinding } from '../rules/finding.ts';
import type { Finding, Level, RuleTexts, Severity, Sighting } from '../rules/rule.ts';
import { compare, decision } from './decision.ts';
import { unusedIgnore, unusedIgnores } from './ignored.ts';
import type { Policy } from './policy.ts';
import { POLICY_RULES } from './rules.ts';
import type { DecidedWaiver, JudgedFinding, PackageSummary, Verdict } from './verdict.ts';
import { openWaivers, unusedWaiver } from './waivers.ts';

/**
 * The verdict on one package.
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
