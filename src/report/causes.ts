import { count } from '../figures.ts';
import type { JudgedFinding } from '../policy/verdict.ts';
import { type RuleTexts, SEVERITIES, type Severity } from '../rules/rule.ts';

/** Findings that one change would take away: the same rule, level and advice. */
export interface Cause {
  readonly rule: string;
  readonly severity: Severity;
  /** The rule's title, or its id where the rule is not among those given. */
  readonly title: string;
  readonly help: string | undefined;
  /** The one that gives away most first, else as judged: the first `MOST_TOLD` of them. Never empty. */
  readonly findings: readonly [JudgedFinding, ...JudgedFinding[]];
  /** All of them, and the files that they stand in. */
  readonly count: number;
  readonly files: number;
  /** Whether all say the same. */
  readonly isAlike: boolean;
}

/** Findings of one cause that any report tells of. */
export const MOST_TOLD = 6;

/** A cause while findings are added to it: a package may have very many of one. */
interface Growing {
  readonly findings: [JudgedFinding, ...JudgedFinding[]];
  readonly weights: number[];
  /** Each way to keep files out, and the most that a finding gives away which it would take away. */
  readonly ways: Map<string, number>;
  weight: number;
  count: number;
  files: number;
  isAlike: boolean;
  last: string;
}

/**
 * Groups findings by cause, but for waived ones: worst level first, then in the order of `rules`, then the cause that
 * gives away most, then the one with the most findings.
 *
 * @param findings as judged: sorted by path within a rule
 */
export function causesOf(findings: Iterable<JudgedFinding>, rules: readonly RuleTexts[]): readonly Cause[] {
  const known = new Map(rules.map((rule, place) => [rule.id, { rule, place }]));
  const groups: Growing[] = [];
  // Texts are long and few: to join one with others for a key would cost more than all the rest.
  const byHelp = new Map<string | undefined, Growing[]>();
  for (const finding of findings) {
    if (finding.waived !== undefined) continue;
    const { rule, severity, help } = finding;
    let alike = byHelp.get(help);
    if (alike === undefined) {
      alike = [];
      byHelp.set(help, alike);
    }
    const group = alike.find(({ findings: [one] }) => one.rule === rule && one.severity === severity);
    if (group !== undefined) add(group, finding);
    else {
      const fresh = begun(finding);
      alike.push(fresh);
      groups.push(fresh);
    }
  }
  const place = (rule: string) => known.get(rule)?.place ?? rules.length;
  return groups
    .sort(
      ({ findings: [one], ...first }, { findings: [other], ...second }) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        place(one.rule) - place(other.rule) ||
        second.weight - first.weight ||
        second.count - first.count,
    )
    .map(({ findings, ways, count, files, isAlike }) => {
      const { rule, severity, help } = findings[0];
      const texts = known.get(rule)?.rule;
      const told = [...ways].sort(([, one], [, other]) => other - one).map(([way]) => way);
      return {
        rule,
        severity,
        title: texts?.title ?? rule,
        help: adviceIn(help ?? texts?.help, told, count),
        findings,
        count,
        files,
        isAlike,
      };
    });
}

function begun(finding: JudgedFinding): Growing {
  const weight = weightOf(finding);
  const { keepOut, path } = finding;
  return {
    findings: [finding],
    weights: [weight],
    ways: new Map(keepOut === undefined ? [] : [[keepOut, weight]]),
    weight,
    count: 1,
    files: 1,
    isAlike: true,
    last: path,
  };
}

function add(group: Growing, finding: JudgedFinding): void {
  const { findings, weights, ways } = group;
  const { keepOut, path } = finding;
  const weight = weightOf(finding);
  // All alike, any of them says what the first does.
  if (group.isAlike) group.isAlike = finding.message === findings[0].message;
  const place = weights.findIndex((other) => other < weight);
  if (place !== -1 || weights.length < MOST_TOLD) {
    const at = place === -1 ? weights.length : place;
    weights.splice(at, 0, weight);
    findings.splice(at, 0, finding);
    if (weights.length > MOST_TOLD) {
      weights.pop();
      findings.pop();
    }
  }
  if (keepOut !== undefined) {
    const most = ways.get(keepOut);
    // The order is that of the findings that give away most.
    if (most !== undefined && most < weight) ways.delete(keepOut);
    if (most === undefined || most < weight) ways.set(keepOut, weight);
  }
  group.weight += weight;
  group.count++;
  if (path !== group.last) group.files++;
  group.last = path;
}

