import { count } from '../figures.ts';
import type { GateRun } from '../policy/gate-run.ts';
import type { JudgedFinding, Verdict } from '../policy/verdict.ts';
import { type RuleTexts, SEVERITIES, type Severity } from '../rules/rule.ts';
import { calledBy } from './called.ts';
import { type Cause, causesOf, placeOf } from './causes.ts';
import { type Checkout, noCheckout, type Place } from './checkout.ts';
import { logText, shortened } from './escape.ts';

/** The runner shows 10 of a kind a step; one is left for the sentence that fails the step. */
export const MAX_ANNOTATIONS = 9;

/** The runner cuts a message at 4,096 characters; what is longer is cut here. In UTF-16 code units. */
const MAX_MESSAGE = 4000;

/** Longer sentences are shortened, so that the remedy behind them is not cut off. In UTF-16 code units. */
const MAX_SENTENCE = 1500;

/** Files that one annotation names. */
const MAX_NAMED_FILES = 5;

/** One remark on the checkout, its texts safe to log. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly place?: Place;
}

/**
 * What the runner shows beside the code: one annotation for each cause (a rule with one remedy) however many files it touches, worst
 * first, at most `MAX_ANNOTATIONS` of a kind, of which the last then counts what is left out. What a waiver covers is a note with the
 * waiver's reason, after all others.
 */
export function annotationsOf(
  run: GateRun,
  rules: readonly RuleTexts[],
  checkout: Checkout = noCheckout(),
): readonly Annotation[] {
  const homeOf = (verdict: Verdict) => verdict.home ?? checkout.placeIn(verdict.package);
  const verdicts = run.packages.flatMap((pkg) => (pkg.outcome === 'error' ? [] : [pkg]));
  const all = [
    ...verdicts.flatMap((verdict) => remarksOn(verdict, rules, homeOf(verdict))),
    ...verdicts.flatMap((verdict) => remarksOnWaived(verdict, rules, homeOf(verdict))),
  ].map((remark) => (remark.place ? { ...remark, place: checkout.inRepository(remark.place) } : remark));
  return SEVERITIES.flatMap((severity) =>
    limited(
      severity,
      all.filter((remark) => remark.severity === severity),
    ),
  );
}

function remarksOn(
  verdict: Verdict,
  rules: readonly RuleTexts[],
  place: Place | undefined,
): readonly Annotation[] {
  return causesOf(verdict.findings, rules).map((cause) => ({
    severity: cause.severity,
    title: `${logText(cause.title)} (${logText(cause.rule)}) in ${shownName(calledBy(verdict.package))}`,
    message: messageOf(cause),
    ...placed(cause, place),
  }));
}

/** One for each exception, however many findings it covers. */
function remarksOnWaived(
  verdict: Verdict,
  rules: readonly RuleTexts[],
  place: Place | undefined,
): readonly Annotation[] {
  const groups = new Map<string, { readonly findings: JudgedFinding[]; count: number }>();
  for (const finding of verdict.findings) {
    if (finding.waived === undefined) continue;
    const key = JSON.stringify([finding.rule, finding.waived]);
    const group = groups.get(key) ?? { findings: [], count: 0 };
    if (++group.count <= MAX_NAMED_FILES + 1) group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ findings: [first, ...others], count: findings }) => {
    if (first === undefined) return [];
    const { reason = '', owner = '', expires = '' } = first.waived ?? {};
    const title = rules.find(({ id }) => id === first.rule)?.title ?? first.rule;
    const at = first.fixAt ?? place;
    const lines = [
      `${shownName(placeOf(first))}: ${logText(shortened(first.message, MAX_SENTENCE))}`,
      ...(findings > 1 ? [likewise(others, findings - 1)] : []),
      `Waived until ${logText(expires)} by ${shownName(owner)}: ${logText(shortened(reason, MAX_SENTENCE))}`,
    ];
    return {
      severity: 'note',
      title: `Waived: ${logText(title)} (${logText(first.rule)}) in ${shownName(calledBy(verdict.package))}`,
      message: shortened(lines.join('\n'), MAX_MESSAGE),
      ...(at && { place: at }),
    };
  });
}

/** At the line that lets the file in, where that is known; else where the package is made. */
function placed({ findings: [first] }: Cause, place: Place | undefined): { readonly place?: Place } {
  const at = first.fixAt ?? place;
  return at === undefined ? {} : { place: at };
}

function limited(severity: Severity, all: readonly Annotation[]): readonly Annotation[] {
  if (all.length <= MAX_ANNOTATIONS) return all;
  const shown = all.slice(0, MAX_ANNOTATIONS - 1);
  const message = `and ${count(all.length - shown.length)} more of severity ${severity}, see the summary`;
  return [...shown, { severity, title: 'packgate', message }];
}

function messageOf({ findings: [first, ...others], count: findings, help }: Cause): string {
  const lines = [
    `${shownName(placeOf(first))}: ${logText(shortened(first.message, MAX_SENTENCE))}`,
    ...(findings > 1 ? [likewise(others, findings - 1)] : []),
    ...(help === undefined ? [] : [`Fix: ${logText(shortened(help, MAX_SENTENCE))}`]),
  ];
  return shortened(lines.join('\n'), MAX_MESSAGE);
}

/** @param all of them, of which some are given */
function likewise(others: readonly JudgedFinding[], all: number): string {
  const named = others.slice(0, MAX_NAMED_FILES).map((finding) => shownName(placeOf(finding)));
  const rest = all - named.length;
  return `Likewise: ${named.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}`;
}

function shownName(name: string): string {
  return logText(shortened(name));
}
