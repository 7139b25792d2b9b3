import { count } from '../figures.ts';
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
    return {
      rule,
      severity,
      title: texts?.title ?? rule,
      help: advice(help ?? texts?.help, group),
      findings: group,
    };
  }).sort(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
      place(one) - place(other) ||
      totalWeight(other) - totalWeight(one) ||
      other.findings.length - one.findings.length,
  );
}

/** Lines that keep files out which are told for one cause. */
const MOST_KEEP_OUT = 3;

/**
 * What to do about some findings of one cause: the tool's own option first, then the lines that leave the files out.
 *
 * @param help what to do about all of them
 */
export function advice(
  help: string | undefined,
  findings: readonly Pick<JudgedFinding, 'keepOut'>[],
): string | undefined {
  const ways = [...new Set(findings.flatMap(({ keepOut }) => (keepOut === undefined ? [] : [keepOut])))];
  if (ways.length === 0) return help;
  const told = ways.slice(0, MOST_KEEP_OUT).join('; ');
  const more = ways.length > MOST_KEEP_OUT ? `; and ${count(ways.length - MOST_KEEP_OUT)} more` : '';
  const keepOut = `To keep ${findings.length === 1 ? 'it' : 'them'} out of the package: ${told}${more}.`;
  return help === undefined ? keepOut : `${help} ${keepOut}`;
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
