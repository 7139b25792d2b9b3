import { SEVERITIES, type Severity } from '../rules/rule.ts';
import type { JudgedFinding, Verdict } from './verdict.ts';

/** Sorts what was found, and says what follows from it: the only place that says pass or fail. */
export function decision(
  findings: readonly JudgedFinding[],
  failOn: Severity,
): Pick<Verdict, 'outcome' | 'findings'> {
  return { outcome: isStopped(findings, failOn) ? 'fail' : 'pass', findings: sorted(findings) };
}

/** Whether any of these findings is enough to stop a release. */
export function isStopped(findings: readonly JudgedFinding[], failOn: Severity): boolean {
  return findings.some(({ severity, waived }) => !waived && rank(severity) <= rank(failOn));
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

/** A total order. */
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

/** By code units, and not by the language of the machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
