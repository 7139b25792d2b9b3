import type { JudgedFinding } from '../policy/judge.ts';
import { type RuleTexts, SEVERITIES, type Severity } from '../rules/rule.ts';

/** Findings that one change would take away: the same rule, level and advice. */
export interface Cause {
  readonly rule: string;
  readonly severity: Severity;
  /** The rule's title, or its id where the rule is not among those given. */
  readonly title: string;
  readonly help: string | undefined;
  /** The one that gives away most first, else as judged. Never empty. */
  readonly findings: readonly [JudgedFinding, ...JudgedFinding[]];
}

/**
 * Groups findings by cause, but for waived ones: worst level first, then in the order of `rules`, then the cause that
 * gives away most, then the one with the most findings.
 */
export function causesOf(findings: readonly JudgedFinding[], rules: readonly RuleTexts[]): readonly Cause[] {
  const known = new Map(rules.map((rule, place) => [rule.id, { rule, place }]));
  const groups = new Map<string, [JudgedFinding, ...JudgedFinding[]]>();
  for (const finding of findings) {
    if (finding.waived !== undefined) continue;
    const key = JSON.stringify([finding.severity, finding.rule, finding.help]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const place = (cause: Cause) => known.get(cause.rule)?.place ?? rules.length;
  return Array.from(groups.values(), (group): Cause => {
    group.sort((one, other) => weightOf(other) - weightOf(one));
    const { rule, severity, help } = group[0];
    const texts = known.get(rule)?.rule;
    return { rule, severity, title: texts?.title ?? rule, help: help ?? texts?.help, findings: group };
  }).sort(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
      place(one) - place(other) ||
      totalWeight(other) - totalWeight(one) ||
      other.findings.length - one.findings.length,
  );
}

function totalWeight({ findings }: Cause): number {
  return findings.reduce((sum, finding) => sum + weightOf(finding), 0);
}

/** How much a finding gives away, as far as its evidence says: bytes of original text, else the size of the thing in bytes. */
function weightOf({ evidence }: JudgedFinding): number {
  const weight = evidence?.bytes ?? evidence?.size;
  return typeof weight === 'number' ? weight : 0;
}

/** `dist/cli.js:41022:7`; the very start of a file says nothing and is left out. */
export function placeOf(finding: JudgedFinding): string {
  const { path, line, column } = finding;
  if (line === undefined || (line === 1 && (column ?? 1) === 1)) return path;
  return column === undefined ? `${path}:${line}` : `${path}:${line}:${column}`;
}

/** Whether this finding alone is enough to stop the release. */
export function stops(finding: JudgedFinding, failOn: Severity): boolean {
  return finding.waived === undefined && SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failOn);
}