/** Lines that keep files out which are told for one cause. */
const MOST_KEEP_OUT = 3;

/** What to do about one finding: the tool's own option first, then the line that leaves the file out. */
export function adviceFor({ help, keepOut }: Pick<JudgedFinding, 'help' | 'keepOut'>): string | undefined {
  return adviceIn(help, keepOut === undefined ? [] : [keepOut], 1);
}

/**
 * @param help what to do about all of them
 * @param ways the lines that leave the files out
 * @param findings how many there are
 */
function adviceIn(help: string | undefined, ways: readonly string[], findings: number): string | undefined {
  if (ways.length === 0) return help;
  const keepOut = `To keep ${findings === 1 ? 'it' : 'them'} out of the package: ${waysTold(ways)}.`;
  return help === undefined ? keepOut : `${help} ${keepOut}`;
}

/** A way to keep files out: what is written or taken out, and around it where. */
interface Way {
  readonly before: string;
  readonly written: string;
  readonly after: string;
}

const BEFORE = ['add the line ', 'add ', 'take '];
const AFTER = [' at the end of ', ' to ', ' out of '];
const IN_NEW_FILE = ' with the line ';

/** Lines for the same place are told together, so that what stands around them is parted from them. */
function wayOf(text: string): Way {
  const made = text.startsWith('make a file ') ? text.indexOf(IN_NEW_FILE) : -1;
  if (made !== -1) {
    const begin = made + IN_NEW_FILE.length;
    return { before: text.slice(0, begin), written: text.slice(begin), after: '' };
  }
  const before = BEFORE.find((words) => text.startsWith(words));
  const mark = AFTER.find((words) => text.includes(words));
  if (before === undefined || mark === undefined) return { before: '', written: text, after: '' };
  const end = text.lastIndexOf(mark);
  return end < before.length
    ? { before: '', written: text, after: '' }
    : { before, written: text.slice(before.length, end), after: text.slice(end) };
}

function waysTold(ways: readonly string[]): string {
  if (ways.length === 1) return ways[0]!;
  const places = new Map<string, { before: string; after: string; written: string[] }>();
  for (const way of ways) {
    const { before, written, after } = wayOf(way);
    const key = before === '' ? way : `${before}\n${after}`;
    const place = places.get(key);
    if (place === undefined) places.set(key, { before, after, written: [written] });
    else place.written.push(written);
  }
  const told: string[] = [];
  let left = MOST_KEEP_OUT;
  for (const { before, after, written } of places.values()) {
    if (left === 0) break;
    const some = written.slice(0, left);
    left -= some.length;
    const unsaid = written.length - some.length;
    const what = unsaid > 0 ? `${some.join(', ')} and ${count(unsaid)} more` : enumerated(some);
    told.push(`${written.length > 1 ? before.replace(/line $/, 'lines ') : before}${what}${after}`);
  }
  const unsaid = [...places.values()]
    .slice(told.length)
    .reduce((sum, { written }) => sum + written.length, 0);
  return `${told.join('; ')}${unsaid > 0 ? `; and ${count(unsaid)} more` : ''}`;
}

const enumerated = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** How much a finding gives away, as far as its evidence says: bytes of original text, else the size of the thing in bytes, else lines of code. */
function weightOf(finding: JudgedFinding): number {
  if (finding.weight !== undefined) return finding.weight;
  const { evidence } = finding;
  const weight =
    evidence?.bytes ?? evidence?.size ?? evidence?.readableLines ?? evidence?.codeLines ?? evidence?.lines;
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
