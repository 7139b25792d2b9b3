import type { GateRun } from '../policy/gate-run.ts';
import type { NotInspected, Verdict } from '../policy/verdict.ts';
import { SEVERITIES } from '../rules/rule.ts';
import { shardName } from '../target/shard.ts';

/** What one gate run leaves in the audit log, before it is chained to the record before it. */
export interface AuditRecord {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The version of packgate. */
  readonly packgate: string;
  readonly outcome: GateRun['outcome'];
  readonly failOn: GateRun['failOn'];
  /** Which part of the targets it looked at, as `2/4`; absent for a run that looked at all. */
  readonly shard?: string;
  readonly packages: readonly AuditedPackage[];
  /** Why the run claims nothing although its packages were inspected. */
  readonly problem?: AuditedProblem;
}

export interface AuditedProblem {
  readonly code: string;
  readonly message: string;
}

export type AuditedPackage =
  | {
      readonly outcome: 'pass' | 'fail';
      readonly target: string;
      readonly name: string;
      readonly version: string;
      readonly integrity: string;
      readonly sha256: string;
      readonly policy: Verdict['policy'];
      /** By severity without the waived ones, and those. */
      readonly counts: Readonly<Record<string, number>>;
      readonly uninspected: number;
      /** The rules that stopped the release: what makes a near miss. */
      readonly stoppedBy: readonly { readonly rule: string; readonly findings: number }[];
      /** What would have become public. */
      readonly exposes: { readonly sources: number; readonly lines: number };
      readonly waivers: readonly AuditedWaiver[];
    }
  | ({ readonly outcome: 'error'; readonly target: string } & AuditedProblem);

export interface AuditedWaiver {
  readonly rule: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  /** Number of findings that it covered. */
  readonly findings: number;
}

/** Maps a gate run field by field, so that a change of packgate's own types is no change of the log. */
export function auditRecord(
  run: GateRun,
  options: {
    readonly packgateVersion: string;
    readonly now: Date;
    readonly problem?: AuditedProblem | undefined;
  },
): AuditRecord {
  const { problem } = options;
  return {
    time: options.now.toISOString(),
    packgate: options.packgateVersion,
    outcome: problem === undefined ? run.outcome : 'error',
    failOn: run.failOn,
    ...(run.shard && { shard: shardName(run.shard) }),
    packages: run.packages.map(auditedPackage),
    ...(problem && { problem: { code: problem.code, message: problem.message } }),
  };
}

function auditedPackage(report: Verdict | NotInspected): AuditedPackage {
  if (report.outcome === 'error') {
    const { code, message } = report.error;
    return { outcome: 'error', target: report.target, code, message };
  }
  const { target, name, version, integrity, sha256 } = report.package;
  return {
    outcome: report.outcome,
    target,
    name,
    version,
    integrity,
    sha256,
    policy: { digest: report.policy.digest, file: report.policy.file },
    counts: countFindings(report),
    uninspected: report.uninspected.length,
    stoppedBy: stoppedBy(report),
    exposes: { sources: report.exposure.sources, lines: report.exposure.lines },
    waivers: waiversOf(report),
  };
}

/** By severity without the waived ones, and those. */
export function countFindings({ findings }: Verdict): Record<string, number> {
  const standing = findings.filter(({ waived }) => !waived);
  const counts = SEVERITIES.map((severity) => [
    severity,
    standing.filter((finding) => finding.severity === severity).length,
  ]);
  return { ...Object.fromEntries(counts), waived: findings.length - standing.length };
}

function stoppedBy({ findings, failOn }: Verdict) {
  const most = SEVERITIES.indexOf(failOn);
  const counts = new Map<string, number>();
  for (const { rule, severity, waived } of findings) {
    if (waived === undefined && SEVERITIES.indexOf(severity) <= most)
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].map(([rule, count]) => ({ rule, findings: count }));
}

function waiversOf({ findings }: Verdict): readonly AuditedWaiver[] {
  const waivers = new Map<string, AuditedWaiver>();
  for (const { rule, waived } of findings) {
    if (waived === undefined) continue;
    const { reason, owner, expires } = waived;
    const key = JSON.stringify([rule, reason, owner, expires]);
    const known = waivers.get(key);
    waivers.set(key, { rule, reason, owner, expires, findings: (known?.findings ?? 0) + 1 });
  }
  return [...waivers.values()];
}
